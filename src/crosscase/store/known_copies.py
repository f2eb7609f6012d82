"""The copies of a study that this file knows of: those it made, and those merged into it.

Facts of this file alone: they are in no log and travel nowhere but with the file itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from crosscase.store.study_file import StudyFile

__all__ = ["KnownCopy", "copies_made", "copies_merged", "note_copy", "rename_copies"]

_KEY = "copy "


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """A copy by the name of its file, and when it was made or merged (ms since 1970)."""

    file_name: str
    wall_ms: int


def note_copy(file: StudyFile, file_name: str, wall_ms: int) -> None:
    """Keep in mind that a copy of this file was made; a file that may only be read cannot."""
    if file.read_only:
        return
    with file.write() as connection:
        number = connection.exec_driver_sql(
            "SELECT count(*) FROM meta WHERE substr(key, 1, 5) = ?", (_KEY,)
        ).scalar_one()
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
            (f"{_KEY}{number + 1:08d}", json.dumps([file_name, wall_ms])),
        )


def copies_made(connection: Connection) -> list[KnownCopy]:
    """The copies that were made of this file, oldest first."""
    found = connection.exec_driver_sql(
        "SELECT value FROM meta WHERE substr(key, 1, 5) = ? ORDER BY key", (_KEY,)
    ).scalars()
    return [KnownCopy(*json.loads(value)) for value in found]


def copies_merged(connection: Connection) -> list[KnownCopy]:
    """The copies that were merged into this file, oldest first."""
    found = connection.exec_driver_sql("SELECT file_name, wall_ms FROM receipt ORDER BY row")
    return [KnownCopy(name, wall_ms) for name, wall_ms in found]


def rename_copies(connection: Connection, cleaned: Callable[[str], str]) -> int:
    """Take words out of the file names that are kept; returns how many held some."""
    renamed = 0
    for key, value in connection.exec_driver_sql(
        "SELECT key, value FROM meta WHERE substr(key, 1, 5) = ?", (_KEY,)
    ).all():
        name, wall_ms = json.loads(value)
        if cleaned(name) != name:
            renamed += 1
            connection.exec_driver_sql(
                "UPDATE meta SET value = ? WHERE key = ?",
                (json.dumps([cleaned(name), wall_ms]), key),
            )
    for row, name in connection.exec_driver_sql("SELECT row, file_name FROM receipt").all():
        if cleaned(name) != name:
            renamed += 1
            connection.exec_driver_sql(
                "UPDATE receipt SET file_name = ? WHERE row = ?", (cleaned(name), row)
            )
    return renamed
