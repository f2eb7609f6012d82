"""Counting distinct things in the cells of a table, on columns alone: no store, no names.

A *fact* is the smallest thing that is counted from: one passage with one of its speakers. A
fact may lie in several rows and columns; what is counted (its *unit*: a participant, a source,
a passage) counts once in a cell however many facts it has there, and once in each total.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = [
    "Counts",
    "Crossed",
    "Lookup",
    "Pairs",
    "Spans",
    "cross",
    "distinct",
    "distinct_counts",
    "length_counts",
    "merged_pairs",
    "several",
    "with_none",
]

Longs: TypeAlias = npt.NDArray[np.int64]


class Pairs(NamedTuple):
    """Which facts lie in which members of one side of a table, ordered by fact."""

    fact: Longs
    member: Longs


class Crossed(NamedTuple):
    """Facts with each row and column that they lie in."""

    fact: Longs
    row: Longs
    column: Longs


class Spans(NamedTuple):
    """Where the passage of each fact lies: in which text, from where to where, in any unit."""

    text: Longs
    start: Longs
    end: Longs


@dataclass(frozen=True, eq=False)
class Counts:
    """The cells of a table with its totals, which are counts of their own and no sums."""

    cells: Longs
    rows: Longs
    columns: Longs
    total: int


class Lookup:
    """In which members things lie, by a number of the thing (such as its entity row)."""

    def __init__(self, thing: npt.ArrayLike, member: npt.ArrayLike) -> None:
        things, members = np.asarray(thing, np.int64), np.asarray(member, np.int64)
        order = np.lexsort((members, things))
        self._members = members[order]
        size = int(things.max()) + 1 if len(things) else 0
        self._first = np.searchsorted(things[order], np.arange(size + 1))

    def renumbered(self, number: Longs) -> Lookup:
        """The same with other numbers for the members; those that get -1 are left out."""
        things = np.repeat(np.arange(len(self._first) - 1), np.diff(self._first))
        members = number[self._members]
        kept = members >= 0
        return Lookup(things[kept], members[kept])

    def pairs(self, things: npt.NDArray[np.integer]) -> Pairs:
        """The members of each fact's thing; -1 is no thing."""
        size = len(self._first) - 1
        known = (things >= 0) & (things < size)
        at = np.where(known, things, 0).astype(np.int64)
        if not size:
            return Pairs(np.empty(0, np.int64), np.empty(0, np.int64))
        first = self._first[at]
        count = np.where(known, self._first[at + 1] - first, 0)
        fact, place = _expanded(first, count)
        return Pairs(fact, self._members[place])


def merged_pairs(a: Pairs, b: Pairs) -> Pairs:
    """The pairs of either, each once."""
    both = np.stack((np.concatenate((a.fact, b.fact)), np.concatenate((a.member, b.member))))
    if not both.shape[1]:
        return a
    width = int(both[1].max()) + 1
    keys = distinct(both[0] * width + both[1])
    return Pairs(keys // width, keys % width)


def with_none(pairs: Pairs, facts: int, member: int) -> tuple[Pairs, bool]:
    """The pairs, with one more member for facts that lie in none; and whether it was needed."""
    without = np.ones(facts, bool)
    without[pairs.fact] = False
    left = np.flatnonzero(without)
    if not len(left):
        return pairs, False
    fact = np.concatenate((pairs.fact, left))
    held = np.concatenate((pairs.member, np.full(len(left), member, np.int64)))
    order = np.argsort(fact, kind="stable")
    return Pairs(fact[order], held[order]), True


def cross(rows: Pairs, columns: Pairs) -> Crossed:
    """Every row of a fact with every column of it."""
    low = np.searchsorted(columns.fact, rows.fact, "left")
    high = np.searchsorted(columns.fact, rows.fact, "right")
    pair, place = _expanded(low, high - low)
    return Crossed(rows.fact[pair], rows.member[pair], columns.member[place])


def distinct_counts(crossed: Crossed, unit: Longs, shape: tuple[int, int]) -> Counts:
    """How many distinct units each cell, row and column has; ``unit`` is by fact, from 0."""
    units = unit[crossed.fact]
    width = int(units.max()) + 1 if len(units) else 1
    cells = distinct((crossed.row * shape[1] + crossed.column) * width + units)
    place, units = cells // width, cells % width
    row, column = place // shape[1], place % shape[1]
    return Counts(
        np.bincount(place, minlength=shape[0] * shape[1]).reshape(shape),
        np.bincount(distinct(row * width + units) // width, minlength=shape[0]),
        np.bincount(distinct(column * width + units) // width, minlength=shape[1]),
        len(distinct(units)),
    )


def length_counts(crossed: Crossed, spans: Spans, shape: tuple[int, int]) -> Counts:
    """How much of the texts the passages of each cell cover; what overlaps counts once."""
    chosen = Spans(*(column[crossed.fact] for column in spans))
    place = crossed.row * shape[1] + crossed.column
    nowhere = np.zeros(len(place), np.int64)
    return Counts(
        _covered(place, chosen, shape[0] * shape[1]).reshape(shape),
        _covered(crossed.row, chosen, shape[0]),
        _covered(crossed.column, chosen, shape[1]),
        int(_covered(nowhere, chosen, 1)[0]),
    )


def several(pairs: Pairs, unit: Longs) -> int:
    """How many units lie in more than one member."""
    if not len(pairs.fact):
        return 0
    width = int(pairs.member.max()) + 1
    units = distinct(unit[pairs.fact] * width + pairs.member) // width
    return len(distinct(units[1:][units[1:] == units[:-1]]))


def distinct(numbers: Longs) -> Longs:
    """The distinct numbers in order, by sorting: many times faster here than by hashing."""
    ordered = np.sort(numbers)
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def _expanded(first: Longs, count: Longs) -> tuple[Longs, Longs]:
    """All (index, place) pairs of ranges that begin at ``first`` and are ``count`` long."""
    index = np.repeat(np.arange(len(first), dtype=np.int64), count)
    before = np.repeat(np.cumsum(count) - count, count)
    return index, np.arange(len(index)) - before + np.repeat(first, count)


def _covered(group: Longs, spans: Spans, groups: int) -> Longs:
    """The length that the spans of each group cover together."""
    lengths = np.zeros(groups, np.int64)
    if not len(group):
        return lengths
    order = np.lexsort((spans.start, spans.text, group))
    owner, text = group[order], spans.text[order]
    start, end = spans.start[order], spans.end[order]
    # One number for each run of a text in a group; it grows, so an earlier run reaches no later.
    run = np.concatenate(([0], np.cumsum((owner[1:] != owner[:-1]) | (text[1:] != text[:-1]))))
    reach = np.maximum.accumulate((run << 32) + end)
    before = np.concatenate(([np.int64(-1)], reach[:-1]))
    fresh = np.maximum((run << 32) + start, before)
    np.add.at(lengths, owner, np.maximum((run << 32) + end - fresh, 0))
    return lengths
