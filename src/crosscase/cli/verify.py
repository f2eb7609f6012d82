"""`crosscase verify`: check that a study is sound."""

from __future__ import annotations

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.errors import UnreadableFile, statuses

app = App(name="verify")


@app.default
def verify(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """Check the digests of the history, the words, and what shows against the history."""
    with opened(study, common, reads=True) as work:
        faults, operations = work.verify(), work.counts().operations

    def show(screen: Screen) -> None:
        if not faults:
            screen.line(f"{study} is sound: {counted(operations, 'operation')} checked.")
            return
        screen.line(f"{study} is damaged: {counted(len(faults), 'fault')}.")
        for each in faults:
            screen.line(f"  {each.sentence}")
        screen.line("Open a backup; `crosscase merge` then brings over what this copy still has.")

    status = statuses(UnreadableFile(""))[0] if faults else 0
    return Answer({"is_sound": not faults, "faults": faults}, show, status)
