"""Figures as files: svg, png or a page that needs no network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.files import require_free, write_new
from crosscase.cli.rendering import Answer
from crosscase.report.figures.writing import FIGURE_KINDS, figure_bytes, figure_kind

if TYPE_CHECKING:
    from crosscase.report.figures.framing import Figure

__all__ = ["is_figure", "wrote_figure"]


def is_figure(path: Path) -> bool:
    """Whether the name of a file asks for a figure."""
    return path.suffix.casefold().removeprefix(".") in FIGURE_KINDS


def wrote_figure(draw: Callable[[], Figure], path: Path, *, replace: bool) -> Answer:
    """Draw a figure and write it, all of it or nothing."""
    kind = figure_kind(path)
    if not replace:
        require_free(path)
    write_new(path, figure_bytes(draw(), kind), replace=replace)
    return Answer({"file": str(path)}, f"Wrote the figure to {path}.")
