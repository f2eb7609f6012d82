"""Where a text term matches: the index says where to look, the matcher decides in each turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import numpy as np

from crosscase.query.expression import TextTerm
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import Mask, StudyView, study_view
from crosscase.query.text_match import TextMatcher, compile_text_term
from crosscase.store.search_reading import matching_parts, part_spans, sources_of_parts
from crosscase.store.session import Reading
from crosscase.store.stems import stemmer_for
from crosscase.store.texts import current_text

__all__ = ["PartsBySource", "text_places"]

PartsBySource: TypeAlias = dict[int, list[int]]
"""The search parts that hold what the index was asked for, by source row."""


def text_places(
    reading: Reading,
    term: TextTerm,
    allowed: Mask | None = None,
    parts_found: dict[str, PartsBySource] | None = None,
) -> Intervals:
    """The places where a term matches; texts are read one by one.

    Args:
        reading: the study.
        term: what is looked for.
        allowed: which turns (rows of the turn columns) are looked into; None: all.
        parts_found: what the index said before, for a question that asks it again.
    """
    view = study_view(reading)
    matchers = _matchers(view, term)
    candidates = _candidates(reading, view, matchers, {} if parts_found is None else parts_found)
    if allowed is not None:
        with_turns = set(np.unique(view.turns.source[allowed]).tolist())
        candidates = {row: parts for row, parts in candidates.items() if row in with_turns}
    rows: list[tuple[int, int, int]] = []
    for source, parts in candidates.items():
        matcher = matchers[view.texts[source].language]
        spans = _turns_to_search(reading, view, source, parts, allowed)
        if spans:
            text = current_text(reading.file, reading.connection, source) or ""
            rows += [(source, start, end) for start, end in _matches(matcher, text, spans)]
    columns = np.array(rows, np.int32).reshape(-1, 3)
    return Intervals(columns[:, 0], columns[:, 1], columns[:, 2])


def _matchers(view: StudyView, term: TextTerm) -> Mapping[str | None, TextMatcher]:
    """A matcher for each language of the sources; only stems make a difference between them."""
    languages = {facts.language for facts in view.texts.values()}
    if term.kind == "stem":
        return {each: compile_text_term(term, stemmer_for(each)) for each in languages}
    return dict.fromkeys(languages, compile_text_term(term, stemmer_for(None)))


def _candidates(
    reading: Reading,
    view: StudyView,
    matchers: Mapping[str | None, TextMatcher],
    parts_found: dict[str, PartsBySource],
) -> dict[int, list[int] | None]:
    """The sources to look into, each with the search parts to look at (None: all)."""
    found: dict[int, list[int] | None] = {}
    for language, matcher in matchers.items():
        rows = [row for row, facts in view.texts.items() if facts.language == language]
        asked = matcher.index_query()
        if asked is None:
            found.update(dict.fromkeys(rows))
            continue
        fts5 = asked.fts5()
        if fts5 not in parts_found:
            parts_found[fts5] = _parts_by_source(reading, fts5)
        hits = parts_found[fts5]
        found.update({row: hits[row] for row in rows if row in hits})
    return found


def _parts_by_source(reading: Reading, fts5: str) -> PartsBySource:
    parts = matching_parts(reading.file, fts5)
    sources, first = np.unique(sources_of_parts(parts), return_index=True)
    pieces = np.split(parts, first[1:]) if len(sources) else []
    return {int(source): piece.tolist() for source, piece in zip(sources, pieces, strict=True)}


def _turns_to_search(
    reading: Reading,
    view: StudyView,
    source: int,
    parts: list[int] | None,
    allowed: Mask | None,
) -> list[tuple[int, int]]:
    """Where the words of each turn lie that may hold a match."""
    turns, here = view.turns, view.turns.of_source(source)
    start, end = turns.speech_start_char[here], turns.end_char[here]
    keep = np.ones(len(start), bool) if allowed is None else allowed[here]
    if parts is not None:
        spans = part_spans(reading.file, source)
        in_part = np.zeros(len(start), bool)
        for part in parts:
            low, high = spans[part]
            in_part |= (turns.start_char[here] < high) & (end > low)
        keep = keep & in_part
    return list(zip(start[keep].tolist(), end[keep].tolist(), strict=True))


def _matches(
    matcher: TextMatcher, text: str, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Matches in words without the white space after them, so that ``$`` is their end."""
    find: Callable[[str], Iterator[tuple[int, int]]] = matcher.find
    return [
        (start + low, start + high)
        for start, end in spans
        for low, high in find(text[start:end].rstrip())
    ]
