"""`crosscase chart`: the framework matrix, its cells and their quotes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.export_guard import Recipient, ReleaseName
from crosscase.cli.importing_tables import rows_answer
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, Strict, StudyPath, says, words_of
from crosscase.cli.quoted_files import DeskAddress, places_asked, write_quoted
from crosscase.cli.rendering import Answer, Screen, counted, shortened
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study_synthesis.chart_cells import ChartCell
    from crosscase.study_synthesis.chart_table import ChartTable

app = App(name="chart")

Subject = Annotated[str, says("The participant or case of the row.", "ROW")]
Column = Annotated[str, says("The code of the column, by name, path or id.", "CODE")]
WaveName = Annotated[str | None, says("The wave that the cell is about.", "--wave")]
Quotes = Annotated[
    list[str] | None,
    Parameter(
        name="--quote",
        help="A passage to link, as SOURCE:START-END or SOURCE:its words; again for more.",
        negative=(),
    ),
]
CellState = Literal["charted", "no data", "not asked"]


@app.default
def chart(
    study: StudyPath,
    /,
    *,
    rows: Annotated[str, says("participants, or a kind of cases such as sites.")] = "participants",
    columns: Annotated[
        list[str] | None,
        Parameter(
            help="A framework, codes, codes:all, code:NAME, or a code; again for more codes. "
            "Otherwise the domains of the framework.",
            negative=(),
        ),
    ] = None,
    where: Annotated[str | None, says("Only rows in which something answers this.")] = None,
    wave: Annotated[str | None, says("The cells and codings of one wave.")] = None,
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
    """Show the framework matrix: what is charted, stale, without data or not asked.

    crosscase chart ics.crosscase --rows sites --output matrix.xlsx
    """
    asked = columns[0] if columns is not None and len(columns) == 1 else columns
    with opened(study, common, reads=release is None) as work:
        leaving.check(work, output)
        if output is not None:
            files = work.charting.files(rows, asked, where=where, wave=wave, address=desk)
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
        table = work.charting.table(rows, asked, where=where, wave=wave)
        data = table.to_json()
    return Answer(data, lambda screen: _show_table(screen, table))


def _show_table(screen: Screen, table: ChartTable) -> None:
    said = [f"{count:,} {state}" for state, count in table.counts.items() if count]
    screen.line(f"{counted(len(table.rows), table.noun)} by code: {', '.join(said)}.", "bold")
    lines = [
        [row.label, *(_cell_word(table, at, column) for column in range(len(table.columns)))]
        for at, row in enumerate(table.rows)
    ]
    screen.table([table.noun, *(shortened(each.label, 24) for each in table.columns)], lines)
    for note in table.notes:
        screen.line(note)


def _cell_word(table: ChartTable, row: int, column: int) -> str:
    state = table.state(row, column)
    if state == "not charted":
        return counted(int(table.passages[row, column]), "passage")
    return state


@app.command
def cell(
    study: StudyPath,
    row: Subject,
    code: Column,
    /,
    *,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Print one cell: its summary, and the passages beneath it."""
    with opened(study, common, reads=True) as work:
        found = work.charting.cell(row, code, wave=wave)
    return Answer(found, lambda screen: _show_cell(screen, found))


def _show_cell(screen: Screen, cell: ChartCell) -> None:
    by = f", by {cell.author}" if cell.author else ""
    screen.line(f"{cell.row.name}, {cell.column.name}: {cell.state}{by}", "bold")
    if cell.summary:
        screen.line(cell.summary)
    if cell.told:
        screen.line(f"({cell.told})")
    for other in cell.others:
        screen.line(f"Under “{other.code}”, merged into this code: {other.summary}")
    linked = {each.id for each in cell.quotes}
    for passage in cell.passages:
        quote = cell.quote_of(passage)
        place = f"{passage.source} {passage.start_char}-{passage.end_char}"
        screen.passage(place, "", passage.text, "(quote)" if quote in linked else "")
    beneath = {(p.source_id, p.start_char, p.end_char) for p in cell.passages}
    for each in cell.quotes:
        at = each.passage
        if (at.source, at.start_char, at.end_char) not in beneath:
            place = f"{at.source_name} {at.start_char}-{at.end_char}"
            screen.passage(place, "", at.text, "(quote that is not coded here)")


@app.command
def draft(
    study: StudyPath,
    row: Subject,
    code: Column,
    /,
    *,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Print the words of the passages beneath a cell, to write a summary from; stores nothing."""
    with opened(study, common, reads=True) as work:
        lines = work.charting.draft(row, code, wave=wave)

    def show(screen: Screen) -> None:
        if not lines:
            screen.line("Nothing is coded there.")
        for each in lines:
            screen.line(f"{each.text} [{each.source} {each.start_char}-{each.end_char}]")

    return Answer({"lines": lines}, show)


@app.command
def write(
    study: StudyPath,
    row: Subject,
    code: Column,
    summary: Annotated[str | None, says("The summary.", "SUMMARY")] = None,
    /,
    *,
    file: Annotated[Path | None, says("A file with the summary; - reads the pipe.")] = None,
    state: Annotated[CellState | None, says("What is said of the cell.")] = None,
    quote: Quotes = None,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Write a cell in place of what is there; `--state "no data"` needs no summary."""
    text = words_of(summary, file, "The summary") or ""
    with opened(study, common) as work:
        done = work.charting.write(
            row, code, text, quotes=places_asked(quote), state=state, wave=wave
        )
    return Answer(
        {"cell": done},
        f"{done.row.name}, {done.column.name}: {done.state}, "
        f"{counted(len(done.quotes), 'quote')} linked.",
    )


@app.command
def clear(
    study: StudyPath,
    row: Subject,
    code: Column,
    /,
    *,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Take a cell out; `crosscase chart restore` or `undo` brings it back."""
    with opened(study, common) as work:
        recorded = work.charting.clear(row, code, wave=wave)
    return did(recorded, "Cleared the cell.", row=row, code=code)


@app.command
def restore(
    study: StudyPath,
    row: Subject,
    code: Column,
    /,
    *,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Bring a cleared cell back with its quotes."""
    with opened(study, common) as work:
        recorded = work.charting.restore(row, code, wave=wave)
    return did(recorded, "Restored the cell.", row=row, code=code)


@app.command
def link(
    study: StudyPath,
    row: Subject,
    code: Column,
    quote: Annotated[list[str], says("SOURCE:START-END or SOURCE:its words.", "QUOTE")],
    /,
    *,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Link passages to a written cell as its quotes."""
    with opened(study, common) as work:
        recorded = work.charting.link(row, code, places_asked(quote), wave=wave)
    return did(recorded, "Linked the passages.", row=row, code=code)


@app.command
def unlink(
    study: StudyPath,
    row: Subject,
    code: Column,
    quote: Annotated[list[str], says("The quotes, by the ids that --json tells.", "QUOTE")],
    /,
    *,
    wave: WaveName = None,
    common: Common = COMMON,
) -> Answer:
    """Take quotes away from a cell."""
    with opened(study, common) as work:
        recorded = work.charting.unlink(row, code, quote, wave=wave)
    return did(recorded, "Took the quotes away.", row=row, code=code)


@app.command
def topics(
    study: StudyPath,
    code: Column,
    topic: Annotated[list[str], says("The topics that ask about it.", "TOPIC")],
    /,
    *,
    guide: Annotated[str | None, says("Their guide, where there are several.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Say which topics of a guide ask about a code: so it is known who was not asked."""
    with opened(study, common) as work:
        recorded = work.charting.link_topics(code, topic, guide)
    return did(recorded, f"“{code}” is asked about under {', '.join(topic)}.", code=code)


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A csv or xlsx file.", "FILE")],
    /,
    *,
    sheet: Annotated[str | None, says("The sheet of a workbook; otherwise the first.")] = None,
    wave: Annotated[str | None, says("The wave that all of it is about.")] = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Take summaries from a table, as one operation.

    Either the columns participant (or case), code, summary, state and author, or a row a
    participant or case with a column for each code.
    """
    table = table_of(file, sheet)
    with opened(study, common, reads=dry_run) as work:
        done = work.charting.import_table(
            table.columns, table.rows, wave=wave, lines=table.lines, strict=strict, dry_run=dry_run
        )
    said = f"{'Would chart' if dry_run else 'Charted'} {counted(done.cells, 'cell')}"
    if done.already_there:
        said += f"; {done.already_there:,} said so already"
    return rows_answer({"dry_run": dry_run, "import": done}, f"{said}.", done.refused)
