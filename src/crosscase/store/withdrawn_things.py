"""What hangs on one participant, counted: what a withdrawal hides, and what a purge takes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.model.nouns import Case, Source
from crosscase.model.speaker_roles import is_interviewer_form
from crosscase.store.layout_bytes import layout_from_bytes
from crosscase.store.quarantine import quarantine, quarantine_of
from crosscase.store.reading import list_of_rows
from crosscase.store.session import Reading
from crosscase.store.state_tables import state_of
from crosscase.store.texts import current_text

__all__ = ["HungSource", "HungThings", "OtherSpeaker", "hung_things", "withdrawn_participants"]


class OtherSpeaker(NamedTuple):
    """Somebody else who speaks in a source, with so many turns; no name where they withdrew.

    ``is_linked`` is false where nobody said who speaks: the name is then the label.
    """

    name: str | None
    turns: int
    is_linked: bool = True


@dataclass(frozen=True, slots=True)
class HungSource:
    """A source in which a participant speaks, and the other people who speak in it.

    ``row`` and ``revision`` (of its current text) are entity rows; ``is_whole`` says that it
    belongs to the participant as a whole.
    """

    source: Source
    row: int
    revision: int | None
    is_whole: bool
    speakers: tuple[OtherSpeaker, ...]
    turns: int
    codings: int

    @property
    def others(self) -> int:
        """How many other people speak in it."""
        return len(self.speakers)


@dataclass(frozen=True, slots=True)
class HungThings:
    """All that hangs on one participant: entity rows, the sources, and counts by kind.

    What was removed or undone is among the rows, and is not counted; ``source_rows`` are those
    of the rows that are sources.
    """

    rows: frozenset[int]
    source_rows: frozenset[int]
    sources: tuple[HungSource, ...]
    counts: Mapping[str, int]
    texts: tuple[str, ...]


def withdrawn_participants(reading: Reading) -> dict[Id, int]:
    """The participants whose withdrawal stands, with their entity rows."""
    rows = quarantine(reading.file).participants
    ids = reading.file.ids_of_rows(reading.connection, rows)
    return {id_of_bytes(raw): row for row, raw in ids.items()}


def hung_things(
    reading: Reading,
    participant: int,
    apart: Set[int] = frozenset(),
    also: Set[int] = frozenset(),
) -> HungThings:
    """What hangs on a participant, whether they withdrew or not.

    Without what is theirs only by the sources ``apart``, but with what hangs on ``also``.
    """
    file, connection = reading.file, reading.connection
    held = quarantine_of(file, connection, participant, apart, also)
    ids = file.rows_of_ids(
        connection,
        (
            bytes.fromhex(each.id.replace("-", ""))
            for each in list_of_rows(file, connection, Source, held.sources)
            if not each.dropped
        ),
    )
    sources = sorted(ids.values())
    others = _others(reading, sources, participant)
    turns = file.looked_up("SELECT source, turns FROM source_text WHERE source", sources)
    revisions = file.looked_up("SELECT source, revision FROM source_text WHERE source", sources)
    whole = _belonging(reading, participant)
    codings = _codings(reading, sources)
    nouns = {each.id: each for each in list_of_rows(file, connection, Source, sources)}
    listed = tuple(
        HungSource(
            nouns[id_of_bytes(raw)],
            row,
            revisions.get(row),
            row in whole,
            others.get(row, ()),
            turns.get(row, 0),
            codings.get(row, 0),
        )
        for raw, row in sorted(ids.items(), key=lambda pair: pair[1])
    )
    counts = _counts(reading, held.rows)
    counts["turn"] = sum(each.turns for each in listed)
    counts["coding"] = sum(each.codings for each in listed)
    texts = (current_text(file, connection, row) for row in sources)
    stand = tuple(text for text in texts if text)
    return HungThings(held.rows, held.sources, listed, counts, stand)


def _others(
    reading: Reading, sources: Sequence[int], participant: int
) -> dict[int, tuple[OtherSpeaker, ...]]:
    """Who else speaks in these sources, by name, with the turns under their labels."""
    file = reading.file
    layouts = file.looked_up("SELECT source, layout FROM source_text WHERE source", sources)
    labels = {
        source: Counter(each.speaker for each in layout_from_bytes(layout).turns())
        for source, layout in layouts.items()
        if layout is not None
    }
    turns: dict[int, Counter[int]] = {}
    settled: dict[int, set[str]] = {}
    theirs: set[int] = set()
    for source, label, person, role, is_one_turn in file.driver().execute(
        "SELECT source, label, participant, role, passage_revision IS NOT NULL FROM state_speaker "
        f"WHERE gone = 0 AND coalesce(dropped, 0) = 0 AND source IN ({_listed(sources)})"
    ):
        if not is_one_turn and (person is not None or role not in (None, "participant")):
            settled.setdefault(source, set()).add(label)
        if person == participant:
            theirs.add(source)
        elif person is not None:
            spoken = 1 if is_one_turn else labels.get(source, Counter())[label]
            turns.setdefault(source, Counter())[person] += spoken
    found: dict[int, list[OtherSpeaker]] = {}
    names = _names_of(reading, {person for counts in turns.values() for person in counts})
    for source, counts in turns.items():
        found[source] = [OtherSpeaker(names.get(who), count) for who, count in counts.items()]
    for source in theirs & labels.keys():
        # Where a label is theirs, one of which nobody said anything is somebody else's.
        found.setdefault(source, []).extend(
            OtherSpeaker(label, count, is_linked=False)
            for label, count in labels[source].items()
            if label and label not in settled.get(source, ()) and not is_interviewer_form(label)
        )
    by_turns = {
        source: sorted(speakers, key=lambda each: (-each.turns, each.name or ""))
        for source, speakers in found.items()
    }
    return {source: tuple(speakers) for source, speakers in by_turns.items() if speakers}


def _names_of(reading: Reading, people: Set[int]) -> dict[int, str | None]:
    """The names of these participants; none of those who withdrew."""
    file, connection = reading.file, reading.connection
    shown = people - quarantine(file).participants
    ids = file.ids_of_rows(connection, shown)
    nouns = {each.id: each.name for each in list_of_rows(file, connection, Case, shown)}
    return {row: nouns.get(id_of_bytes(raw)) for row, raw in ids.items()}


def _belonging(reading: Reading, participant: int) -> set[int]:
    """What belongs to the participant as a whole."""
    found = reading.file.driver().execute(
        "SELECT member FROM state_membership WHERE gone = 0 AND coalesce(dropped, 0) = 0 "
        'AND "group" = ?',
        (participant,),
    )
    return {row for (row,) in found}


def _codings(reading: Reading, sources: Sequence[int]) -> dict[int, int]:
    return dict(
        reading.file.driver()
        .execute(
            "SELECT source, count(*) FROM state_coding WHERE gone = 0 "
            f"AND coalesce(dropped, 0) = 0 AND source IN ({_listed(sources)}) GROUP BY source"
        )
        .fetchall()
    )


def _counts(reading: Reading, rows: frozenset[int]) -> dict[str, int]:
    by_kind: dict[int, list[int]] = {}
    for row, number in reading.file.kinds_of_rows(reading.connection, rows).items():
        by_kind.setdefault(number, []).append(row)
    counts = {}
    for number, found in by_kind.items():
        kind = KIND_OF_NUMBER[number]
        standing = reading.file.looked_up(
            f"SELECT row, 1 FROM {state_of(kind).name} "
            "WHERE gone = 0 AND coalesce(dropped, 0) = 0 AND row",
            found,
        )
        if standing:
            counts[kind.name] = len(standing)
    return counts


def _listed(rows: Sequence[int]) -> str:
    return ",".join(str(int(row)) for row in rows)
