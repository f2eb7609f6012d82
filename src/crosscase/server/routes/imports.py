"""Importing sources: files are sent, looked at, and stored as one operation."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile

from crosscase import surroundings
from crosscase.errors import Conflict
from crosscase.intake.source_changes import checked_language
from crosscase.model.ids import FreshIds
from crosscase.server.asking import Acting, study_here
from crosscase.server.import_jobs import ImportJobs, ImportOptions
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.imports import Import, ImportChoices, import_of
from crosscase.server.uploads import UploadRoute, name_of_upload


def _jobs(request: Request) -> ImportJobs:
    return study_here(request).imports


Jobs = Annotated[ImportJobs, Depends(_jobs)]

router = APIRouter(tags=["imports"], route_class=UploadRoute)

_fresh_id = FreshIds(lambda: surroundings.system_clock_us() // 1000, surroundings.random_bytes)


@router.post("/imports", status_code=202)
async def begin_import(
    acting: Acting,
    jobs: Jobs,
    files: Annotated[list[UploadFile], File(description="Documents of any kind.")],
    speakers: Annotated[
        Literal["take", "leave"], Form(description="Whether clear labels become speakers.")
    ] = "take",
    language: Annotated[str | None, Form(max_length=40)] = None,
    join_lines: Annotated[bool, Form()] = False,
) -> Import:
    """Send files; they are read one after another, and nothing is stored yet."""
    known = jobs.known(acting.intent)
    if known is not None:
        return import_of(known)
    options = ImportOptions(speakers == "take", checked_language(language), join_lines)
    folder = jobs.fresh_folder()
    placed = await asyncio.to_thread(_put_down, files, folder)
    return import_of(jobs.begin(_fresh_id(), folder, placed, options, acting.intent))


@router.get("/imports/{id}")
async def show_import(jobs: Jobs, id: IdText) -> Import:
    """How far an import is, and what was read."""
    return import_of(jobs.get(id))


@router.put("/imports/{id}/choices")
async def choose_for_import(jobs: Jobs, id: IdText, says: ImportChoices) -> Import:
    """Choose names, languages and speakers, or leave sources out."""
    return import_of(await jobs.choose(id, says.chosen()))


@router.post("/imports/{id}/store", status_code=202)
async def store_import(acting: Acting, jobs: Jobs, id: IdText) -> Import:
    """Store what was read, as one operation."""
    return import_of(jobs.store(id, acting.intent))


@router.delete("/imports/{id}")
async def cancel_import(jobs: Jobs, id: IdText) -> Import:
    """Cancel an import that is not stored; its files are removed."""
    return import_of(await jobs.cancel(id))


def _put_down(files: Sequence[UploadFile], folder: Path) -> list[tuple[str, Path]]:
    """The files under numbers: what they are called is never a path here."""
    placed = []
    try:
        for number, sent in enumerate(files, 1):
            path = folder / f"{number:05}"
            with path.open("wb") as target:
                shutil.copyfileobj(sent.file, target)
            placed.append((name_of_upload(sent.filename, number), path))
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise Conflict(
            f"The files cannot be put down: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Make room where this machine keeps temporary files, and send them again.",
        ) from error
    return placed
