"""Referrals: who named whom."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting
from crosscase.server.shapes.field_records import NewReferral, ReferralChange
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])


@router.post("/referrals")
async def add_referral(acting: Acting, new: NewReferral) -> Saved:
    """Record who named a participant."""

    def act(study: Study) -> list[str]:
        return [study.referrals.add(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/referrals/{referral}")
async def change_referral(acting: Acting, referral: IdText, says: ReferralChange) -> Saved:
    """Change what a referral says; null clears."""

    def act(study: Study) -> None:
        study.referrals.change(referral, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/referrals/{referral}")
async def remove_referral(acting: Acting, referral: IdText) -> Saved:
    """Remove a referral until it is restored."""

    def act(study: Study) -> None:
        study.referrals.remove(referral)

    return await acting.write(act)


@router.post("/referrals/{referral}/restore")
async def restore_referral(acting: Acting, referral: IdText) -> Saved:
    """Bring a removed referral back."""

    def act(study: Study) -> None:
        study.referrals.restore(referral)

    return await acting.write(act)
