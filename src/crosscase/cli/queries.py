"""`crosscase queries`: saved questions."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.query import found_answer
from crosscase.cli.rendering import Answer
from crosscase.cli.verbs import did

app = App(name="queries")
QueryName = Annotated[str, says("The saved query, by name or id.", "NAME")]


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the saved queries."""
    with opened(study, common, reads=True) as work:
        saved = work.queries.all()
    rows = [(each.name, each.expression, each.description) for each in saved]
    return Answer(
        {"queries": saved},
        lambda screen: screen.table(
            ("query", "expression", "description"), rows, empty="No saved queries yet."
        ),
    )


@app.command
def save(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    expression: Annotated[str, says("The question.", "EXPRESSION")],
    /,
    *,
    description: Annotated[str | None, says("What it is for.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Save a question under a name; one of that name is changed."""
    with opened(study, common) as work:
        work.query(expression, most=0)  # one that cannot be asked is not saved
        saved = work.queries.save(name, expression, description)
    return Answer({"query": saved}, f"Saved “{saved.name}”.")


@app.command
def run(
    study: StudyPath,
    name: QueryName,
    /,
    *,
    most: Annotated[int, says("Show no more passages than so many; 0 shows all.")] = 20,
    common: Common = COMMON,
) -> Answer:
    """Ask a saved question."""
    with opened(study, common, reads=True) as work:
        saved = work.queries.get(name)
        return found_answer(work.query(saved.expression, most=most or None))


@app.command
def remove(study: StudyPath, name: QueryName, /, *, common: Common = COMMON) -> Answer:
    """Hide a saved query; `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        saved = work.queries.get(name)
        recorded = work.queries.remove(saved.id)
    return did(recorded, f"Removed “{saved.name}” ({saved.id}).", query=saved.id)


@app.command
def restore(
    study: StudyPath,
    name: Annotated[str, says("The removed query, by name or id.", "NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed query back."""
    with opened(study, common) as work:
        recorded = work.queries.restore(name)
        saved = work.queries.get(name)
    return did(recorded, f"Restored “{saved.name}”.", query=saved.id)
