"""Interviews in the order in which they were met, each with its codes and their passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_choices import MEETING
from crosscase.model.counted import counted
from crosscase.model.fieldwork_nouns import Activity
from crosscase.model.nouns import Coder, Source
from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs, distinct, merged_pairs
from crosscase.query.dimensions import Dimension
from crosscase.query.facts import Facts, coded_facts, turn_facts
from crosscase.query.source_waves import source_waves
from crosscase.query.study_view import Mask, study_view
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_synthesis.code_levels import CodesAtLevel

__all__ = ["InterviewCodes", "InterviewReader"]

_SPAN = np.int64(1) << 32
_LAST = "9999"  # after every day


@dataclass(frozen=True, eq=False)
class InterviewCodes:
    """A row for each code of each interview, with the first passage of it there.

    ``sources`` are entity rows in order, ``people`` those who speak in each; ``interview`` and
    ``code`` index ``sources`` and the codes that count. ``passages`` are, by code, how many
    distinct passages have it.
    """

    sources: tuple[int, ...]
    people: tuple[frozenset[int], ...]
    interview: Longs
    code: Longs
    start_char: Longs
    end_char: Longs
    passages: Longs

    @property
    def incidence(self) -> npt.NDArray[np.bool_]:
        """Interviews by codes: whether the code occurs in the interview."""
        made = np.zeros((len(self.sources), len(self.passages)), bool)
        made[self.interview, self.code] = True
        return made


class InterviewReader:
    """Who was interviewed, in which order, and what was coded there.

    An interview is a source in which a participant speaks, unless the study knows it as a meeting
    that was observed; other sources are left out. The order is that of days (``date``; those
    without a day last), that in which sources were ``added``, or that of names, which then are
    all that count.
    """

    def __init__(
        self,
        reading: Reading,
        codes: CodesAtLevel,
        *,
        where: str | None,
        coder: str | None,
        agreed: bool,
        order: str | Sequence[str],
    ) -> None:
        self.view, self.codes = study_view(reading), codes
        self.days = source_waves(reading).days
        condition = None if where is None else Condition(reading, where)
        everybody = turn_facts(reading, condition)
        everybody = everybody.taken(everybody.participant >= 0)
        observed = np.isin(everybody.source, _observed(reading))
        self.observed = len(distinct(everybody.source[observed]))
        self.everybody = everybody.taken(~observed)
        coded = coded_facts(reading, condition)
        if coder is not None:
            coded = coded.taken(coded.coding_keys("coder") == _coder_row(reading, coder))
        coded = coded.taken(codes.numbers(coded.coding_keys("code")) >= 0)
        if agreed:
            coded = coded.taken(_agreed(coded, codes))
        self.coded = coded
        self.interviews = self._ordered(order)
        self.notes = self._notes(order)

    def of(self, side: Dimension | None = None, member: int = 0) -> InterviewCodes:
        """The interviews of one member of a side, and what was coded in them; None: of all."""
        everybody, coded = self.everybody, self.coded
        if side is not None:
            everybody = everybody.taken(_lying_in(side, member, everybody))
            coded = coded.taken(_lying_in(side, member, coded))
        there = set(everybody.source.tolist())
        sources = tuple(row for row in self.interviews if row in there)
        people: list[set[int]] = [set() for _ in sources]
        place = {row: at for at, row in enumerate(sources)}
        for source, person in zip(
            everybody.source.tolist(), everybody.participant.tolist(), strict=True
        ):
            if source in place:
                people[place[source]].add(person)
        return self._coded_in(sources, tuple(map(frozenset, people)), coded)

    def _coded_in(
        self, sources: tuple[int, ...], people: tuple[frozenset[int], ...], coded: Facts
    ) -> InterviewCodes:
        number = np.full(max([0, *self.view.sources]) + 1, -1, np.int64)
        number[list(sources)] = np.arange(len(sources))
        coded = coded.taken(number[coded.source] >= 0)
        interview = number[coded.source]
        code = self.codes.numbers(coded.coding_keys("code"))
        start = coded.places.start[coded.item].astype(np.int64)
        end = coded.places.end[coded.item].astype(np.int64)
        order = np.lexsort((end, start, code, interview))
        ordered_interview, ordered_code = interview[order], code[order]
        first = np.ones(len(order), bool)
        first[1:] = (ordered_interview[1:] != ordered_interview[:-1]) | (
            ordered_code[1:] != ordered_code[:-1]
        )
        told = order[first]
        passages = distinct(code * _SPAN + coded.passage) // _SPAN
        return InterviewCodes(
            sources,
            people,
            interview[told],
            code[told],
            start[told],
            end[told],
            np.bincount(passages, minlength=len(self.codes)),
        )

    def _ordered(self, order: str | Sequence[str]) -> tuple[int, ...]:
        met = distinct(self.everybody.source).tolist()
        if order == "added":
            return tuple(sorted(met, key=lambda row: int(self.view.rank[row])))
        if order == "date":
            return tuple(
                sorted(met, key=lambda row: (self.days.get(row, _LAST), int(self.view.rank[row])))
            )
        if isinstance(order, str):
            raise MistakeOfUse(
                f"“{order}” is no order of interviews.",
                slug="interview-order",
                hint="Say date or added, or name the interviews one after another.",
            )
        chosen = {row: self.view.sources[row] for row in met}
        rows = [self.view.rows[find_named(name, chosen.values(), "source").id] for name in order]
        if len(set(rows)) < len(rows):
            raise MistakeOfUse("An interview is named twice in the order.", slug="named-twice")
        return tuple(rows)

    def _notes(self, order: str | Sequence[str]) -> tuple[str, ...]:
        notes = []
        undated = [row for row in self.interviews if row not in self.days]
        if order == "date" and undated:
            notes.append(
                f"{counted(len(undated), 'interview')} without a day: "
                "placed last, in the order in which they were added."
            )
        met = len(distinct(self.everybody.source))
        if self.observed:
            notes.append(f"{counted(self.observed, 'observed meeting')}: no interviews, left out.")
        spoken = self.view.turns.source[self.view.turns.participant >= 0]
        others = len(self.view.sources) - len(np.unique(spoken))
        if others:
            notes.append(
                f"{counted(others, 'source')} without a participant (documents, or nobody "
                "linked): no interviews, left out."
            )
        left = met - len(self.interviews)
        if left:
            notes.append(f"{counted(left, 'interview')} not named in the order: left out.")
        return tuple(notes)


def _coder_row(reading: Reading, name: str) -> int:
    coders = reading.by_row(Coder)
    found = find_named(name, coders.values(), "coder").id
    return next(row for row, coder in coders.items() if coder.id == found)


def _observed(reading: Reading) -> list[int]:
    """The entity rows of sources that tell of a meeting."""
    found = {each.source for each in reading.all(Activity) if each.activity_kind == MEETING}
    return [row for row, source in reading.by_row(Source).items() if source.id in found]


def _agreed(coded: Facts, codes: CodesAtLevel) -> Mask:
    """Which facts have a code that at least two coders gave their source."""
    coder = coded.coding_keys("coder")
    wide = len(codes) + 1
    given = coded.source * wide + codes.numbers(coded.coding_keys("code"))
    named = coder >= 0
    pairs = distinct(given[named] * _SPAN + coder[named]) // _SPAN
    both = distinct(pairs[1:][pairs[1:] == pairs[:-1]])
    return np.isin(given, both)


def _lying_in(side: Dimension, member: int, facts: Facts) -> Mask:
    if side.key == "case":
        pairs = merged_pairs(side.lookup.pairs(facts.participant), side.lookup.pairs(facts.source))
    else:
        pairs = side.lookup.pairs(facts.source)
    inside = np.zeros(len(facts), bool)
    inside[pairs.fact[pairs.member == member]] = True
    return inside
