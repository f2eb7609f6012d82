"""Quotes, and findings with what they stand on, as they leave the study: no names but labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.model.counted import counted
from crosscase.report.document import Document
from crosscase.report.sections import Section, SectionedDocument

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["FindingsDocument", "PrintedFinding", "QuotedWords", "QuotesDocument"]

_NO_LABEL = "No label keeps whoever spoke from being found: paraphrase it, or ask."


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words as they are printed; ``line`` is None where no label helps.

    ``told`` says how they stand to the transcript, and what they are for.
    """

    name: str
    words: str
    line: str | None
    told: str

    @property
    def label(self) -> str:
        """What stands beside them."""
        return _NO_LABEL if self.line is None else self.line


def _write_quote(word: WordFile, quote: QuotedWords) -> None:
    word.paragraphs(quote.words, "Quote", keep_next=True)
    told = (quote.name, quote.label, quote.told)
    word.paragraph(" · ".join(part for part in told if part), "Source")


@dataclass(frozen=True)
class QuotesDocument(Document):
    """The quotes of the bank under the findings that they speak for; ``groups`` are headed."""

    groups: Sequence[tuple[str, Sequence[QuotedWords]]]
    notes: Sequence[str] = ()

    @property
    def title(self) -> str:
        """What it is."""
        return "Quotes"

    def write(self, word: WordFile) -> None:
        """How many, then quote by quote."""
        word.paragraph(self._how_many(), "Note")
        for note in self.notes:
            word.paragraph(note, "Note")
        for heading, quotes in self.groups:
            word.heading(heading, 2)
            for quote in quotes:
                _write_quote(word, quote)

    def to_html(self) -> str:
        """The same as a page of its own."""
        sections = [Section("How many", [self._how_many(), *self.notes])]
        sections += [
            Section(
                heading,
                (),
                ("quote", "words", "label", "standing"),
                [(each.name, each.words, each.label, each.told) for each in quotes],
            )
            for heading, quotes in self.groups
        ]
        return SectionedDocument(self.cover, self.title, sections).to_html()

    def _how_many(self) -> str:
        return f"{counted(sum(len(quotes) for _, quotes in self.groups), 'quote')}."


@dataclass(frozen=True, slots=True)
class PrintedFinding:
    """A finding with its standing, the outcomes of its checks, and words for and against it."""

    name: str
    statement: str
    told: str
    checks: Sequence[tuple[str, str]]
    speaks_for: Sequence[QuotedWords]
    against: Sequence[QuotedWords]


@dataclass(frozen=True)
class FindingsDocument(Document):
    """The ledger of findings."""

    summary: str
    findings: Sequence[PrintedFinding]
    notes: Sequence[str] = ()

    @property
    def title(self) -> str:
        """What it is."""
        return "Findings"

    def write(self, word: WordFile) -> None:
        """Finding by finding: the statement, its standing, its checks, for it and against it."""
        word.paragraph(self.summary, "Note")
        for note in self.notes:
            word.paragraph(note, "Note")
        for each in self.findings:
            word.heading(each.name, 2)
            word.paragraphs(each.statement)
            word.paragraph(each.told, "Note")
            for text, outcome in each.checks:
                word.paragraph(f"{text}: {outcome}")
            for quote in each.speaks_for:
                _write_quote(word, quote)
            if each.against:
                word.heading("Against it", 3)
            for quote in each.against:
                _write_quote(word, quote)
