"""A matrix that is kept while the study stays as it is, and what lies behind its cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.query.answer_pages import kept_answer, page_after, passages_between
from crosscase.query.asked import Asked
from crosscase.query.found_passages import FoundPassage
from crosscase.query.matrix import Matrix, matrix
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

__all__ = ["CellPage", "cell_page", "kept_matrix"]


@dataclass(frozen=True, slots=True)
class CellPage:
    """A cell with some of its passages; ``following`` is where the next ones begin (None: nowhere).

    ``who`` speaks in its passages; ``did_not`` are the others who were interviewed in its column,
    and in its row where that is no code.
    """

    value: int
    of: int
    who: tuple[str, ...]
    did_not: tuple[str, ...]
    passages: tuple[FoundPassage, ...]
    total: int
    following: str | None


def kept_matrix(
    reading: Reading,
    rows: str,
    columns: str,
    count: str,
    where: str | None,
    asked: Asked | None = None,
) -> Matrix:
    """The matrix, counted once."""
    return kept_answer(
        reading,
        ("matrix", rows, columns, count, where, asked),
        lambda: matrix(reading, rows, columns, count=count, where=where, asked=asked),
    )


def cell_page(
    reading: Reading,
    made: Matrix,
    row: str | None = None,
    column: str | None = None,
    *,
    after: str | None = None,
    most: int = 100,
) -> CellPage:
    """One cell (without a row or column: that total) with a page of its passages.

    Raises NotFound where there is no such row or column.
    """
    first = page_after(after)
    behind = made.places_of(row, column)
    last = min(first + most, len(behind.places))
    columns = coding_columns(reading.file, reading.connection)
    told = columns.take(np.isin(columns.coding, behind.codings))
    who, did_not = made.speakers(row, column)
    return CellPage(
        value=made.cell(row, column),
        of=made.of_cell(row, column),
        who=who,
        did_not=did_not,
        passages=passages_between(reading, behind.places, told, first, last),
        total=len(behind.places),
        following=str(last) if last < len(behind.places) else None,
    )
