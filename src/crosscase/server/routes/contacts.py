"""Contacts: each attempt to reach a participant, with what came of it."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting
from crosscase.server.shapes.field_records import ContactChange, NewContact
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])


@router.post("/contacts")
async def add_contact(acting: Acting, new: NewContact) -> Saved:
    """Record an attempt to reach a participant."""

    def act(study: Study) -> list[str]:
        return [study.contacts.add(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/contacts/{contact}")
async def change_contact(acting: Acting, contact: IdText, says: ContactChange) -> Saved:
    """Change what a contact says; null clears."""

    def act(study: Study) -> None:
        study.contacts.change(contact, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/contacts/{contact}")
async def remove_contact(acting: Acting, contact: IdText) -> Saved:
    """Remove a contact until it is restored."""

    def act(study: Study) -> None:
        study.contacts.remove(contact)

    return await acting.write(act)


@router.post("/contacts/{contact}/restore")
async def restore_contact(acting: Acting, contact: IdText) -> Saved:
    """Bring a removed contact back."""

    def act(study: Study) -> None:
        study.contacts.restore(contact)

    return await acting.write(act)
