"""By what withdrawn people are known: their names, those of their sources, and quotes of them.

What hangs on nothing of theirs and stands is left for a person to change. What was removed or
undone nobody can change, and the history still tells of it: where it names or quotes a withdrawn
person it is withdrawn as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from sqlalchemy import Connection

from crosscase.log.canonical import decode
from crosscase.log.records import Change
from crosscase.model.fields import FieldType, KindSpec
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.store.blobs import find_blob
from crosscase.store.changes import changes_of
from crosscase.store.state_tables import state_of
from crosscase.store.study_file import StudyFile

__all__ = ["WORD_BLOBS", "KnownBy", "known_by", "words_of_field"]

_CODE = KINDS["code"]
_IN_VIVO = "in vivo"
_NAMING = ("name", "file_name")
WORD_BLOBS = frozenset({
    ("memo", "text"), ("cell", "summary"), ("finding", "statement"), ("link", "mechanism"),
    ("judgement", "reason"), ("dominance", "reason"), ("check", "text"), ("quote", "words"),
    ("quote", "note"), ("claim", "sentence"),
})  # fmt: skip
# What has no words of its own, or is part of a source or person and goes with it; values are so
# many that only the history looks at them, one by one.
_NOT_LOOKED_AT = (
    "study", "coder", "operation", "purge", "withdrawal", "coding", "evidence", "set_member",
    "topic_turn", "revision", "speaker", "source", "attribute_value", "membership",
)  # fmt: skip
_LOOKED_AT = tuple(kind for kind in KINDS.values() if kind.name not in _NOT_LOOKED_AT)


class KnownBy:
    """The names and words that tell of withdrawn people."""

    def __init__(self, names: Iterable[str], texts: Iterable[str], quotes: SaidRuns) -> None:
        listed = sorted({" ".join(each.split()) for each in names} - {""}, key=len, reverse=True)
        spaced = "|".join(r"\s+".join(map(re.escape, each.split(" "))) for each in listed)
        self._names = re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE) if listed else None
        self._texts = [_folded(each) for each in texts]
        self._quotes = quotes

    def are_in(self, text: str) -> bool:
        """Whether a text names them or quotes them."""
        named = self._names is not None and self._names.search(text) is not None
        return named or self._quotes.are_in(text)

    def said(self, words: str) -> bool:
        """Whether these words stand in one of their sources."""
        wanted = _folded(words).strip(" \"'“”‘’.,;:…")
        return bool(wanted) and any(wanted in text for text in self._texts)

    def told_by(self, file: StudyFile, connection: Connection) -> frozenset[int]:
        """What was removed or undone and names or quotes them, by entity row."""
        rows = {
            row: kind
            for kind in _LOOKED_AT
            for (row,) in file.driver().execute(
                f"SELECT row FROM {state_of(kind).name} WHERE gone = 1 OR dropped = 1"
            )
        }
        return frozenset(
            row
            for row, changes in changes_of(file, connection, rows).items()
            if self._is_told(file, connection, rows[row], changes)
        )

    def _is_told(
        self, file: StudyFile, connection: Connection, kind: KindSpec, changes: Iterable[Change]
    ) -> bool:
        wires = [decode(each.fields) for each in changes if each.fields is not None]
        words = (each for wire in wires for each in _words(file, connection, kind, wire))
        return any(map(self.are_in, words)) or (kind is _CODE and self._is_in_vivo(wires))

    def _is_in_vivo(self, wires: Iterable[Mapping[int, Any]]) -> bool:
        held = {
            name: {wire.get(_CODE.by_name[name].number) for wire in wires}
            for name in ("origin", "name", "example")
        }
        is_in_vivo = any(str(each).casefold() == _IN_VIVO for each in held["origin"])
        names = held["name"] if is_in_vivo else set[Any]()
        return any(self.said(str(each)) for each in names | held["example"] if each)


def known_by(
    file: StudyFile, connection: Connection, people: Set[int], sources: Set[int]
) -> KnownBy:
    """By what these participants are known, to whom these sources belong (entity rows)."""
    from crosscase.store.own_turns import own_turns, texts_beside
    from crosscase.store.session import Reading
    from crosscase.store.texts import current_text

    reading = Reading(file, connection)
    turns = [turn for person in sorted(people) for turn in own_turns(reading, person, sources)]
    texts = (current_text(file, connection, source) for source in sorted(sources))
    names = _names(changes_of(file, connection, people | sources))
    quotes = SaidRuns(turns, lambda: texts_beside(reading, sources), QUOTED_WORDS)
    return KnownBy(names, [text for text in texts if text], quotes)


def words_of_field(
    file: StudyFile, connection: Connection, kind: KindSpec, number: int, value: object
) -> str:
    """What one field says in words; nothing where it holds none."""
    spec = kind.by_number.get(number)
    if spec is None or value is None:
        return ""
    if spec.type in (FieldType.TEXT, FieldType.PLAIN, FieldType.VALUE):
        return str(value)
    if (kind.name, spec.name) not in WORD_BLOBS or not isinstance(value, bytes):
        return ""
    data = find_blob(file, connection, value)
    return "" if data is None else data.decode("utf-8", "replace")


def _words(
    file: StudyFile, connection: Connection, kind: KindSpec, wire: Mapping[int, Any]
) -> Iterator[str]:
    said = (words_of_field(file, connection, kind, *pair) for pair in wire.items())
    return (each for each in said if each)


def _names(changes: Mapping[int, Iterable[Change]]) -> Iterator[str]:
    """All names that these ever had."""
    for each in (change for found in changes.values() for change in found):
        kind = KIND_OF_NUMBER.get(each.kind)
        if kind is None or each.fields is None:
            continue
        wire = decode(each.fields)
        numbers = [kind.by_name[name].number for name in _NAMING if name in kind.by_name]
        yield from (str(wire[number]) for number in numbers if wire.get(number))


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
