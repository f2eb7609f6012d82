"""The pairs of codes that meet, with their counts and coefficients, as rows and as a frame."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscase.analysis.cooccurrence import PairColumns, PairCounts, pair_columns
from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.query.cross_counts import Longs
from crosscase.query.dimensions import Member
from crosscase.study_synthesis.coded_rows import CodedRows
from crosscase.study_synthesis.meeting_units import MeetingUnit

if TYPE_CHECKING:
    import polars

__all__ = ["CodePair", "CodePairs", "PairGroups"]


@dataclass(frozen=True, slots=True)
class CodePair:
    """Two codes that meet. None stands for an undefined coefficient.

    ``first_units`` and ``second_units`` have each code, ``both`` count for both;
    ``first_met`` of the first meet one of the second, ``second_met`` the other way round;
    ``meetings`` are pairs of units as other programs count them. ``groups`` are participants by
    group, where pairs are shown by one.
    """

    first: str
    second: str
    participants: int
    cases: int | None
    first_units: int
    second_units: int
    both: int
    first_met: int
    second_met: int
    meetings: int
    c: float | None
    dice: float | None
    lift: float | None
    pmi_bits: float | None
    phi: float | None
    overlap: float | None
    second_given_first: float | None
    first_given_second: float | None
    unequal: bool
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PairGroups:
    """Participants by group: names, how many were interviewed in each, and groups x pairs."""

    noun: str
    labels: tuple[str, ...]
    of: tuple[int, ...]
    counts: Longs


@dataclass(frozen=True, eq=False)
class CodePairs:
    """All pairs of codes that meet, those that most participants say first.

    ``each`` counts the units of each code; ``first`` and ``second`` are the codes of each pair, as
    places in ``labels``. ``units`` are all units with any code; ``of`` participants were
    interviewed, in ``of_cases`` cases. ``warnings`` come before any number.
    """

    title: str
    unit: MeetingUnit
    where: str | None
    labels: tuple[str, ...]
    members: tuple[Member, ...]
    each: Longs
    units: int
    of: int
    case_noun: str | None
    of_cases: int | None
    first: Longs
    second: Longs
    participants: Longs
    cases: Longs | None
    groups: PairGroups | None
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    rows: CodedRows = field(repr=False)
    counts: PairCounts = field(repr=False)

    def __len__(self) -> int:
        return len(self.first)

    @cached_property
    def measures(self) -> PairColumns:
        """The coefficients of all pairs."""
        one, two = self.first, self.second
        return pair_columns(
            self.each[one],
            self.each[two],
            self.counts.both[one, two],
            self.units,
            first_met=self.counts.met[one, two],
            second_met=self.counts.met[two, one],
        )

    def pair(self, number: int) -> CodePair:
        """One pair, counted from 0."""
        one, two = int(self.first[number]), int(self.second[number])
        found = self.measures
        told: dict[str, Any] = {
            name: None if math.isnan(value := float(getattr(found, name)[number])) else value
            for name in _COEFFICIENTS
        }
        return CodePair(
            first=self.labels[one],
            second=self.labels[two],
            participants=int(self.participants[number]),
            cases=None if self.cases is None else int(self.cases[number]),
            first_units=int(self.each[one]),
            second_units=int(self.each[two]),
            both=int(self.counts.both[one, two]),
            first_met=int(self.counts.met[one, two]),
            second_met=int(self.counts.met[two, one]),
            meetings=int(self.counts.pairs[one, two]),
            unequal=bool(found.unequal[number]),
            groups=() if self.groups is None else tuple(self.groups.counts[:, number].tolist()),
            **told,
        )

    def pairs(self, most: int | None = None) -> Iterator[CodePair]:
        """The pairs, or the first so many."""
        for number in range(len(self) if most is None else min(most, len(self))):
            yield self.pair(number)

    def find(self, code: str) -> int:
        """The place of a code, by its label, name or id; NotFound where it is none of these."""
        folded = code.strip().casefold()
        for number, (label, member) in enumerate(zip(self.labels, self.members, strict=True)):
            if folded in (label.casefold(), member.id):
                return number
        named = [n for n, each in enumerate(self.members) if each.name.casefold() == folded]
        if len(named) == 1:
            return named[0]
        raise NotFound(
            f"“{code}” is none of the codes that were asked for.",
            slug="code-not-asked-for",
            hint=nearest_names_hint(code, self.labels) or "Ask for it with the others.",
        )

    def place(self, first: str, second: str) -> tuple[int, int]:
        """The places of two codes; refused where one lies below the other."""
        one, two = self.find(first), self.find(second)
        if one == two or not self.rows.apart[one, two]:
            raise MistakeOfUse(
                f"“{self.labels[one]}” and “{self.labels[two]}” are no pair: one holds the other.",
                slug="no-pair",
                hint="Choose two codes of which neither lies below the other.",
            )
        return one, two

    def frame(self) -> polars.DataFrame:
        """The pairs as a frame, one row each; the unit stands in its last column."""
        import polars as pl

        one, two = self.first, self.second
        met = self.counts.met
        noun = self.unit.noun
        columns: dict[str, Any] = {
            "first": [self.labels[at] for at in one.tolist()],
            "second": [self.labels[at] for at in two.tolist()],
            "participants": self.participants,
            "of_participants": np.full(len(one), self.of),
            f"first_{noun}s": self.each[one],
            f"second_{noun}s": self.each[two],
            f"{noun}s_for_both": self.counts.both[one, two],
            "first_met": met[one, two],
            "second_met": met[two, one],
            "meetings": self.counts.pairs[one, two],
        }
        if self.cases is not None:
            columns["cases"] = self.cases
            columns["of_cases"] = np.full(len(one), self.of_cases)
        measures = {name: getattr(self.measures, name) for name in _COEFFICIENTS}
        frame = pl.DataFrame(columns).with_columns(
            **{name: pl.Series(values).fill_nan(None) for name, values in measures.items()},
            unequal=pl.Series(self.measures.unequal, dtype=pl.Boolean),
        )
        if self.groups is not None:
            groups = self.groups
            for label, of, counts in zip(groups.labels, groups.of, groups.counts, strict=True):
                frame = frame.with_columns(pl.Series(f"{label} (of {of})", counts))
        return frame.with_columns(unit=pl.lit(self.unit.word))


_COEFFICIENTS = ("c", "dice", "lift", "pmi_bits", "phi", "overlap",
                 "second_given_first", "first_given_second")  # fmt: skip
