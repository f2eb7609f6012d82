"""The receipt of a purge on one device: what it took out, and whether it is really gone here.

The device that purged gives one at once; every other gives its own, once the purge was merged in.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscase.errors import NotFound
from crosscase.log.closure import heads_name
from crosscase.log.records import OperationName
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.store.history import (
    find_operation,
    list_operations,
    name_in_study,
    operation_label,
)
from crosscase.store.known_copies import KnownCopy, copies_made, copies_merged
from crosscase.store.purge_check import KnownPurge, Remainder, known_purges, remainders
from crosscase.store.purging import purged_by
from crosscase.store.session import Reading, Session
from crosscase.store.verifying import verify_file

__all__ = [
    "OUT_OF_REACH",
    "CopyTold",
    "DeviceReceipt",
    "PurgeEntry",
    "counted_kinds",
    "device_receipt",
    "moment",
    "purge_entries",
    "told_copies",
]

OUT_OF_REACH = (
    "Other copies keep the words until this one is merged into them; backups, prints, exported "
    "files and snapshots of a cloud folder are not reached."
)


@dataclass(frozen=True, slots=True)
class CopyTold:
    """A copy that this file knows of, by its name, with its day; this purge did not reach it."""

    file_name: str
    day: str


@dataclass(frozen=True, slots=True)
class PurgeEntry:
    """One purge of the study, as a list names it; ``operation`` asks for its receipt."""

    operation: str
    purged_at: str
    person: str | None
    sentence: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class DeviceReceipt:
    """That a purge was carried out in this file, on this device. It holds no words.

    ``sealed`` counts by kind what was taken out, parts too, and ``cleaned`` what stays without
    the words. ``is_clean`` says that nothing is left here; else ``remains`` says what is, and
    what to do. ``copies_made`` and ``copies_merged`` are not reached unless they merge too.
    """

    study: Id
    file: str | None
    device: str | None
    operation: str
    purged_at: str
    person: str | None
    reason: str | None
    checked_at: str
    heads: str
    sealed: Mapping[str, int]
    sealed_ids: tuple[Id, ...]
    cleaned: Mapping[str, int]
    cleaned_ids: tuple[Id, ...]
    is_clean: bool
    remains: tuple[Remainder, ...]
    copies_made: tuple[CopyTold, ...]
    copies_merged: tuple[CopyTold, ...]
    not_reached: str = OUT_OF_REACH


def purge_entries(session: Session) -> list[PurgeEntry]:
    """The purges that this file knows of, oldest first."""
    with session.reading() as reading:
        purges = known_purges(reading.file, reading.connection)
        told = list_operations(reading, rows=[each.row for each in purges])
        sentences = {each.operation: each.sentence for each in told}
        names = _people(reading, purges)
        return [
            PurgeEntry(
                _name_of(each.name),
                moment(each.wall_ms * 1000),
                names.get(each.person),
                sentences[operation_label(each.name)],
                each.reason,
            )
            for each in purges
        ]


def device_receipt(
    session: Session, operation: str | None, *, file_name: str | None, device: str | None
) -> DeviceReceipt:
    """The receipt of one purge (None: the last) for this file; every byte is looked at again."""
    with session.reading() as reading:
        purge = _wanted(reading, operation)
        sealed = purged_by(reading.file, reading.connection, purge.row)
        sealed |= _kinds(reading, purge.entities)
        cleaned = _kinds(reading, purge.cleared)
        remains = remainders(reading.file, reading.connection)
        if verify_file(reading.file):
            said = "The study, or its search index, is not what its log says."
            remains.append(Remainder("not-sound", said, "Run `crosscase verify STUDY`."))
        return DeviceReceipt(
            study=session.study_id,
            file=file_name,
            device=device,
            operation=_name_of(purge.name),
            purged_at=moment(purge.wall_ms * 1000),
            person=_people(reading, [purge]).get(purge.person),
            reason=purge.reason,
            checked_at=moment(session.now_us()),
            heads=heads_name(reading.file.heads(reading.connection)),
            sealed=counted_kinds(sealed.values()),
            sealed_ids=tuple(sorted(sealed)),
            cleaned=counted_kinds(cleaned.values()),
            cleaned_ids=tuple(sorted(cleaned)),
            is_clean=not remains,
            remains=tuple(remains),
            copies_made=told_copies(copies_made(reading.connection)),
            copies_merged=told_copies(copies_merged(reading.connection)),
        )


def _wanted(reading: Reading, operation: str | None) -> KnownPurge:
    purges = known_purges(reading.file, reading.connection)
    if operation is None:
        found = purges[-1:]
    else:
        name = find_operation(reading, operation)
        found = [each for each in purges if each.name == name]
    if not found:
        raise NotFound(
            "This file knows of no purge."
            if operation is None
            else f"“{operation}” is no purge that this file knows of.",
            slug="no-such-purge",
            hint="`crosscase purge list STUDY` lists them. Merge the copy that was purged first.",
        )
    return found[0]


def _kinds(reading: Reading, ids: Iterable[Id]) -> dict[Id, str]:
    rows = reading.file.rows_of_ids(reading.connection, map(bytes_of_id, ids))
    kinds = reading.file.kinds_of_rows(reading.connection, rows.values())
    return {
        id_of_bytes(id_): KIND_OF_NUMBER[kinds[row]].name
        for id_, row in rows.items()
        if kinds.get(row) in KIND_OF_NUMBER
    }


def _people(reading: Reading, purges: Iterable[KnownPurge]) -> dict[Id | None, str]:
    people = {each.person for each in purges if each.person is not None}
    name_of = name_in_study(reading, map(bytes_of_id, people))
    return {each: name_of(bytes_of_id(each)) for each in people}


def _name_of(name: OperationName) -> str:
    return f"{id_of_bytes(name.writer)}:{name.seq}"


def counted_kinds(kinds: Iterable[str]) -> dict[str, int]:
    """How many of each kind."""
    return dict(sorted(Counter(kinds).items()))


def moment(us: int) -> str:
    """A time as a receipt tells it, to the second."""
    told = datetime.datetime.fromtimestamp(us // 1_000_000, datetime.UTC)
    return told.isoformat().replace("+00:00", "Z")


def told_copies(copies: Iterable[KnownCopy]) -> tuple[CopyTold, ...]:
    """Copies by name and day."""
    return tuple(CopyTold(each.file_name, moment(each.wall_ms * 1000)[:10]) for each in copies)
