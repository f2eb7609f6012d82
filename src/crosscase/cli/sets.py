"""`crosscase sets`: named collections of sources, codes, cases, codings and memos."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.things import name_of
from crosscase.cli.verbs import did

app = App(name="sets")
SetName = Annotated[str, says("The set, by name or id.", "SET")]
Members = Annotated[
    tuple[str, ...], Parameter(name="MEMBERS", help="Things by name, KIND:NAME or id.")
]


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the sets."""
    with opened(study, common, reads=True) as work:
        found = work.sets.all()
    rows = [(each.set.name, each.members, each.set.description) for each in found]
    data = [{**plain(each.set), "members": each.members} for each in found]
    return Answer(
        {"sets": data},
        lambda screen: screen.table(("set", "members", "description"), rows, empty="No sets yet."),
    )


@app.command
def show(study: StudyPath, name: SetName, /, *, common: Common = COMMON) -> Answer:
    """List what is in a set."""
    with opened(study, common, reads=True) as work:
        found, members = work.sets.get(name), work.sets.members(name)

    def draw(screen: Screen) -> None:
        screen.line(found.name, "bold")
        for each in members:
            screen.line(f"  {name_of(each)}")

    return Answer({**plain(found), "members": members}, draw)


@app.command(usage="Usage: crosscase sets make STUDY NAME [MEMBERS] [OPTIONS]\n")
def make(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    members: Members = (),
    /,
    *,
    description: Annotated[str | None, says("What it is for.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Make a set."""
    with opened(study, common) as work:
        made = work.sets.make(name, members, description=description)
    return Answer({"set": made}, f"Made “{made.name}” with {counted(len(members), 'member')}.")


@app.command
def add(study: StudyPath, name: SetName, members: Members, /, *, common: Common = COMMON) -> Answer:
    """Put things into a set."""
    with opened(study, common) as work:
        found = work.sets.get(name)
        recorded = work.sets.add_members(found.id, members)
    return did(recorded, f"“{found.name}” has them now.", set=found.id)


@app.command
def take(
    study: StudyPath, name: SetName, members: Members, /, *, common: Common = COMMON
) -> Answer:
    """Take things out of a set."""
    with opened(study, common) as work:
        found = work.sets.get(name)
        recorded = work.sets.remove_members(found.id, members)
    return did(recorded, f"Took them out of “{found.name}”.", set=found.id)


@app.command
def remove(study: StudyPath, name: SetName, /, *, common: Common = COMMON) -> Answer:
    """Hide a set; what is in it stays. `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        found = work.sets.get(name)
        recorded = work.sets.remove(found.id)
    return did(recorded, f"Removed “{found.name}” ({found.id}).", set=found.id)


@app.command
def restore(
    study: StudyPath,
    name: Annotated[str, says("The removed set, by name or id.", "SET")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed set back with its members."""
    with opened(study, common) as work:
        recorded = work.sets.restore(name)
        found = work.sets.get(name)
    return did(recorded, f"Restored “{found.name}”.", set=found.id)
