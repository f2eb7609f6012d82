"""Recordings beside the study: ``NAME.media/`` holds each by the SHA-256 of its bytes.

They are too large for the study's own file. A file in the folder never changes: it is written
under another name, made sure of on the disk, and only then named by its hash.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.log.canonical import decode
from crosscase.model.kinds import KINDS
from crosscase.model.media import MediaFile, media_from_text
from crosscase.store.changes import iter_all_changes
from crosscase.store.study_file import StudyFile

__all__ = [
    "bring_media",
    "changed_media",
    "copy_media",
    "drop_media",
    "folder_of",
    "hash_of_file",
    "media_path",
    "require_folder",
    "store_media",
    "used_media",
]

_SOURCE = KINDS["source"]
_MEDIA = _SOURCE.by_name["media"].number
_PIECE = 1 << 20


def folder_of(path: Path) -> Path:
    """The folder beside a study's file."""
    return path.with_suffix(".media")


def require_folder(file: StudyFile) -> Path:
    """The study's folder of recordings; MistakeOfUse for a study that is only in memory."""
    path = _path_of(file)
    if path is None:
        raise MistakeOfUse(
            "A study that is only in memory has no folder for recordings.",
            slug="no-media-folder",
            hint="Make the study as a file, and add the recording to that.",
        )
    return folder_of(path)


def _path_of(file: StudyFile) -> Path | None:
    """Where the study lies; a study of another time lies where it was read from."""
    return file.path if file.blobs_from is None else _path_of(file.blobs_from)


def media_path(file: StudyFile, media: MediaFile) -> Path:
    """Where a recording lies; NotFound with the way out when it is not there."""
    path = require_folder(file) / media.sha256
    if not path.is_file():
        raise NotFound(
            f"The recording “{media.name}” is not in the folder “{path.parent.name}”.",
            slug="media-missing",
            hint="Copy that folder beside the study again, or attach the recording anew.",
        )
    return path


def hash_of_file(path: Path) -> str:
    """The SHA-256 of a file, however large."""
    running = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            running.update(piece)
    return running.hexdigest()


def store_media(folder: Path, stream: BinaryIO, name: str) -> str:
    """Copy a recording into a folder of recordings; returns its SHA-256.

    Raises:
        UnreadableFile: it cannot be read or written (as where the disk is full), or is empty.
    """
    running = hashlib.sha256()
    with _translated(name, folder):
        folder.mkdir(exist_ok=True)
        partial = folder / f".{os.getpid()}-{id(stream):x}.partial"
        try:
            with partial.open("wb") as out:
                while piece := stream.read(_PIECE):
                    running.update(piece)
                    out.write(piece)
                size = out.tell()
                out.flush()
                os.fsync(out.fileno())
            if not size:
                raise UnreadableFile(
                    f"“{name}” is empty.",
                    hint="Check that it was copied or downloaded completely.",
                    slug="empty-file",
                )
            partial.replace(folder / running.hexdigest())
            _make_sure(folder)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            with suppress(OSError):
                folder.rmdir()  # goes only when nothing is in it
    return running.hexdigest()


@contextmanager
def _translated(name: str, folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UnreadableFile(
                f"The disk is too full to keep “{name}” in “{folder.name}”.",
                slug="disk-full",
                hint="Make room on it and try again; nothing was changed.",
            ) from error
        raise UnreadableFile(
            f"“{name}” cannot be copied into “{folder.name}”: {error.strerror}.",
            slug="cannot-write",
            hint="Check that the recording is still there and that you may write beside the study.",
        ) from error


def _make_sure(folder: Path) -> None:
    """Have the folder itself written, so that the new name outlives a power cut."""
    with suppress(OSError):  # Windows does not open folders
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)


def used_media(file: StudyFile, connection: Connection) -> dict[str, MediaFile]:
    """The recordings that an open change names, by hash: also those that an undo brings back."""
    used: dict[str, MediaFile] = {}
    for _, changes in iter_all_changes(file, connection, [_SOURCE.number]):
        for change in changes:
            if change.fields is not None:
                media = media_from_text(decode(change.fields).get(_MEDIA))
                if media is not None:
                    used.setdefault(media.sha256, media)
    return used


def drop_media(file: StudyFile, hashes: Iterable[str]) -> None:
    """Take recordings away for ever: after a purge, those that no source names any more."""
    path = _path_of(file)
    if path is None:
        return
    folder = folder_of(path)
    for name in hashes:
        with _translated(name[:12], folder):
            (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def copy_media(file: StudyFile, connection: Connection, target: Path) -> int:
    """Copy the recordings of a study beside a copy of it; returns their size in bytes."""
    path = _path_of(file)
    return (
        0
        if path is None
        else _copied(folder_of(path), folder_of(target), used_media(file, connection))
    )


def bring_media(file: StudyFile, connection: Connection, other: StudyFile) -> int:
    """Bring over the recordings that this study names and only the other copy has."""
    here, there = _path_of(file), _path_of(other)
    if here is None or there is None:
        return 0
    return _copied(folder_of(there), folder_of(here), used_media(file, connection))


def _copied(source: Path, target: Path, wanted: dict[str, MediaFile]) -> int:
    size = 0
    for name, media in sorted(wanted.items()):
        if not (source / name).is_file() or (target / name).is_file():
            continue
        with _translated(media.name, target), (source / name).open("rb") as stream:
            # Under the hash that it has: a damaged one never takes the place of a sound one.
            kept = store_media(target, stream, media.name)
        if kept != name:
            (target / kept).unlink(missing_ok=True)
        else:
            size += (target / name).stat().st_size
    return size


def changed_media(file: StudyFile, connection: Connection) -> Iterator[tuple[MediaFile, bool]]:
    """The recordings that are not as they should be, and whether each is there at all."""
    path = _path_of(file)
    for name, media in sorted(used_media(file, connection).items()):
        kept = None if path is None else folder_of(path) / name
        if kept is None or not kept.is_file():
            yield media, False
        elif hash_of_file(kept) != name:
            yield media, True
