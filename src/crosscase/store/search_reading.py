"""Reading the search index, and what a search needs to know of the texts it looks into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from crosscase.store.layout_bytes import layout_from_bytes
from crosscase.store.search_index import PARTS_PER_SOURCE
from crosscase.store.showing import SHOWING_KINDS, showing
from crosscase.store.study_file import StudyFile

__all__ = [
    "TextFacts",
    "matching_parts",
    "page_starts",
    "part_spans",
    "sources_of_parts",
    "text_facts",
]


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What is known of a source's current text without reading it; rows are entity rows."""

    revision: int
    chars: int
    words: int
    language: str | None


def text_facts(file: StudyFile, connection: Connection) -> Mapping[int, TextFacts]:
    """The current texts of all sources that show, by source row."""

    def read() -> dict[int, TextFacts]:
        shown = showing(file, connection)
        found = file.driver().execute(
            "SELECT source, revision, chars, words, language FROM source_text"
        )
        return {source: TextFacts(*facts) for source, *facts in found if source in shown}

    return file.remember("text facts", SHOWING_KINDS, read)


def matching_parts(file: StudyFile, fts5: str) -> npt.NDArray[np.int64]:
    """The rows of the search parts that hold what an FTS5 expression asks for, in order."""
    found = file.driver().execute(
        "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid", (fts5,)
    )
    return np.fromiter((row for (row,) in found), np.int64)


def sources_of_parts(parts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The source row of each search part."""
    return parts // PARTS_PER_SOURCE


def part_spans(file: StudyFile, source: int) -> dict[int, tuple[int, int]]:
    """Where each search part of a source lies, by its row."""
    found = file.driver().execute(
        "SELECT row, start_char, end_char FROM search_part WHERE source = ?", (source,)
    )
    return {row: (start, end) for row, start, end in found}


def page_starts(file: StudyFile, source: int) -> tuple[int, ...]:
    """Where the pages of a source's current text begin; empty when it has none."""
    found = (
        file.driver()
        .execute("SELECT layout FROM source_text WHERE source = ?", (source,))
        .fetchone()
    )
    return () if found is None or found[0] is None else layout_from_bytes(found[0]).page_starts
