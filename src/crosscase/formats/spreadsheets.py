"""Reading the sheets of a workbook as rows of text."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from crosscase.errors import NotFound, UnreadableFile, nearest_names_hint
from crosscase.formats.document import Note
from crosscase.formats.workbook_bounds import damaged_workbook, refuse_giant_workbook

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

__all__ = ["read_sheet"]


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """The library's errors as a damaged workbook."""
    from python_calamine import CalamineError

    try:
        yield
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise damaged_workbook(name) from error
    except BaseException as error:
        # A fault inside the library arrives as a type that it does not let anyone import.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged_workbook(name) from error


def _chosen(workbook: CalamineWorkbook, name: str, sheet: str | None) -> tuple[str, list[str]]:
    """The sheet to read, and those that are passed over without having been asked about."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    names = [s.name for s in sheets]
    if sheet is not None:
        if sheet in names:
            return sheet, []
        listed = ", ".join(f"“{found}”" for found in names)
        raise NotFound(
            f"“{name}” has no sheet “{sheet}”.",
            hint=nearest_names_hint(sheet, names) or f"Its sheets: {listed}.",
            slug="no-such-sheet",
        )
    shown = [s.name for s in sheets if s.visible == SheetVisibleEnum.Visible] or names
    if not shown:
        raise UnreadableFile(f"“{name}” has no sheet with cells.", slug="empty-file")
    return shown[0], shown[1:]


def read_sheet(
    data: bytes, name: str, sheet: str | None
) -> tuple[list[tuple[int, list[str]]], list[Note]]:
    """Read one sheet of an xlsx file.

    Args:
        data: the file.
        name: its name, for sentences.
        sheet: the sheet; without it the first that is not hidden.

    Returns:
        The rows with their numbers, every cell as text; and a note where other sheets
        were not read.

    Raises:
        UnreadableFile: it is damaged, encrypted, harmful or not a spreadsheet.
        NotFound: it has no such sheet.
    """
    if not data.startswith(b"PK"):
        raise UnreadableFile(
            f"“{name}” is encrypted or an old .xls.",
            hint="Open it in Excel and save it as .xlsx, without a password.",
            slug="encrypted-file",
        )
    refuse_giant_workbook(data, name)
    from python_calamine import CalamineWorkbook

    with _translated(name):
        workbook = CalamineWorkbook.from_object(io.BytesIO(data))
        chosen, others = _chosen(workbook, name, sheet)
        rows = workbook.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    notes = []
    if others:
        listed = ", ".join(f"“{other}”" for other in others)
        notes.append(Note("other-sheets", f"Only “{chosen}” was read; other sheets: {listed}."))
    return [(n, [_as_text(value) for value in row]) for n, row in enumerate(rows, 1)], notes
