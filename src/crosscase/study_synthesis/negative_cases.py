"""Typical, deviant and negative cases: what speaks against a statement, and what is most like it.

A statement is a query: its passages speak for it. Against it speak passages of the opposite
valence, passages that somebody put as evidence against a link, cell or judgement on its codes, and
(as far as silence speaks) participants who were asked and did not say it. Lincoln and Guba 1985 and
Mays and Pope 2000 (BMJ 320: 50-52) on searching for and reporting deviant cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from crosscase.analysis.similarity import TextVectors, similarities
from crosscase.coding.compared_passages import most_and_least
from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted as number_of
from crosscase.model.ids import Id
from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs, distinct
from crosscase.query.expression import (
    And,
    CodeTerm,
    Expression,
    FieldTerm,
    Or,
    Position,
    to_text,
)
from crosscase.query.facts import turn_facts
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import Mask, distinct_places, study_view, turns_touched
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading, Session
from crosscase.store.texts import current_text
from crosscase.store.who_speaks import pairs_of_ranges
from crosscase.study_fieldwork.topics import Topics
from crosscase.study_synthesis.counter_evidence import codes_named, counter_evidence
from crosscase.study_synthesis.group_members import group_members
from crosscase.study_synthesis.small_samples import small_sample_warnings

__all__ = ["STANDINGS", "NegativeCases", "PassageSet", "Stands", "Statement", "negative_cases",
           "told_once", "words_at"]  # fmt: skip

Standing = Literal["says it", "says both", "speaks against it", "asked, did not say it",
                   "did not say it"]  # fmt: skip
STANDINGS: tuple[Standing, ...] = (
    "speaks against it", "says both", "asked, did not say it", "did not say it", "says it",
)  # fmt: skip
_SPAN = np.int64(1) << 32
_OPPOSITES = {"enabling": ("constraining", "mixed"), "constraining": ("enabling", "mixed")}


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said: a query, or a code (with a valence), of everybody or of one group.

    With a topic of a guide only who was asked about it counts as silent on it.
    """

    query: str | None = None
    code: str | None = None
    valence: str | None = None
    by: str | None = None
    group: str | None = None
    topic: str | None = None
    guide: str | None = None

    @property
    def expression(self) -> str:
        """The statement as a query.

        Raises MistakeOfUse where it says nothing, or two things.
        """
        if (self.query is None) == (self.code is None) or (self.by is None) != (self.group is None):
            raise MistakeOfUse(
                "This is no statement.",
                slug="no-statement",
                hint="Give a query, or a code with a valence; a group with what it is a group by.",
            )
        if self.query is not None:
            if self.valence is not None:
                raise MistakeOfUse(
                    "The valence of a query stands in the query.",
                    slug="valence-twice",
                    hint=f"Write it as `... and valence:{self.valence}`.",
                )
            return self.query
        code = CodeTerm(self.code or "")
        if self.valence is None:
            return to_text(code)
        return to_text(And((code, FieldTerm("valence", ":", (self.valence,)))))


@dataclass(frozen=True, slots=True)
class PassageSet:
    """Some passages of one sort, how many there are in all, and how many people speak in them.

    ``likeness`` has a number from -1 to 1 for each passage, where passages are chosen by it.
    """

    passages: tuple[FoundPassage, ...]
    total: int
    participants: int
    likeness: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stands:
    """One participant: how they stand to the statement, with passages for and against it."""

    id: Id
    name: str
    standing: Standing
    passages_for: int
    passages_against: int


@dataclass(frozen=True, slots=True)
class NegativeCases:
    """What speaks against a statement, and what is typical of it.

    ``opposite`` is None where the statement has no valence to turn round; ``opposite_query`` asks
    for it. ``counts`` are participants by standing, of ``of``. With a group, ``outside`` are the
    passages of others who say the same, and the counts are of the group alone.
    """

    statement: str
    understood: str
    speaks_for: PassageSet
    opposite: PassageSet | None
    opposite_query: str | None
    evidence_against: PassageSet
    outside: PassageSet | None
    typical: PassageSet
    unlike: PassageSet
    people: tuple[Stands, ...]
    counts: dict[Standing, int]
    of: int
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def negative_cases(
    session: Session,
    reading: Reading,
    vectors: TextVectors | None,
    statement: Statement,
    most: int,
) -> NegativeCases:
    """What speaks against a statement (see ``Contrasts.against``).

    Without ``vectors`` nothing is told to be typical or unlike.
    """
    return _Searching(session, reading, vectors, statement, most).found()


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """Places of one sort, each with who speaks there, and the codings to be told of them."""

    places: Intervals
    place: Longs
    person: Longs
    codings: CodingColumns

    def by(self, people: Mask) -> _Side:
        """Only where these people (by entity row) speak."""
        keep = people[self.person]
        held = distinct(self.place[keep])
        number = np.searchsorted(held, self.place[keep])
        return _Side(self.places.taken(held), number, self.person[keep], self.codings)


class _Searching:
    """The steps from a statement to what speaks against it."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        vectors: TextVectors | None,
        statement: Statement,
        most: int,
    ) -> None:
        self.session, self.reading, self.vectors, self.most = session, reading, vectors, most
        self.statement, self.view = statement, study_view(reading)
        self.condition = Condition(reading, statement.expression)
        self.tree = self.condition.question.tree
        facts = turn_facts(reading, self.condition)
        self.facts = facts.taken(facts.participant >= 0)
        self.everybody = distinct(self.facts.participant)
        self.group = self._group()

    def _group(self) -> Mask | None:
        said = self.statement
        if said.by is None or said.group is None:
            return None
        members = group_members(self.reading, said.by, [said.group], self.facts)
        return self.view.by_row(members.people[members.inside[:, 0]].tolist())

    def found(self) -> NegativeCases:
        for_it, opposite, query = self._for_it(), None, None
        turned = _turned(self.condition.question.asked)
        if turned is not None:
            query = to_text(turned)
            opposite = self._side(Condition(self.reading, query))
        codes = codes_named(self.reading, self.tree)
        evidence = self._at(counter_evidence(self.reading, codes))
        outside = None
        if self.group is not None:
            outside = for_it.by(~self.group)
            for_it = for_it.by(self.group)
            opposite = None if opposite is None else opposite.by(self.group)
        typical, unlike = self._typical(for_it)
        of = self.everybody if self.group is None else self.everybody[self.group[self.everybody]]
        against = [each for each in (opposite, evidence) if each is not None]
        people, notes = self._people(of, for_it, against)
        counts: dict[Standing, int] = dict.fromkeys(STANDINGS, 0)
        for each in people:
            counts[each.standing] += 1
        return NegativeCases(
            statement=self.statement.expression,
            understood=to_text(self.condition.question.asked),
            speaks_for=self._told(for_it),
            opposite=None if opposite is None else self._told(opposite),
            opposite_query=query,
            evidence_against=self._told(evidence),
            outside=None if outside is None else self._told(outside),
            typical=typical,
            unlike=unlike,
            people=people,
            counts=counts,
            of=len(of),
            warnings=tuple(small_sample_warnings(len(of))),
            notes=(*self._notes(turned is not None), *notes),
        )

    # -- sides -------------------------------------------------------------------------------

    def _for_it(self) -> _Side:
        return self._side(self.condition)

    def _side(self, condition: Condition) -> _Side:
        columns = coding_columns(self.reading.file, self.reading.connection)
        found = self._at(condition.answered, condition.turns())
        return replace(found, codings=columns.take(condition.codings()))

    def _at(self, places: Intervals, turns: Mask | None = None) -> _Side:
        columns = coding_columns(self.reading.file, self.reading.connection)
        first, after = turns_touched(self.view, places)
        place, turn = pairs_of_ranges(first, after)
        person = self.view.turns.participant[turn].astype(np.int64)
        keep = person >= 0 if turns is None else (person >= 0) & turns[turn]
        pairs = distinct(place[keep].astype(np.int64) * _SPAN + person[keep])
        nothing = columns.take(np.zeros(len(columns), bool))
        return _Side(places, pairs // _SPAN, pairs % _SPAN, nothing)

    def _told(self, side: _Side, chosen: Longs | None = None) -> PassageSet:
        at = np.arange(min(self.most, len(side.places))) if chosen is None else chosen
        places = side.places.taken(at)
        ordered = distinct_places(self.view, places)
        told = {
            (each.source_id, each.start_char, each.end_char): each
            for each in found_passages(self.reading, ordered, side.codings)
        }
        ids = {row: source.id for row, source in self.view.sources.items()}
        rows = zip(places.source.tolist(), places.start.tolist(), places.end.tolist(), strict=True)
        return PassageSet(
            tuple(told[ids[source], start, end] for source, start, end in rows),
            len(side.places),
            len(distinct(side.person)),
        )

    def _typical(self, side: _Side) -> tuple[PassageSet, PassageSet]:
        """The passages nearest to the mean of all in their words, and the farthest from it."""
        texts = [] if self.vectors is None else words_at(self.reading, side.places)
        if self.vectors is None or not texts:
            nothing = self._told(side, np.empty(0, np.int64))
            return nothing, nothing
        of_all = self.vectors.of(texts)
        mean = of_all.mean(axis=0)
        length = float(np.linalg.norm(mean))
        alike = similarities(of_all, mean / length if length else mean)
        # Neither end holds what the other does: of few passages half are typical.
        known = sum(each is not None for each in alike)
        like, unlike = most_and_least(alike, (known + 1) // 2)
        chosen = [told_once(side.places, ranked, self.most) for ranked in (like, unlike)]
        return self._chosen(side, chosen[0], alike), self._chosen(side, chosen[1], alike)

    def _chosen(
        self, side: _Side, numbers: Sequence[int], alike: Sequence[float | None]
    ) -> PassageSet:
        found = self._told(side, np.array(list(numbers), np.int64))
        return replace(found, likeness=tuple(alike[at] or 0.0 for at in numbers))

    # -- people ------------------------------------------------------------------------------

    def _people(
        self, of: Longs, for_it: _Side, against: Sequence[_Side]
    ) -> tuple[tuple[Stands, ...], list[str]]:
        asked, notes = self._asked()
        size = len(self.view.by_row([]))
        counts_for = np.bincount(for_it.person, minlength=size)
        counts_against = sum(
            (np.bincount(side.person, minlength=size) for side in against),
            start=np.zeros(size, np.int64),
        )
        people = []
        for row in of.tolist():
            case = self.view.cases.get(row)
            if case is None:
                continue
            yes, no = int(counts_for[row]), int(counts_against[row])
            was_asked = asked is not None and case.id in asked
            people.append(Stands(case.id, case.name or "", _standing(yes, no, was_asked), yes, no))
        people.sort(key=lambda each: (STANDINGS.index(each.standing), each.name.casefold()))
        return tuple(people), notes

    def _asked(self) -> tuple[frozenset[Id] | None, list[str]]:
        said = self.statement
        if said.topic is None:
            return None, ["Who did not say it may not have been asked: name a topic of a guide."]
        asked = Topics(self.session).asked(said.topic, said.guide)
        notes = []
        if asked.unknown:
            notes.append(
                f"Of {number_of(asked.unknown, 'participant')} it is not known whether they were "
                f"asked about “{asked.topic}”."
            )
        return asked.people, notes

    def _notes(self, is_turned: bool) -> list[str]:
        notes = []
        if not is_turned:
            notes.append(
                "The statement has no valence (enabling or constraining), so no passages are its "
                "opposite."
            )
        notes.append("Silence is weak evidence; read the passages before calling a case deviant.")
        return notes


def told_once(places: Intervals, ranked: Sequence[int], most: int) -> list[int]:
    """The first so many that share no text: what two coders marked out differently is told once."""
    chosen: list[int] = []
    for at in ranked:
        if len(chosen) == most:
            break
        if not any(
            places.source[at] == places.source[other]
            and places.start[at] < places.end[other]
            and places.start[other] < places.end[at]
            for other in chosen
        ):
            chosen.append(at)
    return chosen


def _standing(yes: int, no: int, was_asked: bool) -> Standing:
    if yes:
        return "says both" if no else "says it"
    if no:
        return "speaks against it"
    return "asked, did not say it" if was_asked else "did not say it"


def _turned(tree: Expression) -> Expression | None:
    """The statement with its valence turned round; None where it has none that can be."""
    match tree:
        case FieldTerm(field="valence", comparison=":", values=(value,)) if (
            value.casefold() in _OPPOSITES
        ):
            return FieldTerm("valence", ":", _OPPOSITES[value.casefold()])
        case And(parts=parts) | Or(parts=parts):
            turned = [_turned(part) for part in parts]
            if not any(turned):
                return None
            both = tuple(new or part for new, part in zip(turned, parts, strict=True))
            return And(both) if isinstance(tree, And) else Or(both)
        case Position(left=left):
            new = _turned(left)
            return None if new is None else replace(tree, left=new)
    return None


def words_at(reading: Reading, places: Intervals) -> list[str]:
    """The words at places in the order of sources; each text is read once."""
    texts: dict[int, str] = {}
    found = []
    rows = zip(places.source.tolist(), places.start.tolist(), places.end.tolist(), strict=True)
    for source, start, end in rows:
        if source not in texts:
            texts[source] = current_text(reading.file, reading.connection, source) or ""
        found.append(texts[source][start:end])
    return found
