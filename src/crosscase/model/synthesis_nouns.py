"""The nouns of cross-case analysis: what people judged and wrote on top of the coding.

The numbers are what the log holds and never change their meaning (see `crosscase.model.nouns`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crosscase.model.fields import FieldType, stored
from crosscase.model.ids import Id
from crosscase.model.nouns import Noun

__all__ = ["Analysis", "Cell", "DominanceJudgement", "Grid", "Judgement", "Wave"]

T = FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Noun):
    """A framework-matrix summary of one row and one column; its quotes are evidence.

    ``state`` is charted or no data as a person said; that a cell is stale is computed, from
    ``seen``: a digest of the codings beneath it when it was written.
    """

    subject: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    column: Id = stored(3, T.REFERENCE, stands_on=True)
    summary: str | None = stored(4, T.BLOB)
    author: Id | None = stored(5, T.REFERENCE)
    state: str | None = stored(6, T.TEXT)
    seen: str | None = stored(7, T.TEXT)
    wave: Id | None = stored(8, T.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(Noun):
    """A grid of headings in which people judge, such as policy streams by levels.

    ``rows`` and ``columns`` are lists of {key, name, description}; ``statuses`` the ordered
    answers that a judgement may give, as {key, name}. ``case_kind``: judged for each case of
    that kind, else once for the study.
    """

    name: str = stored(2, T.TEXT)
    description: str | None = stored(3, T.TEXT)
    rows: Any = stored(4, T.PLAIN)
    columns: Any = stored(5, T.PLAIN)
    statuses: Any = stored(6, T.PLAIN)
    citation: str | None = stored(7, T.TEXT)
    case_kind: str | None = stored(8, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Noun):
    """One rater's judgement of one cell of a grid; its passages for and against are evidence."""

    grid: Id = stored(2, T.REFERENCE, stands_on=True)
    grid_row: str = stored(3, T.TEXT)
    grid_column: str = stored(4, T.TEXT)
    case: Id | None = stored(5, T.REFERENCE)
    wave: Id | None = stored(6, T.REFERENCE)
    rater: Id | None = stored(7, T.REFERENCE)
    status: str | None = stored(8, T.TEXT)
    reason: str | None = stored(9, T.BLOB)


@dataclass(frozen=True, slots=True, kw_only=True)
class DominanceJudgement(Noun):
    """A named analyst's word on whether a cause dominates, with the conditions as they stood."""

    cause: Id = stored(2, T.REFERENCE, stands_on=True)
    verdict: str | None = stored(3, T.TEXT)
    judge: Id | None = stored(4, T.REFERENCE)
    reason: str | None = stored(5, T.BLOB)
    conditions: Any = stored(6, T.PLAIN)
    heads: str | None = stored(7, T.TEXT)
    wave: Id | None = stored(8, T.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave(Noun):
    """A round of fieldwork: the sources whose day lies in it belong to it."""

    name: str = stored(2, T.TEXT)
    start_day: str | None = stored(3, T.TEXT)
    end_day: str | None = stored(4, T.TEXT)
    description: str | None = stored(5, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis(Noun):
    """The stored definition of an analysis, such as the conditions of a QCA, to run it again."""

    name: str = stored(2, T.TEXT)
    analysis_kind: str = stored(3, T.TEXT)
    definition: Any = stored(4, T.PLAIN)
    description: str | None = stored(5, T.TEXT)
