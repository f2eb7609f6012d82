"""How well a set fits an outcome: inclusion, PRI and coverage; necessity with its relevance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.analysis.qca.calibrated import CalibratedData
from crosscase.analysis.qca.calibration import Floats

__all__ = ["Necessity", "SufficientFit", "necessities", "sufficiency", "unique_coverages"]

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class SufficientFit:
    """How far a set is sufficient for the outcome (None where it is undefined: nobody is in it).

    ``inclusion`` (consistency) the share of the set that lies in the outcome; ``pri`` the same
    without what lies in the outcome and its negation at once; ``coverage`` the share of the
    outcome that lies in the set.
    """

    inclusion: float | None
    pri: float | None
    coverage: float | None


@dataclass(frozen=True, slots=True)
class Necessity:
    """How far one level of a condition is necessary for the outcome.

    ``relevance`` (RoN) is near 0 where nearly every case is in the condition anyway.
    """

    literal: str
    inclusion: float | None
    coverage: float | None
    relevance: float | None


def sufficiency(members: Floats, outcome: Floats) -> SufficientFit:
    """Inclusion, PRI and coverage of a set (Ragin 2006; Schneider and Wagemann 2012, ch. 5, 9).

    Args:
        members: memberships in the set, shape (cases,).
        outcome: memberships in the outcome, shape (cases,).
    """
    both = np.minimum(members, outcome)
    in_all = float(np.minimum(both, 1 - outcome).sum())
    shared, size, whole = float(both.sum()), float(members.sum()), float(outcome.sum())
    return SufficientFit(
        _share(shared, size), _share(shared - in_all, size - in_all), _share(shared, whole)
    )


def unique_coverages(terms: list[Floats], outcome: Floats) -> list[float | None]:
    """What of the outcome only this term covers; None for one alone, which has no others."""
    if len(terms) < 2:
        return [None] * len(terms)
    whole = float(outcome.sum())
    table = np.stack(terms)
    total = float(np.minimum(table.max(axis=0), outcome).sum())
    found: list[float | None] = []
    for at in range(len(terms)):
        rest = np.delete(table, at, axis=0).max(axis=0)
        found.append(_share(total - float(np.minimum(rest, outcome).sum()), whole))
    return found


def necessities(data: CalibratedData) -> tuple[Necessity, ...]:
    """Each level of each condition as necessary for the outcome.

    Relevance is sum(1 - x) / sum(1 - min(x, y)) (Schneider and Wagemann 2012, p. 236).
    """
    found: list[Necessity] = []
    whole = float(data.outcome.sum())
    for condition in data.conditions:
        levels = range(condition.levels) if condition.multi else (1, 0)
        for level in levels:
            members = condition.membership(level)
            both = np.minimum(members, data.outcome)
            found.append(
                Necessity(
                    condition.literal(level),
                    _share(float(both.sum()), whole),
                    _share(float(both.sum()), float(members.sum())),
                    _share(float((1 - members).sum()), float((1 - both).sum())),
                )
            )
    return tuple(found)


def _share(part: float, whole: float) -> float | None:
    return None if abs(whole) < _TINY else max(0.0, part / whole)
