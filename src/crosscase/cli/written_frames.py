"""Frames that a command writes to a file instead of showing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.files import write_new
from crosscase.cli.rendering import Answer, counted
from crosscase.cli.table_files import WRITTEN_ENDINGS, written_table
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars

__all__ = ["wrote"]


def wrote(frame: polars.DataFrame, file: Path, sheet: str, *, replace: bool) -> Answer:
    """Write a frame in the form that the file's ending names, and say so."""
    ending = file.suffix.casefold()
    if ending not in WRITTEN_ENDINGS:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint=f"Tables are written as {', '.join(WRITTEN_ENDINGS)}.",
        )
    write_new(file, written_table(frame, ending, sheet), replace=replace)
    return Answer(
        {"file": str(file), "rows": frame.height, "columns": frame.columns},
        f"Wrote {counted(frame.height, 'row')} to {file}.",
    )
