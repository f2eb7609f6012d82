"""Who stands for a case in a wave: people by what they belonged to on the day they spoke."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from crosscase.model.case_closure import groups_of, is_on, kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Membership
from crosscase.model.synthesis_nouns import Wave
from crosscase.query.cross_counts import Longs
from crosscase.query.dates import days_meant
from crosscase.query.source_waves import SourceWaves
from crosscase.query.study_view import PERSON, StudyView
from crosscase.store.session import Reading

__all__ = ["POST", "CasesByDay"]

POST = "post"
_SPAN = np.int64(1) << 32


class CasesByDay:
    """The cases of one kind that a person lay in on the day of a source.

    A membership counts while it holds (both of its days belong to it, an open end holds): who
    left a post or moved to another site before a conversation does not speak for it there.
    """

    def __init__(self, reading: Reading, view: StudyView, waves: SourceWaves, kind: str) -> None:
        self._view, self._waves, self._kind = view, waves, kind
        self._memberships = reading.all(Membership)
        self.cases = view.cases_of_kind(kind)
        self._by_id = {case.id: case for case in view.cases.values()}
        self._on: dict[str, Mapping[Id, frozenset[Id]]] = {}

    def pairs(self, people: Longs, sources: Longs) -> tuple[Longs, Longs]:
        """All (fact, entity row of a case) pairs of facts with these people and sources."""
        if self._kind == PERSON:
            known = np.flatnonzero(np.isin(people, list(self.cases)))
            return known, people[known]
        keys, at = np.unique(people * _SPAN + sources, return_inverse=True)
        held = [self._rows(int(key // _SPAN), int(key % _SPAN)) for key in keys]
        fact = [number for number, key in enumerate(at.tolist()) for _ in held[key]]
        case = [row for key in at.tolist() for row in held[key]]
        return np.array(fact, np.int64), np.array(case, np.int64)

    def holders(self, post: Id, wave: Wave) -> tuple[str, ...]:
        """Who held a post on any day of a wave, by memberships; in the order in which they came."""
        starts, ends = wave.start_day or "", wave.end_day
        held = [
            each
            for each in self._of_group.get(post, ())
            if (not ends or not each.start_day or each.start_day <= ends)
            and (not each.end_day or starts <= each.end_day)
        ]
        held.sort(key=lambda each: (each.start_day or "", each.member))
        return tuple(dict.fromkeys(self._by_id[each.member].name or "" for each in held))

    @cached_property
    def _of_group(self) -> Mapping[Id, list[Membership]]:
        found: dict[Id, list[Membership]] = {}
        for each in self._memberships:
            member = self._by_id.get(each.member)
            if member is not None and kind_key(member.case_kind) == PERSON:
                found.setdefault(each.group, []).append(each)
        return found

    def _rows(self, person: int, source: int) -> list[int]:
        day = self._day(source)
        if day not in self._on:
            on_day = [each for each in self._memberships if not day or is_on(each, day)]
            self._on[day] = groups_of(on_day, self._by_id)
        groups = self._on[day].get(self._view.cases[person].id, frozenset())
        return sorted(
            self._view.rows[group] for group in groups if self._view.rows[group] in self.cases
        )

    def _day(self, source: int) -> str:
        meant = days_meant(self._waves.days.get(source, ""))
        return "" if meant is None else meant[0].isoformat()
