"""What follows from the records of fieldwork: the board, rates, chains, lengths, what is to do."""

from __future__ import annotations

from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_choices import INTERVIEW
from crosscase.fieldwork.recruitment import NONE, SEVERAL
from crosscase.fieldwork.typed_values import parse_day
from crosscase.model.fieldwork_nouns import Approval, Guide
from crosscase.model.ids import Id
from crosscase.model.nouns import Coder, Source
from crosscase.store.session import Reading, Session
from crosscase.study_fieldwork.board import Board, make_board
from crosscase.study_fieldwork.empty_cells import EmptyCell, empty_cells, groups_without_people
from crosscase.study_fieldwork.field_facts import (
    FieldFacts,
    field_facts,
    grouping,
    label_or_none,
)
from crosscase.study_fieldwork.lengths import InterviewLengths, interview_lengths
from crosscase.study_fieldwork.referral_chains import (
    Homophily,
    ReferralChains,
    homophily,
    referral_chains,
)
from crosscase.study_fieldwork.response_rates import ResponseRate, response_rates
from crosscase.study_fieldwork.to_do import ToDo, things_to_do

__all__ = ["Fieldwork"]


class Fieldwork:
    """Where the fieldwork of a study stands."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def board(self, today: str | None = None) -> Board:
        """How far each participant has come, and what is missing.

        Interviews on a day after ``today`` count as scheduled; without it all count as held.
        """
        with self._session.reading() as reading:
            return _board(reading, field_facts(reading), today)

    def response_rates(
        self, by: str = "site", *, today: str | None = None
    ) -> tuple[ResponseRate, ...]:
        """How many were asked, agreed, declined and were interviewed, by group and in all.

        ``by`` is a kind of cases, an attribute or found_by. Interviews on a day after ``today``
        are not held yet.
        """
        with self._session.reading() as reading:
            facts = field_facts(reading)
            return response_rates(_board(reading, facts, today), grouping(reading, facts, by))

    def referral_chains(self) -> ReferralChains:
        """Who led to whom, wave by wave, and how much of the sample each seed led to."""
        with self._session.reading() as reading:
            facts = field_facts(reading)
        names = {id_: facts.name(id_) for id_ in facts.people}
        interviewed = frozenset(filter(facts.was_interviewed, names))
        return referral_chains(names, facts.referrals, interviewed)

    def homophily(self, by: str = "sector") -> Homophily:
        """How often people named somebody of their own group, and what chance would give."""
        with self._session.reading() as reading:
            facts = field_facts(reading)
            label = grouping(reading, facts, by)

        def known(person: Id) -> str | None:
            found = label(person)
            return None if found in (NONE, SEVERAL) else found

        return homophily(by, facts.people, facts.referrals, known)

    def empty_cells(
        self, rows: str = "site", columns: str = "sector", *, interviewed_only: bool = False
    ) -> tuple[EmptyCell, ...]:
        """The cells of the recruitment table in which nobody stands, each with a warning.

        ``interviewed_only``, as there: those linked to a speaker.
        """
        with self._session.reading() as reading:
            facts = field_facts(reading)
            people = [
                id_ for id_ in facts.people if not interviewed_only or facts.was_interviewed(id_)
            ]
            return empty_cells(
                people,
                grouping(reading, facts, rows),
                grouping(reading, facts, columns),
                groups_without_people(reading, rows),
                groups_without_people(reading, columns),
            )

    def lengths(self, by: str | None = None) -> tuple[InterviewLengths, ...]:
        """How long the interviews were, in minutes, by group (if one is given) and in all."""
        with self._session.reading() as reading:
            facts = field_facts(reading)
            label = None if by is None else grouping(reading, facts, by)
        interviews = [each for each in facts.activities if each.activity_kind == INTERVIEW]
        return interview_lengths(interviews, facts.people, label)

    def to_do(self, today: str, *, ahead_days: int = 60) -> tuple[ToDo, ...]:
        """What is still to do on a day; ends of approvals are told ``ahead_days`` before."""
        day = parse_day(today)
        with self._session.reading() as reading:
            facts = field_facts(reading)
            board = _board(reading, facts, day)
        return things_to_do(
            board, facts.approvals, facts.activities, facts.sources, day, ahead_days
        )

    def names(self) -> dict[Id, str]:
        """What the things are called that records of fieldwork name, by id."""
        with self._session.reading() as reading:
            found = {id_: case.name or "" for id_, case in read_case_names(reading).cases.items()}
            found |= {each.id: each.name or "" for each in reading.all(Coder)}
            found |= {each.id: each.name or "" for each in reading.all(Source)}
            found |= {each.id: each.name or "" for each in reading.all(Approval)}
            guides = reading.all(Guide)
        return found | {
            each.id: f"{each.name} {each.version}" if each.version else each.name for each in guides
        }


def _board(reading: Reading, facts: FieldFacts, today: str | None) -> Board:
    return make_board(
        facts,
        label_or_none(reading, "site"),
        label_or_none(reading, "sector"),
        None if today is None else parse_day(today),
    )
