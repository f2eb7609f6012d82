"""The framework matrix and its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

from fastapi import Query
from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.evidence import GivenPassage, given_passage
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.passages import PassageRow, passage_row
from crosscase.server.shapes.places import PassagePlace
from crosscase.server.shapes.wording import AText
from crosscase.study_synthesis.chart_table import STATES

if TYPE_CHECKING:
    from crosscase.study_synthesis.chart_cells import ChartCell, DraftLine
    from crosscase.study_synthesis.chart_table import ChartTable

__all__ = [
    "CellPlace",
    "CellQuotes",
    "CellQuotesTaken",
    "CellWritten",
    "ChartAnswer",
    "ChartCellAnswer",
    "ChartColumns",
    "ChartRows",
    "ChartSummaries",
    "ChartWave",
    "ChartWhere",
    "ChartWords",
    "CodeTopics",
    "TopicsOfCodes",
    "cell_answer",
    "chart_answer",
    "draft_text",
]

ChartRows = Annotated[
    str,
    Query(min_length=1, max_length=500, description="participants, or a kind of cases."),
]
ChartColumns = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=500)]] | None,
    Query(
        max_length=500,
        description="The name of a framework, codes, codes:all, code:NAME; or codes by name or id. "
        "Left out: the domains of the framework, or the top codes.",
    ),
]
ChartWhere = Annotated[
    str | None,
    Query(max_length=20_000, description="Only rows in which something answers this question."),
]
ChartWave = Annotated[
    str | None, Query(max_length=500, description="The cells of one wave, by its name or id.")
]
CellSaid = Literal["charted", "no data", "not asked"]
CellState = Literal["not charted", "charted", "no data", "not asked", "stale"]


class ChartSide(BaseModel):
    """A row or a column."""

    id: str
    name: str
    colour: str | None = None


class StaleCell(BaseModel):
    """What has changed beneath a cell (its row and column by number) since it was written."""

    row: int
    column: int
    new: int
    gone: int
    changed: int


class ChartAnswer(BaseModel):
    """The matrix: for each row, passages beneath and states (numbers of ``states_named``)."""

    row_noun: str
    rows: list[ChartSide]
    columns: list[ChartSide]
    states_named: list[CellState]
    states: list[list[int]]
    passages: list[list[int]]
    stale: list[StaleCell]
    counts: dict[str, int]
    notes: list[str]


class ChartWords(BaseModel):
    """The words of one cell, by its row (a case) and column (a code)."""

    id: str
    subject: str
    column: str
    summary: str
    author: str | None
    quotes: int


class ChartSummaries(BaseModel):
    """The words of the cells of some rows."""

    cells: list[ChartWords]


class OtherWords(BaseModel):
    """What was written under a code that was merged into this one."""

    code: str
    summary: str
    author: str | None


class ChartCellAnswer(BaseModel):
    """One cell with what stands behind it."""

    id: str | None
    row: ChartSide
    column: ChartSide
    state: CellState
    said: CellSaid | None
    summary: str
    author: str | None
    new: int
    gone: int
    changed: int
    seen: str = Field(description="What is coded beneath now; sent back with what is written.")
    passages: list[PassageRow]
    quotes: list[GivenPassage]
    others: list[OtherWords]
    draft: str = Field(description="The words of the passages, to start a summary from.")


class CellPlace(Asked):
    """A cell by its row (a participant or case) and its column (a code)."""

    subject: IdText
    column: IdText
    wave: IdText | None = None


class CellWas(Asked):
    """The words as they were read."""

    summary: AText


class CellWritten(CellPlace):
    """What is written into a cell, with passages to link besides those that are."""

    summary: AText = ""
    state: CellSaid | None = None
    quotes: list[PassagePlace] = Field(default_factory=list, max_length=500)
    seen: Annotated[str, Field(max_length=2_000_000)] | None = None
    was: CellWas | None = None


class CellQuotes(CellPlace):
    """Passages to link to a cell."""

    passages: list[PassagePlace] = Field(min_length=1, max_length=500)


class CellQuotesTaken(CellPlace):
    """Quotes to take away from a cell, by the ids of their evidence."""

    evidence: list[IdText] = Field(min_length=1, max_length=500)


class CodeTopics(Asked):
    """The topics of a guide that ask about a code."""

    code: IdText
    topics: list[Annotated[str, Field(min_length=1, max_length=500)]] = Field(max_length=200)
    guide: IdText | None = None


class TopicsOfCode(BaseModel):
    """The topics of a guide that ask about a code."""

    code: str
    guide: str = Field(description="The first version of the guide.")
    topic: str


class TopicsOfCodes(BaseModel):
    """Which topics ask about which codes."""

    topics: list[TopicsOfCode]


def chart_answer(table: ChartTable) -> dict[str, Any]:
    """A matrix as an answer has it, in plain values: there may be very many cells."""
    return {
        "row_noun": table.noun,
        "rows": [{"id": each.id, "name": each.label} for each in table.rows],
        "columns": [
            {"id": each.id, "name": each.label, "colour": each.colour} for each in table.columns
        ],
        "states_named": list(STATES),
        "states": table.states.tolist(),
        "passages": table.passages.tolist(),
        "stale": [
            {key: getattr(each, key) for key in StaleCell.model_fields}
            for each in table.written
            if each.is_stale
        ],
        "counts": table.counts,
        "notes": list(table.notes),
    }


def cell_answer(cell: ChartCell, draft: list[DraftLine]) -> ChartCellAnswer:
    """A cell as an answer has it."""
    return ChartCellAnswer(
        id=cell.id,
        row=ChartSide(id=cell.row.id, name=cell.row.name),
        column=ChartSide(id=cell.column.id, name=cell.column.name, colour=cell.column.colour),
        state=cast(CellState, cell.state),
        said=cast(CellSaid | None, cell.said),
        summary=cell.summary,
        author=cell.author,
        new=cell.new,
        gone=cell.gone,
        changed=cell.changed,
        seen=cell.seen,
        passages=[passage_row(each) for each in cell.passages],
        quotes=[given_passage(each) for each in cell.quotes],
        others=[
            OtherWords(code=each.code, summary=each.summary, author=each.author)
            for each in cell.others
        ],
        draft=draft_text(draft),
    )


def draft_text(lines: list[DraftLine]) -> str:
    """The words of passages one below the other, each with its source."""
    return "\n".join(f"“{' '.join(each.text.split())}” ({each.source})" for each in lines)
