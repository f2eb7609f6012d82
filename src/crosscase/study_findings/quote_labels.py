"""What is printed beside a passage under the study's policy, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, Case
from crosscase.store.session import Reading
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_protection.disclosure_attribution import FIRST, attributed_quotes
from crosscase.study_protection.disclosure_check import Check, checked
from crosscase.study_protection.disclosure_gate import ExportCheck
from crosscase.study_protection.disclosure_places import Chosen
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_protection.disclosure_report import BARRING, FINDING, DisclosureReport

__all__ = ["PassageLabel", "check_of_labels", "labels_of_places", "labels_there"]

QuotedPlace = tuple[Id, int, int]


@dataclass(frozen=True, slots=True)
class PassageLabel:
    """What is printed beside one passage: None where no label helps.

    ``risks`` says what speaks against the labels of the policy; with ``is_barred`` somebody did
    not agree to them, or to being quoted.
    """

    line: str | None
    risks: tuple[str, ...] = ()
    is_barred: bool = False


def labels_of_places(
    reading: Reading,
    places: Sequence[QuotedPlace | None],
    policy: DisclosurePolicy | None = None,
) -> list[PassageLabel]:
    """The labels of passages, each with the first way out that reaches the least number.

    A place that is None has no words left and so no label.
    """
    shown = [place for place in places if place is not None]
    if not shown:
        return [PassageLabel(None) for _ in places]
    kept_to = policy or policy_of(reading)
    by = labels_there(reading, kept_to)
    check = Check(chosen=Chosen(quotes=tuple(shown)), by=by, words=False)
    report = checked(reading, kept_to, check)
    lines, risks = _lines(report), _risks(report)
    barred = {each for risk in report.risks if risk.kind in BARRING for each in risk.quotes}
    numbers = iter(range(len(shown)))
    return [
        PassageLabel(None)
        if place is None
        else PassageLabel(lines.get(at := next(numbers)), risks.get(at, ()), at in barred)
        for place in places
    ]


def check_of_labels(labels: Iterable[PassageLabel], policy: DisclosurePolicy) -> ExportCheck:
    """The check of an export that prints these labels: at risk is what no label helps."""
    told = list(labels)
    helpless = [each for each in told if each.line is None]
    return ExportCheck(
        quotes=len(told),
        at_risk=sum(not each.is_barred for each in helpless),
        barred=sum(each.is_barred for each in helpless),
        k=policy.k,
        exports=policy.exports,
        is_labelled=any(each.line for each in told),
    )


def labels_there(reading: Reading, policy: DisclosurePolicy) -> tuple[str, ...]:
    """The labels of the policy that this study has anything for."""
    known = {kind_key(each.name) for each in reading.all(Attribute)}
    known |= {kind_key(each.case_kind) for each in reading.all(Case)}
    return tuple(label for label in policy.by if kind_key(policy.field_of(label)) in known)


def _lines(report: DisclosureReport) -> dict[int, str | None]:
    """The label of each quote by its number; of two speakers both, if both can be printed."""
    lines: dict[int, list[str | None]] = {}
    for each in attributed_quotes(report, FIRST):
        if each.line not in lines.setdefault(each.quote.number, []):
            lines[each.quote.number].append(each.line)
    return {
        number: None if None in held else "; ".join(each for each in held if each)
        for number, held in lines.items()
    }


def _risks(report: DisclosureReport) -> dict[int, tuple[str, ...]]:
    told: dict[int, tuple[str, ...]] = {}
    for risk in report.risks:
        if risk.kind in FINDING | BARRING:
            for number in risk.quotes:
                told[number] = (*told.get(number, ()), risk.says)
    return told
