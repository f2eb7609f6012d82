"""Long answers, a page at a time."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

__all__ = ["Cursor", "Most", "Page"]

T = TypeVar("T")

Cursor = Annotated[
    str | None,
    Query(max_length=200, description="Where the next page begins: ``next`` of the one before."),
]
Most = Annotated[int, Query(ge=1, le=1000, description="How many at most.")]


class Page(BaseModel, Generic[T]):
    """Some of many."""

    items: list[T]
    next: str | None = Field(description="The cursor of the next page; null on the last.")
    total: int | None = Field(description="How many there are, where that is known.")
