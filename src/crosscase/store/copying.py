"""A safe copy of a study, even while it is in use."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from crosscase.errors import Conflict, NotFound, UnreadableFile
from crosscase.store.file_connection import is_there, translated
from crosscase.store.media_folder import copy_media
from crosscase.store.study_file import StudyFile

__all__ = ["copy_file"]


def copy_file(file: StudyFile, target: Path, *, with_media: bool = True) -> int:
    """Copy the study to a new file, its recordings beside it; returns the size of all in bytes.

    Refuses to overwrite.
    """
    if is_there(target):
        raise Conflict(
            f"“{target.name}” is there already.",
            slug="file-exists",
            hint="Choose another name; crosscase never overwrites a study.",
        )
    if not target.parent.is_dir():
        raise NotFound(f"There is no folder “{target.parent}”.", slug="folder-not-found")
    partial = target.with_name(target.name + ".partial")
    try:
        partial.unlink(missing_ok=True)  # what a copy that was broken off left behind
        with translated(target):
            there = sqlite3.connect(partial)
            try:
                file.driver().backup(there)
                there.execute("PRAGMA journal_mode=DELETE")
            finally:
                there.close()
        with file.read() as connection:
            media_size = copy_media(file, connection, target) if with_media else 0
        partial.replace(target)
    except OSError as error:
        raise UnreadableFile(
            f"“{target.name}” cannot be written there: {error.strerror}.",
            slug="cannot-write",
            hint="Choose a folder that you may write to, with enough space.",
        ) from error
    finally:
        with suppress(OSError):  # the first error says more
            partial.unlink(missing_ok=True)
    return target.stat().st_size + media_size
