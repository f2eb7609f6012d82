"""Which passages meet: one sort and one search over all sources at once, and counts by pair.

Source and place make one number (source x 2^32 + place), so that sorted starts can be searched for
every source at once. Of two passages that meet, one begins before the other; so each pair is found
once, in the run of starts that follows the earlier one's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["MeetingRows", "PairCounts", "count_meetings", "distinct_by_pair", "meeting_rows"]

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_SPAN = np.int64(1) << 32
_FARTHEST = (1 << 31) - 1


@dataclass(frozen=True, slots=True, eq=False)
class MeetingRows:
    """Pairs of rows that meet, each once: ``first`` begins no later than ``second``."""

    first: Longs
    second: Longs

    def __len__(self) -> int:
        return len(self.first)

    def taken(self, keep: Mask | Longs) -> MeetingRows:
        """Some of the pairs."""
        return MeetingRows(self.first[keep], self.second[keep])


@dataclass(frozen=True, slots=True, eq=False)
class PairCounts:
    """How often codes meet. Arrays of codes, and of codes x codes.

    ``each`` units have a code; of them ``met[a, b]`` (for code a) meet one of code b; ``pairs``
    counts pairs of units as other programs do, symmetric; ``units`` have any code at all.
    Where both codes lie on the same units, such as turns, all three say the same.
    """

    each: Longs
    met: Longs
    pairs: Longs
    units: int

    @property
    def both(self) -> Longs:
        """Units counted for both codes: of the one of which fewer meet the other.

        So none counts twice, and c never passes 1, however many passages of one code lie
        within a single passage of the other.
        """
        smaller: Longs = np.minimum(self.met, self.met.T)
        return smaller


def meeting_rows(source: Ints, start: Ints, end: Ints, *, gap: int | None = None) -> MeetingRows:
    """All pairs of rows of one source that share a position, or lie at most ``gap`` apart.

    :param source: the source of each row, a number from 0.
    :param start: where each begins; ``end`` is where it ends, half-open. Any unit.
    :param gap: None: they must share a position (rows of no length share none). Else the most
        positions between the end of one and the start of the other; 0 also takes those that touch.
        To count turns give the first and the last turn of each row: neighbours are 1 apart.
    :returns: each unordered pair once; the rows are places in the arrays given.
    """
    key = (source.astype(np.int64) << 32) + start
    order: Longs | None = None
    if gap is None and not bool(np.all(start < end)):
        order = np.flatnonzero(start < end)
    ordered = key if order is None else key[order]
    if len(ordered) and bool(np.any(ordered[1:] < ordered[:-1])):
        by_place = np.argsort(ordered, kind="stable")
        order = by_place if order is None else order[by_place]
        ordered = key[order]
    reach = (source.astype(np.int64) << 32) + np.minimum(
        end.astype(np.int64) + (0 if gap is None else gap), _FARTHEST
    )
    last = np.searchsorted(
        ordered, reach if order is None else reach[order], "left" if gap is None else "right"
    )
    rows = np.arange(len(ordered), dtype=np.int64)
    count = np.maximum(last - rows - 1, 0)
    first = np.repeat(rows, count)
    begins = np.cumsum(count) - count
    second = np.arange(len(first), dtype=np.int64) + np.repeat(rows + 1 - begins, count)
    if order is None:
        return MeetingRows(first, second)
    return MeetingRows(order[first], order[second])


def count_meetings(
    code: Longs, meetings: MeetingRows, codes: int, *, units: int, apart: Mask | None = None
) -> PairCounts:
    """The counts of each pair of codes, from the rows that meet.

    :param code: the code of each row, from 0. A row is one passage with one code: the same
        passage with two codes is two rows (which meet), and no row may be there twice.
    :param codes: how many codes there are.
    :param units: how many distinct passages there are.
    :param apart: codes x codes: of which pairs meetings count; None: of all but a code with itself.
    """
    one, two = code[meetings.first], code[meetings.second]
    keep = one != two if apart is None else apart[one, two]
    if not bool(keep.all()):
        meetings = meetings.taken(keep)
        one, two = one[keep], two[keep]
    pair = np.bincount(one * codes + two, minlength=codes * codes).reshape(codes, codes)
    # Each row with each code that it meets, once: as short a number as will hold it sorts faster.
    narrow: type[np.integer] = np.uint32 if len(code) * codes < 1 << 32 else np.int64
    keys = np.empty(2 * len(one), narrow)
    np.add(meetings.first * codes, two, out=keys[: len(one)], casting="unsafe")
    np.add(meetings.second * codes, one, out=keys[len(one) :], casting="unsafe")
    keys.sort()
    new = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    keys = keys[new]
    row, other = np.divmod(keys, narrow(codes))
    met = np.bincount(code[row] * codes + other, minlength=codes * codes)
    return PairCounts(
        each=np.bincount(code, minlength=codes).astype(np.int64),
        met=met.reshape(codes, codes).astype(np.int64),
        pairs=(pair + pair.T).astype(np.int64),
        units=units,
    )


def distinct_by_pair(one: Longs, two: Longs, group: Longs, codes: int) -> Longs:
    """Codes x codes: how many distinct groups (such as participants) each pair of codes has.

    :param one: a code of each meeting, ``two`` the other; ``group`` is from 0, -1 is nobody.
    :returns: symmetric.
    """
    keep = group >= 0
    low, high = np.minimum(one, two)[keep], np.maximum(one, two)[keep]
    found = np.zeros(codes * codes, np.int64)
    if len(low):
        width = int(group.max()) + 1
        keys = np.sort((low * codes + high) * width + group[keep])
        new = np.ones(len(keys), bool)
        new[1:] = keys[1:] != keys[:-1]
        found = np.bincount(keys[new] // width, minlength=codes * codes).astype(np.int64)
    table = found.reshape(codes, codes)
    return table + np.triu(table, 1).T
