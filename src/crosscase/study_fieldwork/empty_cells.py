"""The cells of the recruitment table in which nobody stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_words import PERSON
from crosscase.fieldwork.recruitment import NONE, SEVERAL
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.store.session import Reading

__all__ = ["EmptyCell", "empty_cells", "groups_without_people", "warnings_of"]

_MOST_NAMES = 4


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


def warnings_of(cells: Iterable[EmptyCell]) -> list[str]:
    """The warnings, one for all rows that lack the same columns."""
    rows: dict[str, list[EmptyCell]] = {}
    for each in cells:
        rows.setdefault(each.row, []).append(each)
    alike: dict[tuple[str, ...], list[EmptyCell]] = {}
    for listed in rows.values():
        alike.setdefault(tuple(each.column for each in listed), []).append(listed[0])
    found = []
    for columns, firsts in alike.items():
        if len(columns) == len(firsts) == 1:
            found.append(firsts[0].sentence)
            continue
        where = _joined([each.row for each in firsts], "or")
        found.append(
            f"Nobody in {where} is of {_joined(columns, 'or')}: "
            "comparisons there rest on no one's words."
        )
    return found


def _joined(names: Sequence[str], word: str) -> str:
    """The first names as a list in words, with how many more there are."""
    left = len(names) - _MOST_NAMES
    if left > 1:
        return f"{', '.join(names[:_MOST_NAMES])} {word} {left:,} more"
    return f" {word} ".join(each for each in (", ".join(names[:-1]), names[-1]) if each)


def groups_without_people(reading: Reading, field: str) -> list[str]:
    """The names of all cases of a kind, so that one without any participant has its row too."""
    kind = kind_key(field)
    if kind == PERSON:
        return []
    cases = read_case_names(reading).cases.values()
    return [case.name or "" for case in cases if kind_key(case.case_kind) == kind]
