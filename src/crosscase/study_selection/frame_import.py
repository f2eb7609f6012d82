"""Reading a table of candidate cases: each cell checked against what its column may hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from crosscase.errors import CrosscaseError, MistakeOfUse, nearest_names_hint
from crosscase.fieldwork.field_words import tidy
from crosscase.fieldwork.table_rows import TableRows, read_rows
from crosscase.fieldwork.typed_values import guess_value_type, parse_value
from crosscase.intake.source_changes import checked_day
from crosscase.study_selection.frame_table import (
    NUMBER_TYPES,
    TYPES,
    CellValue,
    FrameCharacteristic,
    FrameTable,
)

__all__ = ["RESERVED", "described_rows", "read_frame_table"]

RESERVED = ("case", "name")  # what the columns of ids and names are called in a frame
_ID_COLUMNS = ("case", "id", "code")
_TOLD = ("column", "label", "type", "unit", "source", "date", "definition", "levels")
_MOST_FAULTS_TOLD = 20

# What a column's name says of its numbers; a unit in a name is how most public tables tell it.
_NAMED_TYPES = (
    (re.compile(r"%|\bper ?cent(age)?\b|\bpct\b"), "percent"),
    (re.compile(r"\bpopulation\b|\bpop\b"), "population"),
)


def read_frame_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    id_column: str | None,
    name_column: str | None,
    characteristics: Sequence[Mapping[str, Any]] | None,
    lines: Sequence[int] | None,
) -> FrameTable:
    """The table of a frame from text cells; see ``Frames.import_table``."""
    table = read_rows(columns, rows, lines)
    if table.refused:
        line, error = table.refused[0]
        raise MistakeOfUse(f"Line {line}: {error.sentence}", slug=error.slug, hint=error.hint)
    ids_in = _id_column(table, id_column)
    names_in = table.find_column("name") if name_column is None else table.column(name_column)
    if names_in == ids_in:
        names_in = None
    ids = _checked_ids(table, ids_in)
    names = tuple(None if names_in is None else row[names_in] or None for row in table.rows)
    others = [column for column in table.columns if column not in (ids_in, names_in)]
    meant = _meant(table, others, characteristics)
    values = {each.name: _cells(table, each) for each in meant}
    return FrameTable(ids, names, meant, values)


def described_rows(
    columns: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int] | None = None
) -> list[dict[str, str]]:
    """The rows of a table of characteristics (column, label, type ...) as mappings.

    ``lines`` are those of the rows in their file, for errors; else the first is line 2.
    """
    known = [tidy(column).casefold() for column in columns]
    for column, folded in zip(columns, known, strict=True):
        if folded not in _TOLD:
            raise MistakeOfUse(
                f"The table of characteristics has a column “{column}”.",
                slug="column-not-known",
                hint=nearest_names_hint(column, _TOLD) or f"It may have {', '.join(_TOLD)}.",
            )
    told = [
        {name: cell.strip() for name, cell in zip(known, row, strict=True) if cell.strip()}
        for row in rows
    ]
    for line, each in zip(lines or range(2, len(told) + 2), told, strict=True):
        _date(each.get("date"), f"Line {line} of the characteristics, “{each.get('column', '')}”")
    return told


def _id_column(table: TableRows, wanted: str | None) -> str:
    if wanted is not None:
        return table.column(wanted)
    found = next((c for name in _ID_COLUMNS if (c := table.find_column(name))), None)
    if found is None:
        raise MistakeOfUse(
            "The table has no column “case”, “id” or “code”.",
            slug="no-id-column",
            hint=f"Say which column holds the ids of the cases: {', '.join(table.columns[:12])}.",
        )
    return found


def _checked_ids(table: TableRows, column: str) -> tuple[str, ...]:
    first: dict[str, int] = {}
    for row in table.rows:
        id_ = row[column]
        if not id_:
            raise MistakeOfUse(
                f"Line {row.line}, “{column}”: the case has no id.",
                slug="empty-case-id",
                hint="Give each case an id of its own.",
            )
        if id_ in first:
            raise MistakeOfUse(
                f"Line {row.line}, “{column}”: “{id_}” stands in line {first[id_]} already.",
                slug="repeated-case-id",
                hint="Keep one line for each case.",
            )
        first[id_] = row.line
    return tuple(first)


def _meant(
    table: TableRows, columns: Sequence[str], told: Sequence[Mapping[str, Any]] | None
) -> tuple[FrameCharacteristic, ...]:
    by_column: dict[str, Mapping[str, Any]] = {}
    for each in told or ():
        unknown = [key for key in each if key not in _TOLD]
        if unknown:
            raise MistakeOfUse(
                f"A characteristic has no “{unknown[0]}”.",
                slug="column-not-known",
                hint=nearest_names_hint(unknown[0], _TOLD) or f"It may have {', '.join(_TOLD)}.",
            )
        if not each.get("column"):
            raise MistakeOfUse(
                "A characteristic does not say which column of the table it describes.",
                slug="characteristic-without-column",
                hint="Fill in “column”.",
            )
        column = table.column(str(each["column"]))
        if column in by_column:
            raise MistakeOfUse(
                f"The column “{column}” is described twice.", slug="characteristic-twice"
            )
        by_column[column] = each
    found = [_of_column(table, column, by_column.get(column)) for column in columns]
    for name, count in Counter(each.name.casefold() for each in found).items():
        if count > 1 or name in RESERVED:
            raise MistakeOfUse(
                f"“{name}” is the name of {'two columns' if count > 1 else 'another column'}.",
                slug="characteristic-name-taken",
                hint="Give each characteristic a name of its own.",
            )
    return tuple(found)


def _of_column(
    table: TableRows, column: str, told: Mapping[str, Any] | None
) -> FrameCharacteristic:
    told = told or {}
    type_ = str(told.get("type") or "").strip().casefold()
    levels = told.get("levels") or ()
    if isinstance(levels, str):
        levels = [tidy(each) for each in levels.split(";") if each.strip()]
    if type_ and type_ not in TYPES:
        raise MistakeOfUse(
            f"“{type_}” is no type of a characteristic (“{column}”).",
            slug="unknown-characteristic-type",
            hint=nearest_names_hint(type_, TYPES) or f"Say {', '.join(TYPES)}.",
        )
    if (type_ == "ordered") != bool(levels):
        raise MistakeOfUse(
            f"“{column}” needs its levels." if type_ else f"“{column}” has levels but no order.",
            slug="ordered-without-levels",
            hint="Give the type ordered and the levels from the lowest to the highest, as in "
            "low; medium; high.",
        )
    return FrameCharacteristic(
        name=tidy(told.get("label") or column),
        type=type_ or _guessed(column, table.cells_of(column)),
        column=column,
        unit=told.get("unit") or None,
        source=told.get("source") or None,
        date=_date(told.get("date"), f"The date of “{column}”"),
        definition=told.get("definition") or None,
        levels=tuple(levels),
        guessed=not type_,
    )


def _date(raw: Any, where: str) -> str | None:
    """A year, a month or a day; where it cannot be, the error says so."""
    try:
        return checked_day(None if raw is None else str(raw))
    except MistakeOfUse as error:
        raise MistakeOfUse(
            f"{where}: “{raw}” is no date.",
            slug="not-a-date",
            hint="Write a day, a month or a year: 2022-01-31, 2022-01 or 2022; what is of several "
            "years is told in the definition.",
        ) from error


def _guessed(column: str, cells: Sequence[str]) -> str:
    found = guess_value_type(cells)
    if found == "text" and guess_value_type([cell.rstrip("% ") for cell in cells]) == "number":
        return "percent"
    words = column.casefold().replace("_", " ")
    if found == "number":
        return next((type_ for named, type_ in _NAMED_TYPES if named.search(words)), found)
    return found


def _cells(table: TableRows, meant: FrameCharacteristic) -> tuple[CellValue, ...]:
    found: list[CellValue] = []
    faults: list[tuple[int, str, str | None, str]] = []
    for row in table.rows:
        try:
            found.append(_cell(meant, row[meant.column]))
        except CrosscaseError as error:
            faults.append((row.line, error.sentence, error.hint, error.slug))
    if faults:
        line, sentence, hint, slug = faults[0]
        more = f" {len(faults) - 1} more cells of the column are wrong." if faults[1:] else ""
        raise MistakeOfUse(
            f"Line {line}, “{meant.column}”: {sentence}{more}",
            slug=slug,
            hint=hint,
            details={
                "column": meant.column,
                "lines": [fault[0] for fault in faults[:_MOST_FAULTS_TOLD]],
            },
        )
    return tuple(found)


def _cell(meant: FrameCharacteristic, cell: str) -> CellValue:
    if not cell:
        return None
    if meant.type in NUMBER_TYPES:
        written = cell.removesuffix("%").strip() if meant.type == "percent" else cell
        value = parse_value("number", written)
        assert value is not None
        return _NUMBER_CHECKS[meant.type](float(value.value), cell)
    if meant.type == "ordered":
        return _level(meant, tidy(cell))
    value = parse_value(meant.type, cell)
    return None if value is None else value.value


def _level(meant: FrameCharacteristic, cell: str) -> str:
    for level in meant.levels:
        if level.casefold() == cell.casefold():
            return level
    raise MistakeOfUse(
        f"“{cell}” is none of {', '.join(meant.levels)}.",
        slug="not-a-level",
        hint="Correct the cell, or name the level.",
    )


def _number(value: float, cell: str) -> float:
    return value


def _share(value: float, cell: str) -> float:
    if not 0 <= value <= 1:
        raise MistakeOfUse(
            f"{cell} is no share: shares are 0 to 1.",
            slug="share-out-of-range",
            hint="Where the column runs to 100, its type is percent.",
        )
    return value


def _percent(value: float, cell: str) -> float:
    if not 0 <= value <= 100:
        raise MistakeOfUse(
            f"{cell} is no percentage: percentages are 0 to 100.",
            slug="percent-out-of-range",
            hint="Correct the cell; a change in per cent is a number.",
        )
    return value


def _count(value: float, cell: str) -> float:
    if value < 0:
        raise MistakeOfUse(
            f"{cell} is below zero, and nothing is counted so.",
            slug="negative-count",
            hint="Correct the cell, or leave it empty where the value is not known.",
        )
    return value


def _population(value: float, cell: str) -> float:
    if value <= 0:
        raise MistakeOfUse(
            f"{cell} is not a population: it must be above zero.",
            slug="population-not-positive",
            hint="Correct the cell, or leave it empty where the value is not known.",
        )
    return value


_NUMBER_CHECKS: Mapping[str, Callable[[float, str], float]] = {
    "number": _number,
    "share": _share,
    "percent": _percent,
    "count": _count,
    "population": _population,
}
