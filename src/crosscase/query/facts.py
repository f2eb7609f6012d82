"""What a matrix counts from: passages, each with those who speak in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs, distinct
from crosscase.query.intervals import Intervals, common_stretches, overlapping
from crosscase.query.study_view import Mask, StudyView, study_view, turns_touched
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.who_speaks import pairs_of_ranges

__all__ = ["Facts", "coded_facts", "facts_at", "passage_facts", "shared_facts", "turn_facts"]

_SPAN = np.int64(1) << 32


@dataclass(frozen=True, eq=False)
class Facts:
    """Passages, each with every participant who speaks in it: a fact a pair.

    ``item`` is a row of ``places`` (and of ``codings``, where passages come from codings);
    ``participant`` is an entity row, -1 in a passage without any participant. Where passages are
    what two codings share, ``also`` has the second of each two.
    """

    places: Intervals
    codings: CodingColumns | None
    item: Longs
    participant: Longs
    also: CodingColumns | None = None

    def __len__(self) -> int:
        return len(self.item)

    @cached_property
    def source(self) -> Longs:
        """The entity row of each fact's source."""
        return self.places.source[self.item].astype(np.int64)

    @cached_property
    def passage(self) -> Longs:
        """The number of each fact's distinct passage: two codings may lie on one."""
        columns = [self.places.source, self.places.start, self.places.end]
        if self.codings is not None:
            columns.append(self.codings.region)  # two rectangles of a picture are two passages
        order = np.lexsort(columns[::-1])
        new = np.zeros(len(order), bool)
        for column in columns:
            ordered = column[order]
            new[1:] |= ordered[1:] != ordered[:-1]
        numbers = np.empty(len(order), np.int64)
        numbers[order] = np.cumsum(new)
        return numbers[self.item]

    def coding_keys(self, name: str) -> Longs:
        """One column of the codings, by fact."""
        assert self.codings is not None
        column: npt.NDArray[np.int32] = getattr(self.codings, name)
        return column[self.item].astype(np.int64)

    def taken(self, keep: Mask) -> Facts:
        """Some of the facts."""
        return replace(self, item=self.item[keep], participant=self.participant[keep])

    def turned(self) -> Facts:
        """The same facts with the second coding of each two as the first."""
        return replace(self, codings=self.also, also=self.codings)


def coded_facts(reading: Reading, condition: Condition | None) -> Facts:
    """The codings that show and meet the condition, with who speaks in them."""
    view = study_view(reading)
    columns = coding_columns(reading.file, reading.connection)
    if condition is None:

        def read() -> Facts:
            return _facts(view, _places_of(columns), columns, None)

        return reading.file.remember("query coded facts", (*SHOWING_KINDS, "coding"), read)
    chosen = columns.take(condition.codings())
    return _facts(view, _places_of(chosen), chosen, condition.turns())


def shared_facts(reading: Reading, condition: Condition | None) -> Facts:
    """What each two codings that meet the condition share, with who speaks in it.

    Of one code each coding meets only itself: what two coders coded alike is there once.
    """
    columns = coding_columns(reading.file, reading.connection)
    chosen = columns if condition is None else columns.take(condition.codings())
    shared = common_stretches(_places_of(chosen), _places_of(chosen))
    first, second = shared.index_a, shared.index_b
    keep = (chosen.code[first] != chosen.code[second]) | (first == second)
    places = Intervals(shared.source, shared.start, shared.end).taken(keep)
    turns = None if condition is None else condition.turns()
    facts = _facts(study_view(reading), places, chosen.take(first[keep]), turns)
    return replace(facts, also=chosen.take(second[keep]))


def passage_facts(reading: Reading, condition: Condition) -> Facts:
    """The passages that answer a condition, with who speaks in them."""
    view = study_view(reading)
    return _facts(view, condition.answered, None, condition.turns())


def facts_at(reading: Reading, places: Intervals, condition: Condition | None) -> Facts:
    """Who speaks at given places; with a condition only at those that share text with an answer."""
    view = study_view(reading)
    if condition is None:
        return _facts(view, places, None, None)
    answering = overlapping(places, condition.answered)
    facts = _facts(view, places, None, condition.turns())
    return facts.taken(answering[facts.item])


def turn_facts(reading: Reading, condition: Condition | None) -> Facts:
    """The words of the turns (of which the condition's filters hold) with their speakers."""
    view = study_view(reading)
    words = Intervals(view.turns.source, view.turns.speech_start_char, view.turns.end_char)
    turns = np.arange(len(view.turns), dtype=np.int64)
    if condition is not None:
        turns = turns[condition.turns()]
    participant = view.turns.participant[turns].astype(np.int64)
    return Facts(words, None, turns, participant)


def _places_of(codings: CodingColumns) -> Intervals:
    return Intervals(codings.source, codings.start_char, codings.end_char)


def _facts(
    view: StudyView, places: Intervals, codings: CodingColumns | None, turns: Mask | None
) -> Facts:
    first, after = turns_touched(view, places)
    item, turn = pairs_of_ranges(first, after)
    person = view.turns.participant[turn].astype(np.int64)
    keep = person >= 0 if turns is None else (person >= 0) & turns[turn]
    pairs = distinct(item[keep].astype(np.int64) * _SPAN + person[keep])
    items, people = pairs // _SPAN, pairs % _SPAN
    alone = np.ones(len(places), bool)
    alone[items] = False
    nobody = np.flatnonzero(alone)
    items = np.concatenate((items, nobody))
    people = np.concatenate((people, np.full(len(nobody), -1, np.int64)))
    order = np.argsort(items, kind="stable")
    return Facts(places, codings, items[order], people[order])
