"""`crosscase matrix`: cross codes with cases, attributes or coders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.files import write_new
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.query import found_answer
from crosscase.cli.rendering import Answer, Screen
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.query.matrix import Matrix

app = App(name="matrix")


@app.default
def matrix(
    study: StudyPath,
    /,
    *,
    rows: Annotated[
        str, says("codes, code:NAME, a kind of cases, an attribute, coders or sources.")
    ] = "codes",
    columns: Annotated[str, says("The same choices.")] = "sites",
    count: Annotated[
        str, says("participants, cases, sources, passages, codings or words.")
    ] = "participants",
    where: Annotated[str | None, says("Count only what answers this question.")] = None,
    explain: Annotated[
        tuple[str, str] | None, says("List the passages behind one cell: ROW COLUMN.")
    ] = None,
    output: Annotated[
        Path | None,
        says("Write it to a .csv, .xlsx, .md, .html or .json file.", ("--output", "-o")),
    ] = None,
    replace: Annotated[bool, flag("Replace a file that is there.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Cross two dimensions; every cell has its denominator and its passages.

    Totals count each participant once, so they need not be the sums of their cells.

    crosscase matrix ics.crosscase --rows codes --columns site --explain Trust Harrowmere
    """
    with opened(study, common, reads=True) as work:
        made = work.matrix(rows, columns, count=count, where=where)
        if explain is not None:
            return found_answer(made.explain(*explain))
        if output is not None:
            return _written(made, output, replace)
        frame, data = made.frame(totals=True), made.to_json()

    def show(screen: Screen) -> None:
        screen.line(made.title, "bold")
        screen.table(frame.columns, frame.iter_rows())
        for note in made.notes:
            screen.line(note)

    return Answer(data, show)


def _written(made: Matrix, file: Path, replace: bool) -> Answer:
    match file.suffix.casefold():
        case ".csv":
            written = made.to_csv()
        case ".xlsx":
            written = made.to_xlsx()
        case ".md":
            written = made.to_markdown().encode()
        case ".html":
            written = made.to_html().encode()
        case ".json":
            written = json.dumps(made.to_json(), ensure_ascii=False, indent=1).encode()
        case _:
            raise MistakeOfUse(
                f"“{file.name}” has no ending that says how it is written.",
                slug="unknown-format",
                hint="A matrix is written as .csv, .xlsx, .md, .html or .json.",
            )
    write_new(file, written, replace=replace)
    return Answer({"file": str(file), "title": made.title}, f"Wrote “{made.title}” to {file}.")
