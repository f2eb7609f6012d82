"""Where places in texts lie now: after corrections in the study, and by this import."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.model.edits import Edit, carry_span
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Revision
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier

__all__ = ["CarriedPlaces"]


class CarriedPlaces:
    """Carries passages of any revision to the text that a source will have."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._carrier = SpanCarrier(reading.file, reading.connection)
        self._rows: dict[Id, int | None] = {}
        self._corrected = {each.source for each in reading.all(Revision) if each.parent is not None}
        self._edits: dict[Id, tuple[Id, Sequence[Edit]]] = {}

    def correct(self, source: Id, revision: Id, edits: Sequence[Edit]) -> None:
        """This import makes a revision with these edits over the current text."""
        self._corrected.add(source)
        self._edits[source] = revision, edits

    def is_corrected(self, source: Id) -> bool:
        """Whether places of different revisions have to be carried before they are compared."""
        return source in self._corrected

    def span(self, source: Id, passage: Passage) -> tuple[int, int]:
        """Where a passage lies in the text that the source will have."""
        start, end = passage.start_char, passage.end_char
        planned = self._edits.get(source)
        if not self.is_corrected(source) or (planned and planned[0] == passage.revision):
            return start, end
        rows = [self._row(source), self._row(passage.revision)]
        if rows[0] is not None and rows[1] is not None:
            at = self._carrier.span(rows[0], rows[1], start, end)
            start, end = at.start_char, at.end_char
        if planned is not None:
            carried = carry_span(start, end, planned[1])
            start, end = carried.start_char, carried.end_char
        return start, end

    def _row(self, id_: Id) -> int | None:
        if id_ not in self._rows:
            self._rows[id_] = self._reading.row(id_)
        return self._rows[id_]
