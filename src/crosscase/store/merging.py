"""Merging another copy of the study: the union of the logs, then folding what was touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from crosscase.errors import Conflict, MistakeOfUse, UnreadableFile
from crosscase.log.canonical import (
    change_hash,
    operation_digest,
    tips_from_bytes,
    tips_to_bytes,
)
from crosscase.log.clock import is_future
from crosscase.log.closure import remaining_heads
from crosscase.log.merging import WriterTip, plan_merge
from crosscase.log.records import Operation, OperationName, Seal, Tip
from crosscase.model.kinds import KINDS
from crosscase.store import search_index
from crosscase.store.blobs import blob_hash, put_blobs
from crosscase.store.changes import INSERT_CHANGE
from crosscase.store.file_connection import translated
from crosscase.store.log_tables import head, operation, receipt, writer
from crosscase.store.media_folder import bring_media, drop_media, used_media
from crosscase.store.purging import apply_purges, count_purges, drop_unused_blobs, used_blobs
from crosscase.store.refolding import rebuild, refold
from crosscase.store.scrubbing import note_merge, note_scrub, scrub_noted, strike_notes
from crosscase.store.study_file import StudyFile

__all__ = ["MergeReceipt", "merge_file", "tips", "unmerge_receipt"]


@dataclass(frozen=True, slots=True)
class MergeReceipt:
    """What a merge brought; ``number`` names it for `unmerge`, None when nothing was new."""

    number: int | None
    operations: int
    future: int


def tips(connection: Connection) -> dict[bytes, WriterTip]:
    """How far each writer's chain goes in this file."""
    rows = connection.exec_driver_sql(
        "SELECT w.id, o.seq, o.digest FROM operation o JOIN writer w ON w.row = o.writer "
        "WHERE o.seq = (SELECT max(seq) FROM operation p WHERE p.writer = o.writer)"
    )
    return {bytes(id_): WriterTip(seq, bytes(digest)) for id_, seq, digest in rows}


def _digest(connection: Connection, id_: bytes, seq: int) -> bytes:
    found = connection.execute(
        select(operation.c.digest)
        .join(writer, writer.c.row == operation.c.writer)
        .where(writer.c.id == id_, operation.c.seq == seq)
    ).scalar()
    return b"" if found is None else bytes(found)


def merge_file(
    file: StudyFile, other: StudyFile, *, now_us: int, wall_ms: int, file_name: str
) -> MergeReceipt:
    """Bring over what the other copy has and this one has not. All of it, or nothing."""
    if file.study_id() != other.study_id():
        raise MistakeOfUse(
            f"“{file_name}” is another study, not a copy of this one.",
            slug="another-study",
            hint="Bring another study's material in with `crosscase import`.",
        )
    require_sound(other)
    begun = note_merge(file, now_us) if count_purges(file) else None
    merged, sealed = _merged(file, other, now_us=now_us, wall_ms=wall_ms, file_name=file_name)
    with file.read() as here:
        bring_media(file, here, other)
    if begun is not None and not sealed:
        strike_notes(file, [begun])
    scrub_noted(file)
    return merged


def _merged(
    file: StudyFile, other: StudyFile, *, now_us: int, wall_ms: int, file_name: str
) -> tuple[MergeReceipt, bool]:
    """Store what the other copy has and this one has not; and whether anything was purged."""
    with other.read() as there, file.write() as here:
        ahead = plan_merge(
            tips(here),
            tips(there),
            lambda id_, seq: _digest(here, id_, seq),
            lambda id_, seq: _digest(there, id_, seq),
        )
        incoming = _incoming(other, there, ahead)
        if not incoming:
            return MergeReceipt(None, 0, 0), False
        named_before = used_media(file, here)
        future = sum(is_future(each.at, now_us) for _, each in incoming)
        number = here.execute(
            insert(receipt).values(wall_ms=wall_ms, file_name=file_name, operations=len(incoming))
        ).lastrowid
        local = _insert_operations(file, here, incoming, number, now_us)
        touched = _insert_changes(file, here, other, there, incoming, local)
        _join_heads(file, here, other.heads(there), incoming)
        file.remembered.forget_all()
        sealed = apply_purges(file, here)
        _copy_blobs(file, here, other)
        refold(file, here, touched | sealed)
        if sealed:
            search_index.clear_deleted_words(file, here)
            gone = named_before.keys() - used_media(file, here).keys()
            note_scrub(here, f"merge {number}", gone)
        file.remembered.forget_all()
    return MergeReceipt(number, len(incoming), future), bool(sealed)


def require_sound(other: StudyFile) -> None:
    """Refuse a damaged copy before anything of ours is touched, and name it, not ours."""
    with translated(other.path), other.read():
        said = other.driver().execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        name = other.path.name if other.path else "the other copy"
        raise UnreadableFile(
            f"“{name}” is damaged; nothing was merged.",
            slug="damaged",
            hint="Merge an earlier backup of it; your own study is untouched.",
        )


def _incoming(
    other: StudyFile, there: Connection, ahead: Mapping[bytes, int]
) -> list[tuple[int, Operation]]:
    """The other file's new operations with their rows there, in the order they were made."""
    found = []
    for row, id_, seq, at, wall_ms, person, sentence, heads, digest in other.driver().execute(
        "SELECT o.row, w.id, o.seq, o.at, o.wall_ms, o.person, o.sentence, o.heads, o.digest "
        "FROM operation o JOIN writer w ON w.row = o.writer ORDER BY o.writer, o.seq"
    ):
        if id_ in ahead and seq > ahead[id_]:
            try:
                seen = tips_from_bytes(heads)
            except (ValueError, TypeError) as error:
                raise _damaged(seq) from error
            found.append((row, Operation(id_, seq, at, wall_ms, person, sentence, seen, digest)))
    return found


def _insert_operations(
    file: StudyFile,
    here: Connection,
    incoming: Iterable[tuple[int, Operation]],
    number: int,
    now_us: int,
) -> dict[int, tuple[int, int]]:
    """Store the operations; returns for each row there its (operation, writer) rows here."""
    raw = file.driver()
    writer_rows: dict[bytes, int] = {
        bytes(i): r for r, i in raw.execute("SELECT row, id FROM writer")
    }
    local: dict[int, tuple[int, int]] = {}
    for row, made in incoming:
        if made.writer not in writer_rows:
            writer_rows[made.writer] = (
                raw.execute("INSERT INTO writer (id) VALUES (?)", (made.writer,)).lastrowid or 0
            )
        stored = raw.execute(
            "INSERT INTO operation (writer, seq, at, wall_ms, person, sentence, heads, digest, "
            "receipt, future) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                writer_rows[made.writer],
                made.seq,
                made.at,
                made.wall_ms,
                made.person,
                made.sentence,
                tips_to_bytes(made.heads),
                made.digest,
                number,
                int(is_future(made.at, now_us)),
            ),
        )
        local[row] = (stored.lastrowid or 0, writer_rows[made.writer])
    return local


def _insert_changes(
    file: StudyFile,
    here: Connection,
    other: StudyFile,
    there: Connection,
    incoming: Iterable[tuple[int, Operation]],
    local: Mapping[int, tuple[int, int]],
) -> set[int]:
    """Store the changes after checking them against the digests; returns the touched entities."""
    source, raw = other.driver(), file.driver()
    touched: set[int] = set()
    previous: dict[bytes, bytes] = {}
    for row, made in incoming:
        rows = source.execute(
            "SELECT e.id, c.kind, c.version, c.fields, c.salt, c.hash, c.over, c.seal "
            "FROM change c JOIN entity e ON e.row = c.entity WHERE c.operation = ? ORDER BY e.id",
            (row,),
        ).fetchall()
        before = previous.get(made.writer) or _digest(there, made.writer, made.seq - 1) or bytes(32)
        _check(made, before, rows)
        previous[made.writer] = made.digest
        rows_here = _entity_rows(file, here, [(each[0], each[1]) for each in rows])
        operation_row, writer_row = local[row]
        raw.executemany(
            INSERT_CHANGE,
            [
                (
                    rows_here[id_],
                    made.at,
                    writer_row,
                    operation_row,
                    kind,
                    version,
                    fields,
                    salt,
                    hash_,
                    over,
                    seal,
                )
                for id_, kind, version, fields, salt, hash_, over, seal in rows
            ],
        )
        touched.update(rows_here[each[0]] for each in rows)
    return touched


def _check(made: Operation, before: bytes, rows: Sequence[Sequence[Any]]) -> None:
    """A received operation must hash to its digest, and its open changes to their hashes."""
    pairs = [(row[0], row[5]) for row in rows]
    if operation_digest(before, made, pairs) != made.digest or not all(map(_is_sound, rows)):
        raise _damaged(made.seq)


def _is_sound(row: Sequence[Any]) -> bool:
    """An open change hashes to what was promised; a sealed one holds no words, unproved ones."""
    id_, kind, version, fields, salt, hash_, over, seal = row
    if seal != Seal.OPEN:
        return fields is None and salt is None and seal in list(Seal)
    if not all(isinstance(each, bytes) for each in (fields, salt, over)):
        return False
    return bool(change_hash(salt, kind, version, id_, fields, over) == hash_)


def _damaged(seq: int) -> UnreadableFile:
    return UnreadableFile(
        f"The other copy is damaged: its operation {seq} of one writer does not match "
        "its digest. Nothing was merged.",
        slug="digest-mismatch",
        hint="Run `crosscase verify` on the other copy, or merge an earlier backup of it.",
    )


def _entity_rows(
    file: StudyFile, here: Connection, wanted: Iterable[tuple[bytes, int]]
) -> dict[bytes, int]:
    pairs = dict(wanted)
    rows = file.rows_of_ids(here, pairs)
    raw = file.driver()
    for id_, kind in pairs.items():
        if id_ not in rows:
            rows[id_] = (
                raw.execute("INSERT INTO entity (id, kind) VALUES (?, ?)", (id_, kind)).lastrowid
                or 0
            )
        else:
            raw.execute("UPDATE entity SET kind = ? WHERE row = ? AND kind = 0", (kind, rows[id_]))
    return rows


def _copy_blobs(file: StudyFile, here: Connection, other: StudyFile) -> None:
    """Bring over the words that an open change names: never those of what was purged here."""
    known = {bytes(name) for (name,) in file.driver().execute("SELECT hash FROM blob")}
    for name in sorted(used_blobs(file, here) - known):
        found = other.driver().execute("SELECT bytes FROM blob WHERE hash = ?", (name,)).fetchone()
        if found is None:
            continue  # such as the hash of an original file that is not kept
        data = found[0]
        if not isinstance(data, bytes) or blob_hash(data) != name.hex():
            raise UnreadableFile(
                "The other copy is damaged: words in it do not match their hash. "
                "Nothing was merged.",
                slug="blob-damaged",
                hint="Run `crosscase verify` on the other copy, or merge an earlier backup of it.",
            )
        put_blobs(here, {name.hex(): data})


def _join_heads(
    file: StudyFile,
    here: Connection,
    their_heads: Iterable[Tip],
    incoming: Iterable[tuple[int, Operation]],
) -> None:
    made = {each.name: each for _, each in incoming}
    new_heads = {tip for tip in their_heads if OperationName(tip.writer, tip.seq) in made}
    named = [tip for each in made.values() for tip in each.heads]
    _set_heads(here, {*file.heads(here), *new_heads}, named)


def _set_heads(here: Connection, candidates: Iterable[Tip], named: Iterable[Tip]) -> None:
    last = {id_: tip.seq for id_, tip in tips(here).items()}
    here.execute(delete(head))
    for tip in remaining_heads(candidates, named, last):
        row = here.execute(
            select(operation.c.row)
            .join(writer, writer.c.row == operation.c.writer)
            .where(writer.c.id == tip.writer, operation.c.seq == tip.seq)
        ).scalar_one()
        here.execute(insert(head).values(operation=row))


def unmerge_receipt(file: StudyFile, number: int) -> int:
    """Take out what only this merge brought; refuses once later work stands on it.

    Returns how many operations were taken out. This cannot be undone; merging again brings
    them back.
    """
    with file.write() as connection:
        found = (
            connection.execute(select(receipt).where(receipt.c.row == number)).mappings().first()
        )
        if found is None or found["taken_out"]:
            raise MistakeOfUse(
                f"There is no merge {number} to take out.",
                slug="no-such-merge",
                hint="`crosscase log` lists the merges with their numbers.",
            )
        _refuse_if_built_on(connection, number)
        named_before = used_media(file, connection)
        raw = file.driver()
        raw.execute(
            "DELETE FROM change WHERE operation IN (SELECT row FROM operation WHERE receipt = ?)",
            (number,),
        )
        count = raw.execute("DELETE FROM operation WHERE receipt = ?", (number,)).rowcount
        raw.execute("UPDATE receipt SET taken_out = 1 WHERE row = ?", (number,))
        ends = [Tip(id_, tip.seq, tip.digest) for id_, tip in tips(connection).items()]
        named = [
            tip
            for (heads,) in raw.execute("SELECT heads FROM operation")
            for tip in tips_from_bytes(heads)
        ]
        _set_heads(connection, ends, named)
        rebuild(file, connection)
        drop_unused_blobs(file, connection)
        gone = named_before.keys() - used_media(file, connection).keys()
    drop_media(file, gone)
    return int(count)


def _refuse_if_built_on(connection: Connection, number: int) -> None:
    brought: set[tuple[int, int]] = set()
    others: list[tuple[int, int, bytes]] = []
    writers: dict[bytes, int] = {}
    for own, id_, seq, heads, came in connection.exec_driver_sql(
        "SELECT o.writer, w.id, o.seq, o.heads, o.receipt FROM operation o "
        "JOIN writer w ON w.row = o.writer"
    ):
        writers[bytes(id_)] = own
        if came == number:
            brought.add((own, seq))
        else:
            others.append((own, seq, heads))
    later = sum(
        (own, seq - 1) in brought
        or any((writers.get(tip.writer), tip.seq) in brought for tip in tips_from_bytes(heads))
        for own, seq, heads in others
    )
    if later:
        raise Conflict(
            f"{later} later operation{'s' if later != 1 else ''} came after this merge and had "
            "seen what it brought.",
            slug="built-on",
            hint="Undo single operations instead: `crosscase log`, then `crosscase undo`.",
        )
    purges = connection.exec_driver_sql(
        "SELECT count(*) FROM change c JOIN operation o ON o.row = c.operation "
        "WHERE o.receipt = ? AND c.kind = ?",
        (number, KINDS["purge"].number),
    ).scalar_one()
    if purges:
        raise Conflict(
            "This merge brought a purge, and purged words cannot come back.",
            slug="merge-holds-a-purge",
            hint="Nothing needs to be done: all else that it brought can be undone.",
        )
