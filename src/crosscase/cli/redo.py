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
        undone = {each.operation for each in work.log() if each.undone}
        recorded = work.redo(operation)
        # Told as they read now: what was undone has no name while it does not show.
        back = [each for each in work.log() if each.operation in undone and not each.undone]
    listed = "; ".join(f"{each.operation}, which {each.sentence}" for each in back)
    return did(recorded, f"Brought back {listed}.", redone=back)
