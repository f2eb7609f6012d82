"""Bringing the state up to date with the log for the entities that were touched.

Recording, merging, undoing, purging and rebuilding all come through here, so there is one way
in which the log becomes state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert

from crosscase.log.canonical import over_from_bytes
from crosscase.log.folding import FoldedEntity, fold_entity
from crosscase.log.records import Change, OperationName
from crosscase.log.trees import fold_code_graph
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store.changes import changes_of, iter_all_changes, operations_by_name
from crosscase.store.coding_state import CodingRow, recarry_source, write_codings
from crosscase.store.state_tables import mark, state_of, tree_skip, values_to_columns
from crosscase.store.study_file import StudyFile
from crosscase.store.texts import recompute_text

__all__ = ["FoldedRow", "Touched", "rebuild", "refold", "refold_texts", "write_state"]

_CODE, _CODING = KINDS["code"], KINDS["coding"]
_REVISION, _SOURCE, _MARK = KINDS["revision"], KINDS["source"], KINDS["operation"]


class FoldedRow(NamedTuple):
    """What shows of one entity: its row, its wire values, and whether it stands at all."""

    row: int
    values: Mapping[int, Any]
    created: bool
    conflict: int
    # The operation that made it (row and day), kept beside codings for questions by date.
    operation: int = 0
    day: int = 0
    # The same values as they are written to the log, where they were just written.
    encoded: Mapping[int, bytes] = {}


@dataclass
class Touched:
    """What a write has touched, gathered before the state is brought up to date."""

    kinds: set[str] = field(default_factory=set)
    # Sources that were touched themselves, and those of which a revision was.
    sources: set[int] = field(default_factory=set)
    revised: set[int] = field(default_factory=set)

    def add(self, other: Touched) -> None:
        """What another write has touched, too."""
        self.kinds |= other.kinds
        self.sources |= other.sources
        self.revised |= other.revised


def write_state(
    file: StudyFile,
    connection: Connection,
    kind_number: int,
    rows: Sequence[FoldedRow],
    row_of: Mapping[bytes, int],
    *,
    fresh: bool,
) -> Touched:
    """Write folded entities of one kind into its state table and what hangs on it.

    ``fresh``: none of them has a state row yet, which saves deleting.
    """
    touched = Touched()
    kind = KIND_OF_NUMBER.get(kind_number)
    if kind is None or not rows:
        return touched
    touched.kinds.add(kind.name)
    if kind is _CODING:
        write_codings(
            file,
            connection,
            [
                CodingRow(r.row, r.values, not r.created, r.conflict, r.operation, r.day, r.encoded)
                for r in rows
            ],
            row_of,
            fresh=fresh,
        )
        if not fresh and _hung_on(file, {r.row for r in rows}):
            touched.kinds |= {"link", "memo"}  # those that hang on a coding show or hide with it
        return touched
    table = state_of(kind)
    if not fresh:
        if kind is _REVISION:
            touched.revised |= _sources_of(file, [row.row for row in rows])
        for at in range(0, len(rows), 500):
            wanted = [row.row for row in rows[at : at + 500]]
            connection.execute(delete(table).where(table.c.row.in_(wanted)))
    columns = []
    for row in rows:
        values = values_to_columns(kind, row.values, row_of, row.encoded)
        values.update(row=row.row, gone=int(not row.created), conflict=row.conflict)
        columns.append(values)
        if kind is _REVISION and values["source"] is not None:
            touched.revised.add(values["source"])
        elif kind is _SOURCE:
            touched.sources.add(row.row)
    connection.execute(insert(table), columns)
    return touched


def _hung_on(file: StudyFile, codings: set[int]) -> bool:
    """Whether anything stands on one of these codings: else all else that is known stays true."""
    hanging = file.driver().execute(
        "SELECT ends_start FROM state_link UNION SELECT ends_end FROM state_link "
        "UNION SELECT subject FROM state_evidence UNION SELECT member FROM state_set_member "
        "UNION SELECT about FROM state_memo"
    )
    return any(row in codings for (row,) in hanging)


def _sources_of(file: StudyFile, revisions: Sequence[int]) -> set[int]:
    raw = file.driver()
    found: set[int] = set()
    for row in revisions:
        for (source,) in raw.execute("SELECT source FROM state_revision WHERE row = ?", (row,)):
            if source is not None:
                found.add(source)
    return found


def refold(
    file: StudyFile, connection: Connection, rows: Iterable[int], *, fresh: bool = False
) -> set[str]:
    """Fold these entities from all their changes and store what shows; returns their kinds."""
    wanted = set(rows)
    wanted |= _refold_marks(file, connection, wanted)
    kinds = file.kinds_of_rows(connection, wanted)
    by_kind: dict[int, list[int]] = {}
    for row in sorted(wanted):
        by_kind.setdefault(kinds[row], []).append(row)
    touched = Touched()
    undone = file.undone(connection)
    for number, kind_rows in sorted(by_kind.items()):
        if number == _CODE.number:
            touched.kinds |= refold_codes(file, connection)
            continue
        for at in range(0, len(kind_rows), 5_000):
            chunk = kind_rows[at : at + 5_000]
            changes = changes_of(file, connection, chunk)
            folded = {row: fold_entity(found, undone) for row, found in changes.items()}
            touched.add(_store_folded(file, connection, number, folded, changes, fresh=fresh))
    touched.kinds |= refold_texts(file, connection, touched)
    file.remembered.forget(touched.kinds)
    return touched.kinds


def refold_texts(file: StudyFile, connection: Connection, touched: Touched) -> set[str]:
    """Bring the touched texts up to date, and carry their codings where they moved."""
    sources = touched.sources | touched.revised
    for source in sorted(sources):
        if recompute_text(file, connection, source, revised=source in touched.revised):
            recarry_source(file, connection, source)
    return {"revision", "coding"} if sources else set()


def _store_folded(
    file: StudyFile,
    connection: Connection,
    kind_number: int,
    folded: Mapping[int, FoldedEntity],
    changes: Mapping[int, Sequence[Change]],
    *,
    fresh: bool = False,
) -> Touched:
    kind = KIND_OF_NUMBER.get(kind_number)
    if kind is None:
        return Touched()
    mentioned: set[bytes] = set()
    for entity in folded.values():
        for number, shown in entity.fields.items():
            spec = kind.by_number.get(number)
            if spec is not None:
                mentioned.update(spec.type.references(shown.value))
    row_of = file.rows_of_ids(connection, mentioned)
    for id_ in mentioned - row_of.keys():
        # Named before it was seen; its kind is known when it arrives.
        added = file.driver().execute("INSERT INTO entity (id, kind) VALUES (?, 0)", (id_,))
        row_of[id_] = added.lastrowid or 0
    made = _creations(file, connection, changes) if kind is _CODING else {}
    rows = []
    for row, entity in folded.items():
        operation, day = made.get(row, (0, 0))
        rows.append(
            FoldedRow(row, entity.values(), entity.created, entity.conflicts(), operation, day)
        )
    return write_state(file, connection, kind_number, rows, row_of, fresh=fresh)


def _creations(
    file: StudyFile, connection: Connection, changes: Mapping[int, Sequence[Change]]
) -> dict[int, tuple[int, int]]:
    """For each entity the operation that made it (its row here), and its day."""
    first: dict[int, OperationName] = {}
    for row, found in changes.items():
        creations = [change for change in found if not over_from_bytes(change.over)] or found
        oldest = min(creations, key=lambda change: (change.at, change.writer, change.seq))
        first[row] = oldest.operation
    stored = operations_by_name(file, connection, first.values())
    return {
        row: (stored[name].row, stored[name].wall_ms // 86_400_000)
        for row, name in first.items()
        if name in stored
    }


def refold_codes(file: StudyFile, connection: Connection) -> set[str]:
    """Fold the whole graph of codes: places and merges together."""
    raw = file.driver()
    rows = [
        row
        for (row,) in raw.execute(
            "SELECT row FROM entity WHERE kind = ? AND EXISTS "
            "(SELECT 1 FROM change WHERE change.entity = entity.row)",
            (_CODE.number,),
        )
    ]
    changes = changes_of(file, connection, rows)
    ids = file.ids_of_rows(connection, rows)
    folded, skipped = fold_code_graph(
        {ids[row]: found for row, found in changes.items()}, file.undone(connection)
    )
    step = _store_folded(
        file, connection, _CODE.number, {row: folded[ids[row]] for row in changes}, changes
    )
    connection.execute(delete(tree_skip))
    names = [name for pairs in skipped.values() for _, name in pairs]
    stored = operations_by_name(file, connection, names)
    row_of = {id_: row for row, id_ in ids.items()}
    lines = [
        {"entity": row_of[entity], "field": number, "operation": stored[name].row}
        for entity, pairs in skipped.items()
        for number, name in pairs
    ]
    if lines:
        connection.execute(insert(tree_skip), lines)
    return step.kinds | {"code"}


def _refold_marks(file: StudyFile, connection: Connection, rows: Iterable[int]) -> set[int]:
    """Fold the marks among these entities; returns the entities of operations whose mark turned."""
    kinds = file.kinds_of_rows(connection, rows)
    marks = [row for row, number in kinds.items() if number == _MARK.number]
    if not marks:
        return set()
    before = file.undone(connection)
    changes = changes_of(file, connection, marks)
    # An undo or redo cannot itself be undone, so marks fold without looking at marks.
    folded = {row: fold_entity(found, frozenset()) for row, found in changes.items()}
    _store_folded(file, connection, _MARK.number, folded, changes)
    targets: dict[OperationName, bool] = {}
    for entity in folded.values():
        values = entity.values()
        target = values.get(_MARK.by_name["target"].number)
        undone = values.get(_MARK.by_name["undone"].number)
        if target is not None:
            targets[OperationName(bytes(target[0]), int(target[1]))] = bool(undone)
    stored = operations_by_name(file, connection, targets)
    raw = file.driver()
    turned: set[int] = set()
    for name, is_undone in targets.items():
        if name not in stored or _is_a_mark(raw, stored[name].row):
            continue
        connection.execute(delete(mark).where(mark.c.operation == stored[name].row))
        if is_undone:
            connection.execute(insert(mark).values(operation=stored[name].row))
        if is_undone != (name in before):
            turned |= {
                row
                for (row,) in raw.execute(
                    "SELECT entity FROM change WHERE operation = ?", (stored[name].row,)
                )
            }
    file.remembered.forget({"operation"})
    return turned


def _is_a_mark(raw: Any, operation: int) -> bool:
    """Whether an operation cannot be undone: an undo, a redo or a purge."""
    found = raw.execute(
        "SELECT 1 FROM change WHERE operation = ? AND kind IN (?, ?) LIMIT 1",
        (operation, _MARK.number, KINDS["purge"].number),
    ).fetchone()
    return found is not None


def rebuild(file: StudyFile, connection: Connection) -> None:
    """Fold the whole log into empty state tables."""
    file.drop_state_tables(connection)
    file.make_state_tables(connection)
    file.remembered.forget_all()
    raw = file.driver()
    marks = [
        row
        for (row,) in raw.execute(
            "SELECT row FROM entity WHERE kind = ? AND EXISTS "
            "(SELECT 1 FROM change WHERE change.entity = entity.row)",
            (_MARK.number,),
        )
    ]
    _refold_marks(file, connection, marks)
    undone = file.undone(connection)
    touched = Touched()
    others = [n for n in KIND_OF_NUMBER if n not in (_MARK.number, _CODE.number, _CODING.number)]
    for wave in (others, [_CODING.number]):
        if wave[0] == _CODING.number:
            for source in sorted(touched.sources | touched.revised):
                recompute_text(file, connection, source)
            refold_codes(file, connection)
        for batch in _in_batches(file, connection, wave):
            by_kind: dict[int, list[int]] = {}
            for row, found in batch.items():
                by_kind.setdefault(found[0].kind, []).append(row)
            for number, rows in by_kind.items():
                changes = {row: batch[row] for row in rows}
                folded = {row: fold_entity(found, undone) for row, found in changes.items()}
                step = _store_folded(file, connection, number, folded, changes, fresh=True)
                touched.add(step)
    file.remembered.forget_all()


def _in_batches(
    file: StudyFile, connection: Connection, kinds: Sequence[int]
) -> Iterable[dict[int, list[Change]]]:
    batch: dict[int, list[Change]] = {}
    for row, changes in iter_all_changes(file, connection, kinds):
        batch[row] = changes
        if len(batch) >= 20_000:
            yield batch
            batch = {}
    if batch:
        yield batch
