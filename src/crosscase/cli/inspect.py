"""`crosscase inspect`: what a project of another tool holds, without importing it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase.cli.crossings_shown import show_oddities, show_tables
from crosscase.cli.options import COMMON, Common, ProjectName, says
from crosscase.cli.rendering import Answer, Screen, counted

app = App(name="inspect")


@app.default
def inspect(
    file: Annotated[Path, says("A project or codebook: .qdpx, .qdc, .qda and others.", "FILE")],
    /,
    *,
    project: ProjectName = None,
    common: Common = COMMON,
) -> Answer:
    """Say what a project of another tool holds; nothing is imported.

    crosscase inspect interviews.qdpx
    """
    from crosscase.study_exchange.inspecting import inspect_file

    found = inspect_file(file, project=project)

    def show(screen: Screen) -> None:
        screen.line(found.project or found.file, "bold")
        screen.line(f"{found.format}{f', by {found.tool}' if found.tool else ''}")
        if found.counts:
            screen.line()
            screen.table(("element", "present"), found.counts.items())
        if found.code_levels > 1 or found.headings:
            screen.line()
            screen.line(
                f"The codes stand on {counted(found.code_levels, 'level')}; "
                f"{found.headings:,} of them are headings only."
            )
        show_tables(screen, found.tables)
        show_oddities(screen, found.oddities, found.outside)

    return Answer(asdict(found), show)
