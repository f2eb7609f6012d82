"""Choosing cases: the frame from its areas, the best selection, indices of inequality."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.table import Line
from benchmarks.timing import in_own_process, repeated, timed

__all__ = ["lines"]

_ROWS = {"small": 200_000, "full": 10_000_000}
_CASES = 42


def lines(size: str) -> list[Line]:
    """The lines of the table, each in a process of its own."""
    areas = in_own_process("benchmarks.choosing:areas")
    chosen = in_own_process("benchmarks.choosing:selection")
    rows = in_own_process("benchmarks.choosing:inequality", _ROWS[size])
    count = f"{_ROWS[size] / 1e6:g} M rows, {_CASES} cases"
    found = [
        Line("counting areas by case alone (the floor)", areas["floor"]),
        _line("the frame of 42 from 32,844 areas", areas, 1.0, f"first {areas['first']:.2f} s"),
        _line("the best 3 of 42 under hard constraints", chosen, 1.0, f"{chosen['sets']:,} sets"),
        Line(f"the mean of {count} by case (the floor)", rows["floor"]),
    ]
    return found + [
        _line(f"{what} over {count}", {**rows[key], "peak_mb": rows["peak_mb"]}, 5.0, "")
        for key, what in _INDICES.items()
    ]


_INDICES = {
    "sii": "slope and relative index",
    "rci": "concentration index",
    "theil": "Theil's index",
    "gap": "gap between fifths",
}


def _line(what: str, run: dict[str, Any], target: float, note: str) -> Line:
    return Line(
        what,
        run["median"],
        target,
        note=note,
        processor=run["processor"],
        peak_mb=run["peak_mb"],
    )


def areas() -> dict[str, Any]:
    """Recompute the shipped frame: once with reading the areas, and again."""
    import polars as pl

    from crosscase.study_selection.area_data import recomputed, shipped_areas

    first, _ = timed(recomputed)
    again = repeated(recomputed, 10)
    held = shipped_areas()
    floor = repeated(lambda: held.group_by("icb_ods").agg(pl.len()), 10)
    return {"first": first.seconds, **again.facts(), "floor": floor.median}


def selection() -> dict[str, Any]:
    """Choose the best three of 42 invented places; every set is looked at."""
    import numpy as np

    from crosscase.analysis.selection import (
        Characteristic,
        Constraint,
        EachGroupAtMost,
        GroupCount,
        NotAllOneGroup,
        candidates_of,
        maximum_variation,
    )

    random, thirds = np.random.default_rng(3), ("low", "middle", "high")
    frame = candidates_of(
        [f"Place {number:02}" for number in range(_CASES)],
        {
            "size": Characteristic("ordered", random.choice(thirds, _CASES).tolist(), thirds),
            "region": Characteristic("name", [f"R{i}" for i in random.integers(0, 7, _CASES)]),
            "wave": Characteristic("number", random.integers(1, 7, _CASES).tolist()),
        },
    )
    constraints: list[Constraint] = [
        NotAllOneGroup("region"),
        GroupCount("size", "low", 1),
        EachGroupAtMost("wave", 1),
    ]
    weights = {"size": 1.0, "region": 1.0, "wave": 1.0}
    run = repeated(lambda: maximum_variation(frame, 3, weights, constraints=constraints), 5)
    return {**run.facts(), "sets": _CASES * (_CASES - 1) * (_CASES - 2) // 6}


def inequality(count: int) -> dict[str, Any]:
    """Indices over invented areas, with their intervals."""
    import numpy as np
    import polars as pl

    from crosscase.analysis.inequality import indices

    random = np.random.default_rng(1)
    frame = pl.DataFrame(
        {
            "case": random.integers(0, _CASES, count),
            "rank": random.integers(1, 32_845, count),
            "people": random.integers(500, 3_000, count),
            "value": random.random(count),
        }
    )

    def asked(index: str) -> Callable[[], pl.DataFrame]:
        return lambda: indices(
            frame, value="value", population="people", rank="rank", by="case", which=[index]
        )

    found: dict[str, Any] = {index: repeated(asked(index), 3).facts() for index in _INDICES}
    floor = repeated(lambda: frame.group_by("case").agg(pl.col("value").mean()), 3)
    return {**found, "floor": floor.median}
