"""A passage in its surroundings, as search, a code's passages and a matrix's cells answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

if TYPE_CHECKING:
    from crosscase.query.found_passages import FoundPassage

__all__ = ["PassageCoding", "PassageRow", "passage_row"]


class PassageCoding(BaseModel):
    """A coding that was asked for, on a passage."""

    id: str
    code_id: str
    code: str = Field(description="With the codes above it: “Outcomes > Effectiveness”.")
    coder_id: str | None
    coder: str | None
    coded_on: str = Field(description="An ISO day.")


class PassageRow(BaseModel):
    """A passage with who speaks, where it stands and the codings on it that were asked for.

    Where a search asks for no codes, all codings on it are told.
    """

    source_id: str
    source: str
    start_char: int
    end_char: int
    text: str
    before: str
    after: str
    speakers: list[str]
    participants: list[str]
    cases: dict[str, list[str]] = Field(
        description="For each kind of cases but persons, the names of those in which a "
        "participant or the source lies."
    )
    turn: int | None = Field(description="Counted from 1.")
    page: int | None = Field(description="Counted from 1.")
    start_ms: int | None
    codings: list[PassageCoding]


def passage_row(found: FoundPassage) -> PassageRow:
    """A found passage as an answer has it."""
    return PassageRow(
        source_id=found.source_id,
        source=found.source,
        start_char=found.start_char,
        end_char=found.end_char,
        text=found.text,
        before=found.before,
        after=found.after,
        speakers=list(found.speakers),
        participants=list(found.participants),
        cases={kind: list(names) for kind, names in found.cases.items()},
        turn=found.turn,
        page=found.page,
        start_ms=found.start_ms,
        codings=[
            PassageCoding(
                id=each.id,
                code_id=each.code_id,
                code=each.code,
                coder_id=each.coder_id,
                coder=each.coder,
                coded_on=each.coded_on,
            )
            for each in found.codings
        ],
    )
