"""`crosscase copy`: a safe copy of a study in use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer

app = App(name="copy")


@app.default
def copy(
    study: StudyPath,
    target: Annotated[Path, says("Where the copy goes: a file, or a folder.", "TARGET")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Make a safe copy of a study, even while somebody works in it."""
    goal = target / study.name if target.is_dir() else target
    with opened(study, common, reads=True) as work:
        size = work.copy(goal)
    return Answer({"path": str(goal), "bytes": size}, f"Copied to {goal} ({size / 1e6:,.1f} MB).")
