"""What a study's file holds, in bytes and numbers, for those who answer for its data."""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.model.ids import id_of_bytes
from crosscase.model.kinds import KINDS
from crosscase.store.media_folder import used_media
from crosscase.store.session import Reading
from crosscase.store.state_tables import state_of

__all__ = ["MergeEntry", "StorageSizes", "storage_sizes", "writers_of_study"]


@dataclass(frozen=True, slots=True)
class MergeEntry:
    """A copy that was merged: when, from which file, and how much it brought."""

    wall_ms: int
    file_name: str
    operations: int


@dataclass(frozen=True, slots=True)
class StorageSizes:
    """How much lies where; sizes are in bytes."""

    file: int
    texts: int
    text_bytes: int
    originals: int
    original_bytes: int
    recordings: int
    operations: int
    anonymised: int
    purges: int
    merges: tuple[MergeEntry, ...]


def storage_sizes(reading: Reading) -> StorageSizes:
    """Measure the study's file; recordings are counted by what sources name."""
    raw = reading.file.driver()

    def one(question: str) -> int:
        return int(raw.execute(question).fetchone()[0] or 0)

    original = "SELECT original FROM state_source WHERE original IS NOT NULL AND gone = 0"
    merges = raw.execute(
        "SELECT wall_ms, file_name, operations FROM receipt WHERE taken_out = 0 ORDER BY row"
    ).fetchall()
    return StorageSizes(
        file=one("PRAGMA page_count") * one("PRAGMA page_size"),
        texts=one(f"SELECT count(*) FROM blob WHERE hash NOT IN ({original})"),
        text_bytes=one(f"SELECT sum(length(bytes)) FROM blob WHERE hash NOT IN ({original})"),
        originals=one(f"SELECT count(*) FROM blob WHERE hash IN ({original})"),
        original_bytes=one(f"SELECT sum(length(bytes)) FROM blob WHERE hash IN ({original})"),
        recordings=len(used_media(reading.file, reading.connection)),
        operations=one("SELECT count(*) FROM operation"),
        anonymised=_said(reading, "sources.anonymised"),
        purges=one(f"SELECT count(*) FROM {state_of(KINDS['purge']).name} WHERE gone = 0"),
        merges=tuple(MergeEntry(*each) for each in merges),
    )


def _said(reading: Reading, sentence: str) -> int:
    """How many operations say this and are not undone."""
    from crosscase.log.canonical import decode

    undone = reading.file.undone(reading.connection)
    rows = reading.file.driver().execute(
        "SELECT w.id, o.seq, o.sentence FROM operation o JOIN writer w ON w.row = o.writer"
    )
    return sum(
        decode(said)[0] == sentence and (bytes(writer), seq) not in undone
        for writer, seq, said in rows
    )


def writers_of_study(reading: Reading) -> dict[str | None, tuple[int, int]]:
    """Who has recorded how many operations, and when the latest was (milliseconds), by id."""
    rows = reading.file.driver().execute(
        "SELECT person, count(*), max(wall_ms) FROM operation GROUP BY person"
    )
    return {
        None if person is None else id_of_bytes(bytes(person)): (count, latest)
        for person, count, latest in rows
    }
