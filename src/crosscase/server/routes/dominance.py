"""Dominance: a cause across domains, and what named analysts judge of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.dominance import (
    DominanceAnswer,
    DominanceAsked,
    DominancePassages,
    NewDominanceJudgement,
    WhichStatements,
    dominance_answer,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.passages import passage_row
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(prefix="/dominance", tags=["dominance"])


@router.get("")
async def dominance_table(asking: Asking, asked: DominanceAsked) -> DominanceAnswer:
    """A cause across domains: statements, participants of how many, signs, conditions."""

    def answer(study: Study) -> DominanceAnswer:
        judged = study.dominance.judgements(asked["cause"])
        return dominance_answer(study.dominance.table(**asked), judged)

    return await asking.read(answer)


@router.get("/passages")
async def dominance_passages(
    asking: Asking,
    asked: DominanceAsked,
    of: Annotated[IdText | None, Query(description="A domain; otherwise all.")] = None,
    which: Annotated[
        WhichStatements | None, Query(description="Of one sign, or counter-evidence.")
    ] = None,
) -> DominancePassages:
    """The passages behind a number."""

    def answer(study: Study) -> DominancePassages:
        found = study.dominance.passages(study.dominance.table(**asked), of, which)
        return DominancePassages(passages=[passage_row(each) for each in found])

    return await asking.read(answer)


@router.post("")
async def judge_dominance(acting: Acting, says: NewDominanceJudgement) -> Saved:
    """Say in your name whether a cause dominates; conditions are kept as they stand."""

    def act(study: Study) -> list[Id]:
        told = study.dominance.judge(
            says.cause, says.verdict, says.reason, domains=says.domains, unit=says.unit
        )
        return [told.id]

    return await acting.write(act)


@router.delete("/{judgement}")
async def remove_dominance_judgement(acting: Acting, judgement: IdText) -> Saved:
    """Take a judgement back."""

    def act(study: Study) -> None:
        study.dominance.remove(judgement)

    return await acting.write(act)


@router.post("/{judgement}/restore")
async def restore_dominance_judgement(acting: Acting, judgement: IdText) -> Saved:
    """Bring a judgement back."""

    def act(study: Study) -> None:
        study.dominance.restore(judgement)

    return await acting.write(act)
