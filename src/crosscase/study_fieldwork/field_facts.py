"""What a study holds of its fieldwork, gathered once: by participant, with who speaks and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from crosscase.errors import NotFound
from crosscase.fieldwork.field_choices import INTERVIEW
from crosscase.fieldwork.field_records import by_day
from crosscase.fieldwork.recruitment import NONE, labels_by
from crosscase.model.fieldwork_nouns import (
    Activity,
    Approval,
    Consent,
    Contact,
    Recruitment,
    Referral,
    Withdrawal,
)
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Noun, Source
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import participants_of_passages

__all__ = ["FOUND_BY", "FieldFacts", "field_facts", "grouping", "label_or_none"]

FOUND_BY = "found_by"
_PERSON = "person"
_SNOWBALL = "snowball"

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True)
class FieldFacts:
    """The fieldwork by participant; lists are by day.

    ``speaks_in`` are the sources in which somebody is linked to a speaker, ``coded`` those of
    whose words something is coded. Of the ``withdrawn`` nothing is told but how many they are.
    """

    people: Mapping[Id, Case]
    recruitments: Mapping[Id, Recruitment]
    referrals: Sequence[Referral]
    contacts: Mapping[Id, Sequence[Contact]]
    consents: Mapping[Id, Sequence[Consent]]
    interviews: Mapping[Id, Sequence[Activity]]
    activities: Sequence[Activity]
    approvals: Sequence[Approval]
    withdrawn: int
    sources: Mapping[Id, Source]
    speaks_in: Mapping[Id, frozenset[Id]]
    coded: frozenset[Id]

    def name(self, person: Id) -> str:
        """What a participant is called."""
        return self.people[person].name or person if person in self.people else person

    def found_by(self, person: Id) -> str | None:
        """How somebody was found; whoever was named by another was found by snowball."""
        recruitment = self.recruitments.get(person)
        if recruitment is not None and recruitment.found_by:
            return recruitment.found_by
        return _SNOWBALL if person in self._named else None

    @cached_property
    def _named(self) -> frozenset[Id]:
        return frozenset(each.participant for each in self.referrals)

    def was_interviewed(self, person: Id) -> bool:
        """Whether somebody has an interview, or speaks in a source."""
        return bool(self.interviews.get(person)) or person in self.speaks_in


def field_facts(reading: Reading) -> FieldFacts:
    """Everything of the fieldwork that shows."""
    people = {each.id: each for each in reading.all(Case) if each.case_kind == _PERSON}
    activities = sorted(reading.all(Activity), key=by_day)
    speaks_in, coded = _speaking(reading)
    interviews: dict[Id, list[Activity]] = {}
    for each in activities:
        if each.activity_kind == INTERVIEW:
            for person in each.participants or ():
                interviews.setdefault(person, []).append(each)
    return FieldFacts(
        people=people,
        recruitments={each.participant: each for each in reading.all(Recruitment)},
        referrals=sorted(reading.all(Referral), key=by_day),
        contacts=_by_participant(reading.all(Contact)),
        consents=_by_participant(reading.all(Consent)),
        interviews=interviews,
        activities=activities,
        approvals=sorted(reading.all(Approval), key=by_day),
        withdrawn=len({each.participant for each in reading.all(Withdrawal)}),
        sources=reading.by_id(Source),
        speaks_in=speaks_in,
        coded=coded,
    )


def grouping(reading: Reading, facts: FieldFacts, by: str) -> Callable[[Id], str]:
    """What stands for a participant under a kind of cases, an attribute, or how they were found.

    Raises NotFound when there is no such kind and no such attribute.
    """
    if by.replace(" ", "_").casefold() == FOUND_BY:
        return lambda person: facts.found_by(person) or NONE
    return labels_by(reading, by)


def label_or_none(reading: Reading, field: str) -> Callable[[Id], str | None]:
    """The same for a field that the study may not have: None where nothing is known."""
    try:
        label = labels_by(reading, field)
    except NotFound:
        return lambda person: None

    def known(person: Id) -> str | None:
        found = label(person)
        return None if found == NONE else found

    return known


def _by_participant(records: Iterable[Any]) -> dict[Id, list[Any]]:
    found: dict[Id, list[Any]] = {}
    for each in sorted(records, key=by_day):
        found.setdefault(each.participant, []).append(each)
    return found


def _speaking(reading: Reading) -> tuple[dict[Id, frozenset[Id]], frozenset[Id]]:
    """In which sources each participant speaks, and who has words that are coded."""
    turns = turn_columns(reading.file, reading.connection)
    sources, people = reading.by_row(Source), reading.by_row(Case)
    said = np.unique(np.stack([turns.participant, turns.source]), axis=1).T.tolist()
    speaks_in: dict[Id, set[Id]] = {}
    for person, source in said:
        if person in people and source in sources:
            speaks_in.setdefault(people[person].id, set()).add(sources[source].id)
    codings = coding_columns(reading.file, reading.connection)
    _, rows = participants_of_passages(turns, codings.source, codings.start_char, codings.end_char)
    coded = {people[row].id for row in np.unique(rows).tolist() if row in people}
    return {person: frozenset(found) for person, found in speaks_in.items()}, frozenset(coded)
