"""One participant in the field: how found, contacts, consents, activities, referrals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

if TYPE_CHECKING:
    from crosscase.model.fieldwork_nouns import (
        Activity,
        Consent,
        Contact,
        Recruitment,
        Referral,
    )
    from crosscase.model.ids import Id

__all__ = [
    "FieldworkPerson",
    "NamedThing",
    "field_activity",
    "field_consent",
    "field_contact",
    "field_recruitment",
    "field_referral",
    "named_thing",
]


class NamedThing(BaseModel):
    """A thing of the study by its id and name."""

    id: str
    name: str


class FieldContact(BaseModel):
    """One attempt to reach somebody."""

    id: str
    day: str | None
    channel: str | None
    outcome: str | None
    contacted_by: str | None = Field(description="The name of a coder.")
    note: str | None


class FieldConsent(BaseModel):
    """What somebody agreed to."""

    id: str
    day: str | None
    version: str | None
    scope: list[str]
    withdrawn_day: str | None
    note: str | None


class FieldActivity(BaseModel):
    """An interview, an observed meeting or a request for a document."""

    id: str
    name: str
    kind: str
    day: str | None
    mode: str | None
    start_time: str | None
    minutes: float | None
    guide: NamedThing | None = Field(description="The version of the guide that was used.")
    source: NamedThing | None
    note: str | None


class FieldReferral(BaseModel):
    """Who named somebody, or whom they named; null is nobody of the study."""

    id: str
    person: NamedThing | None
    day: str | None
    channel: str | None
    note: str | None


class FieldRecruitment(BaseModel):
    """How somebody was found."""

    found_by: str | None
    prior_relationship: str | None
    note: str | None


class FieldworkPerson(BaseModel):
    """All that was recorded about one participant, by day."""

    id: str
    name: str
    recruitment: FieldRecruitment | None
    contacts: list[FieldContact]
    consents: list[FieldConsent]
    activities: list[FieldActivity]
    named_by: list[FieldReferral]
    named: list[FieldReferral]


def field_contact(contact: Contact, coders: Mapping[Id, str]) -> FieldContact:
    """A contact as an answer has it."""
    return FieldContact(
        id=contact.id,
        day=contact.day,
        channel=contact.channel,
        outcome=contact.outcome,
        contacted_by=coders.get(contact.contacted_by or ""),
        note=contact.note,
    )


def field_consent(consent: Consent) -> FieldConsent:
    """A consent as an answer has it."""
    return FieldConsent(
        id=consent.id,
        day=consent.day,
        version=consent.version,
        scope=list(consent.scope or ()),
        withdrawn_day=consent.withdrawn_day,
        note=consent.note,
    )


def field_activity(activity: Activity, names: Mapping[Id, str]) -> FieldActivity:
    """An activity as an answer has it."""
    return FieldActivity(
        id=activity.id,
        name=activity.name,
        kind=activity.activity_kind,
        day=activity.day,
        mode=activity.mode,
        start_time=activity.start_time,
        minutes=activity.minutes,
        guide=named_thing(activity.guide, names),
        source=named_thing(activity.source, names),
        note=activity.note,
    )


def field_referral(referral: Referral, other: Id | None, people: Mapping[Id, str]) -> FieldReferral:
    """A referral as an answer has it, with who stands at its other end."""
    return FieldReferral(
        id=referral.id,
        person=named_thing(other, people),
        day=referral.day,
        channel=referral.channel,
        note=referral.note,
    )


def field_recruitment(found: Iterable[Recruitment], participant: Id) -> FieldRecruitment | None:
    """How a participant was found, as an answer has it."""
    for each in found:
        if each.participant == participant:
            return FieldRecruitment(
                found_by=each.found_by,
                prior_relationship=each.prior_relationship,
                note=each.note,
            )
    return None


def named_thing(id_: Id | None, names: Mapping[Id, str]) -> NamedThing | None:
    """A thing by its id and name; None where it does not show."""
    return None if id_ is None or id_ not in names else NamedThing(id=id_, name=names[id_])
