"""Everything that can be reached by its name."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

__all__ = ["NameList", "NameRow", "NamedKind"]

NamedKind = Literal[
    "source", "code", "case", "memo", "query", "set", "coder", "frame", "selection", "finding"
]


class NameRow(BaseModel):
    """One thing by its name."""

    kind: NamedKind
    id: str
    name: str
    detail: str | None = Field(description="What tells it apart: a code's path, a case's kind.")
    colour: str | None


class NameList(BaseModel):
    """All names, kind by kind."""

    names: list[NameRow]
