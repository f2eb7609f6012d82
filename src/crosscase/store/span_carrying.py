"""Carrying spans made on any revision to the current text of their source."""

from __future__ import annotations

from sqlalchemy import Connection

from crosscase.log.revisions import RevisionNode, SpanMap, first_missing
from crosscase.model.edits import CarriedSpan
from crosscase.store.study_file import StudyFile

__all__ = ["SpanCarrier"]

_LOST = CarriedSpan(0, 0, "lost")


class SpanCarrier:
    """Carries spans to the current text of their source, cut to that text's length."""

    def __init__(self, file: StudyFile, connection: Connection) -> None:
        self._file, self._connection = file, connection
        self._known: dict[int, tuple[int, int] | None] = {}
        self._nodes: dict[int, dict[int, RevisionNode]] = {}
        self._maps: dict[int, SpanMap] = {}
        self._whole: set[int] = set()  # the revisions of which all those above are known

    def span(self, source: int, revision: int, start: int, end: int) -> CarriedSpan:
        """Where a span of one revision (entity rows, code points) lies now."""
        if source not in self._known:
            self._known[source] = self._look(source)
        known = self._known[source]
        if known is None:
            return _LOST
        current, length = known
        if revision == current:
            carried = CarriedSpan(start, end, "kept")
        else:
            carried = self._map(source, current, revision).carry(revision, start, end)
        if carried.end_char > length:  # rule spans-lie-in-their-text: cut after a merge
            start_char = min(carried.start_char, length)
            standing = "lost" if start_char == length else carried.standing
            return CarriedSpan(start_char, length, standing)
        return carried

    def length(self, source: int) -> int:
        """How many characters the current text of a source has; 0 without one."""
        if source not in self._known:
            self._known[source] = self._look(source)
        known = self._known[source]
        return 0 if known is None else known[1]

    def _look(self, source: int) -> tuple[int, int] | None:
        found = (
            self._file.driver()
            .execute("SELECT revision, chars FROM source_text WHERE source = ?", (source,))
            .fetchone()
        )
        return None if found is None else (found[0], found[1])

    def _map(self, source: int, current: int, revision: int) -> SpanMap:
        """The map of a source; it knows this revision and those above it as far as the log does."""
        from crosscase.store.texts import revision_nodes, undone_nodes

        if source not in self._maps:
            standing = revision_nodes(self._file, self._connection, source)
            self._nodes[source] = {key: each.node for key, each in standing.items()}
            self._maps[source] = SpanMap(self._nodes[source], current)
        nodes = self._nodes[source]
        if revision not in self._whole:
            self._whole.add(revision)
            # A correction may stand while one that it was made on is undone.
            missing = first_missing(nodes, revision)
            while missing is not None:
                found = undone_nodes(self._file, self._connection, source, missing, nodes)
                if missing not in found:
                    break  # purged
                nodes.update(found)
                missing = first_missing(nodes, revision)
        return self._maps[source]
