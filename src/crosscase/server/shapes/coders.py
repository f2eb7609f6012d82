"""Coders: the people (or rules) whose codings the study holds."""

from __future__ import annotations

from pydantic import BaseModel

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.wording import AName

__all__ = ["CoderList", "CoderName", "CoderRow"]


class CoderRow(BaseModel):
    """One coder, with how many codings of theirs show."""

    id: str
    name: str
    note: str | None
    positionality: str | None
    codings: int
    is_you: bool


class CoderList(BaseModel):
    """All coders by name."""

    coders: list[CoderRow]


class CoderName(Asked):
    """What a coder is called."""

    name: AName
