"""Undo and redo: a mark on an operation, and what shows instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.log.canonical import decode
from crosscase.log.folding import fold_entity
from crosscase.log.records import Draft, DraftChange, OperationName
from crosscase.model.ids import Id, bytes_of_id, derived_id
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store.changes import changes_of
from crosscase.store.history import (
    find_operation,
    is_mark_or_purge,
    list_operations,
    name_in_study,
    operation_label,
    rows_of_operations,
)
from crosscase.store.quarantine import quarantine
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session

__all__ = ["UndoPreview", "mark_id", "preview_undo", "redo", "undo", "what_stays"]


@dataclass(frozen=True, slots=True)
class UndoPreview:
    """What undoing an operation would do: the sentence, the entities, and what stays as it is."""

    operation: str
    sentence: str
    entities: int
    will_not_return: tuple[str, ...]


def mark_id(name: OperationName) -> Id:
    """The id of an operation's mark: the same everywhere."""
    return derived_id("operation", name.writer.hex(), str(name.seq))


def preview_undo(reading: Reading, operation: str | None, person: Id | None) -> UndoPreview:
    """What undoing would change, and which fields will not return since later changes stand."""
    name = _chosen(reading, operation, person, undone=False)
    (row,) = rows_of_operations(reading, [name])
    entry = list_operations(reading, rows=[row])[0]
    stay = tuple(what_stays(reading, name, row))
    return UndoPreview(operation_label(name), entry.sentence, entry.changes, stay)


def what_stays(
    reading: Reading, name: OperationName, row: int, *, most: int | None = None
) -> Iterator[str]:
    """The fields that undoing an operation would leave as they are, since they changed later.

    ``row`` is where the operation lies; only so many things are looked at (None: all).
    """
    rows = [
        entity
        for (entity,) in reading.file.driver().execute(
            # Only what was changed again can stay: an import of many things is not read whole.
            "SELECT c.entity FROM change c WHERE c.operation = ? AND EXISTS (SELECT 1 "
            "FROM change later WHERE later.entity = c.entity AND later.at >= c.at "
            "AND later.operation <> c.operation) LIMIT ?",
            (row, -1 if most is None else most),
        )
    ]
    undone = set(reading.file.undone(reading.connection))
    ids = reading.file.ids_of_rows(reading.connection, rows)
    name_of = name_in_study(reading, ids.values())
    for entity_row, changes in changes_of(reading.file, reading.connection, rows).items():
        own = next((c for c in changes if c.operation == name), None)
        kind = KIND_OF_NUMBER.get(changes[0].kind)
        if own is None or own.fields is None or kind is None:
            continue
        folded = fold_entity(changes, undone)
        for number in decode(own.fields):
            shown = folded.fields.get(number)
            spec = kind.by_number.get(number)
            if shown is not None and spec is not None and shown.winner.operation != name:
                yield (
                    f"{spec.name.replace('_', ' ')} of {kind.name.replace('_', ' ')} "
                    f"“{name_of(ids[entity_row])}” was changed later "
                    f"({operation_label(shown.winner.operation)})"
                )


def undo(session: Session, operation: str | None = None) -> Recorded | None:
    """Undo an operation (None: the person's latest that stands)."""

    def decide(reading: Reading) -> Draft:
        name = _chosen(reading, operation, session.person, undone=False)
        _refuse_bringing_back(reading, name)
        return _mark(name, True)

    return session.record(decide)


def redo(session: Session, operation: str | None = None) -> Recorded | None:
    """Clear the mark of an undone operation (None: the one that the person undid last)."""

    def decide(reading: Reading) -> Draft:
        name = _chosen(reading, operation, session.person, undone=True)
        _refuse_bringing_back(reading, name)
        return _mark(name, False)

    return session.record(decide)


def _refuse_bringing_back(reading: Reading, name: OperationName) -> None:
    """Refuse to undo or redo what would show something of a withdrawn person.

    That is what says that a source, which stays, is theirs; and what is removed or undone, and
    would show since it hangs on nothing of theirs.
    """
    held = quarantine(reading.file)
    if not held:
        return
    touched: dict[int, set[int]] = {}
    for entity, kind in reading.file.driver().execute(
        "SELECT c.entity, c.kind FROM change c JOIN operation o ON o.row = c.operation "
        "JOIN writer w ON w.row = o.writer WHERE w.id = ? AND o.seq = ?",
        (name.writer, name.seq),
    ):
        touched.setdefault(kind, set()).add(entity)
    if not held.telling.isdisjoint({row for rows in touched.values() for row in rows}):
        raise Conflict(
            "This names or quotes somebody who withdrew, and could show again.",
            slug="withdrawn",
            hint="Lift the withdrawal first: `crosscase withdraw lift STUDY PARTICIPANT`.",
        )
    sources = touched.get(KINDS["source"].number, set())
    for kind, column in (("speaker", "source"), ("membership", "member")):
        rows = touched.get(KINDS[kind].number, set()) & held.rows
        of = reading.file.looked_up(f"SELECT row, {column} FROM state_{kind} WHERE row", rows)
        if (set(of.values()) & held.sources) - sources:
            raise Conflict(
                "This says whose words a withdrawn source holds; they could show again.",
                slug="withdrawn",
                hint="Lift the withdrawal first: `crosscase withdraw lift STUDY PARTICIPANT`.",
            )


def _mark(name: OperationName, undone: bool) -> Draft:
    change = DraftChange(
        KINDS["operation"],
        mark_id(name),
        {"target": [name.writer, name.seq], "undone": undone},
    )
    return Draft("undone" if undone else "redone", {}, (change,))


def _chosen(
    reading: Reading, operation: str | None, person: Id | None, *, undone: bool
) -> OperationName:
    marked = reading.file.undone(reading.connection)
    if operation is None:
        return _latest_undone(reading, person) if undone else _latest_standing(reading, person)
    name = find_operation(reading, operation)
    (row,) = rows_of_operations(reading, [name])
    if is_mark_or_purge(reading, row):
        raise MistakeOfUse(
            f"Operation {operation} is an undo, a redo or a purge; it cannot itself be undone.",
            slug="undo-of-an-undo",
            hint="`crosscase redo` takes an undo back; purged words cannot come back.",
        )
    if undone and name not in marked:
        raise Conflict(f"Operation {operation} is not undone.", slug="not-undone")
    if not undone and name in marked:
        raise Conflict(
            f"Operation {operation} is undone already.",
            slug="already-undone",
            hint=f"`crosscase redo STUDY {operation}` brings it back.",
        )
    return name


# Written so that SQLite walks from the newest operation down and stops at the first that stands;
# sorting by the writer too, it would look at every operation and all its changes.
_STANDING = (
    "(:person IS NULL OR o.person = :person) "
    "AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.operation = o.row) "
    "AND NOT EXISTS (SELECT 1 FROM change c WHERE c.operation = o.row "
    "AND (c.kind IN (:mark, :purge) "
    # What began the study stays; describing it anew can be taken back.
    "OR c.kind = :study AND NOT EXISTS "
    "(SELECT 1 FROM change b WHERE b.entity = c.entity AND b.at < c.at))) "
    # Becoming a coder is nothing that a person did by itself.
    "AND EXISTS (SELECT 1 FROM change c JOIN entity e ON e.row = c.entity "
    "WHERE c.operation = o.row AND NOT (c.kind = :coder AND e.id IS :person)) "
)
_LATEST_STANDING = (
    "SELECT w.id, o.seq FROM operation o JOIN writer w ON w.row = o.writer WHERE o.at = "
    f"(SELECT o.at FROM operation o WHERE {_STANDING} ORDER BY o.at DESC LIMIT 1) "
    f"AND {_STANDING} ORDER BY w.id DESC LIMIT 1"
)


def _latest_standing(reading: Reading, person: Id | None) -> OperationName:
    values = {
        "person": None if person is None else bytes_of_id(person),
        "mark": KINDS["operation"].number,
        "purge": KINDS["purge"].number,
        "study": KINDS["study"].number,
        "coder": KINDS["coder"].number,
    }
    found = reading.file.driver().execute(_LATEST_STANDING, values).fetchone()
    if found is None:
        raise NotFound("There is nothing of yours to undo.", slug="nothing-to-undo")
    return OperationName(bytes(found[0]), found[1])


def _latest_undone(reading: Reading, person: Id | None) -> OperationName:
    for target, who in reading.file.driver().execute(
        "SELECT s.target, o.person FROM state_operation s "
        "JOIN change c ON c.entity = s.row JOIN operation o ON o.row = c.operation "
        "WHERE s.undone = 1 ORDER BY o.at DESC, o.row DESC"
    ):
        if person is None or (who is not None and bytes(who) == bytes_of_id(person)):
            writer, seq = decode(target)
            return OperationName(bytes(writer), int(seq))
    raise NotFound("There is nothing of yours to redo.", slug="nothing-to-redo")
