"""What a reader of a QCA has to know before its figures."""

from __future__ import annotations

from collections.abc import Iterable

from crosscase.analysis.qca.calibrated import CalibratedData
from crosscase.analysis.qca.solutions import Solution
from crosscase.analysis.qca.truth_table import TruthTable

__all__ = ["FEWEST_CASES", "FEWEST_PER_CONDITION", "cautions"]

FEWEST_CASES = 10
FEWEST_PER_CONDITION = 3


def cautions(
    data: CalibratedData,
    table: TruthTable,
    solutions: Iterable[Solution] = (),
    *,
    counted: str = "cases",
) -> tuple[str, ...]:
    """Warnings in words, the gravest first.

    Args:
        data: the calibrated cases.
        table: their truth table.
        solutions: what was solved, for those with several models.
        counted: what the cases are, in the plural, such as participants.
    """
    said = [
        _few_cases(data, counted),
        *_unvarying(data),
        _nowhere(data, table),
        _contradictions(table),
        _diversity(table),
    ]
    said += [_ambiguity(each) for each in solutions]
    return tuple(each for each in said if each)


def _few_cases(data: CalibratedData, counted: str) -> str | None:
    cases, conditions = len(data.cases), len(data.conditions)
    if cases < FEWEST_CASES:
        return (
            f"{cases} {counted} cannot support a QCA: with fewer than {FEWEST_CASES} any pattern "
            "can come about by chance. Use participants, places or initiatives as the cases."
        )
    if cases < FEWEST_PER_CONDITION * conditions:
        return (
            f"There are {cases} {counted} for {conditions} conditions, fewer than "
            f"{FEWEST_PER_CONDITION} a condition: most combinations have no case, and a solution "
            "may be found in any data. Use fewer conditions."
        )
    return None


def _unvarying(data: CalibratedData) -> list[str]:
    found = []
    for condition in data.conditions:
        if condition.multi:
            sides = {float(value) for value in condition.values}
        else:
            sides = {float(value > 0.5) for value in condition.values if value != 0.5}
        if len(sides) < 2:
            level = int(next(iter(sides), 0))
            says = condition.literal(level)
            found.append(
                f"“{condition.name}” does not vary: every case is in {says}. It cannot tell cases "
                "apart; leave it out or move its anchors."
            )
    return found


def _nowhere(data: CalibratedData, table: TruthTable) -> str | None:
    if not table.nowhere:
        return None
    names = ", ".join(data.cases[at] for at in table.nowhere[:12])
    more = "" if len(table.nowhere) <= 12 else f" and {len(table.nowhere) - 12} more"
    verb = "belongs" if len(table.nowhere) == 1 else "belong"
    return f"{names}{more} {verb} to no row: a membership is exactly one half."


def _contradictions(table: TruthTable) -> str | None:
    rows = table.contradictory
    if not rows:
        return None
    if len(rows) == 1:
        return (
            "One row is contradictory: its cases are alike in all conditions but not in the "
            "outcome."
        )
    return (
        f"{len(rows)} rows are contradictory: their cases are alike in all conditions but not in "
        "the outcome."
    )


def _diversity(table: TruthTable) -> str | None:
    if not table.remainders:
        return None
    verb = "has" if table.remainders == 1 else "have"
    return (
        f"{table.remainders:,} of {table.combinations:,} possible combinations {verb} too few "
        "cases: the parsimonious and the intermediate solution assume something of them."
    )


def _ambiguity(solution: Solution) -> str | None:
    listed = len(solution.models)
    if not solution.proven:
        return (
            f"The {solution.kind} solution may have models with fewer terms than those listed: "
            "there were too many to try all. Use fewer conditions."
        )
    if not solution.complete:
        return (
            f"The {solution.kind} solution has more models than the {listed:,} listed; they fit "
            "the rows equally well."
        )
    if listed > 1:
        return (
            f"The {solution.kind} solution has {listed:,} models, which fit the rows equally well: "
            "report all of them."
        )
    return None
