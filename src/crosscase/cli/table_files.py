"""Tables in files, as the rows that the study's verbs take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.files import bytes_of_file
from crosscase.errors import MistakeOfUse, nearest_names_hint

if TYPE_CHECKING:
    from crosscase.coding.coding_rules import CodingRow
    from crosscase.formats.tables import Table
    from crosscase.intake.replacements import Replacement

__all__ = ["TABLE_ENDINGS", "coding_rows", "codings_by_part", "replacements_of", "table_of"]

TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", ".xls", ".ods")


def table_of(path: Path, sheet: str | None = None) -> Table:
    """The table in a file."""
    from crosscase.formats.tables import read_table

    return read_table(bytes_of_file(path), path.name, sheet=sheet)


def replacements_of(path: Path | None) -> tuple[Replacement, ...]:
    """The words to find and those to put in their place; none without a file."""
    if path is None:
        return ()
    from crosscase.intake.replacements import read_replacements

    table = table_of(path)
    return read_replacements(table.columns, table.rows)


def codings_by_part(parts: Sequence[str], path: Path | None) -> dict[str, list[str]]:
    """Which coding goes to which part, by a table with the columns coding and part."""
    taken: dict[str, list[str]] = {part: [] for part in parts}
    if path is None:
        return taken
    table = table_of(path)
    coding, part = (_column(table, name, path) for name in ("coding", "part"))
    for line, row in zip(table.lines, table.rows, strict=True):
        name = row[part].strip()
        if name and name not in taken:
            raise MistakeOfUse(
                f"Line {line} of “{path.name}” names the part “{name}”, which is not one of these.",
                slug="unknown-part",
                hint=nearest_names_hint(name, parts) or f"The parts are {', '.join(parts)}.",
            )
        if name:
            taken[name].append(row[coding].strip())
    return taken


def _column(table: Table, wanted: str, path: Path) -> int:
    folded = [column.casefold() for column in table.columns]
    if wanted in folded:
        return folded.index(wanted)
    raise MistakeOfUse(
        f"“{path.name}” has no column “{wanted}”.",
        slug="column-not-found",
        hint=f"It has {', '.join(table.columns[:20])}.",
    )


_CODING_COLUMNS = {
    "source": ("source",),
    "code": ("code_path", "code"),
    "quote": ("quote", "text"),
    "start_char": ("start_char",),
    "end_char": ("end_char",),
    "coder": ("coder",),
    "valence": ("valence",),
    "basis": ("basis",),
}


def coding_rows(table: Table, path: Path) -> list[CodingRow]:
    """The rows of a table as codings to be imported; the columns are those of an export."""
    from crosscase.coding.coding_rules import CodingRow

    folded = [column.casefold() for column in table.columns]
    at = {
        field: next((folded.index(name) for name in names if name in folded), None)
        for field, names in _CODING_COLUMNS.items()
    }
    for needed in ("source", "code"):
        if at[needed] is None:
            _column(table, needed, path)
    rows = []
    for line, row in zip(table.lines, table.rows, strict=True):
        cells = {name: row[index] if index is not None else "" for name, index in at.items()}
        rows.append(
            CodingRow(
                source=cells["source"].strip(),
                code=cells["code"].strip(),
                quote=cells["quote"].strip() or None,
                start_char=_whole(cells["start_char"], "start_char", line, path),
                end_char=_whole(cells["end_char"], "end_char", line, path),
                coder=cells["coder"].strip() or None,
                valence=cells["valence"].strip() or None,
                basis=cells["basis"].strip() or None,
            )
        )
    return rows


def _whole(cell: str, column: str, line: int, path: Path) -> int | None:
    text = cell.strip()
    if not text:
        return None
    if not text.isdecimal():
        raise MistakeOfUse(
            f"Line {line} of “{path.name}” has “{text}” under {column}.",
            slug="not-a-number",
            hint="Offsets are whole numbers of characters, counted from 0.",
        )
    return int(text)
