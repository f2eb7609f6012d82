"""The rows of a table that is imported, by what their columns are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.coding_rules import place_of_passage
from crosscase.errors import CrosscaseError, MistakeOfUse, nearest_names_hint
from crosscase.log.records import Draft
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.table_rows import RefusedRow, numbered_cells, raise_if_strict
from crosscase.store.session import Reading, Session
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text

__all__ = [
    "TableRow",
    "passage_of_row",
    "record_or_look",
    "rows_of_table",
    "take_rows",
]

_TRUE, _FALSE = ("yes", "true", "1", "y"), ("no", "false", "0", "n")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table; a cell is empty where the table has no such column."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")

    def needed(self, field: str) -> str:
        """A cell that has to hold something."""
        if not self[field]:
            raise MistakeOfUse(f"The row says nothing under {field}.", slug="empty-cell")
        return self[field]

    def number(self, field: str) -> int | None:
        """An offset; None where the cell is empty."""
        text = self[field]
        if text and not text.isdecimal():
            raise MistakeOfUse(
                f"“{text}” under {field} is no offset.",
                slug="not-a-number",
                hint="Offsets are whole numbers of characters, counted from 0.",
            )
        return int(text) if text else None

    def truth(self, field: str, otherwise: bool) -> bool:
        """yes or no; where the cell is empty it is ``otherwise``."""
        text = self[field].casefold()
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if text:
            raise MistakeOfUse(
                f"“{self[field]}” under {field} is neither yes nor no.",
                slug="not-a-truth",
                hint="Write yes or no.",
            )
        return otherwise


def rows_of_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    lines: Sequence[int] | None,
    fields: Mapping[str, Sequence[str]],
    needed: Sequence[str],
) -> tuple[list[TableRow], list[RefusedRow]]:
    """The rows by field, and those that have another number of cells than the table columns.

    Arguments:
        columns: what the columns are called; others than those of ``fields`` are passed over.
        rows: the cells; rows without any content are left out.
        lines: the numbers of the rows in their file; without them the header is line 1.
        fields: the names that the column of each field may have, the first that is there counts.
        needed: the fields whose columns have to be there; MistakeOfUse otherwise.
    """
    folded = [" ".join(str(column).split()).casefold() for column in columns]
    at = {
        field: next((folded.index(name) for name in names if name in folded), None)
        for field, names in fields.items()
    }
    for field in needed:
        if at[field] is None:
            raise MistakeOfUse(
                f"The table has no column “{fields[field][-1]}”.",
                slug="column-not-found",
                hint=nearest_names_hint(fields[field][-1], columns)
                or f"It has {', '.join(f'“{column}”' for column in columns)}.",
            )
    numbered, refused = numbered_cells(rows, len(folded), lines)
    taken = [
        TableRow(line, {f: cells[index] for f, index in at.items() if index is not None})
        for line, cells in numbered
    ]
    return taken, refused


def passage_of_row(reading: Reading, row: TableRow) -> tuple[Id, Passage] | None:
    """The source and the passage that a row names by words or offsets; None without a source."""
    if not row["source"]:
        return None
    at = find_source(reading, row["source"])
    text = source_text(reading, at)
    start, end = place_of_passage(
        text, at.name, row.number("start_char"), row.number("end_char"), row["quote"] or None
    )
    return at.id, Passage(text.revision, start, end)


def take_rows(
    take: Callable[[TableRow], object],
    rows: Iterable[TableRow],
    refused: Iterable[RefusedRow],
    *,
    strict: bool,
) -> tuple[RefusedRow, ...]:
    """Take each row that can be taken, or with ``strict`` all or none.

    Returns the lines that were ``refused`` before and those refused now, in order.
    """
    left = list(refused)
    for row in rows:
        try:
            take(row)
        except CrosscaseError as error:
            left.append((row.line, error))
    left.sort(key=lambda pair: pair[0])
    raise_if_strict(left, strict)
    return tuple(left)


def record_or_look(
    session: Session, decide: Callable[[Reading], Draft | None], *, dry_run: bool
) -> None:
    """Carry out what is decided, or only decide it."""
    if not dry_run:
        session.record(decide)
        return
    with session.reading() as reading:
        decide(reading)
