"""What recruitment looks like: its table, rates, lengths, chains of referrals, what is to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from crosscase.fieldwork.recruitment import TOTAL

if TYPE_CHECKING:
    import polars

    from crosscase.fieldwork.participants import SeveralMemberships
    from crosscase.study_fieldwork.lengths import InterviewLengths as LengthsThere
    from crosscase.study_fieldwork.referral_chains import ChainMember as MemberThere
    from crosscase.study_fieldwork.referral_chains import Homophily as HomophilyThere
    from crosscase.study_fieldwork.referral_chains import ReferralChains
    from crosscase.study_fieldwork.response_rates import ResponseRate as RateThere
    from crosscase.study_fieldwork.to_do import ToDo

__all__ = [
    "EmptyCell",
    "FieldworkReferrals",
    "FieldworkTable",
    "FieldworkToDo",
    "Homophily",
    "InterviewLengths",
    "RecruitmentPage",
    "ResponseRate",
    "ThingToDo",
    "fieldwork_referrals",
    "interview_lengths",
    "recruitment_table",
    "response_rate",
    "several_sites",
    "thing_to_do",
    "told_homophily",
]


class FieldworkTable(BaseModel):
    """How many participants stand in each cell, each counted once, with margins."""

    rows: list[str]
    columns: list[str]
    cells: list[list[int]]
    row_totals: list[int]
    column_totals: list[int]
    total: int


class SeveralSites(BaseModel):
    """Somebody in more than one site, for a footnote."""

    participant: str
    sites: list[str]
    counted_in: str | None


class ResponseRate(BaseModel):
    """What came of asking the people of one group; rates are shares of those asked."""

    group: str | None = Field(description="Null for all.")
    found: int
    asked: int
    agreed: int
    declined: int
    unavailable: int
    no_answer: int
    waiting: int
    interviewed: int
    agreed_rate: float | None
    interviewed_rate: float | None


class InterviewLengths(BaseModel):
    """The interviews of one group, in minutes."""

    group: str | None = Field(description="Null for all.")
    interviews: int = Field(description="Those whose length is known.")
    mean: float | None
    median: float | None
    shortest: float | None
    longest: float | None
    missing: int = Field(description="Those whose length is not known.")


class EmptyCell(BaseModel):
    """A cell of the table in which nobody stands."""

    row: str
    column: str


class RecruitmentPage(BaseModel):
    """Who was reached, who answered, and how long the interviews were."""

    table: FieldworkTable
    empty: list[EmptyCell] = Field(description="The cells in which nobody stands.")
    several: list[SeveralSites]
    rates: list[ResponseRate]
    lengths: list[InterviewLengths]


class ChainMember(BaseModel):
    """One participant in a chain, below who named them."""

    id: str
    name: str
    wave: int
    was_interviewed: bool


class Chain(BaseModel):
    """All to whom the referrals of one person led; that person comes first."""

    seed: str
    members: list[ChainMember]
    share: float = Field(description="Of all participants.")


class Homophily(BaseModel):
    """How often people named somebody of their own group, and how often by chance alone."""

    by: str
    referrals: int
    same: int
    share: float | None
    expected: float | None
    unknown: int


class ThingToDo(BaseModel):
    """One thing to do in the field."""

    slug: str
    sentence: str
    day: str | None
    about: str
    participant: str | None
    values: dict[str, str] = Field(description="What the sentence names; days from now or since.")


class FieldworkToDo(BaseModel):
    """What is still to do: approvals, then people, then documents."""

    things: list[ThingToDo]


class FieldworkReferrals(BaseModel):
    """Who led to whom."""

    chains: list[Chain]
    waves: list[int]
    people: int
    alone: int = Field(description="Who named nobody and was not named.")


def recruitment_table(frame: polars.DataFrame) -> FieldworkTable:
    """The recruitment table as an answer has it."""
    *inner, last = frame.iter_rows()
    return FieldworkTable(
        rows=[row[0] for row in inner],
        columns=frame.columns[1:-1],
        cells=[list(row[1:-1]) for row in inner],
        row_totals=[row[-1] for row in inner],
        column_totals=list(last[1:-1]),
        total=last[-1],
    )


def several_sites(each: SeveralMemberships) -> SeveralSites:
    """Somebody in more than one site, as an answer has it."""
    return SeveralSites(
        participant=each.participant.name or "",
        sites=[group.name or "" for group in each.groups],
        counted_in=None if each.counts_as is None else each.counts_as.name,
    )


def response_rate(rate: RateThere) -> ResponseRate:
    """The rates of a group as an answer has them."""
    return ResponseRate(
        group=None if rate.group == TOTAL else rate.group,
        found=rate.found,
        asked=rate.asked,
        agreed=rate.agreed,
        declined=rate.declined,
        unavailable=rate.unavailable,
        no_answer=rate.no_answer,
        waiting=rate.waiting,
        interviewed=rate.interviewed,
        agreed_rate=rate.agreed_rate,
        interviewed_rate=rate.interviewed_rate,
    )


def interview_lengths(lengths: LengthsThere) -> InterviewLengths:
    """The lengths of a group as an answer has them."""
    return InterviewLengths(
        group=None if lengths.group == TOTAL else lengths.group,
        interviews=lengths.interviews,
        mean=lengths.mean,
        median=lengths.median,
        shortest=lengths.shortest,
        longest=lengths.longest,
        missing=lengths.missing,
    )


def thing_to_do(thing: ToDo) -> ThingToDo:
    """A thing to do as an answer has it."""
    return ThingToDo(
        slug=thing.slug,
        sentence=thing.sentence,
        day=thing.day,
        about=thing.about,
        participant=thing.participant,
        values=dict(thing.values),
    )


def fieldwork_referrals(chains: ReferralChains) -> FieldworkReferrals:
    """The chains as an answer has them."""
    return FieldworkReferrals(
        chains=[
            Chain(seed=each.name, members=_members(each.members), share=each.share)
            for each in chains.chains
        ],
        waves=list(chains.waves),
        people=chains.people,
        alone=chains.alone,
    )


def told_homophily(alike: HomophilyThere) -> Homophily:
    """Homophily as an answer has it."""
    return Homophily(
        by=alike.by,
        referrals=alike.referrals,
        same=alike.same,
        share=alike.share,
        expected=alike.expected,
        unknown=alike.unknown,
    )


def _members(members: Sequence[MemberThere]) -> list[ChainMember]:
    return [
        ChainMember(
            id=each.participant,
            name=each.name,
            wave=each.wave,
            was_interviewed=each.was_interviewed,
        )
        for each in members
    ]
