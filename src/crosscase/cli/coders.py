"""`crosscase coders`: who codes."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, given, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer
from crosscase.cli.verbs import did

app = App(name="coders")


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the coders with how much they have coded."""
    with opened(study, common, reads=True) as work:
        coders = work.coders.all()
    rows = [
        (each.coder.name, each.codings, each.coder.note, each.coder.positionality)
        for each in coders
    ]
    data = [{**plain(each.coder), "codings": each.codings} for each in coders]
    return Answer(
        {"coders": data},
        lambda screen: screen.table(
            ("coder", "codings", "note", "positionality"), rows, empty="No coders yet."
        ),
    )


@app.command
def add(
    study: StudyPath,
    name: Annotated[str, says("The coder's name.", "NAME")],
    /,
    *,
    note: Annotated[str | None, says("Who they are.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Add a coder; whoever does something in a study is added by that."""
    with opened(study, common) as work:
        coder = work.coders.add(name, note=note)
    return Answer({"coder": coder}, f"“{coder.name}” is a coder of this study.")


@app.command
def rename(
    study: StudyPath,
    coder: Annotated[str, says("The coder, by name or id.", "CODER")],
    name: Annotated[str, says("What they are called from now on.", "NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Give a coder another name; their codings stay theirs."""
    with opened(study, common) as work:
        found = work.coders.get(coder)
        recorded = work.coders.rename(found.id, name)
        said = f"“{found.name}” is now “{work.coders.get(found.id).name}”."
    return did(recorded, said, coder=found.id)


@app.command
def describe(
    study: StudyPath,
    coder: Annotated[str, says("The coder, by name or id.", "CODER")],
    /,
    *,
    note: Annotated[str | None, says("Who they are.")] = None,
    positionality: Annotated[
        str | None, says("Where they stand towards the people and the matter of the study.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Change what is said of a coder; an empty text ("") clears it."""
    with opened(study, common) as work:
        found = work.coders.get(coder)
        recorded = work.coders.describe(found.id, **given(note=note, positionality=positionality))
    return did(recorded, f"Described “{found.name}”.", coder=found.id)
