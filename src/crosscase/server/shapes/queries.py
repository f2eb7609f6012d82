"""Saved questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, StringConstraints

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.wording import AName, AText

__all__ = ["NewQuery", "QueryList", "QueryRow"]


class QueryRow(BaseModel):
    """One saved question."""

    id: str
    name: str
    expression: str
    description: str | None


class QueryList(BaseModel):
    """All saved questions in the order in which they were first saved."""

    queries: list[QueryRow]


class NewQuery(Asked):
    """A question under a name; one of that name is changed."""

    name: AName
    expression: Annotated[str, StringConstraints(min_length=1, max_length=4_000)]
    description: AText | None = None
