"""The cells of the recruitment table in which nobody stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_words import PERSON
from crosscase.fieldwork.recruitment import NONE, SEVERAL
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.store.session import Reading

__all__ = ["EmptyCell", "empty_cells", "groups_without_people"]


class EmptyCell(NamedTuple):
    """A row and a column that share no participant, with a warning in words."""

    row: str
    column: str
    sentence: str


def empty_cells(
    people: Iterable[Id],
    rows: Callable[[Id], str],
    columns: Callable[[Id], str],
    more_rows: Iterable[str] = (),
    more_columns: Iterable[str] = (),
) -> tuple[EmptyCell, ...]:
    """The empty cells by row and column; what is not known of somebody makes no row."""
    held = {(rows(person), columns(person)) for person in people}
    known = {NONE, SEVERAL}
    down = sorted({row for row, _ in held}.union(more_rows) - known, key=str.casefold)
    across = sorted({column for _, column in held}.union(more_columns) - known, key=str.casefold)
    return tuple(
        EmptyCell(
            row,
            column,
            f"Nobody in {row} is of {column}: a comparison there rests on no one's words.",
        )
        for row in down
        for column in across
        if (row, column) not in held
    )


def groups_without_people(reading: Reading, field: str) -> list[str]:
    """The names of all cases of a kind, so that one without any participant has its row too."""
    kind = kind_key(field)
    if kind == PERSON:
        return []
    cases = read_case_names(reading).cases.values()
    return [case.name or "" for case in cases if kind_key(case.case_kind) == kind]
