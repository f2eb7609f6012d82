"""A sealed backup: the whole study, its recordings too, in one encrypted file."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crosscase.errors import Conflict, NotFound, UnreadableFile
from crosscase.formats.sealed_file import (
    Cost,
    Randomness,
    checked_passphrase,
    open_sealed,
    write_sealed,
)
from crosscase.log.canonical import decode, encode
from crosscase.store.copying import copy_file
from crosscase.store.file_connection import is_there
from crosscase.store.media_folder import folder_of
from crosscase.store.session import Session
from crosscase.store.study_file import StudyFile
from crosscase.store.verifying import verify_file

__all__ = ["Restored", "open_backup", "write_backup"]

_STUDY = "study"
_HASH = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """A study that came out of a backup: where it lies, how large it is, and its recordings."""

    path: Path
    bytes: int
    recordings: int


def write_backup(
    session: Session,
    target: Path,
    passphrase: str,
    *,
    randomness: Randomness,
    cost: Cost | None = None,
) -> int:
    """Write the whole study into one sealed file; returns its size. Refuses to overwrite."""
    checked_passphrase(passphrase)
    if target.exists():
        raise _is_there(target)
    if not target.parent.is_dir():
        raise NotFound(f"There is no folder “{target.parent}”.", slug="folder-not-found")
    # The copy in between lies beside the study, where its words lie anyway.
    beside = target.parent if session.file.path is None else session.file.path.parent
    try:
        with tempfile.TemporaryDirectory(dir=beside, prefix=".backup-") as folder:
            copy = Path(folder, "study.crosscase")
            copy_file(session.file, copy)
            return write_sealed(
                target,
                _parts(copy),
                passphrase,
                content="backup",
                randomness=randomness,
                cost=cost,
            )
    except OSError as error:
        raise UnreadableFile(
            f"The backup cannot be prepared: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Make room beside the study for a copy of it, and try again.",
        ) from error


def _is_there(target: Path) -> Conflict:
    return Conflict(
        f"“{target.name}” is there already.",
        slug="file-exists",
        hint="Choose another name; crosscase never overwrites a study or a backup.",
    )


def _parts(study: Path) -> Iterator[bytes]:
    """What lies in a backup: a list of its files with their sizes and hashes, then their bytes."""
    files = [(_STUDY, study)]
    media = folder_of(study)
    if media.is_dir():
        files += [(each.name, each) for each in sorted(media.iterdir()) if each.is_file()]
    listed = [[name, path.stat().st_size, _hash_of(path)] for name, path in files]
    head = encode({"version": 1, "files": listed})
    yield len(head).to_bytes(8, "big") + head
    for _, path in files:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece


def _hash_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def open_backup(backup: Path, target: Path, passphrase: str) -> Restored:
    """Take the study out of a backup; it is verified before it gets its name.

    Refuses to overwrite.
    """
    media = folder_of(target)
    if is_there(target) or media.exists():
        raise _is_there(target if is_there(target) else media)
    if not target.parent.is_dir():
        raise NotFound(f"There is no folder “{target.parent}”.", slug="folder-not-found")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".restored-") as folder:
            copy = Path(folder, "study.crosscase")
            _take_out(backup, copy, passphrase)
            _require_sound(copy, backup.name)
            held = folder_of(copy)
            recordings = len(list(held.iterdir())) if held.is_dir() else 0
            if recordings:
                shutil.move(held, media)
            copy.replace(target)
    except OSError as error:
        with suppress(OSError):
            shutil.rmtree(media)
        raise UnreadableFile(
            f"“{target.name}” cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Choose a folder that you may write to, with enough space.",
        ) from error
    return Restored(target, target.stat().st_size, recordings)


def _take_out(backup: Path, study: Path, passphrase: str) -> None:
    pieces = _Pieces(open_sealed(backup, passphrase, content="backup"))
    try:
        size = int.from_bytes(pieces.take(8), "big")
        held = decode(pieces.take(size)) if size <= _PIECE * 64 else {}
        files = [(str(name), int(size), bytes(hash_)) for name, size, hash_ in held["files"]]
    except (ValueError, TypeError, KeyError):
        raise _no_backup(backup.name) from None
    for name, size, hash_ in files:
        if name != _STUDY and not _HASH.fullmatch(name):
            raise _no_backup(backup.name)
        path = study if name == _STUDY else folder_of(study) / name
        path.parent.mkdir(exist_ok=True)
        made = hashlib.sha256()
        with path.open("wb") as out:
            for piece in pieces.iterate(size):
                out.write(piece)
                made.update(piece)
        if made.digest() != hash_:
            raise _no_backup(backup.name)
    pieces.finish()
    if not study.is_file():
        raise _no_backup(backup.name)


def _no_backup(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” opens, but what it holds is no backup of a study.",
        slug="not-a-backup",
        hint="Take another backup.",
    )


def _require_sound(path: Path, name: str) -> None:
    file = StudyFile.open(path, read_only=True)
    try:
        faults = verify_file(file)
    finally:
        file.close()
    if faults:
        raise UnreadableFile(
            f"The study in “{name}” is not sound: {faults[0].sentence}",
            slug="damaged",
            hint="It was so when the backup was made. Take an earlier backup.",
        )


class _Pieces:
    """Bytes that come in pieces, taken in the sizes that are wanted."""

    def __init__(self, source: Iterator[bytes]) -> None:
        self._source = source
        self._held = b""

    def iterate(self, size: int) -> Iterator[bytes]:
        """So many bytes, in pieces; ValueError when there are fewer."""
        while size:
            if not self._held:
                self._held = next(self._source, b"")
                if not self._held:
                    raise ValueError("the backup ends early")
            piece, self._held = self._held[:size], self._held[size:]
            size -= len(piece)
            yield piece

    def take(self, size: int) -> bytes:
        """So many bytes at once."""
        return b"".join(self.iterate(size))

    def finish(self) -> None:
        """Read to the end, so that the last piece has vouched for all of them."""
        for _ in self._source:
            pass
