"""Frameworks: sets of deductive codes."""

from __future__ import annotations

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.wording import AName

__all__ = ["FrameworkAdded", "FrameworkName", "FrameworkOffered", "Frameworks"]


class FrameworkAdded(BaseModel):
    """A framework that the study has."""

    id: str
    name: str
    citation: str | None
    version: str | None
    description: str | None


class FrameworkOffered(BaseModel):
    """A framework that comes with crosscase."""

    name: str = Field(description="What it is asked for by.")
    title: str
    citation: str | None
    description: str | None
    codes: int


class Frameworks(BaseModel):
    """The frameworks that the study has, and those that can be added."""

    added: list[FrameworkAdded]
    available: list[FrameworkOffered]


class FrameworkName(Asked):
    """Which of those that come with crosscase."""

    name: AName
