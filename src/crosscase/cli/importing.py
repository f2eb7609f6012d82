"""`crosscase import`: transcripts, documents and tables into a study."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.asking import SpeakerQuestions, is_someone_there
from crosscase.cli.files import require_free
from crosscase.cli.import_report import import_answer, write_replacements_log
from crosscase.cli.importing_projects import import_project, names_project
from crosscase.cli.importing_tables import TableOptions, TableSort, import_table
from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    Common,
    DryRun,
    FilesFolder,
    ProjectName,
    Strict,
    StudyPath,
    flag,
    says,
)
from crosscase.cli.progress import progress_of
from crosscase.cli.rendering import Answer
from crosscase.cli.table_files import TABLE_ENDINGS, replacements_of
from crosscase.errors import MistakeOfUse

app = App(name="import")
_PLAIN_TABLE = TableOptions()
_Rows = Annotated[TableSort | None, says("What the rows of a table are; a table needs this.")]


@app.default
def import_(
    study: StudyPath,
    paths: Annotated[list[Path], Parameter(name="PATHS", help="Files and folders.")],
    /,
    *,
    speakers: Annotated[
        Literal["ask", "take", "none"],
        says("Whether labels become speakers; without a terminal, ask takes the clear ones."),
    ] = "ask",
    language: Annotated[str | None, says("The language of these sources, such as en.")] = None,
    encoding: Annotated[str | None, says("Their encoding, where it is known.")] = None,
    join_lines: Annotated[bool, flag("Join lines that were wrapped inside a turn.")] = False,
    replace: Annotated[
        Path | None, says("A table of words to replace: the columns find and replace.")
    ] = None,
    replacements_log: Annotated[
        Path | None, says("A file that lists what was replaced where; keep it apart.")
    ] = None,
    originals: Annotated[
        Literal["keep", "drop"] | None,
        says("Whether these original files are kept; otherwise its setting, else those of PDFs."),
    ] = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    project: ProjectName = None,
    files: FilesFolder = None,
    table: _Rows = None,
    table_options: TableOptions = _PLAIN_TABLE,
    common: Common = COMMON,
) -> Answer:
    """Import transcripts and documents, a table, or a project of another tool.

    Text, Markdown, docx, odt, rtf, pdf, html, vtt and srt files become sources, and so do pictures
    and recordings that are named. What cannot be read is listed and the rest kept (exit status 5);
    the same bytes twice are reported, not doubled. A table (csv, tsv, xlsx) says with --table what
    its rows are. A project of another tool comes in whole, with a report of all that is in it.
    """
    if names_project(paths, table, project, files):
        given = (language, encoding, join_lines, replace, replacements_log, originals, strict)
        return import_project(study, paths[0], (project, files), common, given, dry_run=dry_run)
    if table is not None:
        return import_table(study, paths, table, table_options, strict, dry_run, language, common)
    _require_documents(paths, replacements_log)
    from crosscase.intake.staging import ReadingOptions

    asks = speakers == "ask" and is_someone_there()
    options = ReadingOptions(
        speakers="ask" if asks else "none" if speakers == "none" else "take",
        choose_speakers=SpeakerQuestions() if asks else None, encoding=encoding,
        language=language, join_lines=join_lines, replacements=replacements_of(replace),
    )  # fmt: skip
    with opened(study, common) as work, progress_of("Reading", wanted=not asks) as progress:
        report = work.sources.add(
            paths, options=options, strict=strict, dry_run=dry_run,
            originals=originals, progress=progress,
        )  # fmt: skip
    if replacements_log is not None:
        write_replacements_log(report, options.replacements, replacements_log)
    return import_answer(report, dry_run=dry_run, tells_speakers=speakers != "none" and not asks)


def _require_documents(paths: list[Path], log: Path | None) -> None:
    """A table among the documents has to say what its rows are, before anything is read.

    The file for the ``log`` of replacements has to be free.
    """
    require_free(log)
    for path in paths:
        if path.suffix.casefold() in TABLE_ENDINGS and not path.is_dir():
            raise MistakeOfUse(
                f"“{path.name}” is a table: say what its rows are.",
                slug="table-needs-a-kind",
                hint="Import it alone, with --table rows (a row is a source), participants, "
                "cases, speakers, codebook, codings, memos or links.",
            )
