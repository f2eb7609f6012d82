"""Reading the log as people do: what was done, by whom, and the history of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.log.canonical import decode
from crosscase.log.lifting import lift
from crosscase.log.records import OperationName
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes, short_id
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.model.sentences import render_sentence
from crosscase.store.reading import find_entity
from crosscase.store.session import Reading

__all__ = [
    "ChangeEntry",
    "OperationEntry",
    "entity_history",
    "find_operation",
    "list_operations",
    "name_in_study",
    "operation_label",
]


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """One operation as the history shows it; ``operation`` names it for undo and as-of."""

    operation: str
    wall_ms: int
    person: str | None
    sentence: str
    sentence_key: str
    undone: bool
    future: bool
    merge: int | None
    changes: int


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """What one operation put into one entity, by field; None when its words were sealed."""

    operation: str
    wall_ms: int
    person: str | None
    sentence: str
    fields: Mapping[str, Any] | None
    undone: bool


def operation_label(name: OperationName) -> str:
    """How people name an operation: the end of its writer's id, and its number there."""
    return f"{short_id(id_of_bytes(name.writer))}:{name.seq}"


def name_in_study(reading: Reading) -> Callable[[bytes], str]:
    """A function that gives the name of any entity today, for sentences."""
    known: dict[bytes, str] = {}

    def name_of(raw: bytes) -> str:
        if raw not in known:
            found = find_entity(reading.file, reading.connection, id_of_bytes(raw))
            noun = found[1] if found is not None else None
            named = [getattr(noun, field, None) for field in ("name", "title", "label")]
            known[raw] = next((name for name in named if name), short_id(id_of_bytes(raw)))
        return known[raw]

    return name_of


_OPERATIONS = (
    "SELECT o.row, w.id, o.seq, o.wall_ms, o.person, o.sentence, o.receipt, o.future, "
    "(SELECT count(*) FROM change c WHERE c.operation = o.row) "
    "FROM operation o JOIN writer w ON w.row = o.writer "
)


def list_operations(
    reading: Reading,
    *,
    most: int | None = None,
    person: Id | None = None,
    since_ms: int | None = None,
    until_ms: int | None = None,
    rows: Sequence[int] | None = None,
) -> list[OperationEntry]:
    """The operations, newest first, filtered by person and time (milliseconds since 1970)."""
    where, values = ["1 = 1"], []
    if person is not None:
        where.append("o.person = ?")
        values.append(bytes_of_id(person))
    if since_ms is not None:
        where.append("o.wall_ms >= ?")
        values.append(since_ms)  # type: ignore[arg-type]
    if until_ms is not None:
        where.append("o.wall_ms <= ?")
        values.append(until_ms)  # type: ignore[arg-type]
    if rows is not None:
        where.append(f"o.row IN ({','.join(str(int(row)) for row in rows)})")
    query = _OPERATIONS + f"WHERE {' AND '.join(where)} ORDER BY o.at DESC, w.id DESC"
    if most is not None:
        query += f" LIMIT {int(most)}"
    undone = reading.file.undone(reading.connection)
    name_of = name_in_study(reading)
    entries = []
    for (
        _,
        writer,
        seq,
        wall_ms,
        who,
        sentence,
        receipt,
        future,
        count,
    ) in reading.file.driver().execute(query, values):
        key, given = decode(sentence)
        name = OperationName(bytes(writer), seq)
        entries.append(
            OperationEntry(
                operation_label(name),
                wall_ms,
                None if who is None else name_of(bytes(who)),
                render_sentence(key, given, name_of),
                key,
                name in undone,
                bool(future),
                receipt,
                count,
            )
        )
    return entries


def find_operation(reading: Reading, wanted: str) -> OperationName:
    """The operation that a label (or a full writer id and number) names."""
    writer, _, number = wanted.strip().rpartition(":")
    if not writer or not number.isdigit():
        raise MistakeOfUse(
            f"“{wanted}” names no operation.",
            slug="not-an-operation",
            hint="`crosscase log` lists them, such as 1a2b3c4d:7.",
        )
    digits = writer.replace("-", "").casefold()
    matches = [
        bytes(id_)
        for (id_,) in reading.file.driver().execute(
            "SELECT w.id FROM writer w JOIN operation o ON o.writer = w.row WHERE o.seq = ?",
            (int(number),),
        )
        if bytes(id_).hex().endswith(digits)
    ]
    if len(matches) != 1:
        raise NotFound(
            f"There is no operation “{wanted}”." if not matches else f"“{wanted}” is not unique.",
            slug="operation-not-found",
            hint="`crosscase log` lists them; give more of the writer's id if two are alike.",
        )
    return OperationName(matches[0], int(number))


def entity_history(reading: Reading, entity: Id) -> list[ChangeEntry]:
    """Every change of one entity, oldest first."""
    row = reading.row(entity)
    if row is None:
        raise NotFound(f"There is nothing with the id “{entity}”.", slug="entity-not-found")
    raw = reading.file.driver()
    undone = reading.file.undone(reading.connection)
    name_of = name_in_study(reading)
    entries = []
    for writer, seq, wall_ms, who, sentence, kind, version, fields in raw.execute(
        "SELECT w.id, o.seq, o.wall_ms, o.person, o.sentence, c.kind, c.version, c.fields "
        "FROM change c JOIN operation o ON o.row = c.operation JOIN writer w ON w.row = c.writer "
        "WHERE c.entity = ? ORDER BY c.at, w.id",
        (row,),
    ):
        name = OperationName(bytes(writer), seq)
        key, given = decode(sentence)
        entries.append(
            ChangeEntry(
                operation_label(name),
                wall_ms,
                None if who is None else name_of(bytes(who)),
                render_sentence(key, given, name_of),
                None if fields is None else _named_fields(kind, version, decode(fields)),
                name in undone,
            )
        )
    return entries


def _named_fields(kind_number: int, version: int, wire: Mapping[int, Any]) -> dict[str, Any]:
    kind = KIND_OF_NUMBER.get(kind_number)
    named: dict[str, Any] = {}
    for number, value in lift(kind_number, version, dict(wire)).items():
        spec = kind.by_number.get(number) if kind is not None else None
        if spec is None:
            named[f"field {number} of a newer crosscase"] = value
        else:
            named[spec.name] = spec.type.from_wire(value)
    return named


def is_mark_or_purge(reading: Reading, operation_row: int) -> bool:
    """Whether an operation is an undo, a redo or a purge, which cannot be undone."""
    kinds = (KINDS["operation"].number, KINDS["purge"].number)
    found = reading.file.driver().execute(
        "SELECT 1 FROM change WHERE operation = ? AND kind IN (?, ?) LIMIT 1",
        (operation_row, *kinds),
    )
    return found.fetchone() is not None


def rows_of_operations(reading: Reading, names: Iterable[OperationName]) -> list[int]:
    """Where operations lie in this file."""
    raw = reading.file.driver()
    rows = []
    for writer, seq in names:
        found = raw.execute(
            "SELECT o.row FROM operation o JOIN writer w ON w.row = o.writer "
            "WHERE w.id = ? AND o.seq = ?",
            (writer, seq),
        ).fetchone()
        if found is not None:
            rows.append(found[0])
    return rows
