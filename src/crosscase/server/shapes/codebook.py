"""The codebook as a file."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from crosscase.server.shapes.saved import Saved

__all__ = ["CodebookFormat", "CodebookImported"]

CodebookFormat = Literal["csv", "xlsx", "yaml", "md"]


class CodebookImported(BaseModel):
    """What an import of a codebook did, or would do, in codes; ``saved`` is null on a dry run."""

    made: int
    updated: int
    unchanged: int
    saved: Saved | None
