"""The slope index by a logistic model of shares, as WHO's Health Equity Assessment Toolkit has it.

It is not the logit scale of ``slope_index``, which draws a straight line through logits: here a
binomial model is fitted to the shares themselves. ``slope_index`` is the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from crosscase.analysis.inequality.measures import (
    Floats,
    Measure,
    Numbers,
    checked_numbers,
    checked_population,
    undefined,
)
from crosscase.analysis.inequality.ranking import midpoints
from crosscase.errors import MistakeOfUse

__all__ = ["LogitSlope", "slope_of_logit_model"]

_MOST_STEPS = 100
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class LogitSlope:
    """The slope index (in the unit of the values) and the relative index of a fitted model."""

    slope: Measure
    relative: Measure


def slope_of_logit_model(
    values: Numbers,
    population: Numbers,
    *,
    proportions_of: float,
    counted: Literal["by definition", "as healthequal"] = "by definition",
) -> LogitSlope:
    """Slope and relative index by logistic regression of shares on the relative rank.

    :param values: the share of each group, the most disadvantaged first.
    :param population: of each group, above zero.
    :param proportions_of: 1 or 100 (or 1,000): what the values are proportions of.
    :param counted: by definition, each group weighs by its population. The figures of the R
        package healthequal come from counts rounded to whole persons and populations that weigh
        twice, as counts and again as weights; ``as healthequal`` is for comparing with those only.
    :returns: both undefined when the model has no finite fit (all shares 0 or all 1, or none and
        all on two sides of one rank). Without intervals.
    :raises MistakeOfUse: ``value-out-of-range``, ``too-few-groups``, ``unlike-lengths``,
        ``missing-values``, ``population-not-positive``.
    """
    numbers = checked_numbers(values)
    weights = checked_population(population, numbers.size)
    if numbers.size < 2:
        raise MistakeOfUse(
            "A gradient needs at least two groups.",
            slug="too-few-groups",
            hint="Give the groups in order, the most disadvantaged first.",
        )
    shares = numbers / proportions_of
    if float(shares.min()) < 0 or float(shares.max()) > 1:
        raise MistakeOfUse(
            "Some values are no proportions of what was said.",
            slug="value-out-of-range",
            hint="Say 100 for percentages, 1 for shares.",
        )
    ranks = midpoints(weights)
    if counted == "as healthequal":
        found = _fitted(np.round(shares * weights) / weights, ranks, weights**2)
    else:
        found = _fitted(shares, ranks, weights)
    if found is None:
        reason = "the logistic model has no finite fit"
        return LogitSlope(undefined(reason), undefined(reason))
    low, high = found
    return LogitSlope(Measure((high - low) * proportions_of), Measure(high / low))


def _fitted(shares: Floats, ranks: Floats, weights: Floats) -> tuple[float, float] | None:
    """The fitted shares at rank 0 and rank 1, by Newton's steps (iterated weighted lines)."""
    design = np.column_stack([np.ones_like(ranks), ranks])
    weights = weights / weights.sum()
    line = np.zeros(2)
    for _ in range(_MOST_STEPS):
        expected = 1 / (1 + np.exp(-np.clip(design @ line, -500, 500)))
        curvature = weights * expected * (1 - expected)
        information = design.T @ (curvature[:, None] * design)
        if np.linalg.cond(information) > 1 / np.finfo(np.float64).eps:
            return None
        step = np.linalg.solve(information, design.T @ (weights * (shares - expected)))
        line = line + step
        if float(np.abs(step).max()) < _CLOSE:
            low, high = (1 / (1 + np.exp(-np.array([line[0], line.sum()])))).tolist()
            return low, high
    return None
