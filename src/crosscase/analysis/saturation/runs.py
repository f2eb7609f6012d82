"""Base, run and threshold (Guest, Namey & Chen 2020): how much of what came in late was new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse

__all__ = ["Run", "RunSaturation", "first_interviews", "require_rule", "run_saturation"]

Incidence: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Run:
    """Some interviews in a row: the first and last (from 1), the codes new in them, their ratio."""

    first: int
    last: int
    new_codes: int
    ratio: float


@dataclass(frozen=True, slots=True)
class RunSaturation:
    """When a run first brought no more than the threshold.

    ``base_codes`` are the distinct codes of the first interviews, ``runs`` all runs after them.
    ``label`` is “N+L”: the last interview before the run that reached it, and the run's length.
    It is None where no run did, and where it is not defined; ``reason`` then says why.
    """

    base: int
    run: int
    threshold: float
    base_codes: int
    runs: tuple[Run, ...]
    interviews: int | None
    label: str | None
    reason: str | None


def require_rule(base: int, run: int, threshold: float) -> None:
    """Refuse a base, run or threshold that cannot be used."""
    if base < 1 or run < 1:
        raise MistakeOfUse(
            "A base and a run hold one interview at least.",
            slug="saturation-rule",
            hint="Usual are a base of 4, 5 or 6 and a run of 2 or 3.",
        )
    if not 0 <= threshold < 1:
        raise MistakeOfUse(
            f"{threshold:g} is no share of the codes of the base.",
            slug="saturation-rule",
            hint="Write 0.05 for five in a hundred, or 0 for nothing new at all.",
        )


def run_saturation(
    new_codes: Sequence[int], *, base: int = 4, run: int = 2, threshold: float = 0.05
) -> RunSaturation:
    """Find the first run of interviews in which little was new.

    The ratio of a run is the codes that occurred in it for the first time, divided by the
    distinct codes of the base; runs slide by one interview, and the denominator stays the base.

    Args:
        new_codes: for each interview, in order, how many codes occurred for the first time.
        base: how many first interviews make the base.
        run: how many interviews make a run.
        threshold: the greatest ratio at which saturation counts as reached (0.05: 5 %).

    Returns:
        All runs, and which of them was the first at or below the threshold. Not defined with
        fewer interviews than base and run together, or with a base in which nothing was coded.

    Source: Guest, Namey & Chen (2020), PLoS ONE 15(5):e0232076. Limits: it depends on the order
    (see `order_bootstrap`) and on the codebook: a code that is split brings “new information”.
    """
    require_rule(base, run, threshold)
    new = np.asarray(new_codes, dtype=np.int64)
    base_codes = int(new[:base].sum())
    reason = _undefined(len(new), base_codes, base, run)
    if reason is not None:
        return RunSaturation(base, run, threshold, base_codes, (), None, None, reason)
    in_run = np.convolve(new[base:], np.ones(run, np.int64), "valid").tolist()
    runs = tuple(
        Run(base + at + 1, base + at + run, int(number), number / base_codes)
        for at, number in enumerate(in_run)
    )
    reached = next((each for each in runs if _is_within(each, base_codes, threshold)), None)
    if reached is None:
        why = f"No run of {run} interviews brought {threshold:.3g} of the base or less."
        return RunSaturation(base, run, threshold, base_codes, runs, None, None, why)
    before = reached.first - 1
    return RunSaturation(base, run, threshold, base_codes, runs, before, f"{before}+{run}", None)


def first_interviews(incidence: Incidence) -> npt.NDArray[np.int64]:
    """In which interview (from 0, in the given order) each code occurs first; -1: in none.

    Args:
        incidence: interviews by codes, whether the code occurs in the interview.
    """
    if not incidence.shape[0]:
        return np.full(incidence.shape[1], -1, np.int64)
    first = incidence.argmax(axis=0)
    return np.where(incidence.any(axis=0), first, -1)


def _undefined(interviews: int, base_codes: int, base: int, run: int) -> str | None:
    if interviews < base + run:
        met = "1 interview is" if interviews == 1 else f"{interviews} interviews are"
        return f"{met} fewer than a base of {base} and a run of {run} need."
    if not base_codes:
        return (
            f"Nothing was coded in the first {base} interviews, so nothing can be new against it."
        )
    return None


def _is_within(run: Run, base_codes: int, threshold: float) -> bool:
    # 1 of 20 is 5 %: compared as products, so that no rounding of a quotient decides it.
    return run.new_codes <= threshold * base_codes + 1e-9
