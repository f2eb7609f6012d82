"""Groups of equal number, and bands between given cut points, over one characteristic of cases.

Two rules for quantile groups stand beside each other because published work uses both:

* by rank: tied values share the lowest rank r, and of n cases in Q groups a case falls in group
  ``floor(Q + 1 - ceil((n + 1 - r) / (n / Q)))``. UK Health Security Agency, ``phe_quantile`` of
  PHEindicatormethods. It is worked out in whole numbers here, so that no rounding can move a case.
* by cut points: the i-th cut point is the quantile i/Q of Hyndman and Fan (1996), "Sample
  quantiles in statistical packages", definition 7 (the default of R). A value equal to a cut point
  falls in the group below it, as in R's ``cut``.

Groups are numbered from 1. ``first`` says which end is group 1. What has no value has no group.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse

__all__ = [
    "First",
    "Group",
    "Grouping",
    "Move",
    "Tie",
    "banded",
    "by_cut_points",
    "by_rank",
    "moves_between",
    "rank_groups",
]

First = Literal["lowest", "highest"]
Values = Sequence[float | None] | npt.NDArray[np.float64]
_Floats = npt.NDArray[np.float64]
_Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its number, how many cases it has, and the lowest and highest value in it."""

    number: int
    size: int
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, slots=True)
class Tie:
    """Places of the cases that share one value.

    ``decides`` is true where a quantile group would end among them by rank if they differed
    slightly: the tie has moved some of them, and the groups are uneven for it.
    """

    value: float
    places: tuple[int, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which group each case falls in, by which rule, and what the rule had to decide.

    ``of_case``    the group of each case in the order given, None where the value is missing
    ``ranks``      the rank of each case, ties sharing the lowest; None under a rule without ranks
    ``groups``     every group, the empty ones too
    ``cut_points`` between the groups in ascending order; empty under a rule without cut points
    ``missing``    the places of the cases without a value
    """

    rule: str
    first: First
    of_case: tuple[int | None, ...]
    ranks: tuple[int | None, ...]
    groups: tuple[Group, ...]
    cut_points: tuple[float, ...]
    ties: tuple[Tie, ...]
    missing: tuple[int, ...]

    def places_in(self, number: int) -> tuple[int, ...]:
        """The places of the cases in one group."""
        return tuple(place for place, group in enumerate(self.of_case) if group == number)


@dataclass(frozen=True, slots=True)
class Move:
    """A case, by its place, that two rules put in different groups."""

    place: int
    from_group: int | None
    to_group: int | None


def by_rank(values: Values, groups: int, *, first: First = "lowest") -> Grouping:
    """Quantile groups by rank, as ``phe_quantile``.

    :param values: one number a case, None or NaN where it is missing; any unit.
    :param groups: how many groups, at least 2.
    :param first: whether group 1 holds the lowest or the highest values.
    :returns: groups 1 to ``groups``; tied cases always share one, so groups may differ in size.
    :raises MistakeOfUse: ``too-few-groups``, ``fewer-cases-than-groups``, ``infinite-value``.
    Source: UKHSA ``phe_quantile``, which leaves all groups missing where cases are fewer than
    groups; here that is refused. Limits: many ties leave groups empty.
    """
    numbers, known = _numbers(values)
    _enough(int(known.sum()), groups)
    ranks = _lowest_ranks(numbers[known] if first == "lowest" else -numbers[known])
    group = _groups_of_ranks(ranks, groups)
    rule = f"by rank, {groups} groups"
    return _grouping(rule, first, numbers, known, group, groups, quantiles=groups, ranks=ranks)


def rank_groups(values: npt.NDArray[np.float64], groups: int) -> npt.NDArray[np.int64]:
    """The groups of ``by_rank`` alone, for very many values, none of them missing.

    :raises MistakeOfUse: ``too-few-groups``, ``fewer-cases-than-groups``.
    """
    _enough(values.size, groups)
    return _groups_of_ranks(_lowest_ranks(values), groups)


def by_cut_points(values: Values, groups: int, *, first: First = "lowest") -> Grouping:
    """Quantile groups between the cut points of Hyndman and Fan's definition 7.

    :param values: one number a case, None or NaN where it is missing; any unit.
    :param groups: how many groups, at least 2.
    :param first: whether group 1 holds the lowest or the highest values.
    :returns: groups 1 to ``groups``, with the cut points in the unit of the values.
    :raises MistakeOfUse: ``too-few-groups``, ``fewer-cases-than-groups``, ``infinite-value``.
    Limits: where many cases share a value, cut points coincide and a group stays empty.
    """
    numbers, known = _numbers(values)
    _enough(int(known.sum()), groups)
    cuts = np.quantile(numbers[known], np.arange(1, groups) / groups, method="linear")
    rule = f"by cut points of type 7, {groups} groups"
    return _cut(rule, first, numbers, known, cuts, closed="above", quantiles=groups)


def banded(
    values: Values,
    cut_points: Sequence[float],
    *,
    first: First = "lowest",
    closed: Literal["above", "below"] = "below",
) -> Grouping:
    """Bands between given cut points.

    :param values: one number a case, None or NaN where it is missing; any unit.
    :param cut_points: in the unit of the values, each above the one before.
    :param first: whether band 1 holds the lowest or the highest values.
    :param closed: the end of a band that belongs to it: with ``below`` (the default) a value equal
        to a cut point opens the upper band ("from 1.1 m"), with ``above`` it closes the lower one.
    :returns: one band more than cut points; bands may be empty.
    :raises MistakeOfUse: ``no-cut-points``, ``cut-points-out-of-order``, ``infinite-value``.
    """
    numbers, known = _numbers(values)
    cuts = np.asarray(cut_points, np.float64)
    if cuts.size == 0:
        raise MistakeOfUse(
            "Bands need at least one cut point.",
            slug="no-cut-points",
            hint="Give the values at which one band ends and the next begins.",
        )
    if not np.isfinite(cuts).all() or (np.diff(cuts) <= 0).any():
        raise MistakeOfUse(
            "The cut points do not ascend.",
            slug="cut-points-out-of-order",
            hint="Give each cut point once, from the lowest to the highest.",
        )
    return _cut(
        f"bands, {cuts.size + 1} of them",
        first,
        numbers,
        known,
        cuts,
        closed=closed,
        quantiles=None,
    )


def moves_between(one: Grouping, other: Grouping) -> tuple[Move, ...]:
    """The cases that fall in different groups under two rules, releases, weightings or boundaries.

    :raises MistakeOfUse: ``unlike-groupings`` when the two are not over the same number of cases.
    """
    if len(one.of_case) != len(other.of_case):
        raise MistakeOfUse(
            f"One grouping has {len(one.of_case)} cases and the other {len(other.of_case)}.",
            slug="unlike-groupings",
            hint="Compare groupings of the same cases in the same order.",
        )
    pairs = zip(one.of_case, other.of_case, strict=True)
    return tuple(Move(place, was, now) for place, (was, now) in enumerate(pairs) if was != now)


def _numbers(values: Values) -> tuple[_Floats, npt.NDArray[np.bool_]]:
    numbers = np.array(
        values
        if isinstance(values, np.ndarray)
        else [math.nan if v is None else v for v in values],
        dtype=np.float64,
    )
    if np.isinf(numbers).any():
        place = int(np.flatnonzero(np.isinf(numbers))[0])
        raise MistakeOfUse(
            f"The value of case {place + 1} is infinite.",
            slug="infinite-value",
            hint="Correct it, or leave it out as missing.",
        )
    return numbers, ~np.isnan(numbers)


def _enough(cases: int, groups: int) -> None:
    if groups < 2:
        raise MistakeOfUse(
            f"{groups} is too few groups.", slug="too-few-groups", hint="Ask for two or more."
        )
    if cases < groups:
        raise MistakeOfUse(
            f"{cases} cases have a value, fewer than the {groups} groups asked for.",
            slug="fewer-cases-than-groups",
            hint=f"Ask for at most {max(cases, 2)} groups, or add cases.",
        )


def _lowest_ranks(numbers: _Floats) -> _Whole:
    ordered = np.sort(numbers)
    return np.searchsorted(ordered, numbers, side="left").astype(np.int64) + 1


def _groups_of_ranks(ranks: _Whole, groups: int) -> _Whole:
    n = ranks.size
    found: _Whole = groups + 1 - -(-(n + 1 - ranks) * groups // n)
    return found


def _cut(
    rule: str,
    first: First,
    numbers: _Floats,
    known: npt.NDArray[np.bool_],
    cuts: _Floats,
    *,
    closed: Literal["above", "below"],
    quantiles: int | None,
) -> Grouping:
    # searchsorted counts the cut points below a value; a value on one goes where ``closed`` says.
    side: Literal["left", "right"] = "left" if closed == "above" else "right"
    group = np.searchsorted(cuts, numbers[known], side=side).astype(np.int64) + 1
    count = cuts.size + 1
    if first == "highest":
        group = count + 1 - group
    return _grouping(rule, first, numbers, known, group, count, quantiles=quantiles, cuts=cuts)


def _grouping(
    rule: str,
    first: First,
    numbers: _Floats,
    known: npt.NDArray[np.bool_],
    group: _Whole,
    count: int,
    *,
    quantiles: int | None,
    ranks: _Whole | None = None,
    cuts: _Floats | None = None,
) -> Grouping:
    places = np.flatnonzero(known)
    have = numbers[known]
    of_case: list[int | None] = [None] * numbers.size
    rank_of: list[int | None] = [None] * numbers.size
    for index, place in enumerate(places.tolist()):
        of_case[place] = int(group[index])
        rank_of[place] = None if ranks is None else int(ranks[index])
    groups = []
    for number in range(1, count + 1):
        inside = have[group == number]
        lowest, highest = (
            (float(inside.min()), float(inside.max())) if inside.size else (None, None)
        )
        groups.append(Group(number, int(inside.size), lowest, highest))
    return Grouping(
        rule,
        first,
        tuple(of_case),
        tuple(rank_of),
        tuple(groups),
        () if cuts is None else tuple(cuts.tolist()),
        _ties(have, places, first, quantiles),
        tuple(np.flatnonzero(~known).tolist()),
    )


def _ties(
    have: _Floats, places: npt.NDArray[np.intp], first: First, quantiles: int | None
) -> tuple[Tie, ...]:
    """Shared values; ``quantiles`` is None for bands, whose ends no tie can move."""
    order = np.argsort(have, kind="stable")
    ordered, n = have[order], have.size
    edges = np.flatnonzero(np.diff(ordered)) + 1 if n else np.empty(0, np.int64)
    ties = []
    for start, end in pairwise([0, *edges.tolist(), n]):
        if end - start < 2:
            continue
        ends = (start + 1, end) if first == "lowest" else (n - end + 1, n - start)
        decides = (
            quantiles is not None and len({-(-(n + 1 - r) * quantiles // n) for r in ends}) > 1
        )
        sharing = tuple(sorted(places[order[start:end]].tolist()))
        ties.append(Tie(float(ordered[start]), sharing, decides))
    return tuple(ties)
