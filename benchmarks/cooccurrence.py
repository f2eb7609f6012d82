"""Codes that meet: from passages to counts and coefficients, beside the bare sweep of numbers."""

from __future__ import annotations

from typing import Any

from benchmarks.table import Line
from benchmarks.timing import in_own_process, repeated

__all__ = ["lines", "measure"]

_PASSAGES = {"small": 50_000, "full": 1_000_000}
_TARGET = 1.5
_RATIO = 4.0
_CODES = 500


def lines(size: str) -> list[Line]:
    """The lines of the table; sweep and whole are measured in one process, one after the other."""
    passages = _PASSAGES[size]
    run = in_own_process("benchmarks.cooccurrence:measure", passages)
    said = f"{passages:,} passages, {_CODES} codes, {run['pairs'] / 1e6:.2g} M overlapping pairs"
    return [
        Line("the bare NumPy sweep (the floor)", run["floor"], note=said),
        Line(
            "codes that meet, with all coefficients",
            run["median"],
            _TARGET,
            processor=run["processor"],
            peak_mb=run["peak_mb"],
        ),
        Line("the same, in times of the bare sweep", run["ratio"], _RATIO, unit=""),
    ]


def measure(passages: int) -> dict[str, Any]:
    """Count over invented passages of which each shares text with about three before it."""
    import numpy as np

    from crosscase.analysis.cooccurrence import count_meetings, meeting_rows, pair_columns

    random = np.random.default_rng(1)
    sources = max(1, passages // 1_000)
    source = random.integers(0, sources, passages).astype(np.int32)
    start = random.integers(0, 200_000, passages).astype(np.int32)
    end = (start + random.integers(50, 1_200, passages)).astype(np.int32)
    code = random.integers(0, _CODES, passages)
    one, two = np.triu_indices(_CODES, 1)

    def bare() -> int:
        key = (source.astype(np.int64) << 32) + start
        order = np.argsort(key, kind="stable")
        reach = ((source.astype(np.int64) << 32) + end)[order]
        after = np.searchsorted(key[order], reach, "left")
        rows = np.arange(passages)
        count = np.maximum(after - rows - 1, 0)
        first = np.repeat(rows, count)
        begins = np.cumsum(count) - count
        return len(np.arange(len(first)) + np.repeat(rows + 1 - begins, count))

    def whole() -> None:
        meetings = meeting_rows(source, start, end)
        found = count_meetings(code, meetings, _CODES, units=passages)
        pair_columns(
            found.each[one], found.each[two], found.both[one, two], passages,
            first_met=found.met[one, two], second_met=found.met[two, one],
        )  # fmt: skip

    pairs = bare()
    whole()
    floor, again = repeated(bare, 5), repeated(whole, 5)
    return {
        **again.facts(),
        "floor": floor.median,
        "ratio": again.best / floor.best,
        "pairs": pairs,
    }
