"""`crosscase purge`: take things out for ever."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from crosscase.cli.asking import confirmed
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, Yes, says
from crosscase.cli.rendering import Answer, Screen, counted, warn
from crosscase.cli.things import kind_name, name_of

app = App(name="purge")


@app.default
def purge(
    study: StudyPath,
    entities: Annotated[
        list[str],
        Parameter(name="ENTITIES", help="What goes: an id, or KIND:NAME such as source:P01.txt."),
    ],
    /,
    *,
    reason: Annotated[
        str | None, says("Why, for the record. Names and words of participants do not belong here.")
    ] = None,
    yes: Yes = False,
    common: Common = COMMON,
) -> Answer:
    """Take things out for ever, words and all, from this copy and from all it is merged into.

    A source goes with its words and codings, a participant with their values. The history keeps
    that something was purged, by whom and why. To hide things, use `remove` instead.
    """
    with opened(study, common) as work:
        found = [work.find(each) for each in entities]
        listed = ", ".join(f"{kind_name(each)} “{name_of(each)}”" for each in found)
        confirmed(f"{listed}: purged words cannot come back, neither by undo nor by merging.",
                  yes=yes)  # fmt: skip
        confirmed("Backups and other people's copies keep them until they merge. Purge now?",
                  yes=yes)  # fmt: skip
        done = work.purge([each.id for each in found], reason)
    if not done.is_scrubbed:
        warn("Another program has the study open; the last traces go when it closes the study.")
    data = {
        "operation": done.operation.id,
        "purged": [each.id for each in found],
        "is_scrubbed": done.is_scrubbed,
    }

    def show(screen: Screen) -> None:
        screen.line(f"Purged {counted(len(found), 'thing')} for ever.")
        screen.line("Merge this copy into every other one, and delete backups that hold them.")

    return Answer(data, show)
