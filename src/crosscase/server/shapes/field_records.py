"""What is recorded of fieldwork: contacts, referrals, consents, activities, approvals, finding.

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
    "ApprovalChange",
    "ConsentChange",
    "ContactChange",
    "NewApproval",
    "NewConsent",
    "NewContact",
    "NewDocumentRequest",
    "NewInterview",
    "NewMeeting",
    "NewReferral",
    "RecruitmentChange",
    "ReferralChange",
]

_Word = Annotated[str, StringConstraints(max_length=200)]
_Note = Annotated[str, StringConstraints(max_length=20_000)]
_Day = Annotated[str, StringConstraints(max_length=40)]
_Needed = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_Pieces = Annotated[
    list[Annotated[str, StringConstraints(max_length=2_000)]], Field(max_length=200)
]


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


class _ActivitySays(Asked):
    name: _Word | None = None
    day: _Day | None = None
    source: IdText | None = None
    case: IdText | None = None
    led_by: IdText | None = Field(default=None, description="A coder; left out: you.")
    participants: Annotated[list[IdText], Field(max_length=1_000)] | None = None
    note: _Note | None = None


class _MetSays(_ActivitySays):
    mode: _Word | None = None
    start_time: _Word | None = None
    minutes: Annotated[float, Field(gt=0, le=100_000)] | None = None


class _MeetingSays(_MetSays):
    agenda: _Note | None = None
    attendance: dict[_Word, Annotated[int, Field(ge=0, le=100_000)]] | None = Field(
        default=None, description="How many were there of each sector."
    )
    decided: _Pieces | None = None
    deferred: _Pieces | None = None
    avoided: _Pieces | None = None


class _RequestSays(_ActivitySays):
    mentioned_in: _Word | None = Field(
        default=None, description="Where somebody spoke of it: a source, or SOURCE@OFFSET."
    )
    public: bool | None = None
    standing: _Word | None = None
    arrived_day: _Day | None = None


class NewInterview(_MetSays):
    """An interview with one participant or several; without a name it is called by a number."""

    participants: Annotated[list[IdText], Field(min_length=1, max_length=1_000)]
    guide: IdText | None = Field(default=None, description="A version of a guide.")


class NewMeeting(_MeetingSays):
    """A meeting that was observed, or will be."""

    name: _Needed
    participants: Annotated[list[IdText], Field(max_length=1_000)] = Field(default_factory=list)
    decided: _Pieces = Field(default_factory=list)
    deferred: _Pieces = Field(default_factory=list)
    avoided: _Pieces = Field(default_factory=list)


class NewDocumentRequest(_RequestSays):
    """A document that was asked for, named by what it is."""

    name: _Needed
    participants: Annotated[list[IdText], Field(max_length=1_000)] = Field(default_factory=list)


class ActivityChange(_MeetingSays, _RequestSays):
    """What an interview, an observed meeting or a request for a document says."""

    guide: IdText | None = None


class ApprovalChange(Asked):
    """What an approval or an amendment says; days of its end, and until when data are kept."""

    name: _Word | None = None
    body: _Word | None = Field(default=None, description="Who gave it.")
    reference: _Word | None = None
    day: _Day | None = None
    end_day: _Day | None = None
    retention_day: _Day | None = None
    conditions: _Note | None = None
    amends: IdText | None = Field(default=None, description="The approval that it amends.")
    note: _Note | None = None


class NewApproval(ApprovalChange):
    """An approval, or an amendment to one."""

    name: _Needed
