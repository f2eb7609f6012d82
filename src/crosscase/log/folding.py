"""The fold: what of an entity shows, given all its changes.

Of a field's standing changes (not undone, not sealed) those are dropped that another standing
change of that field reaches through ``over``; of the rest the greatest (at, writer) shows.
Different values left are a conflict, equal ones are not. Reach passes through undone and
sealed changes. An entity stands while a making of it stands: a change over nothing, or one that
makes anew what was there before, by setting ``dropped`` to false together with its other fields.
A bare restoring is no making: without one, only a hollow thing would be left to show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crosscase.log.canonical import EMPTY_OVER, decode, over_from_bytes
from crosscase.log.lifting import lift
from crosscase.log.records import Change, OperationName, Seal
from crosscase.model.fields import DROPPED

__all__ = ["Candidate", "FoldedEntity", "FoldedField", "fold_entity", "frontier"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that stands for a field, with the change it came in; the best first."""

    at: int
    writer: bytes
    seq: int
    value: Any

    @property
    def operation(self) -> OperationName:
        """The operation that set it."""
        return OperationName(self.writer, self.seq)


@dataclass(frozen=True, slots=True)
class FoldedField:
    """What shows for one field, and the values that stand against it."""

    value: Any
    winner: Candidate
    rivals: tuple[Candidate, ...] = ()

    @property
    def in_conflict(self) -> bool:
        """Whether different values are left."""
        return any(rival.value != self.value for rival in self.rivals)


@dataclass(frozen=True, slots=True)
class FoldedEntity:
    """All fields of an entity that have a standing value; ``created``: a creation stands."""

    kind: int
    created: bool
    fields: Mapping[int, FoldedField] = field(default_factory=dict)

    def values(self) -> dict[int, Any]:
        """The shown values by field number."""
        return {number: folded.value for number, folded in self.fields.items()}

    def conflicts(self) -> int:
        """A bit mask of the fields in conflict (field n is bit n)."""
        mask = 0
        for number, folded in self.fields.items():
            if folded.in_conflict:
                mask |= 1 << min(number, 62)
        return mask


def fold_entity(
    changes: Sequence[Change],
    undone: frozenset[OperationName] | set[OperationName],
    skipped: frozenset[tuple[int, OperationName]] = frozenset(),
) -> FoldedEntity:
    """Fold the changes of one entity.

    ``undone`` names the operations whose mark is set; ``skipped`` names (field, operation) pairs
    that a repair rule leaves out, such as an edge that would close a cycle.
    """
    if len(changes) == 1 and not skipped:
        return _fold_single(changes[0], undone)
    reach = _reach(changes)
    standing = [
        index
        for index, change in enumerate(changes)
        if change.seal == Seal.OPEN and change.operation not in undone
    ]
    by_field: dict[int, list[tuple[int, Any]]] = {}
    created = False
    for index in standing:
        change = changes[index]
        values = lift(change.kind, change.version, decode(change.fields or b""))
        created = created or _makes(change, values)
        for number, value in values.items():
            if (number, change.operation) not in skipped:
                by_field.setdefault(number, []).append((index, value))
    return FoldedEntity(
        changes[0].kind,
        created,
        {number: _fold_field(changes, entries, reach) for number, entries in by_field.items()},
    )


def _makes(change: Change, values: Mapping[int, Any]) -> bool:
    return change.over == EMPTY_OVER or (values.get(DROPPED) is False and len(values) > 1)


def _fold_single(
    change: Change, undone: frozenset[OperationName] | set[OperationName]
) -> FoldedEntity:
    if change.seal != Seal.OPEN or change.operation in undone:
        return FoldedEntity(change.kind, False)
    values = lift(change.kind, change.version, decode(change.fields or b""))
    return FoldedEntity(
        change.kind,
        _makes(change, values),
        {
            number: FoldedField(value, Candidate(change.at, change.writer, change.seq, value))
            for number, value in values.items()
        },
    )


def _fold_field(
    changes: Sequence[Change], entries: Sequence[tuple[int, Any]], reach: Sequence[int]
) -> FoldedField:
    reached = 0
    for index, _ in entries:
        reached |= reach[index]
    left = [
        Candidate(changes[index].at, changes[index].writer, changes[index].seq, value)
        for index, value in entries
        if not reached >> index & 1
    ]
    if not left:  # only a forged circle of ``over`` leaves none; then all of it stands
        left = [
            Candidate(changes[index].at, changes[index].writer, changes[index].seq, value)
            for index, value in entries
        ]
    left.sort(key=lambda candidate: (candidate.at, candidate.writer, candidate.seq), reverse=True)
    return FoldedField(left[0].value, left[0], tuple(left[1:]))


def _reach(changes: Sequence[Change]) -> list[int]:
    """For each change a bit mask of those it reaches through ``over``, at any remove."""
    place = {change.operation: index for index, change in enumerate(changes)}
    direct = [
        [place[name] for name in over_from_bytes(change.over) if name in place]
        for change in changes
    ]
    reach = [0] * len(changes)
    state = bytearray(len(changes))  # 0 not seen, 1 on the way down, 2 done
    for root in range(len(changes)):
        stack = [root]
        while stack:
            index = stack[-1]
            if state[index] == 0:
                state[index] = 1
                stack += [below for below in direct[index] if state[below] == 0]
                continue
            stack.pop()
            if state[index] == 2:
                continue
            state[index] = 2
            mask = 0
            for below in direct[index]:
                # A forged circle of ``over`` would reach itself; nothing reaches itself.
                mask |= reach[below] | (1 << below)
            reach[index] = mask & ~(1 << index)
    return reach


def frontier(changes: Sequence[Change]) -> tuple[OperationName, ...]:
    """The changes of an entity that no other change of it was written over."""
    covered = {name for change in changes for name in over_from_bytes(change.over)}
    return tuple(sorted(c.operation for c in changes if c.operation not in covered))
