"""How the command line shows a QCA."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, first_of

if TYPE_CHECKING:
    from crosscase.model.synthesis_nouns import Analysis
    from crosscase.study_synthesis.qca_passages import BehindCase
    from crosscase.study_synthesis.qca_result import QcaResult, QcaSolution, RowCase

__all__ = ["behind_answer", "result_answer", "stored_answer"]

_STANDING = {"positive": "1", "negative": "0", "too few": "?"}
_MOST_MODELS = 5


def stored_answer(stored: Sequence[Analysis]) -> Answer:
    """The stored definitions."""
    rows = [(each.name, _outcome(each), each.description) for each in stored]
    return Answer(
        {"analyses": stored},
        lambda screen: screen.table(
            ("QCA", "outcome", "description"),
            rows,
            empty="No stored QCAs yet: `crosscase qca define STUDY FILE` stores one.",
        ),
    )


def result_answer(result: QcaResult) -> Answer:
    """A whole QCA, warnings first."""

    def show(screen: Screen) -> None:
        screen.line(f"{result.name}: {result.outcome}", "bold")
        for warning in result.warnings:
            screen.line(warning, "yellow")
        screen.line()
        _show_rows(screen, result)
        for solution in result.solutions:
            screen.line()
            _show_solution(screen, solution)
        screen.line()
        screen.line(f"Necessary for {result.outcome}", "bold")
        screen.table(
            ("condition", "inclusion", "coverage", "RoN"),
            [
                (each.literal, *map(_figure, (each.inclusion, each.coverage, each.relevance)))
                for each in result.necessity
            ],
        )
        cuts = result.cuts
        screen.line()
        screen.line(
            f"{len(result.cases):,} {result.counted}; cuts: inclusion {cuts.inclusion:g}, PRI "
            f"{cuts.pri:g}, {counted(cuts.frequency, 'case')} a row. State {result.state}, "
            f"values {result.digest[:16]}."
        )

    return Answer(plain(result), show)


def behind_answer(found: Mapping[int, Sequence[BehindCase]]) -> Answer:
    """Passages by case and condition, under the rows that they belong to (0: none)."""

    def show(screen: Screen) -> None:
        if not found:
            screen.line("No row is contradictory.")
        for row, cases in found.items():
            if row:
                screen.line(f"Row {row}", "bold")
            for each in cases:
                more = each.total - len(each.passages)
                left = f", {more:,} more" if more else ""
                said = counted(each.total, "passage")
                screen.line(f"{each.case} · {each.condition} ({each.measured}): {said}{left}")
                for passage in each.passages:
                    where = f"{passage.source} {passage.start_char}-{passage.end_char}"
                    screen.passage(where, passage.before, passage.text, passage.after)

    rows = [{"row": row or None, "cases": plain(list(cases))} for row, cases in found.items()]
    return Answer({"rows": rows}, show)


def _show_rows(screen: Screen, result: QcaResult) -> None:
    columns = (*result.conditions, "OUT", "n", "incl", "PRI", "", "cases (not in the outcome)")
    rows = [
        (
            *(str(level) for level in row.levels),
            _STANDING[row.standing],
            len(row.cases),
            _figure(row.inclusion),
            _figure(row.pri),
            "C" if row.contradictory else "",
            _cases(row.cases),
        )
        for row in result.rows
    ]
    screen.table(columns, rows, empty="No row has a case.")


def _cases(cases: Sequence[RowCase]) -> str:
    return first_of([e.name if e.has_outcome else f"({e.name})" for e in cases], 12)


def _show_solution(screen: Screen, solution: QcaSolution) -> None:
    screen.line(f"{solution.kind.capitalize()} solution", "bold")
    if solution.reason:
        screen.line(solution.reason)
        return
    rows: list[tuple[str, ...]] = []
    for number, model in enumerate(solution.models[:_MOST_MODELS], 1):
        head = f"M{number}" if len(solution.models) > 1 else ""
        for term in model.terms:
            fit = (term.inclusion, term.pri, term.coverage, term.unique_coverage)
            rows.append((head, term.text, *map(_figure, fit), first_of(term.cases, 8)))
        whole = (model.inclusion, model.pri, model.coverage, None)
        rows.append((head, "all of them", *map(_figure, whole), ""))
    screen.table(("", "term", "incl", "PRI", "coverage", "unique", "cases"), rows)
    left = len(solution.models) - _MOST_MODELS
    if left > 0:
        screen.line(f"{counted(left, 'more model')}: --json and --output list all.")
    for model in solution.models[:1]:
        if model.assumptions:
            screen.line(
                f"It assumes of {counted(len(model.assumptions), 'combination')} without enough "
                "cases that they lead to the outcome."
            )


def _outcome(stored: Analysis) -> str | None:
    told = stored.definition
    outcome = told.get("outcome") if isinstance(told, Mapping) else None
    return outcome.get("name") if isinstance(outcome, Mapping) else None


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
