"""Ids: UUIDv7 for what people make, derived UUIDv5 for things that are one by nature.

Ids are canonical UUID strings everywhere above the store and the log, where they are 16 bytes.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from functools import lru_cache

__all__ = ["FreshIds", "Id", "bytes_of_id", "derived_id", "id_of_bytes", "short_id"]

Id = str

# Much that is read or written names the same few things over and over again.
_HELD = 20_000

_NAMESPACE = uuid.UUID("6b6e2d4c-3a55-5f0e-9a44-1f6f6a8f5c01").bytes


@lru_cache(_HELD)
def id_of_bytes(raw: bytes) -> Id:
    """The canonical string of 16 bytes."""
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@lru_cache(_HELD)
def bytes_of_id(text: Id) -> bytes:
    """The 16 bytes of an id; ValueError when the text is not one."""
    raw = bytes.fromhex(text.replace("-", ""))
    if len(raw) != 16:
        raise ValueError(f"{text!r} is not an id")
    return raw


def derived_id(*parts: str) -> Id:
    """The UUIDv5 of a thing that is one by nature: the same parts give the same id everywhere."""
    name = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    raw = bytearray(hashlib.sha1(_NAMESPACE + name, usedforsecurity=False).digest()[:16])
    raw[6] = (raw[6] & 0x0F) | 0x50
    raw[8] = (raw[8] & 0x3F) | 0x80
    return id_of_bytes(bytes(raw))


def short_id(text: Id) -> str:
    """The last eight digits of an id: the random end, which tells ids of one second apart."""
    return text[-8:]


class FreshIds:
    """Makes UUIDv7 ids and salts from a clock (milliseconds) and a source of random bytes."""

    def __init__(self, now_ms: Callable[[], int], randomness: Callable[[int], bytes]) -> None:
        self._now_ms = now_ms
        self._randomness = randomness
        self._last_ms = 0
        self._counter = 0

    def __call__(self) -> Id:
        """A new id, greater than every id this maker gave before."""
        now = self._now_ms()
        if now <= self._last_ms:
            self._counter += 1
            if self._counter > 0xFFF:
                self._last_ms += 1
                self._counter = 0
        else:
            self._last_ms, self._counter = now, 0
        raw = (
            self._last_ms.to_bytes(6, "big")
            + (0x7000 | self._counter).to_bytes(2, "big")
            + self._randomness(8)
        )
        marked = bytearray(raw)
        marked[8] = (marked[8] & 0x3F) | 0x80
        return id_of_bytes(bytes(marked))

    def salts(self, count: int) -> list[bytes]:
        """Random 16-byte salts, one for each change of an operation."""
        drawn = self._randomness(16 * count)
        return [drawn[at : at + 16] for at in range(0, 16 * count, 16)]

    def writer(self) -> bytes:
        """The fresh 16-byte id of a writer."""
        return bytes_of_id(self())
