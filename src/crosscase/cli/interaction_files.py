"""Interactions in files: a table, or the graph drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.export_documents import telling_here
from crosscase.cli.files import write_new
from crosscase.cli.table_files import written_table
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_synthesis.interaction_graph import InteractionGraph

__all__ = ["write_figure_of", "write_table_of"]


def write_table_of(work: Study, graph: InteractionGraph, file: Path, *, replace: bool) -> Path:
    """Write the edges (told by their groups, where they are asked for so) to a file."""
    match file.suffix.casefold():
        case ".csv" | ".xlsx" as ending:
            frame = graph.frame() if graph.group_noun is None else graph.by_frame()
            written = written_table(frame, ending, "interactions")
        case ".docx":
            written = work.documents.interactions(graph, telling=telling_here()).to_bytes()
        case ".html":
            written = work.documents.interactions(graph, telling=telling_here()).to_html()
        case _:
            raise MistakeOfUse(
                f"“{file.name}” has no ending that says how it is written.",
                slug="unknown-format",
                hint="The table is written as .csv, .xlsx, .docx or .html; --figure draws it.",
            )
    write_new(file, written, replace=replace)
    return file


def write_figure_of(work: Study, graph: InteractionGraph, file: Path, *, replace: bool) -> Path:
    """Draw the graph into a file."""
    from crosscase.report.figures import figure_bytes, figure_kind

    kind = figure_kind(file)
    write_new(file, figure_bytes(work.interactions.figure(graph), kind), replace=replace)
    return file
