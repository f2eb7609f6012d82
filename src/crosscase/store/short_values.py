"""What a field holds, as a short text that people can read: names for ids, words for passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscase.model.fields import FieldSpec, FieldType, KindSpec
from crosscase.model.kinds import KINDS
from crosscase.store.blobs import find_blob
from crosscase.store.case_table_words import tell_tables
from crosscase.store.entity_names import name_in_study
from crosscase.store.quarantine import is_withdrawn, quarantine, tells_of_withdrawn
from crosscase.store.quarantined_words import (
    HIDDEN_OF_A_CODE,
    codes_with_hidden_words,
    says_withdrawn_words,
)
from crosscase.store.search_reading import text_facts
from crosscase.store.session import Reading
from crosscase.store.texts import current_text, revision_nodes, text_of_revision

__all__ = ["ShortValues"]

_MOST_CHARS = 300
_CODE = KINDS["code"]
_TABLE = "table"  # of frames and selections: cases in a form for programs
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
                if self._is_withdrawn(bytes(wire[0])):
                    return "words of a withdrawn source"
                return _short(self._text(bytes(wire[0]))[wire[1] : wire[2]])
            case FieldType.VALUE:
                return _short(str(wire[1]))
            case FieldType.BLOB if spec.name == _TABLE:
                return self._tables([wire])[0]
            case FieldType.BLOB:
                return self._blob(bytes(wire))
            case FieldType.PLAIN if isinstance(wire, list):
                return _short(", ".join(_part(each) for each in wire))
            case _:
                return _short(str(wire))

    def tell_rivals(self, spec: FieldSpec, wires: Sequence[Any]) -> list[str | None]:
        """Values that stand against each other, told so that they can be told apart."""
        if spec.name == _TABLE:
            return self._tables(wires)
        return [self.tell(spec, wire) for wire in wires]

    def tell_field(self, kind: KindSpec, entity: bytes, spec: FieldSpec, wire: Any) -> str | None:
        """The same of one field of one thing; None of what a withdrawal hides."""
        return None if self.is_hidden(kind, entity, spec, wire) else self.tell(spec, wire)

    def is_hidden(self, kind: KindSpec, entity: bytes, spec: FieldSpec, wire: Any) -> bool:
        """Whether a field holds words of a withdrawn person, or the thing is withdrawn."""
        file, connection = self._reading.file, self._reading.connection
        if not quarantine(file):
            return False
        row = file.rows_of_ids(connection, [entity]).get(entity)
        if row is not None and is_withdrawn(file, connection, row):
            return True
        if tells_of_withdrawn(file, connection, kind, spec.number, wire):
            return True
        if kind is not _CODE or spec.name not in HIDDEN_OF_A_CODE or wire is None:
            return False
        if row in codes_with_hidden_words(file, connection):
            return True
        if spec.type is FieldType.PASSAGE:
            return self._is_withdrawn(bytes(wire[0]))
        return says_withdrawn_words(file, connection, str(wire))

    def _is_withdrawn(self, entity: bytes) -> bool:
        held = quarantine(self._reading.file)
        if not held:
            return False
        rows = self._reading.file.rows_of_ids(self._reading.connection, [entity])
        return rows.get(entity, 0) in held

    def _tables(self, wires: Sequence[Any]) -> list[str | None]:
        """Tables of cases by size and difference; None of one that is not there."""
        file, connection = self._reading.file, self._reading.connection
        held = [None if each is None else find_blob(file, connection, bytes(each))
                for each in wires]  # fmt: skip
        told = iter(tell_tables([data for data in held if data is not None]))
        return [None if data is None else next(told) for data in held]

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


def _part(part: Any) -> str:
    """One of several things that a field lists: by its name, where it has one."""
    return str(part.get("name", part)) if isinstance(part, dict) else str(part)


def _short(text: str) -> str:
    tidy = text.strip()
    return tidy if len(tidy) <= _MOST_CHARS else tidy[: _MOST_CHARS - 1] + "…"
