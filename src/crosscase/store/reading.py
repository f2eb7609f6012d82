"""Reading nouns from the state: those that show, or all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from crosscase.model.fields import FieldType, KindSpec
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, kind_of
from crosscase.model.nouns import Noun
from crosscase.store.showing import SHOWING_KINDS, showing
from crosscase.store.state_tables import columns_of, state_of, wire_from_columns
from crosscase.store.study_file import StudyFile

__all__ = [
    "find_entities",
    "find_entity",
    "list_all",
    "list_nouns",
    "nouns_by_row",
    "stored_values",
]

N = TypeVar("N", bound=Noun)

_AT_ONCE = 500
_REFERRING = (FieldType.REFERENCE, FieldType.PASSAGE, FieldType.PLACE, FieldType.ENDS)


def nouns_by_row(file: StudyFile, connection: Connection, noun: type[N]) -> Mapping[int, N]:
    """All nouns of a kind that show, by entity row, in the order of their ids."""
    kind = kind_of(noun)

    def read() -> dict[int, N]:
        shown = showing(file, connection)
        everything = _read(file, connection, kind)
        return {row: each for row, each in everything.items() if row in shown}

    return file.remember(("nouns", kind.name), (*SHOWING_KINDS, kind.name), read)


def list_nouns(file: StudyFile, connection: Connection, noun: type[N]) -> list[N]:
    """All nouns of a kind that show, in the order of their ids."""
    return list(nouns_by_row(file, connection, noun).values())


def list_all(file: StudyFile, connection: Connection, noun: type[N]) -> list[N]:
    """All nouns of a kind that were made, dropped and hidden ones too."""
    return list(_read(file, connection, kind_of(noun)).values())


def find_entity(file: StudyFile, connection: Connection, id_: Id) -> tuple[KindSpec, Noun] | None:
    """One entity by its id, shown or not; None when it does not stand here."""
    row = file.row_of(connection, id_)
    if row is None:
        return None
    number = file.kinds_of_rows(connection, [row])[row]
    kind = KIND_OF_NUMBER.get(number)
    if kind is None:
        return None
    found = _read(file, connection, kind, rows=[row])
    return (kind, found[row]) if row in found else None


def find_entities(
    file: StudyFile, connection: Connection, ids: Iterable[Id]
) -> dict[Id, tuple[KindSpec, Noun]]:
    """Many entities by their ids, shown or not; those that do not stand here are left out."""
    rows = file.rows_of_ids(connection, (bytes_of_id(id_) for id_ in dict.fromkeys(ids)))
    by_kind: dict[int, list[int]] = {}
    for row, number in file.kinds_of_rows(connection, rows.values()).items():
        by_kind.setdefault(number, []).append(row)
    found: dict[Id, tuple[KindSpec, Noun]] = {}
    for number, wanted in by_kind.items():
        kind = KIND_OF_NUMBER.get(number)
        if kind is None:
            continue
        for at in range(0, len(wanted), _AT_ONCE):
            read = _read(file, connection, kind, rows=wanted[at : at + _AT_ONCE])
            found |= {noun.id: (kind, noun) for noun in read.values()}
    return found


def stored_values(
    file: StudyFile, connection: Connection, kind: KindSpec, id_: Id
) -> dict[int, Any] | None:
    """The folded wire values of one entity, or None."""
    row = file.row_of(connection, id_)
    if row is None:
        return None
    table = state_of(kind)
    first = connection.execute(select(table).where(table.c.row == row)).mappings().first()
    if first is None or first["gone"]:
        return None
    found = dict(first)
    ids = file.ids_of_rows(connection, _rows_named(kind, [found]))
    return wire_from_columns(kind, found, ids)


def _rows_named(kind: KindSpec, rows: Sequence[Mapping[str, Any]]) -> set[int]:
    names = [
        columns_of(spec)[number]
        for spec in kind.fields
        if spec.type in _REFERRING
        for number in ((0, 1) if spec.type is FieldType.ENDS else (0,))
    ]
    return {row[name] for row in rows for name in names if row[name] is not None}


def _read(
    file: StudyFile, connection: Connection, kind: KindSpec, rows: Iterable[int] | None = None
) -> dict[int, Any]:
    where, values = "", []
    if rows is not None:
        values = [int(row) for row in rows]
        where = f" AND row IN ({','.join('?' * len(values))})"
    cursor = file.driver().execute(
        f"SELECT * FROM {state_of(kind).name} WHERE gone = 0{where}", values
    )
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, line, strict=True)) for line in cursor.fetchall()]
    named = _rows_named(kind, found) | {row["row"] for row in found}
    ids = file.ids_of_rows(connection, named)
    made = [
        (row["row"], kind.make(id_of_bytes(ids[row["row"]]), wire_from_columns(kind, row, ids)))
        for row in found
    ]
    made.sort(key=lambda pair: bytes_of_id(pair[1].id))
    return dict(made)
