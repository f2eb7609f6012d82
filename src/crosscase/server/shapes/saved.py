"""What a write answers, and how an error looks."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

__all__ = ["Failed", "Failure", "Saved"]


class Saved(BaseModel):
    """What was recorded; ``operation`` is null where nothing was to be done."""

    operation: str | None = Field(description="The operation, as undo and history name it.")
    sentence: str | None = Field(description="What it did, in a sentence.")
    heads: str = Field(description="The name of the study's state from now on.")
    ids: list[str] = Field(description="The ids of what was made, in order.")


class Failure(BaseModel):
    """A sentence with a way out."""

    slug: str
    sentence: str
    hint: str | None
    details: dict[str, Any] | None = None


class Failed(BaseModel):
    """Every error has this shape."""

    error: Failure
