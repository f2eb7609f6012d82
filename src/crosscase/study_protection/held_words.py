"""All words that a study holds: what shows now, field by field, and what its log still has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from crosscase.log.canonical import decode
from crosscase.model.fields import FieldSpec, FieldType, KindSpec
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.model.nouns import Coding, Noun, Revision, Source, Speaker
from crosscase.model.plain_values import plain_texts
from crosscase.store.blobs import find_blob, read_text_blobs
from crosscase.store.changes import iter_all_changes
from crosscase.store.reading import codings_with_foreign
from crosscase.store.session import Reading
from crosscase.store.texts import current_layout, current_text

__all__ = [
    "LABEL",
    "TEXT",
    "WORDS_IN_BLOBS",
    "HeldWords",
    "LoggedThing",
    "Place",
    "logged_things",
    "logged_words",
    "words_shown",
]

TEXT, LABEL = "text", "speaker label"
# Marks hold no words, and nothing shows why something was purged; the history keeps that.
_WITHOUT_WORDS = frozenset({"operation"})
_SHOWN_NOWHERE = frozenset({"operation", "purge"})
_WITHOUT_NAMES = frozenset({
    "format", "language", "memo_kind", "status", "colour", "value_type", "basis", "sign",
    "valence", "activity_kind", "release_kind", "standing", "key",
})  # fmt: skip
# The table of a frame is public data, an original file goes as a whole, and the text and layout of
# a source are read as they stand now.
_OTHER_BLOBS = frozenset({
    ("source", "original"), ("source", "file_hash"), ("revision", "text"), ("revision", "layout"),
    ("frame", "table"), ("selection", "table"),
})  # fmt: skip
WORDS_IN_BLOBS = frozenset(
    (kind.name, spec.name)
    for kind in KINDS.values()
    for spec in kind.fields
    if spec.type is FieldType.BLOB and (kind.name, spec.name) not in _OTHER_BLOBS
)
_LOGGED_BLOBS = WORDS_IN_BLOBS | {("revision", "text"), ("revision", "layout")}


class Place(NamedTuple):
    """Where words stand: a kind of thing, its id, and its field."""

    kind: str
    entity: Id
    field: str


class HeldWords(NamedTuple):
    """Some words with their place; ``name`` is what people call the thing that has them."""

    place: Place
    name: str
    text: str


def words_shown(reading: Reading) -> Iterator[HeldWords]:
    """All words that show: the sources' texts and speaker labels, then every field with words."""
    labels: set[tuple[Id, str]] = set()
    for source in reading.all(Source):
        row = reading.row(source.id)
        if row is None:
            continue
        text = current_text(reading.file, reading.connection, row)
        if text:
            yield HeldWords(Place("source", source.id, TEXT), source.name, text)
        for label in current_layout(reading.file, row).speakers():
            labels.add((source.id, label))
            yield HeldWords(Place("source", source.id, LABEL), source.name, label)
    for kind in KINDS.values():
        if kind.name in _SHOWN_NOWHERE:
            continue
        for noun in _shown(reading, kind):
            # A link of a label that no turn bears any more shows nowhere.
            if not isinstance(noun, Speaker) or (noun.source, noun.label) in labels:
                yield from _words_of_noun(reading, kind, noun)


def _shown(reading: Reading, kind: KindSpec) -> Sequence[Noun]:
    """What shows of a kind; of codings those that have words at all, for there are very many."""
    if kind.noun is Coding:
        return codings_with_foreign(reading.file, reading.connection)
    return reading.all(kind.noun)


def _words_of_noun(reading: Reading, kind: KindSpec, noun: Noun) -> Iterator[HeldWords]:
    """The words in the fields of one thing."""
    name = _name_of(reading, kind, noun)
    for spec in kind.fields:
        if spec.name in _WITHOUT_NAMES:
            continue
        for text in _texts_of(reading, kind, spec, getattr(noun, spec.name)):
            yield HeldWords(Place(kind.name, noun.id, spec.name), name, text)


def _name_of(reading: Reading, kind: KindSpec, noun: Noun) -> str:
    """What people call a thing: its name or title, else its kind."""
    if isinstance(noun, Revision):
        return reading.by_id(Source)[noun.source].name
    for field in ("name", "title", "label", "key"):
        if getattr(noun, field, None):
            return str(getattr(noun, field))
    return kind.name.replace("_", " ")


def _texts_of(reading: Reading, kind: KindSpec, spec: FieldSpec, value: Any) -> Iterator[str]:
    if value is None:
        return
    if spec.type is FieldType.TEXT:
        yield value
    elif spec.type is FieldType.VALUE:
        if isinstance(value.value, str):
            yield value.value
    elif spec.type is FieldType.PLAIN:
        yield from plain_texts(value)
    elif (kind.name, spec.name) in WORDS_IN_BLOBS:
        name = bytes.fromhex(value)
        yield from read_text_blobs(reading.file, reading.connection, [name]).values()


class LoggedThing(NamedTuple):
    """A thing that the log has words of: all that open changes ever said of it."""

    kind: str
    entity: Id
    wires: tuple[Mapping[int, Any], ...]


def logged_things(reading: Reading) -> Iterator[LoggedThing]:
    """Everything that open changes of the log say, removed and undone things too."""
    numbers = [kind.number for kind in KINDS.values() if kind.name not in _WITHOUT_WORDS]
    for _, changes in iter_all_changes(reading.file, reading.connection, numbers):
        kind = KIND_OF_NUMBER.get(changes[0].kind)
        wires = tuple(decode(each.fields) for each in changes if each.fields is not None)
        if kind is not None and wires:
            yield LoggedThing(kind.name, id_of_bytes(changes[0].entity), wires)


def logged_words(reading: Reading, thing: LoggedThing) -> Iterator[str]:
    """Every text that the log has of a thing, those in its blobs too."""
    kind = KINDS[thing.kind]
    for wire in thing.wires:
        for number, value in wire.items():
            spec = kind.by_number.get(number)
            if spec is None or value is None or spec.name in _WITHOUT_NAMES:
                continue
            if spec.type is not FieldType.BLOB:
                yield from plain_texts(value)
            elif (kind.name, spec.name) in _LOGGED_BLOBS:
                data = find_blob(reading.file, reading.connection, bytes(value))
                if data is not None and spec.name == "layout":
                    yield from plain_texts(decode(data)[0])
                elif data is not None:
                    yield data.decode("utf-8", "replace")
