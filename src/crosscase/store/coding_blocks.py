"""The current spans of codings, kept in columns so that analyses need no rows.

A block is a run of rows of nine little-endian int32: coding, code, coder, start_char,
end_char, flags, day, operation, region. At most 1,024 codings a part, so that adding one coding
writes little however many a source has. The region is a number that tells rectangles on a picture
or page apart; 0 is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from crosscase.store.study_file import StudyFile

__all__ = [
    "BASES",
    "COLUMNS",
    "FLAG_HIDDEN",
    "FLAG_LOST",
    "FLAG_TOUCHED",
    "PART_SIZE",
    "VALENCES",
    "BlockRows",
    "add_to_blocks",
    "flags_of",
    "number_of_region",
    "read_blocks",
    "replace_in_blocks",
    "rewrite_blocks",
]

PART_SIZE = 1024
COLUMNS = (
    "coding", "code", "coder", "start_char", "end_char", "flags", "day", "operation", "region",
)  # fmt: skip
VALENCES = (None, "enabling", "constraining", "mixed")
BASES = (None, "asserted", "inferred")
FLAG_HIDDEN, FLAG_LOST, FLAG_TOUCHED = 1, 2, 4
_VALENCE_SHIFT, _BASIS_SHIFT = 4, 6

BlockRows = npt.NDArray[np.int32]


def flags_of(*, hidden: bool, standing: str, valence: str | None, basis: str | None) -> int:
    """The flags of one coding: bit 0 hidden, 1 lost, 2 touched, 4-5 valence, 6-7 basis."""
    return (
        (FLAG_HIDDEN if hidden else 0)
        | (FLAG_LOST if standing == "lost" else 0)
        | (FLAG_TOUCHED if standing == "touched" else 0)
        | ((VALENCES.index(valence) if valence in VALENCES else 0) << _VALENCE_SHIFT)
        | ((BASES.index(basis) if basis in BASES else 0) << _BASIS_SHIFT)
    )


def number_of_region(stored: bytes | None) -> int:
    """The number of a coding's region, from its CBOR; 0 without one."""
    return 0 if stored is None else (crc32(stored) & 0x7FFFFFFF) or 1


def read_blocks(
    file: StudyFile, sources: Sequence[int] | None = None
) -> tuple[npt.NDArray[np.int32], BlockRows]:
    """The source of each coding, and all block rows (n x 9), by source and part."""
    raw = file.driver()
    where = ""
    if sources is not None:
        where = f" WHERE source IN ({','.join(str(int(row)) for row in sources)})"
    found = raw.execute(
        f"SELECT source, bytes FROM coding_block{where} ORDER BY source, part"
    ).fetchall()
    if not found:
        return np.empty(0, np.int32), np.empty((0, len(COLUMNS)), np.int32)
    joined = b"".join(data for _, data in found)
    rows = np.frombuffer(joined, dtype="<i4").reshape(-1, len(COLUMNS))
    counts = [len(data) // (4 * len(COLUMNS)) for _, data in found]
    owner = np.repeat(np.array([source for source, _ in found], np.int32), counts)
    return owner, rows


def add_to_blocks(
    file: StudyFile, connection: Connection, by_source: Mapping[int, Sequence[Sequence[int]]]
) -> list[tuple[int, int]]:
    """Append new rows; returns (part, coding row) pairs for the state table."""
    raw = file.driver()
    placed: list[tuple[int, int]] = []
    for source, rows in by_source.items():
        last = raw.execute(
            "SELECT part, bytes FROM coding_block WHERE source = ? ORDER BY part DESC LIMIT 1",
            (source,),
        ).fetchone()
        part, held = last if last is not None else (0, b"")
        new = np.asarray(rows, dtype="<i4").reshape(-1, len(COLUMNS))
        at = 0
        while at < len(new):
            free = PART_SIZE - len(held) // (4 * len(COLUMNS))
            if free <= 0:
                part, held = part + 1, b""
                continue
            taken = new[at : at + free]
            held += taken.tobytes()
            raw.execute(
                "INSERT OR REPLACE INTO coding_block (source, part, bytes) VALUES (?, ?, ?)",
                (source, part, held),
            )
            placed += [(part, int(coding)) for coding in taken[:, 0]]
            at += len(taken)
    return placed


def replace_in_blocks(
    file: StudyFile,
    connection: Connection,
    rows_of_part: Mapping[tuple[int, int], Mapping[int, Sequence[int]]],
) -> None:
    """Replace rows of codings that have a place already: (source, part) -> coding -> row."""
    raw = file.driver()
    for (source, part), rows in rows_of_part.items():
        (held,) = raw.execute(
            "SELECT bytes FROM coding_block WHERE source = ? AND part = ?", (source, part)
        ).fetchone()
        block = np.frombuffer(held, dtype="<i4").reshape(-1, len(COLUMNS)).copy()
        place = {int(coding): index for index, coding in enumerate(block[:, 0])}
        for coding, row in rows.items():
            block[place[coding]] = row
        raw.execute(
            "UPDATE coding_block SET bytes = ? WHERE source = ? AND part = ?",
            (block.tobytes(), source, part),
        )


def rewrite_blocks(
    file: StudyFile, connection: Connection, source: int, rows: Iterable[Sequence[int]]
) -> list[tuple[int, int]]:
    """Put all blocks of a source anew; returns (part, coding row) pairs."""
    file.driver().execute("DELETE FROM coding_block WHERE source = ?", (source,))
    held: list[Any] = list(rows)
    return add_to_blocks(file, connection, {source: held}) if held else []
