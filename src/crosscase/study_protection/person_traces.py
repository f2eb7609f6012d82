"""Where a participant left traces: what hangs on them, and what holds their name or their words.

Everything that the log has is looked at, removed and undone things and earlier values too. What
was found is told by its kind, id, name and fields; the words themselves are not repeated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from crosscase.log.canonical import decode
from crosscase.log.folding import fold_entity
from crosscase.model.fields import FieldType, KindSpec
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.model.plain_values import plain_texts
from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.store import known_by
from crosscase.store.blobs import find_blob
from crosscase.store.changes import iter_all_changes
from crosscase.store.own_turns import own_turns, texts_beside
from crosscase.store.session import Reading
from crosscase.store.withdrawn_things import HungThings, hung_things
from crosscase.study_protection.person_cuts import Cut, cuts_of, said_in
from crosscase.study_protection.person_words import IN_VIVO, OwnWords, Words, stands_in

__all__ = [
    "FOLLOWING",
    "WORD_BLOBS",
    "Found",
    "PersonTrace",
    "PersonTraces",
    "find_traces",
]

# Blobs that hold words as text; a layout holds the speaker labels.
WORD_BLOBS = known_by.WORD_BLOBS | {("revision", "text")}
_LAYOUT = ("revision", "layout")
_WITHOUT_WORDS = ("coding", "evidence", "operation", "purge", "set_member", "topic_turn")
# What is part of a source or person and is not told one by one.
FOLLOWING = ("revision", "speaker", "evidence", "set_member", "topic_turn", "coding")
_NAMING = ("name", "title", "label")
_REVISION, _WITHDRAWAL = KINDS["revision"], KINDS["withdrawal"]
_OF_A_CODE = ("example", "name", "origin", "first_incident")
_OF_SOURCE = _REVISION.by_name["source"].number
_NAME = KINDS["case"].by_name["name"].number
_WITHDRAWN = _WITHDRAWAL.by_name["participant"].number


FoundBy = Literal["words", "link", "their words", "near their words"]
# The first of these that holds is told.
_WAYS: tuple[FoundBy, ...] = get_args(FoundBy)


@dataclass(frozen=True, slots=True)
class PersonTrace:
    """One trace: a thing, how it was found, and what a purge does with it.

    It is found by a link, by the names and strings looked for, by a quote of their turns ("their
    words"), or as an example of a code that is much like what they said ("near their words").
    ``seal`` takes the whole thing out; ``cut`` leaves a source that others share to them, without
    so many ``turns`` of the person; ``clean`` keeps it without the words, and without its past;
    ``left`` is what a purge cannot clean. ``goes_with`` says that it is part of something
    that is taken out and goes whether it is confirmed or not; ``others`` counts other
    people who speak in a source. ``name`` is empty where a thing has none, and None where
    the name is itself the trace.
    """

    id: Id
    kind: str
    name: str | None
    fields: tuple[str, ...]
    found_by: FoundBy
    action: Literal["seal", "cut", "clean", "left"]
    goes_with: bool = False
    others: int = 0
    turns: int = 0


@dataclass(frozen=True, slots=True)
class PersonTraces:
    """All traces of one participant; ``parts`` counts what goes with the sealed things."""

    participant: Id
    traces: tuple[PersonTrace, ...]
    parts: Mapping[str, int]


class Found(NamedTuple):
    """What was found, with what cleaning needs to know.

    ``own`` is what the person said; ``revisions`` are those of their sources; ``files`` are
    other sources of which the text holds the words, and so the kept file too; ``cuts`` are the
    shared sources that stay without the person's turns, and ``codes`` those made of such a turn,
    with quotes that show one.
    """

    traces: PersonTraces
    words: Words
    own: OwnWords
    revisions: frozenset[Id]
    files: frozenset[Id]
    cuts: Mapping[Id, Cut]
    codes: frozenset[Id]


class _Logged(NamedTuple):
    """A thing with all that open changes ever said of it, the last value of each field too."""

    row: int
    kind: KindSpec
    id: Id
    wires: tuple[Mapping[int, Any], ...]
    last: Mapping[int, Any]


class _Sought(NamedTuple):
    """What is looked for: the person's id, the ids of all that hangs on them, and their words."""

    participant: bytes
    theirs: frozenset[bytes]
    words: Words
    own: OwnWords
    codes: frozenset[Id]


def find_traces(
    reading: Reading,
    participant: Id,
    strings: Iterable[str] = (),
    *,
    keep_others: bool = False,
    only: Set[Id] | None = None,
) -> Found:
    """All traces of a participant: by link, by their names and these strings, and by quotes.

    With ``keep_others`` a source that others share stays without the person's turns, where these
    are known; ``only`` names those sources with which that is to be done (None: all).
    """
    row = reading.row(participant)
    assert row is not None, "a participant that was found has a row"
    hung = whole = hung_things(reading, row)
    cuts = cuts_of(reading, row, whole, only) if keep_others else {}
    if cuts:
        on_turns = {each for cut in cuts.values() for each in cut.rows}
        hung = hung_things(reading, row, {cut.row for cut in cuts.values()}, on_turns)
    logged = list(_logged(reading))
    sought = _sought(reading, participant, (whole, hung), (_names(logged, row), strings), cuts)
    words = sought.words
    others = {each.source.id: each.others for each in whole.sources}
    traces: list[PersonTrace] = []
    replaced = {id_ for cut in cuts.values() for id_ in cut.revisions}
    for each in logged:
        if each.id in cuts:
            traces.append(_cut(each, cuts[each.id], words, others))
        elif each.id in replaced:
            continue  # it goes in any case, and what is said anew is cleaned
        elif each.row in hung.rows:
            if each.kind.name not in FOLLOWING:
                traces.append(_sealed(each, sought.theirs, words, others))
        elif each.kind is not _WITHDRAWAL or each.last.get(_WITHDRAWN) != sought.participant:
            trace = _cleaned(reading, each, sought)
            traces += [] if trace is None else [trace]
    files = _files(logged, traces, words)
    traces += files
    order = {"seal": 0, "cut": 1, "clean": 2, "left": 3}
    traces.sort(key=lambda each: (order[each.action], KINDS[each.kind].number, each.id))
    return Found(
        PersonTraces(participant, tuple(traces), _parts(hung, cuts)),
        words,
        sought.own,
        frozenset(each.id for each in logged if each.row in hung.rows and each.kind is _REVISION),
        frozenset(_sources_with_words(logged, traces)),
        cuts,
        sought.codes,
    )


def _parts(hung: HungThings, cuts: Mapping[Id, Cut]) -> dict[str, int]:
    """What goes with sealed things and with cut turns, by kind."""
    counts = Counter({kind: hung.counts.get(kind, 0) for kind in FOLLOWING})
    counts["coding"] += sum(
        kind.name == "coding" for cut in cuts.values() for kind in cut.rows.values()
    )
    return {kind: count for kind, count in counts.items() if count}


def _cut(thing: _Logged, cut: Cut, words: Words, others: Mapping[Id, int]) -> PersonTrace:
    """A source that stays without the turns, its kept file and its recording."""
    return PersonTrace(
        thing.id,
        thing.kind.name,
        _name(thing, words),
        ("text", *(name for name in ("original", "media") if _said(thing, name))),
        "link",
        "cut",
        others=others.get(thing.id, 0),
        turns=len(cut.edits),
    )


def _names(logged: Iterable[_Logged], row: int) -> set[str]:
    """All names that the participant ever had."""
    named = (wire.get(_NAME) for each in logged if each.row == row for wire in each.wires)
    return {str(name) for name in named if name}


def _sought(
    reading: Reading,
    participant: Id,
    whole_and_hung: tuple[HungThings, HungThings],
    words: tuple[set[str], Iterable[str]],
    cuts: Mapping[Id, Cut],
) -> _Sought:
    row = reading.row(participant)
    assert row is not None, "a participant that was found has a row"
    whole, hung = whole_and_hung
    names, strings = words
    turns = own_turns(reading, row, whole.source_rows)

    def elsewhere() -> Iterator[str]:
        return texts_beside(reading, whole.source_rows)

    return _Sought(
        bytes_of_id(participant),
        frozenset(reading.file.ids_of_rows(reading.connection, hung.rows).values()),
        Words([*names, *strings], SaidRuns(turns, elsewhere, QUOTED_WORDS)),
        OwnWords.of([*hung.texts, *said_in(cuts)], turns, elsewhere),
        frozenset[Id]().union(*(cut.codes for cut in cuts.values())),
    )


def _sources_with_words(logged: Iterable[_Logged], traces: Iterable[PersonTrace]) -> set[Id]:
    cleaned = {each.id for each in traces if each.kind == _REVISION.name}
    return {
        id_of_bytes(bytes(each.last[_OF_SOURCE]))
        for each in logged
        if each.id in cleaned and each.last.get(_OF_SOURCE) is not None
    }


def _files(
    logged: Iterable[_Logged], traces: Iterable[PersonTrace], words: Words
) -> list[PersonTrace]:
    """Kept files of sources that stay: what their text holds, the file holds too."""
    theirs = _sources_with_words(logged, traces) - {each.id for each in traces}
    number = KINDS["source"].by_name["original"].number
    return [
        PersonTrace(each.id, "source", _name(each, words), ("original",), "words", "clean")
        for each in logged
        if each.id in theirs and any(wire.get(number) is not None for wire in each.wires)
    ]


def _logged(reading: Reading) -> Iterator[_Logged]:
    numbers = [kind.number for kind in KINDS.values() if kind.name not in _WITHOUT_WORDS]
    for row, changes in iter_all_changes(reading.file, reading.connection, numbers):
        kind = KIND_OF_NUMBER.get(changes[0].kind)
        wires = tuple(decode(each.fields) for each in changes if each.fields is not None)
        if kind is not None and wires:
            last = fold_entity(changes, frozenset()).values()
            yield _Logged(row, kind, id_of_bytes(changes[0].entity), wires, last)


def _sealed(
    thing: _Logged, theirs: frozenset[bytes], words: Words, others: Mapping[Id, int]
) -> PersonTrace:
    wholes = {
        bytes(id_)
        for spec in thing.kind.fields
        if spec.part_of
        for id_ in spec.type.references(thing.last.get(spec.number))
    }
    return PersonTrace(
        thing.id,
        thing.kind.name,
        _name(thing, words),
        (),
        "link",
        "seal",
        goes_with=not wholes.isdisjoint(theirs),
        others=others.get(thing.id, 0),
    )


def _cleaned(reading: Reading, thing: _Logged, sought: _Sought) -> PersonTrace | None:
    """A thing that stays, where it holds their words or names the person or their sources."""
    held: dict[FoundBy, set[str]] = {each: set() for each in _WAYS}
    tables: dict[FoundBy, set[str]] = {each: set() for each in _WAYS}
    held["link"] = _linked(thing, sought)
    if thing.kind.name == "code":
        held["near their words"] = _near(thing, sought.own)
    for field, text, can_be_cleaned in _texts_of(reading, thing):
        if sought.words.are_in(text):
            (held if can_be_cleaned else tables)["words"].add(field)
        elif thing.kind is not _REVISION and sought.words.are_quoted_in(text):
            # What another source says is no quote of this person, nor what it said earlier.
            (held if can_be_cleaned else tables)["their words"].add(field)
    fields = set[str]().union(*held.values())
    found_by = next((each for each in _WAYS if held[each] or tables[each]), None)
    if found_by is None:
        return None
    return PersonTrace(
        thing.id,
        thing.kind.name,
        _name(thing, sought.words),
        tuple(sorted(fields or set[str]().union(*tables.values()))),
        found_by,
        "clean" if fields else "left",
    )


def _texts_of(reading: Reading, thing: _Logged) -> Iterator[tuple[str, str, bool]]:
    """Every text that was ever said of a thing, by its field, and whether it can be cleaned."""
    for wire in thing.wires:
        for number, value in wire.items():
            spec = thing.kind.by_number.get(number)
            if spec is None or value is None:
                continue
            if spec.type is not FieldType.BLOB:
                yield from ((spec.name, text, True) for text in plain_texts(value))
            elif spec.name not in ("file_hash", "original"):
                yield (spec.name, *_text_of_blob(reading, thing.kind, spec.name, bytes(value)))


def _linked(thing: _Logged, sought: _Sought) -> set[str]:
    """The fields that are theirs by what they name, or by what a code was made of."""
    linked = {
        spec.name
        for spec in thing.kind.fields
        for wire in thing.wires
        if _is_linked(thing.kind, spec.name, wire.get(spec.number), sought)
    }
    if thing.id in sought.codes:
        linked.add("words" if thing.kind.name == "quote" else "first_incident")
    return linked | _quoting(thing, sought) if thing.kind.name == "code" else linked


def _is_linked(kind: KindSpec, field: str, value: Any, sought: _Sought) -> bool:
    if value is None:
        return False
    if (kind.name, field) == ("activity", "participants"):
        return sought.participant in [bytes(each) for each in value]
    if (kind.name, field) == ("code", "first_incident"):
        return bytes(value[0]) in sought.theirs
    return False


def _quoting(code: _Logged, sought: _Sought) -> set[str]:
    """The fields of a code that are the person's own words: its example, an in vivo name."""
    texts, said = sought.own.texts, {name: _said(code, name) for name in _OF_A_CODE}
    is_in_vivo = any(str(each).casefold() == IN_VIVO for each in said["origin"])
    names = ("example", "name") if is_in_vivo else ("example",)
    found = {name for name in names if any(stands_in(each, texts) for each in said[name])}
    incidents = said["first_incident"]
    # What is shortened is theirs all the same where the code was made of their words.
    is_made_of_theirs = (
        code.id in sought.codes or any(bytes(each[0]) in sought.theirs for each in incidents)
        if incidents
        else "name" in found
    )
    return found | {"example"} if is_made_of_theirs and said["example"] else found


def _near(code: _Logged, own: OwnWords) -> set[str]:
    return {"example"} if any(map(own.near.are_in, _said(code, "example"))) else set()


def _said(thing: _Logged, field: str) -> list[Any]:
    """All values that a field ever had."""
    number = thing.kind.by_name[field].number
    return [wire[number] for wire in thing.wires if wire.get(number) is not None]


def _text_of_blob(reading: Reading, kind: KindSpec, field: str, name: bytes) -> tuple[str, bool]:
    """What a blob says, and whether a purge can clean it."""
    data = find_blob(reading.file, reading.connection, name)
    if data is None:
        return "", False
    if (kind.name, field) == _LAYOUT:
        return "\n".join(decode(data)[0]), True
    return data.decode("utf-8", "replace"), (kind.name, field) in WORD_BLOBS


def _name(thing: _Logged, words: Words) -> str | None:
    """What people call a thing, unless its name is itself a trace."""
    for field in _NAMING:
        spec = thing.kind.by_name.get(field)
        name = None if spec is None else thing.last.get(spec.number)
        if name:
            is_theirs = words.are_in(str(name)) or words.are_quoted_in(str(name))
            return None if is_theirs else str(name)
    return ""
