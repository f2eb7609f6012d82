"""The archive of a .qdpx project: its XML and its files, found by name and never unpacked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from urllib.parse import unquote

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import ZIP_TROUBLE, open_archive

__all__ = ["INTERNAL", "Package", "is_external", "open_package"]

INTERNAL = "internal://"
# The XML is never held as a whole tree, so that it may be larger than that of a document:
# two hundred thousand codings take about 100 MB.
_MOST_XML_BYTES = 400_000_000
_EXTERNAL = ("relative:", "absolute:", "file:", "http:", "https:")
_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_XML_ENDING = ".qde"
_PROJECT = "project.qde"
_FOLDER = "sources/"


@dataclass(frozen=True)
class Package:
    """The XML of a project or codebook, and the files that came with it.

    ``_members`` maps folded names to members of the archive, ``_folder`` is where its XML lies
    (with a slash at its end, empty at the top); a bare XML file has none.
    """

    name: str
    xml: bytes
    _archive: zipfile.ZipFile | None = None
    _members: Mapping[str, zipfile.ZipInfo] = field(default_factory=dict)
    _folder: str = ""

    def find(self, path: str | None) -> bytes | None:
        """The bytes of a file that a path of the project names; None when it is not inside.

        Paths without ``internal://`` mean a file inside too; external ones are never opened.
        """
        member = self._member(path)
        if member is None or self._archive is None:
            return None
        return _bytes_of(self._archive, member, self.name)

    def unnamed(self, paths: Iterable[str | None]) -> int:
        """How many files of its sources none of these paths names."""
        named = {each.filename for path in paths if (each := self._member(path)) is not None}
        folder = f"{self._folder}{_FOLDER}".casefold()
        inside = (each.filename for at, each in self._members.items() if at.startswith(folder))
        return len(set(inside) - named)

    def _member(self, path: str | None) -> zipfile.ZipInfo | None:
        if path is None or is_external(path):
            return None
        bare = path.removeprefix(INTERNAL).lstrip("/").replace("\\", "/")
        # An archive made of a folder by hand has everything one folder down, beside its XML.
        beside = (f"{self._folder}{_FOLDER}", self._folder, _FOLDER, "")
        for wanted, where in product((bare, unquote(bare)), dict.fromkeys(beside)):
            member = self._members.get(f"{where}{wanted}".casefold())
            if member is not None:
                return member
        return None


def is_external(path: str) -> bool:
    """Whether a path names a file outside the archive."""
    folded = path.strip().casefold()
    return folded.startswith(_EXTERNAL) or folded[1:3] in (":\\", ":/") or folded.startswith("\\\\")


def open_package(data: bytes, name: str) -> Package:
    """Open a project or codebook by what is inside, whatever its ending.

    Args:
        data: the file.
        name: its name, for sentences.

    Raises:
        UnreadableFile: it is empty, damaged, harmful, or no REFI-QDA file.
    """
    if not data.strip():
        raise UnreadableFile(
            f"“{name}” is empty.", slug="empty-file", hint="Export or download it again."
        )
    if not data.startswith(_MARKS):
        if len(data) > _MOST_XML_BYTES:
            raise _too_large(name)
        return Package(name, data)
    archive = open_archive(data, name)
    members = _index(archive, name)
    found = _project_file(members)
    if found is None:
        raise UnreadableFile(
            f"“{name}” holds no REFI-QDA project.",
            slug="no-project",
            hint="Export the project as REFI-QDA (.qdpx) from the program that made it.",
        )
    if found.file_size > _MOST_XML_BYTES:
        raise _too_large(name)
    folder, slash, _ = found.filename.rpartition("/")
    return Package(name, _bytes_of(archive, found, name), archive, members, folder + slash)


def _too_large(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"The project file of “{name}” is over 400 MB.",
        slug="file-too-large",
        hint="Export the project in parts.",
    )


def _index(archive: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    """The files by folded name; what could be read in two ways, or is no file, is refused."""
    members: dict[str, zipfile.ZipInfo] = {}
    for member in archive.infolist():
        called = member.orig_filename
        if "\\" in called or "\0" in called or ":" in called:
            raise _strange(name, "whose name no program for analysis writes")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise _strange(name, "that is a link to another")
        if member.is_dir():
            continue
        folded = member.filename.casefold()
        if folded in members:
            raise _strange(name, "of which there are two under one name")
        members[folded] = member
    return members


def _strange(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” holds a file {what}, so it was not opened.",
        slug="strange-archive",
        hint="Export the project anew from the program that made it.",
    )


def _project_file(members: Mapping[str, zipfile.ZipInfo]) -> zipfile.ZipInfo | None:
    """The project's XML: project.qde at the top, else the first .qde nearest to it."""
    if _PROJECT in members:
        return members[_PROJECT]
    found = [
        each for each in members if each.endswith(_XML_ENDING) and not each.startswith("__macosx/")
    ]
    nearest = min(found, key=lambda each: (each.count("/"), each), default=None)
    return None if nearest is None else members[nearest]


def _bytes_of(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    try:
        return archive.read(member)
    except ZIP_TROUBLE as error:
        raise UnreadableFile(
            f"“{name}” is damaged or was cut short.",
            slug="damaged-file",
            hint="Download or copy it again.",
        ) from error
