"""Memos: in one list, alone, and what is written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.coding.memos import ToldMemo
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.places import PassagePlace, SourcePassage, source_passage
from crosscase.server.shapes.wording import AName, AText

__all__ = ["MemoChange", "MemoKind", "MemoRow", "NewMemo", "memo_row"]

MemoKind = Literal["analytic", "methodological", "reflexive", "summary"]


class MemoAbout(BaseModel):
    """What a memo is about; a coding goes by the name of its code."""

    kind: str
    id: str
    name: str


class MemoRow(BaseModel):
    """One memo."""

    id: str
    title: str
    kind: str | None
    author_id: str | None
    author: str | None
    about: MemoAbout | None
    passage: SourcePassage | None
    text: str
    begun_ms: int
    changed_ms: int


class NewMemo(Asked):
    """A memo, about anything (by its id), about a passage, or about nothing yet."""

    title: AName
    text: AText = ""
    kind: MemoKind = "analytic"
    about: IdText | None = None
    passage: PassagePlace | None = None


class MemoWas(Asked):
    """What the page showed of the fields that it changes."""

    title: Annotated[str, Field(max_length=500)] | None = None
    text: AText | None = None
    kind: Annotated[str, Field(max_length=40)] | None = None
    about: IdText | None = None


class MemoChange(Asked):
    """Changes of a memo; what is left out stays."""

    title: AName | None = None
    text: AText | None = None
    kind: MemoKind | None = None
    about: IdText | None = Field(
        default=None, description="What it hangs on; null: on nothing, and on no passage."
    )
    was: MemoWas | None = None


def memo_row(told: ToldMemo) -> MemoRow:
    """A memo as an answer has it."""
    memo, about = told.memo, told.about
    return MemoRow(
        id=memo.id,
        title=memo.title or "",
        kind=memo.memo_kind,
        author_id=memo.author,
        author=told.author,
        about=None if about is None else MemoAbout(kind=about.kind, id=about.id, name=about.name),
        passage=source_passage(told.passage),
        text=told.text,
        begun_ms=told.times.begun_ms,
        changed_ms=told.times.changed_ms,
    )
