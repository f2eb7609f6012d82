"""Words and files by the SHA-256 of their bytes: the only place where participants' words lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from crosscase.errors import UnreadableFile
from crosscase.store.study_file import StudyFile

__all__ = ["blob_hash", "find_blob", "put_blobs", "read_text_blob", "read_text_blobs"]


def blob_hash(data: bytes) -> str:
    """The name of these bytes."""
    return hashlib.sha256(data).hexdigest()


def put_blobs(connection: Connection, blobs: Mapping[str, bytes]) -> None:
    """Store bytes under their hashes; the same bytes are stored once."""
    rows = [(bytes.fromhex(name), data) for name, data in blobs.items()]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO blob (hash, bytes) VALUES (?, ?)", rows)


def find_blob(file: StudyFile, connection: Connection, name: bytes) -> bytes | None:
    """The bytes of a hash, or None when they were purged."""
    row = file.driver().execute("SELECT bytes FROM blob WHERE hash = ?", (name,)).fetchone()
    found = None if row is None else row[0]
    if found is None and file.blobs_from is not None:
        other = file.blobs_from
        with other.read() as there:
            return find_blob(other, there, name)
    return None if found is None else bytes(found)


def read_text_blob(file: StudyFile, connection: Connection, name: bytes) -> str:
    """The text of a hash; UnreadableFile when it is missing though it should be there."""
    data = find_blob(file, connection, name)
    if data is None:
        raise UnreadableFile(
            "Words that the log names are missing from the study file.",
            slug="blob-missing",
            hint="Run `crosscase verify`; merging another copy of the study brings them back.",
        )
    return data.decode("utf-8")


def read_text_blobs(
    file: StudyFile, connection: Connection, names: Iterable[bytes]
) -> dict[bytes, str]:
    """The texts of many hashes; those that are missing are left out."""
    wanted = list(dict.fromkeys(names))
    found = file.looked_up("SELECT hash, bytes FROM blob WHERE hash", wanted)
    missing = [name for name in wanted if found.get(name) is None]
    texts = {name: bytes(data).decode("utf-8") for name, data in found.items() if data is not None}
    if missing and file.blobs_from is not None:
        other = file.blobs_from
        with other.read() as there:
            texts |= read_text_blobs(other, there, missing)
    return texts
