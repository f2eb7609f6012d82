"""Saturation: 10,000 orders of 100 interviews with 500 codes, beside drawing the orders alone."""

from __future__ import annotations

from typing import Any

from benchmarks.table import Line
from benchmarks.timing import in_own_process, repeated

__all__ = ["lines"]

_INTERVIEWS, _CODES, _ORDERS = 100, 500, 10_000
_SHARE = 0.1  # of the codes occur in an interview


def lines() -> list[Line]:
    """The lines of the table, in one process of their own."""
    run = in_own_process("benchmarks.saturation:orders")
    of = f"{_ORDERS:,} orders of {_INTERVIEWS} interviews, {_CODES} codes"
    times = f"{run['median'] / run['floor']:.1f} times the floor"
    return [
        Line(f"drawing {_ORDERS:,} orders of {_INTERVIEWS} alone (the floor)", run["floor"]),
        Line(of, run["median"], 2.0, note=times, processor=run["processor"],
             peak_mb=run["peak_mb"]),
        Line("codes to be expected, with their interval", run["accumulation"]),
    ]  # fmt: skip


def orders() -> dict[str, Any]:
    """Lay invented interviews in many orders, and draw the same orders without any codes."""
    import numpy as np

    from crosscase.analysis.saturation import accumulation, order_bootstrap

    made = np.random.default_rng(1).random((_INTERVIEWS, _CODES)) < _SHARE

    def bare() -> None:
        rows = np.tile(np.arange(_INTERVIEWS, dtype=np.int32), (_ORDERS, 1))
        np.random.default_rng(1).permuted(rows, axis=1, out=rows)

    floor = repeated(bare, 10)
    told = repeated(lambda: order_bootstrap(made, orders=_ORDERS), 10)
    expected = repeated(lambda: accumulation(made), 10)
    return {**told.facts(), "floor": floor.median, "accumulation": expected.median}
