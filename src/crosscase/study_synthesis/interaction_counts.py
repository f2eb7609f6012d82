"""Who and what stands behind interactions: passages with their speakers, cases and sectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.query.condition import Condition
from crosscase.query.counting import counted
from crosscase.query.dimensions import Dimension, dimension
from crosscase.query.facts import facts_at, turn_facts
from crosscase.query.study_view import study_view
from crosscase.store.session import Reading
from crosscase.study_synthesis.interaction_reading import Behind

__all__ = [
    "NOBODY",
    "Everybody",
    "Piece",
    "Side",
    "Sides",
    "case_side",
    "everybody",
    "left_out_rows",
    "pieces",
    "sector_side",
    "side_of",
]

NOBODY = -1
_SECTOR = "sector"


class Piece(NamedTuple):
    """A passage for or against, with one of its speakers (-1 where nobody known speaks).

    ``cases``, ``sectors`` and ``groups`` are the members of the sides in which the speaker or
    the source lies; ``own_groups`` those of the speaker alone.
    """

    of: int
    against: bool
    place: tuple[int, int, int]
    person: int
    cases: frozenset[int]
    sectors: frozenset[int]
    groups: frozenset[int]
    own_groups: frozenset[int]


@dataclass(frozen=True, eq=False)
class Side:
    """What is told apart: the cases of a kind, the values of an attribute, or waves."""

    noun: str
    labels: tuple[str, ...]
    dimension: Dimension

    @property
    def is_of_sources(self) -> bool:
        """Whether somebody lies in it by what they said there, as in a wave."""
        return self.dimension.key == "source"

    def of_rows(self, rows: Iterable[int]) -> dict[int, frozenset[int]]:
        """For each entity row the members in which it lies."""
        wanted = sorted(set(rows) - {NOBODY})
        pairs = self.dimension.lookup.pairs(np.array(wanted, np.int64))
        found: dict[int, set[int]] = {row: set() for row in wanted}
        for at, member in zip(pairs.fact.tolist(), pairs.member.tolist(), strict=True):
            found[wanted[at]].add(member)
        return {row: frozenset(members) for row, members in found.items()}


@dataclass(frozen=True)
class Everybody:
    """Of how many: the participants who were interviewed, and how many cases and sectors they
    and the sources lie in; ``in_group`` counts participants by member of the side."""

    participants: int
    cases: int | None
    sectors: int | None
    in_group: tuple[int, ...]


def side_of(reading: Reading, word: str) -> Side:
    """A kind of cases, an attribute or waves, by name.

    Raises NotFound where the study has no such thing, MistakeOfUse where people and sources do
    not lie in it (codes, coders, valences).
    """
    found = dimension(reading, word)
    if found.key != "case" and found.noun != "wave":
        raise MistakeOfUse(
            f"Interactions are not told apart by {word}.",
            slug="not-a-grouping",
            hint="Say a kind of cases, such as site, an attribute, such as sector, or waves.",
        )
    return Side(found.noun, found.labels, found)


def case_side(reading: Reading, word: str | None) -> Side | None:
    """The cases that are counted: of the kind that is named, else sites or the only kind there is.

    None where none is named and it is not clear which; so too for sectors (`sector_side`).
    """
    if word is not None:
        return side_of(reading, word)
    try:
        return side_of(reading, counted(reading, "cases").noun)
    except MistakeOfUse:
        return None


def sector_side(reading: Reading) -> Side | None:
    """The values of the attribute sector; None where the study has none."""
    try:
        return side_of(reading, _SECTOR)
    except (NotFound, MistakeOfUse):
        return None


class Sides(NamedTuple):
    """The three sides that pieces are told by; None where the study has no such side."""

    cases: Side | None
    sectors: Side | None
    groups: Side | None


def pieces(
    reading: Reading,
    behind: Behind,
    condition: Condition | None,
    sides: Sides,
    left_out: frozenset[int],
) -> list[Piece]:
    """Every passage with each of its speakers, without those who or which lie in ``left_out``."""
    facts = facts_at(reading, behind.places, condition)
    items, people = facts.item.tolist(), facts.participant.tolist()
    columns = (behind.places.source, behind.places.start, behind.places.end)
    places = list(zip(*(each.tolist() for each in columns), strict=True))
    rows = {row for item, person in zip(items, people, strict=True)
            for row in (person, places[item][0])}  # fmt: skip
    lying = [{} if side is None else side.of_rows(rows) for side in sides]
    found = []
    for item, person in zip(items, people, strict=True):
        source = places[item][0]
        if source in left_out or person in left_out:
            continue
        cases, sectors, groups = (_either(each, person, source) for each in lying)
        against = bool(behind.evidence[item].against)
        by_source = sides.groups is not None and sides.groups.is_of_sources
        own = lying[2].get(source if by_source else person, frozenset())
        found.append(
            Piece(behind.of[item], against, places[item], person, cases, sectors, groups, own)
        )
    return found


def _either(lying: Mapping[int, frozenset[int]], person: int, source: int) -> frozenset[int]:
    return lying.get(person, frozenset()) | lying.get(source, frozenset())


def everybody(
    reading: Reading, condition: Condition | None, sides: Sides, left_out: frozenset[int]
) -> Everybody:
    """Of how many interviewed participants, cases and sectors interactions are counted."""
    facts = turn_facts(reading, condition)
    pairs = np.unique(np.stack((facts.participant, facts.source)), axis=1).T.tolist()
    pairs = [(p, s) for p, s in pairs if p not in left_out and s not in left_out]
    people = {person for person, _ in pairs if person != NOBODY}
    rows = {row for pair in pairs for row in pair}
    lying = [None if side is None else side.of_rows(rows) for side in sides]
    return Everybody(
        len(people),
        _reached(lying[0], pairs),
        _reached(lying[1], pairs),
        () if sides.groups is None else _people_in(sides.groups, lying[2] or {}, pairs),
    )


def _people_in(
    side: Side, lying: Mapping[int, frozenset[int]], pairs: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """How many participants lie in each member of a side."""
    inside: list[set[int]] = [set() for _ in side.labels]
    for person, source in pairs:
        if person != NOBODY:
            for at in lying.get(source if side.is_of_sources else person, ()):
                inside[at].add(person)
    return tuple(len(people) for people in inside)


def _reached(
    lying: Mapping[int, frozenset[int]] | None, pairs: Sequence[tuple[int, int]]
) -> int | None:
    if lying is None:
        return None
    return len({at for person, source in pairs for at in _either(lying, person, source)})


def left_out_rows(reading: Reading, case_row: int | None) -> frozenset[int]:
    """Whoever and whatever is left out with a case; nothing without one."""
    return frozenset() if case_row is None else frozenset(study_view(reading).lying_in([case_row]))
