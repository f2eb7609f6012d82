"""Passages that memos and evidence name, carried to the current text of their source."""

from __future__ import annotations

from typing import Literal, NamedTuple

from crosscase.coding.coding_rules import place_of_passage
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Revision
from crosscase.store.session import Reading
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.texts import current_text

__all__ = ["CurrentPassage", "CurrentTexts", "PassageAsked", "passage_of"]

PassageAsked = tuple[str, str] | tuple[str, int, int]


class CurrentPassage(NamedTuple):
    """Where a passage lies in its source's current text, and the words there."""

    source: Id
    source_name: str
    start_char: int
    end_char: int
    standing: Literal["kept", "touched", "lost"]
    text: str


def passage_of(reading: Reading, asked: PassageAsked) -> tuple[Id, Passage]:
    """The passage that is meant by (source, quote) or (source, start_char, end_char)."""
    source = find_source(reading, asked[0])
    text = source_text(reading, source)
    if len(asked) == 2:
        start, end = place_of_passage(text, source.name, None, None, asked[1])
    else:
        start, end = place_of_passage(text, source.name, asked[1], asked[2])
    return source.id, Passage(text.revision, start, end)


class CurrentTexts:
    """Carries passages of many sources; each source's revisions and words are read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[Id, tuple[str, str]] = {}
        self._spans = SpanCarrier(reading.file, reading.connection)

    def carry(self, passage: Passage) -> CurrentPassage:
        """Where a passage lies now."""
        source = self._reading.get(Revision, passage.revision).source
        name, text = self._read(source)
        row, revision = self._reading.row(source), self._reading.row(passage.revision)
        assert row is not None  # its revision names it
        if revision is None:
            return CurrentPassage(source, name, 0, 0, "lost", "")
        at = self._spans.span(row, revision, passage.start_char, passage.end_char)
        end = min(at.end_char, len(text))
        start = min(at.start_char, end)
        standing = "lost" if start == end else at.standing
        return CurrentPassage(source, name, start, end, standing, text[start:end])

    def words(self, source: Id, start_char: int = 0, end_char: int | None = None) -> str:
        """The words at a place of a source's current text."""
        return self._read(source)[1][start_char:end_char]

    def _read(self, source: Id) -> tuple[str, str]:
        """The name and the current text of a source, read once."""
        if source not in self._known:
            row = self._reading.row(source)
            assert row is not None  # its revision names it
            name = find_source(self._reading, source).name if self._shows(row) else ""
            words = current_text(self._reading.file, self._reading.connection, row) or ""
            self._known[source] = name, words
        return self._known[source]

    def _shows(self, row: int) -> bool:
        return row in self._reading.showing()
