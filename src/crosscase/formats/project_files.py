"""The files that came with a project: in its archive, in its folder, or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from crosscase.formats.refi_qda.package import INTERNAL, is_external

__all__ = ["FilesBelow", "FolderFiles", "NoFiles", "ProjectFiles"]

_MOST_BYTES = 2**31 - 1
_MOST_PARTS = 16
_NEVER = (INTERNAL, "http:", "https:")


class ProjectFiles(Protocol):
    """The files that came with a project."""

    @property
    def name(self) -> str:
        """What the project's file is called, for sentences."""
        ...

    def find(self, path: str | None) -> bytes | None:
        """The bytes of a file that the project names; None when it is not inside."""
        ...

    def unnamed(self, paths: Iterable[str | None]) -> int:
        """How many files that lie inside are named by none of these paths."""
        ...


@dataclass(frozen=True, slots=True)
class NoFiles:
    """A project that is one file, without others."""

    name: str

    def find(self, path: str | None) -> bytes | None:
        """None: there are none."""
        return None

    def unnamed(self, paths: Iterable[str | None]) -> int:
        """No file: there are none."""
        return 0


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files in a project's own folder; nothing outside it is ever opened."""

    name: str
    folder: Path

    def find(self, path: str | None) -> bytes | None:
        """The bytes of a file in the folder, by its path from there."""
        if path is None or is_external(path) or "\0" in path:
            return None
        parts = path.removeprefix(INTERNAL).replace("\\", "/").strip("/").split("/")
        if ".." in parts:
            return None
        try:
            root = self.folder.resolve(strict=True)
            found = root.joinpath(*parts).resolve(strict=True)
            # A link inside the folder may lead out of it.
            inside = found.is_relative_to(root) and found.is_file()
            if not inside or found.stat().st_size > _MOST_BYTES:
                return None
            return found.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None

    def unnamed(self, paths: Iterable[str | None]) -> int:
        """No file: a tool's own folder holds much that is no part of the project."""
        return 0


@dataclass(frozen=True, slots=True)
class FilesBelow:
    """The files of a project, and those that lie outside it, as far as they are below a folder.

    The folder is one that somebody named: of a path, as much of its end as is found there counts.
    """

    inside: ProjectFiles
    folder: Path

    @property
    def name(self) -> str:
        """What the project's file is called, for sentences."""
        return self.inside.name

    def find(self, path: str | None) -> bytes | None:
        """The bytes of a file inside the project, else below the folder."""
        found = self.inside.find(path)
        if found is not None or path is None or path.strip().casefold().startswith(_NEVER):
            return found
        below = FolderFiles(self.name, self.folder)
        for written in dict.fromkeys((path, unquote(path))):
            parts = [each for each in written.replace("\\", "/").split("/") if each != "."]
            climbs = [number for number, each in enumerate(parts, 1) if each == ".."]
            parts = parts[climbs[-1] if climbs else 0 :][-_MOST_PARTS:]
            for start in range(len(parts)):
                found = below.find("/".join(parts[start:]))
                if found is not None:
                    return found
        return None

    def unnamed(self, paths: Iterable[str | None]) -> int:
        """How many of those inside the project it does not name."""
        return self.inside.unnamed(paths)
