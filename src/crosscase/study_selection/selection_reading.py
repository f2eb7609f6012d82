"""Selections as the study holds them: found by name, read whole, and made again."""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.errors import CrosscaseError
from crosscase.model.fieldwork_nouns import Frame, Selection
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_selection.candidate_rules import constraint_said
from crosscase.study_selection.choosing import decide
from crosscase.study_selection.decision import Asked, Decided
from crosscase.study_selection.frame_reading import ReadFrame, table_of_blob
from crosscase.study_selection.frame_table import FrameTable

__all__ = ["ChosenAgain", "ToldSelection", "chosen_again", "find_selection", "told_selection"]


@dataclass(frozen=True, slots=True)
class ToldSelection:
    """A selection with all that was asked and decided, and what its cases are called.

    ``selection``    None where it was only tried
    ``labels``       the names of all cases of the frame as it was decided on, by id
    ``replaced_by``  the name of the selection that came after it, None while it stands
    """

    selection: Selection | None
    frame: str
    asked: Asked
    decided: Decided
    table: FrameTable
    replaced_by: str | None = None

    @property
    def labels(self) -> dict[str, str]:
        """What each case of the frame is called, by its id."""
        return dict(zip(self.table.ids, self.table.labels, strict=True))

    @property
    def constraints(self) -> list[str]:
        """What the set had to meet, as people write it."""
        return [constraint_said(each, self.labels) for each in self.asked.constraints]


@dataclass(frozen=True, slots=True)
class ChosenAgain:
    """A choice made again, from what was kept of it and from the frame as it is now.

    ``again``    what comes out now, ``is_same`` whether it is what came out then
    ``present``  the same on the frame's present table and groups; None with a ``problem`` where
                 it cannot be made there. ``frame_changed`` says whether these are others.
    """

    again: Decided
    is_same: bool
    frame_changed: bool
    present: Decided | None
    present_is_same: bool
    problem: str | None


def find_selection(reading: Reading, wanted: str) -> Selection:
    """One selection by name or id."""
    return find_named(wanted, reading.all(Selection), "selection")


def told_selection(reading: Reading, selection: Selection) -> ToldSelection:
    """A selection with all that was asked and decided."""
    asked = Asked.of_plain(selection.asked or {})
    table = table_of_blob(reading, selection.table)
    after = [each.name for each in reading.all(Selection) if each.replaces == selection.id]
    return ToldSelection(
        selection,
        reading.get(Frame, selection.frame).name,
        asked,
        Decided.of_plain(selection.result or {}),
        table,
        after[0] if after else None,
    )


def chosen_again(told: ToldSelection, read: ReadFrame) -> ChosenAgain:
    """A selection made again, from what was kept of it and from its frame as it is now."""
    assert told.selection is not None
    asked, was = told.asked, told.decided
    now = decide(asked, told.table, asked.groupings, sites=was.sites)
    frame_changed = told.selection.table != read.frame.table or any(
        each not in read.groupings for each in asked.groupings
    )
    present, problem = None, None
    try:
        present = decide(asked, read.table, read.groupings, sites=was.sites)
    except CrosscaseError as error:
        problem = error.sentence
    return ChosenAgain(
        now,
        _same(now, was),
        frame_changed,
        present,
        present is not None and _same(present, was),
        problem,
    )


def _same(one: Decided, other: Decided) -> bool:
    return (one.chosen, one.equally_good, one.tied) == (
        other.chosen, other.equally_good, other.tied,
    )  # fmt: skip
