"""Recording one operation: its changes are hashed, chained, stored and folded at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from crosscase.log.canonical import encode, operation_digest, tips_to_bytes
from crosscase.log.clock import next_at
from crosscase.log.records import Draft, DraftChange, Operation, OperationName
from crosscase.model.ids import FreshIds, Id, bytes_of_id, id_of_bytes
from crosscase.model.sentences import SENTENCES
from crosscase.store.blobs import put_blobs
from crosscase.store.recorded_changes import OperationPlace, RecordedChanges
from crosscase.store.study_file import StudyFile

__all__ = ["Recorded", "Recorder"]

_FIRST_DIGEST = bytes(32)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An operation as it was stored."""

    name: OperationName
    row: int
    at: int
    digest: bytes

    @property
    def id(self) -> str:
        """How people name it: the writer's id and the number."""
        return f"{id_of_bytes(self.name.writer)}:{self.name.seq}"


class Recorder:
    """Writes operations for one process and one person: one fresh writer, one chain."""

    def __init__(
        self, file: StudyFile, ids: FreshIds, now_us: Callable[[], int], person: Id | None
    ) -> None:
        self._file, self._ids, self._now_us = file, ids, now_us
        self.person = person
        self._writer: bytes | None = None

    def record(self, connection: Connection, draft: Draft) -> Recorded:
        """Store one intention inside an open write transaction; returns the operation."""
        own, row, seq, previous = self._own_chain(connection)
        at = next_at(self._now_us(), self._greatest_at(connection))
        heads = tuple(
            tip for tip in self._file.heads(connection) if (tip.writer, tip.seq) != (own, seq - 1)
        )
        put_blobs(connection, draft.blobs)
        made = Operation(
            own,
            seq,
            at,
            self._now_us() // 1000,
            None if self.person is None else bytes_of_id(self.person),
            sentence_bytes(draft.sentence, draft.values),
            heads,
            b"",
        )
        operation_row = self._insert(made, row)
        drafts = _once_each(draft.changes)
        place = OperationPlace(row, operation_row, made.at, made.wall_ms // 86_400_000)
        changes = RecordedChanges(self._file, connection, place)
        touched = {"log"} | changes.write(drafts, self._ids.salts(len(drafts)))
        digest = operation_digest(previous, made, changes.hashes)
        self._file.driver().execute(
            "UPDATE operation SET digest = ? WHERE row = ?", (digest, operation_row)
        )
        self._file.remembered.forget(touched)
        self._writer = own
        return Recorded(made.name, operation_row, at, digest)

    def _own_chain(self, connection: Connection) -> tuple[bytes, int, int, bytes]:
        """This writer, its row, its next number and its last digest; a new writer at first."""
        raw = self._file.driver()
        if self._writer is not None:
            # Read, not remembered: a transaction that failed took its operations back.
            found = raw.execute(
                "SELECT w.row, o.seq, o.digest FROM writer w JOIN operation o ON o.writer = w.row "
                "WHERE w.id = ? ORDER BY o.seq DESC LIMIT 1",
                (self._writer,),
            ).fetchone()
            if found is not None:
                return self._writer, int(found[0]), int(found[1]) + 1, bytes(found[2])
        own = self._ids.writer()
        row = raw.execute("INSERT INTO writer (id) VALUES (?)", (own,)).lastrowid or 0
        return own, row, 1, _FIRST_DIGEST

    def _greatest_at(self, connection: Connection) -> int | None:
        found = (
            self._file.driver()
            .execute("SELECT at FROM operation WHERE future = 0 ORDER BY at DESC LIMIT 1")
            .fetchone()
        )
        return None if found is None else int(found[0])

    def _insert(self, made: Operation, writer_row: int) -> int:
        """Store the operation; its digest follows, when the changes are hashed."""
        raw = self._file.driver()
        stored = raw.execute(
            "INSERT INTO operation (writer, seq, at, wall_ms, person, sentence, heads, digest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                writer_row,
                made.seq,
                made.at,
                made.wall_ms,
                made.person,
                made.sentence,
                tips_to_bytes(made.heads),
                made.digest,
            ),
        )
        row = stored.lastrowid or 0
        raw.execute("DELETE FROM head")
        raw.execute("INSERT INTO head (operation) VALUES (?)", (row,))
        return row


def sentence_bytes(key: str, values: Mapping[str, Any]) -> bytes:
    """A sentence as it is stored: its key, counts, and ids; text is refused by its type.

    A participant's words can therefore never stand in the history's sentences.
    """
    if key not in SENTENCES:
        raise KeyError(f"no sentence {key!r}")
    wire = {
        name: value if isinstance(value, int) else bytes_of_id(value)
        for name, value in values.items()
        if value is not None
    }
    return encode([key, wire])


def _once_each(drafts: Sequence[DraftChange]) -> list[DraftChange]:
    """An operation changes an entity at most once: later fields join the first."""
    by_entity: dict[Id, DraftChange] = {}
    for draft in drafts:
        held = by_entity.get(draft.entity)
        if held is None:
            by_entity[draft.entity] = draft
        else:
            by_entity[draft.entity] = replace(held, fields={**held.fields, **draft.fields})
    return list(by_entity.values())
