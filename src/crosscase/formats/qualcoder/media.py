"""Of what kind a QualCoder source is, where its file lies, and which times its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from crosscase.errors import CrosscaseError
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.pdf_pages import read_pdf_page
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.package import INTERNAL

__all__ = ["PageHeights", "kind_of", "path_of", "times_in"]

_FOLDERS = {"/docs/": "documents/", "/images/": "images/", "/audio/": "audio/", "/video/": "video/"}
_LINKED = ("docs:", "images:", "audio:", "video:")
_KINDS = {"images": "PictureSource", "audio": "AudioSource", "video": "VideoSource"}
_ENDINGS = {
    ".jpg": "PictureSource", ".jpeg": "PictureSource", ".png": "PictureSource",
    ".mp3": "AudioSource", ".wav": "AudioSource", ".m4a": "AudioSource",
    ".mkv": "VideoSource", ".mov": "VideoSource", ".mp4": "VideoSource", ".ogg": "VideoSource",
    ".wmv": "VideoSource",
}  # fmt: skip
# [00:01:12], [01.12], {00:01:12}, #00:01:12-3#, #00:01:12.345#: hours may be missing.
_TIME = re.compile(
    r"[\[{#](?:(\d{1,2})[:.])?(\d{1,3})[:.]([0-5]\d)(?:[.,-](\d{1,3}))?[\]}#]"
    r"|(?m:^)(\d{1,2}):([0-5]\d):([0-5]\d)[.,](\d{3})(?= *-->)"
)


def kind_of(row: Row) -> str:
    """The kind of a source, as REFI-QDA names it: by its path, since no column says it."""
    path = row.text("mediapath") or ""
    ending = PurePosixPath(path.replace("\\", "/")).suffix.casefold()
    if ending == ".pdf":
        return "PDFSource"
    if path.startswith(("/docs/", "docs:")) or len(path) < len("docs:"):
        return "TextSource"
    for name, kind in _KINDS.items():
        if path.startswith((f"/{name}/", f"{name}:")):
            return kind
    return _ENDINGS.get(ending, "TextSource")


def path_of(row: Row) -> str | None:
    """The path of a source's file, as REFI-QDA writes it: inside the folder, or outside."""
    path = row.text("mediapath") or ""
    for begins, folder in _FOLDERS.items():
        if path.startswith(begins):
            return f"{INTERNAL}{folder}{path.removeprefix(begins)}"
    for begins in _LINKED:
        if path.startswith(begins):
            return f"absolute:///{path.removeprefix(begins).lstrip('/')}"
    return f"{INTERNAL}{path.lstrip('/')}" if path else None


def times_in(text: str) -> Iterator[tuple[int, int]]:
    """The times that the words of a transcript name: where each stands, and its milliseconds.

    A time that lies before an earlier one is no place in a recording.
    """
    last = -1
    for match in _TIME.finditer(text):
        parts = match.groups()[4:] if match[5] is not None else match.groups()[:4]
        hours, minutes, seconds = (int(each or 0) for each in parts[:3])
        fraction = int((parts[3] or "0").ljust(3, "0"))
        time_ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction
        if time_ms > last:
            last = time_ms
            yield match.start(), time_ms


class PageHeights:
    """The heights of the pages of a project's PDFs, read as far as areas need them."""

    def __init__(self, files: ProjectFiles) -> None:
        self._files = files
        self._data: dict[str, bytes | None] = {}
        self._found: dict[tuple[str, int], float | None] = {}

    def of(self, path: str | None, page: int) -> float | None:
        """The height in points of a page, counted from 0; None when it cannot be had."""
        if path is None:
            return None
        if path not in self._data:
            self._data[path] = self._files.find(path)
        data = self._data[path]
        if (path, page) not in self._found:
            self._found[path, page] = None if data is None else _height(data, path, page)
        return self._found[path, page]


def _height(data: bytes, path: str, page: int) -> float | None:
    try:
        return read_pdf_page(data, path.rpartition("/")[2], page + 1).height
    except CrosscaseError:
        return None
