"""Sources: in a list, alone, and what may be changed about one."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from crosscase.model.nouns import Case
from crosscase.model.source_kinds import SourceKind, kind_of_source
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.store.source_list import SourceDetail, SourceLine

__all__ = [
    "GroupRow",
    "ParticipantRow",
    "SourceAttribute",
    "SourceChange",
    "SourceIds",
    "SourcePage",
    "SourceRow",
    "SourceWas",
    "source_page",
    "source_row",
]

Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Words = Annotated[str, StringConstraints(max_length=20_000)]


class ParticipantRow(BaseModel):
    """Somebody who speaks in a source."""

    id: str
    name: str


class GroupRow(BaseModel):
    """A site, organisation or other case in which a source, or a participant of it, lies."""

    id: str
    name: str
    kind: str


class SourceRow(BaseModel):
    """One source, as the list of sources has it."""

    id: str
    name: str
    format: str | None
    language: str | None
    date: str | None
    note: str | None
    quotable: bool = Field(description="Whether its words may be quoted.")
    chars: int
    words: int
    turns: int
    speakers: list[str]
    codings: int
    coded_turns: int = Field(
        description="Turns that a coding overlaps; the interviewer's are left aside."
    )
    turns_to_code: int = Field(description="Turns with words that are not the interviewer's.")
    media: bool = Field(description="Whether a recording goes with it.")
    has_original: bool = Field(description="Whether the file that it came from is kept.")
    kind: SourceKind
    translation_of: str | None
    participants: list[ParticipantRow]
    groups: list[GroupRow]


class SourceAttribute(BaseModel):
    """What a source has for one attribute."""

    attribute_id: str
    name: str
    type: str
    value: str | float | bool | None


class SourcePage(SourceRow):
    """One source, whole."""

    attributes: list[SourceAttribute]
    revision: str | None = Field(
        description="The revision that its words are in now; null where it has no words."
    )
    file_name: str | None


class SourceWas(Asked):
    """What the page showed of the fields that it changes."""

    name: Words | None = None
    language: Words | None = None
    date: Words | None = None
    note: Words | None = None


class SourceChange(Asked):
    """What is left out stays; null clears (but not the name)."""

    name: Name | None = None
    language: Annotated[str, StringConstraints(max_length=40)] | None = None
    date: Annotated[str, StringConstraints(max_length=20)] | None = Field(
        default=None, description="2024-03-01, 2024-03 or 2024."
    )
    note: Words | None = None
    quotable: bool | None = Field(
        default=None, description="false: its words may be read, but not quoted."
    )
    was: SourceWas | None = None


class SourceIds(Asked):
    """Several sources at once."""

    sources: Annotated[list[IdText], Field(min_length=1, max_length=10_000)]


def source_row(line: SourceLine) -> SourceRow:
    """A source as the list has it."""
    source = line.source
    return SourceRow(
        id=source.id,
        name=source.name or "",
        format=source.format,
        language=source.language,
        date=source.date,
        note=source.note,
        quotable=source.quotable is not False,
        chars=line.chars,
        words=line.words,
        turns=line.turns,
        speakers=list(line.speakers),
        codings=line.codings,
        coded_turns=line.coded_turns,
        turns_to_code=line.turns_to_code,
        media=source.media is not None,
        has_original=source.original is not None,
        kind=kind_of_source(source.format, source.media),
        translation_of=source.translation_of,
        participants=[ParticipantRow(id=each.id, name=each.name) for each in line.participants],
        groups=[_group(each) for each in line.groups],
    )


def source_page(detail: SourceDetail) -> SourcePage:
    """A source, whole."""
    return SourcePage(
        **source_row(detail.line).model_dump(),
        attributes=[
            SourceAttribute(
                attribute_id=each.attribute.id,
                name=each.attribute.name,
                type=each.attribute.value_type,
                value=each.value,
            )
            for each in detail.values
        ],
        revision=detail.revision,
        file_name=detail.line.source.file_name,
    )


def _group(case: Case) -> GroupRow:
    return GroupRow(id=case.id, name=case.name, kind=case.case_kind)
