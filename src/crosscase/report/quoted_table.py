"""A table of what people wrote or judged, with the passages behind each cell below it.

Each quote has a number that leads to it and back; its place leads to the passage at the desk,
where the desk's address is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from crosscase.report.document import Document, Paper
from crosscase.report.pieces import Cell, Column, Row, Words

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["QuotedCell", "QuotedTable", "QuotedTableDocument", "TableQuote"]

_SIDE_BY_SIDE = 6
_MARKS = {"for": "", "against": " (against)"}


@dataclass(frozen=True, slots=True)
class TableQuote:
    """One quote: its number from 1, the cell that it stands behind, its words and its place."""

    number: int
    row: str
    column: str
    text: str
    said_by: str
    source: str
    place: str
    address: str | None = None
    against: bool = False
    kind: str | None = None

    @property
    def where(self) -> str:
        """Its source and its place there."""
        kind = f" ({self.kind})" if self.kind else ""
        return f"{self.source}{kind}, {self.place}"


@dataclass(frozen=True, slots=True)
class QuotedCell:
    """One cell: a status or mark, its words, who wrote it, and the numbers of its quotes."""

    words: str = ""
    mark: str | None = None
    by: str | None = None
    quotes: tuple[tuple[int, bool], ...] = ()


@dataclass(frozen=True)
class QuotedTable:
    """The table with its quotes; ``cells`` has a row for each of ``rows``."""

    title: str
    row_noun: str
    rows: Sequence[str]
    columns: Sequence[str]
    cells: Sequence[Sequence[QuotedCell]]
    quotes: Sequence[TableQuote]
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class QuotedTableDocument(Document):
    """Such a table for Word, a few columns at a time, and its quotes by number."""

    table: QuotedTable

    paper: ClassVar[Paper] = "A3 landscape"

    @property
    def title(self) -> str:
        """The title of the table."""
        return self.table.title

    def write(self, word: WordFile) -> None:
        """Notes, the table, and the quotes."""
        table = self.table
        for note in table.notes:
            word.paragraph(note, "Note")
        for low in range(0, max(1, len(table.columns)), _SIDE_BY_SIDE):
            names = table.columns[low : low + _SIDE_BY_SIDE]
            word.table(
                [Column(table.row_noun, 1.2), *(Column(name, 2.4) for name in names)],
                [
                    Row([row, *(_words(cell) for cell in cells[low : low + _SIDE_BY_SIDE])])
                    for row, cells in zip(table.rows, table.cells, strict=True)
                ],
                caption=table.title,
            )
        if table.quotes:
            word.heading("Quotes")
        for quote in table.quotes:
            number = Words(f"[{quote.number}] ", "Strong", name=f"quote{quote.number}")
            word.paragraph([number, Words(quote.text)], "Quote", keep_next=True)
            against = _MARKS["against" if quote.against else "for"]
            word.paragraph(
                [
                    Words(f"{quote.said_by} · " if quote.said_by else ""),
                    Words(quote.where, link=quote.address),
                    Words(f" · {quote.row}, {quote.column}{against}"),
                ],
                "Source",
            )


def _words(cell: QuotedCell) -> Cell:
    words = []
    if cell.mark:
        words.append(Words(cell.mark, "Strong"))
    if cell.words:
        words.append(Words(f"\n{cell.words}" if words else cell.words))
    for number, against in cell.quotes:
        sign = "−" if against else ""
        words.append(Words(f" [{sign}{number}]", link=f"#quote{number}"))
    if cell.by:
        words.append(Words(f"\n{cell.by}", "Quiet"))
    return words
