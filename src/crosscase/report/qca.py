"""A QCA as a document: warnings, sets, truth table, solutions and necessity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from crosscase.report.document import Document, Paper
from crosscase.report.pieces import Column

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["QcaDocument", "QcaPart"]


@dataclass(frozen=True, slots=True)
class QcaPart:
    """One part: a heading, what is said first, and a table where there is one."""

    heading: str
    said: Sequence[str]
    columns: Sequence[Column] = ()
    rows: Sequence[Sequence[str | int | float | None]] = ()


@dataclass(frozen=True)
class QcaDocument(Document):
    """A QCA in parts; ``warnings`` come before any figure."""

    name: str
    warnings: Sequence[str]
    parts: Sequence[QcaPart]

    paper: ClassVar[Paper] = "A4 landscape"

    @property
    def title(self) -> str:
        """What the analysis is called."""
        return self.name

    def write(self, word: WordFile) -> None:
        """The warnings, and each part."""
        for warning in self.warnings:
            word.paragraph(warning, "Note")
        for part in self.parts:
            word.heading(part.heading)
            for said in part.said:
                word.paragraph(said)
            if part.rows:
                word.table(part.columns, part.rows, caption=part.heading)
