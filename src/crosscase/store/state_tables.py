"""The tables that hold what the log folds to. They can be dropped and rebuilt at any time.

One table a kind, one column a stored field, made from the nouns themselves. They are never
migrated (another ``STATE_VERSION`` rebuilds them) and hold no uniqueness that a legal merge
could break.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from crosscase.log.canonical import decode, encode
from crosscase.model.fields import Ends, FieldSpec, FieldType, KindSpec, Passage, Place
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS

__all__ = [
    "CREATE_SEARCH_INDEX",
    "STATE_VERSION",
    "coding_block",
    "columns_of",
    "fields_from_columns",
    "mark",
    "search_part",
    "source_text",
    "state_metadata",
    "state_of",
    "tree_skip",
    "turn_block",
    "values_to_columns",
]

STATE_VERSION = 5

state_metadata = MetaData()

_SIMPLE: Mapping[FieldType, Any] = {
    FieldType.TEXT: Text,
    FieldType.INTEGER: Integer,
    FieldType.NUMBER: Float,
    FieldType.TRUTH: Integer,
    FieldType.REFERENCE: Integer,
    FieldType.BLOB: LargeBinary,
}
_INDEXED = {
    "code": ("place_parent", "merged_into"),
    "revision": ("source",),
    "speaker": ("source",),
    "coding": ("source", "code", "coder"),
    "membership": ("member", "group"),
    "attribute_value": ("attribute", "subject"),
    "memo": ("about",),
    "evidence": ("subject", "source"),
    "set_member": ("set", "member"),
}


def columns_of(spec: FieldSpec) -> tuple[str, ...]:
    """The columns that a field takes in its kind's state table."""
    match spec.type:
        case FieldType.PASSAGE:
            return (f"{spec.name}_revision", f"{spec.name}_start_char", f"{spec.name}_end_char")
        case FieldType.PLACE:
            return (f"{spec.name}_parent", f"{spec.name}_order_key")
        case FieldType.ENDS:
            return (f"{spec.name}_start", f"{spec.name}_end")
        case _:
            return (spec.name,)


def _column_types(spec: FieldSpec) -> list[Any]:
    match spec.type:
        case FieldType.PASSAGE:
            return [Integer, Integer, Integer]
        case FieldType.PLACE:
            return [Integer, Text]
        case FieldType.ENDS:
            return [Integer, Integer]
        case _:
            return [_SIMPLE.get(spec.type, LargeBinary)]


def _state_table(kind: KindSpec) -> Table:
    columns: list[Any] = [Column("row", Integer, primary_key=True)]
    for spec in kind.fields:
        for name, type_ in zip(columns_of(spec), _column_types(spec), strict=True):
            columns.append(Column(name, type_))
    # gone: no creation stands (undone, or sealed by a purge); conflict: a bit for each field.
    columns += [
        Column("gone", Integer, nullable=False),
        Column("conflict", Integer, nullable=False),
    ]
    if kind.name == "coding":
        columns.append(Column("part", Integer))
    table = Table(f"state_{kind.name}", state_metadata, *columns)
    for name in _INDEXED.get(kind.name, ()):
        Index(f"state_{kind.name}_{name}", table.c[name])
    return table


_STATE: Mapping[str, Table] = {name: _state_table(kind) for name, kind in KINDS.items()}


_NAMED_FIELDS: Mapping[str, Mapping[int, tuple[FieldType, tuple[str, ...]]]] = {
    name: {spec.number: (spec.type, columns_of(spec)) for spec in kind.fields}
    for name, kind in KINDS.items()
}
_READ_FIELDS: Mapping[str, tuple[tuple[str, FieldType, tuple[str, ...]], ...]] = {
    name: tuple((spec.name, spec.type, columns_of(spec)) for spec in kind.fields)
    for name, kind in KINDS.items()
}
_AS_STORED = (FieldType.TEXT, FieldType.INTEGER, FieldType.NUMBER)
_EMPTY_ROWS: Mapping[str, Mapping[str, None]] = {
    name: dict.fromkeys(column for _, names in fields.values() for column in names)
    for name, fields in _NAMED_FIELDS.items()
}


_NONE_ENCODED: Mapping[int, bytes] = {}


def state_of(kind: KindSpec) -> Table:
    """The state table of a kind."""
    return _STATE[kind.name]


def values_to_columns(
    kind: KindSpec,
    wire: Mapping[int, Any],
    row_of: Mapping[bytes, int],
    encoded: Mapping[int, bytes] = _NONE_ENCODED,
) -> dict[str, Any]:
    """Folded wire values as the columns of a state row (ids become row numbers).

    ``encoded`` are the bytes of values that are known already.
    """
    row: dict[str, Any] = dict(_EMPTY_ROWS[kind.name])
    fields = _NAMED_FIELDS[kind.name]
    for number, value in wire.items():
        if value is None or number not in fields:
            continue
        type_, names = fields[number]
        match type_:
            case FieldType.REFERENCE:
                row[names[0]] = row_of[value]
            case FieldType.PASSAGE:
                row[names[0]], row[names[1]], row[names[2]] = row_of[value[0]], value[1], value[2]
            case FieldType.TEXT | FieldType.INTEGER | FieldType.NUMBER | FieldType.BLOB:
                row[names[0]] = value
            case FieldType.PLACE:
                row[names[0]] = None if value[0] is None else row_of[value[0]]
                row[names[1]] = value[1]
            case FieldType.ENDS:
                row[names[0]], row[names[1]] = row_of[value[0]], row_of[value[1]]
            case FieldType.TRUTH:
                row[names[0]] = int(value)
            case _:
                row[names[0]] = encoded[number] if number in encoded else encode(value)
    return row


def fields_from_columns(
    kind: KindSpec, row: Mapping[str, Any], id_of: Mapping[int, Id]
) -> dict[str, Any]:
    """The folded values again, as a noun has them; what is not there is left out."""
    found: dict[str, Any] = {}
    for name, type_, names in _READ_FIELDS[kind.name]:
        first = row[names[0]]
        if first is None and (len(names) == 1 or all(row[each] is None for each in names)):
            continue
        if type_ is FieldType.REFERENCE:
            found[name] = id_of[first]
        elif type_ in _AS_STORED:
            found[name] = first
        elif type_ is FieldType.PASSAGE:
            found[name] = Passage(id_of[first], row[names[1]], row[names[2]])
        elif type_ is FieldType.BLOB:
            found[name] = bytes(first).hex()
        elif type_ is FieldType.PLACE:
            found[name] = Place(None if first is None else id_of[first], row[names[1]])
        elif type_ is FieldType.ENDS:
            found[name] = Ends(id_of[first], id_of[row[names[1]]])
        elif type_ is FieldType.TRUTH:
            found[name] = bool(first)
        else:
            found[name] = type_.from_wire(decode(first))
    return found


# The fold of `undone`: which operations do not stand.
mark = Table("mark", state_metadata, Column("operation", Integer, primary_key=True))

# Edges of the code graph that the fold leaves out, because they would close a cycle.
tree_skip = Table(
    "tree_skip",
    state_metadata,
    Column("entity", Integer, nullable=False),
    Column("field", Integer, nullable=False),
    Column("operation", Integer, nullable=False),
    PrimaryKeyConstraint("entity", "field", "operation"),
)

# Current spans of codings in columns of little-endian int32, at most 1,024 codings a part.
coding_block = Table(
    "coding_block",
    state_metadata,
    Column("source", Integer, nullable=False),
    Column("part", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("source", "part"),
    sqlite_with_rowid=False,
)

# The current text of each source: which revision, its counts, and its words when it was edited.
source_text = Table(
    "source_text",
    state_metadata,
    Column("source", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("blob", LargeBinary(32)),
    Column("edited_text", Text),
    Column("layout", LargeBinary),
    Column("chars", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("rivals", LargeBinary),
    # The language whose stems are in the index: what was put in must be taken out again.
    Column("language", Text),
)

# The turns of each source's current text, five int32 each: start, end, speech start, number of
# its label (-1: none), start in milliseconds (-1: not known).
turn_block = Table(
    "turn_block",
    state_metadata,
    Column("source", Integer, primary_key=True),
    Column("labels", LargeBinary, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

# What one row of the search index covers: whole turns of one source, a few thousand characters.
search_part = Table(
    "search_part",
    state_metadata,
    Column("row", Integer, primary_key=True),
    Column("source", Integer, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
)
Index("search_part_source", search_part.c.source)

# The ascii tokenizer takes our tokens as they are: all but ASCII punctuation and space is kept.
CREATE_SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_index "
    "USING fts5(words, stems, content='', tokenize='ascii', detail='full')"
)
