"""What a field holds, as a short text that people can read: names for ids, words for passages."""

from __future__ import annotations

from typing import Any

from crosscase.model.fields import FieldSpec, FieldType
from crosscase.store.blobs import find_blob
from crosscase.store.entity_names import name_in_study
from crosscase.store.search_reading import text_facts
from crosscase.store.session import Reading
from crosscase.store.texts import current_text, revision_nodes, text_of_revision

__all__ = ["ShortValues"]

_MOST_CHARS = 300
# What would say nothing to a person: hashes, layouts, what another program said.
_UNTOLD = {"foreign", "layout", "edits", "replaced", "file_hash", "original", "settles", "target"}


class ShortValues:
    """Tells values; each text that passages lie in is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._name_of = name_in_study(reading)
        self._texts: dict[bytes, str] = {}

    def is_told(self, spec: FieldSpec) -> bool:
        """Whether a person learns anything from this field."""
        return spec.name not in _UNTOLD

    def tell(self, spec: FieldSpec, wire: Any) -> str | None:
        """A wire value as a text; None where nothing stands."""
        if wire is None:
            return None
        match spec.type:
            case FieldType.TRUTH:
                return "yes" if wire else "no"
            case FieldType.REFERENCE:
                return self._name_of(bytes(wire))
            case FieldType.REFERENCES | FieldType.ENDS:
                return ", ".join(self._name_of(bytes(each)) for each in wire)
            case FieldType.PLACE:
                return "at the top" if wire[0] is None else f"below {self._name_of(bytes(wire[0]))}"
            case FieldType.PASSAGE:
                return _short(self._text(bytes(wire[0]))[wire[1] : wire[2]])
            case FieldType.VALUE:
                return _short(str(wire[1]))
            case FieldType.BLOB:
                return self._blob(bytes(wire))
            case FieldType.PLAIN if isinstance(wire, list):
                return _short(", ".join(str(each) for each in wire))
            case _:
                return _short(str(wire))

    def _blob(self, name: bytes) -> str | None:
        data = find_blob(self._reading.file, self._reading.connection, name)
        return None if data is None else _short(data.decode("utf-8", "replace"))

    def _text(self, revision: bytes) -> str:
        """The text of one revision; empty where it does not stand any more."""
        if revision not in self._texts:
            self._texts[revision] = self._read(revision)
        return self._texts[revision]

    def _read(self, revision: bytes) -> str:
        file, connection = self._reading.file, self._reading.connection
        row = file.rows_of_ids(connection, [revision]).get(revision)
        line = (
            file.driver()
            .execute("SELECT source FROM state_revision WHERE row = ?", (row,))
            .fetchone()
        )
        if row is None or line is None or line[0] is None:
            return ""
        facts = text_facts(file, connection).get(line[0])
        if facts is not None and facts.revision == row:
            return current_text(file, connection, line[0]) or ""
        revisions = revision_nodes(file, connection, line[0])
        return text_of_revision(file, connection, revisions, row)[0] if row in revisions else ""


def _short(text: str) -> str:
    tidy = text.strip()
    return tidy if len(tidy) <= _MOST_CHARS else tidy[: _MOST_CHARS - 1] + "…"
