"""Nouns whose verbs arrive with their own parts of the workbench.

They are stored, merged, shown and undone like all others from the first day, so that a study
written by a later crosscase keeps them here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crosscase.model.fields import FieldType, stored
from crosscase.model.ids import Id
from crosscase.model.nouns import Noun

__all__ = ["Finding"]

T = FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Noun):
    """A claim and the queries that support it."""

    statement: str | None = stored(2, T.BLOB)
    domain: Id | None = stored(3, T.REFERENCE)
    author: Id | None = stored(4, T.REFERENCE)
    status: str | None = stored(5, T.TEXT)
    checks: Any = stored(6, T.PLAIN)
