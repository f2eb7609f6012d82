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

__all__ = ["Activity", "Cell", "Consent", "Finding", "Guide"]

T = FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Noun):
    """One version of an interview guide, with its topics and questions."""

    name: str = stored(2, T.TEXT)
    version: str | None = stored(3, T.TEXT)
    topics: Any = stored(4, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Noun):
    """An interview, an observed meeting or a document request."""

    name: str = stored(2, T.TEXT)
    activity_kind: str = stored(3, T.TEXT)
    day: str | None = stored(4, T.TEXT)
    source: Id | None = stored(5, T.REFERENCE)
    guide: Id | None = stored(6, T.REFERENCE)
    note: str | None = stored(7, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Noun):
    """What a participant agreed to, in which version, and whether it was withdrawn."""

    participant: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    version: str | None = stored(3, T.TEXT)
    day: str | None = stored(4, T.TEXT)
    scope: Any = stored(5, T.PLAIN)
    withdrawn_day: str | None = stored(6, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Noun):
    """A claim and the queries that support it."""

    statement: str | None = stored(2, T.BLOB)
    domain: Id | None = stored(3, T.REFERENCE)
    author: Id | None = stored(4, T.REFERENCE)
    status: str | None = stored(5, T.TEXT)
    checks: Any = stored(6, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Noun):
    """A framework-matrix summary of one row and one column; its quotes are evidence."""

    subject: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    column: Id = stored(3, T.REFERENCE, stands_on=True)
    summary: str | None = stored(4, T.BLOB)
    author: Id | None = stored(5, T.REFERENCE)
    state: str | None = stored(6, T.TEXT)
