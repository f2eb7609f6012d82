"""The study itself: its head, its figures and its settings."""

from __future__ import annotations

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked

__all__ = ["Counts", "StudyDescription", "StudyHead"]


class Counts(BaseModel):
    """How many of everything; ``passages`` are distinct, ``codings`` are all."""

    sources: int
    words: int
    turns: int
    codes: int
    codings: int
    passages: int
    cases: int
    participants: int
    interviewed: int
    coders: int
    memos: int
    links: int
    operations: int
    conflicts: int


class StudyHead(BaseModel):
    """What every page shows of the study."""

    id: str
    title: str
    description: str | None
    file_name: str
    person: str | None = Field(description="Who works here; null where only reading is possible.")
    person_id: str | None
    read_only: bool
    heads: str
    as_of: str | None
    is_exact: bool = Field(description="False for a day: it goes by what clocks said.")
    counts: Counts
    settings: dict[str, str]
    place_warning: str | None
    version: str


class StudyDescription(Asked):
    """A new title or description; what is left out stays."""

    title: str | None = Field(default=None, min_length=1, max_length=500)
    description: str | None = Field(default=None, max_length=20_000)
