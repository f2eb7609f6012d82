"""The codings beneath the cells of a framework matrix: whose they are, and what names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.seen_codings import Marks, coding_marks
from crosscase.model.ids import bytes_of_id
from crosscase.model.synthesis_nouns import Wave
from crosscase.query.code_names import code_names
from crosscase.query.cross_counts import Crossed, Longs, cross, distinct_counts, merged_pairs
from crosscase.query.facts import Facts, coded_facts
from crosscase.query.intervals import Intervals
from crosscase.query.source_waves import source_waves
from crosscase.query.study_view import distinct_places, study_view
from crosscase.store.session import Reading
from crosscase.study_synthesis.chart_sides import Columns, Rows

__all__ = ["Beneath", "beneath", "sources_of_wave"]

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Beneath:
    """Codings (as facts) with each row and column that they lie in."""

    reading: Reading
    facts: Facts
    crossed: Crossed
    shape: tuple[int, int]

    def passages(self) -> Longs:
        """How many distinct passages lie beneath each cell."""
        facts = self.facts
        units = facts.passage - (facts.passage.min() if len(facts) else 0)
        return distinct_counts(self.crossed, units, self.shape).cells

    def marks(self, cells: Longs) -> Marks:
        """What names the codings beneath these cells.

        ``cells`` are places in the matrix, row by row, all different; their order numbers them.
        """
        place = self.crossed.row * self.shape[1] + self.crossed.column
        number = np.full(self.shape[0] * self.shape[1], -1, np.int64)
        number[cells] = np.arange(len(cells))
        at = number[place]
        wanted = at >= 0
        item = self.facts.item[self.crossed.fact[wanted]]
        codings = self.facts.codings
        assert codings is not None
        return coding_marks(
            at[wanted],
            _ids_of_rows(self.reading, codings.coding[item]),
            _ids_of_codes(self.reading, codings.code[item]),
            (codings.end_char[item] - codings.start_char[item]).astype(np.int64),
        )

    def places(self) -> Intervals:
        """The distinct places beneath all these cells, in the order of answers."""
        items = np.unique(self.facts.item[self.crossed.fact])
        return distinct_places(study_view(self.reading), self.facts.places.taken(items))


def beneath(reading: Reading, rows: Rows, columns: Columns, wave: Wave | None = None) -> Beneath:
    """The codings of each row and column; with a wave only those of its sources.

    A coding is in the row of everybody who speaks in it, of the cases that these lie in, and of
    those that its source lies in.
    """
    facts = coded_facts(reading, None)
    if wave is not None:
        facts = facts.taken(np.isin(facts.source, sources_of_wave(reading, wave)))
    speaking = rows.lookup.pairs(facts.participant)
    owners = merged_pairs(speaking, rows.lookup.pairs(facts.source))
    found = cross(owners, columns.lookup.pairs(facts.coding_keys("code")))
    return Beneath(reading, facts, found, (len(rows.rows), len(columns.columns)))


def sources_of_wave(reading: Reading, wave: Wave) -> list[int]:
    """The entity rows of the sources whose day lies in a wave."""
    held = source_waves(reading)
    number = next((at for at, each in enumerate(held.waves) if each.id == wave.id), None)
    return [source for source, at in held.of_source.items() if at == number]


def _ids_of_rows(reading: Reading, rows: npt.NDArray[np.int32]) -> Bytes:
    """The ids of codings; which row has which id never changes while a file is open."""
    known: dict[int, bytes] = reading.file.remember("chart coding ids", (), dict)
    wanted, at = np.unique(rows, return_inverse=True)
    listed = wanted.tolist()
    known.update(
        reading.file.ids_of_rows(reading.connection, [row for row in listed if row not in known])
    )
    return _packed(known[row] for row in listed)[at]


def _ids_of_codes(reading: Reading, rows: npt.NDArray[np.int32]) -> Bytes:
    codes = code_names(reading).codes
    wanted, at = np.unique(rows, return_inverse=True)
    return _packed(bytes_of_id(codes[row].id) for row in wanted.tolist())[at]


def _packed(ids: Iterable[bytes]) -> Bytes:
    return np.frombuffer(b"".join(ids), np.uint8).reshape(-1, 16)
