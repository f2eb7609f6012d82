"""A code's passages beside one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from crosscase.server.shapes.passages import PassageRow, passage_row

if TYPE_CHECKING:
    from crosscase.study_comparison import ComparedPassage, Comparison

__all__ = ["Beside", "ComparisonAnswer", "Offset", "comparison_answer"]

Offset = Annotated[int, Query(ge=0, le=2_000_000_000, description="In Unicode code points.")]
Beside = Annotated[int, Query(ge=1, le=50, description="How many at most of either.")]


class LikePassage(BaseModel):
    """A passage of the code, and how alike it is in its words."""

    passage: PassageRow
    similarity: float = Field(description="From -1 to 1; by words alone, so only a help to look.")


class ComparisonAnswer(BaseModel):
    """The most like and the most unlike passages of a code, and how many it has besides."""

    like: list[LikePassage]
    unlike: list[LikePassage]
    passages: int


def comparison_answer(found: Comparison) -> ComparisonAnswer:
    """A comparison as an answer."""
    return ComparisonAnswer(
        like=[_like(each) for each in found.like],
        unlike=[_like(each) for each in found.unlike],
        passages=found.passages,
    )


def _like(each: ComparedPassage) -> LikePassage:
    return LikePassage(passage=passage_row(each.passage), similarity=round(each.similarity, 4))
