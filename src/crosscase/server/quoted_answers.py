"""Framework matrices and grids as files to be saved: checked, and with links to their passages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from fastapi import Response

from crosscase import surroundings
from crosscase.report.quoted_page import quoted_page
from crosscase.report.quoted_table import QuotedTable
from crosscase.server.asking import Asking
from crosscase.server.file_answers import (
    CommaTable,
    PageFile,
    WordFile,
    Workbook,
    file_headers,
)
from crosscase.study import Study
from crosscase.study_documents.telling import Telling

__all__ = ["QuotedEnding", "QuotedFiles", "quoted_file", "quoted_route"]

QuotedEnding = Literal["docx", "xlsx", "csv", "html"]
_KINDS: dict[str, type[Response]] = {
    "docx": WordFile,
    "xlsx": Workbook,
    "csv": CommaTable,
    "html": PageFile,
}


class QuotedFiles(Protocol):
    """A table with its quotes that can be written to files."""

    @property
    def quoted(self) -> QuotedTable:
        """The table with its quotes."""

    @property
    def places(self) -> Sequence[tuple[str, int, int]]:
        """The passages of which its export is checked."""

    def to_xlsx(self) -> bytes:
        """It as a workbook."""

    def to_csv(self) -> bytes:
        """It as comma-separated values."""


def quoted_route() -> dict[str, Any]:
    """How a route that answers with any of these files is declared."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    content = {str(kind.media_type): binary for kind in _KINDS.values()}
    return {
        "response_class": Response,
        "responses": {200: {"content": content, "description": "The file."}},
    }


async def quoted_file(
    asking: Asking,
    response: Response,
    ending: QuotedEnding,
    view: str,
    files: Callable[[Study], QuotedFiles],
    as_of: str | None,
) -> Response:
    """The file; refused where the study's policy of today on quotes says so."""
    policy = await asking.desk.read(lambda study: study.disclosure.policy())
    telling = Telling(surroundings.local_time_text, as_of or None)

    def made(study: Study) -> tuple[Callable[[], bytes], str]:
        found = files(study)
        if found.places:
            study.disclosure.export_check(found.places, policy=policy).require_allowed()
        name = study.documents.file_name(view, ending)
        match ending:
            case "docx":
                return study.documents.quoted_table(found.quoted, telling=telling).to_bytes, name
            case "xlsx":
                return found.to_xlsx, name
            case "csv":
                return found.to_csv, name
        return lambda: quoted_page(found.quoted).encode(), name

    write, name = await asking.read(made)
    content = await asyncio.to_thread(write)
    return _KINDS[ending](content, headers=file_headers(response, name))
