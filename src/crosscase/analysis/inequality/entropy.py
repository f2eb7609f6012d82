"""Theil's index and the mean logarithmic deviation, with their parts between and within.

T = sum a r ln r and L = - sum a ln r, with population shares a and r the value over the mean
(Theil 1967). Both are 0 where all have the same and add up exactly over any division of the
population (Shorrocks 1980): T weighs each part by its share of the total, L by its share of the
population. Some tools print them times 1,000; here they are as defined.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.inequality.measures import (
    Floats,
    Measure,
    Numbers,
    checked_numbers,
    checked_population,
    normal_measure,
    undefined,
)
from crosscase.errors import MistakeOfUse

__all__ = ["Entropy", "EntropyPart", "entropy"]


@dataclass(frozen=True, slots=True)
class EntropyPart:
    """One part of the population: its shares, its mean, and its own two indices (None where
    they are undefined)."""

    name: object
    share_of_population: float
    share_of_total: float
    mean: float
    theil: float | None
    mld: float | None


@dataclass(frozen=True, slots=True)
class Entropy:
    """Both indices, and where parts were given what lies between and what within them."""

    mean: float
    theil: Measure
    mld: Measure
    theil_between: float | None = None
    theil_within: float | None = None
    mld_between: float | None = None
    mld_within: float | None = None
    parts: tuple[EntropyPart, ...] = ()


def entropy(
    values: Numbers,
    population: Numbers | None = None,
    parts: Sequence[object] | npt.NDArray[np.integer] | None = None,
    *,
    are_rows: bool = False,
    confidence: float = 0.95,
) -> Entropy:
    """Theil's index and the mean logarithmic deviation of groups or of rows.

    :param values: one a group or row, none below zero.
    :param population: of each group, or the weight of each row, above zero; None counts 1.
    :param parts: the name of the part each belongs to, for the division between and within.
    :param are_rows: whether the values are of persons or areas, so that standard errors by
        linearisation (rows independent) can be given; values of groups are means without error.
    :param confidence: of the intervals, between 0 and 1.
    :returns: both undefined when the mean is zero; the mean logarithmic deviation also when any
        value is zero, since it has no logarithm. Parts are in the order of their first mention.
    :raises MistakeOfUse: ``negative-value``, ``missing-values``, ``unlike-lengths``,
        ``population-not-positive``.
    Limits: values must be on a ratio scale; a percentage and its complement give other figures.
    """
    numbers = checked_numbers(values)
    if float(numbers.min()) < 0:
        place = int(np.flatnonzero(numbers < 0)[0])
        raise MistakeOfUse(
            f"Value number {place + 1} is below zero.",
            slug="negative-value",
            hint="These indices need values with a true zero; use a gap or a slope index.",
        )
    weights = None if population is None else checked_population(population, numbers.size)
    total = float(numbers.size if weights is None else weights.sum())
    shares = None if weights is None else weights / total
    mean = _mean(numbers, shares)
    codes, names = _coded(parts, numbers.size)
    if mean == 0:
        return Entropy(0.0, undefined("the mean is zero"), undefined("the mean is zero"))
    logs = np.zeros_like(numbers)
    np.log(numbers, out=logs, where=numbers > 0)
    no_zero = bool((numbers > 0).all())
    # T = E[y ln y] / mean - ln mean and L = ln mean - E[ln y]: no ratio of each row is needed.
    products = numbers * logs
    of_products, of_logs = _mean(products, shares), _mean(logs, shares)
    theil = max(of_products / mean - math.log(mean), 0.0)
    mld = max(math.log(mean) - of_logs, 0.0)
    errors: tuple[float | None, float | None] = (None, None)
    if are_rows and numbers.size > 1:
        errors = (
            _error(products / mean - numbers * (of_products / mean**2 + 1 / mean), shares),
            _error(numbers / mean - logs, shares),
        )
    theil_found = normal_measure(theil, errors[0], confidence)
    mld_found = normal_measure(mld, errors[1], confidence) if no_zero else undefined(_HAS_ZERO)
    if codes is None:
        return Entropy(mean, theil_found, mld_found)
    each = _parts(codes, names, numbers, logs, products, shares, mean)
    return Entropy(mean, theil_found, mld_found, *_divided(each, mean, no_zero), each)


_HAS_ZERO = "some value is zero, which has no logarithm"


def _divided(
    parts: tuple[EntropyPart, ...], mean: float, no_zero: bool
) -> tuple[float, float, float | None, float | None]:
    """Theil's index between and within the parts, then the mean logarithmic deviation's."""
    theil = sum(part.share_of_total * math.log(part.mean / mean) for part in parts if part.mean)
    theil_within = sum(part.share_of_total * (part.theil or 0.0) for part in parts)
    if not no_zero:
        return max(theil, 0.0), theil_within, None, None
    mld = sum(part.share_of_population * math.log(mean / part.mean) for part in parts)
    mld_within = sum(part.share_of_population * (part.mld or 0.0) for part in parts)
    return max(theil, 0.0), theil_within, max(mld, 0.0), mld_within


def _mean(numbers: Floats, shares: Floats | None) -> float:
    return float(numbers.mean()) if shares is None else float(shares @ numbers)


def _error(influence: Floats, shares: Floats | None) -> float:
    """The error of a mean of independent rows, each moving the figure by its influence."""
    off = influence - _mean(influence, shares)
    if shares is None:
        return math.sqrt(float(off @ off)) / off.size
    off *= shares
    return math.sqrt(float(off @ off))


def _coded(
    parts: Sequence[object] | npt.NDArray[np.integer] | None, size: int
) -> tuple[npt.NDArray[np.intp] | None, list[object]]:
    if parts is None:
        return None, []
    if len(parts) != size:
        raise MistakeOfUse(
            f"There are {size} values and {len(parts)} names of parts.",
            slug="unlike-lengths",
            hint="Give one for each value, in the same order.",
        )
    if isinstance(parts, np.ndarray):
        found, first, codes = np.unique(parts, return_index=True, return_inverse=True)
        order = np.argsort(first)
        place = np.empty_like(order)
        place[order] = np.arange(order.size)
        return place[codes], found[order].tolist()
    number = {name: index for index, name in enumerate(dict.fromkeys(parts))}
    return np.fromiter(map(number.__getitem__, parts), np.intp, size), list(number)


def _parts(
    codes: npt.NDArray[np.intp],
    names: list[object],
    numbers: Floats,
    logs: Floats,
    products: Floats,
    shares: Floats | None,
    mean: float,
) -> tuple[EntropyPart, ...]:
    def sums(of: Floats | None) -> list[float]:
        weights = of if shares is None else shares if of is None else shares * of
        summed = np.bincount(codes, weights=weights, minlength=len(names))
        found: list[float] = (summed / (codes.size if shares is None else 1)).tolist()
        return found

    zeros = np.bincount(codes[numbers == 0], minlength=len(names)).tolist()
    found = []
    for name, share, total, of_logs, of_products, has_zero in zip(
        names, sums(None), sums(numbers), sums(logs), sums(products), zeros, strict=True
    ):
        own = total / share
        theil = None if own == 0 else max(of_products / share / own - math.log(own), 0.0)
        mld = None if has_zero else max(math.log(own) - of_logs / share, 0.0)
        found.append(EntropyPart(name, share, total / mean, own, theil, mld))
    return tuple(found)
