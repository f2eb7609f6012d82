"""Whom to ask next when a chosen case refuses: the best given those that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.analysis.selection.candidates import Candidates
from crosscase.analysis.selection.constraints import Constraint, Exclude, Include, holds
from crosscase.analysis.selection.decision import Selection
from crosscase.analysis.selection.distance import gower
from crosscase.analysis.selection.variation import Effort, feasible_bounds, maximum_variation
from crosscase.errors import MistakeOfUse

__all__ = ["Alternative", "Replacement", "replaced"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """A case for the one open place, and the score of the whole set with it."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Replacement:
    """The best set that keeps who agreed and leaves out who refused.

    ``added``    who is new in it
    ``ranked``   where one place is open: every allowed case, the best first; else empty
    """

    selection: Selection
    added: tuple[str, ...]
    ranked: tuple[Alternative, ...]


def replaced(
    candidates: Candidates,
    size: int,
    weights: Mapping[str, float],
    *,
    kept: Sequence[str],
    refused: Sequence[str],
    eligible: Sequence[int] | None = None,
    constraints: Sequence[Constraint] = (),
    seed: int = 0,
    effort: Effort | None = None,
) -> Replacement:
    """Maximum variation again, with those kept fixed and those who refused left out.

    :param size: of the whole set, those kept included.
    :param kept: names of the cases that stay.
    :param refused: names of the cases that may not come back.
    Other parameters are those of ``maximum_variation``.
    :raises MistakeOfUse: ``nothing-to-replace`` when all places are filled, ``kept-and-refused``,
        and what ``maximum_variation`` refuses. A constraint that must include who refused is left
        for a person to drop: it makes the whole infeasible, and the error names it.
    """
    both = sorted(set(kept) & set(refused))
    if both:
        raise MistakeOfUse(
            f"“{both[0]}” is kept and has refused.",
            slug="kept-and-refused",
            hint="Name each case in one of the two.",
        )
    if len(kept) >= size:
        raise MistakeOfUse(
            f"{len(kept)} cases are kept, so none of the {size} places is open.",
            slug="nothing-to-replace",
            hint="Name only those that stay.",
        )
    for name in refused:
        candidates.place(name)
    whole = [*constraints, *map(Include, kept), *map(Exclude, refused)]
    selection = maximum_variation(
        candidates, size, weights, eligible=eligible, constraints=whole, seed=seed, effort=effort
    )
    added = tuple(name for name in selection.chosen if name not in kept)
    ranked: tuple[Alternative, ...] = ()
    if len(kept) == size - 1:
        ranked = _ranked(candidates, size, weights, kept, eligible, whole)
    return Replacement(selection, added, ranked)


def _ranked(
    candidates: Candidates,
    size: int,
    weights: Mapping[str, float],
    kept: Sequence[str],
    eligible: Sequence[int] | None,
    constraints: Sequence[Constraint],
) -> tuple[Alternative, ...]:
    places = list(range(len(candidates.names))) if eligible is None else list(eligible)
    bounds = feasible_bounds(candidates, places, size, constraints)
    matrix = gower(candidates.only(places), weights).matrix
    fixed = [places.index(candidates.place(name)) for name in kept]
    others = [index for index in range(len(places)) if index not in fixed]
    sets = np.array([[*fixed, index] for index in others], np.int64)
    among_kept = float(matrix[np.ix_(fixed, fixed)].sum()) / 2
    found = [
        Alternative(candidates.names[places[index]], among_kept + float(matrix[index, fixed].sum()))
        for index, allowed in zip(others, holds(bounds, sets).tolist(), strict=True)
        if allowed
    ]
    return tuple(sorted(found, key=lambda each: (-round(each.score, 9), each.name)))
