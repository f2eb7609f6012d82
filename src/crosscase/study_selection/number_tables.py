"""Tables of text cells as frames in which some columns are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.fieldwork.typed_values import parse_value

__all__ = ["frame_of_numbers"]

_MOST_TOLD = 20


def frame_of_numbers(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Iterable[str],
    *,
    lines: Sequence[int] | None = None,
) -> pl.DataFrame:
    """A table of text as a frame in which some columns are numbers and empty cells are missing.

    :param columns: the names of the columns.
    :param rows: text cells.
    :param numbers: the columns to read as numbers, in the ways in which attributes are read:
        1,234 is a number, 1,5 is refused.
    :param lines: the line of each row in its file.
    :raises MistakeOfUse: ``no-such-column``, ``column-name-taken`` where two columns share a name,
        ``not-numbers`` with the lines of the cells.
    """
    if len(set(columns)) < len(columns):
        twice = next(name for name in columns if list(columns).count(name) > 1)
        raise MistakeOfUse(
            f"Two columns are called “{twice}”.",
            slug="column-name-taken",
            hint="Give each column a name of its own.",
        )
    held = pl.DataFrame(
        list(rows), schema=dict.fromkeys(columns, pl.String), orient="row"
    ).with_columns(pl.all().str.strip_chars().replace("", None))
    for column in dict.fromkeys(numbers):
        if column not in held.columns:
            raise MistakeOfUse(
                f"The table has no column “{column}”.",
                slug="no-such-column",
                hint=nearest_names_hint(column, columns) or f"It has {', '.join(columns[:20])}.",
            )
        held = held.with_columns(_numbers(held[column], lines))
    return held


def _numbers(cells: pl.Series, lines: Sequence[int] | None) -> pl.Series:
    """The numbers of a column; what is not plainly one is read as an attribute's value is."""
    found = cells.cast(pl.Int64, strict=False)
    if found.null_count() > cells.null_count():
        found = cells.cast(pl.Float64, strict=False)
    odd = (found.is_null() & cells.is_not_null()).arg_true().to_list()
    if not odd:
        return found
    read, wrong = [], []
    hint: str | None = None
    for place in odd:
        try:
            value = parse_value("number", cells[place])
        except MistakeOfUse as error:
            wrong.append(place)
            hint = hint or error.hint
            continue
        read.append(None if value is None else float(value.value))
    if wrong:
        line = wrong[0] + 2 if lines is None else lines[wrong[0]]
        more = f", and {len(wrong) - 1:,} more cells" if wrong[1:] else ""
        raise MistakeOfUse(
            f"Line {line}, “{cells.name}”: “{cells[wrong[0]]}” is no number{more}.",
            slug="not-numbers",
            hint=hint or "Correct it, or empty the cell and leave its row out.",
            details={
                "column": cells.name,
                "lines": [at + 2 if lines is None else lines[at] for at in wrong[:_MOST_TOLD]],
            },
        )
    return found.cast(pl.Float64).scatter(odd, pl.Series(read, dtype=pl.Float64))
