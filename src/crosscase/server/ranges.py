"""A part of a file that a page asks for: one range of bytes."""

from __future__ import annotations

import re
from urllib.parse import quote

from fastapi import Request, Response

__all__ = ["disposition", "ranged_response"]

_RANGE = re.compile(r"bytes=\s*(\d*)\s*-\s*(\d*)\s*")


def disposition(kind: str, name: str) -> str:
    """What a browser does with a file, and what it calls it: never a path, never a line end."""
    safe = "".join("_" if each in '/\\:"' or not each.isprintable() else each for each in name)
    return f"{kind}; filename*=UTF-8''{quote(safe[-150:] or 'file', safe='')}"


def ranged_response(
    request: Request, data: bytes, *, tag: str, type_: str, headers: dict[str, str]
) -> Response:
    """The bytes, or the one range of them that is asked for; several ranges get the whole.

    Arguments:
        request: what is asked for (Range, If-Range, If-None-Match).
        data: the whole file.
        tag: its name by what is in it, for ever the same.
        type_: its media type.
        headers: what else is said of it.
    """
    said = {**headers, "ETag": f'"{tag}"', "Accept-Ranges": "bytes"}
    known = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    if f'"{tag}"' in known:
        return Response(status_code=304, headers=said)
    asked = _RANGE.fullmatch(request.headers.get("range", ""))
    stands = request.headers.get("if-range", f'"{tag}"') == f'"{tag}"'
    if asked is None or asked.groups() == ("", "") or not stands:
        return Response(data, media_type=type_, headers=said)
    first, last = asked.groups()
    size = len(data)
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if start >= size or end <= start:
        return Response(status_code=416, headers={**said, "Content-Range": f"bytes */{size}"})
    said["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return Response(data[start:end], status_code=206, media_type=type_, headers=said)
