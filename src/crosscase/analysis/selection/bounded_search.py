"""The best sets found by growing them case by case and leaving what cannot become the best.

A branch and bound over ascending sets. A part of a set can gain at most the greatest sum of what
its remaining places could add: each case's distances to those chosen, and half of its greatest
distances to other cases that may still come (each pair is shared by two). Whatever stays below a
set already known is left. So every set is looked at or proven worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.constraints import Bound, holds
from crosscase.analysis.selection.enumeration import CLOSE, Found

__all__ = ["best_by_bounds"]

_Floats = npt.NDArray[np.float64]
_Places = npt.NDArray[np.int64]
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class _Grown:
    """Parts of sets: their cases, their scores, and every case's distance to those chosen."""

    sets: _Places
    scores: _Floats
    to_chosen: _Floats

    def some(self, which: npt.NDArray[np.bool_] | slice) -> _Grown:
        return _Grown(self.sets[which], self.scores[which], self.to_chosen[which])


def best_by_bounds(
    distances: _Floats,
    size: int,
    bounds: Sequence[Bound],
    *,
    known: float,
    most_listed: int,
    most_looked_at: int,
) -> Found | None:
    """Every set of a size with the greatest sum of pairwise distances, or None on giving up.

    :param distances: n x n, symmetric, zeros on the diagonal.
    :param size: how many to choose, 2 to n.
    :param bounds: what each set must meet; they must be feasible together.
    :param known: the score of some set that meets them.
    :param most_listed: how many of the equally good sets are given at most.
    :param most_looked_at: how many parts of sets may be looked at before giving up.
    """
    n = distances.shape[0]
    # The most distant first: parts that cannot become the best are then seen early.
    order = np.argsort(-distances.sum(axis=1), kind="stable")
    apart = distances[np.ix_(order, order)]
    search = _Search(apart, size, _reordered(bounds, order))
    first = n - size + 1
    waiting = [_Grown(np.arange(first)[:, None], np.zeros(first), apart[:first])]
    best, full = known, list[tuple[_Places, _Floats]]()
    looked_at = 0
    while waiting:
        grown = waiting.pop()
        if grown.scores.size > _AT_ONCE:
            waiting.append(grown.some(slice(_AT_ONCE, None)))
            grown = grown.some(slice(_AT_ONCE))
        looked_at += grown.scores.size
        if looked_at > most_looked_at:
            return None
        if grown.sets.shape[1] < size:
            grown = search.worth(grown, best)
            if grown.scores.size:
                waiting.append(search.longer(grown))
            continue
        allowed = holds(search.bounds, grown.sets)
        if allowed.any():
            best = max(best, float(grown.scores[allowed].max()))
            near = allowed & (grown.scores >= _nearly(best))
            full.append((grown.sets[near], grown.scores[near]))
    tied = [each for sets, scores in full for each in sets[scores >= _nearly(best)]]
    listed = sorted(tuple(sorted(order[each].tolist())) for each in tied)
    return Found(tuple(listed[:most_listed]), best, True, len(listed) <= most_listed, None, best)


class _Search:
    """What stays the same while sets grow."""

    def __init__(self, apart: _Floats, size: int, bounds: Sequence[Bound]) -> None:
        self._apart, self._size = apart, size
        self.bounds = bounds
        self._others = _half_of_greatest(apart, size)

    def worth(self, grown: _Grown, best: float) -> _Grown:
        """The parts that could still reach the best, by their bound and by the constraints."""
        left = self._size - grown.sets.shape[1]
        last = grown.sets[:, -1]
        could_add = grown.to_chosen + self._others[left][last]
        could_add[np.arange(self._apart.shape[0])[None, :] <= last[:, None]] = -np.inf
        most = -np.partition(-could_add, left - 1, axis=1)[:, :left].sum(axis=1)
        fine = grown.scores + most >= _nearly(best)
        for bound in self.bounds:
            fine &= bound.counts[grown.sets].sum(axis=1) <= bound.highest
        return grown.some(fine)

    def longer(self, grown: _Grown) -> _Grown:
        """Each part with each later case that leaves room for the rest."""
        last = grown.sets[:, -1]
        left = self._size - grown.sets.shape[1]
        times = self._apart.shape[0] - left - last
        source = np.repeat(np.arange(last.size), times)
        starts = np.cumsum(times) - times
        added = np.arange(source.size) - starts[source] + last[source] + 1
        return _Grown(
            np.column_stack([grown.sets[source], added]),
            grown.scores[source] + grown.to_chosen[source, added],
            grown.to_chosen[source] + self._apart[added],
        )


def _half_of_greatest(apart: _Floats, size: int) -> list[_Floats]:
    """By places left and last case chosen: half of each case's greatest distances to later ones."""
    n = apart.shape[0]
    found = [np.zeros((n, n)) for _ in range(size + 1)]
    for last in range(n):
        greatest = -np.sort(-apart[:, last + 1 :], axis=1)
        sums = np.concatenate([np.zeros((n, 1)), np.cumsum(greatest, axis=1)], axis=1) / 2
        for left in range(1, size + 1):
            found[left][last] = sums[:, min(left - 1, greatest.shape[1])]
    return found


def _reordered(bounds: Sequence[Bound], order: _Places) -> list[Bound]:
    return [
        Bound(bound.constraint, bound.counts[order], bound.lowest, bound.highest)
        for bound in bounds
    ]


def _nearly(best: float) -> float:
    return best - CLOSE * max(1.0, best)
