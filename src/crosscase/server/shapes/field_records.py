"""What is recorded of fieldwork: contacts, referrals, consents, activities, how somebody was found.

The words to choose from (channels, outcomes, scopes, modes) are those of
`crosscase.fieldwork.field_choices`; a day is an ISO day, and null clears a field.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText

__all__ = [
    "ActivityChange",
    "ConsentChange",
    "ContactChange",
    "NewConsent",
    "NewContact",
    "NewInterview",
    "NewReferral",
    "RecruitmentChange",
    "ReferralChange",
]

_Word = Annotated[str, StringConstraints(max_length=200)]
_Note = Annotated[str, StringConstraints(max_length=20_000)]
_Day = Annotated[str, StringConstraints(max_length=40)]


class ContactChange(Asked):
    """What one attempt to reach somebody says."""

    day: _Day | None = None
    channel: _Word | None = None
    outcome: _Word | None = None
    contacted_by: IdText | None = Field(default=None, description="A coder; left out: you.")
    note: _Note | None = None


class NewContact(ContactChange):
    """An attempt to reach a participant."""

    participant: IdText


class ConsentChange(Asked):
    """What somebody agreed to."""

    day: _Day | None = None
    version: _Word | None = None
    scope: Annotated[list[_Word], Field(max_length=40)] | None = None
    withdrawn_day: _Day | None = None
    note: _Note | None = None


class NewConsent(ConsentChange):
    """The consent of a participant."""

    participant: IdText


class ReferralChange(Asked):
    """Who named somebody."""

    referred_by: IdText | None = Field(default=None, description="A participant.")
    day: _Day | None = None
    channel: _Word | None = None
    note: _Note | None = None


class NewReferral(ReferralChange):
    """A participant whom somebody named."""

    participant: IdText


class RecruitmentChange(Asked):
    """How a participant was found, and what stood between them and the researchers before."""

    found_by: _Word | None = None
    prior_relationship: _Note | None = None
    note: _Note | None = None


class ActivityChange(Asked):
    """What an interview, an observed meeting or a request for a document says."""

    name: _Word | None = None
    day: _Day | None = None
    mode: _Word | None = None
    start_time: _Word | None = None
    minutes: Annotated[float, Field(gt=0, le=100_000)] | None = None
    source: IdText | None = None
    case: IdText | None = None
    led_by: IdText | None = Field(default=None, description="A coder; left out: you.")
    participants: Annotated[list[IdText], Field(max_length=1_000)] | None = None
    note: _Note | None = None


class NewInterview(ActivityChange):
    """An interview with one participant or several; without a name it is called by a number."""

    participants: Annotated[list[IdText], Field(min_length=1, max_length=1_000)]
