"""How differently two groups of people are spread over the same places."""

from __future__ import annotations

import numpy as np

from crosscase.analysis.inequality.measures import (
    Floats,
    Interval,
    Measure,
    Numbers,
    checked_numbers,
    checked_repetitions,
    undefined,
    z_of,
)
from crosscase.errors import MistakeOfUse

__all__ = ["bootstrapped_dissimilarity", "index_of_dissimilarity"]

_DRAWN_AT_ONCE = 1_000_000


def index_of_dissimilarity(one: Numbers, other: Numbers) -> Measure:
    """The share of either group that would have to move for both to be spread alike.

    :param one: how many of the first group are at each place, none below zero.
    :param other: how many of the second group are there.
    :returns: D = half the sum of |x/X - y/Y| (Duncan and Duncan 1955, "A methodological analysis
        of segregation indexes"), 0 for the same spread to 1 for none shared; undefined where a
        group is empty. Without an interval; see ``bootstrapped_dissimilarity``.
    :raises MistakeOfUse: ``negative-value``, ``unlike-lengths``, ``missing-values``.
    Limits: small counts push D up by chance; how the places lie to each other is not seen.
    """
    first, second = _checked(one, other)
    if _is_empty(first, second):
        return undefined(_EMPTY)
    return Measure(_index(first, second))


def bootstrapped_dissimilarity(
    one: Numbers,
    other: Numbers,
    *,
    seed: int,
    repetitions: int = 2_000,
    confidence: float = 0.95,
) -> Measure:
    """The index of dissimilarity with an interval by drawing the people of both groups anew.

    :param one: as in ``index_of_dissimilarity``, with ``other``: counts of persons.
    :param seed: of the drawing; the same seed gives the same interval.
    :param repetitions: how many drawings, at least 1,000.
    :param confidence: of the interval, between 0 and 1.
    :returns: the index as it is, and the interval 2D - D*: each group's people fall into the
        places anew by a multinomial draw, and what chance adds to a drawn index it has added to
        the observed one too. Where counts are small the interval therefore lies low, even below D.
    :raises MistakeOfUse: ``too-few-repetitions``; as ``index_of_dissimilarity``.
    Source: Allen, Burgess, Davidson and Windmeijer (2015), "More reliable inference for the
    dissimilarity index of segregation"; on the upward bias Mazza and Punzo (2015). Limits: people
    count as choosing places independently; households do not.
    """
    first, second = _checked(one, other)
    checked_repetitions(repetitions)
    z_of(confidence)  # refuses a confidence that is none
    if _is_empty(first, second):
        return undefined(_EMPTY)
    found = _index(first, second)
    random = np.random.default_rng(seed)
    drawn = np.empty(repetitions)
    step = max(_DRAWN_AT_ONCE // first.size, 1)
    for start in range(0, repetitions, step):
        part = slice(start, min(start + step, repetitions))
        many = part.stop - part.start
        spreads = [
            random.multinomial(max(round(float(of.sum())), 1), of / of.sum(), size=many)
            for of in (first, second)
        ]
        shares = [each / each.sum(axis=1, keepdims=True) for each in spreads]
        drawn[part] = np.abs(shares[0] - shares[1]).sum(axis=1) / 2
    high, low = np.quantile(drawn, [(1 - confidence) / 2, (1 + confidence) / 2]).tolist()
    lower, upper = (min(max(2 * found - each, 0.0), 1.0) for each in (low, high))
    interval = Interval(lower, upper, confidence, "bootstrap")
    return Measure(found, None, float(drawn.std(ddof=1)), interval)


_EMPTY = "one of the groups is empty"


def _checked(one: Numbers, other: Numbers) -> tuple[Floats, Floats]:
    first, second = checked_numbers(one, "counts"), checked_numbers(other, "counts")
    if first.size != second.size:
        raise MistakeOfUse(
            f"There are {first.size} counts of one group and {second.size} of the other.",
            slug="unlike-lengths",
            hint="Give both for each place, in the same order.",
        )
    if float(min(first.min(), second.min())) < 0:
        raise MistakeOfUse(
            "A count is below zero.", slug="negative-value", hint="Correct it first."
        )
    return first, second


def _is_empty(first: Floats, second: Floats) -> bool:
    return float(first.sum()) == 0 or float(second.sum()) == 0


def _index(first: Floats, second: Floats) -> float:
    return float(np.abs(first / first.sum() - second / second.sum()).sum()) / 2
