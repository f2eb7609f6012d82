"""The passages behind what somebody wrote or judged."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from crosscase.coding.links import LinkEvidence
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText

__all__ = ["EvidenceTaken", "GivenPassage", "given_passage"]


class GivenPassage(BaseModel):
    """One passage where it lies now; empty where its words are gone."""

    id: str
    source_id: str
    source: str
    start_char: int
    end_char: int
    text: str
    standing: Literal["kept", "touched", "lost"]
    against: bool
    kind: str | None = Field(default=None, description="Interview, document or observation.")


class EvidenceTaken(Asked):
    """Evidence to be taken away, by its ids."""

    evidence: list[IdText] = Field(min_length=1, max_length=500)


def given_passage(evidence: LinkEvidence, kind: str | None = None) -> GivenPassage:
    """One passage as an answer has it."""
    at = evidence.passage
    return GivenPassage(
        id=evidence.id,
        source_id=at.source,
        source=at.source_name,
        start_char=at.start_char,
        end_char=at.end_char,
        text=at.text,
        standing=at.standing,
        against=evidence.against,
        kind=kind,
    )
