"""A sealed file: any bytes, encrypted under a passphrase.

A header of 64 bytes (sign, version, what is inside, the cost of the key, salt, nonce) is followed
by chunks of 1 MiB, each encrypted by AES-256-GCM. The key comes from the passphrase by argon2id
(RFC 9106). Every chunk vouches for the whole header, for its number and for whether it is the
last, so nothing can be changed, cut off, repeated or put in another order unnoticed.
"""

from __future__ import annotations

import os
import struct
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

__all__ = [
    "LEAST_PASSPHRASE",
    "STANDARD_COST",
    "Cost",
    "checked_passphrase",
    "open_sealed",
    "sealed_chunks",
    "write_sealed",
]

_SIGN = b"crosscase sealed"
_VERSION = 1
_HEADER = struct.Struct(">16s B B H I H H 16s 7s 13x")
_CHUNK = 1 << 20
_TAG = 16
_CONTENTS = {"vault": 1, "backup": 2}
LEAST_PASSPHRASE = 10

Randomness = Callable[[int], bytes]


class Cost(NamedTuple):
    """What making the key costs: memory in KiB, rounds, and lanes that may run side by side."""

    memory_kib: int
    rounds: int
    lanes: int


STANDARD_COST = Cost(256 * 1024, 3, 4)
"""256 MiB and three rounds: about half a second here, and dear for whoever tries many."""
# Of a file that asks for more, the header is damaged: no crosscase writes one.
_MOST = Cost(1024 * 1024, 10, 16)


def checked_passphrase(passphrase: str) -> str:
    """A passphrase for a new file; one that is too short is refused."""
    if len(passphrase.strip()) < LEAST_PASSPHRASE:
        raise MistakeOfUse(
            f"A passphrase has at least {LEAST_PASSPHRASE} characters.",
            slug="passphrase-too-short",
            hint="Take four or five words that do not belong together.",
        )
    return passphrase


def sealed_chunks(
    parts: Iterable[bytes],
    passphrase: str,
    *,
    content: str,
    randomness: Randomness,
    cost: Cost | None = None,
) -> Iterator[bytes]:
    """The bytes of a sealed file, piece by piece; ``content`` is vault or backup."""
    cost = cost or STANDARD_COST
    salt, nonce = randomness(16), randomness(7)
    number = _CONTENTS[content]
    header = _HEADER.pack(
        _SIGN, _VERSION, number, 0, cost.memory_kib, cost.rounds, cost.lanes, salt, nonce
    )
    cipher = _cipher(passphrase, salt, cost)
    yield header
    held = bytearray()
    count = 0
    for part in parts:
        held += part
        while len(held) > _CHUNK:
            yield cipher.encrypt(_nonce(nonce, count, False), bytes(held[:_CHUNK]), header)
            del held[:_CHUNK]
            count += 1
    yield cipher.encrypt(_nonce(nonce, count, True), bytes(held), header)


def write_sealed(
    path: Path,
    parts: Iterable[bytes],
    passphrase: str,
    *,
    content: str,
    randomness: Randomness,
    cost: Cost | None = None,
) -> int:
    """Write a sealed file, all of it or nothing, and make sure of it; returns its size."""
    whole = path.resolve()
    part = whole.with_name(f"{whole.name}.part")
    size = 0
    try:
        with part.open("wb") as out:
            for piece in sealed_chunks(
                parts, passphrase, content=content, randomness=randomness, cost=cost
            ):
                size += out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        part.replace(whole)
        _make_sure(whole.parent)
    except FileNotFoundError:
        raise NotFound(f"There is no folder “{path.parent}”.", slug="folder-not-found") from None
    except OSError as error:
        raise UnreadableFile(
            f"“{path.name}” cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Choose a folder that you may write to, with enough space.",
        ) from error
    finally:
        with suppress(OSError):  # the first error says more
            part.unlink(missing_ok=True)
    return size


def open_sealed(path: Path, passphrase: str, *, content: str) -> Iterator[bytes]:
    """What a sealed file holds, piece by piece.

    A later piece may still turn out to be damaged: use nothing before the last one has come.
    """
    try:
        with path.open("rb") as stream:
            yield from _opened(stream, path.name, passphrase, content)
    except FileNotFoundError:
        raise NotFound(f"There is no file “{path}”.", slug="file-not-found") from None
    except OSError as error:
        raise UnreadableFile(
            f"“{path.name}” cannot be read: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-read",
            hint="Check that it is a file, still there, and that you may read it.",
        ) from error


def _opened(stream: BinaryIO, name: str, passphrase: str, content: str) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag

    header = stream.read(_HEADER.size)
    salt, nonce, cost = _read_header(header, name, content)
    cipher = _cipher(passphrase, salt, cost)
    count, piece = 0, stream.read(_CHUNK + _TAG)
    while True:
        after = stream.read(_CHUNK + _TAG)
        try:
            yield cipher.decrypt(_nonce(nonce, count, not after), piece, header)
        except (InvalidTag, ValueError):
            raise _shut(name, content) from None
        if not after:
            return
        count, piece = count + 1, after


def _read_header(header: bytes, name: str, content: str) -> tuple[bytes, bytes, Cost]:
    if header[: len(_SIGN)] != _SIGN:
        raise UnreadableFile(
            f"“{name}” is no {content} of crosscase.",
            slug="not-sealed",
            hint=f"Name the file that was written as the {content}.",
        )
    if len(header) < _HEADER.size:
        raise _shut(name, content)
    _, version, inside, _, memory_kib, rounds, lanes, salt, nonce = _HEADER.unpack(header)
    if version > _VERSION:
        raise UnreadableFile(
            f"“{name}” was written by a newer crosscase, or its first bytes are damaged.",
            slug="newer-version",
            hint="Install the newest crosscase, or take another copy of the file.",
        )
    if inside != _CONTENTS[content]:
        held = {number: word for word, number in _CONTENTS.items()}.get(inside)
        if held is None:
            raise _shut(name, content)
        raise UnreadableFile(
            f"“{name}” is a {held}, not a {content}.",
            slug="other-content",
            hint="Open it with `crosscase vault`."
            if held == "vault"
            else "Open it with `crosscase backup open`.",
        )
    cost = Cost(memory_kib, rounds, lanes)
    if not 0 < lanes <= _MOST.lanes or not 0 < rounds <= _MOST.rounds:
        raise _shut(name, content)
    if not 8 * lanes <= memory_kib <= _MOST.memory_kib:
        raise _shut(name, content)
    return salt, nonce, cost


def _shut(name: str, content: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” does not open: the passphrase is another one, or the file is damaged.",
        slug="sealed-shut",
        hint="Which of the two cannot be told. Type the passphrase again, then try another copy "
        f"of the {content}; the passphrase is stored nowhere, and without it nothing opens it.",
    )


def _cipher(passphrase: str, salt: bytes, cost: Cost) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # The same passphrase typed on another machine may come in other code points.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    key = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.rounds,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret)
    return AESGCM(key)


def _nonce(prefix: bytes, count: int, is_last: bool) -> bytes:
    return prefix + count.to_bytes(4, "big") + bytes([is_last])


def _make_sure(folder: Path) -> None:
    """Have the folder itself written, so that the new name outlives a power cut."""
    with suppress(OSError):  # Windows does not open folders
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
