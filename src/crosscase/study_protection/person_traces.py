"""Where a participant left traces: what hangs on them, and what holds their name or their words.

Everything that the log has is looked at, removed and undone things and earlier values too. What
was found is told by its kind, id, name and fields; the words themselves are not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from crosscase.log.canonical import decode
from crosscase.log.folding import fold_entity
from crosscase.model.fields import FieldType, KindSpec
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store.blobs import find_blob
from crosscase.store.changes import iter_all_changes
from crosscase.store.session import Reading
from crosscase.store.withdrawn_things import hung_things
from crosscase.study_protection.held_words import plain_texts

__all__ = [
    "IN_VIVO",
    "WORD_BLOBS",
    "Found",
    "PersonTrace",
    "PersonTraces",
    "Words",
    "find_traces",
    "stands_in",
]

IN_VIVO = "in vivo"
# Blobs that hold words as text; a layout holds the speaker labels.
WORD_BLOBS = frozenset(
    {("memo", "text"), ("revision", "text"), ("cell", "summary"), ("finding", "statement")}
)
_LAYOUT = ("revision", "layout")
_WITHOUT_WORDS = ("coding", "evidence", "operation", "purge", "set_member", "topic_turn")
# What is part of a source or person and is not told one by one.
_FOLLOWING = ("revision", "speaker", "evidence", "set_member", "topic_turn", "coding")
_NAMING = ("name", "title", "label")
_REVISION, _WITHDRAWAL = KINDS["revision"], KINDS["withdrawal"]
_OF_SOURCE = _REVISION.by_name["source"].number
_NAME = KINDS["case"].by_name["name"].number
_WITHDRAWN = _WITHDRAWAL.by_name["participant"].number


@dataclass(frozen=True, slots=True)
class PersonTrace:
    """One trace: a thing, how it was found, and what a purge does with it.

    ``seal`` takes the whole thing out; ``clean`` keeps it without the words, and without its
    past; ``left`` is what a purge cannot clean. ``goes_with`` says that it is part of something
    that is taken out and goes whether it is confirmed or not; ``others`` counts other
    participants who speak in a source. ``name`` is empty where a thing has none, and None where
    the name is itself the trace.
    """

    id: Id
    kind: str
    name: str | None
    fields: tuple[str, ...]
    found_by: Literal["link", "words"]
    action: Literal["seal", "clean", "left"]
    goes_with: bool = False
    others: int = 0


@dataclass(frozen=True, slots=True)
class PersonTraces:
    """All traces of one participant; ``parts`` counts what goes with the sealed things."""

    participant: Id
    traces: tuple[PersonTrace, ...]
    parts: Mapping[str, int]


class Words:
    """The strings that are looked for, whole words alone, in whatever case."""

    def __init__(self, strings: Iterable[str]) -> None:
        tidy = {" ".join(each.split()) for each in strings}
        self.strings = sorted((each for each in tidy if each), key=lambda each: (-len(each), each))
        spaced = (r"\s+".join(map(re.escape, each.split(" "))) for each in self.strings)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return bool(self.strings) and self._pattern.search(text) is not None

    def replaced(self, text: str, by: str = "[removed]") -> str:
        """The text with something else in their place."""
        return self._pattern.sub(by, text) if self.strings else text

    def covered(self, text: str) -> str:
        """The text with a block for each of their characters: every other place stays."""
        if not self.strings:
            return text
        return self._pattern.sub(lambda found: "█" * len(found[0]), text)


class Found(NamedTuple):
    """What was found, with what cleaning needs to know.

    ``texts`` are the person's sources, folded; ``revisions`` the revisions of these; ``files``
    other sources of which the text holds the words, and so the kept file too.
    """

    traces: PersonTraces
    words: Words
    texts: tuple[str, ...]
    revisions: frozenset[Id]
    files: frozenset[Id]


class _Logged(NamedTuple):
    """A thing with all that open changes ever said of it, the last value of each field too."""

    row: int
    kind: KindSpec
    id: Id
    wires: tuple[Mapping[int, Any], ...]
    last: Mapping[int, Any]


def find_traces(reading: Reading, participant: Id, strings: Iterable[str] = ()) -> Found:
    """All traces of a participant, by link and by their names and these strings."""
    row = reading.row(participant)
    assert row is not None, "a participant that was found has a row"
    hung = hung_things(reading, row)
    logged = list(_logged(reading))
    names = {
        str(wire[_NAME])
        for each in logged
        if each.row == row
        for wire in each.wires
        if wire.get(_NAME)
    }
    words = Words([*names, *strings])
    texts = tuple(" ".join(text.casefold().split()) for text in hung.texts)
    others = {each.source.id: each.others for each in hung.sources}
    raw_id = bytes_of_id(participant)
    theirs = frozenset(reading.file.ids_of_rows(reading.connection, hung.rows).values())
    traces: list[PersonTrace] = []
    for each in logged:
        if each.row in hung.rows:
            if each.kind.name not in _FOLLOWING:
                traces.append(_sealed(each, theirs, words, others))
        elif each.kind is not _WITHDRAWAL or each.last.get(_WITHDRAWN) != raw_id:
            trace = _cleaned(reading, each, theirs, words, texts, raw_id)
            traces += [] if trace is None else [trace]
    files = _files(logged, traces, words)
    traces += files
    order = {"seal": 0, "clean": 1, "left": 2}
    traces.sort(key=lambda each: (order[each.action], KINDS[each.kind].number, each.id))
    parts = {kind: count for kind, count in hung.counts.items() if kind in _FOLLOWING and count}
    return Found(
        PersonTraces(participant, tuple(traces), parts),
        words,
        texts,
        frozenset(each.id for each in logged if each.row in hung.rows and each.kind is _REVISION),
        frozenset(_sources_with_words(logged, traces)),
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


def _cleaned(
    reading: Reading,
    thing: _Logged,
    theirs: frozenset[bytes],
    words: Words,
    texts: tuple[str, ...],
    participant: bytes,
) -> PersonTrace | None:
    """A thing that stays, where it holds the words or names the person or their sources."""
    linked = {
        spec.name
        for spec in thing.kind.fields
        for wire in thing.wires
        if _is_linked(thing.kind, spec.name, wire.get(spec.number), theirs, participant)
    }
    if thing.kind.name == "code":
        linked |= _quoting(thing, texts)
    holding: set[str] = set()
    tables: set[str] = set()
    for wire in thing.wires:
        for number, value in wire.items():
            spec = thing.kind.by_number.get(number)
            if spec is None or value is None:
                continue
            if spec.type is not FieldType.BLOB:
                if any(map(words.are_in, plain_texts(value))):
                    holding.add(spec.name)
            elif spec.name not in ("file_hash", "original"):
                text, is_words = _text_of_blob(reading, thing.kind, spec.name, bytes(value))
                if words.are_in(text):
                    (holding if is_words else tables).add(spec.name)
    fields = linked | holding
    if not fields and not tables:
        return None
    return PersonTrace(
        thing.id,
        thing.kind.name,
        _name(thing, words),
        tuple(sorted(fields or tables)),
        "words" if holding or tables else "link",
        "clean" if fields else "left",
    )


def _is_linked(
    kind: KindSpec, field: str, value: Any, theirs: frozenset[bytes], participant: bytes
) -> bool:
    if value is None:
        return False
    if (kind.name, field) == ("activity", "participants"):
        return participant in [bytes(each) for each in value]
    if (kind.name, field) == ("code", "first_incident"):
        return bytes(value[0]) in theirs
    return False


def _quoting(thing: _Logged, texts: tuple[str, ...]) -> set[str]:
    """The fields of a code that are the person's own words: its example, an in vivo name."""
    names = {"example"}
    origin = thing.kind.by_name["origin"].number
    if any(str(wire.get(origin) or "").casefold() == IN_VIVO for wire in thing.wires):
        names.add("name")
    numbers = {name: thing.kind.by_name[name].number for name in names}
    return {
        name
        for name, number in numbers.items()
        for wire in thing.wires
        if stands_in(wire.get(number), texts)
    }


def stands_in(words: str | None, texts: Iterable[str]) -> bool:
    """Whether words, spacing and case aside, stand in one of these folded texts."""
    wanted = " ".join((words or "").casefold().split()).strip(" \"'“”‘’.,;:…")
    return bool(wanted) and any(wanted in text for text in texts)


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
            return None if words.are_in(str(name)) else str(name)
    return ""
