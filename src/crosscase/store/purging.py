"""Purging: words taken out for ever, from the log, the state, the index and the blobs.

A purge names entities. Their parts (a source's revisions, a person's attribute values) go with
them, and whatever arrives later about either is sealed on arrival.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.log.canonical import decode
from crosscase.log.records import Draft, DraftChange, Seal
from crosscase.log.sealing import named_wholes
from crosscase.model.fields import FieldType
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store import search_index
from crosscase.store.changes import changes_of, iter_all_changes
from crosscase.store.clearing import changes_that_go, clear_changes
from crosscase.store.kept_outcomes import forget_outcomes
from crosscase.store.known_copies import rename_copies
from crosscase.store.log_tables import purged
from crosscase.store.media_folder import used_media
from crosscase.store.refolding import refold
from crosscase.store.scrubbing import note_scrub, scrub_noted
from crosscase.store.study_file import StudyFile
from crosscase.store.texts import current_text

if TYPE_CHECKING:
    from crosscase.store.recording import Recorded
    from crosscase.store.session import Session

__all__ = [
    "Purged",
    "apply_purges",
    "carry_out_again",
    "count_purges",
    "drop_unused_blobs",
    "is_purged",
    "purge",
    "purge_recorded",
    "purged_by",
    "refuse_purged",
    "used_blobs",
]

_PURGE, _CASE = KINDS["purge"], KINDS["case"]
# The study goes with its file; marks and purges hold no words, and every copy needs them.
_NEVER_PURGED = (KINDS["study"].number, KINDS["operation"].number, _PURGE.number)
# The hash of the file that a source came from keeps nothing: the file of a plain text has the very
# hash of its first words, which may have to go while the hash still knows the file again.
_FINGERPRINT = "file_hash"
_BLOB_KINDS = {
    kind.number: tuple(
        s.number for s in kind.fields if s.type is FieldType.BLOB and s.name != _FINGERPRINT
    )
    for kind in KINDS.values()
    if any(s.type is FieldType.BLOB for s in kind.fields)
}
_PART_KINDS = [k.number for k in KINDS.values() if any(s.part_of for s in k.fields)]


@dataclass(frozen=True, slots=True)
class Purged:
    """A purge that was carried out.

    ``is_scrubbed`` is false while another program that has the study open keeps old pages in its
    side file; they go when that program closes it.
    """

    operation: Recorded
    is_scrubbed: bool


def purge(session: Session, ids: Iterable[Id], reason: str | None = None) -> Purged:
    """Take entities and their parts out of the study for ever. It cannot be undone."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        raise MistakeOfUse("Nothing was named to be purged.", slug="nothing-named")
    fields = {"entities": tuple(wanted)} | ({"reason": reason} if reason else {})
    change = DraftChange(_PURGE, session.ids(), fields, new=True, makes=True)
    with session.file.write() as connection:
        _require_purgeable(session.file, connection, wanted)
        recorded = session.record_in(connection, Draft("purged", {"n": len(wanted)}, (change,)))
        purge_recorded(session.file, connection, recorded)
    return Purged(recorded, scrub_noted(session.file))


def _require_purgeable(file: StudyFile, connection: Connection, ids: Sequence[Id]) -> None:
    for id_ in ids:
        row = file.row_of(connection, id_)
        kind = None if row is None else file.kinds_of_rows(connection, [row])[row]
        if not kind:  # unknown, or only named by others
            raise NotFound(f"The study holds nothing with the id “{id_}”.", slug="id-not-found")
        if kind in _NEVER_PURGED:
            raise MistakeOfUse(
                f"A {KIND_OF_NUMBER[kind].name} cannot be purged: it holds nobody's words.",
                slug="cannot-be-purged",
                hint="Name the sources, cases, memos or codings whose words are to go.",
            )


def refuse_purged(file: StudyFile, ids: Iterable[bytes]) -> None:
    """Refuse to record anything about what was purged, or as a part of it."""
    purged = {
        id_
        for (id_,) in file.driver().execute(
            # CROSS JOIN: SQLite then begins with the few that were purged, not with all there are.
            "SELECT e.id FROM purged p CROSS JOIN entity e ON e.row = p.entity"
        )
    }
    if purged and not purged.isdisjoint(ids):
        raise Conflict(
            "This was purged, or would be a part of what was purged; its words stay away.",
            slug="purged",
            hint="Make a new one, under another name, if it is to be in the study again.",
        )


def apply_purges(file: StudyFile, connection: Connection) -> set[int]:
    """Seal everything about purged entities and their parts; returns the rows to be folded anew.

    Runs after a purge was recorded and after every merge, and depends on the log alone: a purge
    that arrives first or last leaves the same file.
    """
    rows = _seal_purged(file, connection)
    going = changes_that_go(file, connection)
    if going:
        # A text that is said anew has words in the index that only its old words can take out.
        rows |= _take_texts_out(file, connection, going)
        clear_changes(file, going)
        drop_unused_blobs(file, connection)
    if rows or going:
        forget_outcomes(connection)
    return rows | going.keys()


def _seal_purged(file: StudyFile, connection: Connection) -> set[int]:
    raw = file.driver()
    gone = _closure(file, connection)
    if not gone:
        return set()
    raw.executemany(
        "INSERT OR IGNORE INTO purged (entity, operation) VALUES (?, ?)",
        [(row, operation) for row, operation in gone.items()],
    )
    open_rows: set[int] = set()
    rows = sorted(gone)
    for at in range(0, len(rows), 500):
        chunk = rows[at : at + 500]
        marks = ",".join("?" * len(chunk))
        open_rows |= {
            row
            for (row,) in raw.execute(
                f"SELECT DISTINCT entity FROM change WHERE entity IN ({marks}) "
                f"AND fields IS NOT NULL",
                chunk,
            )
        }
    if not open_rows:
        return set()
    sources = _take_texts_out(file, connection, open_rows)
    _take_names_out(file, connection, open_rows)
    raw.executemany(
        "UPDATE change SET fields = NULL, salt = NULL, seal = ? WHERE entity = ?",
        [(int(Seal.PURGED), row) for row in sorted(open_rows)],
    )
    drop_unused_blobs(file, connection)
    return open_rows | sources


def _take_names_out(file: StudyFile, connection: Connection, rows: Iterable[int]) -> None:
    """Take the names of people out of the file names of copies, while they can still be read."""
    kinds = file.kinds_of_rows(connection, rows)
    people = [row for row, kind in kinds.items() if kind == _CASE.number]
    number = _CASE.by_name["name"].number
    names = {
        str(name)
        for changes in changes_of(file, connection, people).values()
        for change in changes
        if change.fields is not None and (name := decode(change.fields).get(number))
    }
    if names:
        listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
        rename_copies(connection, lambda file_name: pattern.sub("[removed]", file_name))


def _closure(file: StudyFile, connection: Connection) -> dict[int, int]:
    """All purged entities and their parts, each with the operation that purged it."""
    raw = file.driver()
    gone: dict[int, int] = dict(raw.execute("SELECT entity, operation FROM purged").fetchall())
    named: dict[bytes, int] = {}
    for _, changes in iter_all_changes(file, connection, [_PURGE.number]):
        for change in changes:
            if change.fields is None:
                continue
            listed = decode(change.fields).get(_PURGE.by_name["entities"].number) or []
            stored = raw.execute(
                "SELECT o.row FROM operation o JOIN writer w ON w.row = o.writer "
                "WHERE w.id = ? AND o.seq = ?",
                change.operation,
            ).fetchone()
            for id_ in listed:
                named[bytes(id_)] = min(named.get(bytes(id_), stored[0]), stored[0])
    if not named:
        return gone
    known = file.rows_of_ids(connection, named)
    kinds = file.kinds_of_rows(connection, known.values())
    for id_, row in known.items():
        if kinds[row] not in _NEVER_PURGED:
            gone.setdefault(row, named[bytes(id_)])
    # What another copy sealed as a part of a whole is purged here too, though its sealed change
    # no longer says of what it was a part.
    first = min(named.values())
    for (row,) in raw.execute(
        "SELECT DISTINCT entity FROM change WHERE seal = ?", (int(Seal.PURGED),)
    ).fetchall():
        gone.setdefault(row, first)
    parts: dict[bytes, set[int]] = {}
    for row, changes in iter_all_changes(file, connection, _PART_KINDS):
        for change in changes:
            for whole in named_wholes(change):
                parts.setdefault(bytes(whole), set()).add(row)
    ids = file.ids_of_rows(connection, gone)
    ahead = list(gone)
    while ahead:
        whole_row = ahead.pop()
        for part in parts.get(ids[whole_row], ()):
            if part not in gone:
                gone[part] = gone[whole_row]
                ids.update(file.ids_of_rows(connection, [part]))
                ahead.append(part)
    return gone


def _take_texts_out(file: StudyFile, connection: Connection, rows: Iterable[int]) -> set[int]:
    """Take index rows out by their old tokens, while the old words can still be read.

    Returns the sources concerned: those among the rows, and those of revisions among them.
    """
    raw = file.driver()
    sources = set()
    for row in {*rows, *_sources_of_revisions(file, connection, rows)}:
        held = raw.execute("SELECT language FROM source_text WHERE source = ?", (row,)).fetchone()
        if held is None:
            continue
        sources.add(row)
        text = current_text(file, connection, row) or ""
        search_index.remove_source(file, connection, row, text, held[0])
        raw.execute("DELETE FROM source_text WHERE source = ?", (row,))
        raw.execute("DELETE FROM turn_block WHERE source = ?", (row,))
    return sources


def _sources_of_revisions(file: StudyFile, connection: Connection, rows: Iterable[int]) -> set[int]:
    """The sources of the revisions among these rows, undone ones too."""
    revision = KINDS["revision"]
    number = revision.by_name["source"].number
    kinds = file.kinds_of_rows(connection, rows)
    wanted = [row for row, kind in kinds.items() if kind == revision.number]
    ids = {
        bytes(source)
        for changes in changes_of(file, connection, wanted).values()
        for change in changes
        if change.fields is not None and (source := decode(change.fields).get(number)) is not None
    }
    return set(file.rows_of_ids(connection, ids).values())


def used_blobs(file: StudyFile, connection: Connection) -> set[bytes]:
    """The blobs that an open change names."""
    used: set[bytes] = set()
    for _, changes in iter_all_changes(file, connection, sorted(_BLOB_KINDS)):
        for change in changes:
            if change.fields is not None:
                fields = decode(change.fields)
                for number in _BLOB_KINDS[change.kind]:
                    if fields.get(number) is not None:
                        used.add(bytes(fields[number]))
    return used


def drop_unused_blobs(file: StudyFile, connection: Connection) -> int:
    """Delete the blobs that no open change names; returns how many went."""
    used = used_blobs(file, connection)
    raw = file.driver()
    unused = [
        (name,) for (name,) in raw.execute("SELECT hash FROM blob") if bytes(name) not in used
    ]
    raw.executemany("DELETE FROM blob WHERE hash = ?", unused)
    return len(unused)


def purge_recorded(file: StudyFile, connection: Connection, recorded: Recorded) -> None:
    """Carry out the purges that the log names, in the transaction that recorded one.

    `scrub_noted` does afterwards what no transaction can.
    """
    _carry_out(file, connection, f"operation {recorded.row}")


def carry_out_again(file: StudyFile) -> bool:
    """Carry out all purges of the log once more, and rewrite the file; returns whether it was.

    What a program left that was killed, or that could not rewrite the file while others used it,
    goes now. Where nothing is left it does no harm.
    """
    with file.write() as connection:
        _carry_out(file, connection, "asked for")
        drop_unused_blobs(file, connection)
    return scrub_noted(file)


def _carry_out(file: StudyFile, connection: Connection, noted: str) -> None:
    named_before = used_media(file, connection)
    sealed = apply_purges(file, connection)
    gone = named_before.keys() - used_media(file, connection).keys()
    note_scrub(connection, noted, gone)
    refold(file, connection, sealed)
    search_index.clear_deleted_words(file, connection)
    file.remembered.forget_all()


def purged_by(file: StudyFile, connection: Connection, operation: int) -> dict[Id, str]:
    """What an operation purged here, parts too: the kind of each thing by its id."""
    found = file.driver().execute(
        "SELECT e.id, e.kind FROM purged p JOIN entity e ON e.row = p.entity WHERE p.operation = ?",
        (operation,),
    )
    kinds = {number: kind.name for number, kind in KIND_OF_NUMBER.items()}
    return {id_of_bytes(id_): kinds.get(kind, "thing of a newer crosscase") for id_, kind in found}


def count_purges(file: StudyFile) -> int:
    """How many purges the log holds."""
    found = file.driver().execute("SELECT count(*) FROM entity WHERE kind = ?", (_PURGE.number,))
    return int(found.fetchone()[0])


def is_purged(file: StudyFile, connection: Connection, row: int) -> bool:
    """Whether this entity was purged, or is part of what was."""
    found = connection.execute(purged.select().where(purged.c.entity == row)).first()
    return found is not None
