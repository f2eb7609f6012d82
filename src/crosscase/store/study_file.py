"""One study file: opened or made, read and written in transactions."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from crosscase.errors import Conflict, MistakeOfUse, NotFound, UnreadableFile
from crosscase.log.records import OperationName, Tip
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.store.file_connection import connect, is_there, looks_like_a_study, translated
from crosscase.store.log_tables import (
    APPLICATION_ID,
    LOG_VERSION,
    log_metadata,
    meta,
    operation,
    writer,
)
from crosscase.store.remembered import Remembered, T
from crosscase.store.state_tables import (
    CREATE_SEARCH_INDEX,
    STATE_VERSION,
    mark,
    state_metadata,
)

__all__ = ["StudyFile"]


class StudyFile:
    """A study on disk (or in memory). Use ``create`` or ``open``; one connection, one writer."""

    def __init__(
        self,
        path: Path | None,
        *,
        read_only: bool,
        journal: str = "wal",
        blobs_from: StudyFile | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.blobs_from = blobs_from
        # A study as of an earlier time hides what is withdrawn in this one.
        self.withdrawn_since: StudyFile | None = None
        self._withdrawn: frozenset[int] = frozenset()
        self.remembered = Remembered()
        engine, self.connection = connect(path, read_only=read_only, journal=journal)
        # Also for a study that a script forgot to close: its side files are folded in all the same.
        self._shut = weakref.finalize(self, _shut, engine, self.connection)

    @classmethod
    def create(cls, path: Path | None, study_id: Id, *, journal: str = "wal") -> StudyFile:
        """Make a new, empty study file; refuses to overwrite."""
        if path is not None:
            if is_there(path):
                raise Conflict(
                    f"“{path.name}” is there already.",
                    slug="file-exists",
                    hint="Choose another name; crosscase never overwrites a study.",
                )
            if not path.parent.is_dir():
                raise NotFound(f"There is no folder “{path.parent}”.", slug="folder-not-found")
        file = None
        try:
            file = cls(path, read_only=False, journal=journal)
            with translated(path):
                raw = file.driver()
                raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
                raw.execute(f"PRAGMA user_version={LOG_VERSION}")
                with file.write() as connection:
                    log_metadata.create_all(connection)
                    file.make_state_tables(connection)
                    facts = {
                        "study_id": study_id,
                        "reader_version": str(LOG_VERSION),
                        "state_version": str(STATE_VERSION),
                    }
                    connection.execute(
                        insert(meta), [{"key": key, "value": value} for key, value in facts.items()]
                    )
                # Other programs know a study by its first page, so that page must be in the file
                # itself and not only in the write-ahead log.
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except BaseException:
            # Nobody else knows of the file yet: a name must not stay taken by half a study.
            if file is not None:
                file.close()
            if path is not None:
                with suppress(OSError):  # the first error says more
                    path.unlink(missing_ok=True)
            raise
        return file

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, journal: str = "wal") -> StudyFile:
        """Open a study; a file of a newer crosscase opens for reading, or is refused."""
        if not is_there(path):
            raise NotFound(
                f"There is no study “{path}”.",
                slug="study-not-found",
                hint=f'Make one with `crosscase new {path.name} --title "…"`.',
            )
        if path.is_dir():
            raise MistakeOfUse(f"“{path}” is a folder, not a study.", slug="is-a-folder")
        looks_like_a_study(path)
        file = cls(path, read_only=read_only, journal=journal)
        try:
            file._check_version()
        except BaseException:
            file.close()
            raise
        return file

    def _check_version(self) -> None:
        with translated(self.path):
            version = int(self.driver().execute("PRAGMA user_version").fetchone()[0])
            if version <= LOG_VERSION:
                return
            with self.read() as connection:
                reader = int(self.fact(connection, "reader_version") or version)
        name = self.path.name if self.path else "the study"
        if reader > LOG_VERSION:
            raise UnreadableFile(
                f"“{name}” was written by a newer crosscase than this one.",
                slug="study-too-new",
                hint="Update crosscase (`pip install -U crosscase`) and open it again.",
            )
        self.read_only = True

    # -- transactions ------------------------------------------------------------------

    def driver(self) -> sqlite3.Connection:
        """The driver's own connection, for statements where Core is measurably slower."""
        raw = self.connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot for reading; inside a transaction that is open already, that one."""
        if self.connection.in_transaction():
            yield self.connection
            return
        with translated(self.path):
            self.connection.execution_options(begin="DEFERRED")
            with self.connection.begin():
                self._look()
                yield self.connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writing transaction: all of it is stored, or nothing."""
        if self.read_only:
            raise Conflict(
                f"“{self.path.name if self.path else 'This study'}” is open for reading only.",
                slug="read-only",
                hint="A study of a newer crosscase, or of another time, can be read and copied.",
            )
        if self.connection.in_transaction():
            raise RuntimeError("a write inside another transaction")
        with translated(self.path):
            self.connection.execution_options(begin="IMMEDIATE")
            has_begun = False
            try:
                with self.connection.begin():
                    has_begun = True
                    self._look()
                    yield self.connection
            except BaseException:
                if has_begun:
                    self.remembered.forget_all()
                raise

    def _look(self) -> None:
        self.remembered.look(int(self.driver().execute("PRAGMA data_version").fetchone()[0]))
        if self.withdrawn_since is not None:
            self._look_at_withdrawals(self.withdrawn_since)

    def _look_at_withdrawals(self, today: StudyFile) -> None:
        from crosscase.store.quarantine import quarantine

        with today.read():
            withdrawn = quarantine(today).rows
        if withdrawn != self._withdrawn:
            self.remembered.forget_all()
            self._withdrawn = withdrawn

    def close(self) -> None:
        """Close the file; the last one to close folds the side files in."""
        self._shut()

    # -- facts about the file ------------------------------------------------------------

    def fact(self, connection: Connection, key: str) -> str | None:
        """One fact of the ``meta`` table."""
        return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    def study_id(self) -> Id:
        """The id of the study: the same in every copy."""
        with self.read() as connection:
            found = self.fact(connection, "study_id")
        if found is None:
            raise UnreadableFile("The file names no study.", slug="damaged")
        return found

    def make_state_tables(self, connection: Connection) -> None:
        """Make the state tables and the search index, empty."""
        state_metadata.create_all(connection)
        connection.exec_driver_sql(CREATE_SEARCH_INDEX)

    def drop_state_tables(self, connection: Connection) -> None:
        """Drop all that can be rebuilt from the log."""
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='table' AND substr(name, 1, 6) = 'state_'"
        ).scalars()
        for name in list(names):
            connection.exec_driver_sql(f'DROP TABLE "{name}"')
        state_metadata.drop_all(connection)

    # -- small maps that everything needs ---------------------------------------------------

    def remember(self, key: Any, kinds: Iterable[str], make: Callable[[], T]) -> T:
        """Read once, keep until one of these kinds changes."""
        return self.remembered.get(key, kinds, make)

    def undone(self, connection: Connection) -> frozenset[OperationName]:
        """The operations whose mark is set."""

        def read() -> frozenset[OperationName]:
            rows = connection.execute(
                select(writer.c.id, operation.c.seq)
                .join_from(mark, operation, mark.c.operation == operation.c.row)
                .join(writer, writer.c.row == operation.c.writer)
            )
            return frozenset(OperationName(bytes(id_), seq) for id_, seq in rows)

        return self.remember("undone", ["operation"], read)

    def heads(self, connection: Connection) -> tuple[Tip, ...]:
        """The operations that no other has seen."""
        rows = self.driver().execute(
            "SELECT w.id, o.seq, o.digest FROM head h JOIN operation o ON o.row = h.operation "
            "JOIN writer w ON w.row = o.writer"
        )
        return tuple(sorted(Tip(bytes(id_), seq, bytes(digest)) for id_, seq, digest in rows))

    def rows_of_ids(self, connection: Connection, ids: Iterable[bytes]) -> dict[bytes, int]:
        """The entity rows of those ids that are known here."""
        return self.looked_up("SELECT id, row FROM entity WHERE id", ids)

    def ids_of_rows(self, connection: Connection, rows: Iterable[int]) -> dict[int, bytes]:
        """The ids of entity rows."""
        return self.looked_up("SELECT row, id FROM entity WHERE row", rows)

    def kinds_of_rows(self, connection: Connection, rows: Iterable[int]) -> dict[int, int]:
        """The kind numbers of entity rows."""
        return self.looked_up("SELECT row, kind FROM entity WHERE row", rows)

    def looked_up(self, query: str, keys: Iterable[Any]) -> dict[Any, Any]:
        """Key and value of each key that is known, asked for a few hundred at a time."""
        wanted = list(dict.fromkeys(keys))
        found: dict[Any, Any] = {}
        raw = self.driver()
        for at in range(0, len(wanted), 500):
            chunk = wanted[at : at + 500]
            found.update(
                raw.execute(f"{query} IN ({','.join('?' * len(chunk))})", chunk).fetchall()
            )
        return found

    def row_of(self, connection: Connection, id_: Id) -> int | None:
        """The entity row of one id, or None."""
        try:
            raw_id = bytes_of_id(id_)
        except ValueError:
            return None
        found = self.driver().execute("SELECT row FROM entity WHERE id = ?", (raw_id,)).fetchone()
        return None if found is None else int(found[0])

    def id_of(self, connection: Connection, row: int) -> Id:
        """The id of one entity row."""
        return id_of_bytes(self.ids_of_rows(connection, [row])[row])


def _shut(engine: Engine, connection: Connection) -> None:
    connection.close()
    engine.dispose()
