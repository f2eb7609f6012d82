"""What lies in which case."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.memberships import MembershipChange, NewMembership
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["memberships"])


@router.post("/memberships")
async def add_membership(acting: Acting, new: NewMembership) -> Saved:
    """Put a case or a source into a case."""

    def act(study: Study) -> list[str]:
        return [study.memberships.add(**new.model_dump()).id]

    return await acting.write(act)


@router.patch("/memberships/{membership}")
async def change_membership(acting: Acting, membership: IdText, says: MembershipChange) -> Saved:
    """Change a membership's role, share, days, or whether it is the one that counts."""

    def act(study: Study) -> None:
        study.memberships.change(membership, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/memberships/{membership}")
async def remove_membership(acting: Acting, membership: IdText) -> Saved:
    """Take a member out of a group."""

    def act(study: Study) -> None:
        study.memberships.remove(membership)

    return await acting.write(act)
