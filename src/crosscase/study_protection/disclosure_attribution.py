"""What to print beside each quote once a way out is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from crosscase.analysis.disclosure import Remedy, RemedyKind
from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.study_protection.disclosure_report import (
    BARRING,
    FINDING,
    DisclosureReport,
    FoundRisk,
    PrintedQuote,
    attribution_line,
)

__all__ = ["AS_IT_IS", "FIRST", "AttributedQuote", "attributed_quotes"]

AS_IT_IS, FIRST = "none", "first"

# No other label helps against these: the words themselves are the risk, or nobody agreed.
_WORDS_ALONE = frozenset({"joined profile", "one stance", "no quoting", "not quotable"})


@dataclass(frozen=True, slots=True)
class AttributedQuote:
    """A quote with what is to be printed beside it; ``line`` is None where only words help.

    ``remedy`` is what was done to its labels: None where they could stay as they were.
    """

    quote: PrintedQuote
    attribution: Mapping[str, str] | None
    line: str | None
    remedy: str | None
    k: int | None


def attributed_quotes(report: DisclosureReport, remedy: str) -> tuple[AttributedQuote, ...]:
    """Each quote of a report with its line, in the order of the report."""
    if remedy not in (AS_IT_IS, FIRST, *get_args(RemedyKind)):
        known = (AS_IT_IS, FIRST, *get_args(RemedyKind))
        raise MistakeOfUse(
            f"There is no remedy “{remedy}”.",
            slug="unknown-value",
            hint=nearest_names_hint(remedy, known) or f"There are {', '.join(known)}.",
        )
    concerned: dict[int, list[FoundRisk]] = {}
    for risk in report.risks:
        if risk.kind in FINDING | BARRING:
            for number in risk.quotes:
                concerned.setdefault(number, []).append(risk)
    return tuple(
        _attributed(report, each, tuple(_own(each, concerned.get(each.number, ()))), remedy)
        for each in report.quotes
    )


def _own(quote: PrintedQuote, risks: Sequence[FoundRisk]) -> Iterator[FoundRisk]:
    """The risks of a number that are those of this person's label, not of who speaks beside."""
    for risk in risks:
        if risk.kind in _WORDS_ALONE or risk.attribution == quote.attribution:
            yield risk


def _attributed(
    report: DisclosureReport, quote: PrintedQuote, risks: Sequence[FoundRisk], remedy: str
) -> AttributedQuote:
    template = report.policy.template
    if not risks or remedy == AS_IT_IS:
        line = attribution_line(quote.attribution, template) if quote.participant else ""
        return AttributedQuote(quote, quote.attribution, line, None, None)
    for way in _ways(report, risks):
        if remedy in (FIRST, way.kind) and way.attribution is not None:
            line = attribution_line(way.attribution, template)
            return AttributedQuote(quote, way.attribution, line, way.kind, way.k)
    return AttributedQuote(quote, None, None, None, None)


def _ways(report: DisclosureReport, risks: Sequence[FoundRisk]) -> Iterator[Remedy]:
    """The changes of labels that help against all of these risks at once."""
    if any(risk.kind in _WORDS_ALONE for risk in risks):
        return
    nothing = Remedy("drop both", {}, report.participants)
    for way in (*(each for risk in risks for each in risk.remedies), nothing):
        if way.attribution is None or (way.k or 0) < report.policy.k:
            continue
        if all(_helps(way, risk) for risk in risks):
            yield way


def _helps(way: Remedy, risk: FoundRisk) -> bool:
    assert way.attribution is not None
    if not way.attribution:
        return True
    if risk.kind == "no consent":
        allowed = {label for each in risk.remedies for label in each.attribution or ()}
        return way.attribution.keys() <= allowed
    if risk.kind == "too few share it":
        return True  # it reaches the least number, which is all that was missing
    return any(each.attribution == way.attribution for each in risk.remedies)
