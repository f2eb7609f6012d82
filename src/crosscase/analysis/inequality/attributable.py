"""How the whole would change if everybody had the level of a reference group."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from crosscase.analysis.inequality.measures import (
    Floats,
    Measure,
    Numbers,
    checked_errors,
    checked_numbers,
    checked_population,
    normal_measure,
    undefined,
)
from crosscase.errors import MistakeOfUse

__all__ = ["Attributable", "Reference", "population_attributable"]

Reference = Literal["last", "highest", "lowest"] | int


@dataclass(frozen=True, slots=True)
class Attributable:
    """The population attributable risk (in the unit of the values) and fraction (of the mean).

    Both are the reference less the mean: above zero where the whole would rise. ``reference`` is
    the place of the reference group.
    """

    mean: float
    reference: int
    risk: Measure
    fraction: Measure


def population_attributable(
    values: Numbers,
    population: Numbers,
    *,
    reference: Reference = "last",
    proportions_of: float | None = None,
    standard_errors: Numbers | None = None,
    confidence: float = 0.95,
) -> Attributable:
    """Population attributable risk and fraction.

    :param values: the indicator of each group.
    :param population: of each group, above zero.
    :param reference: the group whose level all would have: the last (the least disadvantaged),
        the one with the highest or lowest value, or a place counted from 0.
    :param proportions_of: 1 or 100 (or 1,000) when the values are proportions of so much; then the
        errors are those of a table of two by two, reference against the rest, by Walter (1978).
    :param standard_errors: of each value, in its unit, when it is no proportion; they are carried
        through by first-order approximation, groups independent. Give at most one of the two.
    :param confidence: of the intervals, between 0 and 1.
    :returns: ``fraction`` as a share (0.45 is 45 %), undefined where the mean is zero. Some tools
        print the fraction in percent with an error that is not: both are shares here.
    :raises MistakeOfUse: ``no-such-group``, ``value-out-of-range``, ``two-kinds-of-error``,
        ``missing-values``, ``unlike-lengths``, ``population-not-positive``.
    Limits: attributable is a comparison, not a cause; a small reference group makes it shaky.
    """
    numbers = checked_numbers(values)
    weights = checked_population(population, numbers.size)
    shares = weights / weights.sum()
    place = _place(numbers, reference)
    mean, level = float(shares @ numbers), float(numbers[place])
    risk_error = fraction_error = None
    if proportions_of is not None and standard_errors is not None:
        raise MistakeOfUse(
            "Errors follow from proportions or are given, not both.",
            slug="two-kinds-of-error",
            hint="Leave out one of the two.",
        )
    if standard_errors is not None:
        errors = checked_errors(standard_errors, numbers.size)
        own = np.zeros_like(shares)
        own[place] = 1.0
        risk_error = float(np.linalg.norm((own - shares) * errors))
        if mean:
            by_value = (own - shares * (level / mean)) / mean
            fraction_error = float(np.linalg.norm(by_value * errors))
    elif proportions_of is not None:
        fraction_error = _walter(numbers / proportions_of, weights, place)
        # The risk is the fraction times the mean, whose own error is left aside.
        risk_error = None if fraction_error is None else fraction_error * mean
    risk = normal_measure(level - mean, risk_error, confidence)
    if mean == 0:
        return Attributable(mean, place, risk, undefined("the mean is zero"))
    fraction = normal_measure(level / mean - 1, fraction_error, confidence)
    return Attributable(mean, place, risk, fraction)


def _place(numbers: Floats, reference: Reference) -> int:
    if reference == "last":
        return numbers.size - 1
    if reference == "highest":
        return int(numbers.argmax())
    if reference == "lowest":
        return int(numbers.argmin())
    if not 0 <= reference < numbers.size:
        raise MistakeOfUse(
            f"There is no group {reference}; there are {numbers.size}, counted from 0.",
            slug="no-such-group",
            hint="Name one of the groups as the reference.",
        )
    return reference


def _walter(proportions: Floats, population: Floats, place: int) -> float | None:
    """The error of the attributable fraction of a two-by-two table; None where a margin is 0."""
    if float(proportions.min()) < 0 or float(proportions.max()) > 1:
        raise MistakeOfUse(
            "Some values are no proportions of what was said.",
            slug="value-out-of-range",
            hint="Say 100 for percentages, 1 for shares.",
        )
    with_it = population * proportions
    here, all_with, total = float(with_it[place]), float(with_it.sum()), float(population.sum())
    size = float(population[place])
    others_with, without = all_with - here, size - here
    others_without = total - all_with - without
    below = all_with**3 * size**3
    if below == 0:
        return None
    above = here * total * (others_with * without * (total - here) + others_without * here**2)
    return math.sqrt(above / below)
