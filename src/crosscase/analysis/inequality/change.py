"""Who is worse off, and whether a gap widened or narrowed.

A slope of 5 means opposite things for life expectancy and for deaths. So an indicator is called
favourable (the more the better, such as life expectancy) or adverse (the less the better, such as
deaths), and a change over time is told for both its halves: the level, and the inequality.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from crosscase.analysis.inequality.measures import Measure, normal_measure, undefined

__all__ = [
    "NEUTRAL_AT_ONE",
    "Change",
    "Direction",
    "Polarity",
    "WorseOff",
    "change_between",
    "worse_off",
]

Polarity: TypeAlias = Literal["favourable", "adverse"]
WorseOff: TypeAlias = Literal["most disadvantaged", "least disadvantaged", "nobody"]
Direction: TypeAlias = Literal["widened", "narrowed", "turned round", "unchanged", "unknown"]

# Ratios say "no inequality" at 1, all other figures at 0.
NEUTRAL_AT_ONE = frozenset({"rii", "ratio"})


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to a later one: the difference, and what became of the inequality."""

    difference: Measure
    direction: Direction


def worse_off(value: float | None, polarity: Polarity, *, neutral: float = 0.0) -> WorseOff | None:
    """Which end of the order is worse off, by a figure that has a direction.

    :param value: of a slope or relative index, a concentration index, a gap or a ratio: above
        neutral where the less disadvantaged have more of the indicator.
    :param polarity: whether more of the indicator is good or bad.
    :param neutral: 1 for ratios, 0 for everything else.
    :returns: None where the figure is undefined.
    """
    if value is None:
        return None
    if value == neutral:
        return "nobody"
    at_the_poor_end = (value > neutral) == (polarity == "favourable")
    return "most disadvantaged" if at_the_poor_end else "least disadvantaged"


def change_between(
    before: Measure, after: Measure, *, neutral: float = 0.0, confidence: float = 0.95
) -> Change:
    """How a figure of inequality changed from one time to a later one.

    :param before: the figure at the earlier time.
    :param after: the same figure at the later time, from other people or areas, or from the same
        if their errors are taken as independent.
    :param neutral: 1 for ratios (their distance is measured on the log scale), else 0.
    :param confidence: of the interval of the difference, between 0 and 1.
    :returns: after less before, with a normal interval where both have errors. The direction is
        about the figures as they are: ``turned round`` where the other end is now worse off. Look
        at the interval before believing it.
    """
    if before.value is None or after.value is None:
        return Change(undefined("one of the two figures is undefined"), "unknown")
    error = None
    if before.standard_error is not None and after.standard_error is not None:
        error = math.hypot(before.standard_error, after.standard_error)
    difference = normal_measure(after.value - before.value, error, confidence)
    was, now = (_distance(each, neutral) for each in (before.value, after.value))
    if was * now < 0:
        return Change(difference, "turned round")
    if math.isclose(abs(was), abs(now), rel_tol=1e-9, abs_tol=1e-12):
        return Change(difference, "unchanged")
    return Change(difference, "widened" if abs(now) > abs(was) else "narrowed")


def _distance(value: float, neutral: float) -> float:
    """How far a figure lies from no inequality; for ratios doubling and halving are alike."""
    return math.log(value) if neutral == 1 and value > 0 else value - neutral
