"""Opening a study file: pragmas, locks, and foreign errors told in the field's words."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from crosscase.errors import Conflict, CrosscaseError, UnreadableFile
from crosscase.store.log_tables import APPLICATION_ID

__all__ = ["connect", "is_there", "looks_like_a_study", "not_waiting", "translated"]

_BUSY_TIMEOUT_MS = 30_000
_SQLITE_MAGIC = b"SQLite format 3\x00"
_WRITE_AHEAD = b"\x02\x02"

# The files that SQLite holds open in this process. On POSIX systems closing a file gives up every
# lock that the process has on it, SQLite's too: another program would then take itself for the
# last one, fold the side files in and remove them, and what is stored here after that be lost.
# So a file that is open here is never opened beside SQLite; it was looked at when it was opened.
_open_here: Counter[tuple[int, int]] = Counter()
_looking = threading.Lock()


def looks_like_a_study(path: Path) -> None:
    """Raise UnreadableFile unless the file's first bytes are those of a study."""
    try:
        with _looking:
            if _open_here[_identity(path)]:
                return
            with path.open("rb") as file:
                head = file.read(100)
    except PermissionError as error:
        raise UnreadableFile(
            f"“{path.name}” cannot be read: permission denied.",
            slug="permission-denied",
            hint="Ask its owner for access, or copy it to a folder of your own.",
        ) from error
    if not head.startswith(_SQLITE_MAGIC):
        raise UnreadableFile(
            f"“{path.name}” is not a crosscase study.",
            slug="not-a-study",
            hint="Documents are added to a study with `crosscase import STUDY FILE`.",
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise UnreadableFile(
            f"“{path.name}” is an SQLite database of another program, not a crosscase study.",
            slug="foreign-database",
            hint="Open it with the program that made it; a study of ours ends in .crosscase.",
        )


def connect(
    path: Path | None, *, read_only: bool, journal: str = "wal"
) -> tuple[Engine, Connection]:
    """Open the file (None: a study in memory) and give the one connection that a study uses."""
    mode = ""
    if path is None:
        url, uri = "sqlite+pysqlite:///:memory:", False
    else:
        mode = _mode(path, read_only=read_only)
        quoted = str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        url, uri = f"sqlite+pysqlite:///file:{quoted}?mode={mode}&uri=true", True
    engine = sqlalchemy.create_engine(
        url,
        poolclass=StaticPool,
        connect_args={
            "isolation_level": None,
            "check_same_thread": False,
            "timeout": _BUSY_TIMEOUT_MS / 1000,
            **({"uri": True} if uri else {}),
        },
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, record: Any) -> None:
        try:
            raw.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
            if not read_only and path is not None:
                raw.execute(f"PRAGMA journal_mode={journal}")
            elif read_only and mode == "rw":
                raw.execute("PRAGMA query_only=ON")
            raw.execute("PRAGMA synchronous=FULL")
            raw.execute("PRAGMA secure_delete=ON")
            raw.execute("PRAGMA temp_store=MEMORY")
            raw.execute("PRAGMA cache_size=-65536")
        except sqlite3.Error:
            raw.close()
            raise
        if path is not None:
            record.info["identity"] = identity = _identity(path)
            _open_here[identity] += 1

    @event.listens_for(engine, "close")
    def _closed(_raw: Any, record: Any) -> None:
        if (identity := record.info.pop("identity", None)) is not None:
            _open_here[identity] -= 1

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    with translated(path), _looking:
        return engine, engine.connect()


def _identity(path: Path) -> tuple[int, int]:
    """Which file it is, whatever it is called."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _mode(path: Path, *, read_only: bool) -> str:
    """How SQLite is to open the file.

    For reading too it is opened as one may write, where one may: only so can the last to close it
    fold its side files in. ``query_only`` then keeps every statement from writing.
    """
    if not read_only:
        return "rwc"
    if _lies_still(path):
        return "ro&immutable=1"
    return "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"


def is_there(path: Path) -> bool:
    """Whether there is a file of this name; a name that no file can have is told as such."""
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it holds a sign that no name may"
        raise UnreadableFile(
            f"“{path.name[:60]}…” cannot be the name of a file: {reason.lower()}.",
            slug="not-a-file-name",
            hint="Choose a shorter name of letters, digits, spaces and dashes.",
        ) from error


def _lies_still(path: Path) -> bool:
    """Whether a closed study lies where no side file can be made, as on a read-only disk.

    SQLite reads a file with a write-ahead log there only when told that nobody can change it.
    """
    if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        return False
    with path.open("rb") as file:
        return file.read(20)[18:] == _WRITE_AHEAD


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Tell SQLite's errors as ours; the study is left as it was."""
    try:
        yield
    except DatabaseError as error:
        raise _as_ours(error.orig, path) from error
    except sqlite3.Error as error:
        raise _as_ours(error, path) from error


@contextmanager
def not_waiting(raw: sqlite3.Connection) -> Iterator[None]:
    """Give up at once, meanwhile, where another program keeps the file locked."""
    raw.execute("PRAGMA busy_timeout=0")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")


def _as_ours(error: BaseException | None, path: Path | None) -> CrosscaseError | BaseException:
    name = "the study" if path is None else f"“{path.name}”"
    said = str(error).lower()
    if "database is locked" in said or "busy" in said:
        return Conflict(
            f"Another program keeps {name} locked.",
            slug="study-locked",
            hint="Wait until it is done, or close it there, then try again; nothing was changed.",
        )
    if "disk is full" in said or "database or disk is full" in said:
        return UnreadableFile(
            f"The disk that holds {name} is full; nothing was changed.",
            slug="disk-full",
            hint="Free some space, then do it again.",
        )
    if "readonly" in said or "read-only" in said:
        return Conflict(
            f"{name} may only be read here; nothing was changed.",
            slug="read-only",
            hint="Copy it to a folder that you may write to (`crosscase copy`), and work there.",
        )
    if "unable to open" in said:
        return UnreadableFile(
            f"{name} cannot be opened where it lies.",
            slug="cannot-open",
            hint="Check that the folder exists and that you may write to it.",
        )
    if "disk i/o error" in said:
        return UnreadableFile(
            f"The disk gave an error while {name} was in use; what was confirmed before is kept.",
            slug="disk-error",
            hint="Check the disk, then run `crosscase verify`.",
        )
    if any(sign in said for sign in ("malformed", "not a database", "corrupt", "no such table")):
        return UnreadableFile(
            f"{name} is damaged: {error}.",
            slug="damaged",
            hint="Open a backup; `crosscase merge` then brings over what another copy has.",
        )
    return error if error is not None else UnreadableFile(f"{name} cannot be read.")
