"""A table as sources: a row becomes a source, some columns its attributes, the rest its text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.formats.document import TABLE_ROW, Document, Span
from crosscase.formats.tables import Table, read_table
from crosscase.intake.staging import ReadingOptions, StagedSource, file_bytes, stage_document

__all__ = ["StagedRows", "read_rows", "stage_rows"]


@dataclass(frozen=True, slots=True)
class StagedRows:
    """The rows that have a text, their attribute values, the numbers of those without."""

    staged: tuple[StagedSource, ...]
    values: tuple[Mapping[str, str], ...]
    without_text: tuple[int, ...]
    types: Mapping[str, str]


def read_rows(
    path: Path,
    *,
    text_columns: Sequence[str],
    attribute_columns: Sequence[str],
    name_column: str | None,
    sheet: str | None,
) -> StagedRows:
    """Read a table file and stage its rows."""
    data = file_bytes(path.name, path)
    return stage_rows(
        read_table(data, path.name, sheet=sheet),
        data,
        path.name,
        text_columns=text_columns,
        attribute_columns=attribute_columns,
        name_column=name_column,
    )


def stage_rows(
    table: Table,
    data: bytes,
    file_name: str,
    *,
    text_columns: Sequence[str] = (),
    attribute_columns: Sequence[str] = (),
    name_column: str | None = None,
    options: ReadingOptions | None = None,
) -> StagedRows:
    """Read each row of a table as a source.

    Without ``text_columns`` every column that is neither name nor attribute is text. Several
    text columns stand one below the other, each under its column's name. A row without any
    text is left out and counted. ``Column=name`` gives an attribute another name than its column,
    ``Column=name:type`` a type as well (text, number, day, truth, choice) instead of a guess.
    """
    asked = [_attribute(table, each) for each in attribute_columns]
    attributes = {column: name for column, name, _ in asked}
    named = None if name_column is None else _column(table, name_column)
    texts = [_column(table, each) for each in text_columns] or [
        each for each in table.columns if each not in attributes and each != named
    ]
    if not texts:
        raise MistakeOfUse(
            f"No column of “{file_name}” is left for the text.",
            slug="no-text-column",
            hint=f"Name it with text_columns; the table has {', '.join(table.columns)}.",
        )
    at = {column: index for index, column in enumerate(table.columns)}
    whole = hashlib.sha256(data).hexdigest()
    chosen = options or ReadingOptions(speakers="none")
    staged, values, empty = [], [], []
    for number, row in enumerate(table.rows, 1):
        text, headings = _row_text([(column, row[at[column]]) for column in texts])
        if not text:
            empty.append(number)
            continue
        name = row[at[named]].strip() if named is not None else ""
        document = Document(text, TABLE_ROW, None, None, None, (), headings, (), (), ())
        staged.append(
            stage_document(
                name or f"{file_name} row {number}",
                document,
                chosen,
                file_name=file_name,
                file_hash=hashlib.sha256(f"{whole}:{number}".encode()).hexdigest(),
            )
        )
        values.append({name: row[at[column]] for column, name in attributes.items()})
    types = {name: given for _, name, given in asked if given is not None}
    return StagedRows(tuple(staged), tuple(values), tuple(empty), types)


def _row_text(cells: Sequence[tuple[str, str]]) -> tuple[str, tuple[Span, ...]]:
    filled = [
        (column, cell.replace("\r\n", "\n").replace("\r", "\n").strip()) for column, cell in cells
    ]
    filled = [(column, cell) for column, cell in filled if cell]
    if len(cells) == 1:
        return (filled[0][1] if filled else ""), ()
    pieces, headings, reached = [], [], 0
    for column, cell in filled:
        headings.append(Span(reached, reached + len(column), 2))
        piece = f"{column}\n{cell}"
        pieces.append(piece)
        reached += len(piece) + 2
    return "\n\n".join(pieces), tuple(headings)


def _attribute(table: Table, wanted: str) -> tuple[str, str, str | None]:
    """A column, the attribute that it becomes, and the type it was given."""
    if any(wanted.casefold().strip() == each.casefold().strip() for each in table.columns):
        column = _column(table, wanted)
        return column, column, None
    column, mark, name = wanted.rpartition("=")
    if not mark:
        return _column(table, wanted), wanted, None
    name, _, value_type = name.partition(":")
    return _column(table, column), name.strip(), value_type.strip() or None


def _column(table: Table, wanted: str) -> str:
    for column in table.columns:
        if column.casefold().strip() == wanted.casefold().strip():
            return column
    raise MistakeOfUse(
        f"The table has no column “{wanted}”.",
        slug="column-not-found",
        hint=nearest_names_hint(wanted, table.columns)
        or f"It has {', '.join(table.columns[:20])}.",
    )
