"""Fieldwork: the board, one participant, and what recruitment looks like so far."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.field_people import (
    FieldworkPerson,
    field_activity,
    field_consent,
    field_contact,
    field_recruitment,
    field_referral,
)
from crosscase.server.shapes.field_records import RecruitmentChange
from crosscase.server.shapes.fieldwork import FieldworkBoard, fieldwork_board
from crosscase.server.shapes.history import Day
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.recruitment import (
    EmptyCell,
    FieldworkReferrals,
    FieldworkToDo,
    Homophily,
    RecruitmentPage,
    fieldwork_referrals,
    interview_lengths,
    recruitment_table,
    response_rate,
    several_sites,
    thing_to_do,
    told_homophily,
)
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])

_FieldName = Annotated[
    str, Query(max_length=500, description="A kind of cases, an attribute, or found_by.")
]


@router.get("/fieldwork")
async def fieldwork(asking: Asking, today: Day | None = None) -> FieldworkBoard:
    """How far each participant has come; interviews after ``today`` are still ahead."""

    def board(study: Study) -> FieldworkBoard:
        return fieldwork_board(study.fieldwork.board(today), study.participants.frame())

    return await asking.read(board)


@router.get("/fieldwork/recruitment")
async def fieldwork_recruitment(
    asking: Asking, rows: _FieldName = "site", columns: _FieldName = "sector"
) -> RecruitmentPage:
    """Who was recruited by two fields, what came of asking, and how long the interviews were."""
    return await asking.read(lambda study: _recruitment(study, rows, columns))


@router.get("/fieldwork/referrals")
async def fieldwork_referral_chains(asking: Asking) -> FieldworkReferrals:
    """Who led to whom."""
    return await asking.read(lambda study: fieldwork_referrals(study.fieldwork.referral_chains()))


@router.get("/fieldwork/homophily")
async def fieldwork_homophily(asking: Asking, by: _FieldName = "sector") -> Homophily:
    """How often people named somebody of their own group, and how often by chance alone."""
    return await asking.read(lambda study: told_homophily(study.fieldwork.homophily(by)))


@router.get("/fieldwork/to-do")
async def fieldwork_to_do(asking: Asking, today: Day) -> FieldworkToDo:
    """What is still to do in the field on a day."""

    def to_do(study: Study) -> FieldworkToDo:
        return FieldworkToDo(things=[thing_to_do(each) for each in study.fieldwork.to_do(today)])

    return await asking.read(to_do)


@router.get("/fieldwork/participants/{participant}")
async def fieldwork_person(asking: Asking, participant: IdText) -> FieldworkPerson:
    """All that was recorded about one participant, by day."""
    return await asking.read(lambda study: _person(study, participant))


@router.patch("/fieldwork/participants/{participant}/recruitment")
async def describe_recruitment(
    acting: Acting, participant: IdText, says: RecruitmentChange
) -> Saved:
    """Say how a participant was found and who knew them before; null clears."""

    def act(study: Study) -> None:
        study.recruitments.describe(participant, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


def _recruitment(study: Study, rows: str, columns: str) -> RecruitmentPage:
    told = study.fieldwork
    return RecruitmentPage(
        table=recruitment_table(study.participants.recruitment_frame(rows, columns)),
        empty=[
            EmptyCell(row=each.row, column=each.column) for each in told.empty_cells(rows, columns)
        ],
        several=[several_sites(each) for each in study.participants.several_memberships(rows)],
        rates=[response_rate(each) for each in told.response_rates(rows)],
        lengths=[interview_lengths(each) for each in told.lengths(rows)],
    )


def _person(study: Study, participant: Id) -> FieldworkPerson:
    person = study.participants.get(participant)
    names = study.fieldwork.names()
    return FieldworkPerson(
        id=person.id,
        name=person.name or "",
        recruitment=field_recruitment(study.recruitments.all(), person.id),
        contacts=[field_contact(each, names) for each in study.contacts.all(person.id)],
        consents=[field_consent(each) for each in study.consents.all(person.id)],
        activities=[
            field_activity(each, names) for each in study.activities.all(participant=person.id)
        ],
        named_by=[
            field_referral(each, each.referred_by, names) for each in study.referrals.all(person.id)
        ],
        named=[
            field_referral(each, each.participant, names)
            for each in study.referrals.all(referred_by=person.id)
        ],
    )
