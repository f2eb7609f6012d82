"""`crosscase redo`: bring an undone operation back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.store.history import OperationEntry
    from crosscase.study import Study

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
        before = _undone(work)
        recorded = work.redo(operation)
        still = _undone(work)
    back = [each for name, each in before.items() if name not in still]
    listed = "; ".join(f"{each.operation}, which {each.sentence}" for each in back)
    return did(recorded, f"Brought back {listed}.", redone=back)


def _undone(work: Study) -> dict[str, OperationEntry]:
    return {each.operation: each for each in work.log() if each.undone}
