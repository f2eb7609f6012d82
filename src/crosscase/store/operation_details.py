"""What one operation changed: each thing by name, and each field before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crosscase.log.canonical import decode
from crosscase.log.folding import fold_entity
from crosscase.log.lifting import lift
from crosscase.log.records import Change, OperationName
from crosscase.model.fields import KindSpec
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.store.changes import changes_of
from crosscase.store.entity_names import name_in_study
from crosscase.store.history import (
    OperationEntry,
    find_operation,
    is_mark_or_purge,
    list_operations,
    rows_of_operations,
)
from crosscase.store.session import Reading
from crosscase.store.short_values import ShortValues
from crosscase.store.undoing import what_stays

__all__ = ["BeforeAfter", "ChangedThing", "OperationDetails", "operation_details"]

_MOST_THINGS = 200
# What has no name of its own goes by that of what it is about.
_NAMED_BY = {
    "coding": "code",
    "attribute_value": "attribute",
    "membership": "member",
    "set_member": "member",
    "revision": "source",
    "recruitment": "participant",
    "referral": "participant",
    "contact": "participant",
    "consent": "participant",
}


class BeforeAfter(NamedTuple):
    """What a field said before an operation and after it; None where nothing stood."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """One thing that an operation changed, with the fields that it set."""

    kind: str
    id: Id
    name: str
    fields: Mapping[str, BeforeAfter]


@dataclass(frozen=True, slots=True)
class OperationDetails:
    """One operation: how many things it changed, the first of them, and what undoing would leave
    as it is because it was changed later."""

    entry: OperationEntry
    entities: int
    changed: tuple[ChangedThing, ...]
    will_not_return: tuple[str, ...]


def operation_details(
    reading: Reading, operation: str, *, most: int = _MOST_THINGS
) -> OperationDetails:
    """What one operation changed, of at most so many things."""
    name = find_operation(reading, operation)
    (row,) = rows_of_operations(reading, [name])
    entry = list_operations(reading, rows=[row])[0]
    if is_mark_or_purge(reading, row):
        return OperationDetails(entry, entry.changes, (), ())
    rows = [
        entity
        for (entity,) in reading.file.driver().execute(
            "SELECT entity FROM change WHERE operation = ? ORDER BY kind, entity LIMIT ?",
            (row, most),
        )
    ]
    stays = () if entry.undone else tuple(what_stays(reading, name, row, most=most))
    return OperationDetails(entry, entry.changes, tuple(_things(reading, name, rows)), stays)


def _things(reading: Reading, name: OperationName, rows: Sequence[int]) -> Iterable[ChangedThing]:
    told, undone = ShortValues(reading), set(reading.file.undone(reading.connection))
    found = changes_of(reading.file, reading.connection, rows)
    name_of = name_in_study(reading, [changes[0].entity for changes in found.values()])
    for row in rows:
        changes = found[row]
        kind = KIND_OF_NUMBER.get(changes[0].kind)
        if kind is None:
            continue
        about = _naming(kind, changes)
        yield ChangedThing(
            kind.name,
            id_of_bytes(changes[0].entity),
            name_of(about),
            _fields(told, kind, changes, name, undone),
        )


def _naming(kind: KindSpec, changes: Sequence[Change]) -> bytes:
    """The entity by whose name a thing goes: itself, or what it is about."""
    field = _NAMED_BY.get(kind.name)
    if field is None:
        return changes[0].entity
    about = fold_entity(changes, frozenset()).values().get(kind.by_name[field].number)
    return changes[0].entity if about is None else bytes(about)


def _fields(
    told: ShortValues,
    kind: KindSpec,
    changes: Sequence[Change],
    name: OperationName,
    undone: set[OperationName],
) -> dict[str, BeforeAfter]:
    own = next(each for each in changes if each.operation == name)
    if own.fields is None:
        return {}
    earlier = [c for c in changes if (c.at, c.writer) < (own.at, own.writer)]
    before = fold_entity(earlier, undone).values() if earlier else {}
    return {
        spec.name: BeforeAfter(
            told.tell_field(kind, own.entity, spec, before.get(number)),
            told.tell_field(kind, own.entity, spec, value),
        )
        for number, value in lift(own.kind, own.version, decode(own.fields)).items()
        if (spec := kind.by_number.get(number)) is not None and told.is_told(spec)
    }
