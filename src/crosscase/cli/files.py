"""Files that commands read and write; what goes wrong there is told in a sentence."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from crosscase.errors import Conflict, NotFound, UnreadableFile

__all__ = ["bytes_of_file", "require_free", "text_of_file", "write_new"]


def bytes_of_file(path: Path) -> bytes:
    """The bytes of a file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"There is no file “{path}”.", slug="file-not-found") from None
    except IsADirectoryError:
        raise NotFound(f"“{path}” is a folder, not a file.", slug="file-not-found") from None
    except OSError as error:
        raise UnreadableFile(
            f"“{path.name}” cannot be read: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-read",
            hint="Check that it is still there and that you may read it.",
        ) from error


def text_of_file(path: Path) -> str:
    """The words of a text file, in whichever encoding they are."""
    from crosscase.formats.decoding import decode
    from crosscase.formats.document import checked_text

    return checked_text(decode(bytes_of_file(path), path.name).text, path.name)


def require_free(path: Path | None) -> None:
    """Refuse a file that is there already, before the work that would end in it."""
    if path is not None and path.exists():
        raise Conflict(
            f"“{path.name}” is there already.",
            slug="file-exists",
            hint="Choose another name, or delete it first.",
        )


def write_new(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file, all of it or nothing; one that is there is only replaced on wish."""
    if path.exists() and not replace:
        raise Conflict(
            f"“{path.name}” is there already.",
            slug="file-exists",
            hint="Choose another name, or give --replace.",
        )
    whole = path.resolve()
    part = whole.with_name(f"{whole.name}.part")
    try:
        part.write_bytes(data)
        part.replace(whole)
    except FileNotFoundError:
        raise NotFound(f"There is no folder “{path.parent}”.", slug="folder-not-found") from None
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise UnreadableFile(
            f"“{path.name}” cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Choose a folder that you may write to, with enough space.",
        ) from error
