"""Intents: what a page asked for once, found again in the log when it is sent twice.

An operation's sentence values may hold the id of the intent that it was recorded for. So the
answer to an intent outlives the process that stored it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from crosscase.log.canonical import decode
from crosscase.log.closure import heads_name
from crosscase.log.records import OperationName, Tip
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KINDS
from crosscase.store.history import list_operations, operation_label
from crosscase.store.recording import Recorded
from crosscase.store.session import INTENT, Reading, Session

__all__ = ["Intents", "RecordedAnswer"]

# A page sends again within minutes; so many operations are more than anybody records in an hour.
_OPERATIONS_LOOKED_AT = 5_000


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """What an operation did: its label, its sentence, the state right after it, what it made."""

    operation: str
    sentence: str
    heads: str
    made: tuple[Id, ...]


class Intents:
    """What is done for an intent, and what was done for it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @contextmanager
    def on(self, intent: Id | None) -> Iterator[list[Recorded]]:
        """What is recorded in here bears the intent (None: no mark), and is listed."""
        with self._session.on_intent(intent) as recorded:
            yield recorded

    def recent(self) -> dict[Id, int]:
        """The intents of the latest operations, each with its operation's row."""
        with self._session.reading() as reading:
            return _recent(reading)

    def answer(self, row: int) -> RecordedAnswer:
        """What the operation of this row did; what it made in the order of its draft."""
        with self._session.reading() as reading:
            return _answer(reading, row)


def _recent(reading: Reading) -> dict[Id, int]:
    found: dict[Id, int] = {}
    for row, sentence in reading.file.driver().execute(
        "SELECT row, sentence FROM operation ORDER BY row DESC LIMIT ?", (_OPERATIONS_LOOKED_AT,)
    ):
        _, values = decode(sentence)
        intent = values.get(INTENT)
        if isinstance(intent, bytes) and len(intent) == 16:
            found.setdefault(id_of_bytes(intent), row)
    return found


def _answer(reading: Reading, row: int) -> RecordedAnswer:
    raw = reading.file.driver()
    writer, seq, digest = raw.execute(
        "SELECT w.id, o.seq, o.digest FROM operation o JOIN writer w ON w.row = o.writer "
        "WHERE o.row = ?",
        (row,),
    ).fetchone()
    made = raw.execute(
        "SELECT e.id FROM change c JOIN entity e ON e.row = c.entity WHERE c.operation = ? "
        "AND c.kind <> ? AND NOT EXISTS (SELECT 1 FROM change d WHERE d.entity = c.entity "
        "AND d.operation <> c.operation AND d.at <= c.at) ORDER BY c.entity",
        (row, KINDS["operation"].number),
    )
    name = OperationName(bytes(writer), seq)
    return RecordedAnswer(
        operation_label(name),
        list_operations(reading, rows=[row])[0].sentence,
        heads_name((Tip(name.writer, name.seq, bytes(digest)),)),
        tuple(id_of_bytes(id_) for (id_,) in made),
    )
