"""Grids, the judgements in them, and how two raters agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.evidence import GivenPassage, given_passage
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.places import PassagePlace
from crosscase.server.shapes.wording import AName, AText

if TYPE_CHECKING:
    from crosscase.analysis.grid_agreement import Kappa
    from crosscase.study_synthesis.grid_files import GridFile
    from crosscase.study_synthesis.grid_reading import (
        GridAgreement,
        GridTable,
        StoredGrid,
        ToldJudgement,
    )

__all__ = [
    "AgreementAnswer",
    "EvidenceGiven",
    "GridAnswer",
    "GridList",
    "NewGrid",
    "NewJudgement",
    "Weighting",
    "agreement_answer",
    "grid_answer",
    "grid_list",
]

Weighting = Literal["linear", "quadratic", "equal"]
Key = Annotated[str, Field(min_length=1, max_length=200)]


class HeadingRow(BaseModel):
    """A row or a column of a grid."""

    key: str
    name: str
    description: str | None


class StatusRow(BaseModel):
    """A status; those on the scale are in order."""

    key: str
    name: str
    on_scale: bool


class GridRow(BaseModel):
    """A grid with its headings."""

    id: str
    name: str
    description: str | None
    citation: str | None
    case_kind: str | None = Field(description="Judged for each case of this kind, else once.")
    rows: list[HeadingRow]
    columns: list[HeadingRow]
    statuses: list[StatusRow]


class OfferedGrid(BaseModel):
    """A grid that comes with crosscase and is not in the study yet."""

    key: str
    name: str
    description: str | None
    citation: str | None


class GridList(BaseModel):
    """The grids of the study, and those that can be added."""

    grids: list[GridRow]
    available: list[OfferedGrid]


class GridCase(BaseModel):
    """A case that a grid is judged for."""

    id: str
    name: str


class JudgementRow(BaseModel):
    """One rater's judgement of one cell."""

    id: str
    row: str
    column: str
    case: str | None
    case_name: str | None
    rater: str | None
    rater_name: str | None
    status: str
    status_name: str
    reason: str
    evidence: list[GivenPassage]


class GridAnswer(BaseModel):
    """A grid with the judgements of one case, or of all."""

    grid: GridRow
    cases: list[GridCase]
    raters: list[str]
    judgements: list[JudgementRow]


class NewGrid(Asked):
    """A grid that comes with crosscase, by its key or name."""

    name: AName


class NewJudgement(Asked):
    """A judgement of one cell, in place of what the same person judged before."""

    row: Key
    column: Key
    status: Key
    case: IdText | None = None
    wave: IdText | None = None
    reason: AText = ""


class EvidenceGiven(Asked):
    """Passages that speak for a judgement, or against it."""

    passages: list[PassagePlace] = Field(min_length=1, max_length=500)
    against: bool = False


class KappaRow(BaseModel):
    """A kappa; ``value`` is null where it is not defined, and ``reason`` says why."""

    value: float | None
    reason: str | None
    raw: float | None = Field(description="The share of cells that both judged alike.")
    cells: int
    weights: Weighting


class DisagreementRow(BaseModel):
    """A cell on which two raters differ."""

    row: str
    column: str
    case: str | None
    one: str
    other: str


class AgreementAnswer(BaseModel):
    """How two raters agree."""

    one: str
    other: str
    scale: KappaRow
    all_statuses: KappaRow
    disagreements: list[DisagreementRow]
    only_one: int
    only_other: int


def grid_list(grids: list[StoredGrid], offered: list[GridFile]) -> GridList:
    """The grids that there are, and those that are not there yet."""
    names = {each.name.casefold() for each in grids}
    return GridList(
        grids=[_grid(each) for each in grids],
        available=[
            OfferedGrid(
                key=each.key,
                name=each.name,
                description=each.description,
                citation=each.citation,
            )
            for each in offered
            if each.name.casefold() not in names
        ],
    )


def grid_answer(table: GridTable) -> GridAnswer:
    """A grid as an answer has it."""
    return GridAnswer(
        grid=_grid(table.grid),
        cases=[GridCase(id=each.id, name=each.name or "") for each in table.cases],
        raters=list(table.raters),
        judgements=[_judgement(each) for each in table.judgements],
    )


def agreement_answer(found: GridAgreement) -> AgreementAnswer:
    """An agreement as an answer has it."""
    return AgreementAnswer(
        one=found.one,
        other=found.other,
        scale=_kappa(found.scale),
        all_statuses=_kappa(found.all_statuses),
        disagreements=[
            DisagreementRow(
                row=each.row, column=each.column, case=each.case, one=each.one, other=each.other
            )
            for each in found.disagreements
        ],
        only_one=found.only_one,
        only_other=found.only_other,
    )


def _grid(grid: StoredGrid) -> GridRow:
    return GridRow(
        id=grid.id,
        name=grid.name,
        description=grid.description,
        citation=grid.citation,
        case_kind=grid.case_kind,
        rows=[HeadingRow(key=h.key, name=h.name, description=h.description) for h in grid.rows],
        columns=[
            HeadingRow(key=h.key, name=h.name, description=h.description) for h in grid.columns
        ],
        statuses=[StatusRow(key=s.key, name=s.name, on_scale=s.on_scale) for s in grid.statuses],
    )


def _judgement(judged: ToldJudgement) -> JudgementRow:
    return JudgementRow(
        id=judged.id,
        row=judged.row,
        column=judged.column,
        case=judged.case,
        case_name=judged.case_name,
        rater=judged.rater,
        rater_name=judged.rater_name,
        status=judged.status,
        status_name=judged.status_name,
        reason=judged.reason,
        evidence=[given_passage(each, judged.kinds.get(each.id)) for each in judged.evidence],
    )


def _kappa(kappa: Kappa) -> KappaRow:
    return KappaRow(
        value=kappa.value,
        reason=kappa.reason,
        raw=kappa.raw,
        cells=kappa.cells,
        weights=kappa.weights,
    )
