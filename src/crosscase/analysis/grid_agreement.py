"""How far two raters agree on the statuses of a grid: weighted kappa, and raw agreement.

Cohen J (1968) Weighted kappa: nominal scale agreement with provision for scaled disagreement or
partial credit. Psychological Bulletin 70:213-220, equations 2 and 3. With equal weights it is the
kappa of Cohen (1960).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

__all__ = ["Kappa", "Weights", "disagreement_weights", "weighted_kappa"]

Weights = Literal["linear", "quadratic", "equal"]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Kappa:
    """The agreement of two raters.

    ``value`` is None where it is not defined, and ``reason`` says why. ``raw`` is the share of
    cells that both judged alike, None without any. ``observed`` and ``expected`` are the weighted
    disagreements, between 0 and 1. ``cells`` counts those that both judged.
    """

    value: float | None
    reason: str | None
    raw: float | None
    observed: float | None
    expected: float | None
    cells: int
    weights: Weights


def disagreement_weights(categories: int, weights: Weights) -> Doubles:
    """How much each two categories differ, from 0 to 1 (categories, categories).

    Linear: |i - j| / (k - 1); quadratic: the square of it; equal: 1 for all that differ.
    """
    if weights not in get_args(Weights):
        raise ValueError(f"unknown weights {weights!r}")
    places = np.arange(categories, dtype=np.float64)
    apart = np.abs(places[:, None] - places[None, :])
    if weights == "equal":
        return (apart > 0).astype(np.float64)
    scaled: Doubles = apart / max(categories - 1, 1)
    return scaled if weights == "linear" else scaled**2


def weighted_kappa(
    one: Sequence[int], other: Sequence[int], categories: int, weights: Weights = "linear"
) -> Kappa:
    """Weighted kappa of two raters over the same cells.

    Args:
        one: the categories that one rater gave, from 0 in their order (n).
        other: those of the other rater (n).
        categories: how many there are, used or not.
        weights: how much a difference counts.

    Returns:
        The kappa, 1 minus the observed weighted disagreement over the one expected by chance from
        both raters' own shares. Undefined without cells, and where both used one and the same
        category only: then nothing could be expected to differ.

    Raises:
        ValueError: the lists differ in length, or name a category that there is not.

    Limits:
        Kappa depends on how often each category is used, and says little of nine cells; the raw
        agreement and the cells that differ are to be read beside it.
    """
    first, second = np.asarray(one, np.int64), np.asarray(other, np.int64)
    if first.shape != second.shape:
        raise ValueError("both raters need as many judgements")
    judged = np.concatenate((first, second))
    if len(judged) and not (judged.min() >= 0 and judged.max() < categories):
        raise ValueError("a judgement names a category that there is not")
    number = len(first)
    if number == 0:
        return Kappa(None, "no cell was judged by both", None, None, None, 0, weights)
    table = np.zeros((categories, categories))
    np.add.at(table, (first, second), 1.0)
    apart = disagreement_weights(categories, weights)
    observed = float((table * apart).sum()) / number
    by_chance = np.outer(table.sum(axis=1), table.sum(axis=0))
    expected = float((by_chance * apart).sum()) / number**2
    raw = float(np.trace(table)) / number
    if expected == 0.0:
        reason = "both used one and the same status only"
        return Kappa(None, reason, raw, observed, expected, number, weights)
    return Kappa(1.0 - observed / expected, None, raw, observed, expected, number, weights)
