"""A cause across domains, its conditions, and what named analysts judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.matrix import Where
from crosscase.server.shapes.passages import PassageRow
from crosscase.server.shapes.wording import AText

if TYPE_CHECKING:
    from crosscase.study_synthesis.dominance import ToldJudgement
    from crosscase.study_synthesis.dominance_table import DominanceTable

__all__ = [
    "DominanceAnswer",
    "DominanceAsked",
    "DominancePassages",
    "NewDominanceJudgement",
    "WhichStatements",
    "dominance_answer",
]

Verdict = Literal["dominant", "not dominant", "undecided"]
ConditionKey = Literal["domains", "cases", "sectors", "counter_evidence"]
WhichStatements = Literal["enabling", "constraining", "mixed", "neutral", "counter"]
_Unit = Literal["overlap", "turn"]


def _asked(
    cause: Annotated[IdText, Query(description="A code; those below it count with it.")],
    domain: Annotated[
        list[IdText] | None,
        Query(max_length=100, description="Codes, repeated; otherwise the other top codes."),
    ] = None,
    unit: Annotated[_Unit, Query(description="Where both are coded.")] = "overlap",
    where: Where = None,
) -> dict[str, Any]:
    return {"cause": cause, "domains": domain or None, "unit": unit, "where": where or None}


DominanceAsked = Annotated[dict[str, Any], Depends(_asked)]


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class DominanceDomain(_Told):
    """What is said of the cause in one domain, or (without an id) in all together."""

    id: str | None
    name: str
    statements: int
    participants: int
    of: int
    cases: int | None
    sectors: int | None
    enabling: int
    constraining: int
    mixed: int
    neutral: int
    counter: int
    interactions: int = Field(description="Asserted ones from the cause into the domain.")
    strengthening: int
    weakening: int


class DominanceConditionRow(_Told):
    """A condition with its number of how many; null where the study cannot say."""

    key: ConditionKey
    holds: bool | None
    number: int | None
    of: int | None


class DominanceJudgementRow(_Told):
    """What a named analyst judged, on which conditions, and which stand otherwise now."""

    id: str
    cause: str
    cause_name: str
    verdict: str
    judge: str
    reason: str | None
    judged_ms: int
    unit: str
    conditions: list[DominanceConditionRow]
    heads: str
    changed: list[ConditionKey] | None = Field(
        description="The conditions that stand otherwise; null where a domain is gone."
    )


class DominanceAnswer(BaseModel):
    """A cause across domains; nothing here says that it dominates but a person's judgement."""

    cause: str
    cause_name: str
    title: str
    unit: _Unit
    rows: list[DominanceDomain]
    whole: DominanceDomain
    leading: Literal["enabling", "constraining"] | None
    conditions: list[DominanceConditionRow]
    notes: list[str]
    judgements: list[DominanceJudgementRow]


class DominancePassages(BaseModel):
    """The passages behind a number."""

    passages: list[PassageRow]


class NewDominanceJudgement(Asked):
    """Whether a cause dominates, in the name of whoever says it."""

    cause: IdText
    verdict: Verdict
    reason: AText | None = None
    domains: list[IdText] | None = Field(default=None, max_length=100)
    unit: _Unit = "overlap"


def dominance_answer(table: DominanceTable, judged: list[ToldJudgement]) -> DominanceAnswer:
    """A table as an answer has it."""
    return DominanceAnswer.model_validate(
        {
            "cause": table.cause,
            "cause_name": table.cause_name,
            "title": table.title,
            "unit": table.unit,
            "rows": [DominanceDomain.model_validate(each) for each in table.rows],
            "whole": DominanceDomain.model_validate(table.whole),
            "leading": table.leading,
            "conditions": [DominanceConditionRow.model_validate(each) for each in table.conditions],
            "notes": list(table.notes),
            "judgements": [DominanceJudgementRow.model_validate(each) for each in judged],
        }
    )
