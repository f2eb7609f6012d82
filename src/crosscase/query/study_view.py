"""What questions are asked of: sources, turns, cases and who lies where, by entity row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.model.case_closure import groups_of, kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Membership, Source
from crosscase.query.intervals import Intervals
from crosscase.store.search_reading import TextFacts, text_facts
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.turn_columns import TurnColumns, turn_columns
from crosscase.store.who_speaks import turns_of_passages

__all__ = ["PERSON", "Mask", "StudyView", "distinct_places", "study_view", "turns_touched"]

Mask: TypeAlias = npt.NDArray[np.bool_]
Rows: TypeAlias = npt.NDArray[np.int64]

PERSON = "person"


@dataclass(frozen=True, eq=False)
class StudyView:
    """Sources, cases and turns that show. Sources are in the order in which they were added."""

    sources: Mapping[int, Source]
    cases: Mapping[int, Case]
    texts: Mapping[int, TextFacts]
    turns: TurnColumns
    groups: Mapping[int, frozenset[int]]

    @cached_property
    def rows(self) -> Mapping[Id, int]:
        """The entity rows of sources and cases, by id."""
        return {each.id: row for rows in (self.sources, self.cases) for row, each in rows.items()}

    @cached_property
    def rank(self) -> Rows:
        """The place of each source in the order of answers, by entity row."""
        ranks = np.zeros(max(self.sources, default=-1) + 1, np.int64)
        ranks[list(self.sources)] = np.arange(len(self.sources))
        return ranks

    @cached_property
    def turn_places(self) -> Intervals:
        """The turns as places."""
        return Intervals(self.turns.source, self.turns.start_char, self.turns.end_char)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of cases, folded, as they are spelled; persons among them."""
        spelled = {PERSON: PERSON}
        for case in self.cases.values():
            spelled.setdefault(kind_key(case.case_kind), case.case_kind or "")
        return spelled

    def cases_of_kind(self, kind: str) -> dict[int, Case]:
        """The cases of a (folded) kind in the order of their names."""
        found = [
            (row, case) for row, case in self.cases.items() if kind_key(case.case_kind) == kind
        ]
        found.sort(key=lambda pair: ((pair[1].name or "").casefold(), pair[1].id))
        return dict(found)

    def lying_in(self, wanted: Iterable[int]) -> set[int]:
        """These cases and sources, and all that lie in one of them at any remove."""
        asked = frozenset(wanted)
        return set(asked) | {row for row, groups in self.groups.items() if groups & asked}

    def by_row(self, rows: Iterable[int]) -> Mask:
        """A table over entity rows that is true at these; the last entry, row -1, is false."""
        size = max([0, *self.sources, *self.cases]) + 2
        table = np.zeros(size, bool)
        table[list(rows)] = True
        return table


def study_view(reading: Reading) -> StudyView:
    """The view of what shows now; kept until anything but codings changes."""

    def read() -> StudyView:
        sources, cases = reading.by_row(Source), reading.by_row(Case)
        rows = {each.id: row for found in (sources, cases) for row, each in found.items()}
        by_id = {case.id: case for case in cases.values()}
        groups = groups_of(reading.all(Membership), by_id)
        return StudyView(
            sources,
            cases,
            text_facts(reading.file, reading.connection),
            turn_columns(reading.file, reading.connection),
            {
                rows[member]: frozenset(rows[group] for group in found)
                for member, found in groups.items()
                if member in rows
            },
        )

    return reading.file.remember("query view", SHOWING_KINDS, read)


def distinct_places(view: StudyView, places: Intervals) -> Intervals:
    """Places without repetition, in the order of answers: by source, start and end."""
    if not len(places):
        return places
    rank = view.rank[places.source]
    ordered = places
    if not _in_order(rank, places):
        ordered = places.taken(np.lexsort((places.end, places.start, rank)))
    new = np.ones(len(ordered), bool)
    new[1:] = (
        (ordered.source[1:] != ordered.source[:-1])
        | (ordered.start[1:] != ordered.start[:-1])
        | (ordered.end[1:] != ordered.end[:-1])
    )
    return ordered.taken(new)


def _in_order(rank: Rows, places: Intervals) -> bool:
    """Whether places stand in the order of answers already, as those of one code mostly do."""
    key = (rank << 32) + places.start
    later = key[1:] > key[:-1]
    return bool(np.all(later | ((key[1:] == key[:-1]) & (places.end[1:] >= places.end[:-1]))))


def turns_touched(view: StudyView, places: Intervals) -> tuple[Rows, Rows]:
    """For each place the first turn that it touches and the one after the last."""
    return turns_of_passages(view.turns, places.source, places.start, places.end)
