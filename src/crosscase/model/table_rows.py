"""The rows of a table that is imported: their line numbers, their cells, and those refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from crosscase.errors import CrosscaseError, MistakeOfUse

__all__ = ["RefusedRow", "numbered_cells", "raise_if_strict"]

RefusedRow = tuple[int, CrosscaseError]


def numbered_cells(
    rows: Iterable[Sequence[Any]], width: int, lines: Sequence[int] | None = None
) -> tuple[list[tuple[int, list[str]]], list[RefusedRow]]:
    """The rows as tidied text with their line, and those of another number of cells.

    ``lines`` are the numbers of the rows in their file; without them the header is line 1. Rows
    without any content are left out.
    """
    taken: list[tuple[int, list[str]]] = []
    refused: list[RefusedRow] = []
    for number, row in enumerate(rows):
        line = number + 2 if lines is None else lines[number]
        cells = ["" if cell is None else str(cell).strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) == width:
            taken.append((line, cells))
        else:
            refused.append((line, _ragged(len(cells), width)))
    return taken, refused


def raise_if_strict(refused: Sequence[RefusedRow], strict: bool) -> None:
    """Where nothing may be left out, refuse the whole table for its first refused row."""
    if strict and refused:
        line, error = min(refused, key=lambda pair: pair[0])
        count = f"{len(refused):,} rows" if len(refused) > 1 else "One row"
        raise type(error)(
            f"{count} cannot be taken, so nothing was imported; line {line}: {error.sentence}",
            slug=error.slug,
            hint=error.hint,
        )


def _ragged(cells: int, columns: int) -> MistakeOfUse:
    return MistakeOfUse(
        f"The row has {cells} cell{'s' if cells != 1 else ''}, the table {columns} columns.",
        slug="ragged-table",
        hint="Check it for a missing or extra delimiter.",
    )
