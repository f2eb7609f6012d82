"""Tables in files: read as the rows that the study's verbs take, and written from frames."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscase.cli.files import bytes_of_file
from crosscase.cli.plain_values import plain, records
from crosscase.errors import MistakeOfUse, nearest_names_hint

if TYPE_CHECKING:
    import polars

    from crosscase.formats.tables import Table
    from crosscase.intake.replacements import Replacement

__all__ = [
    "TABLE_ENDINGS",
    "WRITTEN_ENDINGS",
    "codings_by_part",
    "replacements_of",
    "table_of",
    "written_table",
]

TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
WRITTEN_ENDINGS = (".csv", ".xlsx", ".json", ".parquet")


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


def written_table(frame: polars.DataFrame, ending: str, name: str) -> bytes:
    """A frame as a file of one of ``WRITTEN_ENDINGS``."""
    if ending == ".json":
        return json.dumps(records(frame), ensure_ascii=False, indent=1).encode() + b"\n"
    if ending == ".parquet":
        from io import BytesIO

        held = BytesIO()
        frame.write_parquet(held)
        return held.getvalue()
    from crosscase.formats.tables import write_csv, write_xlsx

    rows = ([_cell(value) for value in row] for row in frame.iter_rows())
    if ending == ".csv":
        return write_csv(frame.columns, rows, guard=True)
    return write_xlsx(frame.columns, rows, sheet_name=name.capitalize())


def _cell(value: Any) -> Any:
    told = plain(value)
    return "; ".join(str(each) for each in told) if isinstance(told, list) else told
