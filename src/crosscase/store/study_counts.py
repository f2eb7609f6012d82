"""How many of everything a study holds: only what shows is counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.model.nouns import Code, Coder, Link, Memo
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.turn_columns import turn_columns

__all__ = ["StudyCounts", "study_counts"]


@dataclass(frozen=True, slots=True)
class StudyCounts:
    """The figures of `crosscase info`. ``passages`` are distinct; ``codings`` are all."""

    sources: int
    words: int
    turns: int
    codes: int
    codings: int
    passages: int
    cases: int
    participants: int
    interviewed: int
    coders: int
    memos: int
    links: int
    operations: int
    conflicts: int


def study_counts(reading: Reading) -> StudyCounts:
    """Count what shows."""
    file, connection = reading.file, reading.connection
    raw = file.driver()
    shown = reading.showing()
    sizes = raw.execute("SELECT source, words, turns FROM source_text").fetchall()
    columns = coding_columns(file, connection)
    kinds = [
        kind for row, kind in raw.execute("SELECT row, case_kind FROM state_case") if row in shown
    ]
    spoken = turn_columns(file, connection).participant
    return StudyCounts(
        sources=sum(row in shown for (row,) in raw.execute("SELECT row FROM state_source")),
        words=sum(words for source, words, _ in sizes if source in shown),
        turns=sum(turns for source, _, turns in sizes if source in shown),
        codes=sum(code.merged_into is None for code in reading.all(Code)),
        codings=len(columns),
        passages=_distinct(columns.source, columns.start_char, columns.end_char, columns.region),
        cases=len(kinds),
        participants=kinds.count("person"),
        interviewed=int(np.count_nonzero(np.bincount(spoken[spoken >= 0]))),
        coders=len(reading.all(Coder)),
        memos=len(reading.all(Memo)),
        links=len(reading.all(Link)),
        operations=raw.execute("SELECT count(*) FROM operation").fetchone()[0],
        conflicts=_conflict_count(reading),
    )


def _distinct(*columns: npt.NDArray[np.int32]) -> int:
    """How many distinct rows; the columns come sorted by the first, second and so on."""
    if not len(columns[0]):
        return 0
    new = np.zeros(len(columns[0]), bool)
    new[0] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return int(new.sum())


def _conflict_count(reading: Reading) -> int:
    from crosscase.store.conflicts import list_conflicts

    return len(list_conflicts(reading))
