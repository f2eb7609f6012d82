"""Quotes behind the cells of a table: numbered, with who says them, where, and how to get there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import numpy as np

from crosscase.coding.links import LinkEvidence
from crosscase.model.ids import Id
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import distinct_places, study_view
from crosscase.report.quoted_table import TableQuote
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

__all__ = ["QuotedIn", "passage_address", "places_of", "told_quotes"]


class QuotedIn(NamedTuple):
    """A passage behind a cell, with the names of its row and column."""

    row: str
    column: str
    evidence: LinkEvidence


def told_quotes(
    reading: Reading,
    quoted: Sequence[QuotedIn],
    address: str | None,
    kinds: Mapping[Id, str] | None = None,
) -> tuple[TableQuote, ...]:
    """The quotes with their numbers, in the order given; those whose words are gone are left out.

    ``address`` is that of the desk; ``kinds`` says what sort of source each is.
    """
    there = [each for each in quoted if each.evidence.passage.standing != "lost"]
    found = _found(reading, [each.evidence for each in there])
    told = []
    for number, each in enumerate(there, 1):
        passage = each.evidence.passage
        known = found[passage.source, passage.start_char, passage.end_char]
        told.append(
            TableQuote(
                number,
                each.row,
                each.column,
                known.text,
                ", ".join(known.participants or known.speakers),
                known.source,
                _place(known),
                passage_address(address, passage.source, passage.start_char, passage.end_char),
                each.evidence.against,
                None if kinds is None else kinds.get(passage.source),
            )
        )
    return tuple(told)


def places_of(evidence: Iterable[LinkEvidence]) -> set[tuple[Id, int, int]]:
    """Where these passages lie, as an export is checked for them."""
    return {
        (each.passage.source, each.passage.start_char, each.passage.end_char)
        for each in evidence
        if each.passage.standing != "lost"
    }


def passage_address(desk: str | None, source: Id, start: int, end: int) -> str | None:
    """Where a passage is read at a desk; None where its address is not known."""
    if desk is None:
        return None
    return f"{desk.rstrip('/')}/sources/{source}?{urlencode({'at': f'{start}-{end}'})}"


def _found(
    reading: Reading, evidence: Sequence[LinkEvidence]
) -> dict[tuple[Id, int, int], FoundPassage]:
    view = study_view(reading)
    places = places_of(evidence)
    listed = [(view.rows[source], start, end) for source, start, end in places]
    columns = np.array(listed, np.int32).reshape(-1, 3).T
    ordered = distinct_places(view, Intervals(*columns))
    nothing = coding_columns(reading.file, reading.connection)
    nothing = nothing.take(np.zeros(len(nothing), bool))
    return {
        (each.source_id, each.start_char, each.end_char): each
        for each in found_passages(reading, ordered, nothing)
    }


def _place(passage: FoundPassage) -> str:
    told = []
    if passage.page is not None:
        told.append(f"page {passage.page:,}")
    if passage.turn is not None:
        told.append(f"turn {passage.turn:,}")
    return ", ".join(told) or f"characters {passage.start_char:,}-{passage.end_char:,}"
