"""`crosscase export`: a table of the study, or a Word document, written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.codebook import export as export_codebook
from crosscase.cli.export_all_tables import export_all_tables
from crosscase.cli.export_documents import (
    WORD_ENDING,
    is_word,
    view_document,
    write_document,
)
from crosscase.cli.export_guard import (
    Recipient,
    ReleaseName,
    check_quotes,
    quotes_left,
    quotes_of_document,
    quotes_of_table,
)
from crosscase.cli.export_projects import (
    PROJECT_OPTIONS,
    ProjectOptions,
    export_project,
    is_project_file,
)
from crosscase.cli.export_tables import TABLES, TableName
from crosscase.cli.files import write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.rendering import Answer, counted
from crosscase.cli.table_files import WRITTEN_ENDINGS, written_table
from crosscase.errors import MistakeOfUse

app = App(name="export")


@app.default
def export(
    study: StudyPath,
    file: Annotated[Path, says("A .csv, .xlsx, .json, .parquet, .docx, .qdpx or .qdc.", "FILE")],
    /,
    *,
    table: Annotated[TableName | Literal["all"], Parameter(help="Which table.")] = "codings",
    codebook: Annotated[
        bool, flag("Write the codebook instead: .csv, .xlsx, .yaml, .md or .docx.")
    ] = False,
    transcript: Annotated[
        str | None, says("Write a source with its codings in the margin instead: .docx.")
    ] = None,
    coder: Annotated[
        list[str] | None, says("Of a transcript, only what this coder coded; may be repeated.")
    ] = None,
    release: ReleaseName = None,
    recipient: Recipient = None,
    project: ProjectOptions = PROJECT_OPTIONS,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Write a table, a view for Word, or the study for other tools, to a file.

    Quotes are checked first: what would let a reader find who spoke is said, or refused where
    the study's policy says so (`crosscase disclose`). A .qdpx is the whole study as a REFI-QDA
    project, with all words of its sources; a .qdc is its codebook. `--table all` writes every
    table, with ids beside the names: the sheets of a .xlsx, one .json, or a folder with a .csv
    for each.

    crosscase export ics.crosscase P01.docx --transcript P01.txt --coder Ama --coder Ben
    """
    _refuse_what_is_passed_over(codebook, transcript, coder, release or recipient)
    if is_project_file(file):
        named = (("--transcript", transcript), ("--table", table != "codings"))
        given = [name for name, value in named if value]
        told = (release, recipient)
        return export_project(study, file, told, leaving, common, project, given=given)
    project.require_none(file)
    if codebook:
        return export_codebook(study, file, leaving=leaving, common=common)
    if is_word(file):
        quotes = quotes_of_document(table, transcript)
        with opened(study, common, reads=release is None) as work:
            leaving.check(work, file)
            warning = check_quotes(work, quotes, release, recipient)
            made = view_document(work, table, transcript=transcript, coders=coder or ())
            answer = write_document(made, file, replace=leaving.replace)
            quotes_left(work, quotes, warning, release, recipient)
        return answer
    if transcript is not None:
        raise MistakeOfUse(
            f"“{file.name}” is no Word document.",
            slug="unknown-format",
            hint="A transcript with its codings is written as .docx.",
        )
    if table == "all":
        return export_all_tables(study, file, (release, recipient), leaving, common)
    return _export_table(study, file, table, (release, recipient), leaving, common)


def _export_table(
    study: Path,
    file: Path,
    table: TableName,
    release: tuple[str | None, str | None],
    leaving: Leaving,
    common: Common,
) -> Answer:
    """Write a table; ``release`` is the name of a release and who gets it."""
    ending = file.suffix.casefold()
    if ending not in WRITTEN_ENDINGS:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint=f"Tables are written as {', '.join(WRITTEN_ENDINGS)} or {WORD_ENDING}.",
        )
    quotes = quotes_of_table(table)
    with opened(study, common, reads=release[0] is None) as work:
        leaving.check(work, file)
        warning = check_quotes(work, quotes, *release)
        frame = TABLES[table](work)
        write_new(file, written_table(frame, ending, table), replace=leaving.replace)
        quotes_left(work, quotes, warning, *release)
    return Answer(
        {"file": str(file), "table": table, "rows": frame.height, "columns": frame.columns},
        f"Wrote {counted(frame.height, 'row')} of {table} to {file}.",
    )


def _refuse_what_is_passed_over(
    codebook: bool, transcript: str | None, coder: list[str] | None, release: str | None
) -> None:
    if codebook and release is not None:
        raise MistakeOfUse(
            "A codebook holds no quotes to be released.",
            slug="nothing-to-release",
            hint="Leave --release and --to out.",
        )
    if codebook and transcript is not None:
        raise MistakeOfUse(
            "A file holds the codebook or a transcript.",
            slug="two-exports",
            hint="Give --codebook or --transcript.",
        )
    if coder and transcript is None:
        raise MistakeOfUse(
            "--coder chooses among the codings of a transcript.",
            slug="coder-of-what",
            hint="Give --transcript SOURCE with it.",
        )
