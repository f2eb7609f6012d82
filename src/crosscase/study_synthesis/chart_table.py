"""A framework matrix read at once: what is beneath each cell, what was written, where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from crosscase.analysis.seen_codings import changes_since
from crosscase.model.counted import counted
from crosscase.model.synthesis_nouns import Wave
from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs
from crosscase.query.facts import passage_facts, turn_facts
from crosscase.query.plan import about
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_synthesis.chart_beneath import Beneath, beneath
from crosscase.study_synthesis.chart_shown import SAID, ShownCells, WrittenCell, shown_cells
from crosscase.study_synthesis.chart_sides import (
    ChartColumn,
    ChartRow,
    Columns,
    Rows,
    chart_columns,
    chart_rows,
)
from crosscase.study_synthesis.chart_topics import not_asked

if TYPE_CHECKING:
    import polars

__all__ = ["STATES", "ChartTable", "chart_table"]

NOT_CHARTED, CHARTED, NO_DATA, NOT_ASKED, STALE = range(5)
STATES = ("not charted", "charted", "no data", "not asked", "stale")
Codes = npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class ChartTable:
    """Rows by codes; ``passages`` and ``states`` (numbers of STATES) have an entry a cell."""

    noun: str
    rows: tuple[ChartRow, ...]
    columns: tuple[ChartColumn, ...]
    passages: Longs
    states: Codes
    _cells: ShownCells = field(repr=False)
    beneath: Beneath = field(repr=False)
    where: str | None = None
    wave: str | None = None

    def state(self, row: int, column: int) -> str:
        """The state of one cell in words."""
        return STATES[int(self.states[row, column])]

    @cached_property
    def written(self) -> tuple[WrittenCell, ...]:
        """The cells that somebody wrote, row by row."""
        return self._cells.told()

    @cached_property
    def by_place(self) -> Mapping[tuple[int, int], WrittenCell]:
        """The written cells by row and column."""
        return {(each.row, each.column): each for each in self.written}

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many cells have each state."""
        numbers = np.bincount(self.states.ravel(), minlength=len(STATES)).tolist()
        return dict(zip(STATES, numbers, strict=True))

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be known to read it."""
        told = ["A code includes the codes below it."]
        stale = self.counts["stale"]
        if stale:
            told.append(
                f"Beneath {counted(stale, 'summary', 'summaries')} the coding has changed since "
                f"{'it was' if stale == 1 else 'they were'} written."
            )
        if self.where is not None:
            told.append(f"Only rows in which something answers: {self.where}.")
        return tuple(told)

    def to_json(self) -> dict[str, object]:
        """The matrix as plain values; states are numbers of ``states_named``."""
        return {
            "row_noun": self.noun,
            "rows": [{"id": each.id, "name": each.label} for each in self.rows],
            "columns": [
                {"id": each.id, "name": each.label, "colour": each.colour} for each in self.columns
            ],
            "states_named": list(STATES),
            "states": self.states.tolist(),
            "passages": self.passages.tolist(),
            "written": [
                {**each._asdict(), "stale": each.is_stale, "told": each.told}
                for each in self.written
            ],
            "counts": self.counts,
            "notes": list(self.notes),
            "where": self.where,
            "wave": self.wave,
        }

    def frame(self) -> polars.DataFrame:
        """A row a cell: row, code, state, what its author said, summary, author, passages, quotes
        and what changed."""
        import polars as pl

        held: dict[str, list[object]] = {name: [] for name in _FRAME}
        for at, row in enumerate(self.rows):
            for number, column in enumerate(self.columns):
                cell = self.by_place.get((at, number))
                line: Sequence[object] = (
                    row.label, column.label, self.state(at, number),
                    None if cell is None else cell.said,
                    None if cell is None else cell.summary,
                    None if cell is None else cell.author,
                    int(self.passages[at, number]),
                    0 if cell is None else cell.quotes,
                    0 if cell is None else cell.new,
                    0 if cell is None else cell.gone,
                    0 if cell is None else cell.changed,
                )  # fmt: skip
                for name, value in zip(_FRAME, line, strict=True):
                    held[name].append(value)
        types = [pl.String] * 6 + [pl.Int64] * 5
        return pl.DataFrame(held, schema=dict(zip(_FRAME, types, strict=True)))


_FRAME = (
    "row", "code", "state", "said", "summary", "author", "passages", "quotes",
    "new", "gone", "changed",
)  # fmt: skip


def chart_table(
    reading: Reading,
    rows: str,
    columns: str | Sequence[str] | None,
    *,
    where: str | None = None,
    wave: str | None = None,
    summaries: bool = True,
) -> ChartTable:
    """The matrix of these rows and columns (see `chart_rows` and `chart_columns`).

    Args:
        reading: the study.
        rows: participants or a kind of cases.
        columns: the codes.
        where: a question; only rows in which something answers it are kept.
        wave: a wave, by name or id: its cells, and the codings of its sources.
        summaries: whether the words are read as well.
    """
    side, codes = chart_rows(reading, rows), chart_columns(reading, columns)
    round_ = None if wave is None else find_named(wave, reading.all(Wave), "wave")
    if where is not None:
        side = _answering(reading, side, where)
    under = beneath(reading, side, codes, round_)
    passages = under.passages()
    cells = shown_cells(reading, side.at, codes.at, None if round_ is None else round_.id)
    place = cells.row * len(codes.columns) + cells.column
    cells.changes = changes_since(cells.seen, under.marks(place))
    if summaries:
        cells.read_words(reading)
    return ChartTable(
        side.noun,
        side.rows,
        codes.columns,
        passages,
        _states(reading, side, codes, passages, cells),
        cells,
        under,
        where,
        None if round_ is None else round_.name,
    )


def _states(
    reading: Reading, rows: Rows, columns: Columns, passages: Longs, cells: ShownCells
) -> Codes:
    states = np.where(passages > 0, NOT_CHARTED, NO_DATA).astype(np.int8)
    if len(rows.rows):
        unasked = not_asked(reading, rows, columns)
        states[(passages == 0) & unasked] = NOT_ASKED
    number = {said: STATES.index(said) for said in SAID}
    said = np.array([number.get(each or "", CHARTED) for each in cells.said], np.int8)
    states[cells.row, cells.column] = np.where(cells.is_stale(), STALE, said)
    return states


def _answering(reading: Reading, rows: Rows, where: str) -> Rows:
    """The rows in which something answers a question."""
    condition = Condition(reading, where)
    asks_of_turns = about(condition.question.tree) == "turns"
    facts = (turn_facts if asks_of_turns else passage_facts)(reading, condition)
    kept = np.zeros(len(rows.rows), bool)
    for things in (facts.participant, facts.source):
        kept[rows.lookup.pairs(things).member] = True
    return rows.taken(kept)
