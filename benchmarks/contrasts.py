"""Comparing groups: a permutation test of all codes, beside the bare product of its tables."""

from __future__ import annotations

from typing import Any

from benchmarks.table import Line
from benchmarks.timing import in_own_process, repeated

__all__ = ["lines", "measure"]

_PERMUTATIONS = {"small": 1_000, "full": 10_000}
_PARTICIPANTS, _CODES, _SITES = 1_000, 500, 10
_TARGET = 10.0


def lines(size: str) -> list[Line]:
    """The lines of the table; product and test are measured in one process."""
    number = _PERMUTATIONS[size]
    run = in_own_process("benchmarks.contrasts:measure", number)
    return [
        Line(
            "the bare product of its tables (the floor)",
            run["floor"],
            note=f"{number:,} x {_PARTICIPANTS:,} by {_PARTICIPANTS:,} x {_CODES}",
        ),
        Line(
            f"{number:,} permutations of {_CODES} codes, {_PARTICIPANTS:,} participants",
            run["median"],
            _TARGET,
            note=f"within {_SITES} sites, max-T; {run['ratio']:.1f} times the product",
            processor=run["processor"],
            peak_mb=run["peak_mb"],
        ),
    ]


def measure(permutations: int) -> dict[str, Any]:
    """Test two invented groups within invented sites."""
    import numpy as np

    from crosscase.analysis.contrasts import permutation_test

    random = np.random.default_rng(2)
    said = random.random((_PARTICIPANTS, _CODES)) < 0.2
    inside = (random.random(_PARTICIPANTS) < 0.4)[:, None]
    sites = random.integers(0, _SITES, _PARTICIPANTS)
    weights = random.random((permutations, _PARTICIPANTS), dtype=np.float32)
    spoke = said.astype(np.float32)

    def whole() -> None:
        permutation_test(said, inside, ~inside, sites, permutations=permutations, seed=1)

    whole()
    floor, again = repeated(lambda: weights @ spoke, 5), repeated(whole, 3)
    return {**again.facts(), "floor": floor.median, "ratio": again.best / floor.best}
