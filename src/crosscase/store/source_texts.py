"""The current text of a source, as coding needs it: its revision, its length, its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crosscase.errors import NotFound
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.store.texts import current_text

__all__ = ["SourceText", "source_text"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """Where new passages of a source are made; the words are read only when they are needed."""

    revision: Id
    chars: int
    words: Callable[[], str]


def source_text(reading: Reading, source: Source) -> SourceText:
    """The current text of a source; NotFound when it has none (media without a transcript)."""
    row = reading.row(source.id)
    found = (
        reading.file.driver()
        .execute(
            "SELECT e.id, t.chars FROM source_text t JOIN entity e ON e.row = t.revision "
            "WHERE t.source = ?",
            (row,),
        )
        .fetchone()
    )
    if found is None or row is None:
        raise NotFound(f"“{source.name}” has no text.", slug="no-text")
    from crosscase.model.ids import id_of_bytes

    def words() -> str:
        return current_text(reading.file, reading.connection, row) or ""

    return SourceText(id_of_bytes(found[0]), found[1], words)
