"""What hangs on one participant, counted: what a withdrawal hides, and what a purge takes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.model.nouns import Source
from crosscase.store.quarantine import quarantine, quarantine_of
from crosscase.store.reading import list_of_rows
from crosscase.store.session import Reading
from crosscase.store.state_tables import state_of
from crosscase.store.texts import current_text

__all__ = ["HungSource", "HungThings", "hung_things", "withdrawn_participants"]


@dataclass(frozen=True, slots=True)
class HungSource:
    """A source in which a participant speaks; ``others`` counts the other people linked in it."""

    source: Source
    others: int
    turns: int
    codings: int


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


def hung_things(reading: Reading, participant: int) -> HungThings:
    """What hangs on a participant, whether they withdrew or not."""
    file, connection = reading.file, reading.connection
    held = quarantine_of(file, connection, participant)
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
    codings = _codings(reading, sources)
    nouns = {each.id: each for each in list_of_rows(file, connection, Source, sources)}
    listed = tuple(
        HungSource(
            nouns[id_of_bytes(raw)], others.get(row, 0), turns.get(row, 0), codings.get(row, 0)
        )
        for raw, row in sorted(ids.items(), key=lambda pair: pair[1])
    )
    counts = _counts(reading, held.rows)
    counts["turn"] = sum(each.turns for each in listed)
    counts["coding"] = sum(each.codings for each in listed)
    texts = (current_text(file, connection, row) for row in sources)
    stand = tuple(text for text in texts if text)
    return HungThings(held.rows, held.sources, listed, counts, stand)


def _others(reading: Reading, sources: Sequence[int], participant: int) -> dict[int, int]:
    return dict(
        reading.file.driver()
        .execute(
            "SELECT source, count(DISTINCT participant) FROM state_speaker WHERE gone = 0 "
            "AND coalesce(dropped, 0) = 0 AND participant IS NOT NULL AND participant <> ? "
            f"AND source IN ({_listed(sources)}) GROUP BY source",
            (participant,),
        )
        .fetchall()
    )


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
