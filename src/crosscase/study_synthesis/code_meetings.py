"""Where codes meet, by any unit: counts of units, participants and cases for each pair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np

from crosscase.analysis.cooccurrence import (
    MeetingRows,
    PairCounts,
    count_meetings,
    count_shared,
    distinct_by_pair,
    groups_sharing,
    meeting_rows,
)
from crosscase.query.cross_counts import Longs, Lookup, distinct
from crosscase.query.intervals import Intervals, Positions, turn_numbers
from crosscase.query.study_view import Mask
from crosscase.store.who_speaks import pairs_of_ranges, turns_of_passages
from crosscase.study_synthesis.coded_rows import CodedRows
from crosscase.study_synthesis.meeting_units import MeetingUnit

__all__ = ["Meetings", "meetings_of"]

_SPAN = np.int64(1) << 32


class Meetings(Protocol):
    """Where codes meet; the tables are codes x codes and symmetric."""

    def counts(self) -> PairCounts:
        """How many units each code and each pair has."""

    def participants(self, among: Mask | None = None) -> Longs:
        """How many participants say both; ``among`` (by entity row) says of whom."""

    def cases(self, lookup: Lookup) -> Longs:
        """How many cases have both; the lookup has the cases of participants and sources."""

    def places(self) -> tuple[Longs, Longs]:
        """Rows that meet another, and the participants (entity rows) who say both of a pair."""


def meetings_of(rows: CodedRows, unit: MeetingUnit) -> Meetings:
    """The meetings of all pairs of codes."""
    return (
        SweptMeetings(rows, unit) if unit.kind in ("overlap", "near") else SharedUnits(rows, unit)
    )


@dataclass(frozen=True, eq=False)
class SweptMeetings:
    """Passages that share text, or lie near one another."""

    rows: CodedRows
    unit: MeetingUnit

    @cached_property
    def _meeting(self) -> MeetingRows:
        rows = self.rows
        if self.unit.measure == "turns":
            # As the query language counts turns: neighbours are 1 apart.
            turns = rows.view.turns
            first, last = turn_numbers(
                rows.source, rows.start, rows.end, Positions(turns.source, turns.start_char)
            )
            ends = [np.maximum(each, 0).astype(np.int32) for each in (first, last)]
            found = meeting_rows(rows.source, ends[0], ends[1], gap=self.unit.distance)
        else:
            found = meeting_rows(rows.source, rows.start, rows.end, gap=self.unit.distance)
        return found.taken(rows.apart[rows.code[found.first], rows.code[found.second]])

    def counts(self) -> PairCounts:
        """How many passages each code and each pair has."""
        rows = self.rows
        return count_meetings(
            rows.code, self._meeting, len(rows.codes.labels), units=rows.passages, apart=rows.apart
        )

    @cached_property
    def _speakers(self) -> tuple[Longs, Longs]:
        """(number of meeting, participant): who speaks in the text shared, or in both passages."""
        rows, meeting = self.rows, self._meeting
        if self.unit.kind == "overlap":
            shared = Intervals(
                rows.source[meeting.first],
                np.maximum(rows.start[meeting.first], rows.start[meeting.second]),
                np.minimum(rows.end[meeting.first], rows.end[meeting.second]),
            )
            return rows.speakers_of(shared)
        place, person = rows.place_speakers
        said = place * _SPAN + person
        low = np.searchsorted(place, rows.place[meeting.first], "left")
        high = np.searchsorted(place, rows.place[meeting.first], "right")
        number, at = pairs_of_ranges(low, high)
        spoke = person[at]
        wanted = rows.place[meeting.second][number] * _SPAN + spoke
        found = np.minimum(np.searchsorted(said, wanted), max(0, len(said) - 1))
        keep = said[found] == wanted if len(said) else np.zeros(len(wanted), bool)
        return number[keep], spoke[keep]

    def participants(self, among: Mask | None = None) -> Longs:
        """How many participants say both."""
        number, person = self._speakers
        if among is not None:
            keep = among[person]
            number, person = number[keep], person[keep]
        return self._by_pair(number, person)

    def cases(self, lookup: Lookup) -> Longs:
        """How many cases have both: those of who speaks in it, and those of its source."""
        number, person = self._speakers
        spoken = lookup.pairs(person)
        held = lookup.pairs(self.rows.source[self._meeting.first])
        return self._by_pair(
            np.concatenate((number[spoken.fact], held.fact)),
            np.concatenate((spoken.member, held.member)),
        )

    def _by_pair(self, number: Longs, group: Longs) -> Longs:
        rows, meeting = self.rows, self._meeting
        return distinct_by_pair(
            rows.code[meeting.first[number]],
            rows.code[meeting.second[number]],
            group,
            len(rows.codes.labels),
        )

    def places(self) -> tuple[Longs, Longs]:
        """Rows that meet another, and who says both of a pair."""
        met = np.concatenate((self._meeting.first, self._meeting.second))
        return distinct(met), distinct(self._speakers[1])


@dataclass(frozen=True, eq=False)
class SharedUnits:
    """Codes that lie in the same turn or source."""

    rows: CodedRows
    unit: MeetingUnit

    @cached_property
    def _units(self) -> tuple[Longs, Longs]:
        """(row, unit): the turns or the source that each row lies in."""
        rows = self.rows
        if self.unit.kind == "source":
            return np.arange(len(rows.place)), rows.source.astype(np.int64)
        owner, turn = rows.turns_of(Intervals(rows.source, rows.start, rows.end))
        of_interviewer = np.array(
            [each.is_of_interviewer for each in rows.view.turns.labels] + [False], bool
        )
        keep = ~of_interviewer[rows.view.turns.speaker[turn]]
        return owner[keep], turn[keep]

    @cached_property
    def _spoken(self) -> tuple[Longs, Longs, Longs, Longs]:
        """(unit with its speaker, row, participant, source): each speaker's share of a unit."""
        rows = self.rows
        if self.unit.kind == "turn":
            row, turn = self._units
            person = rows.view.turns.participant[turn].astype(np.int64)
            return turn, row, person, rows.source[row].astype(np.int64)
        place, person = rows.place_speakers
        low = np.searchsorted(place, rows.place, "left")
        high = np.searchsorted(place, rows.place, "right")
        row, at = pairs_of_ranges(low, high)
        source = rows.source[row].astype(np.int64)
        own = np.unique(source * _SPAN + person[at], return_inverse=True)[1].astype(np.int64)
        return own, row, person[at], source

    def counts(self) -> PairCounts:
        """How many turns or sources each code and each pair has."""
        rows = self.rows
        row, unit = self._units
        numbers = np.unique(unit, return_inverse=True)[1].astype(np.int64)
        found = count_shared(numbers, rows.code[row], len(rows.codes.labels))
        both = np.where(rows.apart, found.both, 0)
        return replace(found, met=both, pairs=both, units=self._all_units())

    def _all_units(self) -> int:
        """Turns or sources with any coded passage at all, of whichever code."""
        rows = self.rows
        if self.unit.kind == "source":
            return len(np.unique(rows.places.source))
        turns = rows.view.turns
        first, after = turns_of_passages(
            turns, rows.places.source, rows.places.start, rows.places.end
        )
        touched = np.zeros(len(turns) + 1, np.int64)
        np.add.at(touched, first, 1)
        np.add.at(touched, after, -1)
        kept = np.cumsum(touched)[:-1] > 0
        of_interviewer = np.array([each.is_of_interviewer for each in turns.labels] + [False], bool)
        kept &= ~of_interviewer[turns.speaker]
        return int((kept if rows.turns is None else kept & rows.turns).sum())

    def participants(self, among: Mask | None = None) -> Longs:
        """How many participants say both in one turn or source."""
        unit, row, person, _ = self._spoken
        keep = person >= 0
        if among is not None:
            keep &= among[person]
        return self._sharing(unit[keep], row[keep], person[keep])

    def cases(self, lookup: Lookup) -> Longs:
        """How many cases have both: those of who says both, and those of the source."""
        unit, row, person, _ = self._spoken
        spoken = lookup.pairs(person)
        own, held_unit = self._units
        held = lookup.pairs(self.rows.source[own])
        # Units of the two kinds are told apart by their numbers.
        above = int(unit.max(initial=-1)) + 1
        return self._sharing(
            np.concatenate((unit[spoken.fact], held_unit[held.fact] + above)),
            np.concatenate((row[spoken.fact], own[held.fact])),
            np.concatenate((spoken.member, held.member)),
        )

    def _sharing(self, unit: Longs, row: Longs, group: Longs) -> Longs:
        rows = self.rows
        found = groups_sharing(unit, rows.code[row], group, len(rows.codes.labels))
        return np.where(rows.apart, found, 0)

    def places(self) -> tuple[Longs, Longs]:
        """Rows that lie in a unit with another code, and who says both."""
        rows, (row, unit) = self.rows, self._units
        met = row[np.isin(unit, _with_two(unit, rows.code[row]))]
        own, spoken_row, person, _ = self._spoken
        both = np.isin(own, _with_two(own, rows.code[spoken_row])) & (person >= 0)
        return distinct(met), distinct(person[both])


def _with_two(unit: Longs, code: Longs) -> Longs:
    """The units that have more than one code."""
    units, low = np.unique(unit, return_inverse=True)
    most, least = np.full(len(units), -1, np.int64), np.full(len(units), np.iinfo(np.int64).max)
    np.maximum.at(most, low, code)
    np.minimum.at(least, low, code)
    return units[most > least]
