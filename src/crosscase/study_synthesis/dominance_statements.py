"""Statements of a cause in a domain: where both are coded, and what participants assert of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from crosscase.query.code_names import CodeNames
from crosscase.query.condition import Condition
from crosscase.query.facts import facts_at
from crosscase.query.intervals import Intervals, common_stretches
from crosscase.query.study_view import StudyView, study_view, turns_touched
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.who_speaks import pairs_of_ranges
from crosscase.study_synthesis.interaction_counts import NOBODY
from crosscase.study_synthesis.interaction_reading import (
    Behind,
    evidence_behind,
    interactions_of,
)

__all__ = ["SIGNS", "DomainStatements", "Sign", "Statement", "statements_of"]

Sign = Literal["enabling", "constraining", "mixed", "neutral"]
SIGNS: tuple[Sign, ...] = ("enabling", "constraining", "mixed", "neutral")
_Flags = npt.NDArray[np.int64]
_ENABLING, _CONSTRAINING, _MIXED = 1, 2, 4
_FLAG_OF_VALENCE = np.array([0, _ENABLING, _CONSTRAINING, _MIXED])
_SPAN = np.int64(1) << 32


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage (source row, start, end) in which the cause and the domain meet.

    ``flags`` holds the valences in it; ``people`` are who speak there.
    """

    place: tuple[int, int, int]
    flags: int
    people: frozenset[int]

    @property
    def sign(self) -> Sign:
        """What the valences say together; neutral where there is none."""
        return sign_of(self.flags)


@dataclass(frozen=True)
class DomainStatements:
    """What was found in one domain (a code's row): statements, and what speaks against.

    ``signs`` counts the asserted interactions that lead from the cause into it by their signs.
    """

    domain: int
    statements: tuple[Statement, ...]
    against: tuple[Statement, ...]
    signs: Mapping[str | None, int]


def sign_of(flags: int) -> Sign:
    """The sign of valences together: the only one there is, mixed, or neutral for none."""
    match flags:
        case 0:
            return "neutral"
        case 1:
            return "enabling"
        case 2:
            return "constraining"
    return "mixed"


def statements_of(
    reading: Reading,
    names: CodeNames,
    cause: int,
    domains: Sequence[int],
    *,
    by_turn: bool,
    condition: Condition | None,
) -> list[DomainStatements]:
    """The statements of a cause in each domain (entity rows of codes, with all below them)."""
    columns = coding_columns(reading.file, reading.connection)
    if condition is not None:
        columns = columns.take(condition.codings())
    of_cause = set(names.with_descendants(cause))
    mine = columns.take(np.isin(columns.code, list(of_cause)))
    asserted = [
        each
        for each in interactions_of(reading)[0]
        if each.directed and each.link.basis == "asserted" and each.start in of_cause
    ]
    behind = evidence_behind(reading, [each.link.id for each in asserted])
    found = []
    for domain in domains:
        inside = set(names.with_descendants(domain))
        theirs = columns.take(np.isin(columns.code, list(inside)))
        meet = _in_turns if by_turn else _sharing_text
        coded = meet(reading, mine, theirs)
        links = [at for at, each in enumerate(asserted) if each.end in inside]
        said = _evidence(behind, links, against=False, coded=(mine, theirs))
        denied = _evidence(behind, links, against=True, coded=(mine, theirs))
        if by_turn:
            said, denied = (_widened(reading, *each) for each in (said, denied))
        found.append(
            DomainStatements(
                domain,
                _told(reading, *_merged(coded, said), condition),
                _told(reading, *_merged(denied), condition),
                Counter(asserted[at].link.sign for at in links),
            )
        )
    return found


_Hits = tuple[Intervals, _Flags]


def _sharing_text(reading: Reading, mine: CodingColumns, theirs: CodingColumns) -> _Hits:
    """The stretches that passages of both share."""
    shared = common_stretches(_places(mine), _places(theirs))
    flags = _valences(mine)[shared.index_a] | _valences(theirs)[shared.index_b]
    return Intervals(shared.source, shared.start, shared.end), flags


def _in_turns(reading: Reading, mine: CodingColumns, theirs: CodingColumns) -> _Hits:
    """The turns in which both are coded."""
    view = study_view(reading)
    held = []
    for columns in (mine, theirs):
        owner, turn = pairs_of_ranges(*turns_touched(view, _places(columns)))
        held.append((turn, _valences(columns)[owner]))
    both = np.intersect1d(held[0][0], held[1][0])
    flags = np.zeros(len(view.turns), np.int64)
    for turn, valence in held:
        np.bitwise_or.at(flags, turn, valence)
    return _speech(view).taken(both), flags[both]


def _speech(view: StudyView) -> Intervals:
    """What is said in each turn, without the label before it."""
    return Intervals(view.turns.source, view.turns.speech_start_char, view.turns.end_char)


def _evidence(
    behind: Behind, links: Collection[int], *, against: bool, coded: Sequence[CodingColumns]
) -> _Hits:
    """The passages for (or against) some of the asserted interactions, with the valences there.

    The sign of a link says whether a factor is strengthened, not whether that is for the good.
    """
    chosen = [
        at
        for at, of in enumerate(behind.of)
        if of in links and bool(behind.evidence[at].against) == against
    ]
    places = behind.places.taken(np.array(chosen, np.int64))
    flags = np.zeros(len(places), np.int64)
    for columns in coded:
        shared = common_stretches(places, _places(columns))
        np.bitwise_or.at(flags, shared.index_a, _valences(columns)[shared.index_b])
    return places, flags


def _widened(reading: Reading, places: Intervals, flags: _Flags) -> _Hits:
    """The whole turns that passages touch."""
    view = study_view(reading)
    owner, turn = pairs_of_ranges(*turns_touched(view, places))
    return _speech(view).taken(turn), flags[owner]


def _merged(*hits: _Hits) -> _Hits:
    """Places of which none shares text with another: those that do are one statement."""
    source = np.concatenate([places.source for places, _ in hits]).astype(np.int64)
    start = np.concatenate([places.start for places, _ in hits]).astype(np.int64)
    end = np.concatenate([places.end for places, _ in hits]).astype(np.int64)
    flags = np.concatenate([each for _, each in hits])
    order = np.lexsort((end, start, source))
    source, start, end, flags = source[order], start[order], end[order], flags[order]
    if not len(source):
        return Intervals.of([], [], []), flags
    reach = np.maximum.accumulate(source * _SPAN + end)
    new = np.ones(len(source), bool)
    new[1:] = source[1:] * _SPAN + start[1:] >= reach[:-1]
    begins = np.flatnonzero(new)
    ends = np.maximum.reduceat(end, begins)
    return (
        Intervals.of(source[begins], start[begins], ends),
        np.bitwise_or.reduceat(flags, begins).astype(np.int64),
    )


def _told(
    reading: Reading, places: Intervals, flags: _Flags, condition: Condition | None
) -> tuple[Statement, ...]:
    """Places with who speaks in them; those that a condition leaves out are not here."""
    facts = facts_at(reading, places, condition)
    people: dict[int, set[int]] = {}
    for item, person in zip(facts.item.tolist(), facts.participant.tolist(), strict=True):
        people.setdefault(item, set()).update({person} - {NOBODY})
    return tuple(
        Statement(
            (int(places.source[at]), int(places.start[at]), int(places.end[at])),
            int(flags[at]),
            frozenset(found),
        )
        for at, found in sorted(people.items())
    )


def _places(columns: CodingColumns) -> Intervals:
    return Intervals(columns.source, columns.start_char, columns.end_char)


def _valences(columns: CodingColumns) -> _Flags:
    return _FLAG_OF_VALENCE[columns.valence]
