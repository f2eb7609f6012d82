"""Who speaks under which label."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from crosscase.fieldwork.speaker_labels import SpeakerRow as FoundSpeaker
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText

__all__ = ["SpeakerLink", "SpeakerList", "SpeakerRow", "speaker_row"]


class SpeakerRow(BaseModel):
    """One label in one source."""

    source_id: str
    source: str
    label: str
    participant_id: str | None
    participant: str | None
    role: str | None
    turns: int
    words: int | None = Field(description="Null where the labels of all sources are asked for.")


class SpeakerList(BaseModel):
    """The labels, and of how many it is not said who speaks."""

    speakers: list[SpeakerRow]
    unlinked: int


class SpeakerLink(Asked):
    """Who speaks under a label; neither a participant nor a role takes the link away."""

    source: IdText
    label: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    participant: IdText | None = None
    role: Literal["participant", "interviewer", "observer", "other"] | None = None


def speaker_row(found: FoundSpeaker) -> SpeakerRow:
    """A label as an answer has it."""
    person = found.participant
    return SpeakerRow(
        source_id=found.source.id,
        source=found.source.name,
        label=found.label,
        participant_id=None if person is None else person.id,
        participant=None if person is None else person.name,
        role=found.role,
        turns=found.turns,
        words=found.words,
    )
