"""A matrix as a document on a wide page: denominators under the names, notes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from crosscase.report.document import Document, Paper
from crosscase.report.pieces import Cell, Column, Row

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["MatrixDocument", "MatrixRow"]

_DIGIT, _BESIDE = 102, 180  # the width of a digit, and the room beside a number
_SIDE_BY_SIDE = 14  # up to so many columns have room for names that lie
_NAMES_WIDTH, _NUMBER_WIDTH = 5200, 2100  # at most so wide, so that eyes keep to the line


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: its name, its depth from 0, its counts, its total, and of how many."""

    name: str
    depth: int
    cells: Sequence[int]
    total: int
    of: int | None = None


@dataclass(frozen=True)
class MatrixDocument(Document):
    """Counts by row and column; ``column_of`` says of how many in each column."""

    name: str
    row_noun: str
    columns: Sequence[str]
    column_of: Sequence[int] | None
    rows: Sequence[MatrixRow]
    column_totals: Sequence[int]
    total: int
    of_total: int
    of_label: str
    notes: Sequence[str]
    all_label: str = "All"

    paper: ClassVar[Paper] = "A3 landscape"

    @property
    def title(self) -> str:
        """What is counted of how many, by what."""
        return self.name

    @property
    def view(self) -> str:
        """A matrix's title is long; its file is called so."""
        return "matrix"

    def write(self, word: WordFile) -> None:
        """The table, in as many parts as it needs, and its notes."""
        room = word.width - _NAMES_WIDTH - 2 * self._last_width()
        parts = list(self._parts(max(1, room // self._least_width())))
        for part in parts:
            if len(parts) > 1:
                first, last = part.start + 1, min(part.stop, len(self.columns))
                word.heading(f"Columns {first:,} to {last:,} of {len(self.columns):,}")
            self._write_part(word, part)
        for note in self.notes:
            word.paragraph(note, "Note")
        if not self.rows or not self.columns:
            word.paragraph("There is nothing to count yet.", "Note")

    def _parts(self, most: int) -> Iterator[slice]:
        """The columns in parts of about one size, each of which has room on a page."""
        if self.rows and self.columns:
            number = -(-len(self.columns) // most)
            size = -(-len(self.columns) // number)
            for low in range(0, len(self.columns), size):
                yield slice(low, low + size)

    def _least_width(self) -> int:
        """The room that the longest number of the columns needs."""
        told = [f"{number:,}" for number in self.column_totals]
        told += [f"of {number:,}" for number in self.column_of or ()]
        return max(map(len, told), default=1) * _DIGIT + _BESIDE

    def _last_width(self) -> int:
        return len(f"of {max(self.total, self.of_total):,}") * _DIGIT + _BESIDE

    def _write_part(self, word: WordFile, part: slice) -> None:
        names = list(self.columns[part])
        has_of = any(row.of is not None for row in self.rows)
        columns = [Column(self.row_noun.capitalize(), _NAMES_WIDTH)]
        last = self._last_width()
        room = (word.width - _NAMES_WIDTH - (1 + has_of) * last) // len(names)
        wide = min(room, _NUMBER_WIDTH)
        columns += [Column(name, wide, is_number=True) for name in names]
        columns.append(Column(self.all_label, max(wide, last), is_number=True))
        if has_of:
            columns.append(Column(self.of_label, max(wide, last), is_number=True))
        below = ["", *self._denominators(part), f"of {self.of_total:,}"]
        word.table(
            columns,
            [self._row(row, part, has_of) for row in (*self.rows, self._last())],
            caption=self.name,
            below_heads=[*below, ""] if has_of else below,
            upright_heads=len(names) > _SIDE_BY_SIDE,
            width=int(sum(each.share for each in columns)),
        )

    def _denominators(self, part: slice) -> list[str]:
        if self.column_of is None:
            return [""] * len(self.columns[part])
        return [f"of {number:,}" for number in self.column_of[part]]

    def _row(self, row: MatrixRow, part: slice, has_of: bool) -> Row:
        # Where all rows are of one rank, none of them is above the others.
        is_tree = any(each.depth for each in self.rows)
        cells: list[Cell] = [row.name, *row.cells[part], row.total]
        is_above = (is_tree and row.depth == 0) or row.name == self.all_label
        return Row([*cells, row.of] if has_of else cells, is_bold=is_above, depth=row.depth)

    def _last(self) -> MatrixRow:
        return MatrixRow(self.all_label, 0, self.column_totals, self.total)
