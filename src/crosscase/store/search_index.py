"""The full-text index: our tokens in FTS5, one row for a few whole turns of a source.

The index only narrows; ``query/text_match.py`` decides what a match is. This SQLite's
contentless tables cannot delete by row, so old tokens are computed again and taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from crosscase.model.words import index_tokens
from crosscase.store.stems import stemmer_for
from crosscase.store.study_file import StudyFile

__all__ = ["PARTS_PER_SOURCE", "add_source", "clear_deleted_words", "parts_of", "remove_source"]

_PART_CHARS = 4_000
PARTS_PER_SOURCE = 1 << 21


def parts_of(turns: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Cut a text into parts of whole turns (start_char, end_char), some 4,000 characters each."""
    parts: list[tuple[int, int]] = []
    start = 0
    for turn_start, turn_end in turns:
        if turn_end - start > _PART_CHARS and turn_start > start:
            parts.append((start, turn_start))
            start = turn_start
    if start < length:
        parts.append((start, length))
    return parts


def add_source(
    file: StudyFile,
    connection: Connection,
    source: int,
    text: str,
    turns: Sequence[tuple[int, int]],
    language: str | None,
) -> None:
    """Index the current text of a source."""
    stem = stemmer_for(language)
    rows, tokens = [], []
    for number, (start, end) in enumerate(parts_of(turns, len(text))):
        row = source * PARTS_PER_SOURCE + number
        words, stems = index_tokens(text[start:end], stem)
        rows.append((row, source, start, end))
        tokens.append((row, words, stems))
    raw = file.driver()
    raw.executemany(
        "INSERT INTO search_part (row, source, start_char, end_char) VALUES (?, ?, ?, ?)", rows
    )
    raw.executemany("INSERT INTO search_index (rowid, words, stems) VALUES (?, ?, ?)", tokens)


def remove_source(
    file: StudyFile, connection: Connection, source: int, text: str, language: str | None
) -> None:
    """Take a source out of the index, by the text and language it was put in with."""
    stem = stemmer_for(language)
    raw = file.driver()
    rows = raw.execute(
        "SELECT row, start_char, end_char FROM search_part WHERE source = ?", (source,)
    ).fetchall()
    for row, start, end in rows:
        words, stems = index_tokens(text[start:end], stem)
        raw.execute(
            "INSERT INTO search_index (search_index, rowid, words, stems) "
            "VALUES ('delete', ?, ?, ?)",
            (row, words, stems),
        )
    raw.execute("DELETE FROM search_part WHERE source = ?", (source,))


def clear_deleted_words(file: StudyFile, connection: Connection) -> None:
    """Write the index anew, so that words taken out are nowhere in the file."""
    file.driver().execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
