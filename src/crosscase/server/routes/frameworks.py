"""Frameworks: sets of deductive codes."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.frameworks import (
    FrameworkAdded,
    FrameworkName,
    FrameworkOffered,
    Frameworks,
)
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["frameworks"])


@router.get("/frameworks")
async def frameworks(asking: Asking) -> Frameworks:
    """The frameworks that the study has, and those that can be added."""

    def listed(study: Study) -> Frameworks:
        return Frameworks(
            added=[
                FrameworkAdded(
                    id=each.id,
                    name=each.name or "",
                    citation=each.citation,
                    version=each.version,
                    description=each.description,
                )
                for each in study.frameworks.all()
            ],
            available=[
                FrameworkOffered(
                    name=each.key,
                    title=each.name,
                    citation=each.citation,
                    description=each.description,
                    codes=len(each.codes),
                )
                for each in study.frameworks.available()
            ],
        )

    return await asking.read(listed)


@router.post("/frameworks")
async def add_framework(acting: Acting, says: FrameworkName) -> Saved:
    """Add the codes of a framework that comes with crosscase."""

    def act(study: Study) -> list[Id]:
        return [study.frameworks.add_shipped(says.name).framework.id]

    return await acting.write(act)
