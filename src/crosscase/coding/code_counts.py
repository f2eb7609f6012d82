"""How much stands on each code and those below it, counted for all codes at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.model.ids import Id
from crosscase.store.code_tree import CodeTree
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import pairs_of_ranges, participants_of_passages

__all__ = ["CodeCount", "count_codes"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How much is coded with a code or with one below it.

    Each participant, source and distinct passage counts once, and so does one code on one
    passage by one coder, however often it was put there.
    """

    participants: int
    sources: int
    passages: int
    codings: int


def count_codes(reading: Reading, tree: CodeTree) -> dict[Id, CodeCount]:
    """The counts of every code of the tree, in the order of the codebook."""
    walk = [code.id for _, code in tree.walk()]
    columns = coding_columns(reading.file, reading.connection)
    number = {row: at for at, id_ in enumerate(walk) if (row := reading.row(id_)) is not None}
    codes = np.full(max([0, *number, int(columns.code.max(initial=0))]) + 2, -1, np.int64)
    codes[list(number)] = list(number.values())
    codings = columns.take(codes[columns.code] >= 0)
    upward = _Upward(tree, walk)
    code, passage, starts = codes[codings.code], *_passages(codings)
    coded = _distinct(code, codings.coder.astype(np.int64) + 1, passage)[0]
    above, on = upward.pairs(code, passage)
    in_source, _ = _distinct(above, codings.source[starts[on]].astype(np.int64))
    size = len(walk)
    totals = (
        _per_code(_speaking(reading, codings, starts, above, on), size),
        _per_code(in_source, size),
        _per_code(above, size),
        _per_code(upward.members(coded)[1], size),
    )
    return {
        id_: CodeCount(*counts)
        for id_, *counts in zip(walk, *(each.tolist() for each in totals), strict=True)
    }


def _speaking(
    reading: Reading, codings: CodingColumns, starts: Longs, above: Longs, passage: Longs
) -> Longs:
    """The codes of all distinct (code, participant) pairs."""
    first = codings.take(starts)
    turns = turn_columns(reading.file, reading.connection)
    at, people = participants_of_passages(turns, first.source, first.start_char, first.end_char)
    low, high = np.searchsorted(at, passage, "left"), np.searchsorted(at, passage, "right")
    owner, member = pairs_of_ranges(low, high)
    return _distinct(above[owner], people[member].astype(np.int64))[0]


class _Upward:
    """For each code, by its number in the codebook, itself and all above it."""

    def __init__(self, tree: CodeTree, walk: list[Id]) -> None:
        number = {id_: at for at, id_ in enumerate(walk)}
        lines: list[list[int]] = []
        for at, id_ in enumerate(walk):
            parent = tree.parent_of(tree.codes[id_])
            # Parents stand before their children in the codebook.
            lines.append([at, *(lines[number[parent]] if parent is not None else ())])
        lengths = np.array([len(line) for line in lines], np.int64)
        self._members = np.array([each for line in lines for each in line], np.int64)
        self._after = np.cumsum(lengths)
        self._first = self._after - lengths

    def members(self, code: Longs) -> tuple[Longs, Longs]:
        """All (index, code itself or above it) pairs."""
        owner, member = pairs_of_ranges(self._first[code], self._after[code])
        return owner, self._members[member]

    def pairs(self, code: Longs, passage: Longs) -> tuple[Longs, Longs]:
        """All distinct (code itself or above it, passage) pairs."""
        owner, above = self.members(code)
        return _distinct(above, passage[owner])


def _passages(codings: CodingColumns) -> tuple[Longs, Longs]:
    """The number of each coding's distinct passage, and where each passage first stands."""
    new = np.zeros(len(codings), bool)
    new[:1] = True
    # Codings come in the order of source, start and end.
    for column in (codings.source, codings.start_char, codings.end_char):
        new[1:] |= column[1:] != column[:-1]
    return np.cumsum(new) - 1, np.flatnonzero(new).astype(np.int64)


def _distinct(first: Longs, second: Longs, third: Longs | None = None) -> tuple[Longs, Longs]:
    """The distinct pairs (or triples, of which the first two are given back)."""
    width = int(second.max(initial=0)) + 1
    key = first * width + second
    if third is not None:
        depth = int(third.max(initial=0)) + 1
        key = np.unique(key * depth + third) // depth
    else:
        key = np.unique(key)
    return key // width, key % width


def _per_code(codes: Longs, size: int) -> Longs:
    return np.bincount(codes, minlength=size)
