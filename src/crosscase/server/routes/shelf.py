"""The shelf: which studies there are, and which of them is open."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request

from crosscase import surroundings
from crosscase.server.shapes.shelf import NewStudy, PersonNamed, ShelfHead, StudyChosen, shelf_head
from crosscase.server.shelf import Shelf

router = APIRouter(tags=["shelf"])


def _shelf(request: Request) -> Shelf:
    shelf: Shelf = request.app.state.shelf
    return shelf


@router.get("/shelf")
async def show_shelf(request: Request) -> ShelfHead:
    """The studies that there are, whether one is open, and who works here."""
    return await asyncio.to_thread(shelf_head, _shelf(request))


@router.post("/shelf/new")
async def make_study(request: Request, says: NewStudy) -> ShelfHead:
    """Make a study and open it; nothing is ever overwritten."""
    await _shelf(request).make(says.title)
    return await show_shelf(request)


@router.post("/shelf/open")
async def open_shelved_study(request: Request, says: StudyChosen) -> ShelfHead:
    """Open a study, in place of the one that is open."""
    await _shelf(request).open(says.id)
    return await show_shelf(request)


@router.post("/shelf/close")
async def close_study(request: Request) -> ShelfHead:
    """Close the study that is open; everything is stored."""
    await _shelf(request).close()
    return await show_shelf(request)


@router.put("/person")
async def name_person(request: Request, says: PersonNamed) -> ShelfHead:
    """Keep the name of who works here; it counts from the next opening of a study."""
    surroundings.write_config("name", says.name)
    return await show_shelf(request)
