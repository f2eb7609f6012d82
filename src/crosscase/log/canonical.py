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
_SHORT = 256
_DEEPEST = 8
_LAYOUTS_HELD = 1_000


def encode(value: Any) -> bytes:
    """The one way to write a value.

    What most changes consist of is put together here, at twice the speed of the library and in
    the same bytes: short texts and bytes, whole numbers, and lists and maps of these.
    """
    # By its exact type: what only behaves like one of these the library knows.
    kind = type(value)
    if kind is bytes and len(value) < _SHORT:
        return _BYTES[len(value)] + value  # type: ignore[no-any-return]
    if kind is dict or kind is list or kind is str:
        parts: list[bytes] = []
        try:
            _write(parts, value, _DEEPEST)
        except UnicodeEncodeError:  # half a character; the library says what it says of it
            return cbor2.dumps(value, canonical=True)
        return b"".join(parts)
    return cbor2.dumps(value, canonical=True)


def _heads(major: int) -> tuple[bytes, ...]:
    """How a value of each length (or a number) below 256 begins."""
    first = major << 5
    return tuple(bytes([first + n] if n < 24 else [first + 24, n]) for n in range(_SHORT))


_NUMBERS, _BYTES, _TEXTS, _LISTS, _MAPS = (_heads(major) for major in (0, 2, 3, 4, 5))


def _write(parts: list[bytes], value: Any, depth: int) -> None:
    kind = type(value)
    if kind is str:
        data = value.encode()
        if len(data) < _SHORT:
            parts += (_TEXTS[len(data)], data)
            return
    elif kind is bytes:
        if len(value) < _SHORT:
            parts += (_BYTES[len(value)], value)
            return
    elif kind is int:
        if 0 <= value < 0x10000:
            parts.append(_NUMBERS[value] if value < _SHORT else b"\x19" + value.to_bytes(2, "big"))
            return
    elif kind is list:
        if len(value) < _SHORT and depth:
            parts.append(_LISTS[len(value)])
            for each in value:
                _write(parts, each, depth - 1)
            return
    elif kind is dict and len(value) < _SHORT and depth:
        layout = _layout(tuple(value))
        if layout is not None:
            parts.append(_MAPS[len(value)])
            for name, head in layout:
                parts.append(head)
                _write(parts, value[name], depth - 1)
            return
    parts.append(cbor2.dumps(value, canonical=True))


@lru_cache(_LAYOUTS_HELD)
def _layout(names: tuple[Any, ...]) -> tuple[tuple[str, bytes], ...] | None:
    """The names of a map in the order of their bytes, each with these; None where one is no text.

    Maps of changes have few sets of names between them.
    """
    if not all(type(name) is str for name in names):
        return None
    heads = {name: cbor2.dumps(name) for name in names}
    return tuple(sorted(heads.items(), key=lambda pair: (len(pair[1]), pair[1])))


def encode_fields(parts: Mapping[int, bytes]) -> bytes:
    """The numbered fields of a change, of which each is encoded already."""
    written = [_MAPS[len(parts)]]
    for number in sorted(parts):
        written += (_NUMBERS[number] if number < _SHORT else encode(number), parts[number])
    return b"".join(written)


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
