"""Codes: in the codebook, alone, and what is done to them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, Field

from crosscase.coding.code_counts import CodeCount
from crosscase.coding.codes import CodeTouch
from crosscase.coding.codes import MergePreview as Merging
from crosscase.model.nouns import Code
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.places import PassagePlace, SourcePassage
from crosscase.server.shapes.wording import AName, AText
from crosscase.store.code_tree import CodeTree

__all__ = [
    "CodeCase",
    "CodeChange",
    "CodeCoder",
    "CodeDecision",
    "CodeMerge",
    "CodeMove",
    "CodePage",
    "CodeRow",
    "CodeSplit",
    "Codebook",
    "MergePreview",
    "NewCode",
    "NewCodeNamed",
    "code_row",
    "merge_preview",
    "touched",
]

CodeCoder = Annotated[IdText | None, Query(description="Only what this coder coded.")]
CodeCase = Annotated[
    IdText | None,
    Query(description="Only what somebody said, or a source holds, that lies in this case."),
]


class CodeCounts(BaseModel):
    """How much is coded with a code or with one below it; each counts once."""

    participants: int
    cases: int = Field(description="Sites, or the one kind of cases besides persons.")
    sources: int
    passages: int
    codings: int


class CodeRow(BaseModel):
    """One code, as the codebook has it."""

    id: str
    name: str
    path: list[str] = Field(description="The names from the top down to this one.")
    parent: str | None
    depth: int
    colour: str | None
    status: str | None = Field(description="“retired”, or null while it is in use.")
    origin: str | None = Field(description="“deductive”, “inductive” or “in vivo”.")
    codable: bool = Field(description="Whether passages can be coded with it; else a heading.")
    framework: str | None
    definition: str | None
    includes: str | None
    excludes: str | None
    example: str | None
    citation: str | None
    merged: list[str] = Field(description="The names of codes that were merged into this one.")
    counts: CodeCounts


class Codebook(BaseModel):
    """All codes in the order of the codebook, parents before children."""

    codes: list[CodeRow]
    interviewed: int = Field(description="Of how many participants the counts are.")
    sites: int = Field(description="Of how many cases the counts are.")


class Touched(BaseModel):
    """What a change of a code and those below it would touch."""

    codings: int
    passages: int
    sources: int
    coders: int
    subcodes: int


class CodePage(CodeRow):
    """One code, whole."""

    first_incident: SourcePassage | None
    touch: Touched
    split_into: list[str]
    late_codings: list[str] = Field(description="Codings still on a code that was split.")


class MergePreview(Touched):
    """What a merge would touch."""

    already_there: int = Field(
        description="Codings that the other code has on the same passage by the same coder."
    )


class CodeSays(Asked):
    """What a code says of itself; what is left out stays."""

    colour: Annotated[str, Field(max_length=20)] | None = None
    definition: AText | None = None
    includes: AText | None = None
    excludes: AText | None = None
    example: AText | None = None
    origin: Annotated[str, Field(max_length=40)] | None = None
    citation: AText | None = None
    codable: bool | None = Field(
        default=None, description="False for a heading, with which no passage is coded."
    )


class NewCode(CodeSays):
    """A new code, last below its parent, or at the top."""

    name: AName
    parent: IdText | None = None


class CodeWas(CodeSays):
    """What the page showed of the fields that it changes."""

    name: Annotated[str, Field(max_length=500)] | None = None


class CodeChange(CodeSays):
    """Changes of a code; null clears (but not the name)."""

    name: AName | None = None
    was: CodeWas | None = None


class CodeMove(Asked):
    """Where a code goes: last below a parent (null: at the top), or right before a sibling."""

    parent: IdText | None
    before: IdText | None = None


class CodeMerge(Asked):
    """Into which code."""

    into: IdText


class CodePart(Asked):
    """One of the codes that a code is split into, with the codings that it takes."""

    name: AName
    codings: list[IdText] = Field(max_length=100_000)


class CodeSplit(Asked):
    """The codes that a code is split into."""

    parts: list[CodePart] = Field(max_length=100)


class NewCodeNamed(Asked):
    """A new code by its name, below a parent or at the top."""

    name: AName
    parent: IdText | None = None


class CodeDecision(PassagePlace):
    """What comparing a passage with a code came to."""

    decision: Literal["same", "new_code", "split", "redefine"]
    text: AText = Field(default="", description="What the memo of it says.")
    new_code: NewCodeNamed | None = Field(
        default=None,
        description="With new_code and split. Without a parent the new code stands beside the "
        "old one (new_code) or below it (split).",
    )
    definition: AText | None = Field(default=None, description="With redefine.")


def code_row(tree: CodeTree, code: Code, counts: CodeCount) -> CodeRow:
    """A code as the codebook has it."""
    path = tree.path_of(code.id)
    return CodeRow(
        id=code.id,
        name=code.name or "",
        path=list(path),
        parent=tree.parent_of(code),
        depth=len(path) - 1,
        colour=code.colour,
        status=code.status,
        origin=code.origin,
        codable=code.codable is not False,
        framework=code.framework,
        definition=code.definition,
        includes=code.includes,
        excludes=code.excludes,
        example=code.example,
        citation=code.citation,
        merged=list(tree.merged_names(code.id)),
        counts=CodeCounts(
            participants=counts.participants,
            cases=counts.cases,
            sources=counts.sources,
            passages=counts.passages,
            codings=counts.codings,
        ),
    )


def touched(touch: CodeTouch) -> Touched:
    """What a change would touch."""
    return Touched(
        codings=touch.codings,
        passages=touch.passages,
        sources=touch.sources,
        coders=touch.coders,
        subcodes=touch.subcodes,
    )


def merge_preview(preview: Merging) -> MergePreview:
    """What a merge would touch."""
    return MergePreview(**touched(preview.touch).model_dump(), already_there=preview.already_there)
