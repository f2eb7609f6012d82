"""A framework matrix as files: a workbook, a table of cells, a page, and what a document holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.coding.links import LinkEvidence
from crosscase.formats.tables import write_csv
from crosscase.formats.workbook_writing import Sheet, write_sheets
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.query.study_view import study_view
from crosscase.report.quoted_page import quoted_page
from crosscase.report.quoted_table import QuotedCell, QuotedTable
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.study_synthesis.chart_beneath import Beneath
from crosscase.study_synthesis.chart_shown import WrittenCell
from crosscase.study_synthesis.chart_table import ChartTable
from crosscase.study_synthesis.given_evidence import evidence_of
from crosscase.study_synthesis.told_quotes import QuotedIn, places_of, told_quotes

__all__ = ["ChartFiles", "chart_files", "read_marked"]

_COMPUTED = "– "  # what nobody said of a cell, but follows from the coding and the topics
_MARKED = re.compile(
    rf"\A\(?(?P<said>no data|not asked)\)?\Z|\A{_COMPUTED}.*\Z|\n?\(codings since: [^()]*\)\Z"
)
_QUOTE_HEAD = ("number", "row", "code", "participants", "source", "place", "words", "address")
Place = tuple[Id, int, int]


@dataclass(frozen=True)
class ChartFiles:
    """A matrix with its quotes; ``places`` are those of which an export is checked.

    These are the linked passages, and those beneath a cell of which a summary has six words in a
    row or more.
    """

    table: ChartTable
    quoted: QuotedTable
    places: tuple[Place, ...]

    def to_xlsx(self) -> bytes:
        """Three sheets: the summaries, each cell with its state, and the quotes."""
        quoted, frame = self.quoted, self.table.frame()
        summaries = [
            [row, *(_marked(cell) for cell in cells)]
            for row, cells in zip(quoted.rows, quoted.cells, strict=True)
        ]
        widths = (16, *(36 for _ in quoted.columns))
        quotes = [
            [q.number, q.row, q.column, q.said_by, q.source, q.place, q.text, q.address]
            for q in quoted.quotes
        ]
        return write_sheets(
            [
                Sheet("Framework matrix", [quoted.row_noun, *quoted.columns], summaries, widths),
                Sheet("Quotes", _QUOTE_HEAD, quotes, (8, 16, 24, 18, 20, 16, 60, 40)),
                Sheet("Cells", frame.columns, frame.rows(), (16, 24, 12, 12, 60, 14)),
            ]
        )

    def to_csv(self) -> bytes:
        """A line a cell: its row, code, state, summary and author, and what lies beneath."""
        frame = self.table.frame()
        return write_csv(frame.columns, frame.rows(), guard=True)

    def to_html(self) -> str:
        """A page of its own, each quote with a link to its passage."""
        return quoted_page(self.quoted)


def chart_files(reading: Reading, table: ChartTable, address: str | None) -> ChartFiles:
    """The matrix as its files hold it, and what has to be checked before they leave."""
    behind = evidence_of(reading, {each.id for each in table.written})
    quoted = [
        QuotedIn(table.rows[cell.row].label, table.columns[cell.column].label, each)
        for cell in table.written
        for each in behind[cell.id]
        if each.passage.standing != "lost"
    ]
    numbers = {each.evidence.id: number for number, each in enumerate(quoted, 1)}
    cells = [
        [_cell(table, row, column, behind, numbers) for column in range(len(table.columns))]
        for row in range(len(table.rows))
    ]
    places = places_of(each.evidence for each in quoted)
    places |= set(_quoted_in_summaries(reading, table))
    title = f"Framework matrix: {counted(len(table.rows), table.noun)} by code"
    if table.wave is not None:
        title = f"{title}, {table.wave}"
    return ChartFiles(
        table,
        QuotedTable(
            title,
            table.noun,
            [each.label for each in table.rows],
            [each.label for each in table.columns],
            cells,
            told_quotes(reading, quoted, address),
            table.notes,
        ),
        tuple(sorted(places)),
    )


def read_marked(text: str) -> tuple[str, str | None]:
    """A summary as a workbook marks it: its words, and what is said of the cell."""
    said = _MARKED.search(text.strip())
    if said is None:
        return text, None
    return text.strip()[: said.start()].rstrip(), said["said"]


def _cell(
    table: ChartTable,
    row: int,
    column: int,
    behind: Mapping[Id, Sequence[LinkEvidence]],
    numbers: Mapping[Id, int],
) -> QuotedCell:
    written = table.by_place.get((row, column))
    state = table.state(row, column)
    if written is None:
        return QuotedCell(mark=None if state == "not charted" else f"{_COMPUTED}{state}")
    quotes = tuple((numbers[e.id], e.against) for e in behind[written.id] if e.id in numbers)
    return QuotedCell(written.summary or "", _mark(written), written.author, quotes)


def _mark(cell: WrittenCell) -> str | None:
    said = None if cell.said == "charted" else f"({cell.said})"
    told = f"({cell.told})" if cell.told else None
    return "\n".join(each for each in (said, told) if each) or None


def _marked(cell: QuotedCell) -> str:
    return "\n".join(each for each in (cell.words, cell.mark) if each)


def _quoted_in_summaries(reading: Reading, table: ChartTable) -> Iterator[Place]:
    """The passages beneath cells of which the summary has a run of words."""
    view, under = study_view(reading), table.beneath
    texts: dict[int, str] = {}
    for cell in table.written:
        words = cell.summary or ""
        if len(words.split()) < QUOTED_WORDS:
            continue
        summary = SaidRuns([words], tuple, QUOTED_WORDS)
        for source, start, end in _beneath(under, cell):
            if source not in texts:
                texts[source] = current_text(reading.file, reading.connection, source) or ""
            if summary.are_in(texts[source][start:end]):
                yield view.sources[source].id, start, end


def _beneath(under: Beneath, cell: WrittenCell) -> list[tuple[int, int, int]]:
    at = (under.crossed.row == cell.row) & (under.crossed.column == cell.column)
    items = np.unique(under.facts.item[under.crossed.fact[at]])
    places = under.facts.places.taken(items)
    columns = (places.source.tolist(), places.start.tolist(), places.end.tolist())
    return list(dict.fromkeys(zip(*columns, strict=True)))
