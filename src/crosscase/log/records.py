"""What the log is made of: operations and the changes they put into entities.

Here ids are 16 bytes and fields are numbered wire values, as they are hashed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple

from crosscase.model.fields import KindSpec
from crosscase.model.ids import Id

__all__ = ["Change", "Draft", "DraftChange", "Operation", "OperationName", "Seal", "Tip"]


class OperationName(NamedTuple):
    """What names an operation everywhere: its writer and its number there."""

    writer: bytes
    seq: int


class Tip(NamedTuple):
    """An operation with its digest: what a later one saw."""

    writer: bytes
    seq: int
    digest: bytes


class Seal(IntEnum):
    """Why only the salted hash of a change may be seen; OPEN when all of it may."""

    OPEN = 0
    PURGED = 1
    BLIND = 2
    REFUSED = 3
    CLEARED = 4


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a person meant. ``at`` (microseconds) orders; ``wall_ms`` is the clock's word."""

    writer: bytes
    seq: int
    at: int
    wall_ms: int
    person: bytes | None
    sentence: bytes
    heads: tuple[Tip, ...]
    digest: bytes

    @property
    def name(self) -> OperationName:
        """Its writer and number."""
        return OperationName(self.writer, self.seq)


@dataclass(frozen=True, slots=True)
class Change:
    """What one operation put into one entity: only the fields it set.

    ``fields`` and ``over`` are the bytes that are hashed; ``fields`` and ``salt`` are None in a
    sealed change. ``at`` and ``writer`` are those of its operation.
    """

    entity: bytes
    at: int
    writer: bytes
    seq: int
    kind: int
    version: int
    fields: bytes | None
    salt: bytes | None
    hash: bytes
    over: bytes
    seal: Seal = Seal.OPEN

    @property
    def operation(self) -> OperationName:
        """The operation that it belongs to."""
        return OperationName(self.writer, self.seq)


@dataclass(frozen=True, slots=True)
class DraftChange:
    """A change as a rule proposes it: the kind, the entity and the fields by name.

    ``new`` says that the entity is surely new (a fresh id), which saves looking it up.
    ``makes`` says that it is made here: one that was dropped or undone before stands again.
    ``over`` names the changes of the entity that it was written over, where these are not all
    that stand: beside those it leaves out it stands in conflict, as in a merge.
    """

    kind: KindSpec
    entity: Id
    fields: Mapping[str, Any]
    new: bool = False
    makes: bool = False
    over: tuple[OperationName, ...] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One intention: a sentence (template key and its values), the changes, and the blobs."""

    sentence: str
    values: Mapping[str, Any]
    changes: tuple[DraftChange, ...]
    blobs: Mapping[str, bytes] = field(default_factory=dict)
