"""The truth table: one row for each combination of conditions that some case has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from crosscase.analysis.qca.calibrated import CalibratedData, Term
from crosscase.analysis.qca.fit import sufficiency
from crosscase.errors import MistakeOfUse

__all__ = ["Cuts", "Standing", "TruthRow", "TruthTable", "truth_table"]

Standing: TypeAlias = Literal["positive", "negative", "too few"]

# Shares that are equal on paper may differ in their last binary digit.
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Cuts:
    """From where on a row counts as leading to the outcome.

    ``inclusion`` the least consistency; ``pri`` the least PRI; ``frequency`` the fewest cases: a
    row with fewer is a remainder.
    """

    inclusion: float = 0.8
    pri: float = 0.0
    frequency: int = 1

    def __post_init__(self) -> None:
        for name, cut in (("inclusion", self.inclusion), ("PRI", self.pri)):
            if not 0 <= cut <= 1:
                raise MistakeOfUse(
                    f"The cut for {name} is {cut:g}, which does not lie between 0 and 1.",
                    slug="cut-out-of-range",
                )
        if self.frequency < 1:
            raise MistakeOfUse(
                "A row needs at least one case.",
                slug="cut-out-of-range",
                hint="Set the frequency to 1 or more.",
            )


@dataclass(frozen=True, slots=True)
class TruthRow:
    """One combination that some case has.

    ``number`` counts all possible combinations from 1, the last condition fastest. ``cases`` are
    the places of those with a membership above one half in it. ``with_outcome`` and ``without``
    split them; both filled is a contradiction.
    """

    number: int
    term: Term
    cases: tuple[int, ...]
    with_outcome: tuple[int, ...]
    without: tuple[int, ...]
    inclusion: float | None
    pri: float | None
    standing: Standing

    @property
    def is_contradictory(self) -> bool:
        """Whether cases that are alike in the conditions differ in the outcome."""
        return bool(self.with_outcome and self.without)


@dataclass(frozen=True, slots=True)
class TruthTable:
    """The rows, best first; ``nowhere`` are the places of cases exactly at one half somewhere."""

    rows: tuple[TruthRow, ...]
    nowhere: tuple[int, ...]
    combinations: int
    cuts: Cuts

    @property
    def positive(self) -> tuple[Term, ...]:
        """The combinations that lead to the outcome."""
        return tuple(row.term for row in self.rows if row.standing == "positive")

    @property
    def negative(self) -> tuple[Term, ...]:
        """The combinations that do not."""
        return tuple(row.term for row in self.rows if row.standing == "negative")

    @property
    def contradictory(self) -> tuple[TruthRow, ...]:
        """The rows whose cases differ in the outcome."""
        return tuple(row for row in self.rows if row.is_contradictory)

    @property
    def remainders(self) -> int:
        """How many combinations have no case, or too few."""
        return self.combinations - len(self.positive) - len(self.negative)


def truth_table(data: CalibratedData, cuts: Cuts | None = None) -> TruthTable:
    """Sort the cases into rows and say of each row whether it leads to the outcome.

    Args:
        data: calibrated cases.
        cuts: when a row counts as positive; Ragin's usual 0.8 without a PRI cut if none.

    Returns:
        Rows by inclusion, then by the number of cases. A row's inclusion and PRI are over the
        memberships of all cases in it (Ragin 2008, ch. 7), not only of those that are in it.

    Limits: a contradictory row is positive or negative by the cuts, like any other, and marked.
    """
    asked = cuts or Cuts()
    nowhere = np.zeros(len(data.cases), bool)
    config = np.zeros((len(data.cases), len(data.conditions)), np.int64)
    for at, condition in enumerate(data.conditions):
        if condition.multi:
            config[:, at] = condition.values
        else:
            config[:, at] = condition.values > 0.5
            nowhere |= condition.values == 0.5
    there: dict[Term, list[int]] = {}
    for case in np.flatnonzero(~nowhere).tolist():
        there.setdefault(tuple(config[case].tolist()), []).append(case)
    rows = [_row(data, term, cases, asked) for term, cases in there.items()]
    rows.sort(key=lambda row: (-round(row.inclusion or 0, 9), -len(row.cases), row.number))
    return TruthTable(
        tuple(rows),
        tuple(np.flatnonzero(nowhere).tolist()),
        int(np.prod(data.levels, dtype=np.float64)),
        asked,
    )


def _row(data: CalibratedData, term: Term, cases: list[int], cuts: Cuts) -> TruthRow:
    fit = sufficiency(data.membership(term), data.outcome)
    standing: Standing = "too few"
    if len(cases) >= cuts.frequency:
        # A row whose PRI is undefined says as much for the negation as for the outcome.
        enough = (fit.inclusion or 0) >= cuts.inclusion - _SLACK
        standing = "positive" if enough and (fit.pri or 0) >= cuts.pri - _SLACK else "negative"
    number = 0
    for level, levels in zip(term, data.levels, strict=True):
        number = number * levels + level
    return TruthRow(
        number + 1,
        term,
        tuple(cases),
        tuple(case for case in cases if data.outcome[case] > 0.5),
        tuple(case for case in cases if data.outcome[case] < 0.5),
        fit.inclusion,
        fit.pri,
        standing,
    )
