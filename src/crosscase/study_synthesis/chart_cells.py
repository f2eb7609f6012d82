"""One cell of a framework matrix: its words, the passages beneath it, and a text to start from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.analysis.seen_codings import Changes, changes_since, seen_texts
from crosscase.coding.links import LinkEvidence
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Coder
from crosscase.model.synthesis_nouns import Cell, Wave
from crosscase.query.code_names import CodeNames, code_names
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.store.chart_cells import cell_columns
from crosscase.store.coding_columns import CodingColumns
from crosscase.store.reading import list_of_rows
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_synthesis.chart_beneath import Beneath, beneath
from crosscase.study_synthesis.chart_shown import SAID, told_changes
from crosscase.study_synthesis.chart_sides import (
    ChartColumn,
    ChartRow,
    columns_of_codes,
    rows_of_case,
)
from crosscase.study_synthesis.chart_topics import not_asked
from crosscase.study_synthesis.given_evidence import evidence_of
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = ["CellAsked", "ChartCell", "DraftLine", "OtherSummary", "chart_cell", "draft_lines"]


@dataclass(frozen=True, slots=True)
class OtherSummary:
    """What was written under a code that was merged into this one."""

    cell: Id
    code: str
    summary: str
    author: str | None


@dataclass(frozen=True, slots=True)
class ChartCell:
    """One cell with all that stands behind it.

    ``id`` is None where nothing was written. ``seen`` names the codings beneath it now: what a
    person has read who writes it. ``quotes`` are the passages linked to it; ``others`` what was
    written under codes that were merged into its own.
    """

    row: ChartRow
    column: ChartColumn
    id: Id | None
    state: str
    said: str | None
    summary: str
    author: str | None
    new: int
    gone: int
    changed: int
    seen: str
    passages: tuple[FoundPassage, ...]
    quotes: tuple[LinkEvidence, ...]
    others: tuple[OtherSummary, ...] = ()
    wave: str | None = None

    @property
    def told(self) -> str | None:
        """What has changed beneath it since it was written, in words; None where nothing has."""
        return told_changes(self.new, self.gone, self.changed)

    def quote_of(self, passage: FoundPassage) -> Id | None:
        """The evidence by which a passage beneath is linked, if it is."""
        place = (passage.source_id, passage.start_char, passage.end_char)
        return next((each.id for each in self.quotes if _place(each) == place), None)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One passage's own words, to write a summary from, with where they stand."""

    text: str
    source_id: Id
    source: str
    start_char: int
    end_char: int
    participants: tuple[str, ...]


class CellAsked:
    """A cell that was asked for, found: its row, its column, and the cells that stand there."""

    def __init__(self, reading: Reading, subject: str, column: str, wave: str | None) -> None:
        self.reading = reading
        self.names: CodeNames = code_names(reading)
        self.rows = rows_of_case(reading, subject)
        self.columns = columns_of_codes(self.names, [self.names.find(column)])
        self.wave = None if wave is None else find_named(wave, reading.all(Wave), "wave")
        self.under: Beneath = beneath(reading, self.rows, self.columns, self.wave)

    @property
    def subject(self) -> Id:
        """Whose cell it is."""
        return self.rows.rows[0].id

    @property
    def code(self) -> Id:
        """The code of its column."""
        return self.columns.columns[0].id

    @property
    def new_id(self) -> Id:
        """One by nature: the same on whichever laptop it is written."""
        return cell_id(self.subject, self.code, None if self.wave is None else self.wave.id)

    def standing(self) -> list[Cell]:
        """The cells that show there: that of the code itself before those of merged ones."""
        cells = cell_columns(self.reading)
        wave = -1 if self.wave is None else self.reading.row(self.wave.id)
        there = (cells.subject == self.reading.row(self.subject)) & (cells.wave == wave)
        rows = cells.row[there].tolist()
        tree = self.names.tree
        found = [
            each
            for each in list_of_rows(self.reading.file, self.reading.connection, Cell, rows)
            if tree.read_as(each.column) == self.code
        ]
        return sorted(found, key=lambda each: (each.column != self.code, each.id))

    def seen(self) -> str:
        """What names the codings beneath it now."""
        return seen_texts(self.under.marks(np.zeros(1, np.int64)), 1)[0]

    def changes(self, cell: Cell) -> Changes:
        """What has changed since it was written."""
        return changes_since([cell.seen], self.under.marks(np.zeros(1, np.int64)))


def cell_id(subject: Id, column: Id, wave: Id | None) -> Id:
    """The id of a cell."""
    return derived_id(subject, "cell", column, wave or "")


def chart_cell(reading: Reading, asked: CellAsked) -> ChartCell:
    """The cell with the passages beneath it and those that are linked to it."""
    standing = asked.standing()
    words, authors = _words(reading, standing), reading.by_id(Coder)
    passages = tuple(_passages(asked.under))
    base = standing[0] if standing else None
    changes = None if base is None else asked.changes(base)
    new, gone, changed = (0, 0, 0) if changes is None else (int(each[0]) for each in changes)
    said = None if base is None else (base.state if base.state in SAID else "charted")
    named = {each.id: authors[each.author].name for each in standing if each.author in authors}
    return ChartCell(
        asked.rows.rows[0],
        asked.columns.columns[0],
        None if base is None else base.id,
        "stale" if new or gone or changed else said or _state(reading, asked, passages),
        said,
        "" if base is None else words.get(base.id, ""),
        None if base is None else named.get(base.id),
        new,
        gone,
        changed,
        asked.seen(),
        passages,
        () if base is None else tuple(evidence_of(reading, (base.id,))[base.id]),
        tuple(
            OtherSummary(
                each.id,
                asked.names.tree.everything[each.column].name or "",
                words.get(each.id, ""),
                named.get(each.id),
            )
            for each in standing[1:]
        ),
        None if asked.wave is None else asked.wave.name,
    )


def draft_lines(asked: CellAsked) -> list[DraftLine]:
    """The words of the passages beneath a cell in their order; each place once."""
    return [
        DraftLine(
            each.text, each.source_id, each.source, each.start_char, each.end_char,
            each.participants,
        )
        for each in _passages(asked.under)
        if each.text.strip()
    ]  # fmt: skip


def _state(reading: Reading, asked: CellAsked, passages: Sequence[FoundPassage]) -> str:
    if passages:
        return "not charted"
    unasked = not_asked(reading, asked.rows, asked.columns)
    return "not asked" if unasked[0, 0] else "no data"


def _passages(under: Beneath) -> list[FoundPassage]:
    codings: CodingColumns | None = under.facts.codings
    assert codings is not None
    beneath_it = codings.take(np.unique(under.facts.item[under.crossed.fact]))
    return list(found_passages(under.reading, under.places(), beneath_it))


def _words(reading: Reading, cells: Sequence[Cell]) -> dict[Id, str]:
    named = {each.id: bytes.fromhex(each.summary) for each in cells if each.summary}
    texts = shown_texts(reading, named.values())
    return {id_: texts.get(name, "") for id_, name in named.items()}


def _place(evidence: LinkEvidence) -> tuple[Id, int, int]:
    return evidence.passage.source, evidence.passage.start_char, evidence.passage.end_char
