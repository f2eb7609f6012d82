"""Reading nouns from the state: those that show, or all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from crosscase.model.fields import FieldType, KindSpec
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS, kind_of
from crosscase.model.nouns import Coding, Noun
from crosscase.store.quarantine import quarantine, refuse_withdrawn
from crosscase.store.quarantined_words import HIDDEN_OF_A_CODE, codes_with_hidden_words
from crosscase.store.showing import SHOWING_KINDS, showing
from crosscase.store.state_tables import columns_of, fields_from_columns, state_of
from crosscase.store.study_file import StudyFile

__all__ = [
    "codings_with_foreign",
    "find_entities",
    "find_entity",
    "find_whole",
    "list_all",
    "list_nouns",
    "list_of_rows",
    "list_of_sources",
    "list_withdrawn",
    "nouns_by_row",
    "nouns_of_rows",
    "sources_of_nouns",
]

N = TypeVar("N", bound=Noun)

_AT_ONCE = 500
_CODE, _CODING = KINDS["code"], KINDS["coding"]
_REFERRING = (FieldType.REFERENCE, FieldType.PASSAGE, FieldType.PLACE, FieldType.ENDS)


def nouns_by_row(file: StudyFile, connection: Connection, noun: type[N]) -> Mapping[int, N]:
    """All nouns of a kind that show, by entity row, in the order of their ids.

    Codings are read as columns (`coding_columns`): there are too many of them for nouns.
    """
    kind = kind_of(noun)
    if kind is _CODING:
        raise TypeError("codings are read as columns, or one by one by their ids")

    def read() -> dict[int, N]:
        shown = showing(file, connection)
        everything = _read(file, connection, kind)
        return {row: each for row, each in everything.items() if row in shown}

    return file.remember(("nouns", kind.name), (*SHOWING_KINDS, kind.name), read)


def list_nouns(file: StudyFile, connection: Connection, noun: type[N]) -> list[N]:
    """All nouns of a kind that show, in the order of their ids."""
    return list(nouns_by_row(file, connection, noun).values())


def list_all(file: StudyFile, connection: Connection, noun: type[N]) -> list[N]:
    """All nouns of a kind that were made, dropped and hidden ones too, but no withdrawn ones."""
    held = quarantine(file)
    return [each for row, each in _read(file, connection, kind_of(noun)).items() if row not in held]


def list_withdrawn(file: StudyFile, connection: Connection, noun: type[N]) -> list[N]:
    """The withdrawn nouns of a kind: for lifting a withdrawal and for what must not come again."""
    return list_of_rows(file, connection, noun, quarantine(file).rows)


def list_of_rows(
    file: StudyFile, connection: Connection, noun: type[N], among: Iterable[int]
) -> list[N]:
    """The nouns of a kind among these entities, shown, hidden or withdrawn."""
    return list(nouns_of_rows(file, connection, noun, among).values())


def nouns_of_rows(
    file: StudyFile, connection: Connection, noun: type[N], among: Iterable[int]
) -> dict[int, N]:
    """The same by entity row."""
    kind = kind_of(noun)
    numbers = file.kinds_of_rows(connection, among)
    rows = [row for row, number in numbers.items() if number == kind.number]
    found: dict[int, N] = {}
    for at in range(0, len(rows), _AT_ONCE):
        found.update(_read(file, connection, kind, rows[at : at + _AT_ONCE]))
    return found


def list_of_sources(
    file: StudyFile, connection: Connection, noun: type[N], sources: Iterable[int]
) -> list[N]:
    """The nouns of a kind that show and stand on some sources: as quick in a study of thousands."""
    wanted = [int(row) for row in sources]
    rows = file.driver().execute(
        f"SELECT row FROM {state_of(kind_of(noun)).name} "
        f"WHERE gone = 0 AND source IN ({','.join('?' * len(wanted))})",
        wanted,
    )
    shown = showing(file, connection)
    found = list_of_rows(file, connection, noun, [row for (row,) in rows if row in shown])
    return sorted(found, key=lambda each: bytes_of_id(each.id))


def sources_of_nouns(file: StudyFile, connection: Connection, noun: type[Noun]) -> list[int]:
    """The sources on which nouns of a kind stand, as entity rows in the order of their ids."""
    found = file.driver().execute(
        f"SELECT DISTINCT source FROM {state_of(kind_of(noun)).name} "
        "WHERE gone = 0 AND dropped IS NOT 1 AND source IS NOT NULL"
    )
    rows = [row for (row,) in found]
    ids = file.ids_of_rows(connection, rows)
    return sorted(rows, key=lambda row: ids[row])


def codings_with_foreign(file: StudyFile, connection: Connection) -> list[Coding]:
    """The codings that show and keep what an imported file said beside them: few of many."""
    [column] = columns_of(_CODING.by_name["foreign"])
    rows = file.driver().execute(
        "SELECT row FROM state_coding "
        f'WHERE gone = 0 AND dropped IS NOT 1 AND "{column}" IS NOT NULL'
    )
    shown, held = showing(file, connection), quarantine(file)
    found = list_of_rows(file, connection, Coding, [row for (row,) in rows if row not in held])
    on = file.rows_of_ids(
        connection, {bytes_of_id(id_) for each in found for id_ in (each.source, each.code)}
    )
    return [
        each
        for each in found
        if on[bytes_of_id(each.source)] in shown and on[bytes_of_id(each.code)] in shown
    ]


def find_entity(file: StudyFile, connection: Connection, id_: Id) -> tuple[KindSpec, Noun] | None:
    """One entity by its id, shown or not; None when it does not stand here.

    A withdrawn one is refused by an error that says so.
    """
    row = file.row_of(connection, id_)
    if row is None:
        return None
    refuse_withdrawn(file, connection, row)
    number = file.kinds_of_rows(connection, [row])[row]
    kind = KIND_OF_NUMBER.get(number)
    if kind is None:
        return None
    found = _read(file, connection, kind, rows=[row])
    return (kind, found[row]) if row in found else None


def find_entities(
    file: StudyFile, connection: Connection, ids: Iterable[Id]
) -> dict[Id, tuple[KindSpec, Noun]]:
    """Many entities by their ids, shown or not.

    Those that do not stand here are left out, and withdrawn ones.
    """
    held = quarantine(file)
    rows = file.rows_of_ids(connection, (bytes_of_id(id_) for id_ in dict.fromkeys(ids)))
    return _of_rows(file, connection, [row for row in rows.values() if row not in held])


def find_whole(
    file: StudyFile, connection: Connection, ids: Iterable[Id]
) -> dict[Id, tuple[KindSpec, Noun]]:
    """The same with withdrawn ones and all their words: for a purge, which says things anew."""
    rows = file.rows_of_ids(connection, (bytes_of_id(id_) for id_ in dict.fromkeys(ids)))
    return _of_rows(file, connection, rows.values(), is_whole=True)


def _of_rows(
    file: StudyFile, connection: Connection, rows: Iterable[int], *, is_whole: bool = False
) -> dict[Id, tuple[KindSpec, Noun]]:
    by_kind: dict[int, list[int]] = {}
    for row, number in file.kinds_of_rows(connection, rows).items():
        by_kind.setdefault(number, []).append(row)
    found: dict[Id, tuple[KindSpec, Noun]] = {}
    for number, wanted in by_kind.items():
        kind = KIND_OF_NUMBER.get(number)
        if kind is None:
            continue
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            read = _read(file, connection, kind, rows=some, is_whole=is_whole)
            found |= {noun.id: (kind, noun) for noun in read.values()}
    return found


def _hide_words_of_codes(
    file: StudyFile, connection: Connection, rows: Sequence[dict[str, Any]]
) -> None:
    """Take the words of withdrawn people out of codes as they are read."""
    hidden = codes_with_hidden_words(file, connection)
    if not hidden:
        return
    columns = [name for field in HIDDEN_OF_A_CODE for name in columns_of(_CODE.by_name[field])]
    for row in rows:
        if row["row"] in hidden:
            row.update(dict.fromkeys(columns))


def _rows_named(kind: KindSpec, rows: Sequence[Mapping[str, Any]]) -> set[int]:
    names = [
        columns_of(spec)[number]
        for spec in kind.fields
        if spec.type in _REFERRING
        for number in ((0, 1) if spec.type is FieldType.ENDS else (0,))
    ]
    return {row[name] for row in rows for name in names if row[name] is not None}


def _read(
    file: StudyFile,
    connection: Connection,
    kind: KindSpec,
    rows: Iterable[int] | None = None,
    *,
    is_whole: bool = False,
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
    if kind is _CODE and not is_whole:
        _hide_words_of_codes(file, connection, found)
    named = _rows_named(kind, found) | {row["row"] for row in found}
    raw_ids = file.ids_of_rows(connection, named)
    ids = {row: id_of_bytes(raw) for row, raw in raw_ids.items()}
    found.sort(key=lambda row: raw_ids[row["row"]])
    return {
        row["row"]: kind.noun(id=ids[row["row"]], **fields_from_columns(kind, row, ids))
        for row in found
    }
