"""A choice of cases as a document: how it was made, and the sites by their groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.report.document import Document
from crosscase.report.pieces import Cell, Column

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["SelectionDocument"]


@dataclass(frozen=True)
class SelectionDocument(Document):
    """The methods paragraph of a selection, and the table of its sites."""

    name: str
    paragraph: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    @property
    def title(self) -> str:
        """The title."""
        return f"Choice of cases: {self.name}"

    @property
    def view(self) -> str:
        """What it shows, for the file's name."""
        return "Choice of cases"

    def write(self, word: WordFile) -> None:
        """The paragraph, and the table."""
        word.paragraph(self.paragraph)
        word.table(
            tuple(Column(each[:1].upper() + each[1:]) for each in self.columns),
            self.rows,
            caption="The chosen sites",
        )
