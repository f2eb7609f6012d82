"""`crosscase info`: what a study holds."""

from __future__ import annotations

import dataclasses

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath
from crosscase.cli.rendering import Answer, Screen

app = App(name="info")


@app.default
def info(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """Say what a study holds: only what shows is counted."""
    with opened(study, common, reads=True) as work:
        counts = dataclasses.asdict(work.counts())
        data = {
            "title": work.title,
            "id": work.id,
            "heads": work.heads,
            "path": str(study),
            "read_only": work.read_only,
            **counts,
            "settings": work.settings.all(),
        }

    def show(screen: Screen) -> None:
        screen.line(data["title"], "bold")
        screen.line(f"{data['path']}, state {data['heads'][:12]}")
        screen.line()
        width = max(len(f"{number:,}") for number in counts.values())
        for name, number in counts.items():
            screen.line(f"{number:>{width},}  {name}")

    return Answer(data, show)
