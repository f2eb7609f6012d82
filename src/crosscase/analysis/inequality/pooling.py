"""Areas pooled into quantile groups, so that the groups at the ends can be compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.inequality.measures import (
    Floats,
    Numbers,
    checked_numbers,
    checked_population,
)
from crosscase.analysis.quantiles import rank_groups
from crosscase.errors import MistakeOfUse

__all__ = ["Pooled", "pooled_groups", "quantile_groups"]


@dataclass(frozen=True, slots=True)
class Pooled:
    """Quantile groups that hold areas, from the most disadvantaged: number (from 1), mean value,
    population and the error of the mean, which is None where a group has one area only."""

    numbers: tuple[int, ...]
    values: Floats
    population: Floats
    standard_errors: Floats | None


def quantile_groups(order: Numbers, groups: int = 5) -> npt.NDArray[np.int64]:
    """The quantile group of each area by rank, 1 the most disadvantaged.

    :param order: where each area stands, the most disadvantaged lowest; ties share a group.
    :param groups: how many, at least 2; fifths are the usual ones.
    :raises MistakeOfUse: ``too-few-groups``, ``fewer-cases-than-groups``, ``missing-values``.
    Source: as ``crosscase.analysis.quantiles.by_rank``: groups are equal in areas, not in people.
    """
    return rank_groups(checked_numbers(order, "places in the order"), groups)


def pooled_groups(
    values: Numbers, group: npt.NDArray[np.int64], population: Numbers | None = None
) -> Pooled:
    """The mean of each group's areas by population, with its error.

    :param values: the indicator of each area.
    :param group: the group of each, as ``quantile_groups`` gives.
    :param population: of each area, above zero; None counts each once.
    :returns: only groups that hold an area. Errors are those of a weighted mean of independent
        areas (linearised, with n/(n-1)).
    :raises MistakeOfUse: ``missing-values``, ``population-not-positive``, ``unlike-lengths``.
    """
    numbers = checked_numbers(values)
    if population is None:
        weights = np.ones_like(numbers)
    else:
        weights = checked_population(population, numbers.size)
    if group.size != numbers.size:
        raise MistakeOfUse(
            f"There are {numbers.size} values and {group.size} groups.",
            slug="unlike-lengths",
            hint="Give one for each value, in the same order.",
        )
    counts = np.bincount(group)
    held = np.flatnonzero(counts)
    people: Floats = np.bincount(group, weights=weights).astype(np.float64, copy=False)
    means = np.zeros_like(people)
    means[held] = np.bincount(group, weights=weights * numbers)[held] / people[held]
    squares = np.bincount(group, weights=(weights * (numbers - means[group])) ** 2)
    errors = None
    if int(counts[held].min()) > 1:
        size = counts[held]
        errors = np.sqrt(squares[held] * size / (size - 1)) / people[held]
    return Pooled(tuple(held.tolist()), means[held], people[held], errors)
