"""Tables as text: reading csv, tsv and xlsx, writing csv and xlsx."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.decoding import decode
from crosscase.formats.document import Note, checked_text
from crosscase.formats.spreadsheets import read_sheet
from crosscase.formats.workbook_writing import write_xlsx

__all__ = ["Cell", "Table", "read_table", "without_guard", "write_csv", "write_xlsx"]

Cell = str | int | float | bool | None
_DELIMITERS = (",", ";", "\t", "|")
_MOST_BYTES = 100_000_000
_SNIFFED_RECORDS = 50
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?%?")
# What a spreadsheet would run; an apostrophe before it makes it words, and one more before an
# apostrophe that stood there keeps that.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARD_NOTE = (
    "An apostrophe before {count} cell(s) that begin as formulas do was taken off: it keeps "
    "spreadsheets from running them."
)


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of text; ``lines`` holds where in the file each row stands."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...] = ()
    lines: tuple[int, ...] = ()


Numbered = tuple[int, list[str]]


def _records(text: str, delimiter: str, most: int | None = None) -> list[Numbered]:
    # One cell may hold a whole interview; the limit of the csv module is 128 KB.
    csv.field_size_limit(max(csv.field_size_limit(), _MOST_BYTES))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[Numbered] = []
    start = 1
    for record in reader:
        if record:
            found.append((start, record))
        start = reader.line_num + 1
        if most is not None and len(found) >= most:
            break
    return found


def _delimiter(text: str, name: str) -> str:
    """The delimiter that cuts the first records most evenly into most columns."""
    best, best_score = "\t" if PurePath(name).suffix.casefold() == ".tsv" else ",", (0.0, 0)
    for delimiter in (best, *(d for d in _DELIMITERS if d != best)):
        try:
            records = _records(text, delimiter, _SNIFFED_RECORDS)
        except csv.Error:
            continue
        width = len(records[0][1]) if records else 0
        even = sum(len(record) == width for _, record in records) / max(len(records), 1)
        score = (even, width)
        if width > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _csv_records(data: bytes, name: str, encoding: str | None) -> tuple[list[Numbered], list[Note]]:
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{name}” has {len(data) / 1e6:,.0f} MB; tables are read up to 100 MB.",
            hint="Split it into several tables.",
            slug="file-too-large",
        )
    decoded = decode(data, name, encoding)
    text = checked_text(decoded.text, name)
    skipped = 0
    stated = re.match(r"\"?sep=(.)\"?\n", text, re.IGNORECASE)
    if stated:  # the line by which Excel is told the delimiter
        text, skipped = text[stated.end() :], 1
    delimiter = stated[1] if stated else _delimiter(text, name)
    try:
        records = _records(text, delimiter)
    except (csv.Error, TypeError, ValueError) as error:
        raise UnreadableFile(
            f"“{name}” is no table that can be read: {_csv_fault(text, delimiter)}.",
            hint="Put cells that hold quotation marks, delimiters or line ends in quotation "
            "marks, and double the marks inside.",
            slug="damaged-table",
        ) from error
    bare = [(line + skipped, [*map(without_guard, record)]) for line, record in records]
    count = sum(
        one != other
        for (_, with_it), (_, without) in zip(records, bare, strict=True)
        for one, other in zip(with_it, without, strict=True)
    )
    notes = [Note("guard-removed", _GUARD_NOTE.format(count=count))] if count else []
    return bare, [*decoded.notes, *notes]


def _csv_fault(text: str, delimiter: str) -> str:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        start = 1
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error:
        return f"a quotation mark is wrong or missing in the row that starts in line {start}"
    except (TypeError, ValueError):
        pass
    return f"its delimiter {delimiter!r} cannot be used"


def _columns(header: list[str], body: list[Numbered], name: str) -> tuple[list[str], list[Note]]:
    columns = [" ".join(cell.split()) for cell in header]
    notes: list[Note] = []
    for position, column in enumerate(columns):
        if not column and any(position < len(row) and row[position].strip() for _, row in body):
            number = position + 1
            while f"column {number}" in columns:
                number += 1
            columns[position] = f"column {number}"
            notes.append(
                Note(
                    "column-named", f"Column {position + 1} had no name: called “column {number}”."
                )
            )
    named = [column for column in columns if column]
    twice = sorted({column for column in named if named.count(column) > 1})
    if twice:
        listed = ", ".join(f"“{column}”" for column in twice)
        raise UnreadableFile(
            f"In “{name}” two or more columns have the same name: {listed}.",
            hint="Give each column a name of its own in the first line.",
            slug="duplicate-columns",
        )
    return columns, notes


def _table(records: list[Numbered], name: str, notes: list[Note]) -> Table:
    filled = [(line, row) for line, row in records if any(cell.strip() for cell in row)]
    if not filled:
        raise UnreadableFile(f"“{name}” holds no table.", slug="empty-file")
    (_, header), body = filled[0], filled[1:]
    while header and not header[-1].strip():
        header = header[:-1]
    width = max(
        len(header),
        max((n for _, row in body for n, cell in enumerate(row, 1) if cell.strip()), default=0),
    )
    for line, row in body:
        used = max(n for n, cell in enumerate(row, 1) if cell.strip())
        if len(row) < len(header) or used > max(len(header), len(filled[0][1])):
            raise UnreadableFile(
                f"Line {line} of “{name}” has {len(row)} cell(s), but the header has "
                f"{len(header)}.",
                hint="Check that line for a missing or extra delimiter, or for a cell with a "
                "delimiter that is not in quotation marks.",
                slug="ragged-table",
            )
    columns, named = _columns([*header, *[""] * (width - len(header))], body, name)
    kept = [position for position, column in enumerate(columns) if column]
    if len(kept) < len(columns):
        named.append(
            Note("column-left-out", f"{len(columns) - len(kept)} empty column(s) were left out.")
        )
    return Table(
        tuple(columns[position] for position in kept),
        tuple(tuple(row[n] if n < len(row) else "" for n in kept) for _, row in body),
        (*notes, *named),
        tuple(line for line, _ in body),
    )


def read_table(
    data: bytes, name: str, *, sheet: str | None = None, encoding: str | None = None
) -> Table:
    """Read a table whose first row names its columns.

    Args:
        data: a csv, tsv or xlsx file.
        name: its name, for sentences.
        sheet: the sheet of a spreadsheet; without it the first that is not hidden.
        encoding: the encoding of a csv file, where a person knows it.

    Returns:
        The table; every cell is text, dates are ISO, whole numbers have no ``.0``. Empty
        rows are left out. Columns without a name get one, with a note. What `write_csv` puts
        before cells that look like formulas is taken off.

    Raises:
        UnreadableFile: it is damaged, has rows of unequal length or columns of one name.
        NotFound: it has no such sheet.
        MistakeOfUse: a sheet was named for a file without sheets.
    """
    if not data:
        raise UnreadableFile(f"“{name}” is empty.", slug="empty-file")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("D0CF11E0"))):
        records, notes = read_sheet(data, name, sheet)
        return _table(records, name, notes)
    if sheet is not None:
        raise MistakeOfUse(f"“{name}” is not a spreadsheet, so it has no sheet “{sheet}”.")
    records, notes = _csv_records(data, name, encoding)
    return _table(records, name, notes)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def without_guard(cell: str) -> str:
    """A cell as it was before `write_csv` guarded it."""
    bare = cell[1:]
    is_guarded = cell.startswith("'") and _FORMULA.match(bare) and not _NUMBER.fullmatch(bare)
    return bare if is_guarded else cell


def write_csv(
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    guard: bool = False,
    bom: bool = False,
) -> bytes:
    """Write a table as csv in UTF-8 with line feeds.

    Args:
        columns: the names of the columns.
        rows: the cells; None is an empty cell.
        guard: put an apostrophe before cells that a spreadsheet would run as a formula.
        bom: begin with a byte order mark, by which Excel knows UTF-8.

    Returns:
        The file.

    Raises:
        MistakeOfUse: a row has more or fewer cells than there are columns.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for number, row in enumerate([list(columns), *rows]):
        if len(row) != len(columns):
            raise MistakeOfUse(
                f"Row {number} has {len(row)} cell(s), but there are {len(columns)} columns."
            )
        cells = ["" if cell is None else str(cell).replace("\r\n", "\n") for cell in row]
        cells = [cell.replace("\r", "\n") for cell in cells]
        writer.writerow([_guarded(cell) for cell in cells] if guard else cells)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")
