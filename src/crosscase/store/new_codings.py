"""New codings on their way into the study, thousands at a time.

An import brings hundreds of thousands of codings, and all of them name the same few things: what
each is called in the log and in the state is worked out once for all of them. The bytes of each,
and what the study holds of it, are those of any other change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from crosscase.log.canonical import EMPTY_OVER, change_hash, encode, encode_fields
from crosscase.log.records import DraftChange, Seal
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.kinds import KINDS
from crosscase.store.changes import INSERT_CHANGE
from crosscase.store.coding_state import NewCoding, write_new_codings
from crosscase.store.study_file import StudyFile

__all__ = ["OperationPlace", "Salted", "is_plain", "purgeable", "things_named", "write_plain"]

_CODING = KINDS["coding"]
_NEEDED = frozenset({"source", "code", "passage"})
_NAMING = ("source", "code", "coder")
_SAYING = ("foreign", "valence", "basis")
_PLAIN = frozenset({*_NEEDED, *_NAMING, *_SAYING})
_NUMBERS = {name: _CODING.by_name[name].number for name in _PLAIN}
_PASSAGE, _FOREIGN = _NUMBERS["passage"], _NUMBERS["foreign"]


class OperationPlace(NamedTuple):
    """Where an operation lies in the study (rows), and when it was made."""

    writer: int
    row: int
    at: int
    day: int


class Salted(NamedTuple):
    """One change as it is proposed, with the bytes of its entity and its salt."""

    draft: DraftChange
    entity: bytes
    salt: bytes


def is_plain(draft: DraftChange) -> bool:
    """Whether a change says of a coding where it lies and by whom, and nothing unusual."""
    said = draft.fields
    return (
        draft.kind is _CODING
        and _NEEDED <= said.keys() <= _PLAIN
        and not draft.over
        and None not in said.values()
    )


def purgeable(batch: Sequence[Salted]) -> Iterator[bytes]:
    """These codings, and the sources of which they become parts."""
    for each in batch:
        yield each.entity
        yield bytes_of_id(each.draft.fields["source"])


def things_named(batch: Sequence[Salted]) -> set[bytes]:
    """The sources, codes, coders and revisions that these codings name."""
    ids: set[Id] = set()
    for each in batch:
        said = each.draft.fields
        ids.update([said[name] for name in _NAMING if name in said])
        ids.add(said["passage"][0])
    return {bytes_of_id(id_) for id_ in ids}


def write_plain(
    file: StudyFile,
    connection: Connection,
    place: OperationPlace,
    batch: Iterable[Salted],
    row_of: Mapping[bytes, int],
) -> list[tuple[bytes, bytes]]:
    """Store new and plain codings in the log and in the state; returns each entity's hash."""
    named = _Named(row_of)
    hashes, lines, codings = [], [], []
    number, version, is_open = _CODING.number, _CODING.version, int(Seal.OPEN)
    for draft, entity, salt in batch:
        said = draft.fields
        parts, rows = {}, {}
        for name in _NAMING:
            if name in said:
                parts[_NUMBERS[name]], rows[name] = named(said[name])
        revision, start, end = said["passage"]
        start, end = int(start), int(end)
        parts[_PASSAGE] = encode([bytes_of_id(revision), start, end])
        for name in _SAYING:
            if name in said:
                parts[_NUMBERS[name]] = encode(said[name])
        fields = encode_fields(parts)
        hash_ = change_hash(salt, number, version, entity, fields, EMPTY_OVER)
        hashes.append((entity, hash_))
        row = row_of[entity]
        lines.append(
            (row, place.at, place.writer, place.row, number, version, fields, salt, hash_,
             EMPTY_OVER, is_open)
        )  # fmt: skip
        codings.append(
            NewCoding(
                row, parts.get(_FOREIGN), rows["source"], rows["code"], rows.get("coder"),
                named(revision)[1], start, end, said.get("valence"), said.get("basis"),
            )
        )  # fmt: skip
    file.driver().executemany(INSERT_CHANGE, lines)
    write_new_codings(file, connection, codings, place.row, place.day)
    return hashes


class _Named:
    """What an id is in the log and in the state: its bytes as they are written, and its row."""

    def __init__(self, row_of: Mapping[bytes, int]) -> None:
        self._row_of = row_of
        self._known: dict[Id, tuple[bytes, int]] = {}

    def __call__(self, id_: Id) -> tuple[bytes, int]:
        found = self._known.get(id_)
        if found is None:
            raw = bytes_of_id(id_)
            found = self._known[id_] = (encode(raw), self._row_of[raw])
        return found
