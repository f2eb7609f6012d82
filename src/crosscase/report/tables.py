"""Documents that are one table: sources, cases, and what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from crosscase.model.counted import counted
from crosscase.report.document import Document, Paper
from crosscase.report.pieces import Cell, Column

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = [
    "CaseRow",
    "CasesDocument",
    "HistoryDocument",
    "HistoryRow",
    "SourceRow",
    "SourcesDocument",
]

_MOST_ATTRIBUTES = 8  # side by side on a page that lies


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list."""

    name: str
    kind: str | None
    language: str | None
    date: str | None
    words: int
    turns: int
    speakers: str
    codings: int


@dataclass(frozen=True)
class SourcesDocument(Document):
    """All sources, with how much is in them."""

    sources: Sequence[SourceRow]

    paper: ClassVar[Paper] = "A4 landscape"

    @property
    def title(self) -> str:
        """The title."""
        return "Sources"

    def write(self, word: WordFile) -> None:
        """How many, and the table."""
        words = sum(each.words for each in self.sources)
        codings = sum(each.codings for each in self.sources)
        told = (counted(len(self.sources), "source"), counted(words, "word"),
                counted(codings, "coding"))  # fmt: skip
        word.paragraph(" · ".join(told), "Note")
        word.table(
            (
                Column("Source", 4), Column("Kind", 1.4), Column("Language", 1.3),
                Column("Date", 1.5), Column("Speakers", 4), Column("Words", 1.1, True),
                Column("Turns", 1, True), Column("Codings", 1.2, True),
            ),
            (
                (each.name, each.kind, each.language, each.date, each.speakers, each.words,
                 each.turns, each.codings)
                for each in self.sources
            ),
            caption=self.title,
            keep_empty=False,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case: its kind, the cases that it lies in, and its values by attribute."""

    name: str
    kind: str
    groups: Sequence[str]
    description: str | None
    values: Mapping[str, str | int | float]


@dataclass(frozen=True)
class CasesDocument(Document):
    """Cases with their attributes, a table for each kind."""

    cases: Sequence[CaseRow]
    kind: str | None = None

    paper: ClassVar[Paper] = "A4 landscape"

    @property
    def title(self) -> str:
        """The title, with the kind if there is only one."""
        return "Cases" if self.kind is None else f"Cases of the kind {self.kind}"

    def write(self, word: WordFile) -> None:
        """Kind by kind; many attributes are told in several tables."""
        by_kind: dict[str, list[CaseRow]] = {}
        for case in self.cases:
            by_kind.setdefault(case.kind, []).append(case)
        for kind, cases in by_kind.items():
            named = "Participants" if kind == "person" else f"{kind[:1].upper()}{kind[1:]}"
            word.heading(f"{named} ({len(cases):,})")
            self._write_kind(word, kind, cases)
        if not by_kind:
            word.paragraph("The study has no cases yet.", "Note")

    def _write_kind(self, word: WordFile, kind: str, cases: Sequence[CaseRow]) -> None:
        names = list(dict.fromkeys(name for case in cases for name in case.values))
        has_groups = any(case.groups for case in cases)
        has_words = any(case.description for case in cases)
        for low in range(0, max(1, len(names)), _MOST_ATTRIBUTES):
            part = names[low : low + _MOST_ATTRIBUTES]
            columns, first = [Column("Case", 2)], low == 0
            if first and has_groups:
                columns.append(Column("Lies in", 2))
            columns += [Column(name, 1.4, _is_number(cases, name)) for name in part]
            if first and has_words:
                columns.append(Column("Description", 3))
            rows: list[list[Cell]] = []
            for case in cases:
                row: list[Cell] = [case.name]
                if first and has_groups:
                    row.append("; ".join(case.groups))
                row += [case.values.get(name) for name in part]
                if first and has_words:
                    row.append(case.description)
                rows.append(row)
            word.table(columns, rows, caption=f"Cases: {kind}")


def _is_number(cases: Sequence[CaseRow], name: str) -> bool:
    held = [case.values[name] for case in cases if name in case.values]
    return bool(held) and all(isinstance(value, int | float) for value in held)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One operation: its name, when, who, what, and what became of it."""

    operation: str
    when: str
    person: str | None
    sentence: str
    note: str = ""


@dataclass(frozen=True)
class HistoryDocument(Document):
    """What was done, the newest first; ``total`` counts all, also those that are not listed."""

    operations: Sequence[HistoryRow]
    total: int

    paper: ClassVar[Paper] = "A4 landscape"

    @property
    def title(self) -> str:
        """The title."""
        return "History"

    def write(self, word: WordFile) -> None:
        """How many operations, and the table."""
        shown = len(self.operations)
        more = f", of which the newest {shown:,} are listed" if shown < self.total else ""
        word.paragraph(f"{counted(self.total, 'operation')}{more}, the newest first.", "Note")
        word.table(
            (Column("When", 1.6), Column("Who", 1.6), Column("What", 5), Column("Note", 1.6),
             Column("Operation", 1.4)),
            (
                (each.when, each.person, each.sentence, each.note, each.operation)
                for each in self.operations
            ),
            caption=self.title,
            keep_empty=False,
        )  # fmt: skip
