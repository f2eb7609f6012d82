"""Codings: what is coded, and what is changed about it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.coding.codings import CodingStanding
from crosscase.model.regions import stored_region
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.codes import NewCodeNamed
from crosscase.server.shapes.history import ChangeRow
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.places import Offset

__all__ = [
    "CodingChange",
    "CodingIds",
    "CodingPage",
    "NewCoding",
    "NewCodingCode",
    "Recoding",
    "coding_page",
]

Valence = Literal["enabling", "constraining", "mixed"]
Basis = Literal["asserted", "inferred"]
Fractions = Annotated[
    list[float],
    Field(
        min_length=5,
        max_length=5,
        description="A rectangle: page (0 on a picture), left, top, width and height in parts of "
        "the whole.",
    ),
]
Ids = Annotated[list[IdText], Field(min_length=1, max_length=100_000)]


class NewCodingCode(NewCodeNamed):
    """A code that is made of the passage."""

    origin: Literal["in_vivo", "inductive", "deductive"] = "inductive"


class NewCoding(Asked):
    """One passage coded, with a code that is there or with a new one."""

    source: IdText
    code: IdText | None = None
    new_code: NewCodingCode | None = None
    start_char: Offset | None = None
    end_char: Offset | None = None
    region: Fractions | None = None
    coder: Annotated[str, Field(max_length=200)] | None = Field(
        default=None, description="Whose it is, by id or name; else yours."
    )
    valence: Valence | None = None
    basis: Basis | None = None


class CodingIds(Asked):
    """Which codings."""

    codings: Ids


class Recoding(Asked):
    """Which codings get another code."""

    codings: Ids
    code: IdText


class CodingChange(Asked):
    """Changes of a coding; what is left out stays, null clears valence and basis."""

    code: IdText | None = None
    start_char: Offset | None = None
    end_char: Offset | None = None
    valence: Valence | None = None
    basis: Basis | None = None


class CodingPage(BaseModel):
    """One coding, whole."""

    id: str
    source_id: str
    source: str
    code_id: str
    code: str
    coder_id: str | None
    coder: str | None
    start_char: int
    end_char: int
    region: list[float] | None
    text: str
    valence: str | None
    basis: str | None
    coded_on: str = Field(description="An ISO day.")
    touched: bool = Field(description="Whether a correction changed some of its words.")
    removed: bool
    history: list[ChangeRow]


def coding_page(standing: CodingStanding, history: list[ChangeRow]) -> CodingPage:
    """A coding as an answer has it."""
    coding, passage = standing.coding, standing.passage
    region = stored_region(coding.region)
    return CodingPage(
        id=coding.id,
        source_id=coding.source,
        source=passage.source_name,
        code_id=standing.code.id,
        code=standing.code.name or "",
        coder_id=coding.coder,
        coder=None if standing.coder is None else standing.coder.name,
        start_char=passage.start_char,
        end_char=passage.end_char,
        region=None if region is None else region.fractions(),
        text=passage.text,
        valence=coding.valence,
        basis=coding.basis,
        coded_on=standing.coded_on,
        touched=passage.standing == "touched",
        removed=bool(coding.dropped),
        history=history,
    )
