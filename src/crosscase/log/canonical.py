"""Deterministic CBOR (RFC 8949, section 4.2), the hash of a change and the chain of digests.

A digest shows damage, and any change to what another copy has seen. It does not prove who
wrote an operation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import cbor2

from crosscase.log.records import Operation, OperationName, Tip

__all__ = [
    "EMPTY_OVER",
    "change_hash",
    "decode",
    "encode",
    "encode_fields",
    "operation_digest",
    "over_from_bytes",
    "over_to_bytes",
    "tips_from_bytes",
    "tips_to_bytes",
]

_BREAK = b"\xff"


def encode(value: Any) -> bytes:
    """The one way to write a value."""
    return cbor2.dumps(value, canonical=True)


def encode_fields(parts: Mapping[int, bytes]) -> bytes:
    """The numbered fields of a change, of which each is encoded already."""
    head = bytes([0xA0 + len(parts)]) if len(parts) < 24 else bytes([0xB8, len(parts)])
    return head + b"".join(encode(number) + parts[number] for number in sorted(parts))


def decode(data: bytes) -> Any:
    """The value again; ValueError when the bytes are not CBOR."""
    try:
        # A lone "break" is a value to some releases of the library; it is none of ours.
        if data == _BREAK:
            raise ValueError("these bytes are not CBOR")
        return cbor2.loads(data)
    except (cbor2.CBORDecodeError, RecursionError, OverflowError) as error:
        raise ValueError("these bytes are not CBOR") from error


def over_to_bytes(over: Iterable[OperationName]) -> bytes:
    """The operations whose changes of the entity a change was written over."""
    return encode([[name.writer, name.seq] for name in sorted(over)])


def over_from_bytes(data: bytes) -> tuple[OperationName, ...]:
    """The same, read back."""
    if data == EMPTY_OVER:
        return ()
    return tuple(OperationName(writer, seq) for writer, seq in decode(data))


def tips_to_bytes(tips: Iterable[Tip]) -> bytes:
    """The heads that an operation saw."""
    return encode([[tip.writer, tip.seq, tip.digest] for tip in sorted(tips)])


def tips_from_bytes(data: bytes) -> tuple[Tip, ...]:
    """The same, read back."""
    return tuple(Tip(writer, seq, digest) for writer, seq, digest in decode(data))


EMPTY_OVER = encode([])


def change_hash(
    salt: bytes, kind: int, version: int, entity: bytes, fields: bytes, over: bytes
) -> bytes:
    """SHA-256 over the salt and the change as it is stored."""
    head = _head(kind, version, len(entity)) + entity
    return hashlib.sha256(b"".join((salt, head, fields, over))).digest()


@lru_cache(1_000)
def _head(kind: int, version: int, length: int) -> bytes:
    """What stands before the bytes of an entity in a list of kind, version and entity."""
    encoded = encode([kind, version, bytes(length)])
    return encoded[: len(encoded) - length]


def operation_digest(
    previous: bytes, operation: Operation, entity_hashes: Mapping[bytes, bytes] | Sequence[Any]
) -> bytes:
    """SHA-256 over the writer's previous digest, the header and the change hashes in entity order.

    ``entity_hashes`` maps each changed entity to the hash of its change.
    """
    pairs = entity_hashes.items() if isinstance(entity_hashes, Mapping) else entity_hashes
    header = encode(
        [
            operation.writer,
            operation.seq,
            operation.at,
            operation.wall_ms,
            operation.person,
            operation.sentence,
            [[tip.writer, tip.seq, tip.digest] for tip in sorted(operation.heads)],
        ]
    )
    running = hashlib.sha256(previous)
    running.update(header)
    for _, hash_ in sorted(pairs):
        running.update(hash_)
    return running.digest()
