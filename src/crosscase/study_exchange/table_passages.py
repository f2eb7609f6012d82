"""Passages of things as cells: where they lie in the text as it is now, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscase.model.fields import Passage
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.nouns import Revision, Source
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.texts import current_text

__all__ = ["Passages"]


class _Place(NamedTuple):
    """A stretch of the current text of a source; nothing where it cannot be told."""

    source: Id | None = None
    source_name: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    text: str | None = None


_NOWHERE = _Place()


class Passages:
    """Tells where passages lie; each text is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sources = {each.id: each for each in reading.all(Source)}
        self._source_of = {each.id: each.source for each in reading.all(Revision)}
        self._carrier = SpanCarrier(reading.file, reading.connection)
        self._texts: dict[Id, str] = {}

    def columns(
        self, name: str, passages: Sequence[Passage | None], *, named: bool
    ) -> dict[str, list[str | int | float | bool | None]]:
        """The columns of a field of passages; ``named``: with the source that they lie in."""
        revisions = {each.revision for each in passages if each is not None}
        wanted = revisions | {self._source_of[each] for each in revisions & set(self._source_of)}
        rows = self._reading.file.rows_of_ids(self._reading.connection, map(bytes_of_id, wanted))
        at = {id_: rows[bytes_of_id(id_)] for id_ in wanted if bytes_of_id(id_) in rows}
        places = [_NOWHERE if each is None else self._place(each, at) for each in passages]
        told = _Place._fields if named else _Place._fields[2:]
        return {f"{name}_{part}": [getattr(each, part) for each in places] for part in told}

    def _place(self, passage: Passage, rows: dict[Id, int]) -> _Place:
        source = self._sources.get(self._source_of.get(passage.revision, ""))
        if source is None or source.id not in rows or passage.revision not in rows:
            return _NOWHERE
        span = self._carrier.span(
            rows[source.id], rows[passage.revision], passage.start_char, passage.end_char
        )
        if span.standing == "lost":
            return _Place(source.id, source.name)
        if source.id not in self._texts:
            self._texts[source.id] = (
                current_text(self._reading.file, self._reading.connection, rows[source.id]) or ""
            )
        words = self._texts[source.id][span.start_char : span.end_char]
        return _Place(source.id, source.name, span.start_char, span.end_char, words)
