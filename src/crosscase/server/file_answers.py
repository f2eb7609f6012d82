"""Answers that are files to be saved: their kinds, how routes declare them, their names."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import Response
from fastapi.responses import FileResponse

from crosscase.report.document import MEDIA_TYPE

__all__ = [
    "CommaTable",
    "PackageFile",
    "PageFile",
    "WordFile",
    "Workbook",
    "file_headers",
    "file_route",
]


class WordFile(Response):
    """A Word document to be saved."""

    media_type = MEDIA_TYPE


class Workbook(Response):
    """A spreadsheet to be saved."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class CommaTable(Response):
    """A table of comma-separated values to be saved."""

    media_type = "text/csv; charset=utf-8"


class PackageFile(FileResponse):
    """A package of files to be saved, sent from where it lies."""

    media_type = "application/zip"


class PageFile(Response):
    """A page of HTML to be saved."""

    media_type = "text/html; charset=utf-8"


def file_route(kind: type[Response], what: str) -> dict[str, Any]:
    """How a route that answers with a file is declared."""
    content = {str(kind.media_type): {"schema": {"type": "string", "format": "binary"}}}
    return {
        "response_class": kind,
        "responses": {200: {"content": content, "description": what}},
    }


def file_headers(response: Response, name: str) -> dict[str, str]:
    """The headers of a file of this name, whatever letters are in it."""
    plain = name.encode("ascii", "ignore").decode().replace('"', "").strip() or "document"
    return {
        "ETag": response.headers["ETag"],
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
    }
