"""Sets: named collections of sources, codes, cases, codings or memos."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.coding.named_things import name_of_thing
from crosscase.model.ids import Id
from crosscase.model.kinds import kind_of
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.sets import (
    MemberChange,
    NewSet,
    SetList,
    SetMemberRow,
    SetPage,
    SetRow,
)
from crosscase.study import Study

router = APIRouter(tags=["sets"])


@router.get("/sets")
async def sets(asking: Asking) -> SetList:
    """All sets, with how many members each has."""

    def listed(study: Study) -> SetList:
        return SetList(
            sets=[
                SetRow(
                    id=each.set.id,
                    name=each.set.name or "",
                    description=each.set.description,
                    size=each.members,
                )
                for each in study.sets.all()
            ]
        )

    return await asking.read(listed)


@router.get("/sets/{set}")
async def set_page(asking: Asking, set: IdText) -> SetPage:
    """One set with its members."""

    def page(study: Study) -> SetPage:
        found = study.sets.get(set)
        return SetPage(
            id=found.id,
            name=found.name or "",
            description=found.description,
            members=[
                SetMemberRow(
                    kind=kind_of(type(member)).name, id=member.id, name=name_of_thing(member)
                )
                for member in study.sets.members(set)
            ],
        )

    return await asking.read(page)


@router.post("/sets")
async def make_set(acting: Acting, says: NewSet) -> Saved:
    """Make a set, with or without members."""

    def act(study: Study) -> list[Id]:
        return [study.sets.make(says.name, says.members, description=says.description).id]

    return await acting.write(act)


@router.post("/sets/{set}/members")
async def change_members(acting: Acting, set: IdText, says: MemberChange) -> Saved:
    """Put things into a set and take things out, as one operation."""

    def act(study: Study) -> None:
        study.sets.change_members(set, add=says.add, remove=says.remove)

    return await acting.write(act)


@router.delete("/sets/{set}")
async def remove_set(acting: Acting, set: IdText) -> Saved:
    """Remove a set; its members stay in the study."""

    def act(study: Study) -> None:
        study.sets.remove(set)

    return await acting.write(act)


@router.post("/sets/{set}/restore")
async def restore_set(acting: Acting, set: IdText) -> Saved:
    """Bring a removed set back with its members."""

    def act(study: Study) -> None:
        study.sets.restore(set)

    return await acting.write(act)
