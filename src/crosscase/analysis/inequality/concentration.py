"""Concentration indices: whether something lies more with the better or the worse off.

Positive where it lies with the less disadvantaged, negative where with the more disadvantaged,
0 where all have the same. Four figures of one idea, each with its question:

* absolute (generalised), in the unit of the values: G = sum of a (2X - 1) y
* relative: C = G / mean (Wagstaff, Paci and van Doorslaer 1991)
* Wagstaff (2005), for values with bounds: G (b - a) / ((b - mean) (mean - a))
* Erreygers (2009), for values with bounds: 4 G / (b - a)

a are population shares, X relative ranks from the most disadvantaged, b and a the bounds.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from crosscase.analysis.inequality.measures import (
    Floats,
    Measure,
    Numbers,
    checked_numbers,
    checked_population,
    normal_measure,
    undefined,
)
from crosscase.analysis.inequality.ranking import OrderedRows, midpoints, ordered_rows
from crosscase.errors import MistakeOfUse

__all__ = ["Concentration", "concentration_of_groups", "concentration_of_rows"]

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Concentration:
    """The mean (in the unit of the values) and four indices; see the module for each."""

    mean: float
    absolute: Measure
    relative: Measure
    wagstaff: Measure
    erreygers: Measure


def concentration_of_groups(
    values: Numbers,
    population: Numbers,
    *,
    bounds: Bounds | None = None,
    confidence: float = 0.95,
) -> Concentration:
    """Concentration indices over groups ordered from the most disadvantaged to the least.

    :param values: the indicator of each group, in any unit.
    :param population: of each group, above zero.
    :param bounds: the lowest and highest value there can be, such as (0, 100); without them the
        two indices for bounded values are undefined.
    :param confidence: of the intervals, between 0 and 1.
    :returns: with standard errors from the convenient regression of Kakwani, Wagstaff and van
        Doorslaer (1997, eq. 7) weighted by population, on groups - 2 degrees of freedom; none
        under 3 groups. The intervals are normal, the mean and the ranks taken as known.
    :raises MistakeOfUse: ``value-out-of-bounds``, ``bounds-out-of-order``, ``missing-values``,
        ``unlike-lengths``, ``population-not-positive``.
    Limits: inequality inside groups is not seen; with few groups the error is rough.
    """
    numbers = checked_numbers(values)
    weights = checked_population(population, numbers.size)
    _check_bounds(numbers, bounds)
    shares, ranks = weights / weights.sum(), midpoints(weights)
    mean = float(shares @ numbers)
    absolute = float((shares * (2 * ranks - 1)) @ numbers)
    error = _error_of_groups(numbers, shares, ranks)

    def with_error(factor: float) -> Measure:
        of_factor = None if error is None else error * abs(factor)
        return normal_measure(absolute * factor, of_factor, confidence)

    return Concentration(mean, with_error(1.0), *_variants(mean, bounds, with_error))


def concentration_of_rows(
    values: Numbers,
    order: Numbers,
    weights: Numbers | None = None,
    *,
    bounds: Bounds | None = None,
    confidence: float = 0.95,
) -> Concentration:
    """Concentration indices over persons or areas, a row each.

    :param values: the indicator of each row.
    :param order: where each row stands, the most disadvantaged lowest; ties share their middle.
    :param weights: of each row, above zero; None counts each row once.
    :param bounds: as in ``concentration_of_groups``.
    :param confidence: of the intervals, between 0 and 1.
    :returns: with linearised standard errors: for unweighted rows those of Kakwani, Wagstaff and
        van Doorslaer (1997, eq. 14), for weighted ones the same influence of each row times its
        squared share of the weights; the other indices by the chain rule. None under 2 rows.
    :raises MistakeOfUse: as ``concentration_of_groups``.
    Limits: rows count as independent; a clustered sample has larger errors. With ties the errors
        are approximate.
    """
    numbers = checked_numbers(values)
    weight = None if weights is None else checked_population(weights, numbers.size)
    _check_bounds(numbers, bounds)
    rows = ordered_rows(order, weight)
    if rows.count != numbers.size:
        raise MistakeOfUse(
            f"There are {numbers.size} values and {rows.count} places in the order.",
            slug="unlike-lengths",
            hint="Give one for each value, in the same order.",
        )
    numbers = rows.arranged(numbers)
    weight = None if weight is None else rows.arranged(weight)
    influence = _Influence.of(numbers, rows, weight)

    def with_error(factor: float, by_mean: float = 0.0) -> Measure:
        error = influence.error(factor, by_mean) if numbers.size > 1 else None
        return normal_measure(influence.absolute * factor, error, confidence)

    mean = influence.mean
    absolute = with_error(1.0)
    if mean <= 0:
        relative = undefined(_NO_MEAN)
    else:
        relative = with_error(1 / mean, -influence.absolute / mean**2)
    wagstaff = erreygers = undefined(_NO_BOUNDS)
    if bounds is not None:
        low, high = bounds
        erreygers = with_error(4 / (high - low))
        wagstaff = undefined(_AT_BOUND)
        if low < mean < high:
            factor = (high - low) / ((high - mean) * (mean - low))
            change = influence.absolute * factor * (1 / (high - mean) - 1 / (mean - low))
            wagstaff = with_error(factor, change)
    return Concentration(mean, absolute, relative, wagstaff, erreygers)


_NO_MEAN = "the mean is not above zero"
_NO_BOUNDS = "the values were given without bounds"
_AT_BOUND = "all values lie at one bound"


@dataclass(frozen=True, slots=True)
class _Influence:
    """How far the rows move the absolute index and the mean, summed up for any error.

    A row with the value y moves the index by a y + b, where a and b depend on its place alone, and
    the mean by y less the mean. ``of_index`` and ``of_mean`` are the variances that follow, and
    ``of_both`` the covariance.
    """

    mean: float
    absolute: float
    of_index: float
    of_both: float
    of_mean: float

    @staticmethod
    def of(numbers: Floats, rows: OrderedRows, weight: Floats | None) -> _Influence:
        weighted = rows.sums(numbers if weight is None else numbers * weight)
        mean = float(weighted.sum()) / rows.total
        by_value = 2 * rows.middle - 1
        absolute = float(by_value @ weighted) / rows.total
        # Sums over each place of squared weights, alone, times the value, and times its square;
        # of values less their mean, so that nothing is lost to rounding.
        off = numbers - mean
        if weight is None:
            zeroth, first, second = rows.weights, rows.sums(off), rows.sums(off * off)
        else:
            squared = weight * weight
            pulled = off * squared
            zeroth, first, second = rows.sums(squared), rows.sums(pulled), rows.sums(pulled * off)
        # G's influence is y (2X - 1) - 2 G + mean (2 - 1) - 2 (share of y before, to its middle):
        # Kakwani's a times the mean, less (1 + C) times the mean, plus C (y - mean).
        before = (np.cumsum(weighted) - weighted / 2) / rows.total
        fixed = by_value * mean + mean - 2 * before - 2 * absolute
        of_value = by_value * second + fixed * first
        of_fixed = by_value * first + fixed * zeroth
        total = rows.total**2
        return _Influence(
            mean,
            absolute,
            float(by_value @ of_value + fixed @ of_fixed) / total,
            float(of_value.sum()) / total,
            float(second.sum()) / total,
        )

    def error(self, factor: float, by_mean: float) -> float:
        """The standard error of factor times the index, where the mean moves it too."""
        variance = factor**2 * self.of_index + 2 * factor * by_mean * self.of_both
        return math.sqrt(max(variance + by_mean**2 * self.of_mean, 0.0))


def _variants(
    mean: float, bounds: Bounds | None, with_error: Callable[[float], Measure]
) -> tuple[Measure, Measure, Measure]:
    relative = with_error(1 / mean) if mean > 0 else undefined(_NO_MEAN)
    if bounds is None:
        return relative, undefined(_NO_BOUNDS), undefined(_NO_BOUNDS)
    low, high = bounds
    erreygers = with_error(4 / (high - low))
    if not low < mean < high:
        return relative, undefined(_AT_BOUND), erreygers
    wagstaff = with_error((high - low) / ((high - mean) * (mean - low)))
    return relative, wagstaff, erreygers


def _error_of_groups(numbers: Floats, shares: Floats, ranks: Floats) -> float | None:
    """The error of G: of the slope of 2 var(X) y on X, by population."""
    freedom = numbers.size - 2
    if freedom < 1:
        return None
    middle = float(shares @ ranks)
    spread = float(shares @ (ranks - middle) ** 2)
    left = 2 * spread * numbers
    slope = float((shares * (ranks - middle)) @ left) / spread
    off = left - float(shares @ left) - slope * (ranks - middle)
    return math.sqrt(float(shares @ off**2) / freedom / spread)


def _check_bounds(numbers: Floats, bounds: Bounds | None) -> None:
    if bounds is None:
        return
    low, high = bounds
    if not low < high:
        raise MistakeOfUse(
            f"The bounds {low:g} and {high:g} leave no room between them.",
            slug="bounds-out-of-order",
            hint="Give the lowest and then the highest value there can be.",
        )
    if float(numbers.min()) < low or float(numbers.max()) > high:
        raise MistakeOfUse(
            f"Values from {float(numbers.min()):g} to {float(numbers.max()):g} leave the bounds"
            f" {low:g} to {high:g}.",
            slug="value-out-of-bounds",
            hint="Give the bounds in the unit of the values.",
        )
