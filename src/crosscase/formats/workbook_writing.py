"""Writing a table as a workbook that holds no formula."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted

__all__ = ["MOST_CHARACTERS_A_CELL", "Sheet", "write_large_sheets", "write_sheets", "write_xlsx"]

MOST_CHARACTERS_A_CELL = 32_767
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def _write_cell(page: Any, row: int, position: int, cell: str | int | float | bool | None) -> None:
    if isinstance(cell, bool):
        page.write_boolean(row, position, cell)
    elif isinstance(cell, int | float) and math.isfinite(cell) and abs(cell) < 1e15:
        page.write_number(row, position, cell)
    elif cell is not None and cell != "":
        words = str(cell)
        if len(words) > MOST_CHARACTERS_A_CELL:
            raise MistakeOfUse(
                f"A cell in row {row} has {len(words):,} characters; a spreadsheet holds "
                f"{MOST_CHARACTERS_A_CELL:,}.",
                hint="Write it as csv.",
            )
        page.write_string(row, position, words)


class Sheet(NamedTuple):
    """One sheet: its name, the names of its columns, and its rows.

    ``widths`` are those of the columns in characters; with it long words are wrapped.
    """

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[str | int | float | bool | None]]
    widths: Sequence[int] = ()


def write_xlsx(
    columns: Sequence[str],
    rows: Iterable[Sequence[str | int | float | bool | None]],
    *,
    sheet_name: str = "Table",
) -> bytes:
    """Write a table as xlsx: the same table gives the same bytes, and no cell is a formula.

    Args:
        columns: the names of the columns.
        rows: the cells; text stays text, numbers stay numbers, None is an empty cell.
        sheet_name: the name of the sheet.

    Returns:
        The file.

    Raises:
        MistakeOfUse: a row is too short or long, or Excel cannot hold a cell, the rows or
            the name of the sheet.
    """
    return write_sheets([Sheet(sheet_name, columns, rows)])


def write_sheets(sheets: Iterable[Sheet]) -> bytes:
    """Write several tables as the sheets of one workbook; see `write_xlsx`."""
    out = io.BytesIO()
    _write_book(out, sheets, {"in_memory": True})
    return out.getvalue()


def write_large_sheets(sheets: Iterable[Sheet], path: Path) -> None:
    """The same of sheets that would fill the memory: they grow in files beside the workbook.

    Raises:
        OSError: there is no such folder, or nothing can be written there.
    """
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(dir=path.parent, prefix=".sheets-") as folder:
        try:
            _write_book(str(path), sheets, {"constant_memory": True, "tmpdir": folder})
        except FileCreateError as error:
            raise OSError(None, str(error)) from error


def _write_book(out: io.BytesIO | str, sheets: Iterable[Sheet], options: dict[str, Any]) -> None:
    import xlsxwriter

    as_they_are = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    book = xlsxwriter.Workbook(out, {**options, **dict.fromkeys(as_they_are, False)})
    book.set_properties({"created": _CREATED})
    for sheet in sheets:
        _write_sheet(book, sheet)
    book.close()


def _write_sheet(book: Any, sheet: Sheet) -> None:
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        page = book.add_worksheet(sheet.name)
    except XlsxWriterException as error:
        raise MistakeOfUse(
            f"“{sheet.name}” cannot be the name of a sheet.",
            hint="Excel allows up to 31 characters, none of them [ ] : * ? / \\.",
        ) from error
    if sheet.widths:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for position, width in enumerate(sheet.widths):
            page.set_column(position, position, width, wrapped)
        page.freeze_panes(1, 1)
    columns = sheet.columns
    for number, row in enumerate([list(columns), *sheet.rows]):
        if len(row) != len(columns):
            raise MistakeOfUse(
                f"Row {number} has {counted(len(row), 'cell')}, "
                f"but there are {counted(len(columns), 'column')}."
            )
        if number >= _MOST_ROWS or len(row) > _MOST_COLUMNS:
            raise MistakeOfUse(
                f"A sheet holds up to {_MOST_ROWS:,} rows and {_MOST_COLUMNS:,} columns.",
                hint="Write it as csv.",
            )
        for position, cell in enumerate(row):
            _write_cell(page, number, position, cell)
