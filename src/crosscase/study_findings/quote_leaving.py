"""Quotes and findings made ready to leave the study: with labels, without names, and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.coding.links import LinkEvidence
from crosscase.model.counted import counted
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id
from crosscase.report.document import Cover
from crosscase.report.quotes_document import (
    FindingsDocument,
    PrintedFinding,
    QuotedWords,
    QuotesDocument,
)
from crosscase.store.session import Reading
from crosscase.study_findings.leaving_words import LeavingWords
from crosscase.study_findings.ledger import FindingWithStanding, read_ledger
from crosscase.study_findings.quote_labels import (
    PassageLabel,
    check_of_labels,
    labels_of_places,
    labels_there,
)
from crosscase.study_findings.quote_reading import (
    QuoteWithStanding,
    read_quotes,
    words_as_said,
)
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_protection.disclosure_gate import ExportCheck
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_synthesis.given_evidence import evidence_of

if TYPE_CHECKING:
    import polars

__all__ = ["LeavingFindings", "LeavingQuotes", "leaving_findings", "leaving_quotes"]

QuotedPlace = tuple[Id, int, int]

_COLUMNS = ("name", "words", "attribution", "standing", "says", "finding", "against")


@dataclass(frozen=True, slots=True)
class LeavingQuotes:
    """The quotes that can leave, with what their export would tell.

    ``left_out`` are those whose words stand in no transcript any more: they may have been taken
    out of it so that nobody is found. ``labels`` are those of the policy that the study has.
    """

    quotes: tuple[QuoteWithStanding, ...]
    left_out: tuple[str, ...]
    check: ExportCheck
    labels: tuple[str, ...]

    @property
    def places(self) -> tuple[QuotedPlace, ...]:
        """The passages that leave."""
        return tuple(each.place for each in self.quotes if each.place is not None)

    def document(self, cover: Cover) -> QuotesDocument:
        """They as a document, under the findings that they speak for."""
        groups: dict[str, list[QuotedWords]] = {}
        for each in self.quotes:
            heading = "Of no finding"
            if each.finding_name is not None:
                heading = f"{'Against' if each.against else 'For'} {each.finding_name}"
            groups.setdefault(heading, []).append(_quoted(each))
        return QuotesDocument(cover, list(groups.items()), _notes(self.left_out))

    def frame(self) -> polars.DataFrame:
        """They as a table; without names of participants and sources."""
        import polars as pl

        rows = [
            (each.name, each.words, each.attribution or "", each.match.standing, each.match.says,
             each.finding_name, each.against)
            for each in self.quotes
        ]  # fmt: skip
        types = [*[pl.String] * 6, pl.Boolean]
        return pl.DataFrame(rows, schema=dict(zip(_COLUMNS, types, strict=True)), orient="row")


@dataclass(frozen=True, slots=True)
class LeavingFindings:
    """The ledger with the words for and against each finding, and what its export would tell."""

    findings: tuple[PrintedFinding, ...]
    summary: str
    left_out: tuple[str, ...]
    places: tuple[QuotedPlace, ...]
    check: ExportCheck
    labels: tuple[str, ...]

    def document(self, cover: Cover) -> FindingsDocument:
        """It as a document."""
        return FindingsDocument(cover, self.summary, self.findings, _notes(self.left_out))


def leaving_quotes(
    reading: Reading,
    quotes: Sequence[Quote] | None = None,
    policy: DisclosurePolicy | None = None,
) -> LeavingQuotes:
    """The quotes of the bank (all, or these) as they would leave under a policy."""
    kept_to = policy or policy_of(reading)
    told = read_quotes(reading, quotes, policy=kept_to)
    here = tuple(each for each in told if _is_there(each))
    labels = [PassageLabel(each.attribution, each.risks, each.is_barred) for each in here]
    left_out = tuple(each.name for each in told if not _is_there(each))
    by = labels_there(reading, kept_to)
    return LeavingQuotes(here, left_out, check_of_labels(labels, kept_to), by)


def leaving_findings(reading: Reading, policy: DisclosurePolicy | None = None) -> LeavingFindings:
    """The ledger as it would leave under a policy: with quotes and evidence for and against."""
    kept_to = policy or policy_of(reading)
    ledger = read_ledger(reading)
    told = [each for each in read_quotes(reading, policy=kept_to) if each.finding is not None]
    here = [each for each in told if _is_there(each)]
    given = _evidence(reading, [each.id for each in ledger], here)
    places = [_place(each) for _, each in given]
    passages = labels_of_places(reading, places, kept_to)
    words: dict[tuple[Id, bool], list[QuotedWords]] = {}
    for quote in here:
        words.setdefault((quote.finding or "", quote.against), []).append(_quoted(quote))
    for (finding, each), label in zip(given, passages, strict=True):
        at = each.passage
        said = words_as_said(reading, at.source, at.start_char, at.text)
        told_words = QuotedWords("", said, label.line, "evidence")
        words.setdefault((finding, each.against), []).append(told_words)
    labels = [PassageLabel(each.attribution, each.risks, each.is_barred) for each in here]
    leaving = LeavingWords(reading)
    counts = dict.fromkeys(("supported", "changed", "contradicted", "untested"), 0)
    for found in ledger:
        counts[found.standing] += 1
    return LeavingFindings(
        tuple(_finding(each, words, leaving) for each in ledger),
        f"{counted(len(ledger), 'finding')}: "
        + ", ".join(f"{count} {standing}" for standing, count in counts.items()) + ".",
        tuple(each.name for each in told if not _is_there(each)),
        (*(each.place for each in here if each.place is not None), *places),
        check_of_labels([*labels, *passages], kept_to),
        labels_there(reading, kept_to),
    )  # fmt: skip


def _is_there(quote: QuoteWithStanding) -> bool:
    return quote.place is not None and quote.match.standing != "absent"


def _quoted(quote: QuoteWithStanding) -> QuotedWords:
    told = "" if quote.match.standing == "verbatim" else quote.match.says
    return QuotedWords(quote.name, quote.words, quote.attribution, told)


def _evidence(
    reading: Reading, findings: Sequence[Id], quotes: Sequence[QuoteWithStanding]
) -> list[tuple[Id, LinkEvidence]]:
    """The passages behind findings that no quote of theirs shows already."""
    shown = {(each.finding, each.place) for each in quotes}
    return [
        (finding, each)
        for finding, held in evidence_of(reading, findings).items()
        for each in held
        if each.passage.standing != "lost" and (finding, _place(each)) not in shown
    ]


def _place(evidence: LinkEvidence) -> QuotedPlace:
    at = evidence.passage
    return at.source, at.start_char, at.end_char


def _finding(
    found: FindingWithStanding,
    words: dict[tuple[Id, bool], list[QuotedWords]],
    leaving: LeavingWords,
) -> PrintedFinding:
    told = [found.standing, found.status, f"about {found.domain_name}" if found.domain else ""]
    checks = [
        (
            leaving.check(each.outcome.text),
            f"{each.outcome.standing}. {leaving.said(each.outcome.says)}".strip(),
        )
        for each in found.checks
    ]
    return PrintedFinding(
        found.name,
        found.statement,
        " · ".join(part for part in told if part),
        checks,
        words.get((found.id, False), []),
        words.get((found.id, True), []),
    )


def _notes(left_out: Sequence[str]) -> list[str]:
    if not left_out:
        return []
    names = ", ".join(left_out[:20])
    return [f"Left out, as their words stand in no transcript any more: {names}."]
