"""Where an analysis is written: a table or a figure, as the ending of the file says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.files import write_new
from crosscase.cli.rendering import Answer
from crosscase.cli.table_files import WRITTEN_ENDINGS
from crosscase.cli.written_frames import wrote
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars

    from crosscase.report.figures import Figure

__all__ = ["written_analysis"]

_FIGURES = (".svg", ".png", ".html")


def written_analysis(
    frame: Callable[[], polars.DataFrame],
    figure: Callable[[], Figure],
    file: Path,
    sheet: str,
    *,
    replace: bool,
) -> Answer:
    """Write the table (.csv, .xlsx, .json, .parquet) or the figure (.svg, .png, .html)."""
    ending = file.suffix.casefold()
    if ending in WRITTEN_ENDINGS:
        return wrote(frame(), file, sheet, replace=replace)
    if ending not in _FIGURES:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint=f"Tables are written as {', '.join(WRITTEN_ENDINGS)}, "
            f"figures as {', '.join(_FIGURES)}.",
        )
    from crosscase.report.figures import figure_bytes, figure_kind

    write_new(file, figure_bytes(figure(), figure_kind(file)), replace=replace)
    return Answer({"file": str(file)}, f"Wrote the figure to {file}.")
