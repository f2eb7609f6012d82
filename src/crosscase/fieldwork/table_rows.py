"""The rows of a table as an import takes them: named cells, and the number of each line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.fieldwork.field_words import tidy
from crosscase.model.table_rows import RefusedRow, numbered_cells

__all__ = ["Row", "TableRows", "read_rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its number there, and its cells by column, tidied at the edges."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True)
class TableRows:
    """A table whose columns have names of their own; ``refused`` are its rows of other lengths."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refused: tuple[RefusedRow, ...]

    def find_column(self, wanted: str) -> str | None:
        """The column of a name, spacing and case aside."""
        folded = tidy(wanted).casefold()
        return next((column for column in self.columns if column.casefold() == folded), None)

    def column(self, *wanted: str) -> str:
        """The first column that is there; MistakeOfUse when none is."""
        for name in wanted:
            found = self.find_column(name)
            if found is not None:
                return found
        raise MistakeOfUse(
            f"The table has no column “{wanted[0]}”.",
            slug="column-not-found",
            hint=nearest_names_hint(wanted[0], self.columns)
            or f"It has {', '.join(f'“{column}”' for column in self.columns)}.",
        )

    def cells_of(self, column: str) -> list[str]:
        """The cells of a column that hold something."""
        return [row[column] for row in self.rows if row[column]]


def read_rows(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], lines: Sequence[int] | None = None
) -> TableRows:
    """Check a table: its columns need names that differ, its rows as many cells as columns.

    ``lines`` are the numbers of the rows in their file; without them the header is line 1. Rows
    without any content are left out.
    """
    names = tuple(tidy(column) for column in columns)
    folded = [name.casefold() for name in names]
    if not names or not all(names):
        raise MistakeOfUse(
            "A column of the table has no name." if names else "The table has no columns.",
            slug="column-without-name",
            hint="Give each column a name in the first line.",
        )
    twice = sorted({name for name in names if folded.count(name.casefold()) > 1})
    if twice:
        raise MistakeOfUse(
            f"Two columns of the table are called “{twice[0]}”.",
            slug="duplicate-columns",
            hint="Give each column a name of its own.",
        )
    numbered, refused = numbered_cells(rows, len(names), lines)
    taken = [Row(line, dict(zip(names, cells, strict=True))) for line, cells in numbered]
    if not taken and not refused:
        raise MistakeOfUse(
            "The table has no rows.", slug="empty-table", hint="Nothing was imported."
        )
    return TableRows(names, tuple(taken), tuple(refused))
