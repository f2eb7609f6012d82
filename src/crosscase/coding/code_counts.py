"""How much stands on each code and those below it, counted for all codes at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.model.case_closure import groups_of, kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Membership, Source
from crosscase.store.code_tree import CodeTree
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import pairs_of_ranges, participants_of_passages

__all__ = ["CodeCount", "CountedOf", "count_codes", "counted_of"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How much is coded with a code or with one below it.

    ``cases`` are sites, or the one kind of cases that the study has besides persons. Each
    participant, case, source and distinct passage counts once, and so does one code on one
    passage by one coder, however often it was put there.
    """

    participants: int
    sources: int
    passages: int
    codings: int
    cases: int = 0


@dataclass(frozen=True, slots=True)
class CountedOf:
    """Of how many: participants who speak, and cases that one of them or a source lies in."""

    participants: int
    cases: int


def count_codes(reading: Reading, tree: CodeTree) -> dict[Id, CodeCount]:
    """The counts of every code of the tree, in the order of the codebook."""
    walk = [code.id for _, code in tree.walk()]
    columns = coding_columns(reading.file, reading.connection)
    number = {row: at for at, id_ in enumerate(walk) if (row := reading.row(id_)) is not None}
    codes = np.full(max([0, *number, int(columns.code.max(initial=0))]) + 2, -1, np.int64)
    codes[list(number)] = list(number.values())
    codings = columns.take(codes[columns.code] >= 0)
    upward = _Upward(tree, walk)
    code, passage, starts = codes[codings.code], *_passages(codings)
    coded = _distinct(code, codings.coder.astype(np.int64) + 1, passage)[0]
    above, on = upward.pairs(code, passage)
    in_source, _ = _distinct(above, codings.source[starts[on]].astype(np.int64))
    size = len(walk)
    first = codings.take(starts)
    on_passage = _speaking(reading, first)
    in_case = _lying_in(reading, on_passage, first)
    totals = (
        _per_code(_codes_of_pairs(on_passage, above, on), size),
        _per_code(in_source, size),
        _per_code(above, size),
        _per_code(upward.members(coded)[1], size),
        _per_code(_codes_of_pairs(in_case, above, on), size),
    )
    return {
        id_: CodeCount(*counts)
        for id_, *counts in zip(walk, *(each.tolist() for each in totals), strict=True)
    }


def counted_of(reading: Reading) -> CountedOf:
    """Of how many participants and cases the counts of codes are."""
    spoken = turn_columns(reading.file, reading.connection).participant
    people = np.unique(spoken[spoken >= 0])
    cases = _cases_of_members(reading)
    members = [*people.tolist(), *reading.by_row(Source)]
    return CountedOf(len(people), len({case for each in members for case in cases.get(each, ())}))


def _speaking(reading: Reading, passages: CodingColumns) -> tuple[Longs, Longs]:
    """All distinct (passage, participant) pairs, ordered by passage."""
    turns = turn_columns(reading.file, reading.connection)
    at, people = participants_of_passages(
        turns, passages.source, passages.start_char, passages.end_char
    )
    return at, people.astype(np.int64)


def _lying_in(
    reading: Reading, speaking: tuple[Longs, Longs], passages: CodingColumns
) -> tuple[Longs, Longs]:
    """All distinct (passage, case) pairs: a speaker or the source lies in the case."""
    cases = _cases_of_members(reading)
    known = sorted(cases)
    lengths = np.array([len(cases[member]) for member in known], np.int64)
    flat = np.array([case for member in known for case in sorted(cases[member])], np.int64)
    after = np.cumsum(lengths)
    passage = np.concatenate((speaking[0], np.arange(len(passages), dtype=np.int64)))
    member = np.concatenate((speaking[1], passages.source.astype(np.int64)))
    at = np.searchsorted(known, member)
    has = at < len(known)
    has[has] = np.array(known, np.int64)[at[has]] == member[has]
    owner, place = pairs_of_ranges((after - lengths)[at[has]], after[at[has]])
    return _distinct(passage[has][owner], flat[place])


def _cases_of_members(reading: Reading) -> dict[int, frozenset[int]]:
    """For each case and source the cases of the counted kind that it lies in, or is."""
    return reading.file.remember(
        "counted cases of members", SHOWING_KINDS, lambda: _read_cases_of_members(reading)
    )


def _read_cases_of_members(reading: Reading) -> dict[int, frozenset[int]]:
    by_id = reading.by_id(Case)
    kinds = {kind_key(case.case_kind) for case in by_id.values()} - {"person"}
    wanted = "site" if "site" in kinds else next(iter(kinds)) if len(kinds) == 1 else None
    rows = {case.id: row for row, case in reading.by_row(Case).items()}
    members = rows | {source.id: row for row, source in reading.by_row(Source).items()}
    counted = {id_ for id_, case in by_id.items() if kind_key(case.case_kind) == wanted}
    found = {rows[id_]: {rows[id_]} for id_ in counted}
    for member, groups in groups_of(reading.all(Membership), by_id).items():
        if member in members and groups & counted:
            found.setdefault(members[member], set()).update(rows[id_] for id_ in groups & counted)
    return {member: frozenset(cases) for member, cases in found.items()}


def _codes_of_pairs(pairs: tuple[Longs, Longs], above: Longs, passage: Longs) -> Longs:
    """The codes of all distinct (code, thing) pairs, from (passage, thing) and (code, passage)."""
    at, things = pairs
    bounds = np.searchsorted(at, np.arange(int(passage.max(initial=-1)) + 2))
    owner, member = pairs_of_ranges(bounds[passage], bounds[passage + 1])
    return _distinct(above[owner], things[member])[0]


class _Upward:
    """For each code, by its number in the codebook, itself and all above it."""

    def __init__(self, tree: CodeTree, walk: list[Id]) -> None:
        number = {id_: at for at, id_ in enumerate(walk)}
        lines: list[list[int]] = []
        for at, id_ in enumerate(walk):
            parent = tree.parent_of(tree.codes[id_])
            # Parents stand before their children in the codebook.
            lines.append([at, *(lines[number[parent]] if parent is not None else ())])
        lengths = np.array([len(line) for line in lines], np.int64)
        self._members = np.array([each for line in lines for each in line], np.int64)
        self._after = np.cumsum(lengths)
        self._first = self._after - lengths

    def members(self, code: Longs) -> tuple[Longs, Longs]:
        """All (index, code itself or above it) pairs."""
        owner, member = pairs_of_ranges(self._first[code], self._after[code])
        return owner, self._members[member]

    def pairs(self, code: Longs, passage: Longs) -> tuple[Longs, Longs]:
        """All distinct (code itself or above it, passage) pairs."""
        owner, above = self.members(code)
        return _distinct(above, passage[owner])


def _passages(codings: CodingColumns) -> tuple[Longs, Longs]:
    """The number of each coding's distinct passage, and where each passage first stands."""
    new = np.zeros(len(codings), bool)
    new[:1] = True
    # Codings come in the order of source, start, end and region.
    for column in (codings.source, codings.start_char, codings.end_char, codings.region):
        new[1:] |= column[1:] != column[:-1]
    return np.cumsum(new) - 1, np.flatnonzero(new).astype(np.int64)


def _distinct(first: Longs, second: Longs, third: Longs | None = None) -> tuple[Longs, Longs]:
    """The distinct pairs (or triples, of which the first two are given back)."""
    width = int(second.max(initial=0)) + 1
    key = first * width + second
    if third is not None:
        depth = int(third.max(initial=0)) + 1
        key = _in_order(key * depth + third) // depth
    else:
        key = _in_order(key)
    return key // width, key % width


def _in_order(keys: Longs) -> Longs:
    """The distinct keys in order, by sorting: here many times faster than by hashing."""
    ordered = np.sort(keys)
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def _per_code(codes: Longs, size: int) -> Longs:
    return np.bincount(codes, minlength=size)
