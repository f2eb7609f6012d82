"""The codebook as a file: taken in, and given out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response, UploadFile

from crosscase.errors import UnreadableFile
from crosscase.formats.codebook_files import read_codebook, write_codebook
from crosscase.server.asking import Acting, Asking, saved
from crosscase.server.desk import Told
from crosscase.server.shapes.codebook import CodebookFormat, CodebookImported
from crosscase.study import Study

router = APIRouter(tags=["codebook"])

_MOST_BYTES = 5_000_000
_KINDS = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "yaml": ("yaml", "application/yaml"),
    "md": ("markdown", "text/markdown; charset=utf-8"),
}


@router.post("/codebook/import")
async def import_codebook(
    acting: Acting,
    file: UploadFile,
    dry_run: Annotated[bool, Query(description="Only say what would be.")] = False,
) -> CodebookImported:
    """Take in a codebook file: codes at the same path are updated, new ones made, none removed."""
    data = await file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            "Codebooks are read up to 5 MB.",
            slug="file-too-large",
            hint="Export it anew as a table, without pictures.",
        )
    entries = read_codebook(data, file.filename or "codebook")

    def act(study: Study) -> Told:
        take = study.codebook.plan_import if dry_run else study.codebook.import_entries
        return Told(take(entries))

    done = await acting.do(act)
    did = done.told
    return CodebookImported(
        made=did.made,
        updated=did.updated,
        unchanged=did.unchanged,
        saved=None if dry_run else saved(done),
    )


@router.get("/codebook/file", response_class=Response)
async def codebook_file(
    asking: Asking, response: Response, format: CodebookFormat = "csv"
) -> Response:
    """The codebook as a file, which an import reads again."""
    called, media_type = _KINDS[format]

    def written(study: Study) -> bytes:
        return write_codebook(study.codebook.entries(), called)

    content = await asking.read(written)
    return Response(
        content,
        media_type=media_type,
        headers={
            "ETag": response.headers["ETag"],
            "Content-Disposition": f'attachment; filename="codebook.{format}"',
        },
    )
