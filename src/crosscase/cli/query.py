"""`crosscase query`: find passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.passages import show_passages
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.query.answers import Answer as Found

app = App(name="query")
_MOST, _CONTEXT = 20, 120


@app.default
def query(
    study: StudyPath,
    expression: Annotated[str, says("The question, in the query language.", "EXPRESSION")],
    /,
    *,
    most: Annotated[int, says("Show no more passages than so many; 0 shows all.")] = _MOST,
    context: Annotated[int, says("Characters of context on either side.")] = _CONTEXT,
    common: Common = COMMON,
) -> Answer:
    """Find passages: by codes, words, cases, attributes, coders and places.

    crosscase query ics.crosscase 'code:trust and sector:"public health" and not site:"Thornfell"'

    crosscase query ics.crosscase 'code:restructuring near(2 turns) code:staffing'
    """
    if context < 0:
        raise MistakeOfUse(
            f"There is no context of {context} characters.",
            slug="negative-context",
            hint="Say how many characters stand on either side; 0 shows none.",
        )
    with opened(study, common, reads=True) as work:
        found = work.query(expression, most=most or None)
        return found_answer(found, context=context)


def found_answer(found: Found, *, context: int = _CONTEXT) -> Answer:
    """The passages that a question found."""
    passages = found.passages

    def show(screen: Screen) -> None:
        show_passages(screen, passages, context)
        if passages:
            screen.line()
        more = "" if found.is_complete else " or more"
        number = len(passages)
        shown = f", of which {number:,} {'is' if number == 1 else 'are'} shown"
        tail = shown if number < found.total else ""
        screen.line(f"{counted(found.total, 'passage')}{more}{tail}.")

    data = {
        "query": found.expression,
        "total": found.total,
        "is_complete": found.is_complete,
        "passages": passages,
    }
    return Answer(data, show)
