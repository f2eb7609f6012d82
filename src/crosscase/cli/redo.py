"""`crosscase redo`: bring an undone operation back."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer
from crosscase.cli.verbs import did

app = App(name="redo", usage="Usage: crosscase redo STUDY [OPERATION] [OPTIONS]\n")


@app.default
def redo(
    study: StudyPath,
    operation: Annotated[
        str | None,
        says("Its name in `crosscase log`; otherwise what you undid last.", "OPERATION"),
    ] = None,
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring an undone operation back."""
    with opened(study, common) as work:
        recorded = work.redo(operation)
    return did(recorded, "It is back." if operation is None else f"{operation} is back.")
