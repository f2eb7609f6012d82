"""The words of a source, its codings, and corrections."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from crosscase.intake.correcting import ChangedCoding
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.store.source_page import SourceWords

__all__ = [
    "Brief",
    "CorrectedText",
    "Correction",
    "SourceCodings",
    "SourceText",
    "TextLabel",
    "TurnColumns",
    "brief",
    "source_text",
]


class TurnColumns(BaseModel):
    """The turns in order, a list a column; offsets count Unicode code points."""

    start_char: list[int]
    end_char: list[int]
    speech_start_char: list[int]
    start_ms: list[int | None]
    label: list[int] = Field(description="An index into labels; -1 for none.")


class TextLabel(BaseModel):
    """A speaker label, with whom it is linked to."""

    label: str
    participant_id: str | None
    participant: str | None
    role: str | None
    is_of_interviewer: bool = Field(
        description="Said of it, or told by its form where nothing is said."
    )


class SourceText(BaseModel):
    """The current words of a source and how they are laid out."""

    source: str
    revision: str
    text: str
    turns: TurnColumns
    labels: list[TextLabel]
    headings: list[list[int]] = Field(description="[start_char, end_char] each.")
    furniture: list[list[int]] = Field(description="Running heads and page numbers, likewise.")
    page_starts: list[int]


class SourceCodings(BaseModel):
    """The codings of a source by their places, a list a column."""

    id: list[str]
    code: list[int] = Field(description="An index into codes.")
    codes: list[str]
    coder: list[int] = Field(description="An index into coders; -1 for nobody.")
    coders: list[str]
    start_char: list[int]
    end_char: list[int]
    valence: list[Literal["enabling", "constraining", "mixed"] | None]
    basis: list[Literal["asserted", "inferred"] | None]
    touched: list[bool] = Field(description="Whether a correction changed some of its words.")
    coded_on: list[str] = Field(description="An ISO day.")
    region: list[list[float] | None] = Field(
        description="[page, x, y, width, height]: the four in parts of the whole; page 0 is a "
        "picture."
    )


class CorrectedText(Asked):
    """A text as it should be, and the revision that was corrected."""

    revision: IdText
    text: Annotated[str, StringConstraints(max_length=50_000_000)]
    note: Annotated[str, StringConstraints(max_length=20_000)] | None = None


class Brief(BaseModel):
    """A coding whose words are changed or taken away."""

    coding: str
    code_id: str
    code: str
    coder: str | None
    text_before: str
    text_now: str


class Correction(BaseModel):
    """What a correction does to the codings; ``operation`` is null where nothing was stored."""

    operation: str | None
    sentence: str | None
    heads: str
    kept: int
    touched: list[Brief]
    lost: list[Brief]


def source_text(words: SourceWords) -> dict[str, Any]:
    """The words in the shape of SourceText, ready to be encoded."""
    return {
        "source": words.source.id,
        "revision": words.revision,
        "text": words.text,
        "turns": {
            "start_char": words.start_char.tolist(),
            "end_char": words.end_char.tolist(),
            "speech_start_char": words.speech_start_char.tolist(),
            "start_ms": [None if each < 0 else each for each in words.start_ms.tolist()],
            "label": words.label.tolist(),
        },
        "labels": [
            {
                "label": each.label,
                "participant_id": None if each.participant is None else each.participant.id,
                "participant": None if each.participant is None else each.participant.name,
                "role": each.role,
                "is_of_interviewer": each.is_of_interviewer,
            }
            for each in words.labels
        ],
        "headings": words.headings,
        "furniture": words.furniture,
        "page_starts": words.page_starts,
    }


def brief(changed: ChangedCoding) -> Brief:
    """A coding that a correction touches or takes away."""
    return Brief(
        coding=changed.id,
        code_id=changed.code_id,
        code=changed.code,
        coder=changed.coder,
        text_before=changed.text_before,
        text_now=changed.text_now,
    )
