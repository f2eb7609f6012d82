"""`crosscase unmerge`: take out what a merge brought."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.asking import confirmed
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, Yes, says
from crosscase.cli.rendering import Answer, counted

app = App(name="unmerge")


@app.default
def unmerge(
    study: StudyPath,
    number: Annotated[int, says("The number of the merge, which `crosscase log` shows.", "N")],
    /,
    *,
    yes: Yes = False,
    common: Common = COMMON,
) -> Answer:
    """Take out what only one merge brought, as long as nothing was done since.

    This cannot be undone; merging the other copy again brings it back.
    """
    with opened(study, common) as work:
        confirmed(f"All that only merge {number} brought is taken out; no undo.", yes=yes)
        count = work.unmerge(number)
    said = f"Took out {counted(count, 'operation')} of merge {number}."
    return Answer({"merge": number, "operations": count}, said)
