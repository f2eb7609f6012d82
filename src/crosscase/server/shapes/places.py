"""Passages: where they lie, in bodies and in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from crosscase.coding.carried_passages import CurrentPassage
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText

__all__ = ["Offset", "PassagePlace", "SourcePassage", "source_passage"]

Offset = Annotated[int, Field(ge=0, lt=2**31, description="In Unicode code points, from 0.")]


class PassagePlace(Asked):
    """A passage of a source's current text; its end is not part of it."""

    source: IdText
    start_char: Offset
    end_char: Offset


class SourcePassage(BaseModel):
    """A passage where it lies now, with its words; empty where its words are gone."""

    source_id: str
    source: str
    start_char: int
    end_char: int
    text: str


def source_passage(passage: CurrentPassage | None) -> SourcePassage | None:
    """A passage as an answer has it."""
    if passage is None:
        return None
    return SourcePassage(
        source_id=passage.source,
        source=passage.source_name,
        start_char=passage.start_char,
        end_char=passage.end_char,
        text=passage.text,
    )
