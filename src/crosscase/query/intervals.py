"""Sets of intervals in sources, compared by sorting: no loop over rows, no table of all pairs.

An interval is half-open and lies in one source; two that only touch share nothing. Positions
are counted in any unit (characters, words, turns) as long as both sides use the same. Answers
are exact for any order, overlap and repetition of intervals on either side.

The trick of all of them: source and position together make one 64-bit number, so that a sorted
array of starts or ends can be asked for every source at once, and the greatest end so far is
never that of an earlier source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "Intervals",
    "Positions",
    "Stretches",
    "common_stretches",
    "containing",
    "count_before",
    "following",
    "last_before",
    "near",
    "next_after",
    "overlapping",
    "preceding",
    "turn_numbers",
    "within",
]

Mask: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.int64]
_Keys: TypeAlias = NDArray[np.int64]

_SOURCE_BITS = 32
_FARTHEST = (1 << 31) - 1
_NOWHERE = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class Intervals:
    """Columns of intervals: the source (a row number, not negative), and where each lies in it."""

    source: NDArray[np.int32]
    start: NDArray[np.int32]
    end: NDArray[np.int32]

    @classmethod
    def of(cls, source: ArrayLike, start: ArrayLike, end: ArrayLike) -> Intervals:
        """Intervals from any three sequences of whole numbers of the same length."""
        columns = [np.asarray(column, dtype=np.int32) for column in (source, start, end)]
        return cls(*columns)

    def __len__(self) -> int:
        return len(self.source)

    def taken(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> Intervals:
        """Some of the rows, by mask or by index."""
        return Intervals(self.source[rows], self.start[rows], self.end[rows])


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """Where units begin (turns, words), sorted by source and then by position."""

    source: NDArray[np.int32]
    start: NDArray[np.int32]


class Stretches(NamedTuple):
    """What pairs of intervals share, with the rows the pair came from; sorted by place."""

    source: NDArray[np.int32]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    index_a: Indices
    index_b: Indices


def overlapping(a: Intervals, b: Intervals) -> Mask:
    """Which of a share a position with one of b."""
    b = b.taken(b.start < b.end)
    starts, farthest_ends = _ends_by_start(b)
    begun = np.searchsorted(starts, _key(a.source, a.end), side="left")
    reaches: Mask = farthest_ends[begun] > _key(a.source, a.start)
    return reaches & (a.start < a.end)


def within(a: Intervals, b: Intervals) -> Mask:
    """Which of a lie inside one of b, or are the same."""
    starts, farthest_ends = _ends_by_start(b)
    begun = np.searchsorted(starts, _key(a.source, a.start), side="right")
    reaches: Mask = farthest_ends[begun] >= _key(a.source, a.end)
    return reaches


def containing(a: Intervals, b: Intervals) -> Mask:
    """Which of a have one of b inside them, or are the same."""
    starts = _key(b.source, b.start)
    order = np.argsort(starts, kind="stable")
    ends = np.append(_key(b.source, b.end)[order], _NOWHERE)
    nearest_ends = np.minimum.accumulate(ends[::-1])[::-1]
    first = np.searchsorted(starts[order], _key(a.source, a.start), side="left")
    holds: Mask = nearest_ends[first] <= _key(a.source, a.end)
    return holds


def preceding(a: Intervals, b: Intervals, max_gap: int | None = None) -> Mask:
    """Which of a end before one of b starts, with at most ``max_gap`` positions between."""
    nearest = next_after(a, b)
    found = nearest >= 0
    if max_gap is not None and len(b):
        gap = b.start[nearest].astype(np.int64) - a.end
        found &= gap <= max_gap
    return found


def following(a: Intervals, b: Intervals, max_gap: int | None = None) -> Mask:
    """Which of a start after one of b ends, with at most ``max_gap`` positions between."""
    nearest = last_before(a, b)
    found = nearest >= 0
    if max_gap is not None and len(b):
        gap = a.start.astype(np.int64) - b.end[nearest]
        found &= gap <= max_gap
    return found


def near(a: Intervals, b: Intervals, max_gap: int) -> Mask:
    """Which of a overlap one of b or have at most ``max_gap`` positions between them.

    Intervals of one position may be given with ``end`` equal to ``start``; the gap between
    turns 3 and 5 is then 2.
    """
    starts, farthest_ends = _ends_by_start(b)
    last_start = np.minimum(a.end.astype(np.int64) + max_gap, _FARTHEST)
    first_end = np.maximum(a.start.astype(np.int64) - max_gap, 0)
    begun = np.searchsorted(starts, _key(a.source, last_start), side="right")
    reaches: Mask = farthest_ends[begun] >= _key(a.source, first_end)
    return reaches


def next_after(a: Intervals, b: Intervals) -> Indices:
    """For each of a the row of b that starts first at or after its end; -1 where none does."""
    starts = _key(b.source, b.start)
    order = np.argsort(starts, kind="stable")
    place = np.searchsorted(starts[order], _key(a.source, a.end), side="left")
    rows = np.append(order, -1)[place]
    return _where_same_source(a, b, rows)


def last_before(a: Intervals, b: Intervals) -> Indices:
    """For each of a the row of b that ends last at or before its start; -1 where none does."""
    ends = _key(b.source, b.end)
    order = np.argsort(ends, kind="stable")
    place = np.searchsorted(ends[order], _key(a.source, a.start), side="right")
    rows = np.insert(order, 0, -1)[place]
    return _where_same_source(a, b, rows)


def common_stretches(a: Intervals, b: Intervals) -> Stretches:
    """What each pair of an interval of a and one of b share.

    Of two that overlap, exactly one starts inside the other: b inside a or at its start, or a
    after the start of b. Each half is one range in a sorted array of starts.
    """
    rows_a, rows_b = np.flatnonzero(a.start < a.end), np.flatnonzero(b.start < b.end)
    solid_a, solid_b = a.taken(rows_a), b.taken(rows_b)
    first_a, first_b = _starting_inside(solid_a, solid_b, at_start=True)
    second_b, second_a = _starting_inside(solid_b, solid_a, at_start=False)
    index_a = rows_a[np.concatenate((first_a, second_a))]
    index_b = rows_b[np.concatenate((first_b, second_b))]
    source = a.source[index_a]
    start = np.maximum(a.start[index_a], b.start[index_b])
    end = np.minimum(a.end[index_a], b.end[index_b])
    order = np.lexsort((index_b, index_a, end, start, source))
    columns = (source[order], start[order], end[order])
    return Stretches(*columns, index_a[order], index_b[order])


def turn_numbers(
    source: ArrayLike, start: ArrayLike, end: ArrayLike, turns: Positions
) -> tuple[Indices, Indices]:
    """The first and last turn each interval touches, counted from 0 in its source.

    -1 stands for the text before the first turn. Give ``near`` intervals from the first to the
    last number itself, so that neighbouring turns are 1 apart.
    """
    first = count_before(source, np.asarray(start, dtype=np.int64) + 1, turns) - 1
    last = count_before(source, end, turns) - 1
    return first, np.maximum(first, last)


def count_before(source: ArrayLike, position: ArrayLike, units: Positions) -> Indices:
    """How many units of the same source begin before each position."""
    starts = _key(units.source, units.start)
    sources = np.asarray(source, dtype=np.int64)
    before = np.searchsorted(starts, _key(sources, np.asarray(position)), side="left")
    earlier = np.searchsorted(starts, sources << _SOURCE_BITS, side="left")
    return (before - earlier).astype(np.int64)


def _key(source: NDArray[np.integer], position: NDArray[np.integer]) -> _Keys:
    """Source and position as one number; positions are at least 0."""
    return (source.astype(np.int64) << _SOURCE_BITS) + position


def _ends_by_start(b: Intervals) -> tuple[_Keys, _Keys]:
    """The starts in order, and the farthest end among the first 0, 1, 2... of them."""
    starts = _key(b.source, b.start)
    order = np.argsort(starts, kind="stable")
    farthest = np.maximum.accumulate(_key(b.source, b.end)[order])
    return starts[order], np.insert(farthest, 0, -1)


def _starting_inside(a: Intervals, b: Intervals, at_start: bool) -> tuple[Indices, Indices]:
    """Pairs of rows of which b starts inside a; ``at_start`` also where both start together."""
    starts = _key(b.source, b.start)
    order = np.argsort(starts, kind="stable")
    side = "left" if at_start else "right"
    low = np.searchsorted(starts[order], _key(a.source, a.start), side=side)  # type: ignore[call-overload]
    high = np.searchsorted(starts[order], _key(a.source, a.end), side="left")
    counts = np.maximum(high - low, 0)
    index_a = np.repeat(np.arange(len(a), dtype=np.int64), counts)
    firsts = np.repeat(low - (np.cumsum(counts) - counts), counts)
    index_b = order[firsts + np.arange(len(index_a))]
    return index_a, index_b


def _where_same_source(a: Intervals, b: Intervals, rows: Indices) -> Indices:
    if not len(b):
        return rows
    return np.where((rows >= 0) & (b.source[rows] == a.source), rows, -1)
