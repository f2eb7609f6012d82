"""Interview guides: their versions with topics and questions, as a list and as files."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response, UploadFile

from crosscase.errors import UnreadableFile
from crosscase.formats.guide_files import read_guide
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.guides import (
    GuideChange,
    GuideList,
    NewGuide,
    NewGuideVersion,
    guide_row,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.server.uploads import name_of_upload
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])

_MOST_BYTES = 5_000_000


@router.get("/guides")
async def guides(asking: Asking) -> GuideList:
    """All versions of all guides with their topics, those of one guide together, oldest first."""

    def listed(study: Study) -> GuideList:
        return GuideList(
            guides=[
                guide_row(guide, topics, is_newest=is_newest)
                for guide, topics, is_newest in study.guides.with_topics()
            ]
        )

    return await asking.read(listed)


@router.get("/guides/{guide}/file", response_class=Response, responses={
    200: {"content": {"text/markdown": {"schema": {"type": "string"}}}}
})  # fmt: skip
async def guide_file(asking: Asking, response: Response, guide: IdText) -> Response:
    """A version of a guide as Markdown, which an import reads again with its keys."""
    text = await asking.read(lambda study: study.guides.to_markdown(guide))
    return Response(
        text,
        media_type="text/markdown; charset=utf-8",
        headers={
            "ETag": response.headers["ETag"],
            "Content-Disposition": 'attachment; filename="guide.md"',
        },
    )


@router.post("/guides")
async def add_guide(acting: Acting, new: NewGuide) -> Saved:
    """Add a guide with its topics."""

    def act(study: Study) -> list[str]:
        return [study.guides.add(**new.model_dump()).id]

    return await acting.write(act)


@router.post("/guides/file")
async def import_guide(
    acting: Acting,
    file: UploadFile,
    name: Annotated[
        str | None, Query(max_length=500, description="Where the file does not say it.")
    ] = None,
) -> Saved:
    """Take a guide from a file: a new one, or a new version of the one of that name."""
    data = await file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            "Guides are read up to 5 MB.",
            slug="file-too-large",
            hint="Save it anew, without pictures.",
        )
    called = name_of_upload(file.filename, 1)
    read = read_guide(data, called)

    def act(study: Study) -> list[str]:
        stem = called.rpartition(".")[0] or called
        return [study.guides.import_file(read, name or read.name or stem).id]

    return await acting.write(act)


@router.post("/guides/{guide}/versions")
async def add_guide_version(acting: Acting, guide: IdText, new: NewGuideVersion) -> Saved:
    """Add a version of a guide that replaces this one; topics that go on keep their keys."""

    def act(study: Study) -> list[str]:
        return [study.guides.new_version(guide, **new.model_dump()).id]

    return await acting.write(act)


@router.patch("/guides/{guide}")
async def change_guide(acting: Acting, guide: IdText, says: GuideChange) -> Saved:
    """Mend a version of a guide."""

    def act(study: Study) -> None:
        study.guides.change(guide, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/guides/{guide}")
async def remove_guide(acting: Acting, guide: IdText) -> Saved:
    """Remove a version of a guide with the turns linked to it, until it is restored."""

    def act(study: Study) -> None:
        study.guides.remove(guide)

    return await acting.write(act)


@router.post("/guides/{guide}/restore")
async def restore_guide(acting: Acting, guide: IdText) -> Saved:
    """Bring a removed version back."""

    def act(study: Study) -> None:
        study.guides.restore(guide)

    return await acting.write(act)
