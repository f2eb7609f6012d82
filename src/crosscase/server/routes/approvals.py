"""Approvals: ethics and governance, with amendments, conditions and ends."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.approvals import ApprovalList, approval_row
from crosscase.server.shapes.field_records import ApprovalChange, NewApproval
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])


@router.get("/approvals")
async def approvals(asking: Asking) -> ApprovalList:
    """The approvals and their amendments, by day."""

    def listed(study: Study) -> ApprovalList:
        names = study.fieldwork.names()
        return ApprovalList(approvals=[approval_row(each, names) for each in study.approvals.all()])

    return await asking.read(listed)


@router.post("/approvals")
async def add_approval(acting: Acting, new: NewApproval) -> Saved:
    """Record an approval, or an amendment to one."""

    def act(study: Study) -> list[str]:
        return [study.approvals.add(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/approvals/{approval}")
async def change_approval(acting: Acting, approval: IdText, says: ApprovalChange) -> Saved:
    """Change what an approval says; null clears."""

    def act(study: Study) -> None:
        study.approvals.change(approval, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/approvals/{approval}")
async def remove_approval(acting: Acting, approval: IdText) -> Saved:
    """Remove an approval until it is restored."""

    def act(study: Study) -> None:
        study.approvals.remove(approval)

    return await acting.write(act)


@router.post("/approvals/{approval}/restore")
async def restore_approval(acting: Acting, approval: IdText) -> Saved:
    """Bring a removed approval back."""

    def act(study: Study) -> None:
        study.approvals.restore(approval)

    return await acting.write(act)
