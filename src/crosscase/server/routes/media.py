"""What a source is besides its words: its original file, its pages, its recording."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Path, Request, Response, UploadFile
from fastapi.responses import FileResponse

from crosscase.server.asking import Acting, Asking
from crosscase.server.ranges import disposition, ranged_response
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.media import PageOfSource, page_of_source
from crosscase.server.shapes.saved import Saved
from crosscase.server.uploads import UploadRoute, name_of_upload
from crosscase.study import Study

__all__ = ["router"]


class _RecordingRoute(UploadRoute):
    """A video of some hours is larger than documents are."""

    most_bytes = 20_000_000_000


router = APIRouter(tags=["sources"], route_class=_RecordingRoute)
_documents = APIRouter(route_class=UploadRoute)

_NOT_SHOWN = "application/octet-stream"
_BYTES: dict[int | str, dict[str, Any]] = {
    200: {"content": {_NOT_SHOWN: {}}, "description": "The file."},
    206: {"content": {_NOT_SHOWN: {}}, "description": "The range of bytes that was asked for."},
    416: {"description": "The file has no such range."},
}


@router.get("/sources/{source}/original", response_class=Response, responses=_BYTES)
async def source_original(request: Request, asking: Asking, source: IdText) -> Response:
    """The file that a source was read from, as it came, if it is kept in the study.

    PDFs and pictures are shown; all else is only downloaded, so that no page that somebody
    imported runs here.
    """
    kept = await asking.read(lambda study: study.sources.original(source))
    how = "attachment" if kept.type is None else "inline"
    return ranged_response(
        request,
        kept.data,
        tag=kept.sha256,
        type_=kept.type or _NOT_SHOWN,
        headers={"Content-Disposition": disposition(how, kept.file_name)},
    )


@_documents.put("/sources/{source}/original")
async def keep_source_original(
    acting: Acting,
    source: IdText,
    file: Annotated[UploadFile, File(description="The very file that was imported.")],
) -> Saved:
    """Keep the file that a source was read from, if it was not kept when it came in."""
    name, data = name_of_upload(file.filename, 1), await file.read()

    def act(study: Study) -> None:
        study.sources.keep_original(source, data, name=name)

    return await acting.write(act)


@router.get("/sources/{source}/pages/{page}", response_model=PageOfSource)
async def source_page(
    asking: Asking, source: IdText, page: Annotated[int, Path(ge=0, le=1_000_000)]
) -> Response:
    """One page of a PDF (from 1) with the place of each word, or the size of a picture (0)."""
    return await asking.read_encoded(lambda study: page_of_source(study.sources.page(source, page)))


@router.get("/sources/{source}/media", response_class=FileResponse, responses=_BYTES)
async def source_media(asking: Asking, source: IdText) -> FileResponse:
    """The recording of a source, or the range of bytes of it that is asked for."""
    path, media = await asking.read(lambda study: study.sources.recording(source))
    return FileResponse(
        path,
        media_type=media.type,
        headers={
            "ETag": f'"{media.sha256}"',
            "Content-Disposition": disposition("inline", media.name),
        },
    )


@router.put("/sources/{source}/media")
async def attach_media(
    acting: Acting,
    source: IdText,
    file: Annotated[UploadFile, File(description="An audio or video file.")],
) -> Saved:
    """Put a recording beside a source; its transcript then follows it."""
    name = name_of_upload(file.filename, 1)

    def act(study: Study) -> None:
        study.sources.attach_media(source, file.file, name=name)

    return await acting.write(act, long=True, what="recording")


@router.delete("/sources/{source}/media")
async def detach_media(acting: Acting, source: IdText) -> Saved:
    """Take the recording from a source; undo brings it back."""

    def act(study: Study) -> None:
        study.sources.detach_media(source)

    return await acting.write(act)


router.include_router(_documents)
