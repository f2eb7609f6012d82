"""The best sets found as an integer programme by HiGHS, the solver inside SciPy.

For each case x is 1 if it is chosen; for each pair z is 1 if both are. The sum of distance times z
is made greatest; each chosen case must have size - 1 chosen partners, which ties z to x far more
tightly than pairs alone (the reformulation-linearisation of Sherali and Adams 1990).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.constraints import Bound
from crosscase.analysis.selection.enumeration import CLOSE, Found

__all__ = ["best_by_programme", "feasible_set"]

_Floats = npt.NDArray[np.float64]
_NO_SOLUTION = 2  # what SciPy's milp calls an infeasible programme


def feasible_set(
    n: int, size: int, bounds: Sequence[Bound], costs: _Floats | None = None
) -> tuple[int, ...] | None:
    """A set that meets every bound (of these the one of least cost), or None when none does."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows = np.vstack([np.ones(n), *(bound.counts for bound in bounds)])
    lowest = np.array([size, *(bound.lowest for bound in bounds)], np.float64)
    highest = np.array([size, *(bound.highest for bound in bounds)], np.float64)
    if (lowest > highest).any():
        return None
    solved = milp(
        np.zeros(n) if costs is None else costs,
        integrality=np.ones(n),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(rows, lowest, highest),
    )
    return None if solved.x is None else _set(solved.x)


def best_by_programme(
    distances: _Floats, size: int, bounds: Sequence[Bound], most_listed: int, most_nodes: int
) -> Found | None:
    """The best set, and the others as good, or None when the solver gave up within its nodes.

    :param distances: n x n, symmetric, zeros on the diagonal.
    :param size: how many to choose, 2 to n.
    :param bounds: what each set must meet; they must be feasible together.
    :param most_listed: how many equally good sets are looked for at most, each a solve of its own.
    :param most_nodes: how many nodes of its tree the solver may look at in each solve.
    """
    problem = _Problem(distances, size, bounds)
    solved = problem.solved([], most_nodes)
    if solved is None:
        return None
    first, best = solved
    sets = [first]
    while len(sets) < most_listed:
        again = problem.solved(sets, most_nodes, at_least=best - CLOSE * max(1.0, best))
        if again is None:
            return Found(tuple(sorted(sets)), best, True, not problem.gave_up, None, best)
        sets.append(again[0])
    return Found(tuple(sorted(sets)), best, True, False, None, best)


class _Problem:
    """The programme without the sets already found, which are cut off one by one."""

    def __init__(self, distances: _Floats, size: int, bounds: Sequence[Bound]) -> None:
        from scipy.sparse import csr_array, vstack

        self._n = n = distances.shape[0]
        self._size, self._distances = size, distances
        one, other = np.triu_indices(n, 1)
        pairs = one.size
        self._costs = np.concatenate([np.zeros(n), -distances[one, other]])
        columns = np.arange(pairs) + n
        partners = csr_array(
            (
                np.concatenate([np.ones(2 * pairs), np.full(n, -(size - 1.0))]),
                (
                    np.concatenate([one, other, np.arange(n)]),
                    np.concatenate([columns, columns, np.arange(n)]),
                ),
            ),
            shape=(n, n + pairs),
        )
        plain = np.zeros((1 + len(bounds), n + pairs))
        plain[0, :n] = 1
        for row, bound in enumerate(bounds, start=1):
            plain[row, :n] = bound.counts
        self._rows: Any = vstack([partners, csr_array(plain)]).tocsr()
        self._lowest = [0.0] * n + [float(size), *(bound.lowest for bound in bounds)]
        self._highest = [0.0] * n + [float(size), *(bound.highest for bound in bounds)]
        self.gave_up = False

    def solved(
        self, without: Sequence[tuple[int, ...]], most_nodes: int, at_least: float | None = None
    ) -> tuple[tuple[int, ...], float] | None:
        """The best set other than those given and its score; None when there is none."""
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array, vstack

        rows, lowest, highest = self._rows, list(self._lowest), list(self._highest)
        cut = np.zeros((len(without) + (at_least is not None), self._costs.size))
        for row, chosen in enumerate(without):
            cut[row, list(chosen)] = 1
            lowest.append(-np.inf)
            highest.append(self._size - 1.0)
        if at_least is not None:
            cut[-1] = -self._costs
            lowest.append(at_least)
            highest.append(np.inf)
        if cut.shape[0]:
            rows = vstack([rows, csr_array(cut)]).tocsr()
        whole = np.concatenate([np.ones(self._n), np.zeros(self._costs.size - self._n)])
        answer = milp(
            self._costs,
            integrality=whole,
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(rows, lowest, highest),
            options={"node_limit": most_nodes, "mip_rel_gap": 0.0},
        )
        if not answer.success:
            self.gave_up = answer.status != _NO_SOLUTION
            return None
        chosen = _set(answer.x[: self._n])
        places = list(chosen)
        return chosen, float(self._distances[np.ix_(places, places)].sum()) / 2


def _set(x: _Floats) -> tuple[int, ...]:
    return tuple(np.flatnonzero(x > 0.5).tolist())
