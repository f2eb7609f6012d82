"""Codings: coding a passage, and changing, removing and restoring what was coded."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.model.regions import region_of_fractions
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.codings import (
    CodingChange,
    CodingIds,
    CodingPage,
    NewCoding,
    Recoding,
    coding_page,
)
from crosscase.server.shapes.history import change_rows
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["codings"])


@router.post("/codings")
async def add_coding(acting: Acting, says: NewCoding) -> Saved:
    """Code a passage or a rectangle, with a code that is there or with a new one.

    The ids are the coding's and, if one was made, the new code's.
    """
    if (says.code is None) == (says.new_code is None):
        raise MistakeOfUse(
            "A coding needs a code, or a new one, and not both.",
            slug="no-code",
            hint="Give code, or new_code with its name.",
        )
    how: dict[str, Any] = says.model_dump(
        include={"start_char", "end_char", "coder", "valence", "basis"}
    )
    if says.region is not None:
        how["region"] = region_of_fractions(says.region)

    def act(study: Study) -> list[Id]:
        if says.new_code is None:
            return [study.codings.add(says.source, says.code or "", **how).id]
        new = study.codings.add_new(says.source, **says.new_code.model_dump(), **how)
        return [new.id, new.code]

    return await acting.write(act)


@router.post("/codings/remove")
async def remove_codings(acting: Acting, says: CodingIds) -> Saved:
    """Uncode: remove codings until they are restored."""

    def act(study: Study) -> None:
        study.codings.remove(says.codings)

    return await acting.write(act)


@router.post("/codings/restore")
async def restore_codings(acting: Acting, says: CodingIds) -> Saved:
    """Bring removed codings back."""

    def act(study: Study) -> None:
        study.codings.restore(says.codings)

    return await acting.write(act)


@router.post("/codings/recode")
async def recode(acting: Acting, says: Recoding) -> Saved:
    """Give codings another code."""

    def act(study: Study) -> None:
        study.codings.recode(says.codings, says.code)

    return await acting.write(act)


@router.get("/codings/{coding}")
async def coding(asking: Asking, coding: IdText) -> CodingPage:
    """One coding with its words and its history, removed ones too."""

    def page(study: Study) -> CodingPage:
        standing = study.codings.standing(coding)
        return coding_page(standing, change_rows(study.history(coding, told=True)))

    return await asking.read(page)


@router.patch("/codings/{coding}")
async def change_coding(acting: Acting, coding: IdText, says: CodingChange) -> Saved:
    """Change the code, the boundaries, the valence or the basis of a coding, as one operation."""
    if (says.start_char is None) != (says.end_char is None):
        raise MistakeOfUse(
            "A passage needs both its offsets.",
            slug="no-passage",
            hint="Give start_char and end_char.",
        )

    def act(study: Study) -> None:
        study.codings.change(
            coding,
            code=says.code,
            passage=None
            if says.start_char is None or says.end_char is None
            else (says.start_char, says.end_char),
            **says.model_dump(exclude_unset=True, include={"valence", "basis"}),
        )

    return await acting.write(act)
