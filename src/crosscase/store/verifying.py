"""Verifying: the digests of the log, the words it names, and the state built again beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from crosscase.log.canonical import change_hash, decode, operation_digest, tips_from_bytes
from crosscase.log.records import Operation, Seal
from crosscase.model.fields import FieldType, KindSpec
from crosscase.model.ids import id_of_bytes, short_id
from crosscase.model.kinds import KINDS
from crosscase.store.as_of import whole_file
from crosscase.store.coding_blocks import FLAG_HIDDEN, read_blocks
from crosscase.store.media_folder import changed_media
from crosscase.store.state_tables import state_of
from crosscase.store.study_file import StudyFile

__all__ = ["Fault", "verify_file"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be."""

    slug: str
    sentence: str


def verify_file(file: StudyFile) -> list[Fault]:
    """Everything wrong with a study file; an empty list when it is sound."""
    with file.read() as connection:
        faults = list(_database_faults(file))
        if faults:
            return faults
        faults += _chain_faults(file)
        faults += _hash_faults(file)
        if faults:
            return faults  # what the log says cannot be told from what was altered in it
        faults += _blob_faults(file)
        faults += _media_faults(file, connection)
        if any(fault.slug == "blob-damaged" for fault in faults):
            return faults
        faults += _state_faults(file, connection)
        return faults


def _database_faults(file: StudyFile) -> Iterator[Fault]:
    for (said,) in file.driver().execute("PRAGMA integrity_check(5)"):
        if said != "ok":
            yield Fault("database-damaged", f"The file itself is damaged: {said}.")


def _chain_faults(file: StudyFile) -> Iterator[Fault]:
    """Each writer's operations count up from 1 and chain by their digests."""
    raw = file.driver()
    hashes: dict[int, list[tuple[bytes, bytes]]] = {}
    for operation, id_, hash_ in raw.execute(
        "SELECT c.operation, e.id, c.hash FROM change c JOIN entity e ON e.row = c.entity"
    ):
        hashes.setdefault(operation, []).append((id_, hash_))
    before: dict[bytes, tuple[int, bytes]] = {}
    for row, id_, seq, at, wall_ms, person, sentence, heads, digest in raw.execute(
        "SELECT o.row, w.id, o.seq, o.at, o.wall_ms, o.person, o.sentence, o.heads, o.digest "
        "FROM operation o JOIN writer w ON w.row = o.writer ORDER BY o.writer, o.seq"
    ):
        last_seq, previous = before.get(id_, (0, bytes(32)))
        before[id_] = (seq, digest)
        name = f"operation {seq} of writer {short_id(id_of_bytes(id_))}"
        if seq != last_seq + 1:
            yield Fault("chain-broken", f"Operations before {name} are missing.")
            continue
        try:
            seen = tips_from_bytes(heads)
        except (ValueError, TypeError):
            yield Fault("digest-mismatch", f"What {name} had seen cannot be read.")
            continue
        made = Operation(id_, seq, at, wall_ms, person, sentence, seen, digest)
        if operation_digest(previous, made, hashes.get(row, [])) != digest:
            yield Fault("digest-mismatch", f"The digest of {name} does not match its content.")


def _hash_faults(file: StudyFile) -> Iterator[Fault]:
    (misplaced,) = (
        file.driver()
        .execute(
            "SELECT count(*) FROM change c LEFT JOIN operation o ON o.row = c.operation "
            "WHERE o.row IS NULL OR c.at <> o.at OR c.writer <> o.writer"
        )
        .fetchone()
    )
    if misplaced:
        yield Fault("change-misplaced", f"{misplaced} changes lie at another time than they say.")
    (unsealed,) = (
        file.driver()
        .execute(
            "SELECT count(*) FROM change "
            "WHERE seal NOT BETWEEN 0 AND ? OR (seal <> 0 AND fields IS NOT NULL)",
            (int(max(Seal)),),
        )
        .fetchone()
    )
    if unsealed:
        yield Fault("seal-broken", f"{unsealed} sealed changes are not sealed as they say.")
    for id_, kind, version, fields, salt, hash_, over in file.driver().execute(
        "SELECT e.id, c.kind, c.version, c.fields, c.salt, c.hash, c.over FROM change c "
        "JOIN entity e ON e.row = c.entity WHERE c.seal = 0"
    ):
        if (
            not all(isinstance(each, bytes) for each in (fields, salt, over))
            or change_hash(salt, kind, version, id_, fields, over) != hash_
        ):
            yield Fault(
                "hash-mismatch",
                f"A change of entity {short_id(id_of_bytes(id_))} does not match its hash.",
            )


def _blob_faults(file: StudyFile) -> Iterator[Fault]:
    raw = file.driver()
    present = set()
    for name, data in raw.execute("SELECT hash, bytes FROM blob"):
        present.add(bytes(name))
        if not isinstance(data, bytes) or hashlib.sha256(data).digest() != name:
            yield Fault("blob-damaged", f"Stored words {bytes(name).hex()[:12]} are damaged.")
    kinds = {
        kind.number: [s.number for s in kind.fields if s.type is FieldType.BLOB]
        for kind in KINDS.values()
        if any(s.type is FieldType.BLOB for s in kind.fields)
    }
    # Which file a source was read from; its bytes are kept only when the study keeps originals.
    kinds[KINDS["source"].number].remove(KINDS["source"].by_name["file_hash"].number)
    marks = ",".join(str(number) for number in kinds)
    for kind, fields in raw.execute(
        f"SELECT kind, fields FROM change WHERE seal = 0 AND kind IN ({marks})"
    ):
        values = decode(fields)
        for number in kinds[kind]:
            name = values.get(number)
            if name is not None and bytes(name) not in present and file.blobs_from is None:
                yield Fault("blob-missing", f"Words {bytes(name).hex()[:12]} are missing.")


def _media_faults(file: StudyFile, connection: Connection) -> Iterator[Fault]:
    for media, is_there in changed_media(file, connection):
        name = f"The recording “{media.name}” ({media.sha256[:12]})"
        if is_there:
            yield Fault("media-damaged", f"{name} is not what the study says it is.")
        else:
            yield Fault("media-missing", f"{name} is missing from the folder beside the study.")


def _state_faults(file: StudyFile, connection: Connection) -> Iterator[Fault]:
    """The state must be what the log folds to: built again, and compared by id."""
    again = whole_file(file)
    try:
        with again.read() as there:
            for kind in KINDS.values():
                live, built = _state_rows(file, kind), _state_rows(again, kind)
                for row in sorted(live.keys() | built.keys()):
                    if live.get(row) != built.get(row):
                        name = short_id(file.id_of(connection, row))
                        yield Fault(
                            "state-differs",
                            f"The state of {kind.name} {name} is not what the log says.",
                        )
            if _marks_and_skips(file) != _marks_and_skips(again):
                yield Fault("marks-differ", "What is undone or set aside is not what the log says.")
            if file.heads(connection) != again.heads(there):
                yield Fault("heads-differ", "The heads of the study are not those of its log.")
            live_spans, built_spans = _spans(file, connection), _spans(again, there)
            for id_ in sorted(live_spans.keys() ^ built_spans.keys()):
                yield Fault(
                    "span-differs", f"Coding {short_id(id_of_bytes(id_))} is only in one block."
                )
            for id_ in live_spans.keys() & built_spans.keys():
                if live_spans[id_] != built_spans[id_]:
                    yield Fault(
                        "span-differs",
                        f"Coding {short_id(id_of_bytes(id_))} lies elsewhere than the log says.",
                    )
            if _texts(file) != _texts(again):
                yield Fault("text-differs", "A source's current text is not what the log says.")
            if _vocabulary(file) != _vocabulary(again):
                yield Fault("index-differs", "The search index is not what the texts say.")
    finally:
        again.close()


def _state_rows(file: StudyFile, kind: KindSpec) -> dict[int, tuple[Any, ...]]:
    """What stands of a kind, column by column; rows are the same in the study built again."""
    table = state_of(kind)
    # A coding's part of the block says where it is kept, not what it is.
    names = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "part")
    rows = file.driver().execute(f"SELECT {names} FROM {table.name} WHERE gone = 0")
    return {row[0]: row for row in rows}


def _marks_and_skips(file: StudyFile) -> tuple[set[Any], set[Any]]:
    raw = file.driver()
    return (
        set(raw.execute("SELECT operation FROM mark")),
        set(raw.execute("SELECT entity, field, operation FROM tree_skip")),
    )


def _spans(file: StudyFile, connection: Connection) -> dict[bytes, tuple[Any, ...]]:
    """The visible part of the blocks, with ids in place of rows."""
    source, rows = read_blocks(file)
    ids = dict(file.driver().execute("SELECT row, id FROM entity").fetchall())
    spans = {}
    for owner, line in zip(source.tolist(), rows.tolist(), strict=True):
        coding, code, coder, start, end, flags, *rest = line
        if not flags & FLAG_HIDDEN:
            spans[bytes(ids[coding])] = (
                bytes(ids[owner]),
                ids.get(code),
                ids.get(coder),
                start,
                end,
                flags,
                *rest,
            )
    return spans


def _texts(file: StudyFile) -> dict[bytes, tuple[Any, ...]]:
    raw = file.driver()
    return {
        bytes(id_): (bytes(revision), *rest)
        for id_, revision, *rest in raw.execute(
            "SELECT s.id, r.id, t.chars, t.words, t.turns, t.edited_text, t.layout, t.rivals, "
            "(SELECT count(*) FROM search_part p WHERE p.source = t.source) "
            "FROM source_text t JOIN entity s ON s.row = t.source "
            "JOIN entity r ON r.row = t.revision"
        )
    }


def _vocabulary(file: StudyFile) -> bytes:
    """A digest of the index: every token with how many parts and places it has."""
    raw = file.driver()
    (kept,) = raw.execute("PRAGMA query_only").fetchone()
    raw.execute("PRAGMA query_only=OFF")  # for the table in memory; nothing else is written
    try:
        raw.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING "
            "fts5vocab('main', 'search_index', 'col')"
        )
        running = hashlib.sha256()
        for line in raw.execute(
            "SELECT term, col, doc, cnt FROM temp.vocabulary ORDER BY term, col"
        ):
            running.update(repr(line).encode("utf-8", "surrogatepass"))
        raw.execute("DROP TABLE temp.vocabulary")
        return running.digest()
    finally:
        raw.execute(f"PRAGMA query_only={int(kept)}")
