"""The study as it was: the operations that some heads had seen, folded into memory.

"As of" heads is exact. "As of" a day takes what clocks said, so it is approximate, and says so.
Purges hold in the past too: what was sealed stays sealed. So do the withdrawals of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from crosscase.errors import NotFound
from crosscase.log.canonical import tips_from_bytes
from crosscase.log.closure import closure, heads_name
from crosscase.log.records import Tip
from crosscase.store.log_tables import log_metadata
from crosscase.store.refolding import rebuild
from crosscase.store.study_file import StudyFile

__all__ = [
    "file_as_of_day",
    "file_as_of_heads",
    "find_state",
    "heads_seen",
    "state_name",
    "whole_file",
]


def heads_seen(connection: Connection) -> dict[bytes, list[tuple[int, tuple[Tip, ...]]]]:
    """For each writer its operations that name heads, by number."""
    found: dict[bytes, list[tuple[int, tuple[Tip, ...]]]] = {}
    for id_, seq, heads in connection.exec_driver_sql(
        "SELECT w.id, o.seq, o.heads FROM operation o JOIN writer w ON w.row = o.writer "
        "WHERE length(o.heads) > 1 ORDER BY o.writer, o.seq"
    ):
        found.setdefault(bytes(id_), []).append((seq, tips_from_bytes(heads)))
    return found


def state_name(file: StudyFile) -> str:
    """The name of the study's state: the digest of its sorted heads."""
    with file.read() as connection:
        return heads_name(file.heads(connection))


def file_as_of_heads(file: StudyFile, heads: Sequence[tuple[bytes, int]]) -> StudyFile:
    """The study as these operations (writer, number) had seen it, in memory, for reading."""
    with file.read() as connection:
        there = {
            (bytes(id_), seq): row
            for row, id_, seq in file.driver().execute(
                "SELECT o.row, w.id, o.seq FROM operation o JOIN writer w ON w.row = o.writer"
            )
        }
        if any((bytes(id_), seq) not in there for id_, seq in heads):
            raise NotFound(
                "The study holds no such state: one of its operations is not in this copy.",
                slug="state-not-found",
                hint="Merge the copy in which that state was recorded, then ask again.",
            )
        reached = closure(heads, heads_seen(connection))
        rows = [row for (id_, seq), row in there.items() if seq <= reached.get(id_, 0)]
        return _copied(file, connection, rows, withdrawn_since=file)


def find_state(file: StudyFile, name: str) -> list[tuple[bytes, int]]:
    """The heads (writer, number) of a state by its name, or by the beginning of that.

    Found are the state now, the state right after any operation of one writer at a time, and any
    state that a later operation was written on.
    """
    wanted = name.strip().casefold()
    with file.read() as connection:
        states = [file.heads(connection)]
        before: dict[bytes, Tip] = {}
        for id_, seq, digest, heads in file.driver().execute(
            "SELECT w.id, o.seq, o.digest, o.heads FROM operation o "
            "JOIN writer w ON w.row = o.writer ORDER BY o.writer, o.seq"
        ):
            seen = set(tips_from_bytes(heads))
            if id_ in before:
                seen.add(before[id_])
            before[id_] = Tip(id_, seq, digest)
            states += [(before[id_],), tuple(sorted(seen))]
    found = {heads for heads in states if heads and heads_name(heads).startswith(wanted)}
    if len(found) != 1:
        raise NotFound(
            f"There is no state “{name}” in this copy."
            if not found
            else f"“{name}” begins the names of several states.",
            slug="state-not-found",
            hint="`crosscase info` gives the name of the state now; give more of a name, the label "
            "of an operation (`crosscase log`), or a day such as 2024-03-01.",
        )
    return [(tip.writer, tip.seq) for tip in found.pop()]


def file_as_of_day(file: StudyFile, last_wall_ms: int) -> StudyFile:
    """The study by what clocks said up to this moment (milliseconds), in memory, for reading."""
    with file.read() as connection:
        rows = [
            row
            for (row,) in file.driver().execute(
                "SELECT row FROM operation WHERE wall_ms <= ?", (last_wall_ms,)
            )
        ]
        if not rows:
            raise NotFound(
                "The study had not been begun on that day.",
                slug="before-the-study",
                hint="`crosscase log` shows its first day.",
            )
        return _copied(file, connection, rows, withdrawn_since=file)


def whole_file(file: StudyFile) -> StudyFile:
    """The study as it is, folded anew in memory, for a file that may only be read."""
    with file.read() as connection:
        rows = [row for (row,) in file.driver().execute("SELECT row FROM operation")]
        return _copied(file, connection, rows)


def _copied(
    file: StudyFile,
    connection: Connection,
    rows: Iterable[int],
    *,
    withdrawn_since: StudyFile | None = None,
) -> StudyFile:
    past = StudyFile(None, read_only=False, blobs_from=file)
    try:
        _fill(past, file, set(rows))
    except BaseException:
        past.close()
        raise
    past.read_only = True
    past.withdrawn_since = withdrawn_since
    return past


def _fill(past: StudyFile, file: StudyFile, kept: set[int]) -> None:
    with past.write() as there:
        log_metadata.create_all(there)
        for table in log_metadata.sorted_tables:
            if table.name in ("blob", "head"):
                continue
            # The columns we know: a newer crosscase may have added others.
            names = [column.name for column in table.columns]
            cursor = file.driver().execute(f"SELECT {', '.join(names)} FROM {table.name}")
            at = {"operation": "row", "change": "operation"}.get(table.name)
            index = names.index(at) if at else -1
            lines = (line for line in cursor if index < 0 or line[index] in kept)
            past.driver().executemany(
                f"INSERT INTO {table.name} ({', '.join(names)}) "
                f"VALUES ({', '.join('?' * len(names))})",
                lines,
            )
        rebuild(past, there)
        _set_heads(past)


def _set_heads(past: StudyFile) -> None:
    raw = past.driver()
    named = {
        (tip.writer, tip.seq)
        for (heads,) in raw.execute("SELECT heads FROM operation")
        for tip in tips_from_bytes(heads)
    }
    last = raw.execute(
        "SELECT o.row, w.id, o.seq FROM operation o JOIN writer w ON w.row = o.writer "
        "WHERE o.seq = (SELECT max(seq) FROM operation p WHERE p.writer = o.writer)"
    ).fetchall()
    raw.executemany(
        "INSERT INTO head (operation) VALUES (?)",
        [(row,) for row, id_, seq in last if (id_, seq) not in named],
    )
