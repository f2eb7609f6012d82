"""Hard constraints on a set of cases, as sums that must stay within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.candidates import Candidates
from crosscase.errors import MistakeOfUse, nearest_names_hint

__all__ = [
    "Bound",
    "Constraint",
    "EachGroupAtMost",
    "Exclude",
    "GroupCount",
    "Include",
    "NotAllOneGroup",
    "bounds_of",
    "holds",
    "said",
]

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class GroupCount:
    """At least and at most so many cases of one group; ``at_most`` None leaves the top open."""

    characteristic: str
    group: str
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class EachGroupAtMost:
    """At most so many cases of any one group."""

    characteristic: str
    at_most: int


@dataclass(frozen=True, slots=True)
class NotAllOneGroup:
    """The cases may not all be of one group; a case whose group is missing is of none."""

    characteristic: str


@dataclass(frozen=True, slots=True)
class Include:
    """This case must be chosen."""

    case: str


@dataclass(frozen=True, slots=True)
class Exclude:
    """This case may not be chosen."""

    case: str


Constraint = GroupCount | EachGroupAtMost | NotAllOneGroup | Include | Exclude


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """A sum over chosen cases that must lie between two numbers, and the constraint it is of."""

    constraint: Constraint
    counts: _Floats
    lowest: float
    highest: float


def said(constraint: Constraint) -> str:
    """A constraint in words, for the methods paragraph and for errors."""
    match constraint:
        case GroupCount(characteristic, group, at_least, at_most):
            if at_most is None:
                return f"at least {at_least} of “{characteristic}” “{group}”"
            if at_least == 0:
                return f"at most {at_most} of “{characteristic}” “{group}”"
            if at_least == at_most:
                return f"exactly {at_least} of “{characteristic}” “{group}”"
            return f"{at_least} to {at_most} of “{characteristic}” “{group}”"
        case EachGroupAtMost(characteristic, at_most):
            return f"at most {at_most} of any one “{characteristic}”"
        case NotAllOneGroup(characteristic):
            return f"not all of one “{characteristic}”"
        case Include(case):
            return f"“{case}” must be chosen"
        case Exclude(case):
            return f"“{case}” may not be chosen"


def bounds_of(
    candidates: Candidates, places: Sequence[int], size: int, constraints: Sequence[Constraint]
) -> list[Bound]:
    """Constraints as bounds over the eligible cases.

    :param candidates: the cases of the frame.
    :param places: of the eligible ones; each bound counts over these, in their order.
    :param size: how many cases are chosen.
    :param constraints: all must hold.
    :raises MistakeOfUse: ``no-such-characteristic``, ``no-such-group``, ``no-such-candidate``,
        ``not-eligible`` when a case that must be chosen is not eligible, ``bounds-out-of-order``.
    """
    found: list[Bound] = []
    for constraint in constraints:
        match constraint:
            case Include(case) | Exclude(case):
                found += _of_case(candidates, places, constraint, case)
            case GroupCount():
                found.append(_of_group(candidates, places, size, constraint))
            case EachGroupAtMost(characteristic, at_most):
                found += _of_each(candidates, places, constraint, characteristic, at_most)
            case NotAllOneGroup(characteristic):
                found += _of_each(candidates, places, constraint, characteristic, size - 1)
    return found


def holds(bounds: Sequence[Bound], sets: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Which sets (one a row, of indices into the eligible cases) meet every bound."""
    fine = np.ones(sets.shape[0], np.bool_)
    for bound in bounds:
        total = bound.counts[sets].sum(axis=1)
        fine &= (total >= bound.lowest) & (total <= bound.highest)
    return fine


def _of_case(
    candidates: Candidates, places: Sequence[int], constraint: Include | Exclude, case: str
) -> list[Bound]:
    place = candidates.place(case)
    is_in = isinstance(constraint, Include)
    if place not in places:
        if not is_in:
            return []
        raise MistakeOfUse(
            f"“{case}” must be chosen but is not eligible.",
            slug="not-eligible",
            hint="Change the rule that leaves it out, or drop the demand.",
        )
    counts = np.array([float(each == place) for each in places])
    return [Bound(constraint, counts, float(is_in), float(is_in))]


def _of_group(
    candidates: Candidates, places: Sequence[int], size: int, constraint: GroupCount
) -> Bound:
    name, group = constraint.characteristic, constraint.group
    all_groups = {candidates.group(place, name) for place in range(len(candidates.names))}
    if group not in all_groups:
        known = sorted(each for each in all_groups if each is not None)
        raise MistakeOfUse(
            f"No case of the frame has “{name}” “{group}”.",
            slug="no-such-group",
            hint=nearest_names_hint(group, known) or f"There are {', '.join(known)}.",
        )
    highest = size if constraint.at_most is None else constraint.at_most
    if constraint.at_least > highest:
        raise MistakeOfUse(
            f"At least {constraint.at_least} and at most {highest} of “{name}” “{group}” cannot"
            " both be.",
            slug="bounds-out-of-order",
            hint="The least may not exceed the most, nor the number of cases to choose.",
        )
    return Bound(
        constraint, _counts(candidates, places, name, group), constraint.at_least, float(highest)
    )


def _of_each(
    candidates: Candidates,
    places: Sequence[int],
    constraint: Constraint,
    characteristic: str,
    at_most: int,
) -> list[Bound]:
    groups = dict.fromkeys(candidates.group(place, characteristic) for place in places)
    return [
        Bound(constraint, _counts(candidates, places, characteristic, group), 0.0, float(at_most))
        for group in groups
        if group is not None
    ]


def _counts(
    candidates: Candidates, places: Sequence[int], characteristic: str, group: str
) -> _Floats:
    return np.array([float(candidates.group(place, characteristic) == group) for place in places])
