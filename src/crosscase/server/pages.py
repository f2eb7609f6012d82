"""The pages of the interface, as they were built into the package."""

from __future__ import annotations

import mimetypes
import re
from functools import lru_cache
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

from crosscase.server.guard import nonce_of
from crosscase.server.notices import notice

__all__ = ["SITE", "show_pages"]

SITE = Path(__file__).parent / "site"

_PLACE_OF_NONCE = b"__CSP_NONCE__"
_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_BUILT = (
    "This crosscase was installed without its interface.",
    "Install it from a wheel (`pip install crosscase`), or build the interface from the folder of "
    "its source: `make desk`.",
)
# No step upwards, no hidden file, nothing that a file system reads in its own way.
_PLAIN_NAME = re.compile(r"(?a:\w[\w.@-]*)(/(?a:\w[\w.@-]*))*")
# Not what the machine's own list says of a script: on some it is plain text.
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}


def show_pages(app: FastAPI, site: Path = SITE) -> None:
    """Answer every address outside /api with the interface."""

    @app.get("/assets/{path:path}", include_in_schema=False)
    async def asset(request: Request, path: str) -> Response:
        return _file(request, site, f"assets/{path}", _FOR_EVER)

    @app.get("/{path:path}", include_in_schema=False)
    async def page(request: Request, path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        if path and "/" not in path and "." in path and path != "index.html":
            found = _file(request, site, path, "no-cache")
            if found.status_code == 200:
                return found
        return _index(site / "index.html", nonce_of(request.scope))


def _index(index: Path, nonce: str) -> Response:
    headers = {"Cache-Control": "no-store"}
    if not index.is_file():
        page = notice("The interface is not built", *_NOT_BUILT, nonce=nonce)
        return HTMLResponse(page, status_code=503, headers=headers)
    page = _read(index, index.stat().st_mtime_ns).replace(_PLACE_OF_NONCE, nonce.encode())
    return HTMLResponse(page, headers=headers)


@lru_cache(2)
def _read(path: Path, _changed_ns: int) -> bytes:
    return path.read_bytes()


def _file(request: Request, site: Path, name: str, kept: str) -> Response:
    path = site / name
    if not _PLAIN_NAME.fullmatch(name) or not path.is_file():
        return PlainTextResponse("There is no such file.", status_code=404)
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    headers = {"Cache-Control": kept, "Vary": "Accept-Encoding"}
    packed = path.with_name(path.name + ".gz")
    if packed.is_file() and "gzip" in request.headers.get("accept-encoding", ""):
        path, headers = packed, {**headers, "Content-Encoding": "gzip"}
    return FileResponse(path, media_type=kind or "application/octet-stream", headers=headers)
