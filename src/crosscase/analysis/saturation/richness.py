"""How many codes there may be in all (Chao1, Chao2), and how much of them was met (coverage)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from crosscase.analysis.saturation.runs import Incidence

__all__ = ["Richness", "chao1", "chao2"]


@dataclass(frozen=True, slots=True)
class Richness:
    """A lower bound for the number of codes, seen or not, with its error and interval.

    ``observed`` codes were seen in ``size`` passages or interviews, ``once`` and ``twice`` of
    them in just one and just two. ``coverage`` estimates the share of all mentions that belong to
    codes which were seen. Where something is None, ``reason`` says why.
    """

    observed: int
    size: int
    once: int
    twice: int
    estimate: float | None
    se: float | None
    low: float | None
    high: float | None
    coverage: float | None
    reason: str | None = None


def chao1(abundance: Sequence[int] | npt.NDArray[np.int64]) -> Richness:
    """The bound from how often each code was applied.

    S + ((n-1)/n) f1^2 / (2 f2) with n passages in all, f1 codes in one and f2 in two of them;
    without any in two, S + ((n-1)/n) f1 (f1-1) / 2. Coverage is
    1 - (f1/n) ((n-1) f1 / ((n-1) f1 + 2 f2)), and without any in two the same with f1-1 in the
    fraction and f2 = 1.

    Args:
        abundance: for each code the number of its passages; zeros do not count.

    Source: Chao (1984, 1987); as in Hsieh, Ma & Chao (2016), whose printed figures it reproduces;
    coverage: Chao & Jost (2012). Limits: codes that are never said cannot be estimated.
    """
    counts = np.asarray(abundance, np.int64)
    counts = counts[counts > 0]
    size = int(counts.sum())
    once, twice = int((counts == 1).sum()), int((counts == 2).sum())
    return _richness(len(counts), size, once, twice, (size - 1) / size if size else 0.0, size)


def chao2(incidence: Incidence) -> Richness:
    """The bound from in how many interviews each code occurs: the one for codes by interviews.

    S + ((T-1)/T) Q1^2 / (2 Q2) with T interviews, Q1 codes in one and Q2 in two of them; without
    any in two, S + ((T-1)/T) Q1 (Q1-1) / 2. Coverage is taken over all U incidences:
    1 - (Q1/U) ((T-1) Q1 / ((T-1) Q1 + 2 Q2)).

    Args:
        incidence: interviews by codes, whether the code occurs in the interview.

    Source and limits: as for `chao1`; Colwell & Coddington (1994).
    """
    interviews = incidence.shape[0]
    counts = incidence.sum(axis=0)
    counts = counts[counts > 0]
    once, twice = int((counts == 1).sum()), int((counts == 2).sum())
    factor = (interviews - 1) / interviews if interviews else 0.0
    return _richness(len(counts), interviews, once, twice, factor, int(counts.sum()))


def _richness(
    observed: int, size: int, once: int, twice: int, factor: float, mentions: int
) -> Richness:
    if not observed or size < 2:
        reason = "Nothing is coded." if not observed else "One alone says nothing of the rest."
        return Richness(observed, size, once, twice, None, None, None, None, None, reason)
    if twice:
        unseen = factor * once**2 / (2 * twice)
        ratio = once / twice
        variance = twice * (factor / 2 * ratio**2 + factor**2 * ratio**3 + factor**2 / 4 * ratio**4)
    else:
        unseen = factor * once * (once - 1) / 2
        variance = (
            factor * once * (once - 1) / 2
            + factor**2 * once * (2 * once - 1) ** 2 / 4
            - factor**2 * once**4 / (4 * (observed + unseen))
        )
    coverage = _coverage(once, twice, size, mentions)
    if unseen <= 0:
        reason = "Too little occurs just once to estimate from: no standard error is defined."
        return Richness(
            observed, size, once, twice, float(observed), None, None, None, coverage, reason
        )
    se = math.sqrt(max(variance, 0.0))
    low, high = _interval(observed, unseen, se)
    return Richness(observed, size, once, twice, observed + unseen, se, low, high, coverage)


def _coverage(once: int, twice: int, size: int, mentions: int) -> float:
    if not once:
        return 1.0
    # Without any in two, one of those in one stands in for it, as in the bound itself.
    singles = (size - 1) * (once if twice else once - 1)
    return 1 - once / mentions * (singles / (singles + 2 * max(twice, 1)))


def _interval(observed: int, unseen: float, se: float) -> tuple[float, float]:
    """95 %, on the log scale of what was not seen: it never reaches below what was."""
    spread = math.exp(NormalDist().inv_cdf(0.975) * math.sqrt(math.log(1 + (se / unseen) ** 2)))
    return observed + unseen / spread, observed + unseen * spread
