"""All smallest sets of prime implicants that between them hold every positive row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from crosscase.analysis.qca.implicants import Flags

__all__ = ["MOST_COVERS", "Covers", "minimal_covers"]

MOST_COVERS = 100
# Steps of the search: before the least number is asked of the solver, and after.
_FEW_STEPS = 2_000
_MOST_STEPS = 20_000
_MOST_NODES = 300  # of the solver's own search


@dataclass(frozen=True, slots=True)
class Covers:
    """Smallest covers, each the places of its prime implicants in rising order.

    ``complete``: there are no others. ``proven``: there is none with fewer terms.
    """

    covers: tuple[tuple[int, ...], ...]
    essential: tuple[int, ...]
    complete: bool
    proven: bool


def minimal_covers(chart: Flags, most: int = MOST_COVERS) -> Covers:
    """Solve the chart of prime implicants for every cover with the fewest terms.

    Essential terms first; rows that are held whenever another is fall away; what is left falls
    into parts that are solved alone: the least number by mixed-integer programming (SciPy's
    HiGHS), then all covers of that size by a search that cannot miss one.

    Args:
        chart: which term holds which row, shape (terms, rows); every row is held by some term.
        most: how many covers to list.

    Returns:
        The covers in the order of the terms; ``complete`` is False where the list was cut.
    """
    if not chart.size:
        return Covers(((),), (), True, True)
    essential = sorted({int(chart[:, row].argmax()) for row in np.flatnonzero(chart.sum(0) == 1)})
    open_rows = np.flatnonzero(~chart[essential].any(axis=0))
    parts = [_Part(chart, rows, most) for rows in _parts(chart, _harder(chart, open_rows))]
    joined = (
        tuple(sorted((*essential, *(term for chosen in each for term in chosen))))
        for each in product(*(part.covers for part in parts))
    )
    covers, cut = _first(joined, most)
    complete = not cut and all(part.complete for part in parts)
    proven = all(part.proven for part in parts)
    return Covers(tuple(sorted(covers)), tuple(essential), complete, proven)


def _first(covers: Iterable[tuple[int, ...]], most: int) -> tuple[list[tuple[int, ...]], bool]:
    kept: list[tuple[int, ...]] = []
    for cover in covers:
        if len(kept) == most:
            return kept, True
        kept.append(cover)
    return kept, False


def _harder(chart: Flags, rows: npt.NDArray[np.intp]) -> list[int]:
    """The rows without those that are held whenever another of them is."""
    masks = {int(row): _bits(np.flatnonzero(chart[:, row])) for row in rows}
    kept: list[int] = []
    for row in sorted(masks, key=lambda each: (masks[each].bit_count(), each)):
        if not any(masks[other] & masks[row] == masks[other] for other in kept):
            kept.append(row)
    return kept


def _parts(chart: Flags, rows: list[int]) -> list[list[int]]:
    """Rows that no term holds together with any of another part."""
    parts: list[tuple[Flags, list[int]]] = []
    for row in rows:
        terms, members = chart[:, row], [row]
        apart = []
        for other_terms, others in parts:
            if (terms & other_terms).any():
                terms, members = terms | other_terms, [*others, *members]
            else:
                apart.append((other_terms, others))
        parts = [*apart, (terms, members)]
    return [sorted(members) for _, members in parts]


class _Part:
    """One part of the chart: terms that hold the same of its rows are one class."""

    def __init__(self, chart: Flags, rows: list[int], most: int) -> None:
        table = chart[:, rows]
        groups: dict[int, list[int]] = {}
        for term in np.flatnonzero(table.any(axis=1)).tolist():
            groups.setdefault(_bits(np.flatnonzero(table[term])), []).append(term)
        self._groups = list(groups.values())
        self._holds = list(groups)
        self._held_by = [
            [at for at, held in enumerate(self._holds) if held >> row & 1]
            for row in range(len(rows))
        ]
        # For each row: the rows that some term holds together with it.
        self._with = [self._joined(self._holds[at] for at in terms) for terms in self._held_by]
        self._everything = (1 << len(rows)) - 1
        self._rows = len(rows)
        self.complete = self.proven = True
        chosen = self._deepening(most)
        if chosen is None:
            first, self.proven = self._one_smallest()
            chosen = self._all_of_size(len(first), most, _MOST_STEPS) or [tuple(first)]
        found = (each for classes in chosen for each in self._spelled_out(classes))
        self.covers, cut = _first(found, most)
        self.complete = self.complete and self.proven and not cut

    def _spelled_out(self, classes: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        return product(*(self._groups[at] for at in classes))

    @staticmethod
    def _joined(masks: Iterable[int]) -> int:
        found = 0
        for mask in masks:
            found |= mask
        return found

    def _one_smallest(self) -> tuple[list[int], bool]:
        """One cover with the fewest classes, and whether that is proven."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        best = self._undominated()
        table = np.array(
            [
                [held >> row & 1 for held in map(self._holds.__getitem__, best)]
                for row in range(self._rows)
            ],
            dtype=np.float64,
        )
        found = milp(
            np.ones(len(best)),
            integrality=np.ones(len(best)),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(table, lb=1.0),
            options={"node_limit": _MOST_NODES},
        )
        if found.x is None:
            return self._greedy(best), False
        chosen = [best[at] for at in np.flatnonzero(found.x > 0.5).tolist()]
        return chosen, found.status == 0

    def _greedy(self, best: list[int]) -> list[int]:
        left, chosen = self._everything, []
        while left:
            at = max(best, key=lambda each: (self._holds[each] & left).bit_count())
            chosen.append(at)
            left &= ~self._holds[at]
        return chosen

    def _undominated(self) -> list[int]:
        """Classes that hold no less than another: enough for the size, not for all covers."""
        kept: list[int] = []
        order = range(len(self._holds))
        for at in sorted(order, key=lambda each: -self._holds[each].bit_count()):
            held = self._holds[at]
            if not any(self._holds[other] & held == held for other in kept):
                kept.append(at)
        return sorted(kept)

    def _deepening(self, most: int) -> list[tuple[int, ...]] | None:
        """All smallest covers where the chart is easy; None where that takes too many steps."""
        for size in range(self._at_least(self._everything), self._rows + 1):
            found = self._all_of_size(size, most, _FEW_STEPS)
            if found and not self.complete and len(found) < most:
                self.complete = True
                found = self._all_of_size(size, most, _MOST_STEPS)
            if found:
                return found
            if not self.complete:
                break
        self.complete = True
        return None

    def _all_of_size(self, size: int, most: int, steps: int) -> list[tuple[int, ...]]:
        """Every cover of a size: of the row with the fewest terms, one must be there."""
        found: list[tuple[int, ...]] = []
        # What is still to be held, what was chosen, and what an earlier branch stands for.
        waiting: list[tuple[int, tuple[int, ...], frozenset[int]]] = [
            (self._everything, (), frozenset())
        ]
        while waiting:
            left, chosen, barred = waiting.pop()
            if not left:
                found.append(chosen)
            steps -= 1
            if steps < 0 or len(found) > most:
                self.complete = False
                break
            if left and len(chosen) + self._at_least(left) <= size:
                waiting.extend(reversed(self._branches(left, chosen, barred)))
        return found[:most]

    def _branches(
        self, left: int, chosen: tuple[int, ...], barred: frozenset[int]
    ) -> list[tuple[int, tuple[int, ...], frozenset[int]]]:
        rows = [row for row in range(len(self._held_by)) if left >> row & 1]
        row = min(rows, key=lambda each: len(self._held_by[each]))
        branches, passed = [], set(barred)
        for at in self._held_by[row]:
            if at not in barred:
                branches.append((left & ~self._holds[at], (*chosen, at), frozenset(passed)))
                passed.add(at)
        return branches

    def _at_least(self, left: int) -> int:
        """A number of terms that is needed in any case: rows no two of which one term holds."""
        needed = 0
        while left:
            row = (left & -left).bit_length() - 1
            needed += 1
            left &= ~self._with[row]
        return needed


def _bits(places: Iterable[int]) -> int:
    mask = 0
    for place in places:
        mask |= 1 << int(place)
    return mask
