"""The history of one thing: each of its changes, with the fields as they were set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosscase.errors import NotFound
from crosscase.log.canonical import decode
from crosscase.log.lifting import lift
from crosscase.log.records import OperationName
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.model.sentences import render_sentence
from crosscase.store.entity_names import name_in_study
from crosscase.store.history import ids_in_sentences, operation_label
from crosscase.store.quarantine import refuse_withdrawn
from crosscase.store.session import Reading
from crosscase.store.short_values import ShortValues

__all__ = ["ChangeEntry", "entity_history"]


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """What one operation put into one entity, by field; None when its words were sealed."""

    operation: str
    wall_ms: int
    person: str | None
    sentence: str
    fields: Mapping[str, Any] | None
    undone: bool


def entity_history(reading: Reading, entity: Id, *, told: bool = False) -> list[ChangeEntry]:
    """Every change of one entity, oldest first; ``told``: its fields as short texts."""
    row = reading.row(entity)
    if row is None:
        raise NotFound(f"There is nothing with the id “{entity}”.", slug="entity-not-found")
    refuse_withdrawn(reading.file, reading.connection, row)
    raw = reading.file.driver()
    undone = reading.file.undone(reading.connection)
    lines = raw.execute(
        "SELECT w.id, o.seq, o.wall_ms, o.person, o.sentence, c.kind, c.version, c.fields "
        "FROM change c JOIN operation o ON o.row = c.operation JOIN writer w ON w.row = c.writer "
        "WHERE c.entity = ? ORDER BY c.at, w.id",
        (row,),
    ).fetchall()
    people = [bytes(line[3]) for line in lines if line[3] is not None]
    name_of = name_in_study(
        reading, [*people, *ids_in_sentences(decode(line[4]) for line in lines)]
    )
    texts = ShortValues(reading)
    entries = []
    for writer, seq, wall_ms, who, sentence, kind, version, fields in lines:
        name = OperationName(bytes(writer), seq)
        key, given = decode(sentence)
        entries.append(
            ChangeEntry(
                operation_label(name),
                wall_ms,
                None if who is None else name_of(bytes(who)),
                render_sentence(key, given, name_of),
                None
                if fields is None
                else _named_fields(
                    texts, bytes_of_id(entity), (kind, version), decode(fields), told=told
                ),
                name in undone,
            )
        )
    return entries


def _named_fields(
    texts: ShortValues,
    entity: bytes,
    kind_and_version: tuple[int, int],
    wire: Mapping[int, Any],
    *,
    told: bool,
) -> dict[str, Any]:
    """The fields of a change by their names, as Python holds them or as short texts."""
    kind = KIND_OF_NUMBER.get(kind_and_version[0])
    named: dict[str, Any] = {}
    for number, value in lift(*kind_and_version, dict(wire)).items():
        spec = kind.by_number.get(number) if kind is not None else None
        if kind is None or spec is None:
            if not told:
                named[f"field {number} of a newer crosscase"] = value
        elif texts.is_hidden(kind, entity, spec, value):
            named[spec.name] = None
        elif not told:
            named[spec.name] = spec.type.from_wire(value)
        elif texts.is_told(spec):
            named[spec.name] = texts.tell(spec, value)
    return named
