"""What a judgement is of, and the changes that make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.log.records import DraftChange
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Case
from crosscase.model.synthesis_nouns import Grid, Judgement
from crosscase.store.reading import find_entity
from crosscase.store.session import Reading, changed, made
from crosscase.store.source_names import find_case, find_named
from crosscase.study_synthesis.grid_files import folded, heading_key
from crosscase.study_synthesis.grid_reading import stored_grid, wave_of

__all__ = [
    "Place",
    "case_of_grid",
    "find_grid",
    "judgement_changes",
    "judgement_id",
    "place_of",
]

Place = tuple[str, str, Id | None, Id | None]


def place_of(
    reading: Reading, grid: Grid, row: str, column: str, case: str | None, wave: str | None
) -> Place:
    """The cell that is meant: the keys of its row and column, its case and its wave."""
    held = stored_grid(grid)
    if held.case_kind is not None and case is None:
        raise MistakeOfUse(
            f"The grid “{held.name}” is judged for each {held.case_kind}.",
            slug="case-needed",
            hint=f"Say which {held.case_kind} is meant.",
        )
    one = None if case is None else case_of_grid(reading, grid, case).id
    return held.row(row).key, held.column(column).key, one, wave_of(reading, wave)


def judgement_id(grid: Id, place: Place, rater: Id | None) -> Id:
    """One by nature: one rater's judgement of one cell, on whichever laptop."""
    row, column, case, wave = place
    return derived_id(grid, "judgement", row, column, case or "", wave or "", rater or "")


def judgement_changes(
    reading: Reading, grid: Id, id_: Id, place: Place, rater: Id | None, says: Mapping[str, Any]
) -> list[DraftChange]:
    """The changes that make a judgement, or give it another status or reason."""
    row, column, case, wave = place
    found = find_entity(reading.file, reading.connection, id_)
    held = None if found is None else found[1]
    if isinstance(held, Judgement) and not held.dropped:
        if all(getattr(held, name) == value for name, value in says.items()):
            return []
        return [changed(Judgement, id_, **says)]
    change = made(
        Judgement, id_, fresh=False, grid=grid, grid_row=row, grid_column=column, case=case,
        wave=wave, rater=rater, **says,
    )  # fmt: skip
    # What was said before it was taken back is not said again.
    return [change if held is None else replace(change, fields={**change.fields, **says})]


def find_grid(reading: Reading, grid: str) -> Grid:
    """One grid by name, by the key that its name makes, or by id."""
    grids = reading.all(Grid)
    # A shipped grid was added by its key, which its name makes: it is found by that too.
    by_key = [each for each in grids if heading_key(each.name) == grid.casefold()]
    return by_key[0] if len(by_key) == 1 else find_named(grid, grids, "grid")


def case_of_grid(reading: Reading, grid: Grid, case: str) -> Case:
    """The case that is judged, of the kind that the grid is for."""
    if grid.case_kind is None:
        raise MistakeOfUse(
            f"The grid “{grid.name}” is judged once for the study, not for a case.",
            slug="no-case-here",
        )
    kinds = {each.case_kind for each in reading.all(Case) if each.case_kind}
    kind = next((each for each in kinds if folded(each) == folded(grid.case_kind)), grid.case_kind)
    return find_case(reading, case, kind)
