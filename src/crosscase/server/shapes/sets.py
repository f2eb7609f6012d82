"""Sets: named collections of sources, codes, cases, codings or memos."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.wording import AName, AText

__all__ = ["MemberChange", "NewSet", "SetList", "SetMemberRow", "SetPage", "SetRow"]

Members = Annotated[list[IdText], Field(max_length=10_000)]


class SetRow(BaseModel):
    """One set, with how many members it has."""

    id: str
    name: str
    description: str | None
    size: int


class SetList(BaseModel):
    """All sets in the order in which they were made."""

    sets: list[SetRow]


class SetMemberRow(BaseModel):
    """One member of a set."""

    kind: str
    id: str
    name: str


class SetPage(BaseModel):
    """One set with its members."""

    id: str
    name: str
    description: str | None
    members: list[SetMemberRow]


class NewSet(Asked):
    """A new set, with members by their ids."""

    name: AName
    members: Members = Field(default_factory=list)
    description: AText | None = None


class MemberChange(Asked):
    """What comes into a set, or goes out of it."""

    add: Members = Field(default_factory=list)
    remove: Members = Field(default_factory=list)
