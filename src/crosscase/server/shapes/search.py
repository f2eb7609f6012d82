"""Asking in the query language."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.paged import Page
from crosscase.server.shapes.passages import PassageRow
from crosscase.server.shapes.saved import Saved

__all__ = ["CodedSearch", "CodedSearchSaved", "Question", "SearchPage"]

_LONGEST = 20_000

Question = Annotated[
    str,
    Query(
        min_length=1,
        max_length=_LONGEST,
        description="An expression of the query language; words alone are looked for in texts.",
    ),
]


class SearchPage(Page[PassageRow]):
    """Passages that answer; sources and participants are counted in all that was found so far."""

    expression: str = Field(description="The question as it was understood.")
    sources: int
    participants: int


class CodedSearch(Asked):
    """Code all that a question finds."""

    q: str = Field(min_length=1, max_length=_LONGEST)
    code: str = Field(min_length=1, max_length=500, description="Its id, name or path.")


class CodedSearchSaved(Saved):
    """What was recorded, and how many passages were newly coded."""

    coded: int
