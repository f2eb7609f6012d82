"""Calibrated data: what a truth table is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analysis.qca.calibration import Floats, checked_memberships
from crosscase.errors import MistakeOfUse

__all__ = ["ANY", "CalibratedData", "CalibratedSet", "Term", "term_text"]

# A value for each condition, -1 where the condition does not matter.
Term: TypeAlias = tuple[int, ...]
ANY = -1


@dataclass(frozen=True, slots=True, eq=False)
class CalibratedSet:
    """One condition: memberships from 0 to 1, or the levels 0, 1, 2, ... of ``levels`` many.

    ``multi`` conditions hold levels and are always crisp, also with two levels; all others have
    two: out and in. ``expected`` are the levels that are expected to bring the outcome about
    (empty: nothing is expected).
    """

    name: str
    values: Floats
    multi: bool = False
    levels: int = 2
    expected: frozenset[int] = frozenset()

    def membership(self, level: int) -> Floats:
        """The membership of each case in one level."""
        found: Floats
        if self.multi:
            found = (self.values == level).astype(np.float64)
        else:
            found = self.values if level else 1 - self.values
        return found

    def literal(self, level: int) -> str:
        """How one level is written: NAME, ~NAME, or NAME{2}."""
        if self.multi:
            return f"{self.name}{{{level}}}"
        return self.name if level else f"~{self.name}"


class CalibratedData:
    """Cases with their conditions and outcome.

    Args:
        cases: their names, shape (cases,).
        conditions: in the order in which they are shown.
        outcome: memberships in the outcome, shape (cases,).
        outcome_name: as it is written; with ``~`` before it where it is negated.

    Raises:
        MistakeOfUse: ``no-conditions``, ``condition-twice``, ``no-cases``, ``unlike-lengths``,
            ``outcome-does-not-vary``, ``membership-out-of-range``.
    """

    def __init__(
        self,
        cases: Sequence[str],
        conditions: Sequence[CalibratedSet],
        outcome: npt.ArrayLike,
        outcome_name: str = "outcome",
    ) -> None:
        self.cases = tuple(cases)
        self.conditions = tuple(conditions)
        self.outcome = checked_memberships(outcome)
        self.outcome_name = outcome_name
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the conditions."""
        return tuple(each.name for each in self.conditions)

    @property
    def levels(self) -> tuple[int, ...]:
        """How many levels each condition has."""
        return tuple(each.levels for each in self.conditions)

    def negated(self) -> CalibratedData:
        """The same cases with the absence of the outcome as what is to be explained."""
        name = self.outcome_name
        turned = name[1:] if name.startswith("~") else f"~{name}"
        return CalibratedData(self.cases, self.conditions, 1 - self.outcome, turned)

    def membership(self, term: Term) -> Floats:
        """The membership of each case in a combination: the least of its parts."""
        found = np.ones(len(self.cases))
        for condition, level in zip(self.conditions, term, strict=True):
            if level != ANY:
                found = np.minimum(found, condition.membership(level))
        return found

    def _check(self) -> None:
        if not self.conditions:
            raise MistakeOfUse(
                "There is no condition to explain the outcome with.", slug="no-conditions"
            )
        if not self.cases:
            raise MistakeOfUse("There is no case to compare.", slug="no-cases")
        names = [name.casefold() for name in (*self.names, self.outcome_name.lstrip("~"))]
        for name, folded in zip((*self.names, self.outcome_name), names, strict=True):
            if names.count(folded) > 1:
                raise MistakeOfUse(
                    f"There are two sets called “{name}”.",
                    slug="condition-twice",
                    hint="Give each condition and the outcome a name of its own.",
                )
        if any(len(each) != len(self.cases) for each in (self.outcome, *self._values())):
            raise MistakeOfUse(
                "The conditions, the outcome and the cases are not equally many.",
                slug="unlike-lengths",
            )
        if float(self.outcome.min()) == float(self.outcome.max()):
            raise MistakeOfUse(
                f"All {len(self.cases):,} cases have the membership {self.outcome[0]:g} in "
                f"“{self.outcome_name}”: an outcome that does not vary has nothing to explain.",
                slug="outcome-does-not-vary",
                hint="Choose other cases, another outcome or other anchors.",
            )

    def _values(self) -> list[Floats]:
        for each in self.conditions:
            if not each.multi:
                checked_memberships(each.values)
        return [each.values for each in self.conditions]


def term_text(term: Term, conditions: Sequence[CalibratedSet]) -> str:
    """A combination as it is written: DEV*~URB, or DEV{2}*IND{0}."""
    parts = (
        each.literal(level) for each, level in zip(conditions, term, strict=True) if level != ANY
    )
    return "*".join(parts) or "1"
