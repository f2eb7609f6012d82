"""Clearing: what was said of an entity before is sealed, and only what was said anew stays.

A purge takes an entity out. Where it stays under other words (a case that got a pseudonym, a memo
whose names were replaced), the purge's own operation says the entity anew, and everything that
was said before it, or beside it on a copy that did not know of it, is sealed for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from crosscase.log.canonical import decode, over_from_bytes
from crosscase.log.records import Change, OperationName, Seal
from crosscase.model.kinds import KINDS
from crosscase.store.changes import changes_of, iter_all_changes
from crosscase.store.study_file import StudyFile

__all__ = ["changes_that_go", "changes_to_clear", "clear_changes"]

_PURGE = KINDS["purge"]
_CLEARED = _PURGE.by_name["cleared"].number


def changes_that_go(file: StudyFile, connection: Connection) -> dict[int, list[Change]]:
    """What the log's purges clear and is still open, by entity row."""
    anchors: dict[bytes, set[OperationName]] = {}
    for _, changes in iter_all_changes(file, connection, [_PURGE.number]):
        # A purge that is said anew itself still clears by the operation that made it.
        made_by = changes[0].operation
        for change in changes:
            if change.fields is not None:
                for id_ in decode(change.fields).get(_CLEARED) or ():
                    anchors.setdefault(bytes(id_), set()).add(made_by)
    if not anchors:
        return {}
    rows = file.rows_of_ids(connection, anchors)
    ids = {row: id_ for id_, row in rows.items()}
    found = {
        row: [
            change for change in changes_to_clear(changes, anchors[ids[row]])
            if change.seal == Seal.OPEN
        ]
        for row, changes in changes_of(file, connection, rows.values()).items()
    }  # fmt: skip
    return {row: gone for row, gone in found.items() if gone}


def clear_changes(file: StudyFile, going: Mapping[int, Iterable[Change]]) -> None:
    """Seal these changes of these entities for ever."""
    file.driver().executemany(
        "UPDATE change SET fields = NULL, salt = NULL, seal = ? WHERE entity = ? AND at = ? "
        "AND writer = (SELECT row FROM writer WHERE id = ?)",
        [
            (int(Seal.CLEARED), row, change.at, change.writer)
            for row, gone in going.items()
            for change in gone
        ],
    )


def changes_to_clear(changes: Sequence[Change], anchors: Iterable[OperationName]) -> list[Change]:
    """The changes of one entity that go when these operations say it anew.

    What stays is said anew by one of them and by no later one, or was written over such a change.
    """
    by_name = {change.operation: change for change in changes}
    said = [name for name in anchors if name in by_name]
    if not said:
        return []
    over = {name: over_from_bytes(change.over) for name, change in by_name.items()}
    below: set[OperationName] = set()
    ahead = [name for anchor in said for name in over[anchor]]
    while ahead:
        name = ahead.pop()
        if name in by_name and name not in below:
            below.add(name)
            ahead += over[name]
    after = set(said)
    grown = True
    while grown:
        new = {name for name in by_name if name not in after and after.intersection(over[name])}
        after |= new
        grown = bool(new)
    return [change for name, change in by_name.items() if name in below or name not in after]
