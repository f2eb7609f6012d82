"""`crosscase export`: a table of the study, or a Word document, written to a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from crosscase.cli.codebook import export as export_codebook
from crosscase.cli.export_documents import (
    WORD_ENDING,
    is_word,
    view_document,
    write_document,
)
from crosscase.cli.export_tables import TABLES, TableName
from crosscase.cli.files import write_new
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.plain_values import plain, records
from crosscase.cli.rendering import Answer, counted
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars

app = App(name="export")
_ENDINGS = (".csv", ".xlsx", ".json", ".parquet")


@app.default
def export(
    study: StudyPath,
    file: Annotated[Path, says("Where to write: .csv, .xlsx, .json, .parquet or .docx.", "FILE")],
    /,
    *,
    table: Annotated[TableName, Parameter(help="Which table.")] = "codings",
    codebook: Annotated[
        bool, flag("Write the codebook instead: .csv, .xlsx, .yaml, .md or .docx.")
    ] = False,
    transcript: Annotated[
        str | None, says("Write a source with its codings in the margin instead: .docx.")
    ] = None,
    coder: Annotated[
        list[str] | None, says("Of a transcript, only what this coder coded; may be repeated.")
    ] = None,
    replace: Annotated[bool, flag("Replace a file that is there.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Write a table, or a view for Word, to a file.

    crosscase export ics.crosscase P01.docx --transcript P01.txt --coder Ama --coder Ben
    """
    _refuse_what_is_passed_over(codebook, transcript, coder)
    if codebook:
        return export_codebook(study, file, replace=replace, common=common)
    if is_word(file):
        with opened(study, common, reads=True) as work:
            made = view_document(work, table, transcript=transcript, coders=coder or ())
        return write_document(made, file, replace=replace)
    if transcript is not None:
        raise MistakeOfUse(
            f"“{file.name}” is no Word document.",
            slug="unknown-format",
            hint="A transcript with its codings is written as .docx.",
        )
    ending = file.suffix.casefold()
    if ending not in _ENDINGS:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint=f"Tables are written as {', '.join(_ENDINGS)} or {WORD_ENDING}.",
        )
    with opened(study, common, reads=True) as work:
        frame = TABLES[table](work)
    write_new(file, _written(frame, ending, table), replace=replace)
    return Answer(
        {"file": str(file), "table": table, "rows": frame.height, "columns": frame.columns},
        f"Wrote {counted(frame.height, 'row')} of {table} to {file}.",
    )


def _refuse_what_is_passed_over(
    codebook: bool, transcript: str | None, coder: list[str] | None
) -> None:
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


def _written(frame: polars.DataFrame, ending: str, name: str) -> bytes:
    if ending == ".json":
        return json.dumps(records(frame), ensure_ascii=False, indent=1).encode() + b"\n"
    if ending == ".parquet":
        from io import BytesIO

        held = BytesIO()
        frame.write_parquet(held)
        return held.getvalue()
    from crosscase.formats.tables import write_csv, write_xlsx

    rows = ([_cell(value) for value in row] for row in frame.iter_rows())
    if ending == ".csv":
        return write_csv(frame.columns, rows)
    return write_xlsx(frame.columns, rows, sheet_name=name.capitalize())


def _cell(value: Any) -> Any:
    told = plain(value)
    return "; ".join(str(each) for each in told) if isinstance(told, list) else told
