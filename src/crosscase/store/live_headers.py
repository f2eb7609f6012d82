"""What was recorded since: which kinds, sources and codes it touched, for pages that show them.

Only ids, never words: a page asks again for what it shows of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosscase.log.canonical import decode
from crosscase.log.closure import heads_name
from crosscase.log.records import OperationName
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store.file_connection import translated
from crosscase.store.history import operation_label
from crosscase.store.quarantine import quarantine
from crosscase.store.session import Reading, Session

__all__ = ["Cursor", "LiveHeader", "LiveHeaders", "LiveOperation", "anything"]

_OPERATIONS_TOLD = 10
_THINGS_TOLD = 10
# With more than this (an import, a merge) it is told that anything may have changed.
_MOST_OPERATIONS, _MOST_CHANGES = 200, 2_000
_SOURCE, _CODE, _CODING = (KINDS[name].number for name in ("source", "code", "coding"))
_MARK, _PURGE, _MEMO = (KINDS[name].number for name in ("operation", "purge", "memo"))
# A change of one of these, once it was there, shows in every source that is coded with it.
_SHOWN_EVERYWHERE = ("code", "coder", "framework")
# A withdrawal hides or shows things of any kind, and where one stands so do these.
_WITHDRAWAL = KINDS["withdrawal"].number
_HIDING = {KINDS[name].number for name in ("source", "speaker", "membership", "activity")}
_OF_A_SOURCE = ("revision", "speaker", "coding", "evidence", "quote")


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far somebody has been told: the last row, the state's name, what was taken out."""

    row: int
    heads: str
    taken_out: int


@dataclass(frozen=True, slots=True)
class LiveOperation:
    """One operation: its label, who did it, and which sentence it has."""

    operation: str
    person_id: Id | None
    sentence_key: str


@dataclass(frozen=True, slots=True)
class LiveHeader:
    """What changed. Of sources and codes None says: any of them."""

    heads: str
    operations: tuple[LiveOperation, ...]
    more: int
    kinds: tuple[str, ...]
    sources: tuple[Id, ...] | None
    codes: tuple[Id, ...] | None


class LiveHeaders:
    """Follows the log of one study file, whoever writes it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def data_version(self) -> int:
        """A number that is another one after any other program's, or connection's, write."""
        with translated(self._session.file.path):
            found = self._session.file.driver().execute("PRAGMA data_version").fetchone()
        return int(found[0])

    def cursor(self) -> Cursor:
        """Where the log ends now."""
        with self._session.reading() as reading:
            return _cursor(reading)

    def since(self, cursor: Cursor) -> tuple[LiveHeader | None, Cursor]:
        """What was recorded since, and where the log ends now; None when nothing was."""
        with self._session.reading() as reading:
            now = _cursor(reading)
            if now == cursor:
                return None, now
            if now.row <= cursor.row or now.taken_out != cursor.taken_out:
                return anything(now.heads), now
            return _header(reading, cursor.row, now), now


def anything(heads: str) -> LiveHeader:
    """The header that says that anything may have changed."""
    return LiveHeader(heads, (), 0, tuple(sorted(KINDS)), None, None)


def _cursor(reading: Reading) -> Cursor:
    row, taken_out = (
        reading.file.driver()
        .execute(
            "SELECT coalesce((SELECT max(row) FROM operation), 0), "
            "coalesce((SELECT sum(taken_out) FROM receipt), 0)"
        )
        .fetchone()
    )
    return Cursor(row, heads_name(reading.file.heads(reading.connection)), taken_out)


def _header(reading: Reading, after: int, now: Cursor) -> LiveHeader:
    operations, count = _operations(reading, after)
    raw = reading.file.driver()
    more = count - len(operations)
    if count > _MOST_OPERATIONS:
        return replace(anything(now.heads), operations=operations, more=more)
    fresh = [row for (row,) in raw.execute("SELECT row FROM operation WHERE row > ?", (after,))]
    rows = [*fresh, *_marked(reading, after)]
    if _count_changes(reading, rows) > _MOST_CHANGES:
        return replace(anything(now.heads), operations=operations, more=more)
    kinds = _kinds(reading, rows)
    if _WITHDRAWAL in kinds or (quarantine(reading.file) and not kinds.isdisjoint(_HIDING)):
        return replace(anything(now.heads), operations=operations, more=more)
    return LiveHeader(
        now.heads,
        operations,
        more,
        tuple(sorted(KIND_OF_NUMBER[kind].name for kind in kinds if kind in KIND_OF_NUMBER)),
        None if _PURGE in kinds else _told(reading, _sources(reading, rows, fresh)),
        None if _PURGE in kinds else _told(reading, _codes(reading, rows)),
    )


def _operations(reading: Reading, after: int) -> tuple[tuple[LiveOperation, ...], int]:
    """The newest operations, and how many there are."""
    raw = reading.file.driver()
    (count,) = raw.execute("SELECT count(*) FROM operation WHERE row > ?", (after,)).fetchone()
    told = [
        LiveOperation(
            operation_label(OperationName(bytes(writer), seq)),
            None if person is None else id_of_bytes(person),
            decode(sentence)[0],
        )
        for writer, seq, person, sentence in raw.execute(
            "SELECT w.id, o.seq, o.person, o.sentence FROM operation o "
            "JOIN writer w ON w.row = o.writer WHERE o.row > ? ORDER BY o.row DESC LIMIT ?",
            (after, _OPERATIONS_TOLD),
        )
    ]
    return tuple(told), count


def _marked(reading: Reading, after: int) -> list[int]:
    """The operations that were undone or redone by what was recorded since."""
    raw = reading.file.driver()
    targets = [
        decode(target)
        for (target,) in raw.execute(
            "SELECT s.target FROM change c JOIN state_operation s ON s.row = c.entity "
            "WHERE c.operation > ? AND c.kind = ? AND s.target IS NOT NULL LIMIT 500",
            (after, _MARK),
        )
    ]
    if not targets:
        return []
    named = ",".join(["(?,?)"] * len(targets))
    return [
        row
        for (row,) in raw.execute(
            "SELECT o.row FROM operation o JOIN writer w ON w.row = o.writer "
            f"WHERE (w.id, o.seq) IN (VALUES {named})",
            [part for writer, seq in targets for part in (bytes(writer), int(seq))],
        )
    ]


def _count_changes(reading: Reading, rows: Sequence[int]) -> int:
    (count,) = (
        reading.file.driver()
        .execute(
            "SELECT count(*) FROM (SELECT 1 FROM change "
            f"WHERE operation IN ({_listed(rows)}) LIMIT {_MOST_CHANGES + 1})"
        )
        .fetchone()
    )
    return int(count)


def _kinds(reading: Reading, rows: Sequence[int]) -> set[int]:
    return {
        kind
        for (kind,) in reading.file.driver().execute(
            f"SELECT DISTINCT kind FROM change WHERE operation IN ({_listed(rows)})"
        )
    }


def _sources(reading: Reading, rows: Sequence[int], fresh: Sequence[int]) -> set[int | None]:
    """The sources that show something else now; None among them stands for any."""
    touched = f"SELECT DISTINCT entity, kind FROM change WHERE operation IN ({_listed(rows)})"
    everywhere = ",".join(str(KINDS[name].number) for name in _SHOWN_EVERYWHERE)
    parts = [
        f"SELECT entity FROM touched WHERE kind = {_SOURCE}",
        # What was there before, and so shows wherever it was used.
        f"SELECT NULL FROM touched t WHERE kind IN ({everywhere}) AND EXISTS (SELECT 1 FROM "
        f"change c WHERE c.entity = t.entity AND c.operation NOT IN ({_listed(fresh)}))",
        "SELECT r.source FROM touched t JOIN state_memo m ON m.row = t.entity "
        f"JOIN state_revision r ON r.row = m.passage_revision WHERE t.kind = {_MEMO}",
        "SELECT v.subject FROM touched t JOIN state_attribute_value v ON v.row = t.entity "
        f"JOIN entity e ON e.row = v.subject AND e.kind = {_SOURCE} "
        f"WHERE t.kind = {KINDS['attribute_value'].number}",
    ]
    parts += [
        f"SELECT s.source FROM touched t JOIN state_{name} s ON s.row = t.entity "
        f"WHERE t.kind = {KINDS[name].number}"
        for name in _OF_A_SOURCE
    ]
    query = f"WITH touched AS ({touched}) {' UNION '.join(parts)}"
    return {row for (row,) in reading.file.driver().execute(query)}


def _codes(reading: Reading, rows: Sequence[int]) -> set[int | None]:
    """The codes that changed, or that were put on or taken off; None stands for any."""
    query = (
        f"WITH touched AS (SELECT DISTINCT entity, kind FROM change WHERE operation IN "
        f"({_listed(rows)})) SELECT entity FROM touched WHERE kind = {_CODE} "
        "UNION SELECT s.code FROM touched t JOIN state_coding s ON s.row = t.entity "
        f"WHERE t.kind = {_CODING}"
    )
    return {row for (row,) in reading.file.driver().execute(query)}


def _told(reading: Reading, rows: Iterable[int | None]) -> tuple[Id, ...] | None:
    wanted = set(rows)
    known = [row for row in wanted if row is not None]
    if len(known) < len(wanted) or len(known) > _THINGS_TOLD:
        return None
    ids = reading.file.ids_of_rows(reading.connection, known)
    return tuple(sorted(id_of_bytes(id_) for id_ in ids.values()))


def _listed(rows: Iterable[int]) -> str:
    return ",".join(str(int(row)) for row in rows)
