"""Figures as files to be saved: what they show is read with the study, and drawn beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import quote

from fastapi import Response

from crosscase.report.figures.framing import Figure
from crosscase.report.figures.writing import figure_bytes
from crosscase.server.asking import Asking
from crosscase.study import Study

__all__ = ["FIGURE", "FigureKind", "figure_file"]

FigureKind = Literal["svg", "png", "html"]
_MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "html": "text/html; charset=utf-8"}

FIGURE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
            for media_type in _MEDIA_TYPES.values()
        },
        "description": "A figure.",
    }
}
"""How a route that answers with a figure declares it."""


async def figure_file(
    asking: Asking,
    response: Response,
    draw: Callable[[Study], Figure],
    view: str,
    kind: FigureKind,
) -> Response:
    """The figure of a study as a file, named after the study and the view."""

    def drawn(study: Study) -> tuple[Figure, str]:
        return draw(study), study.documents.file_name(view, kind)

    figure, name = await asking.read(drawn)
    content = await asyncio.to_thread(figure_bytes, figure, kind)
    plain = name.encode("ascii", "ignore").decode().replace('"', "").strip() or f"figure.{kind}"
    told = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    headers = {"ETag": response.headers["ETag"], "Content-Disposition": told}
    return Response(content, media_type=_MEDIA_TYPES[kind], headers=headers)
