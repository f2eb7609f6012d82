"""Qualitative comparative analyses: stored definitions, truth tables, solutions, passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.passages import PassageRow, passage_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscase.model.synthesis_nouns import Analysis
    from crosscase.study_synthesis.qca_passages import BehindCase
    from crosscase.study_synthesis.qca_result import QcaResult

__all__ = [
    "NewQca",
    "QcaAnswer",
    "QcaAsked",
    "QcaBehindList",
    "QcaList",
    "QcaTableName",
    "QcaWritten",
    "SolutionName",
    "qca_answer",
    "qca_behind",
    "qca_list",
]

SolutionName = Literal["conservative", "intermediate", "parsimonious"]
QcaTableName = Literal["truth", "solutions", "data", "necessity"]


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class StoredQca(BaseModel):
    """A stored definition in one line."""

    id: str
    name: str
    description: str | None
    cases: str
    outcome: str
    conditions: list[str]


class QcaList(BaseModel):
    """All stored definitions by name."""

    analyses: list[StoredQca]


class NewQca(Asked):
    """A definition as a YAML or JSON file has it; one of the same name is changed."""

    text: str = Field(min_length=1, max_length=100_000)


class QcaWritten(BaseModel):
    """A stored definition: as the YAML file that would make it, and as plain values."""

    text: str
    definition: dict[str, Any]


class QcaCaseRow(_Told):
    """A case that takes part."""

    id: str
    name: str


class LeftOutRow(_Told):
    """A case without a value somewhere, and why."""

    id: str
    name: str
    condition: str
    reason: str


class QcaSetRow(_Told):
    """A condition, or the outcome: what was read, how it was calibrated, and what came out.

    ``raw`` and ``memberships`` (levels where ``multi``) stand in the order of the cases.
    """

    name: str
    measured: str
    calibrated: str
    multi: bool
    levels: int
    expected: list[int]
    of_code: bool = Field(description="There are passages behind it.")
    raw: list[float | bool | str]
    memberships: list[float]


class RowCaseRow(_Told):
    """A case of a row; ``has_outcome`` is null for one exactly at one half."""

    id: str
    name: str
    outcome: float
    has_outcome: bool | None


class QcaTruthRow(_Told):
    """A combination that some case has."""

    number: int
    levels: list[int]
    text: str
    cases: list[RowCaseRow]
    inclusion: float | None
    pri: float | None
    standing: Literal["positive", "negative", "too few"]
    contradictory: bool


class QcaTermRow(_Told):
    """One way to the outcome; ``unique_coverage`` is null where there is no other."""

    text: str
    inclusion: float | None
    pri: float | None
    coverage: float | None
    unique_coverage: float | None
    cases: list[str]


class QcaModelRow(_Told):
    """Ways to the outcome, with each case's membership in any of them."""

    text: str
    inclusion: float | None
    pri: float | None
    coverage: float | None
    terms: list[QcaTermRow]
    assumptions: list[str]
    memberships: list[float]


class QcaSolutionRow(_Told):
    """All models of a kind; without any, ``reason`` says why."""

    kind: SolutionName
    models: list[QcaModelRow]
    prime_implicants: list[str]
    essential: list[str]
    complete: bool
    proven: bool
    reason: str | None


class NecessityRow(_Told):
    """How far a level of a condition is necessary for the outcome."""

    literal: str
    inclusion: float | None
    coverage: float | None
    relevance: float | None


class CutsRow(_Told):
    """From where on a row leads to the outcome."""

    inclusion: float
    pri: float
    frequency: int


class QcaAnswer(_Told):
    """A whole analysis; the warnings come first. ``sets`` end with the outcome."""

    name: str
    id: str | None
    definition: dict[str, Any]
    warnings: list[str]
    counted: str
    outcome: str
    cuts: CutsRow
    cases: list[QcaCaseRow]
    left_out: list[LeftOutRow]
    sets: list[QcaSetRow]
    rows: list[QcaTruthRow]
    nowhere: list[QcaCaseRow]
    combinations: int
    remainders: int
    solutions: list[QcaSolutionRow]
    necessity: list[NecessityRow]
    state: str
    digest: str


class QcaBehindRow(BaseModel):
    """The passages behind one condition of one case; ``total`` counts those not listed too."""

    case_id: str
    case: str
    condition: str
    measured: str
    total: int
    passages: list[PassageRow]


class QcaBehindList(BaseModel):
    """What lies behind some cases."""

    behind: list[QcaBehindRow]


def _asked(
    inclusion: Annotated[float | None, Query(ge=0, le=1)] = None,
    pri: Annotated[float | None, Query(ge=0, le=1)] = None,
    frequency: Annotated[int | None, Query(ge=1, le=10_000)] = None,
    negated: Annotated[
        bool | None, Query(description="Explain the absence of the outcome.")
    ] = None,
) -> dict[str, Any]:
    """Other cuts than the definition's."""
    return {"inclusion": inclusion, "pri": pri, "frequency": frequency, "negated": negated}


QcaAsked = Annotated[dict[str, Any], Depends(_asked)]


def qca_list(stored: Sequence[Analysis]) -> QcaList:
    """The stored definitions as an answer."""
    return QcaList(analyses=[_stored(each) for each in stored])


def _stored(analysis: Analysis) -> StoredQca:
    told = analysis.definition if isinstance(analysis.definition, dict) else {}
    outcome = told.get("outcome")
    return StoredQca(
        id=analysis.id,
        name=analysis.name,
        description=analysis.description or None,
        cases=str(told.get("cases", "")),
        outcome=str(outcome.get("name", "")) if isinstance(outcome, dict) else "",
        conditions=[
            str(each.get("name", ""))
            for each in told.get("conditions", [])
            if isinstance(each, dict)
        ],
    )


def qca_answer(result: QcaResult) -> QcaAnswer:
    """A QCA as an answer."""
    return QcaAnswer.model_validate(result)


def qca_behind(found: Sequence[BehindCase]) -> QcaBehindList:
    """Passages behind cases as an answer."""
    rows = [
        QcaBehindRow(
            case_id=each.case_id,
            case=each.case,
            condition=each.condition,
            measured=each.measured,
            total=each.total,
            passages=[passage_row(passage) for passage in each.passages],
        )
        for each in found
    ]
    return QcaBehindList(behind=rows)
