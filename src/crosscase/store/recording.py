"""Recording one operation: its changes are hashed, chained, stored and folded at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from crosscase.log.canonical import (
    EMPTY_OVER,
    change_hash,
    encode,
    operation_digest,
    over_to_bytes,
    tips_to_bytes,
)
from crosscase.log.clock import next_at
from crosscase.log.folding import frontier
from crosscase.log.records import Draft, DraftChange, Operation, OperationName, Seal
from crosscase.model.fields import DROPPED
from crosscase.model.ids import FreshIds, Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KINDS
from crosscase.model.sentences import SENTENCES
from crosscase.store.blobs import put_blobs
from crosscase.store.changes import INSERT_CHANGE, changes_of
from crosscase.store.purging import refuse_purged
from crosscase.store.refolding import FoldedRow, Touched, refold, refold_texts, write_state
from crosscase.store.study_file import StudyFile

__all__ = ["Recorded", "Recorder"]

_FIRST_DIGEST = bytes(32)
_CODING = KINDS["coding"].number


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


@dataclass
class _Prepared:
    """One change, encoded and hashed."""

    entity: bytes
    row: int
    draft: DraftChange
    wire: dict[int, Any]
    fields: bytes
    over: bytes
    salt: bytes
    hash: bytes
    fresh: bool


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
        prepared = self._prepare(connection, draft.changes)
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
        digest = operation_digest(previous, made, [(each.entity, each.hash) for each in prepared])
        made = replace(made, digest=digest)
        operation_row = self._insert(connection, made, row, prepared)
        touched = self._fold(connection, prepared, made, operation_row)
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

    def _prepare(self, connection: Connection, drafts: Sequence[DraftChange]) -> list[_Prepared]:
        merged = _once_each(drafts)
        ids = [bytes_of_id(each.entity) for each in merged]
        looked_up = [id_ for id_, each in zip(ids, merged, strict=True) if not each.new]
        known = self._file.rows_of_ids(connection, looked_up)
        wires = [each.kind.to_wire(each.fields) for each in merged]
        refuse_purged(self._file, self._purgeable(merged, ids, wires))
        rows = self._entity_rows(connection, merged, ids, wires, known)
        earlier = changes_of(self._file, connection, known.values())
        salts = self._ids.salts(len(merged))
        prepared = []
        for draft, id_, wire, salt in zip(merged, ids, wires, salts, strict=True):
            row = rows[id_]
            if draft.makes and row in earlier:
                # It stands by this change too, even when its first making is undone or was dropped.
                wire = {DROPPED: False, **wire}
            over = over_to_bytes(frontier(earlier[row])) if row in earlier else EMPTY_OVER
            fields = encode(wire)
            kind = draft.kind
            hash_ = change_hash(salt, kind.number, kind.version, id_, fields, over)
            prepared.append(
                _Prepared(id_, row, draft, wire, fields, over, salt, hash_, row not in earlier)
            )
        self._row_of = rows
        return prepared

    def _purgeable(
        self,
        drafts: Sequence[DraftChange],
        ids: Sequence[bytes],
        wires: Sequence[Mapping[int, Any]],
    ) -> Iterator[bytes]:
        """The entities that are changed, and the wholes of which they become parts."""
        yield from ids
        for draft, wire in zip(drafts, wires, strict=True):
            for spec in draft.kind.fields:
                if spec.part_of:
                    yield from spec.type.references(wire.get(spec.number))

    def _entity_rows(
        self,
        connection: Connection,
        drafts: Sequence[DraftChange],
        ids: Sequence[bytes],
        wires: Sequence[Mapping[int, Any]],
        known: Mapping[bytes, int],
    ) -> dict[bytes, int]:
        """Rows for all entities that are changed or mentioned; new ones are made."""
        rows = dict(known)
        missing: dict[bytes, int] = {}
        for draft, id_ in zip(drafts, ids, strict=True):
            if id_ not in rows:
                missing[id_] = draft.kind.number
        mentioned: set[bytes] = set()
        for draft, wire in zip(drafts, wires, strict=True):
            for number, value in wire.items():
                mentioned.update(draft.kind.by_number[number].type.references(value))
        mentioned -= rows.keys()
        mentioned -= missing.keys()
        rows.update(self._file.rows_of_ids(connection, mentioned))
        for id_ in mentioned - rows.keys():
            missing[id_] = 0  # named before it was seen; its kind is known when it arrives
        next_row = (
            self._file.driver().execute("SELECT max(row) FROM entity").fetchone()[0] or 0
        ) + 1
        lines = []
        for row, (id_, number) in enumerate(missing.items(), next_row):
            rows[id_] = row
            lines.append((row, id_, number))
        if lines:
            self._file.driver().executemany(
                "INSERT INTO entity (row, id, kind) VALUES (?, ?, ?)", lines
            )
        unknown = [
            (draft.kind.number, rows[id_])
            for draft, id_ in zip(drafts, ids, strict=True)
            if id_ in known
        ]
        self._file.driver().executemany(
            "UPDATE entity SET kind = ? WHERE row = ? AND kind = 0", unknown
        )
        return rows

    def _insert(
        self,
        connection: Connection,
        made: Operation,
        writer_row: int,
        prepared: Iterable[_Prepared],
    ) -> int:
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
        self._file.driver().executemany(
            INSERT_CHANGE,
            [
                (
                    each.row,
                    made.at,
                    writer_row,
                    row,
                    each.draft.kind.number,
                    each.draft.kind.version,
                    each.fields,
                    each.salt,
                    each.hash,
                    each.over,
                    int(Seal.OPEN),
                )
                for each in prepared
            ],
        )
        raw.execute("DELETE FROM head")
        raw.execute("INSERT INTO head (operation) VALUES (?)", (row,))
        return row

    def _fold(
        self,
        connection: Connection,
        prepared: Sequence[_Prepared],
        made: Operation,
        operation_row: int,
    ) -> set[str]:
        """New entities are written straight; those with earlier changes are folded."""
        touched: set[str] = {"log"}
        written = Touched()
        fresh: dict[int, list[FoldedRow]] = {}
        again: list[int] = []
        day = made.wall_ms // 86_400_000
        for each in prepared:
            if each.fresh and each.draft.kind.name not in ("operation", "purge"):
                fresh.setdefault(each.draft.kind.number, []).append(
                    FoldedRow(each.row, each.wire, True, 0, operation_row, day)
                )
            else:
                again.append(each.row)
        codings = fresh.pop(_CODING, [])
        for number, rows in sorted(fresh.items()):
            step = write_state(self._file, connection, number, rows, self._row_of, fresh=True)
            written.add(step)
        touched |= written.kinds | refold_texts(self._file, connection, written)
        if codings:
            step = write_state(self._file, connection, _CODING, codings, self._row_of, fresh=True)
            touched |= step.kinds
        if again:
            touched |= refold(self._file, connection, again)
        return touched


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
