"""How the study was done: reports, checklists with their answers, and the replication package."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Response, UploadFile
from fastapi import Path as InPath
from starlette.background import BackgroundTask

from crosscase import surroundings
from crosscase.errors import MistakeOfUse
from crosscase.server.asking import Acting, Asking, AsOf, require_unchanged
from crosscase.server.file_answers import PackageFile, WordFile, file_headers, file_route
from crosscase.server.ranges import disposition
from crosscase.server.shapes.reports import (
    ChecklistAnswer,
    ChecklistName,
    ItemAnswer,
    ReportAnswer,
    ReportName,
    checklist_answer,
    report_answer,
)
from crosscase.server.shapes.saved import Saved
from crosscase.server.uploads import UploadRoute, name_of_upload
from crosscase.study import Study
from crosscase.study_documents.telling import Telling

router = APIRouter(tags=["reports"])
_documents = APIRouter(prefix="/documents", tags=["documents"])
_packages = APIRouter(prefix="/documents", tags=["documents"], route_class=UploadRoute)


@_documents.get("/report.docx", **file_route(WordFile, "A Word document."))
async def report_document(
    asking: Asking,
    response: Response,
    name: Annotated[ReportName, Query(description="Which report.")] = "methods",
    as_of: AsOf = None,
) -> WordFile:
    """How the study was done, or a reporting checklist, from what the study knows."""
    telling = Telling(surroundings.local_time_text, as_of or None)
    made = await asking.read(lambda study: study.reports.named(name, telling=telling))
    content = await asyncio.to_thread(made.to_bytes)
    return WordFile(content, headers=file_headers(response, made.file_name))


@router.get("/reports/{name}")
async def report(asking: Asking, name: ReportName, as_of: AsOf = None) -> ReportAnswer:
    """The same to be read on a page: headed sections of sentences and tables."""
    telling = Telling(surroundings.local_time_text, as_of or None)
    return await asking.read(
        lambda study: report_answer(study.reports.named(name, telling=telling))
    )


@router.get("/checklists/{checklist}")
async def checklist(asking: Asking, checklist: ChecklistName) -> ChecklistAnswer:
    """A reporting checklist: what the study knows of each item, and what people answered."""
    return await asking.read(lambda study: checklist_answer(study.reports.checklist(checklist)))


@router.patch("/checklists/{checklist}/items/{number}")
async def answer_checklist_item(
    acting: Acting,
    checklist: ChecklistName,
    number: Annotated[int, InPath(ge=1, le=1_000, description="The number of the item.")],
    says: ItemAnswer,
) -> Saved:
    """Answer an item; an empty text takes the answer back."""

    def act(study: Study) -> None:
        shown = study.reports.answer_of(checklist, number)
        require_unchanged(says.was, lambda field: getattr(shown, field))
        given = says.model_dump(exclude_unset=True, exclude={"was"})
        study.reports.answer_all(checklist, {number: given})

    return await acting.write(act)


@_packages.post("/package.zip", **file_route(PackageFile, "The package."))
async def replication_package(
    acting: Acting,
    redacted: Annotated[
        bool, Form(description="Only what can be shared: nobody's words and no names.")
    ] = True,
    manuscripts: Annotated[
        list[UploadFile] | None, File(description="Papers to put in, each under its name.")
    ] = None,
) -> PackageFile:
    """Everything that is needed to follow or repeat the study, as it is now.

    Others go on with their work while it is made. The whole one, which holds all that was said, is
    refused where the study's policy keeps its quotes back.
    """
    papers = {
        name_of_upload(each.filename, number): await each.read()
        for number, each in enumerate(manuscripts or (), 1)
    }
    if len(papers) < len(manuscripts or ()):
        raise MistakeOfUse(
            "Two manuscripts have one name.", slug="name-taken", hint="Rename one of the files."
        )
    folder = Path(tempfile.mkdtemp(prefix="crosscase-"))

    def pack(study: Study) -> Path:
        if not redacted:
            study.disclosure.export_check().require_allowed()
        view = "shared package" if redacted else "replication package"
        made = study.reports.package(
            folder / study.documents.file_name(view, "zip"),
            redacted=redacted,
            manuscripts=papers,
            software=surroundings.software(),
            telling=Telling(surroundings.local_time_text),
        )
        return made.path

    try:
        packed = await acting.desk.read_apart(pack)
        if not redacted:
            await acting.desk.write(lambda study: study.reports.note_package(packed.name))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return PackageFile(
        packed,
        headers={"Content-Disposition": disposition("attachment", packed.name)},
        background=BackgroundTask(shutil.rmtree, folder, ignore_errors=True),
    )


router.include_router(_documents)
router.include_router(_packages)
