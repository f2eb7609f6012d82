"""How differently two groups of people are spread over the same places."""

from __future__ import annotations

import numpy as np

from crosscase.analysis.inequality.measures import Measure, Numbers, checked_numbers, undefined
from crosscase.errors import MistakeOfUse

__all__ = ["index_of_dissimilarity"]


def index_of_dissimilarity(one: Numbers, other: Numbers) -> Measure:
    """The share of either group that would have to move for both to be spread alike.

    :param one: how many of the first group are at each place, none below zero.
    :param other: how many of the second group are there.
    :returns: D = half the sum of |x/X - y/Y| (Duncan and Duncan 1955, "A methodological analysis
        of segregation indexes"), 0 for the same spread to 1 for none shared; undefined where a
        group is empty. It has no interval.
    :raises MistakeOfUse: ``negative-value``, ``unlike-lengths``, ``missing-values``.
    Limits: small counts push D up by chance; how the places lie to each other is not seen.
    """
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
    of_first, of_second = float(first.sum()), float(second.sum())
    if of_first == 0 or of_second == 0:
        return undefined("one of the groups is empty")
    return Measure(float(np.abs(first / of_first - second / of_second).sum()) / 2)
