"""The purges that a file knows of, and whether the words are really gone from it and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from crosscase.log.folding import fold_entity
from crosscase.log.records import OperationName
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KINDS
from crosscase.store.changes import iter_all_changes
from crosscase.store.clearing import changes_that_go
from crosscase.store.media_folder import folder_of, used_media
from crosscase.store.purging import used_blobs
from crosscase.store.scrubbing import is_left_to_scrub
from crosscase.store.study_file import StudyFile

__all__ = ["KnownPurge", "Remainder", "known_purges", "remainders"]

_PURGE = KINDS["purge"]
_CLEAN = "Run `crosscase purge clean STUDY` while no other program has the study open."


@dataclass(frozen=True, slots=True)
class KnownPurge:
    """A purge that the log of this file names, whoever carried it out first and wherever."""

    name: OperationName
    row: int
    wall_ms: int
    person: Id | None
    reason: str | None
    entities: tuple[Id, ...]
    cleared: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Remainder:
    """Something that a purge should have left clean and that is not; ``hint`` is the way out."""

    slug: str
    sentence: str
    hint: str


def known_purges(file: StudyFile, connection: Connection) -> list[KnownPurge]:
    """The purges of the log, oldest first."""
    found = []
    for _, changes in iter_all_changes(file, connection, [_PURGE.number]):
        # What a purge says may be said anew; it is still the purge that its first change made.
        first, fields = changes[0], fold_entity(changes, frozenset()).values()
        entities, cleared, reason = (
            fields.get(_PURGE.by_name[name].number) for name in ("entities", "cleared", "reason")
        )
        row, wall_ms, person = (
            file.driver()
            .execute(
                "SELECT o.row, o.wall_ms, o.person FROM operation o "
                "JOIN writer w ON w.row = o.writer WHERE w.id = ? AND o.seq = ?",
                first.operation,
            )
            .fetchone()
        )
        purge = KnownPurge(
            first.operation,
            row,
            wall_ms,
            None if person is None else id_of_bytes(person),
            reason,
            tuple(id_of_bytes(bytes(each)) for each in entities or ()),
            tuple(id_of_bytes(bytes(each)) for each in cleared or ()),
        )
        found.append((first.at, first.writer, purge))
    return [purge for *_, purge in sorted(found, key=lambda each: each[:2])]


def remainders(file: StudyFile, connection: Connection) -> list[Remainder]:
    """What is left in this file, or beside it, of all that any purge took out."""
    return [*_in_the_log(file, connection), *_in_the_file(file, connection), *_beside_it(file)]


def _in_the_log(file: StudyFile, connection: Connection) -> Iterator[Remainder]:
    merge = "Merge a sound copy of the study into this one, or restore one; then ask again."
    (open_changes,) = (
        file.driver()
        .execute(
            "SELECT count(*) FROM change c JOIN purged p ON p.entity = c.entity "
            "WHERE c.fields IS NOT NULL OR c.salt IS NOT NULL"
        )
        .fetchone()
    )
    open_changes += sum(map(len, changes_that_go(file, connection).values()))
    if open_changes:
        said = f"{open_changes:,} changes of what was purged are not sealed."
        yield Remainder("not-sealed", said, merge)
    named = [id_ for each in known_purges(file, connection) for id_ in each.entities]
    rows = {row for id_ in named if (row := file.row_of(connection, id_)) is not None}
    carried_out = {row for (row,) in file.driver().execute("SELECT entity FROM purged")}
    if rows - carried_out:
        said = f"{len(rows - carried_out):,} things that a purge names were not taken out."
        yield Remainder("not-taken-out", said, merge)
    twice = _begun_twice(file, connection)
    if twice:
        yield Remainder(
            "begun-twice",
            f"{twice:,} sources were said anew by two purges that did not know of each other: "
            "what one took out may stand in the other's text.",
            "`crosscase conflicts STUDY` names them. Purge such a source whole, and import it "
            "again without what is to stay out.",
        )


def _begun_twice(file: StudyFile, connection: Connection) -> int:
    """How many sources that a purge says anew have two first texts that differ."""
    ids = [id_ for each in known_purges(file, connection) for id_ in each.cleared]
    rows = file.rows_of_ids(connection, map(bytes_of_id, ids)).values()
    texts: dict[int, set[bytes]] = {}
    for source, text in file.driver().execute(
        "SELECT source, text FROM state_revision "
        "WHERE gone = 0 AND coalesce(dropped, 0) = 0 AND parent IS NULL AND text IS NOT NULL"
    ):
        texts.setdefault(source, set()).add(text)
    return sum(len(texts.get(row, ())) > 1 for row in rows)


def _in_the_file(file: StudyFile, connection: Connection) -> Iterator[Remainder]:
    raw = file.driver()
    used = used_blobs(file, connection)
    unused = sum(bytes(name) not in used for (name,) in raw.execute("SELECT hash FROM blob"))
    if unused:
        said = f"{unused:,} stored texts or files belong to nothing any more."
        yield Remainder("unused-words", said, _CLEAN)
    (indexed,) = raw.execute(
        "SELECT count(*) FROM (SELECT source FROM search_part UNION SELECT source FROM source_text "
        "UNION SELECT source FROM turn_block) s JOIN purged p ON p.entity = s.source"
    ).fetchone()
    if indexed:
        said = f"{indexed:,} purged sources are still in the search index."
        yield Remainder("still-indexed", said, "Run `crosscase verify STUDY`, which says more.")
    if is_left_to_scrub(connection):
        said = "Old pages of the file, or its side file, may still hold words."
        yield Remainder("old-pages", said, _CLEAN)
    if file.path is not None and folder_of(file.path).is_dir():
        named = used_media(file, connection)
        beside = {path.name for path in folder_of(file.path).iterdir()} - named.keys()
        if beside:
            said = f"{len(beside):,} files lie in the folder of recordings that no source names."
            way = "Run `crosscase purge clean STUDY`; what it leaves there, look at and delete."
            yield Remainder("unnamed-recordings", said, way)


def _beside_it(file: StudyFile) -> Iterator[Remainder]:
    """Copies that were broken off: nobody opens them, and they hold the whole study."""
    if file.path is None:
        return
    broken_off = len(list(file.path.parent.glob("*.crosscase.partial")))
    if broken_off:
        yield Remainder(
            "broken-off-copies",
            f"Beside the study lie {broken_off:,} copies that were broken off.",
            "Delete the files that end in .crosscase.partial, unless one is being made just now.",
        )
