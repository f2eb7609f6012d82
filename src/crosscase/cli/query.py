"""`crosscase query`: find passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.export_documents import (
    WORD_ENDING,
    is_word,
    telling_here,
    write_document,
)
from crosscase.cli.export_guard import Recipient, ReleaseName, check_quotes, quotes_left
from crosscase.cli.files import write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.passages import show_passages
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.table_files import WRITTEN_ENDINGS, written_table
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.query.answers import Answer as Found
    from crosscase.study import Study

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
    output: Annotated[
        Path | None,
        says("Write all of them to a .csv, .xlsx, .json, .parquet or .docx.", ("--output", "-o")),
    ] = None,
    release: ReleaseName = None,
    recipient: Recipient = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Find passages: by codes, words, cases, attributes, coders and places.

    Quotes that are written are checked first, as `crosscase export` does.

    crosscase query ics.crosscase 'code:trust and sector:"public health" and not site:"Thornfell"'

    crosscase query ics.crosscase 'code:restructuring near(2 turns) code:staffing'
    """
    if context < 0:
        raise MistakeOfUse(
            f"There is no context of {context} characters.",
            slug="negative-context",
            hint="Say how many characters stand on either side; 0 shows none.",
        )
    if output is not None:
        with opened(study, common, reads=release is None) as work:
            leaving.check(work, output)
            quotes = {"query": expression}
            warning = check_quotes(work, quotes, release, recipient)
            answer = _written(work, expression, output, replace=leaving.replace)
            quotes_left(work, quotes, warning, release, recipient)
        return answer
    if release is not None or recipient is not None:
        raise MistakeOfUse(
            "A release is what was written to a file.",
            slug="nothing-to-release",
            hint="Give --output FILE with it.",
        )
    with opened(study, common, reads=True) as work:
        leaving.check(work)
        found = work.query(expression, most=most or None)
        return found_answer(found, context=context)


def _written(work: Study, expression: str, file: Path, *, replace: bool) -> Answer:
    """All passages as a table, or as a working copy in Word."""
    if is_word(file):
        made = work.documents.passages(expression, telling=telling_here())
        return write_document(made, file, replace=replace)
    ending = file.suffix.casefold()
    if ending not in WRITTEN_ENDINGS:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint=f"Passages are written as {', '.join(WRITTEN_ENDINGS)} or {WORD_ENDING}.",
        )
    frame = work.query(expression).frame()
    write_new(file, written_table(frame, ending, "passages"), replace=replace)
    return Answer(
        {"file": str(file), "rows": frame.height, "columns": frame.columns},
        f"Wrote {counted(frame.height, 'passage')} to {file}.",
    )


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
