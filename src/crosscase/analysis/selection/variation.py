"""Maximum variation: the set of cases that are together most unlike one another.

What is made greatest is the sum of the Gower distances of all pairs (the maximum-diversity
problem; Patton's maximum variation sampling made exact). Every set of the greatest sum is listed,
since a rule that leaves several sets open has not chosen: a person does, with a reason.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.bounded_search import best_by_bounds
from crosscase.analysis.selection.candidates import Candidates
from crosscase.analysis.selection.constraints import (
    Bound,
    Constraint,
    bounds_of,
    said,
)
from crosscase.analysis.selection.decision import How, Selection
from crosscase.analysis.selection.distance import gower
from crosscase.analysis.selection.enumeration import Found, best_of_all
from crosscase.analysis.selection.heuristic import good_by_exchange
from crosscase.analysis.selection.programme import best_by_programme, feasible_set
from crosscase.errors import MistakeOfUse

__all__ = ["Effort", "feasible_bounds", "maximum_variation"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How far a search goes before the next way is tried: sets looked at one by one, parts of
    sets in the bounded search and of how many cases at most, pairs and nodes of the integer
    programme, starts of the heuristic; how many cases are compared at all, each with each; and how
    many equally good sets are listed. All are counts and not seconds, so that the same frame has
    the same answer on every machine."""

    most_enumerated: int = 2_000_000
    most_looked_at: int = 10_000_000
    most_cases_bounded: int = 300
    most_pairs: int = 1_000
    most_nodes: int = 500
    starts: int = 100
    most_cases: int = 5_000
    most_listed: int = 1_000
    most_listed_by_programme: int = 20


def maximum_variation(
    candidates: Candidates,
    size: int,
    weights: Mapping[str, float],
    *,
    eligible: Sequence[int] | None = None,
    constraints: Sequence[Constraint] = (),
    seed: int = 0,
    effort: Effort | None = None,
) -> Selection:
    """The set of a size with the greatest sum of pairwise distances under hard constraints.

    :param candidates: the cases of the frame.
    :param size: how many to choose.
    :param weights: of the characteristics that count, by name.
    :param eligible: places of the cases that may be chosen; None for all. Ranges are taken over
        these.
    :param constraints: what every set must meet.
    :param seed: of the heuristic's starts; unused where the answer is exact.
    :param effort: how far to search.
    :returns: exact by enumeration where there are few enough sets, else by the bounded search, else
        by integer programme, where these end within their effort; else by the heuristic, and a
        note says so.
    :raises MistakeOfUse: ``too-few-candidates``, ``too-many-candidates``, ``size-not-positive``,
        ``infeasible-constraints`` (naming a smallest set of constraints that cannot hold
        together), ``incomparable-cases``, and what ``gower`` and the constraints refuse.
    """
    places = list(range(len(candidates.names))) if eligible is None else list(eligible)
    effort = effort or Effort()
    _refuse_too_many(len(places), effort)
    bounds = feasible_bounds(candidates, places, size, constraints)
    part = candidates.only(places)
    distances = gower(part, weights)
    if distances.incomparable:
        one, other = distances.incomparable[0]
        raise MistakeOfUse(
            f"“{one}” and “{other}” share no known characteristic, so nobody can say how unlike"
            " they are.",
            slug="incomparable-cases",
            hint="Complete their characteristics, or let only cases be eligible where they are"
            " known.",
            details={"pairs": [list(pair) for pair in distances.incomparable]},
        )
    found, how = _searched(distances.matrix, size, bounds, seed, effort)
    notes = [f"All eligible cases are alike in “{name}”." for name in distances.without_spread]
    named = tuple(tuple(part.names[place] for place in each) for each in found.sets)
    return Selection(
        named[0],
        how,
        found.exact,
        found.score,
        named,
        found.all_listed,
        found.feasible,
        found.bound,
        seed if how == "heuristic" else None,
        notes=(*notes, *_doubts(found)),
    )


def _doubts(found: Found) -> list[str]:
    """What was not proven of a set."""
    doubts = []
    if not found.exact:
        doubts.append("The best set was not proven: found by a heuristic; a better one may exist.")
    if not found.all_listed:
        doubts.append("Further sets may be equally good; not all were listed.")
    return doubts


def _refuse_too_many(eligible: int, effort: Effort) -> None:
    if eligible > effort.most_cases:
        raise MistakeOfUse(
            f"{eligible:,} cases are eligible; maximum variation compares each with each, up to"
            f" {effort.most_cases:,}.",
            slug="too-many-candidates",
            hint="Narrow the rules of eligibility, or draw a sample at random.",
        )


def feasible_bounds(
    candidates: Candidates, places: Sequence[int], size: int, constraints: Sequence[Constraint]
) -> list[Bound]:
    """The constraints as bounds, known to be feasible together; else the error names a conflict."""
    if size < 1:
        raise MistakeOfUse(
            f"{size} cases cannot be chosen.",
            slug="size-not-positive",
            hint="Choose at least one case.",
        )
    if size > len(places):
        raise MistakeOfUse(
            f"{len(places)} cases are eligible, fewer than the {size} to choose.",
            slug="too-few-candidates",
            hint="Choose fewer, or widen the rules of eligibility.",
        )
    bounds = bounds_of(candidates, places, size, constraints)
    if bounds and feasible_set(len(places), size, bounds) is None:
        raise _infeasible(len(places), size, bounds, constraints)
    return bounds


def _infeasible(
    n: int, size: int, bounds: Sequence[Bound], constraints: Sequence[Constraint]
) -> MistakeOfUse:
    """A smallest conflict: a constraint is left out for good if the rest conflict without it."""
    kept = list(dict.fromkeys(constraints))
    for constraint in list(kept):
        fewer = [each for each in kept if each != constraint]
        if feasible_set(n, size, [bound for bound in bounds if bound.constraint in fewer]) is None:
            kept = fewer
    sentences = [said(each) for each in kept]
    loosen = "it" if len(sentences) == 1 else "one of them"
    if len(sentences) == 1:
        text = f"No set of {size} eligible cases meets the constraint “{sentences[0]}”."
    else:
        text = (
            f"No set of {size} eligible cases meets these constraints together:"
            f" {'; '.join(sentences)}."
        )
    return MistakeOfUse(
        text,
        slug="infeasible-constraints",
        hint=f"Drop or loosen {loosen}, choose another number of cases, or widen eligibility.",
        details={"constraints": sentences},
    )


def _searched(
    distances: npt.NDArray[np.float64],
    size: int,
    bounds: Sequence[Bound],
    seed: int,
    effort: Effort,
) -> tuple[Found, How]:
    n = distances.shape[0]
    if math.comb(n, size) <= effort.most_enumerated:
        found = best_of_all(distances, size, bounds, effort.most_listed)
        if found is not None:
            return found, "enumeration"
    good = good_by_exchange(
        distances, size, bounds, seed=seed, starts=effort.starts, most_listed=effort.most_listed
    )
    if size > 1 and n <= effort.most_cases_bounded:
        found = best_by_bounds(
            distances,
            size,
            bounds,
            known=good.score,
            most_listed=effort.most_listed,
            most_looked_at=effort.most_looked_at,
        )
        if found is not None:
            return found, "bounded search"
        if math.comb(n, 2) <= effort.most_pairs:
            found = best_by_programme(
                distances, size, bounds, effort.most_listed_by_programme, effort.most_nodes
            )
            if found is not None:
                return found, "integer programme"
    return good, "heuristic"
