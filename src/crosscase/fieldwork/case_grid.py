"""All cases as one table: their attributes, in which others they lie, and how much there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_words import PERSON
from crosscase.model.case_closure import groups_of, kind_key
from crosscase.model.fields import Value
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership, Source
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import pairs_of_ranges, participants_of_passages

__all__ = ["AttributeHead", "CaseGrid", "CaseLine", "case_grid"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AttributeHead:
    """An attribute as the head of a column; of a choice ``choices`` are its values so far."""

    attribute: Attribute
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case with what belongs to it.

    ``interviewed``: the person speaks in a source, or is whose the source is. ``sources`` and
    ``codings`` are those that lie in the case, by who speaks or as a whole, at any remove.
    """

    case: Case
    interviewed: bool
    sources: int
    codings: int
    groups: tuple[tuple[Membership, Case], ...]
    values: Mapping[Id, Value]


@dataclass(frozen=True, slots=True)
class CaseGrid:
    """The table: kinds of cases with how many there are, the columns, and the rows."""

    kinds: Mapping[str, int]
    attributes: tuple[AttributeHead, ...]
    cases: tuple[CaseLine, ...]


def case_grid(reading: Reading) -> CaseGrid:
    """The cases by kind and name, the attributes by name."""
    names = read_case_names(reading)
    by_row = reading.by_row(Case)
    rows = {case.id: row for row, case in by_row.items()}
    values: dict[Id, dict[Id, Value]] = {}
    for each in reading.all(AttributeValue):
        if each.value is not None:
            values.setdefault(each.subject, {})[each.attribute] = each.value
    figures = _Figures(reading, rows)
    groups: dict[Id, list[tuple[Membership, Case]]] = {}
    for held in reading.all(Membership):
        if held.group in names.cases:
            groups.setdefault(held.member, []).append((held, names.cases[held.group]))
    kinds: dict[str, int] = {}
    for case in names.cases.values():
        kind = names.kinds[kind_key(case.case_kind)]
        kinds[kind] = kinds.get(kind, 0) + 1
    lines = [
        CaseLine(
            case,
            kind_key(case.case_kind) == PERSON and rows[case.id] in figures.heard,
            int(figures.sources[rows[case.id]]),
            int(figures.codings[rows[case.id]]),
            tuple(sorted(groups.get(case.id, ()), key=_by_kind)),
            values.get(case.id, {}),
        )
        for case in sorted(names.cases.values(), key=_order)
    ]
    return CaseGrid(dict(sorted(kinds.items())), _heads(reading, values.values()), tuple(lines))


class _Figures:
    """How many sources and codings lie in each case, by its entity row."""

    def __init__(self, reading: Reading, rows: Mapping[Id, int]) -> None:
        turns = turn_columns(reading.file, reading.connection)
        codings = coding_columns(reading.file, reading.connection)
        sources = {source.id: row for row, source in reading.by_row(Source).items()}
        everything = {**sources, **rows}
        self._size = max(everything.values(), default=0) + 1
        self._lying(reading, everything, rows)
        speaks = turns.participant >= 0
        pairs = np.unique(
            np.column_stack((turns.source[speaks], turns.participant[speaks])), axis=0
        )
        at, people = participants_of_passages(
            turns, codings.source, codings.start_char, codings.end_char
        )
        own = np.array(sorted(sources.values()), np.int64)
        self.heard = frozenset(pairs[:, 1].tolist()) | self._whose(own)
        self.sources = self._counted(
            np.concatenate((pairs[:, 0].astype(np.int64), own)),
            np.concatenate((pairs[:, 1].astype(np.int64), own)),
        )
        self.codings = self._counted(
            np.concatenate((at, np.arange(len(codings), dtype=np.int64))),
            np.concatenate((people.astype(np.int64), codings.source.astype(np.int64))),
        )

    def _lying(self, reading: Reading, rows: Mapping[Id, int], cases: Mapping[Id, int]) -> None:
        """For each case and source the cases that it lies in; a case lies in itself too."""
        by_id = {case.id: case for case in reading.all(Case)}
        found: list[tuple[int, int]] = [(row, row) for row in cases.values()]
        for member, groups in groups_of(reading.all(Membership), by_id).items():
            if member in rows:
                found += [(rows[member], cases[group]) for group in groups if group != member]
        table = np.array(sorted(found), np.int64).reshape(-1, 2)
        self._case = table[:, 1]
        self._first = np.searchsorted(table[:, 0], np.arange(self._size), "left")
        self._after = np.searchsorted(table[:, 0], np.arange(self._size), "right")

    def _whose(self, sources: Longs) -> frozenset[int]:
        """The cases in which a source lies as a whole."""
        _, member = pairs_of_ranges(self._first[sources], self._after[sources])
        return frozenset(self._case[member].tolist())

    def _counted(self, thing: Longs, lies_by: Longs) -> Longs:
        """How many distinct things each case has; a thing lies where what it ``lies_by`` does."""
        owner, member = pairs_of_ranges(self._first[lies_by], self._after[lies_by])
        pairs = np.unique(thing[owner] * self._size + self._case[member])
        return np.bincount(pairs % self._size, minlength=self._size)


def _heads(reading: Reading, values: Iterable[Mapping[Id, Value]]) -> tuple[AttributeHead, ...]:
    said: dict[Id, set[str]] = {}
    for held in values:
        for attribute, value in held.items():
            said.setdefault(attribute, set()).add(str(value.value))
    attributes = sorted(
        reading.all(Attribute), key=lambda each: ((each.name or "").casefold(), each.id)
    )
    return tuple(
        AttributeHead(each, _choices(each, said.get(each.id, set()))) for each in attributes
    )


def _choices(attribute: Attribute, said: set[str]) -> tuple[str, ...]:
    if attribute.value_type != "choice":
        return ()
    known = said | set((attribute.coarser or {}).keys())
    return tuple(sorted(known, key=lambda value: (value.casefold(), value)))


def _order(case: Case) -> tuple[str, str, str]:
    return kind_key(case.case_kind), (case.name or "").casefold(), case.id


def _by_kind(place: tuple[Membership, Case]) -> tuple[str, str, str]:
    return *_order(place[1])[:2], place[0].start_day or ""
