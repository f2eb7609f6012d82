"""`crosscase undo`: undo an operation."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, says
from crosscase.cli.rendering import Answer, Screen, counted

app = App(name="undo", usage="Usage: crosscase undo STUDY [OPERATION] [OPTIONS]\n")


@app.default
def undo(
    study: StudyPath,
    operation: Annotated[
        str | None, says("Its name in `crosscase log`; otherwise your latest.", "OPERATION")
    ] = None,
    /,
    *,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Undo an operation: each field falls back to what it was; later changes stay.

    `crosscase redo` brings it back.
    """
    with opened(study, common, reads=dry_run) as work:
        preview = work.preview_undo(operation)
        recorded = None if dry_run else work.undo(preview.operation)
    done = None if recorded is None else recorded.id

    def show(screen: Screen) -> None:
        what = "Would undo" if dry_run else "Undid"
        things = counted(preview.entities, "thing")
        screen.line(f"{what} {preview.operation}, which {preview.sentence} ({things}).")
        for each in preview.will_not_return:
            screen.line(f"Stays as it is: {each}.")

    return Answer({"operation": done, "dry_run": dry_run, "undone": preview}, show)
