"""Cases as a grid, and what is changed in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from crosscase.errors import MistakeOfUse
from crosscase.model.fields import Value
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.attributes import AttributeColumn, ValueType, attribute_column
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved

if TYPE_CHECKING:
    from crosscase.fieldwork.case_grid import CaseGrid, CaseLine
    from crosscase.fieldwork.case_rows import ImportedCases

__all__ = [
    "CaseAnswer",
    "CaseCells",
    "CaseChange",
    "CaseTable",
    "Cell",
    "CheckedCells",
    "NewCase",
    "ReadTable",
    "TakenTable",
    "case_answer",
    "checked_cells",
    "taken_table",
]

Cell = str | bool | float | None

_NAME = Field(min_length=1, max_length=500)


class GroupOfCase(BaseModel):
    """A case in which another lies, with the membership that puts it there."""

    membership: str
    id: str
    name: str
    kind: str
    role: str | None
    share: float | None
    start_day: str | None
    end_day: str | None
    counts_as: bool | None


class CaseRow(BaseModel):
    """A case with its figures, its groups and its values by attribute."""

    id: str
    name: str
    kind: str
    description: str | None
    interviewed: bool = Field(description="A person who speaks in a source, or whose it is.")
    sources: int = Field(description="Those that lie in it, by who speaks or as a whole.")
    codings: int
    groups: list[GroupOfCase]
    values: dict[str, str | bool | float]


class CaseAnswer(BaseModel):
    """All cases, and the attributes as their columns."""

    kinds: dict[str, int]
    attributes: list[AttributeColumn]
    cases: list[CaseRow]


class NewCase(Asked):
    """A new case, with the cases it lies in and its values by attribute (name or id)."""

    name: str = _NAME
    kind: str = Field(min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=20_000)
    groups: list[IdText] = Field(default=[], max_length=100)
    values: dict[str, Cell] = Field(default={}, max_length=1_000)


class CaseWas(Asked):
    """What the page showed before it was changed."""

    name: str | None = Field(default=None, max_length=500)
    description: str | None = Field(default=None, max_length=20_000)


class CaseChange(Asked):
    """What is changed of a case; what is left out stays."""

    name: str = Field(default="", min_length=1, max_length=500)
    description: str | None = Field(default=None, max_length=20_000)
    was: CaseWas | None = None


class ValueCell(Asked):
    """One cell of the grid; null takes the value away."""

    case: IdText = Field(description="A case or a source.")
    attribute: IdText
    value: Cell


class CaseCells(Asked):
    """Cells that are set together: a paste is one step to undo."""

    cells: list[ValueCell] = Field(max_length=100_000)


class RefusedCell(BaseModel):
    """A cell that cannot be set, and why; ``cell`` counts those that were sent, from 0."""

    cell: int
    sentence: str
    hint: str | None


class CheckedCells(BaseModel):
    """Each cell's value as it would be stored, and the cells that do not fit."""

    values: list[Cell]
    refused: list[RefusedCell]


class CaseTable(Asked):
    """Rows as they were pasted."""

    columns: list[str] = Field(min_length=1, max_length=1_000)
    rows: list[list[str | None]] = Field(max_length=100_000)
    kind: str | None = Field(
        default=None,
        max_length=100,
        description="The kind of all rows; left out, the column case_kind says it.",
    )
    name_column: str | None = Field(default=None, max_length=500)
    groups: dict[str, str] = Field(
        default={},
        max_length=1_000,
        description="Columns that name a group, with its kind; beside those called like a kind.",
    )
    types: dict[str, ValueType] = Field(
        default={}, max_length=1_000, description="Types of new attributes, else they are guessed."
    )
    dry_run: bool = False


class ReadTable(BaseModel):
    """The columns and rows of a file, to be looked through before they are taken."""

    columns: list[str]
    rows: list[list[str]]
    notes: list[str]


class RefusedRow(BaseModel):
    """A row that was left out, and why; pasted rows count from 1, those of a file by its lines."""

    row: int
    sentence: str


class TakenTable(BaseModel):
    """What came of a table; ``saved`` is null where it was only tried."""

    made: int
    updated: int
    unchanged: int
    refused: list[RefusedRow]
    notes: list[str]
    saved: Saved | None


def case_answer(grid: CaseGrid) -> CaseAnswer:
    """The grid as an answer."""
    return CaseAnswer(
        kinds=dict(grid.kinds),
        attributes=[attribute_column(each) for each in grid.attributes],
        cases=[_row(each) for each in grid.cases],
    )


def checked_cells(checked: Iterable[Value | MistakeOfUse | None]) -> CheckedCells:
    """What a try of cells found, as an answer."""
    found = list(checked)
    return CheckedCells(
        values=[each.value if isinstance(each, Value) else None for each in found],
        refused=[
            RefusedCell(cell=at, sentence=each.sentence, hint=each.hint or None)
            for at, each in enumerate(found)
            if isinstance(each, MistakeOfUse)
        ],
    )


def taken_table(taken: ImportedCases, saved: Saved | None) -> TakenTable:
    """What came of a table as an answer."""
    return TakenTable(
        made=taken.made,
        updated=taken.updated,
        unchanged=taken.unchanged,
        refused=[RefusedRow(row=row, sentence=error.sentence) for row, error in taken.refused],
        notes=list(taken.notes),
        saved=saved,
    )


def _row(line: CaseLine) -> CaseRow:
    return CaseRow(
        id=line.case.id,
        name=line.case.name,
        kind=line.case.case_kind,
        description=line.case.description,
        interviewed=line.interviewed,
        sources=line.sources,
        codings=line.codings,
        groups=[
            GroupOfCase(
                membership=held.id,
                id=group.id,
                name=group.name,
                kind=group.case_kind,
                role=held.role,
                share=held.share,
                start_day=held.start_day,
                end_day=held.end_day,
                counts_as=held.counts_as,
            )
            for held, group in line.groups
        ],
        values={attribute: value.value for attribute, value in line.values.items()},
    )
