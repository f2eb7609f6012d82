"""The changes of one operation on their way into the study: hashed, stored and folded.

They are written some thousands at a time, so that an operation of hundreds of thousands of
changes takes little more memory than one of few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from crosscase.log.canonical import EMPTY_OVER, change_hash, encode, encode_fields, over_to_bytes
from crosscase.log.folding import frontier
from crosscase.log.records import Change, DraftChange, Seal
from crosscase.model.fields import DROPPED, FieldType
from crosscase.model.ids import bytes_of_id
from crosscase.model.kinds import KINDS
from crosscase.store.changes import INSERT_CHANGE, changes_of
from crosscase.store.new_codings import (
    OperationPlace,
    Salted,
    is_plain,
    purgeable,
    things_named,
    write_plain,
)
from crosscase.store.purging import refuse_purged
from crosscase.store.refolding import FoldedRow, Touched, refold, refold_texts, write_state
from crosscase.store.study_file import StudyFile

__all__ = ["OperationPlace", "RecordedChanges"]

_AT_ONCE = 4_000
_CODING = KINDS["coding"]
_REFOLDED = ("operation", "purge")


class RecordedChanges:
    """Writes the changes of one operation; ``hashes`` are those of its entities, as it goes."""

    def __init__(self, file: StudyFile, connection: Connection, place: OperationPlace) -> None:
        self._file, self._connection, self._place = file, connection, place
        self.hashes: list[tuple[bytes, bytes]] = []
        self._known: dict[bytes, int] = {}
        self._row_of: dict[bytes, int] = {}
        self._again: list[int] = []

    def write(self, drafts: Sequence[DraftChange], salts: Sequence[bytes]) -> set[str]:
        """Write all changes; returns the kinds of what was touched."""
        changes = [
            Salted(draft, bytes_of_id(draft.entity), salt)
            for draft, salt in zip(drafts, salts, strict=True)
        ]
        self._give_rows(changes)
        touched = Touched()
        # Codings lie on texts, so that the texts come first.
        for batch in _batches([each for each in changes if each.draft.kind is not _CODING]):
            touched.add(self._write(batch))
        kinds = touched.kinds | refold_texts(self._file, self._connection, touched)
        for batch in _batches([each for each in changes if each.draft.kind is _CODING]):
            kinds |= self._write_codings(batch)
        if self._again:
            kinds |= refold(self._file, self._connection, self._again)
        return kinds

    def _give_rows(self, changes: Sequence[Salted]) -> None:
        """Rows for all entities that are changed; new ones are made."""
        looked_up = [each.entity for each in changes if not each.draft.new]
        self._known = self._file.rows_of_ids(self._connection, looked_up)
        self._row_of = dict(self._known)
        self._make_rows(
            {
                each.entity: each.draft.kind.number
                for each in changes
                if each.entity not in self._known
            }
        )
        self._file.driver().executemany(
            "UPDATE entity SET kind = ? WHERE row = ? AND kind = 0",
            [
                (each.draft.kind.number, self._known[each.entity])
                for each in changes
                if each.entity in self._known
            ],
        )

    def _make_rows(self, kind_of: Mapping[bytes, int]) -> None:
        raw = self._file.driver()
        (last,) = raw.execute("SELECT max(row) FROM entity").fetchone()
        lines = [
            (row, id_, number) for row, (id_, number) in enumerate(kind_of.items(), (last or 0) + 1)
        ]
        raw.executemany("INSERT INTO entity (row, id, kind) VALUES (?, ?, ?)", lines)
        self._row_of.update((id_, row) for row, id_, _ in lines)

    def _write_codings(self, batch: Sequence[Salted]) -> set[str]:
        """Write some codings: what is new and plain at once, the others like any change."""
        plain: list[Salted] = []
        others: list[Salted] = []
        for each in batch:
            is_new = each.entity not in self._known
            (plain if is_new and is_plain(each.draft) else others).append(each)
        if plain:
            refuse_purged(self._file, purgeable(plain))
            self._make_mentioned(things_named(plain))
            self.hashes += write_plain(
                self._file, self._connection, self._place, plain, self._row_of
            )
        return {_CODING.name} | (self._write(others).kinds if others else set())

    def _write(self, batch: Sequence[Salted]) -> Touched:
        """Write some changes; what has earlier changes is left to be folded again."""
        wires = [each.draft.kind.to_wire(each.draft.fields) for each in batch]
        refuse_purged(self._file, _purgeable(batch, wires))
        self._mention(batch, wires)
        known = [self._known[each.entity] for each in batch if each.entity in self._known]
        earlier = changes_of(self._file, self._connection, known)
        place, lines = self._place, []
        fresh: dict[int, list[FoldedRow]] = {}
        for (draft, entity, salt), wire in zip(batch, wires, strict=True):
            row, kind = self._row_of[entity], draft.kind
            before = earlier.get(row, ())
            if draft.makes and before:
                # It stands by this change too, even when its first making is undone or was dropped.
                wire = {DROPPED: False, **wire}
            over = _over(draft, before)
            encoded = {number: encode(value) for number, value in wire.items()}
            fields = encode_fields(encoded)
            hash_ = change_hash(salt, kind.number, kind.version, entity, fields, over)
            self.hashes.append((entity, hash_))
            lines.append(
                (row, place.at, place.writer, place.row, kind.number, kind.version, fields, salt,
                 hash_, over, int(Seal.OPEN))
            )  # fmt: skip
            # What lies below a code that was only named until now may close a circle.
            was_named = kind.name == "code" and entity in self._known
            if before or was_named or kind.name in _REFOLDED:
                self._again.append(row)
            else:
                folded = FoldedRow(row, wire, True, 0, place.row, place.day, encoded)
                fresh.setdefault(kind.number, []).append(folded)
        self._file.driver().executemany(INSERT_CHANGE, lines)
        touched = Touched()
        for number, rows in sorted(fresh.items()):
            touched.add(
                write_state(self._file, self._connection, number, rows, self._row_of, fresh=True)
            )
        return touched

    def _mention(self, batch: Sequence[Salted], wires: Sequence[Mapping[int, Any]]) -> None:
        """Rows for the entities that are only mentioned."""
        mentioned: set[Any] = set()
        for each, wire in zip(batch, wires, strict=True):
            for number, type_ in each.draft.kind.referring:
                value = wire.get(number)
                if type_ is FieldType.REFERENCE:
                    mentioned.add(value)
                else:
                    mentioned.update(type_.references(value))
        mentioned.discard(None)
        self._make_mentioned(mentioned)

    def _make_mentioned(self, mentioned: set[bytes]) -> None:
        mentioned = mentioned - self._row_of.keys()
        self._row_of.update(self._file.rows_of_ids(self._connection, mentioned))
        # Named before it was seen; its kind is known when it arrives.
        self._make_rows(dict.fromkeys(mentioned - self._row_of.keys(), 0))


def _batches(changes: Sequence[Salted]) -> Iterator[Sequence[Salted]]:
    for at in range(0, len(changes), _AT_ONCE):
        yield changes[at : at + _AT_ONCE]


def _purgeable(batch: Sequence[Salted], wires: Sequence[Mapping[int, Any]]) -> Iterator[bytes]:
    """The entities that are changed, and the wholes of which they become parts."""
    for each, wire in zip(batch, wires, strict=True):
        yield each.entity
        for spec in each.draft.kind.wholes:
            yield from spec.type.references(wire.get(spec.number))


def _over(draft: DraftChange, earlier: Sequence[Change]) -> bytes:
    """What a change is written over: all that stands, or what its draft names of it."""
    if not earlier:
        return EMPTY_OVER
    if not draft.over:
        return over_to_bytes(frontier(earlier))
    if not {each.operation for each in earlier}.issuperset(draft.over):
        raise ValueError("a change is written over one that the entity does not have")
    return over_to_bytes(sorted(draft.over))
