"""`crosscase import --table`: the rows of a table as sources, cases, codes, codings and more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from crosscase.cli.import_report import LEFT_OUT, import_answer
from crosscase.cli.opening import opened
from crosscase.cli.options import Common, says
from crosscase.cli.rendering import Answer, Screen, counted, warn
from crosscase.cli.table_files import table_of
from crosscase.errors import CrosscaseError, MistakeOfUse

if TYPE_CHECKING:
    from crosscase.coding.link_tables import ImportedLinks
    from crosscase.coding.memo_tables import ImportedMemos
    from crosscase.formats.tables import Table
    from crosscase.study import Study

__all__ = [
    "TableOptions",
    "TableSort",
    "import_codings",
    "import_speakers",
    "import_table",
    "rows_answer",
]

TableSort = Literal[
    "rows", "participants", "cases", "speakers", "codebook", "codings", "memos", "links"
]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class TableOptions:
    """How a table is read."""

    name_column: Annotated[str | None, says("The column that names each row's source or case.")] = (
        None
    )
    text_columns: Annotated[
        tuple[str, ...],
        Parameter(
            help="For rows: the columns that are text; otherwise all the others.",
            consume_multiple=True,
            negative=(),
        ),
    ] = ()
    attribute_columns: Annotated[
        tuple[str, ...],
        Parameter(
            help="For rows: the columns that are attributes; COLUMN=NAME:TYPE renames and types.",
            consume_multiple=True,
            negative=(),
        ),
    ] = ()
    case_kind: Annotated[
        str | None, says("For cases: the kind of all rows, without a column case_kind.")
    ] = None
    coder: Annotated[
        str | None, says("For codings: whose they are in rows without a coder; otherwise yours.")
    ] = None
    sheet: Annotated[str | None, says("The sheet of a spreadsheet; otherwise the first.")] = None


def import_table(
    study: Path,
    paths: Sequence[Path],
    sort: TableSort,
    options: TableOptions,
    strict: bool,
    dry_run: bool,
    language: str | None,
    common: Common,
) -> Answer:
    """Import one table; the study decides, row by row, what can be taken."""
    if len(paths) != 1:
        raise MistakeOfUse(
            "Tables are imported one at a time.", slug="one-table-at-a-time", hint="Name one file."
        )
    path = paths[0]
    table = None if sort == "codebook" else table_of(path, options.sheet)
    with opened(study, common, reads=dry_run) as work:
        if table is None:
            return _codebook(work, path, dry_run)
        match sort:
            case "rows":
                return _rows(work, path, options, dry_run, language)
            case "codings":
                return import_codings(
                    work, table, coder=options.coder, strict=strict, dry_run=dry_run
                )
            case "speakers":
                return import_speakers(work, table, strict=strict, dry_run=dry_run)
            case "memos" | "links":
                return _notes(work, table, sort, strict, dry_run)
            case _:
                return _cases(work, table, sort, options, strict, dry_run)


def _rows(
    work: Study, path: Path, options: TableOptions, dry_run: bool, language: str | None
) -> Answer:
    report = work.sources.import_rows(
        path,
        text_columns=options.text_columns,
        attribute_columns=options.attribute_columns,
        name_column=options.name_column,
        sheet=options.sheet,
        language=language,
        dry_run=dry_run,
    )
    return import_answer(report, dry_run=dry_run)


def _codebook(work: Study, path: Path, dry_run: bool) -> Answer:
    from crosscase.cli.codebook import import_codebook_file

    return import_codebook_file(work, path, dry_run)


def import_codings(
    work: Study, table: Table, *, coder: str | None, strict: bool, dry_run: bool
) -> Answer:
    """Take the codings of a table."""
    done = work.codings.import_table(
        table.columns, table.rows, coder=coder, lines=table.lines, strict=strict, dry_run=dry_run
    )
    said = (
        f"{'Would import' if dry_run else 'Imported'} {counted(done.codings, 'coding')}"
        f"{_there_already(done.already_there)}."
    )
    data = {
        "dry_run": dry_run,
        "codings": done.codings,
        "already_there": done.already_there,
        "refused": [{"line": line, "error": error} for line, error in done.refused],
    }
    return rows_answer(data, said, done.refused)


def import_speakers(work: Study, table: Table, *, strict: bool, dry_run: bool) -> Answer:
    """Link speakers by a table."""
    from crosscase.cli.speakers import linked_answer

    done = work.speakers.link_table(
        table.columns, table.rows, lines=table.lines, strict=strict, dry_run=dry_run
    )
    return linked_answer(done, dry_run=dry_run)


def _notes(work: Study, table: Table, sort: str, strict: bool, dry_run: bool) -> Answer:
    """Take memos, or links with their evidence."""
    done: ImportedMemos | ImportedLinks
    if sort == "memos":
        done = work.memos.import_table(
            table.columns, table.rows, lines=table.lines, strict=strict, dry_run=dry_run
        )
        new = counted(done.memos, "memo")
    else:
        done = work.links.import_table(
            table.columns, table.rows, lines=table.lines, strict=strict, dry_run=dry_run
        )
        new = f"{counted(done.links, 'link')} and {counted(done.evidence, 'passage')} behind them"
    there = _there_already(done.already_there)
    said = f"{'Would import' if dry_run else 'Imported'} {new}{there}."
    return rows_answer({"dry_run": dry_run, "import": done}, said, done.refused)


def _there_already(number: int) -> str:
    return f"; {number:,} {'was' if number == 1 else 'were'} there already" if number else ""


def _cases(
    work: Study, table: Table, sort: str, options: TableOptions, strict: bool, dry_run: bool
) -> Answer:
    told: dict[str, Any] = {"lines": table.lines, "strict": strict, "dry_run": dry_run}
    if options.name_column is not None:
        told["name_column"] = options.name_column
    if sort == "participants":
        done = work.participants.import_table(table.columns, table.rows, **told)
    else:
        done = work.cases.import_table(
            table.columns, table.rows, case_kind=options.case_kind, **told
        )
    for note in done.notes:
        warn(note)
    made, update, leave = (
        ("Would make", "update", "leave") if dry_run else ("Made", "updated", "left")
    )
    said = (
        f"{made} {counted(done.made, sort.removesuffix('s'))}, {update} {done.updated}, "
        f"{leave} {done.unchanged} unchanged; new: {counted(done.groups, 'group')}, "
        f"{counted(done.memberships, 'membership')}, {counted(done.values, 'value')}."
    )
    return rows_answer({"dry_run": dry_run, "import": done}, said, done.refused)


def rows_answer(
    data: dict[str, Any], said: str, refused: Sequence[tuple[int, CrosscaseError]]
) -> Answer:
    """The answer of an import of rows, with the rows that were left out and why."""

    def show(screen: Screen) -> None:
        screen.line(said)
        if refused:
            screen.line(f"Left out {counted(len(refused), 'row')}:")
            for line, error in refused:
                screen.line(f"  line {line}: {error.sentence}")

    return Answer(data, show, LEFT_OUT if refused else 0)
