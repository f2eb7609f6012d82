"""Changes of one entity as tests write them: short, with their hashes right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crosscase.log.canonical import change_hash, encode, over_to_bytes
from crosscase.log.records import Change, OperationName, Seal
from crosscase.model.kinds import KINDS

CODE = KINDS["code"]
ENTITY = bytes(15) + b"\x01"


def writer(number: int) -> bytes:
    """The id of the writer of this number."""
    return bytes(15) + bytes([number])


def name(at: int, by: int = 1) -> OperationName:
    """The operation of a writer at a time: tests number operations by their time."""
    return OperationName(writer(by), at)


def change(
    at: int,
    fields: Mapping[int, Any],
    over: Sequence[OperationName] = (),
    *,
    by: int = 1,
    entity: bytes = ENTITY,
    seal: Seal = Seal.OPEN,
    version: int = 1,
    kind: int = CODE.number,
) -> Change:
    """What a writer put into an entity at a time."""
    data, under, salt = encode(dict(fields)), over_to_bytes(over), bytes(16)
    hash_ = change_hash(salt, kind, version, entity, data, under)
    is_open = seal == Seal.OPEN
    return Change(
        entity,
        at,
        writer(by),
        at,
        kind,
        version,
        data if is_open else None,
        salt if is_open else None,
        hash_,
        under,
        seal,
    )
