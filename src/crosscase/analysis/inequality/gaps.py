"""The distance between the ends of an ordered set of groups, and the spread among all groups."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from crosscase.analysis.inequality.measures import (
    Measure,
    Numbers,
    checked_errors,
    checked_numbers,
    checked_population,
    log_normal_measure,
    normal_interval,
    normal_measure,
    undefined,
)
from crosscase.errors import MistakeOfUse

__all__ = ["Gaps", "between_group_variance", "gaps"]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The last group (the least disadvantaged) against the first: difference and ratio."""

    absolute: Measure
    ratio: Measure


def gaps(
    values: Numbers,
    *,
    standard_errors: Numbers | None = None,
    confidence: float = 0.95,
) -> Gaps:
    """The gap between the last and the first of ordered groups, such as fifths by deprivation.

    :param values: the indicator of each group, the most disadvantaged first.
    :param standard_errors: of each value, in its unit, groups independent.
    :param confidence: of the intervals, between 0 and 1.
    :returns: the difference (in the unit of the values, interval normal) and the ratio (interval
        normal on the log scale), which is undefined unless both values are above zero.
    :raises MistakeOfUse: ``too-few-groups``, ``missing-values``, ``unlike-lengths``.
    Limits: the groups between are not looked at; see the slope index.
    """
    numbers = checked_numbers(values)
    if numbers.size < 2:
        raise MistakeOfUse(
            "A gap needs at least two groups.",
            slug="too-few-groups",
            hint="Give the groups in order, the most disadvantaged first.",
        )
    first, last = float(numbers[0]), float(numbers[-1])
    error = log_error = None
    both_above = first > 0 and last > 0
    if standard_errors is not None:
        errors = checked_errors(standard_errors, numbers.size)
        error = math.hypot(errors[0], errors[-1])
        if both_above:
            log_error = math.hypot(errors[0] / first, errors[-1] / last)
    ratio = (
        log_normal_measure(last / first, log_error, confidence)
        if both_above
        else undefined("a value at one of the ends is not above zero")
    )
    return Gaps(normal_measure(last - first, error, confidence), ratio)


def between_group_variance(
    values: Numbers,
    population: Numbers,
    *,
    standard_errors: Numbers | None = None,
    confidence: float = 0.95,
) -> Measure:
    """The variance of the groups' values around their mean, by population.

    :param values: the indicator of each group, in any order.
    :param population: of each group, above zero.
    :param standard_errors: of each value, in its unit, groups independent.
    :param confidence: of the interval, between 0 and 1.
    :returns: in the squared unit of the values. The error is exact for normal values, from the
        variance of a quadratic form: 4 sum p²(y - mean)²s² + 2 (sum p²s⁴ - 2 sum p³s⁴ +
        (sum p²s²)²); the interval is normal and ends at zero.
    :raises MistakeOfUse: ``missing-values``, ``unlike-lengths``, ``population-not-positive``,
        ``negative-standard-error``.
    Source: WHO Health Equity Assessment Toolkit, "BGV"; the moments of a quadratic form in Searle
    (1971), "Linear models", 2.5. Limits: one far-off group weighs a lot, and errors of the values
    push the figure up.
    """
    numbers = checked_numbers(values)
    weights = checked_population(population, numbers.size)
    shares = weights / weights.sum()
    off = numbers - float(shares @ numbers)
    found = float(shares @ off**2)
    if standard_errors is None:
        return Measure(found)
    squares = checked_errors(standard_errors, numbers.size) ** 2
    own = shares**2 @ squares**2 - 2 * (shares**3 @ squares**2) + (shares**2 @ squares) ** 2
    error = math.sqrt(float(4 * (shares**2 * off**2) @ squares + 2 * own))
    interval = normal_interval(found, error, confidence)
    return Measure(found, None, error, replace(interval, lower=max(interval.lower, 0.0)))
