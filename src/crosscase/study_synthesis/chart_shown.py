"""The cells of a framework matrix that somebody wrote: read at once, told one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crosscase.analysis.seen_codings import Changes
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Coder
from crosscase.model.synthesis_nouns import Wave
from crosscase.query.code_names import code_names
from crosscase.query.cross_counts import Longs
from crosscase.query.study_view import study_view
from crosscase.store.chart_cells import cell_columns, quote_counts
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = [
    "SAID",
    "CellWords",
    "ShownCells",
    "WrittenCell",
    "shown_cells",
    "told_changes",
    "words_of_rows",
]

Mask = npt.NDArray[np.bool_]

SAID = ("charted", "no data", "not asked")
"""What a person may say of a cell; the other states are computed."""


class WrittenCell(NamedTuple):
    """A cell that somebody wrote: ``row`` and ``column`` are its numbers in the matrix.

    ``said`` is what its author said of it. ``new``, ``gone`` and ``changed`` count codings
    beneath it since then; ``quotes`` the passages linked to it. ``summary`` is None where it was
    not asked for.
    """

    id: Id
    row: int
    column: int
    said: str
    summary: str | None
    author: str | None
    new: int
    gone: int
    changed: int
    quotes: int

    @property
    def is_stale(self) -> bool:
        """Whether the coding beneath has changed since it was written."""
        return bool(self.new or self.gone or self.changed)

    @property
    def told(self) -> str | None:
        """What has changed beneath it, in words; None where nothing has."""
        return told_changes(self.new, self.gone, self.changed)


def told_changes(new: int, gone: int, changed: int) -> str | None:
    """How the codings beneath a cell have changed, in words; None where they have not."""
    parts = [
        f"{count:,} {word}"
        for count, word in ((new, "new"), (gone, "gone"), (changed, "changed"))
        if count
    ]
    return f"codings since: {', '.join(parts)}" if parts else None


@dataclass(eq=False)
class ShownCells:
    """The cells of a matrix in columns; they are told one by one only where somebody asks."""

    ids: Sequence[bytes]
    row: Longs
    column: Longs
    said: Sequence[str | None]
    seen: Sequence[str | None]
    author: Sequence[str | None]
    quotes: Sequence[int]
    summary: Sequence[bytes | None]
    words: Mapping[bytes, str] | None = None
    changes: Changes | None = None

    def read_words(self, reading: Reading) -> None:
        """Read the summaries, all at once."""
        names = [each for each in self.summary if each is not None]
        self.words = shown_texts(reading, names)

    def is_stale(self) -> Mask:
        """Beneath which the coding has changed."""
        stale: Mask = np.array(self._counts(), np.int64).sum(axis=0) > 0
        return stale

    def _counts(self) -> list[list[int]]:
        if self.changes is None:
            return [[0] * len(self.ids)] * 3
        return [each.tolist() for each in self.changes]

    def told(self) -> tuple[WrittenCell, ...]:
        """The cells one by one."""
        words = self.words
        summaries = [None if words is None else words.get(name or b"", "") for name in self.summary]
        return tuple(
            map(
                WrittenCell,
                map(id_of_bytes, self.ids),
                self.row.tolist(),
                self.column.tolist(),
                [each if each in SAID else "charted" for each in self.said],
                summaries,
                self.author,
                *self._counts(),
                self.quotes,
            )
        )


def shown_cells(
    reading: Reading, rows: Mapping[int, int], columns: Mapping[int, int], wave: Id | None
) -> ShownCells:
    """The cells of these rows and columns in their order, one for each place.

    A cell of a code that was merged is read as one of the code that it went into; where that has
    one of its own, that shows.
    """
    cells = cell_columns(reading)
    code = _mapped(cells.column, code_names(reading).read_as)
    row, column = _number(cells.subject, rows), _number(code, columns)
    wanted = (row >= 0) & (column >= 0)
    wanted &= cells.wave == (-1 if wave is None else reading.row(wave))
    at = np.flatnonzero(wanted)
    order = np.lexsort((cells.row[at], code[at] != cells.column[at], column[at], row[at]))
    at = at[order]
    first = np.ones(len(at), bool)
    first[1:] = (row[at][1:] != row[at][:-1]) | (column[at][1:] != column[at][:-1])
    at = at[first]
    listed, entity = at.tolist(), cells.row[at].tolist()
    ids = reading.file.ids_of_rows(reading.connection, entity)
    coders = {coder: each.name for coder, each in reading.by_row(Coder).items()}
    quotes = quote_counts(reading)
    return ShownCells(
        [ids[each] for each in entity],
        row[at],
        column[at],
        [cells.state[each] for each in listed],
        [cells.seen[each] for each in listed],
        [coders.get(each) for each in cells.author[at].tolist()],
        [quotes.get(each, 0) for each in entity],
        [cells.summary[each] for each in listed],
    )


def _number(things: Longs, at: Mapping[int, int]) -> Longs:
    """The number that each thing has in a side; -1 where it is not there."""
    size = max([0, *things.tolist(), *at]) + 1
    numbers = np.full(size, -1, np.int64)
    numbers[list(at)] = list(at.values())
    return numbers[things]


def _mapped(things: Longs, read_as: Mapping[int, int]) -> Longs:
    known, at = np.unique(things, return_inverse=True)
    return np.array([read_as.get(each, each) for each in known.tolist()], np.int64)[at]


class CellWords(NamedTuple):
    """The words of a cell, with its row (a case) and its column (a code)."""

    id: Id
    subject: Id
    column: Id
    summary: str
    author: str | None
    quotes: int


def words_of_rows(reading: Reading, subjects: Sequence[Id], wave: str | None) -> list[CellWords]:
    """The words of all cells of some rows, one for each place: what a page shows of them."""
    round_ = None if wave is None else find_named(wave, reading.all(Wave), "wave")
    view, names = study_view(reading), code_names(reading)
    wanted = [each for each in dict.fromkeys(subjects) if each in view.rows]
    rows = {view.rows[each]: number for number, each in enumerate(wanted)}
    codes = list(names.codes)
    columns = {code: number for number, code in enumerate(codes)}
    cells = shown_cells(reading, rows, columns, None if round_ is None else round_.id)
    cells.read_words(reading)
    return [
        CellWords(
            each.id, wanted[each.row], names.codes[codes[each.column]].id,
            each.summary or "", each.author, each.quotes,
        )
        for each in cells.told()
    ]  # fmt: skip
