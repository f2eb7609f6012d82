"""A good set where the best cannot be proven: many starts, each improved by exchanging cases."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.constraints import Bound, holds
from crosscase.analysis.selection.enumeration import CLOSE, Found
from crosscase.analysis.selection.programme import feasible_set

__all__ = ["good_by_exchange"]

_Floats = npt.NDArray[np.float64]
_MOST_DRAWS = 20


def good_by_exchange(
    distances: _Floats,
    size: int,
    bounds: Sequence[Bound],
    *,
    seed: int,
    starts: int,
    most_listed: int,
) -> Found:
    """The best sets met: from each start one case is exchanged for another while that helps.

    :param distances: n x n, symmetric, zeros on the diagonal.
    :param bounds: what each set must meet; they must be feasible together.
    :param seed: of the starts, which meet the bounds and are otherwise by chance.
    :returns: sets that no single allowed exchange improves; better ones may exist.
    """
    random = np.random.default_rng(seed)
    n = distances.shape[0]
    counts = np.array([bound.counts for bound in bounds]).reshape(len(bounds), n)
    lowest = np.array([bound.lowest for bound in bounds])
    highest = np.array([bound.highest for bound in bounds])
    best, sets = -1.0, set[tuple[int, ...]]()
    for _ in range(starts):
        start = _start(random, n, size, bounds)
        if start is None:
            continue
        score, chosen = _improved(distances, np.array(start), counts, lowest, highest)
        if score > best + CLOSE * max(1.0, best):
            best, sets = score, {chosen}
        elif score >= best - CLOSE * max(1.0, best):
            sets.add(chosen)
    listed = tuple(sorted(sets)[:most_listed])
    return Found(listed, best, False, False, None, None)


def _start(
    random: np.random.Generator, n: int, size: int, bounds: Sequence[Bound]
) -> tuple[int, ...] | None:
    """A set by chance that meets the bounds; solved for only where chance does not find one."""
    for _ in range(_MOST_DRAWS):
        drawn = np.sort(random.choice(n, size, replace=False))
        if holds(bounds, drawn[None, :])[0]:
            return tuple(drawn.tolist())
    return feasible_set(n, size, bounds, random.random((n,)))


def _improved(
    distances: _Floats,
    chosen: npt.NDArray[np.intp],
    counts: _Floats,
    lowest: _Floats,
    highest: _Floats,
) -> tuple[float, tuple[int, ...]]:
    n = distances.shape[0]
    inside = np.zeros(n, np.bool_)
    inside[chosen] = True
    while True:
        members, others = np.flatnonzero(inside), np.flatnonzero(~inside)
        to_chosen = distances[:, members].sum(axis=1)
        gain = to_chosen[others][None, :] - to_chosen[members][:, None]
        gain = gain - distances[np.ix_(members, others)]
        totals = counts[:, members].sum(axis=1)
        for row in range(counts.shape[0]):
            after = totals[row] + counts[row, others][None, :] - counts[row, members][:, None]
            gain[(after < lowest[row]) | (after > highest[row])] = -np.inf
        if others.size == 0 or gain.max() <= CLOSE:
            score = float(distances[np.ix_(members, members)].sum()) / 2
            return score, tuple(members.tolist())
        leaves, enters = np.unravel_index(int(gain.argmax()), gain.shape)
        inside[members[leaves]], inside[others[enters]] = False, True
