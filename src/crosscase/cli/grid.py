"""`crosscase grid`: grids in which people judge cases, and how raters agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.export_guard import Recipient, ReleaseName
from crosscase.cli.importing_tables import rows_answer
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, Strict, StudyPath, says
from crosscase.cli.quoted_files import DeskAddress, places_asked, write_quoted
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.analysis.grid_agreement import Kappa
    from crosscase.study_synthesis.grid_reading import GridAgreement, GridTable

app = App(name="grid")

GridName = Annotated[str, says("The grid, by name or id.", "GRID")]
CaseName = Annotated[str | None, says("The case, where the grid is judged for each.", "--case")]
WaveName = Annotated[str | None, says("The wave that it is about.", "--wave")]


def _passages(name: str, what: str) -> Parameter:
    text = f"A passage that speaks {what}, as SOURCE:START-END or SOURCE:its words; again for more."
    return Parameter(name=name, help=text, negative=())


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the grids of the study, and those that can be added."""
    with opened(study, common, reads=True) as work:
        grids, offered = work.grids.all(), work.grids.available()
    names = {each.name.casefold() for each in grids}
    others = [each for each in offered if each.name.casefold() not in names]

    def show(screen: Screen) -> None:
        rows = [
            (each.name, f"{len(each.rows)} x {len(each.columns)}", each.case_kind or "the study")
            for each in grids
        ]
        screen.table(("grid", "cells", "judged for"), rows, empty="No grids yet.")
        if others:
            screen.line(f"Can be added: {', '.join(each.key for each in others)}.")

    return Answer({"grids": grids, "available": others}, show)


@app.command
def add(
    study: StudyPath,
    grid: Annotated[str, says("A shipped grid, or a YAML file.", "GRID")],
    /,
    *,
    per: Annotated[
        str | None, says("Judge each case of this kind, or once for the “study”.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Add a grid: policy-streams, responsibilities, accountability, conflicts-of-interest, a file.

    crosscase grid add ics.crosscase policy-streams
    """
    with opened(study, common) as work:
        if per is None:
            made = work.grids.add(grid)
        else:
            made = work.grids.add(grid, per=None if per.casefold() == "study" else per)
    return Answer({"grid": made}, f"Added the grid “{made.name}”.")


@app.command
def show(
    study: StudyPath,
    grid: GridName,
    /,
    *,
    case: CaseName = None,
    wave: WaveName = None,
    output: Annotated[
        Path | None,
        says("Write it to a .xlsx, .docx, .html or .csv file.", ("--output", "-o")),
    ] = None,
    desk: DeskAddress = None,
    leaving: Leaving = LEAVING,
    release: ReleaseName = None,
    to: Recipient = None,
    common: Common = COMMON,
) -> Answer:
    """Show a grid: each cell's statuses, with “no evidence” and “not judged” told apart."""
    with opened(study, common, reads=release is None) as work:
        leaving.check(work, output)
        if output is not None:
            files = work.grids.files(grid, case=case, wave=wave, address=desk)
            return write_quoted(
                work, output, files.quoted, files.places,
                {".xlsx": files.to_xlsx, ".csv": files.to_csv},
                replace=leaving.replace, release=release, recipient=to,
            )  # fmt: skip
        if release is not None or to is not None:
            raise MistakeOfUse(
                "--release records what was written.",
                slug="release-of-what",
                hint="Give --output FILE with it.",
            )
        table = work.grids.table(grid, case=case, wave=wave)
    data = {"grid": table.grid, "cases": table.cases, "judgements": table.judgements}
    return Answer(data, lambda screen: _show_table(screen, table))


def _show_table(screen: Screen, table: GridTable) -> None:
    grid = table.grid
    whose = table.cases[0].name if len(table.cases) == 1 else ""
    screen.line(f"{grid.name}{f': {whose}' if whose else ''}", "bold")
    rows = [
        [row.name, *(_told(table.counts(row.key, column.key)) for column in grid.columns)]
        for row in grid.rows
    ]
    screen.table(["", *(each.name for each in grid.columns)], rows)
    for each in table.judgements:
        if each.reason:
            place = f"{grid.row(each.row).name}, {grid.column(each.column).name}"
            who = ", ".join(part for part in (each.case_name, each.rater_name) if part)
            screen.line(f"{place} ({who}): {each.reason}")


def _told(counts: dict[str, int]) -> str:
    held = {name: count for name, count in counts.items() if count}
    if len(held) == 1 and next(iter(held.values())) == 1:
        return next(iter(held))
    return ", ".join(f"{count} {name}" for name, count in held.items())


@app.command
def judge(
    study: StudyPath,
    grid: GridName,
    row: Annotated[str, says("The row.", "ROW")],
    column: Annotated[str, says("The column.", "COLUMN")],
    status: Annotated[str, says("The status.", "STATUS")],
    /,
    *,
    reason: Annotated[str, says("Why.")] = "",
    case: CaseName = None,
    wave: WaveName = None,
    rater: Annotated[str | None, says("Whose judgement it is; otherwise yours.")] = None,
    evidence: Annotated[list[str] | None, _passages("--for", "for it")] = None,
    against: Annotated[list[str] | None, _passages("--against", "against it")] = None,
    common: Common = COMMON,
) -> Answer:
    """Judge one cell, in place of what the same rater judged before.

    crosscase grid judge ics.crosscase "Policy streams" Policy Vertical misaligned --case Harrowmere
    """
    with opened(study, common) as work:
        made = work.grids.judge(
            grid, row, column, status, reason, case=case, wave=wave, rater=rater,
            evidence=places_asked(evidence), against=places_asked(against),
        )  # fmt: skip
    return Answer({"judgement": made}, f"Judged as {made.status_name} ({made.id}).")


@app.command(name="take-back")
def take_back(
    study: StudyPath,
    judgement: Annotated[str, says("The judgement, by its id.", "JUDGEMENT")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Take a judgement back: the cell is not judged then."""
    with opened(study, common) as work:
        recorded = work.grids.take_back(judgement)
    return did(recorded, "Took the judgement back.", judgement=judgement)


@app.command
def agreement(
    study: StudyPath,
    grid: GridName,
    one: Annotated[str | None, says("One rater.", "RATER")] = None,
    other: Annotated[str | None, says("The other rater.", "OTHER")] = None,
    /,
    *,
    case: CaseName = None,
    wave: WaveName = None,
    weights: Annotated[
        Literal["linear", "quadratic", "equal"], says("How much a difference counts.")
    ] = "linear",
    common: Common = COMMON,
) -> Answer:
    """Compare two raters: weighted kappa, raw agreement, and the cells on which they differ."""
    with opened(study, common, reads=True) as work:
        found = work.grids.agreement(grid, one, other, case=case, wave=wave, weights=weights)
    return Answer(found, lambda screen: _show_agreement(screen, found))


def _show_agreement(screen: Screen, found: GridAgreement) -> None:
    screen.line(f"{found.one} and {found.other}", "bold")
    screen.line(f"On the scale ({found.scale.weights} weights): {_kappa(found.scale)}")
    screen.line(f"All statuses: {_kappa(found.all_statuses)}")
    if found.only_one or found.only_other:
        screen.line(
            f"Judged by {found.one} alone: {found.only_one}; by {found.other} alone: "
            f"{found.only_other}."
        )
    rows = [(d.case or "", d.row, d.column, d.one, d.other) for d in found.disagreements]
    if rows:
        screen.table(("case", "row", "column", found.one, found.other), rows)


def _kappa(kappa: Kappa) -> str:
    if kappa.raw is None:
        return f"undefined, {kappa.reason}."
    raw = f"{kappa.raw:.0%} of {counted(kappa.cells, 'cell')} alike"
    if kappa.value is None:
        return f"kappa is undefined, {kappa.reason}; {raw}."
    return f"kappa {kappa.value:.2f}; {raw}."


@app.command
def remove(study: StudyPath, grid: GridName, /, *, common: Common = COMMON) -> Answer:
    """Hide a grid with its judgements; `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        recorded = work.grids.remove(grid)
    return did(recorded, f"Removed the grid “{grid}”.", grid=grid)


@app.command
def restore(study: StudyPath, grid: GridName, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed grid back with its judgements."""
    with opened(study, common) as work:
        recorded = work.grids.restore(grid)
    return did(recorded, f"Restored the grid “{grid}”.", grid=grid)


@app.command(name="import")
def import_(
    study: StudyPath,
    grid: GridName,
    file: Annotated[Path, says("A csv or xlsx file.", "FILE")],
    /,
    *,
    sheet: Annotated[str | None, says("The sheet of a workbook; otherwise the first.")] = None,
    wave: WaveName = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Take judgements from a table, as one operation.

    Columns: row, column and status, and case, rater and reason if wanted.
    """
    table = table_of(file, sheet)
    with opened(study, common, reads=dry_run) as work:
        done = work.grids.import_table(
            grid, table.columns, table.rows, wave=wave, lines=table.lines, strict=strict,
            dry_run=dry_run,
        )  # fmt: skip
    said = f"{'Would import' if dry_run else 'Imported'} {counted(done.judgements, 'judgement')}"
    if done.already_there:
        said += f"; {done.already_there:,} said so already"
    return rows_answer({"dry_run": dry_run, "import": done}, f"{said}.", done.refused)
