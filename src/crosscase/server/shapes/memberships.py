"""What lies in which case."""

from __future__ import annotations

from pydantic import Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText

__all__ = ["MembershipChange", "NewMembership"]


class MembershipChange(Asked):
    """What is changed of a membership; null clears."""

    role: str | None = Field(default=None, max_length=500)
    share: float | None = Field(default=None, gt=0, le=1)
    start_day: str | None = Field(default=None, max_length=40)
    end_day: str | None = Field(default=None, max_length=40)
    counts_as: bool | None = None


class NewMembership(MembershipChange):
    """Put a case or a source into a case."""

    member: IdText = Field(description="A case or a source.")
    group: IdText
