"""A grid as files: a workbook, a table of judgements, a page, and what a document holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscase.formats.tables import Cell, write_csv
from crosscase.formats.workbook_writing import Sheet, write_sheets
from crosscase.model.ids import Id
from crosscase.report.quoted_page import quoted_page
from crosscase.report.quoted_table import QuotedCell, QuotedTable
from crosscase.store.session import Reading
from crosscase.study_synthesis.grid_reading import (
    NOT_JUDGED,
    GridTable,
    ToldJudgement,
    kinds_of_sources,
)
from crosscase.study_synthesis.told_quotes import QuotedIn, places_of, told_quotes

__all__ = ["GridFiles", "grid_files"]

_JUDGED = ("case", "row", "column", "status", "rater", "reason", "for", "against")
_QUOTES = (
    "number", "row", "column", "for or against", "kind", "participants", "source", "place",
    "words", "address",
)  # fmt: skip


@dataclass(frozen=True)
class GridFiles:
    """A grid with its evidence; ``places`` are those of which an export is checked."""

    table: GridTable
    quoted: QuotedTable
    places: tuple[tuple[Id, int, int], ...]

    def to_xlsx(self) -> bytes:
        """Three sheets: the grid, the judgements, and the evidence for and against."""
        quoted = self.quoted
        cells = [
            [row, *(_plain(cell) for cell in cells)]
            for row, cells in zip(quoted.rows, quoted.cells, strict=True)
        ]
        quotes = [
            [
                q.number, q.row, q.column, "against" if q.against else "for", q.kind, q.said_by,
                q.source, q.place, q.text, q.address,
            ]
            for q in quoted.quotes
        ]  # fmt: skip
        widths = (24, *(36 for _ in quoted.columns))
        return write_sheets(
            [
                Sheet("Grid", ["", *quoted.columns], cells, widths),
                Sheet("Judgements", _JUDGED, self._lines(), (16, 24, 24, 18, 14, 60, 10, 10)),
                Sheet("Evidence", _QUOTES, quotes, (8, 24, 24, 10, 12, 18, 20, 16, 60, 40)),
            ]
        )

    def to_csv(self) -> bytes:
        """A line a judgement, with how many passages speak for it and against it."""
        return write_csv(_JUDGED, self._lines(), guard=True)

    def to_html(self) -> str:
        """A page of its own, each quote with a link to its passage."""
        return quoted_page(self.quoted)

    def _lines(self) -> list[Sequence[Cell]]:
        grid = self.table.grid
        rows = {each.key: each.name for each in grid.rows}
        columns = {each.key: each.name for each in grid.columns}
        return [
            [
                each.case_name,
                rows.get(each.row, each.row),
                columns.get(each.column, each.column),
                each.status_name,
                each.rater_name,
                each.reason,
                sum(not e.against for e in each.evidence),
                sum(e.against for e in each.evidence),
            ]
            for each in self.table.judgements
        ]


def grid_files(reading: Reading, table: GridTable, address: str | None) -> GridFiles:
    """The grid as its files hold it, and what has to be checked before they leave."""
    grid = table.grid
    names = {each.key: each.name for each in (*grid.rows,)}
    across = {each.key: each.name for each in grid.columns}
    many = len(table.cases) > 1
    quoted = [
        QuotedIn(
            _row_name(names.get(judged.row, judged.row), judged.case_name if many else None),
            across.get(judged.column, judged.column),
            each,
        )
        for judged in table.judgements
        for each in judged.evidence
        if each.passage.standing != "lost"
    ]
    numbers = {each.evidence.id: number for number, each in enumerate(quoted, 1)}
    shown = list(_rows(table))
    cells = [
        [_cell(table, case, key, column.key, numbers) for column in grid.columns]
        for case, key, _ in shown
    ]
    title = grid.name
    if len(table.cases) == 1:
        title = f"{grid.name}: {table.cases[0].name}"
    return GridFiles(
        table,
        QuotedTable(
            title,
            "row",
            [name for _, _, name in shown],
            [each.name for each in grid.columns],
            cells,
            told_quotes(reading, quoted, address, kinds_of_sources(reading)),
            _notes(table),
        ),
        tuple(sorted(places_of(each.evidence for each in quoted))),
    )


def _rows(table: GridTable) -> Iterator[tuple[Id | None, str, str]]:
    """The rows that are shown: the case, the key, and the name."""
    if len(table.cases) <= 1:
        only = table.cases[0].id if table.cases else None
        for row in table.grid.rows:
            yield only, row.key, row.name
        return
    for case in table.cases:
        for row in table.grid.rows:
            yield case.id, row.key, _row_name(row.name, case.name)


def _row_name(row: str, case: str | None) -> str:
    return row if case is None else f"{case}: {row}"


def _cell(
    table: GridTable, case: Id | None, row: str, column: str, numbers: dict[Id, int]
) -> QuotedCell:
    judged = [
        each for each in table.by_cell.get((row, column), ()) if case is None or each.case == case
    ]
    if not judged:
        return QuotedCell(mark=f"({NOT_JUDGED})")
    quotes = tuple(
        (numbers[e.id], e.against) for each in judged for e in each.evidence if e.id in numbers
    )
    if len(judged) == 1:
        only = judged[0]
        return QuotedCell(only.reason, only.status_name, only.rater_name, quotes)
    mark = "; ".join(f"{each.status_name} ({each.rater_name or '?'})" for each in judged)
    words = "\n".join(_by_rater(each) for each in judged if each.reason)
    return QuotedCell(words, mark, None, quotes)


def _by_rater(judged: ToldJudgement) -> str:
    return f"{judged.rater_name or '?'}: {judged.reason}"


def _plain(cell: QuotedCell) -> str:
    return "\n".join(each for each in (cell.mark, cell.words) if each)


def _notes(table: GridTable) -> tuple[str, ...]:
    off = [each.name for each in table.grid.statuses if not each.on_scale]
    order = ", ".join(each.name for each in table.grid.scale)
    notes = [f"In order: {order}. Beside the order: {', '.join(off)}."]
    notes.append(f"“{NOT_JUDGED}” is not “{off[0]}”: nobody has said anything yet.")
    if table.grid.citation:
        notes.append(table.grid.citation)
    return tuple(notes)
