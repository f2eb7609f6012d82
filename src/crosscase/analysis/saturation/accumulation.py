"""How codes accumulate with interviews, whatever their order: sample-based rarefaction."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.special import gammaln

from crosscase.analysis.saturation.richness import chao2
from crosscase.analysis.saturation.runs import Incidence

__all__ = ["Accumulation", "accumulation"]


@dataclass(frozen=True, slots=True)
class Accumulation:
    """After 1, 2, ... interviews the codes to be expected (Mao Tau), with an interval.

    ``low`` and ``high`` are empty where the interval is not defined; ``reason`` says why.
    """

    expected: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    confidence: float
    reason: str | None


def accumulation(incidence: Incidence, *, confidence: float = 0.95) -> Accumulation:
    """The expected number of codes in any t of the interviews, for each t.

    With s_j codes that occur in exactly j of T interviews, tau(t) = S - sum_j a(t, j) s_j, where
    a(t, j) = (T-t)! (T-j)! / ((T-t-j)! T!) and 0 for t + j > T (Mao Tau: the exact mean over all
    orders). Its variance is sum_j (1 - a(t, j))^2 s_j - tau(t)^2 / S_est, with S_est from Chao2;
    the interval treats the interviews as a sample, so that it does not close at t = T.

    Args:
        incidence: interviews by codes, whether the code occurs in the interview.
        confidence: of the interval, between 0 and 1.

    Source: Colwell, Mao & Chang (2004), Ecology 85:2717-2727, equations 5 and 6. Limits: codes
    are not drawn independently, and coders know the codebook; the interval is a description.
    """
    interviews = incidence.shape[0]
    in_how_many = incidence.sum(axis=0)
    codes = int((in_how_many > 0).sum())
    if not interviews or not codes:
        reason = "Nothing is coded." if interviews else "There is no interview."
        return Accumulation((0.0,) * interviews, (), (), confidence, reason)
    in_just = np.bincount(in_how_many, minlength=interviews + 1)[1:].astype(float)
    missed = _missed(interviews)
    expected = codes - missed @ in_just
    richness = chao2(incidence)
    if richness.estimate is None:
        told = tuple(expected.tolist())
        return Accumulation(told, (), (), confidence, richness.reason)
    variance = (1 - missed) ** 2 @ in_just - expected**2 / richness.estimate
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * np.sqrt(np.maximum(variance, 0))
    return Accumulation(
        tuple(expected.tolist()),
        tuple(np.maximum(expected - half, 0).tolist()),
        tuple((expected + half).tolist()),
        confidence,
        None,
    )


def _missed(interviews: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """t by j: the chance that t interviews hold none of the j in which a code occurs."""
    t = np.arange(1, interviews + 1)[:, None]
    j = np.arange(1, interviews + 1)[None, :]
    left = interviews - t - j
    logs = (
        gammaln(interviews - t + 1)
        + gammaln(interviews - j + 1)
        - gammaln(np.maximum(left, 0) + 1)
        - gammaln(interviews + 1)
    )
    missed: np.ndarray[tuple[int, int], np.dtype[np.float64]] = np.where(
        left >= 0, np.exp(logs), 0.0
    )
    return missed
