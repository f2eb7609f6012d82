"""`crosscase merge`: bring over what another copy of the study has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer, counted, warn

app = App(name="merge")


@app.default
def merge(
    study: StudyPath,
    other: Annotated[Path, says("Another copy of the same study; it is only read.", "OTHER")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring over what another copy of this study has.

    Nothing is lost: where two people changed the same, both are kept and `crosscase conflicts`
    lists it. (Codes are merged by `crosscase codes merge`.)
    """
    with opened(study, common) as work:
        receipt = work.merge(other)
        conflicts = len(work.conflicts())
    data = {"merge": receipt, "conflicts": conflicts}
    if receipt.number is None:
        return Answer(data, f"“{other.name}” has nothing that is not here.")
    if receipt.future:
        clocks = counted(receipt.future, "operation")
        warn(f"{clocks} came from a clock that runs ahead; `crosscase log` marks them.")
    said = f"Merge {receipt.number} brought {counted(receipt.operations, 'operation')}."
    if conflicts:
        said += f" {counted(conflicts, 'conflict')} to look at: `crosscase conflicts {study}`."
    return Answer(data, said)
