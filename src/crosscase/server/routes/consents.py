"""Consents: what participants agreed to, on which day and in which version of the form."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting
from crosscase.server.shapes.field_records import ConsentChange, NewConsent
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])


@router.post("/consents")
async def add_consent(acting: Acting, new: NewConsent) -> Saved:
    """Record what a participant agreed to."""

    def act(study: Study) -> list[str]:
        return [study.consents.add(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/consents/{consent}")
async def change_consent(acting: Acting, consent: IdText, says: ConsentChange) -> Saved:
    """Change what a consent says; null clears."""

    def act(study: Study) -> None:
        study.consents.change(consent, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/consents/{consent}")
async def remove_consent(acting: Acting, consent: IdText) -> Saved:
    """Remove a consent until it is restored."""

    def act(study: Study) -> None:
        study.consents.remove(consent)

    return await acting.write(act)


@router.post("/consents/{consent}/restore")
async def restore_consent(acting: Acting, consent: IdText) -> Saved:
    """Bring a removed consent back."""

    def act(study: Study) -> None:
        study.consents.restore(consent)

    return await acting.write(act)
