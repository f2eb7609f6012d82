"""The figure of a QCA, with the caption that says of what it is."""

from __future__ import annotations

from crosscase.errors import MistakeOfUse
from crosscase.report.figures.framing import Caption, Figure, framed
from crosscase.report.figures.qca import DrawnCase, xy_chart
from crosscase.study_synthesis.qca_result import QcaResult

__all__ = ["qca_figure"]


def qca_figure(result: QcaResult, study: str, kind: str, number: int) -> Figure:
    """Each case by its membership in one model and in the outcome."""
    solution = result.solution(kind)
    if not 1 <= number <= len(solution.models):
        raise MistakeOfUse(
            solution.reason or f"The {kind} solution has no model {number}.",
            slug="no-such-model",
            hint=f"It has {len(solution.models)}." if solution.models else None,
        )
    model = solution.models[number - 1]
    negated = result.outcome.startswith("~")
    outcome = [1 - each if negated else each for each in result.sets[-1].memberships]
    cases = [
        DrawnCase(case.name, x, y)
        for case, x, y in zip(result.cases, model.memberships, outcome, strict=True)
    ]
    fit = [
        f"{name} {value:.3f}"
        for name, value in (
            ("Inclusion", model.inclusion),
            ("PRI", model.pri),
            ("coverage", model.coverage),
        )
        if value is not None
    ]
    more = len(solution.models) > 1
    which = f", model {number} of {len(solution.models)}" if more else ""
    caption = Caption(
        of=f"Of {len(result.cases):,} {result.counted}: {model.text}",
        state=f"state {result.state}",
        study=study,
        notes=(", ".join(fit), *result.warnings),
    )
    title = f"{result.name}: {kind} solution{which}"
    return framed(xy_chart(cases, "the solution", result.outcome), title, caption, width=480)
