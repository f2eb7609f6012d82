"""Reading and writing the changes of the log as they are hashed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from crosscase.log.records import Change, Seal
from crosscase.store.study_file import StudyFile

__all__ = [
    "INSERT_CHANGE",
    "StoredOperation",
    "changes_of",
    "iter_all_changes",
    "operations_by_name",
]

_COLUMNS = (
    "c.entity, c.at, w.id, o.seq, c.kind, c.version, c.fields, c.salt, c.hash, c.over, c.seal"
)
_FROM = "FROM change c JOIN operation o ON o.row = c.operation JOIN writer w ON w.row = c.writer"
INSERT_CHANGE = (
    "INSERT INTO change (entity, at, writer, operation, kind, version, fields, salt, hash, over, "
    "seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class StoredOperation(NamedTuple):
    """Where an operation lies in this file, and when it was made."""

    row: int
    wall_ms: int


def _change(row: Sequence[Any], entity: bytes) -> Change:
    _, at, writer, seq, kind, version, fields, salt, hash_, over, seal = row
    return Change(entity, at, writer, seq, kind, version, fields, salt, hash_, over, Seal(seal))


def changes_of(
    file: StudyFile, connection: Connection, rows: Iterable[int]
) -> dict[int, list[Change]]:
    """The changes of these entities, oldest first, by entity row."""
    wanted = list(dict.fromkeys(rows))
    ids = file.ids_of_rows(connection, wanted)
    found: dict[int, list[Change]] = {}
    raw = file.driver()
    for at in range(0, len(wanted), 500):
        chunk = wanted[at : at + 500]
        marks = ",".join("?" * len(chunk))
        for row in raw.execute(
            f"SELECT {_COLUMNS} {_FROM} "
            f"WHERE c.entity IN ({marks}) ORDER BY c.entity, c.at, c.writer",
            chunk,
        ):
            found.setdefault(row[0], []).append(_change(row, ids[row[0]]))
    return found


def iter_all_changes(
    file: StudyFile, connection: Connection, kinds: Sequence[int] | None = None
) -> Iterator[tuple[int, list[Change]]]:
    """Every entity with its changes, streamed in the order they are clustered in."""
    where = "" if kinds is None else f" WHERE e.kind IN ({','.join(str(int(k)) for k in kinds)})"
    cursor = file.driver().cursor()
    cursor.execute(
        f"SELECT e.id, {_COLUMNS} {_FROM} "
        f"JOIN entity e ON e.row = c.entity{where} ORDER BY c.entity, c.at, c.writer"
    )
    entity_row = -1
    held: list[Change] = []
    for id_, *row in cursor:
        if row[0] != entity_row:
            if held:
                yield entity_row, held
            entity_row, held = row[0], []
        held.append(_change(row, id_))
    if held:
        yield entity_row, held


def operations_by_name(
    file: StudyFile, connection: Connection, names: Iterable[tuple[bytes, int]]
) -> dict[tuple[bytes, int], StoredOperation]:
    """Where the named operations lie in this file."""
    raw = file.driver()
    found: dict[tuple[bytes, int], StoredOperation] = {}
    for writer, seq in dict.fromkeys(names):
        row = raw.execute(
            "SELECT o.row, o.wall_ms FROM operation o JOIN writer w ON w.row = o.writer "
            "WHERE w.id = ? AND o.seq = ?",
            (writer, seq),
        ).fetchone()
        if row is not None:
            found[writer, seq] = StoredOperation(*row)
    return found
