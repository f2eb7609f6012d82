"""The words of a text in a REFI-QDA project: inline, in its plain file, or in its styled one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from crosscase.errors import UnreadableFile
from crosscase.formats.decoding import decode
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.reading import read_document
from crosscase.formats.refi_qda.package import INTERNAL, is_external
from crosscase.formats.refi_qda.records import TextPart, Transcript

__all__ = ["FoundText", "find_text"]


@dataclass(frozen=True, slots=True)
class FoundText:
    """The words as they are stored (with their line ends and mark), and the file's hash.

    ``oddities`` are slugs of what was unusual; ``words`` is None when there are none to be had.
    """

    words: str | None
    sha256: str | None = None
    oddities: tuple[str, ...] = ()


def find_text(package: ProjectFiles, part: TextPart | Transcript) -> FoundText:
    """The words of a text; when its plain file is missing, those of its styled one."""
    if part.content is not None:
        return FoundText(part.content, _hash(part.content.encode("utf-8", "surrogatepass")))
    slugs: list[str] = []
    for path, styled in ((part.plain_path, False), (part.rich_path, True)):
        if path is None:
            continue
        data = package.find(path)
        if data is None:
            slugs.append("file-outside" if is_external(path) else "file-missing")
            continue
        if INTERNAL not in path:
            slugs.append("path-without-scheme")
        try:
            words = _styled(data, path) if styled else _plain(data, path, slugs)
        except UnreadableFile:
            slugs.append("file-unreadable")
            continue
        if styled:
            slugs.append("styled-text-taken")
        if words:
            return FoundText(words, _hash(data), tuple(slugs))
        slugs.append("text-empty")
    return FoundText(None, None, tuple(slugs) or ("text-missing",))


def _plain(data: bytes, path: str, slugs: list[str]) -> str:
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        slugs.append("encoding-guessed")
        words = decode(data, path).text
    if "\0" in words:
        raise UnreadableFile("It holds NUL characters.", slug="binary-file")
    return words


def _styled(data: bytes, path: str) -> str:
    return read_document(data, path.rpartition("/")[2]).text


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
