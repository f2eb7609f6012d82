"""Codings in the state: one row each, and their current spans in the blocks of their source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection

from crosscase.log.canonical import decode
from crosscase.model.edits import CarriedSpan
from crosscase.model.kinds import KINDS
from crosscase.model.regions import stored_region
from crosscase.store.coding_blocks import (
    FLAG_HIDDEN,
    add_to_blocks,
    flags_of,
    number_of_region,
    replace_in_blocks,
    rewrite_blocks,
)
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.state_tables import state_of, values_to_columns
from crosscase.store.study_file import StudyFile

__all__ = ["CodingRow", "NewCoding", "recarry_source", "write_codings", "write_new_codings"]

_CODING = KINDS["coding"]
_TABLE = state_of(_CODING)
_NAMES = tuple(column.name for column in _TABLE.columns)
_in_order = itemgetter(*_NAMES)
_COLUMN_LIST = ", ".join(f'"{name}"' for name in _NAMES)
_INSERT = f"INSERT INTO {_TABLE.name} ({_COLUMN_LIST}) VALUES ({', '.join('?' * len(_NAMES))})"


class CodingRow(NamedTuple):
    """One folded coding, ready to be stored."""

    row: int
    values: Mapping[int, Any]
    gone: bool
    conflict: int
    operation: int
    day: int
    encoded: Mapping[int, bytes] = {}


def write_codings(
    file: StudyFile,
    connection: Connection,
    rows: Sequence[CodingRow],
    row_of: Mapping[bytes, int],
    *,
    fresh: bool,
) -> None:
    """Write folded codings: their state rows and their place in the blocks."""
    carrier = SpanCarrier(file, connection)
    placed = {} if fresh else _places(file, [row.row for row in rows])
    new_by_source: dict[int, list[Sequence[int]]] = {}
    replaced: dict[tuple[int, int], dict[int, Sequence[int]]] = {}
    state_rows: list[dict[str, Any]] = []
    for row in rows:
        columns = values_to_columns(_CODING, row.values, row_of, row.encoded)
        columns.update(row=row.row, gone=int(row.gone), conflict=row.conflict, part=None)
        source = columns["source"]
        place = placed.get(row.row)
        if source is not None and columns["passage_revision"] is not None:
            block_row = _block_row(columns, carrier, row)
            if place is not None and place[0] == source:
                replaced.setdefault(place, {})[row.row] = block_row
                columns["part"] = place[1]
            else:
                if place is not None:  # it lies in another source now
                    replaced.setdefault(place, {})[row.row] = _hidden(row.row)
                new_by_source.setdefault(source, []).append(block_row)
        elif place is not None:
            # Undone or purged: its place stays, hidden, so that a redo finds it again.
            replaced.setdefault(place, {})[row.row] = _hidden(row.row)
            columns["source"], columns["part"] = place
        state_rows.append(columns)
    replace_in_blocks(file, connection, replaced)
    part_of = {coding: part for part, coding in add_to_blocks(file, connection, new_by_source)}
    for columns in state_rows:
        if columns["row"] in part_of:
            columns["part"] = part_of[columns["row"]]
    verb = _INSERT if fresh else _INSERT.replace("INSERT", "INSERT OR REPLACE", 1)
    file.driver().executemany(verb, [_in_order(columns) for columns in state_rows])


class NewCoding(NamedTuple):
    """A coding that was never here, as its state row begins (rows of what it names)."""

    row: int
    foreign: bytes | None
    source: int
    code: int
    coder: int | None
    revision: int
    start_char: int
    end_char: int
    valence: str | None
    basis: str | None


_NEW = (
    "row", "foreign", "source", "code", "coder", "passage_revision", "passage_start_char",
    "passage_end_char", "valence", "basis",
)  # fmt: skip
_NEW_COLUMNS = ", ".join(f'"{name}"' for name in (*_NEW, "part"))
_INSERT_NEW = (
    f"INSERT INTO {_TABLE.name} ({_NEW_COLUMNS}, gone, conflict) "
    f"VALUES ({', '.join('?' * len(_NEW))}, ?, 0, 0)"
)


def write_new_codings(
    file: StudyFile,
    connection: Connection,
    codings: Sequence[NewCoding],
    operation: int,
    day: int,
) -> None:
    """Write codings that one operation makes: their state rows and their place in the blocks."""
    carrier = SpanCarrier(file, connection)
    by_source: dict[int, list[Sequence[int]]] = {}
    for each in codings:
        span = carrier.span(each.source, each.revision, each.start_char, each.end_char)
        flags = 0
        if span.standing != "kept" or each.valence is not None or each.basis is not None:
            flags = flags_of(
                hidden=False, standing=span.standing, valence=each.valence, basis=each.basis
            )
        by_source.setdefault(each.source, []).append(
            (each.row, each.code, -1 if each.coder is None else each.coder, span.start_char,
             span.end_char, flags, day, operation, 0)
        )  # fmt: skip
    part_of = {coding: part for part, coding in add_to_blocks(file, connection, by_source)}
    file.driver().executemany(_INSERT_NEW, [(*each, part_of[each.row]) for each in codings])


def _places(file: StudyFile, rows: Sequence[int]) -> dict[int, tuple[int, int]]:
    raw = file.driver()
    found: dict[int, tuple[int, int]] = {}
    for at in range(0, len(rows), 500):
        chunk = rows[at : at + 500]
        marks = ",".join("?" * len(chunk))
        for row, source, part in raw.execute(
            f"SELECT row, source, part FROM state_coding WHERE row IN ({marks}) "
            "AND part IS NOT NULL",
            chunk,
        ):
            found[row] = (source, part)
    return found


def _hidden(coding: int) -> Sequence[int]:
    """The place of a coding of which nothing stands: its flag keeps it out of every count."""
    return (coding, -1, -1, 0, 0, FLAG_HIDDEN, 0, 0, 0)


def _block_row(columns: Mapping[str, Any], carrier: SpanCarrier, row: CodingRow) -> Sequence[int]:
    span = carrier.span(
        columns["source"],
        columns["passage_revision"],
        columns["passage_start_char"],
        columns["passage_end_char"],
    )
    region = columns["region"]
    if region is not None:
        span = _span_of_region(span, carrier.length(columns["source"]), region)
    flags = flags_of(
        hidden=bool(row.gone or columns["dropped"]),
        standing=span.standing,
        valence=columns["valence"],
        basis=columns["basis"],
    )
    code, coder = columns["code"], columns["coder"]
    return (
        row.row,
        -1 if code is None else code,
        -1 if coder is None else coder,
        span.start_char,
        span.end_char,
        flags,
        row.day,
        row.operation,
        number_of_region(region),
    )


def _span_of_region(span: CarriedSpan, length: int, region: bytes) -> CarriedSpan:
    """A rectangle stands whatever becomes of the words below it.

    On a picture it lies over all that is said of it, on a page where that page's words are now;
    never over nothing, since what counts passages passes over empty ones.
    """
    found = stored_region(decode(region))
    if found is None or not length:
        return span
    if found.page == 0:
        return CarriedSpan(0, length, "kept")
    start = min(span.start_char, length - 1)
    return CarriedSpan(start, max(span.end_char, start + 1), "kept")


def recarry_source(file: StudyFile, connection: Connection, source: int) -> None:
    """Carry all codings of a source to its current text, after that changed."""
    raw = file.driver()
    cursor = raw.execute("SELECT * FROM state_coding WHERE source = ? ORDER BY row", (source,))
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    if not rows:
        return
    from crosscase.store.coding_blocks import read_blocks

    _, held = read_blocks(file, [source])
    made = {int(line[0]): (int(line[7]), int(line[6])) for line in held}
    carrier = SpanCarrier(file, connection)
    lines: list[Sequence[int]] = []
    for columns in rows:
        operation, day = made.get(columns["row"], (0, 0))
        if columns["passage_revision"] is None:
            lines.append(_hidden(columns["row"]))
            continue
        row = CodingRow(columns["row"], {}, bool(columns["gone"]), 0, operation, day)
        lines.append(_block_row(columns, carrier, row))
    placed = rewrite_blocks(file, connection, source, lines)
    raw.executemany("UPDATE state_coding SET part = ? WHERE row = ?", placed)
