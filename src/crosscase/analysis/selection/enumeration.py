"""The best sets found by looking at every one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.constraints import Bound, holds

__all__ = ["CLOSE", "Found", "best_of_all"]

# Sums of the same distances in another order differ in their last digits; sets this close are tied.
CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Found:
    """The best sets, each as ascending indices, their score, and what is known of the others."""

    sets: tuple[tuple[int, ...], ...]
    score: float
    exact: bool
    all_listed: bool
    feasible: int | None
    bound: float | None


def best_of_all(
    distances: npt.NDArray[np.float64], size: int, bounds: Sequence[Bound], most_listed: int
) -> Found | None:
    """Every set of a size with the greatest sum of pairwise distances, or None if none is allowed.

    :param distances: n x n, symmetric, zeros on the diagonal.
    :param size: how many to choose, 1 to n.
    :param bounds: what each set must meet.
    :param most_listed: how many of the equally good sets are given at most.
    :returns: sets in ascending order. Memory grows with the number of sets times the size.
    """
    n = distances.shape[0]
    sets = np.arange(n - size + 1, dtype=np.int16)[:, None]
    scores = np.zeros(sets.shape[0])
    for chosen in range(1, size):
        # Each set is lengthened by every later index that leaves room for the rest.
        highest = n - size + chosen
        last = sets[:, -1].astype(np.int64)
        times = highest - last
        source = np.repeat(np.arange(sets.shape[0]), times)
        starts = np.cumsum(times) - times
        added = np.arange(times.sum()) - starts[source] + last[source] + 1
        sets = sets[source]
        scores = scores[source]
        for column in range(chosen):
            scores += distances[sets[:, column], added]
        sets = np.column_stack([sets, added.astype(np.int16)])
    allowed = holds(bounds, sets)
    if not allowed.any():
        return None
    sets, scores = sets[allowed], scores[allowed]
    best = float(scores.max())
    tied = np.flatnonzero(scores >= best - CLOSE * max(1.0, best))
    listed = tuple(tuple(each) for each in sets[tied[:most_listed]].tolist())
    return Found(listed, best, True, tied.size <= most_listed, int(scores.size), best)
