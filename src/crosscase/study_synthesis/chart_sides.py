"""The sides of a framework matrix: whose rows it has, and which codes are its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Framework
from crosscase.query.code_names import PATH_MARK, CodeNames, code_names
from crosscase.query.cross_counts import Lookup
from crosscase.query.dimensions import dimension
from crosscase.query.study_view import PERSON, study_view
from crosscase.store.chart_cells import cell_columns
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case

__all__ = [
    "ChartColumn",
    "ChartRow",
    "Columns",
    "Rows",
    "chart_columns",
    "chart_rows",
    "columns_of_codes",
    "rows_of_case",
]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row: a participant or another case; ``label`` differs from those of all other rows."""

    id: Id
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One column: a code with all codes below it; ``label`` differs from those of the others."""

    id: Id
    name: str
    label: str
    colour: str | None


@dataclass(frozen=True)
class Rows:
    """The rows with where to find them: ``lookup`` by participants, cases and sources."""

    noun: str
    rows: tuple[ChartRow, ...]
    at: dict[int, int]
    lookup: Lookup

    def taken(self, kept: npt.NDArray[np.bool_]) -> Rows:
        """Some of the rows."""
        number = np.cumsum(kept) - 1
        return Rows(
            self.noun,
            tuple(each for each, is_kept in zip(self.rows, kept, strict=True) if is_kept),
            {row: int(number[at]) for row, at in self.at.items() if kept[at]},
            self.lookup.renumbered(np.where(kept, number, -1)),
        )


@dataclass(frozen=True)
class Columns:
    """The columns: ``lookup`` by codes, ``at`` by the entity row of each column's own code."""

    columns: tuple[ChartColumn, ...]
    at: dict[int, int]
    lookup: Lookup


def chart_rows(reading: Reading, kind: str) -> Rows:
    """All participants with words, or all cases of a kind; and whoever else has a cell.

    Raises:
        NotFound: the study has no such cases.
        MistakeOfUse: these are no cases, such as codes or sources.
    """
    side = dimension(reading, kind)
    view = study_view(reading)
    if side.key != "case" or any(each.id is None for each in side.members):
        raise MistakeOfUse(
            f"“{kind}” are no participants or cases, so they cannot be the rows.",
            slug="rows-no-cases",
            hint="Say participants, or a kind of cases such as sites.",
        )
    rows = [
        ChartRow(each.id, each.name, label)
        for each, label in zip(side.members, side.labels, strict=True)
        if each.id is not None
    ]
    at = {view.rows[each.id]: number for number, each in enumerate(rows)}
    folded = PERSON if side.noun == "participant" else kind_key(side.noun)
    for row, case in _with_cells(reading, folded).items():
        if row not in at:  # nobody talked to them yet, but somebody wrote of them
            at[row] = len(rows)
            rows.append(ChartRow(case.id, case.name or "", case.name or ""))
    return Rows(side.noun, tuple(rows), at, side.lookup)


def rows_of_case(reading: Reading, subject: str) -> Rows:
    """One row alone, by the name or id of its case."""
    view, case = study_view(reading), find_case(reading, subject)
    row = view.rows[case.id]
    inside = sorted(view.lying_in([row]))
    noun = "participant" if kind_key(case.case_kind) == PERSON else case.case_kind or "case"
    one = ChartRow(case.id, case.name or "", case.name or "")
    return Rows(noun, (one,), {row: 0}, Lookup(inside, [0] * len(inside)))


def chart_columns(reading: Reading, columns: str | Sequence[str] | None) -> Columns:
    """The columns that are asked for.

    Args:
        reading: the study.
        columns: None: the domains of the framework that the study has, or its top codes where it
            has none; the name of a framework; codes (the top ones); codes:all; code:NAME (those
            right below it); or codes one by one, by name, path or id.

    Raises:
        NotFound: there is no such code or framework.
        MistakeOfUse: a code is asked for twice, or there are no codes at all.
    """
    names = code_names(reading)
    if columns is None:
        rows = _domains(reading, names) or names.below(None)
    elif isinstance(columns, str):
        rows = _named(reading, names, columns)
    else:
        rows = [names.find(each) for each in columns]
    if not rows:
        raise MistakeOfUse(
            "There are no codes to chart by.",
            slug="no-columns",
            hint="Add a framework (`crosscase codebook add-framework`) or codes.",
        )
    twice = next((row for row in rows if rows.count(row) > 1), None)
    if twice is not None:
        raise MistakeOfUse(
            f"The code “{names.codes[twice].name}” is a column twice.",
            slug="column-twice",
            hint="Name each code once; a merged code is read as the one that it went into.",
        )
    return columns_of_codes(names, rows)


def columns_of_codes(names: CodeNames, rows: Sequence[int]) -> Columns:
    """Columns for these codes (entity rows), each with what lies below it."""
    short = [names.codes[row].name or "" for row in rows]
    columns = tuple(
        ChartColumn(
            names.codes[row].id,
            name,
            name if short.count(name) == 1 else PATH_MARK.join(names.path(row)),
            names.codes[row].colour,
        )
        for row, name in zip(rows, short, strict=True)
    )
    below = [names.with_descendants(row) for row in rows]
    lookup = Lookup(
        [code for codes in below for code in codes],
        [number for number, codes in enumerate(below) for _ in codes],
    )
    return Columns(columns, {row: number for number, row in enumerate(rows)}, lookup)


def _with_cells(reading: Reading, kind: str) -> dict[int, Case]:
    """The cases of a kind of which a cell was written, by name."""
    written = set(cell_columns(reading).subject.tolist())
    cases = study_view(reading).cases_of_kind(kind)
    return {row: case for row, case in cases.items() if row in written}


def _domains(reading: Reading, names: CodeNames) -> list[int]:
    """The top codes of the study's framework; of several the one whose name comes first."""
    for framework in sorted(reading.all(Framework), key=lambda each: each.name.casefold()):
        found = _of_framework(names, framework)
        if found:
            return found
    return []


def _of_framework(names: CodeNames, framework: Framework) -> list[int]:
    return [row for row in names.below(None) if names.codes[row].framework == framework.id]


def _named(reading: Reading, names: CodeNames, word: str) -> list[int]:
    named, mark, detail = (part.strip() for part in word.partition(":"))
    if named.casefold() in ("code", "codes"):
        if detail.casefold() == "all":
            return names.walk()
        if not detail:
            return names.below(None)
        above = names.find(detail.strip('"'))
        return names.below(above) or [above]
    frameworks = {each.name.casefold(): each for each in reading.all(Framework)}
    if word.casefold() in frameworks:
        return _of_framework(names, frameworks[word.casefold()])
    if not mark:
        try:
            return [names.find(word)]
        except NotFound as error:
            known = [each.name for each in frameworks.values()]
            error.hint = nearest_names_hint(word, known) or error.hint
            raise
    return [names.find(word)]
