"""Withdrawals: a participant takes their consent back, or gives it again."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.withdrawals import (
    NewWithdrawal,
    WithdrawalLifted,
    WithdrawalList,
    WithdrawalPreview,
    withdrawal_preview,
    withdrawal_row,
)
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])


@router.get("/withdrawals")
async def withdrawals(asking: Asking) -> WithdrawalList:
    """The withdrawals that stand, by day; whose they are is not named."""
    return await asking.read(
        lambda study: WithdrawalList(
            withdrawals=[withdrawal_row(each) for each in study.withdrawals.all()]
        )
    )


@router.get("/withdrawals/{participant}/preview")
async def preview_withdrawal(asking: Asking, participant: IdText) -> WithdrawalPreview:
    """What withdrawing a participant hides, and what used their words."""
    return await asking.read(
        lambda study: withdrawal_preview(study.withdrawals.preview(participant))
    )


@router.post("/withdrawals")
async def withdraw_participant(acting: Acting, says: NewWithdrawal) -> Saved:
    """Hide a participant and all that is theirs, until the withdrawal is lifted."""

    def act(study: Study) -> None:
        study.withdrawals.withdraw(says.participant, day=says.day, reason=says.reason)

    return await acting.write(act)


@router.post("/withdrawals/lift")
async def lift_withdrawal(acting: Acting, says: WithdrawalLifted) -> Saved:
    """Show a participant and all that is theirs again."""

    def act(study: Study) -> None:
        study.withdrawals.lift(says.participant)

    return await acting.write(act)
