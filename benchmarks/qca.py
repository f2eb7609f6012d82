"""QCA of 12 conditions and 200 cases, beside laying out all 531,441 terms alone."""

from __future__ import annotations

from typing import Any

from benchmarks.table import Line
from benchmarks.timing import in_own_process, repeated

__all__ = ["lines"]

_CASES, _CONDITIONS = 200, 12
_FLIPPED = 0.1  # of the cases have the other outcome than their conditions say


def lines() -> list[Line]:
    """The lines of the table, in one process of their own."""
    run = in_own_process("benchmarks.qca:analysis")
    what = f"{_CASES} cases, {_CONDITIONS} conditions"
    terms = 3**_CONDITIONS
    times = f"{run['median'] / run['floor']:.0f} times the floor; {run['models']} models listed"
    return [
        Line(f"laying out {terms:,} terms twice alone (the floor)", run["floor"]),
        Line(f"QCA of {what}: three solutions", run["median"], 5.0, note=times,
             processor=run["processor"], peak_mb=run["peak_mb"]),
        Line(f"truth table of {what}", run["table"]),
        Line("conservative and parsimonious solution", run["two"]),
    ]  # fmt: skip


def analysis() -> dict[str, Any]:
    """Solve invented cases, and lay out the same terms without looking at them."""
    import numpy as np

    from crosscase.analysis.qca import SOLUTIONS, CalibratedData, CalibratedSet, solve, truth_table
    from crosscase.analysis.qca.implicants import prime_implicants

    random = np.random.default_rng(1)
    values = random.integers(0, 2, (_CASES, _CONDITIONS)).astype(float)
    outcome = values[:, 0] * values[:, 1] + (1 - values[:, 2]) * values[:, 3] > 0
    outcome ^= random.random(_CASES) < _FLIPPED
    sets = [
        CalibratedSet(f"C{at}", values[:, at], expected=frozenset({1})) for at in range(_CONDITIONS)
    ]
    names = [str(at) for at in range(_CASES)]
    data = CalibratedData(names, sets, outcome.astype(float), "Y")
    table = truth_table(data)
    allowed = np.ones(data.levels, bool)

    def bare() -> None:
        for _ in range(2):  # of the conservative solution, and of the parsimonious one
            prime_implicants(table.positive[:1], allowed, data.levels)

    solve(data, table, ("conservative",))  # so that nothing is imported while it is timed
    floor = repeated(bare, 10)
    told = repeated(lambda: solve(data, truth_table(data)), 5)
    models = sum(len(each.models) for each in solve(data, table))
    return {
        **told.facts(),
        "floor": floor.median,
        "models": models,
        "table": repeated(lambda: truth_table(data), 10).median,
        "two": repeated(lambda: solve(data, table, (SOLUTIONS[0], SOLUTIONS[2])), 5).median,
    }
