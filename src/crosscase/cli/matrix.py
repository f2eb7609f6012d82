"""`crosscase matrix`: cross codes with cases, attributes or coders."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from crosscase.cli.export_documents import is_word, telling_here, write_document
from crosscase.cli.files import write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.query import found_answer
from crosscase.cli.rendering import Answer, Screen
from crosscase.errors import MistakeOfUse, NotFound

if TYPE_CHECKING:
    from crosscase.query.answers import Answer as Found
    from crosscase.query.matrix import Matrix
    from crosscase.study import Study

app = App(name="matrix")
_ALL = "All"


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Asking:
    """Of whom participants are counted, where that is not everybody."""

    asked: Annotated[
        str | None, says("Count participants of those asked about this topic of a guide.")
    ] = None
    or_raised: Annotated[
        bool, flag("With --asked: and of those who raised the topic unprompted.")
    ] = False
    guide: Annotated[str | None, says("The guide of that topic, where there are several.")] = None

    def given(self) -> dict[str, str | None]:
        """As a study is asked for it."""
        of = "asked or raised" if self.or_raised else None
        return {"of": of, "topic": self.asked, "guide": self.guide}


EVERYBODY = Asking()


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
    asking: Asking = EVERYBODY,
    explain: Annotated[
        tuple[str, str] | None, says("List the passages behind one cell: ROW COLUMN.")
    ] = None,
    output: Annotated[
        Path | None,
        says("Write it to a .csv, .xlsx, .docx, .md, .html or .json file.", ("--output", "-o")),
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Cross two dimensions; every cell has its denominator and its passages.

    Totals count each participant once, so they need not be the sums of their cells.

    crosscase matrix ics.crosscase --rows "code:Relationships and cultures" --columns site
    --explain Trust Harrowmere
    """
    if explain is not None and output is not None:
        raise MistakeOfUse(
            "--explain lists passages, and --output writes the table.",
            slug="explain-and-output",
            hint="Give one of them; --explain with --json prints the passages for a file.",
        )
    of = asking.given()
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        if output is not None and is_word(output):
            document = work.documents.matrix(
                rows, columns, count=count, where=where, telling=telling_here(), **of
            )
            return write_document(document, output, replace=leaving.replace)
        made = work.matrix(rows, columns, count=count, where=where, **of)
        if explain is not None:
            return found_answer(_explained(work, made, *explain))
        if output is not None:
            return _written(made, output, leaving.replace)
        # What each column is out of is the point of asking who was asked.
        is_of_asked = asking.asked is not None
        frame, data = made.frame(totals=True, denominators=is_of_asked), made.to_json()

    def show(screen: Screen) -> None:
        screen.line(made.title, "bold")
        screen.table(frame.columns, frame.iter_rows())
        for note in made.notes:
            screen.line(note)

    return Answer(data, show)


def _explained(work: Study, made: Matrix, row: str, column: str) -> Found:
    try:
        return made.explain(row, column)
    except NotFound as error:
        sides = (("--rows", row, made.rows, made.row_noun),
                 ("--columns", column, made.columns, made.column_noun))  # fmt: skip
        for option, label, labels, noun in sides:
            known = {each.casefold() for each in (*labels, _ALL)}
            if noun == "code" and label.casefold() not in known:
                error.hint = _where_the_code_is(work, option, label) or error.hint
                break
        raise


def _where_the_code_is(work: Study, option: str, name: str) -> str | None:
    """Which rows or columns would have a code that the study has, and these have not."""
    tree = work.codes.tree()
    with suppress(NotFound, MistakeOfUse):
        path = tree.path_of(work.codes.get(name).id)
        if len(path) == 1:
            return f"It is a top code: {option} codes has it."
        return (
            f'It lies below “{path[-2]}”: {option} "code:{path[-2]}" has it, and '
            f"{option} codes:all has it as “{' > '.join(path)}”."
        )
    return None


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
                hint="A matrix is written as .csv, .xlsx, .docx, .md, .html or .json.",
            )
    write_new(file, written, replace=replace)
    return Answer({"file": str(file), "title": made.title}, f"Wrote “{made.title}” to {file}.")
