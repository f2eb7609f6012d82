"""Coders: who codes."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.coders import CoderList, CoderName, CoderRow
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["coders"])


@router.get("/coders")
async def coders(asking: Asking) -> CoderList:
    """All coders by name, with how many codings of theirs show."""

    def listed(study: Study) -> CoderList:
        return CoderList(
            coders=[
                CoderRow(
                    id=each.coder.id,
                    name=each.coder.name or "",
                    note=each.coder.note,
                    positionality=each.coder.positionality,
                    codings=each.codings,
                    is_you=each.coder.id == study.person_id,
                )
                for each in study.coders.all()
            ]
        )

    return await asking.read(listed)


@router.post("/coders")
async def add_coder(acting: Acting, says: CoderName) -> Saved:
    """Add a coder; one of this name is kept as they are."""

    def act(study: Study) -> list[Id]:
        return [study.coders.add(says.name).id]

    return await acting.write(act)


@router.patch("/coders/{coder}")
async def rename_coder(acting: Acting, coder: IdText, says: CoderName) -> Saved:
    """Give a coder another name; their codings stay."""

    def act(study: Study) -> None:
        study.coders.rename(coder, says.name)

    return await acting.write(act)
