"""What is left to do after a purge is stored: old pages, the side file, and recordings beside it.

That it is to be done is noted in the study's file, and struck out when it was: a program that is
killed between leaves a note, so that nobody takes the file for clean before it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from crosscase.errors import CrosscaseError
from crosscase.store.file_connection import translated
from crosscase.store.media_folder import drop_media, used_media
from crosscase.store.study_file import StudyFile

__all__ = [
    "is_left_to_scrub",
    "note_merge",
    "note_scrub",
    "scrub_file",
    "scrub_noted",
    "strike_notes",
]

_KEY = "to scrub "


def note_scrub(connection: Connection, what_for: str, recordings: Iterable[str] = ()) -> None:
    """Note that the file is to be scrubbed, and which recordings (by hash) are to go with it."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
        (_KEY + what_for, json.dumps(sorted(recordings))),
    )


def note_merge(file: StudyFile, now_us: int) -> str:
    """Note in a study with purges that a merge begins; returns by what `strike_notes` knows it.

    Words that were purged here may come in with it. They are sealed before anything is stored,
    but a merge that is broken off may leave them in the side file.
    """
    what_for = f"merge begun {now_us}"
    with file.write() as connection:
        note_scrub(connection, what_for)
    return what_for


def strike_notes(file: StudyFile, noted: Iterable[str]) -> None:
    """Strike out what was noted: it was done, or there was nothing to do after all."""
    with file.write() as connection:
        for what_for in noted:
            connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (_KEY + what_for,))


def is_left_to_scrub(connection: Connection) -> bool:
    """Whether pages, the side file or recordings may still hold what was purged."""
    return bool(_notes(connection))


def scrub_noted(file: StudyFile) -> bool:
    """Do what is noted; returns whether nothing is left. Nothing is done where nothing is noted."""
    with file.read() as connection:
        noted = _notes(connection)
        named = used_media(file, connection) if noted else {}
    if not noted:
        return True
    drop_media(file, {each for names in noted.values() for each in names} - named.keys())
    if not scrub_file(file):
        return False
    strike_notes(file, noted)  # and no others: another program may have noted more meanwhile
    return True


def scrub_file(file: StudyFile) -> bool:
    """Rewrite the file, so that no page of it still holds what was purged.

    Returns whether that was done, the side file too: it is not while another program reads an
    older state of the study or writes, or while the disk is full. The purge itself stands then,
    and freed pages were overwritten when it was stored.
    """
    raw = file.driver()
    try:
        with translated(file.path):
            raw.execute("VACUUM")
            if file.path is None:
                return True
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except CrosscaseError as error:
        if error.slug not in ("study-locked", "disk-full"):
            raise
        return False
    return not busy


def _notes(connection: Connection) -> dict[str, list[str]]:
    found = connection.exec_driver_sql(
        "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(_KEY), _KEY)
    )
    return {key.removeprefix(_KEY): json.loads(value) for key, value in found}
