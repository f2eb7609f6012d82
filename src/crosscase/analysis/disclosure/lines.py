"""Small counts in lines of which the total is known, and in lines that lie in one another.

A small count that is hidden alone is the total less the others. So the next smallest of its line
is hidden with it, until a reader must allow for a value at or above the threshold (secondary
suppression; Hundepool and others 2012, Statistical Disclosure Control, chapter 4). Zeros are
hidden only with the whole line, so that what is hidden tells no zero from a one.

Lines of codes lie in one another: whoever has a code has the one above it, and whoever has the one
above has a code below it or that one itself. Whether this leaves one value alone is found by
integer programming over all that fits what is told; then lines above, below and beside are hidden
as well. Where there is too much to be tried, the same columns are hidden in all lines of a family:
then whoever is in one of them may as well be in another, and nothing that is told would change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["hidden_in_line", "hidden_in_lines"]

_Counts = npt.NDArray[np.int64]
_Mask = npt.NDArray[np.bool_]

_MOST_TRIED, _LARGEST_TRIED = 200, 3_000
_SECONDS = 5


def hidden_in_line(counts: Sequence[int], *, threshold: int = 3) -> frozenset[int]:
    """Which counts of a line are not to be told, where their total is known.

    :param counts: whole numbers, none below zero, of people who are in one of them each.
    :param threshold: counts from 1 to one below this are small.
    :returns: the numbers of the counts; where the total itself is small, all of them.
    """
    line = np.asarray(counts, np.int64)
    return frozenset(np.flatnonzero(_hidden(line, np.zeros(len(line), bool), threshold)).tolist())


def hidden_in_lines(
    counts: Sequence[Sequence[int]],
    above: Sequence[int | None],
    own: Sequence[int],
    *,
    threshold: int = 3,
    away: Collection[int] = (),
) -> tuple[tuple[bool, ...], ...]:
    """Which cells are not to be told of lines that lie in one another.

    :param counts: a line for each code, a column for each place.
    :param above: for each line the number of the line that it lies in.
    :param own: how many people have the code of the line itself, wherever they are; the sum of the
        line where people stand in several of its columns.
    :param threshold: counts from 1 to one below this are small.
    :param away: columns that are told of no line, since it is not told how many are there at all.
    Limits: the hidden set is not the smallest; a table of one column has nothing to hide behind.
    """
    if not any(map(len, counts)):
        return tuple(() for _ in counts)
    table = np.asarray(counts, np.int64).reshape(len(counts), -1)
    hidden = np.zeros(table.shape, bool)
    hidden[:, sorted(away)] = True
    for family in _families(above):
        place = {row: at for at, row in enumerate(family)}
        parents = [-1 if (up := above[row]) is None else place[up] for row in family]
        mine = _Family(table[family], hidden[family], parents, [own[row] for row in family])
        hidden[family] = mine.guarded(threshold)
    return tuple(tuple(row) for row in hidden.tolist())


def _families(above: Sequence[int | None]) -> list[list[int]]:
    """The lines that lie in one another, together."""
    found: dict[int, list[int]] = {}
    for row in range(len(above)):
        top = row
        while (up := above[top]) is not None:
            top = up
        found.setdefault(top, []).append(row)
    return list(found.values())


def _hidden(line: _Counts, away: _Mask, threshold: int) -> _Mask:
    """The cells of one line to hide beside those that are away, so that its sum tells none."""
    hidden = away | ((line > 0) & (line < threshold))
    if not line[hidden].any():  # nobody is hidden: zeros that are away tell nothing
        return hidden
    further = [at for at in np.argsort(line, kind="stable").tolist() if line[at] and not hidden[at]]
    while not _leaves_room(line, hidden, threshold):
        if not further:
            return np.ones(len(line), bool)
        hidden[further.pop(0)] = True
    return hidden


def _leaves_room(line: _Counts, hidden: _Mask, threshold: int) -> bool:
    """Whether one that is hidden may be as large as the threshold, for all that a reader knows."""
    held = line[hidden]
    others = 0 if _may_be_zero(line, hidden) else len(held) - 1
    return len(held) > 1 and int(held.sum()) - others >= threshold


def _may_be_zero(line: _Counts, hidden: _Mask) -> bool:
    """Whether zeros are hidden in the line: where they are told, what is hidden is one or more."""
    return bool(hidden.all()) or not line[hidden].all()


class _Family:
    """Lines that lie in one another, and which of their cells are hidden so far."""

    def __init__(
        self, table: _Counts, hidden: _Mask, parents: Sequence[int], own: Sequence[int]
    ) -> None:
        self.table, self.hidden = table, hidden
        self.parents, self.own = np.array(parents, np.int64), own

    def guarded(self, threshold: int) -> _Mask:
        """What is hidden in the end."""
        changed: list[int] = list(range(len(self.table)))
        while changed:
            for row in changed:
                self.hidden[row] = _hidden(self.table[row], self.hidden[row], threshold)
            is_much = self.hidden.sum() > _MOST_TRIED or self.table.size > _LARGEST_TRIED
            if is_much and len(self.table) > 1:
                fresh = self.hidden.any(axis=0) & ~self.hidden
            else:
                fresh = self._further()
            changed = np.flatnonzero(fresh.any(axis=1)).tolist()
            self.hidden |= fresh
        return self.hidden

    def _further(self) -> _Mask:
        """What is to be hidden as well, since a hidden cell could be told."""
        for row in self._told() if len(self.table) > 1 else ():
            for wider in self._wider(row):
                if (fresh := wider & ~self.hidden).any():
                    return fresh
        return np.zeros(self.table.shape, bool)

    def _wider(self, row: int) -> Iterator[_Mask]:
        """What may be hidden for the sake of a line, the least first, and all of it last."""
        there, everywhere = self.hidden[row], np.ones(self.table.shape[1], bool)
        above = np.arange(len(self.table)) == self.parents[row]
        below = self.parents == row
        beside = (self.parents == self.parents[row]) & (self.parents >= 0)
        every = np.ones(len(self.table), bool)
        for rows, columns in (
            (above, there), (below, there), (beside, there), (every, there), (every, everywhere),
        ):  # fmt: skip
            yield rows[:, None] & columns[None, :]

    def _told(self) -> list[int]:
        """The lines in which a count that is hidden can be one number only."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        size = self.table.size
        terms, least, most = self._constraints()
        low, high = self._limits()
        limits = LinearConstraint(terms, least, most)
        truth = self.table.ravel()
        open_ = np.flatnonzero(self.hidden.ravel() & (truth > 0)).tolist()
        told: list[int] = []
        while open_:
            cell = open_[0]
            for sign in (1, -1):
                wanted = np.zeros(2 * size)
                wanted[cell] = sign
                found: Any = milp(
                    wanted, constraints=limits, bounds=Bounds(low, high),
                    integrality=np.ones(2 * size), options={"time_limit": _SECONDS},
                )  # fmt: skip
                if found.x is not None:
                    open_ = [each for each in open_ if round(found.x[each]) == truth[each]]
                if cell not in open_:
                    break
            else:
                told.append(cell // self.table.shape[1])
                open_.remove(cell)
        return list(dict.fromkeys(told))

    def _limits(self) -> tuple[_Counts, npt.NDArray[np.float64]]:
        """The least and the most of each cell, and of those with the code itself."""
        zero = [_may_be_zero(*each) for each in zip(self.table, self.hidden, strict=True)]
        low = np.where(self.hidden, np.where(np.array(zero)[:, None], 0, 1), self.table)
        high = np.where(self.hidden, np.inf, self.table)
        nothing = np.zeros(self.table.size, np.int64)
        return np.append(low.ravel(), nothing), np.append(high.ravel(), nothing + np.inf)

    def _constraints(self) -> tuple[Any, list[float], list[float]]:
        """What holds of the cells, and of as many more for those who have the code itself."""
        from scipy.sparse import csr_array

        rows, places = self.table.shape
        size, sums = self.table.size, self.table.sum(axis=1)
        made: list[tuple[dict[int, int], float, float]] = []
        for row in range(rows):
            cells = range(row * places, (row + 1) * places)
            made.append((dict.fromkeys(cells, 1), sums[row], sums[row]))
            itself = {size + cell: 1 for cell in cells}
            made.append((itself, self.own[row], self.own[row]))
            below = np.flatnonzero(self.parents == row).tolist()
            for place, cell in enumerate(cells):
                parts = [size + cell, *(each * places + place for each in below)]
                made.append(({cell: -1, **dict.fromkeys(parts, 1)}, 0, np.inf))
                made += [({cell: 1, part: -1}, 0, np.inf) for part in parts]
        entries = [(at, cell, n) for at, each in enumerate(made) for cell, n in each[0].items()]
        at_row, at_cell, times = zip(*entries, strict=True)
        terms = csr_array((times, (at_row, at_cell)), (len(made), 2 * size))
        return terms, [each[1] for each in made], [each[2] for each in made]
