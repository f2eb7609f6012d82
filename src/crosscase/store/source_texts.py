"""The current text of a source, as coding needs it: its revision, its length, its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crosscase.errors import NotFound
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.store.texts import current_text, revision_nodes, text_of_revision

__all__ = ["SourceText", "source_text", "text_as_of", "texts_of_revisions"]


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

    def words() -> str:
        return current_text(reading.file, reading.connection, row) or ""

    return SourceText(id_of_bytes(found[0]), found[1], words)


def text_as_of(reading: Reading, source: Id, revision: Id) -> str | None:
    """The words of a source in one of its revisions; None when that does not stand."""
    rows = reading.row(source), reading.row(revision)
    if rows[0] is None or rows[1] is None:
        return None
    nodes = revision_nodes(reading.file, reading.connection, rows[0])
    if rows[1] not in nodes:
        return None
    return text_of_revision(reading.file, reading.connection, nodes, rows[1])[0]


def texts_of_revisions(reading: Reading, source: Id) -> dict[Id, str]:
    """The words of a source in each of its revisions, the first one first."""
    row = reading.row(source)
    if row is None:
        return {}
    nodes = revision_nodes(reading.file, reading.connection, row)
    ids = reading.file.ids_of_rows(reading.connection, nodes)
    return {
        id_of_bytes(ids[each]): text_of_revision(reading.file, reading.connection, nodes, each)[0]
        for each in sorted(nodes)
    }
