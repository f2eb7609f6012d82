"""Slope and relative index of inequality: the gradient over the whole ordered population.

Values are regressed on the relative rank X (0 the most disadvantaged, 1 the least), weighted by
population. The slope index is the fitted value at X = 1 less that at X = 0, the relative index
their ratio (Pamuk 1985; Kunst and Mackenbach 1995; as PHEindicatormethods ``phe_sii``).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from crosscase.analysis.inequality.measures import (
    Floats,
    Measure,
    Numbers,
    checked_numbers,
    checked_population,
    log_normal_measure,
    normal_measure,
    undefined,
)
from crosscase.analysis.inequality.ranking import OrderedRows, midpoints, ordered_rows
from crosscase.errors import MistakeOfUse

__all__ = [
    "Fit",
    "Scale",
    "SlopeIndex",
    "back",
    "forth",
    "line_weights",
    "slope_index",
    "slope_index_of_rows",
]

Scale = Literal["linear", "log", "logit"]

_NO_RATIO = "the fitted value of the most disadvantaged is not above zero"


@dataclass(frozen=True, slots=True)
class Fit:
    """What one row of each matrix gives from values: the line at X = 0 and its rise to X = 1."""

    at_zero: Floats
    rise: Floats


@dataclass(frozen=True, slots=True)
class SlopeIndex:
    """The slope index (in the unit of the values times ``multiplier``), the relative index, the
    fitted value at X = 0 (in the unit of the values), and the relative ranks of the groups."""

    slope: Measure
    relative: Measure
    intercept: float
    scale: Scale
    multiplier: float
    relative_ranks: tuple[float, ...] = ()


def slope_index(
    values: Numbers,
    population: Numbers,
    *,
    scale: Scale = "linear",
    multiplier: float = 1.0,
) -> SlopeIndex:
    """Slope and relative index over groups ordered from the most disadvantaged to the least.

    :param values: the indicator of each group; above 0 for ``log``, within 0 and 1 for ``logit``.
    :param population: of each group, above zero.
    :param scale: on which the line is fitted; the figures are given back on the values' own.
    :param multiplier: of the slope index, such as 100 for percentages. A negative one turns the
        direction, and the relative index is then its inverse.
    :returns: figures without intervals; see ``simulated_slope_intervals`` and
        ``analytic_slope_intervals``. The relative index is undefined where the fitted value of the
        most disadvantaged (or, inverted, of the least) is not above zero.
    :raises MistakeOfUse: ``too-few-groups`` under 2, ``value-out-of-range``, ``missing-values``,
        ``unlike-lengths``, ``population-not-positive``, ``multiplier-is-zero``.
    Limits: a straight line over the groups is assumed; with few groups the figures are rough.
    """
    numbers = checked_numbers(values)
    weights = checked_population(population, numbers.size)
    check_multiplier(multiplier)
    fit = line_weights(weights)
    fitted = forth(numbers, scale)
    first = float(fit.at_zero @ fitted)
    low = float(back(np.array(first), scale))
    high = float(back(np.array(first + float(fit.rise @ fitted)), scale))
    return SlopeIndex(
        Measure((high - low) * multiplier),
        _ratio(low, high, multiplier),
        low,
        scale,
        multiplier,
        tuple(midpoints(weights).tolist()),
    )


def slope_index_of_rows(
    values: Numbers,
    order: Numbers,
    weights: Numbers | None = None,
    *,
    multiplier: float = 1.0,
    confidence: float = 0.95,
) -> SlopeIndex:
    """Slope and relative index over persons or areas, a row each, on the linear scale.

    :param values: the indicator of each row; 0 and 1 for something that is so or not.
    :param order: where each row stands, the most disadvantaged lowest; ties share their middle.
    :param weights: of each row, above zero; None counts each row once.
    :param multiplier: as in ``slope_index``.
    :param confidence: of the intervals, between 0 and 1.
    :returns: figures with normal intervals from heteroscedasticity-robust errors (White 1980, with
        n/(n-2)), the relative index's on the log scale. The ranks count as known.
    :raises MistakeOfUse: as ``slope_index``; ``one-place-only`` when all stand at one place.
    Limits: rows of one household or site are not independent; errors are then too small.
    """
    numbers = checked_numbers(values)
    weight = None if weights is None else checked_population(weights, numbers.size)
    check_multiplier(multiplier)
    rows = ordered_rows(order, weight)
    if rows.count != numbers.size:
        raise MistakeOfUse(
            f"There are {numbers.size} values and {rows.count} places in the order.",
            slug="unlike-lengths",
            hint="Give one for each value, in the same order.",
        )
    numbers = rows.arranged(numbers)
    weight = None if weight is None else rows.arranged(weight)
    if rows.weights.size < 2:
        raise MistakeOfUse(
            "All rows stand at the same place in the order.",
            slug="one-place-only",
            hint="A gradient needs an order in which rows differ.",
        )
    first, rise, covariance = _line_of_rows(numbers, weight, rows)
    return _with_errors(first, rise, covariance, multiplier, confidence)


def _line_of_rows(
    numbers: Floats, weight: Floats | None, rows: OrderedRows
) -> tuple[float, float, tuple[float, float, float] | None]:
    """The line at zero, its rise, and their variances and covariance; each row is read twice."""
    middle = float(rows.weights @ rows.middle) / rows.total
    off_middle = rows.middle - middle
    pull = rows.weights * off_middle
    spread = float(pull @ off_middle) / rows.total
    sums = rows.sums(numbers if weight is None else numbers * weight)
    mean, rise = float(sums.sum()) / rows.total, float(sums @ off_middle) / rows.total / spread
    first = mean - middle * rise
    if numbers.size < 3:
        return first, rise, None
    off = numbers - rows.of_rows(mean + rise * off_middle)
    if weight is not None:
        off *= weight
    squares = rows.sums(off * off)
    pulled = squares * off_middle
    factor = numbers.size / (numbers.size - 2) / rows.total**2
    of_mean = factor * float(squares.sum())
    of_rise = factor * float(pulled @ off_middle) / spread**2
    both = factor * float(pulled.sum()) / spread - middle * of_rise
    at_zero = of_mean - middle * (2 * both + middle * of_rise)
    return first, rise, (at_zero, of_rise, both)


def _with_errors(
    first: float,
    rise: float,
    covariance: tuple[float, float, float] | None,
    multiplier: float,
    confidence: float,
) -> SlopeIndex:
    high = first + rise
    relative = _ratio(first, high, multiplier)
    error = log_error = None
    if covariance is not None:
        at_zero, of_rise, both = covariance
        error = math.sqrt(of_rise) * abs(multiplier)
        if relative.value:
            # log(high / first) changes by 1/high - 1/first with the start, by 1/high with the rise.
            by_start, by_rise = 1 / high - 1 / first, 1 / high
            variance = by_start**2 * at_zero + by_rise**2 * of_rise + 2 * by_start * by_rise * both
            log_error = math.sqrt(max(variance, 0.0))
    slope = normal_measure(rise * multiplier, error, confidence)
    if relative.value:
        relative = log_normal_measure(relative.value, log_error, confidence)
    return SlopeIndex(slope, relative, first, "linear", multiplier)


def _ratio(low: float, high: float, multiplier: float) -> Measure:
    if low <= 0:
        return undefined(_NO_RATIO)
    if high <= 0:
        return undefined("the fitted value of the least disadvantaged is not above zero")
    return Measure(low / high if multiplier < 0 else high / low)


def check_multiplier(multiplier: float) -> None:
    """Refuse a multiplier that would make every slope zero."""
    if multiplier == 0 or not math.isfinite(multiplier):
        raise MistakeOfUse(
            "The multiplier is zero or infinite.",
            slug="multiplier-is-zero",
            hint="Use 1, 100 for percentages, or -1 to turn the direction.",
        )


def line_weights(population: Floats) -> Fit:
    """How the weighted line through any values at these groups follows from the values."""
    if population.size < 2:
        raise MistakeOfUse(
            "A gradient needs at least two groups.",
            slug="too-few-groups",
            hint="Give the groups in order, the most disadvantaged first.",
        )
    shares, ranks = population / population.sum(), midpoints(population)
    middle = float(shares @ ranks)
    spread = float(shares @ (ranks - middle) ** 2)
    rise = shares * (ranks - middle) / spread
    return Fit(shares - middle * rise, rise)


def forth(values: Floats, scale: Scale) -> Floats:
    """Values on the scale on which a line is fitted."""
    if scale == "linear":
        return values
    inside = (values > 0) & (values < 1) if scale == "logit" else values > 0
    if not inside.all():
        place = int(np.flatnonzero(~inside)[0])
        within = "between 0 and 1" if scale == "logit" else "above 0"
        raise MistakeOfUse(
            f"Value number {place + 1} is {values[place]:g}; on the {scale} scale it must be"
            f" {within}.",
            slug="value-out-of-range",
            hint="Give proportions as 0.12, not 12; or use the linear scale.",
        )
    return np.log(values) if scale == "log" else np.log(values / (1 - values))


def back(values: Floats, scale: Scale) -> Floats:
    """Values from the scale of the line on their own."""
    if scale == "linear":
        return values
    return np.exp(values) if scale == "log" else 1 / (1 + np.exp(-values))
