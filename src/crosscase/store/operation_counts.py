"""How often what was done in a study: its operations by the sentence that they record."""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.log.canonical import decode
from crosscase.store.session import Reading

__all__ = ["OperationCount", "operation_counts"]


@dataclass(slots=True)
class OperationCount:
    """How often one kind of operation stands, when first and last, and by whom (their ids)."""

    count: int
    first_ms: int
    last_ms: int
    people: dict[bytes | None, int]


def operation_counts(reading: Reading) -> dict[str, OperationCount]:
    """The operations that are not undone, by the key of their sentence."""
    undone = reading.file.undone(reading.connection)
    found: dict[str, OperationCount] = {}
    rows = reading.file.driver().execute(
        "SELECT w.id, o.seq, o.wall_ms, o.person, o.sentence "
        "FROM operation o JOIN writer w ON w.row = o.writer"
    )
    for writer, seq, wall_ms, person, sentence in rows:
        if undone and (bytes(writer), seq) in undone:
            continue
        key: str = decode(sentence)[0]
        held = None if person is None else bytes(person)
        told = found.get(key)
        if told is None:
            told = found[key] = OperationCount(0, wall_ms, wall_ms, {})
        told.count += 1
        told.first_ms = min(told.first_ms, wall_ms)
        told.last_ms = max(told.last_ms, wall_ms)
        told.people[held] = told.people.get(held, 0) + 1
    return found
