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
    from crosscase.study import Study

__all__ = ["TableOptions", "TableSort", "import_table", "rows_answer"]

TableSort = Literal["rows", "participants", "cases", "speakers", "codebook", "codings"]


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
    with opened(study, common) as work:
        match sort:
            case "rows":
                return _rows(work, paths[0], options, dry_run, language)
            case "codebook":
                return _codebook(work, paths[0], dry_run)
            case "codings":
                return _codings(work, paths[0], options, strict, dry_run)
            case "speakers":
                return _speakers(work, paths[0], options, strict, dry_run)
            case _:
                return _cases(work, paths[0], sort, options, strict, dry_run)


def _rows(
    work: Study, path: Path, options: TableOptions, dry_run: bool, language: str | None
) -> Answer:
    _refuse_dry_run(dry_run, "rows")
    table_of(path, options.sheet)  # a file that cannot be read is told before anything else
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


def _codings(work: Study, path: Path, options: TableOptions, strict: bool, dry_run: bool) -> Answer:
    from crosscase.cli.codings import import_codings_file

    _refuse_dry_run(dry_run, "codings")
    return import_codings_file(work, path, strict=strict, sheet=options.sheet)


def _speakers(
    work: Study, path: Path, options: TableOptions, strict: bool, dry_run: bool
) -> Answer:
    from crosscase.cli.speakers import linked_answer

    _refuse_dry_run(dry_run, "speakers")
    table = table_of(path, options.sheet)
    return linked_answer(
        work.speakers.link_table(table.columns, table.rows, lines=table.lines, strict=strict)
    )


def _cases(
    work: Study, path: Path, sort: str, options: TableOptions, strict: bool, dry_run: bool
) -> Answer:
    table = table_of(path, options.sheet)
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
    said = (
        f"{'Would make' if dry_run else 'Made'} {counted(done.made, sort.removesuffix('s'))}, "
        f"updated {done.updated}, left {done.unchanged} as they were; "
        f"{counted(done.groups, 'group')}, {counted(done.memberships, 'membership')} and "
        f"{counted(done.values, 'value')} are new."
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


def _refuse_dry_run(dry_run: bool, sort: str) -> None:
    if dry_run:
        raise MistakeOfUse(
            f"--dry-run does not go with --table {sort}.",
            slug="no-dry-run",
            hint="Import it, look, and `crosscase undo` if it is not what you meant.",
        )
