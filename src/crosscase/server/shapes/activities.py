"""Interviews, observed meetings and requests for documents, each with what only its kind has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from pydantic import BaseModel, Field

from crosscase.server.shapes.field_people import NamedThing, named_thing

if TYPE_CHECKING:
    from crosscase.model.fieldwork_nouns import Activity
    from crosscase.model.ids import Id

__all__ = ["ActivityKind", "ActivityList", "ActivityRow", "activity_row"]

ActivityKind = Literal["interview", "meeting", "document request"]


class MeetingDetails(BaseModel):
    """What was dealt with at an observed meeting, and who was there."""

    agenda: str | None
    attendance: dict[str, int] = Field(description="How many were there of each sector.")
    decided: list[str]
    deferred: list[str]
    avoided: list[str]


class RequestDetails(BaseModel):
    """Whether a document that was asked for has come."""

    standing: str
    arrived_day: str | None
    public: bool | None
    mentioned_in: NamedThing | None = Field(description="The source in which it was spoken of.")
    mentioned_at: int | None = Field(description="The character at which it was.")


class ActivityRow(BaseModel):
    """One activity; people and places that do not show are left out."""

    id: str
    name: str
    kind: ActivityKind
    day: str | None
    start_time: str | None
    minutes: float | None
    mode: str | None
    led_by: NamedThing | None
    participants: list[NamedThing]
    case: NamedThing | None
    guide: NamedThing | None
    source: NamedThing | None
    note: str | None
    meeting: MeetingDetails | None
    request: RequestDetails | None


class ActivityList(BaseModel):
    """The activities by day."""

    activities: list[ActivityRow]


def activity_row(activity: Activity, names: Mapping[Id, str]) -> ActivityRow:
    """An activity with its details, as an answer has it."""
    details = activity.details or {}
    people = (named_thing(each, names) for each in activity.participants or ())
    return ActivityRow(
        id=activity.id,
        name=activity.name,
        kind=cast("ActivityKind", activity.activity_kind),
        day=activity.day,
        start_time=activity.start_time,
        minutes=activity.minutes,
        mode=activity.mode,
        led_by=named_thing(activity.led_by, names),
        participants=[each for each in people if each is not None],
        case=named_thing(activity.case, names),
        guide=named_thing(activity.guide, names),
        source=named_thing(activity.source, names),
        note=activity.note,
        meeting=_meeting(details) if activity.activity_kind == "meeting" else None,
        request=_request(details, names) if activity.activity_kind == "document request" else None,
    )


def _meeting(details: Mapping[str, Any]) -> MeetingDetails:
    return MeetingDetails(
        agenda=details.get("agenda"),
        attendance=dict(details.get("attendance") or {}),
        decided=list(details.get("decided") or ()),
        deferred=list(details.get("deferred") or ()),
        avoided=list(details.get("avoided") or ()),
    )


def _request(details: Mapping[str, Any], names: Mapping[Id, str]) -> RequestDetails:
    place = details.get("mentioned_in") or {}
    return RequestDetails(
        standing=details.get("standing") or "asked",
        arrived_day=details.get("arrived_day"),
        public=details.get("public"),
        mentioned_in=named_thing(place.get("source"), names),
        mentioned_at=place.get("start_char"),
    )
