"""Where the words of texts begin, for distances in words and for counting words."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from crosscase.model.words import word_spans
from crosscase.query.intervals import Positions
from crosscase.store.session import Reading
from crosscase.store.texts import current_text

__all__ = ["word_positions", "word_starts"]

_IS_WORD_BYTE = np.array([chr(byte).isalnum() and byte < 128 for byte in range(256)], bool)


def word_positions(reading: Reading, sources: Iterable[int]) -> Positions:
    """Where each word of these sources (entity rows) begins; texts are read one by one."""
    owners: list[npt.NDArray[np.int32]] = [np.empty(0, np.int32)]
    starts: list[npt.NDArray[np.int32]] = [np.empty(0, np.int32)]
    for source in sorted({int(row) for row in sources}):
        begins = word_starts(current_text(reading.file, reading.connection, source) or "")
        owners.append(np.full(len(begins), source, np.int32))
        starts.append(begins)
    return Positions(np.concatenate(owners), np.concatenate(starts))


def word_starts(text: str) -> npt.NDArray[np.int32]:
    """Where each word of a text begins."""
    if not text.isascii():
        return np.array([start for start, _ in word_spans(text)], np.int32)
    is_word = _IS_WORD_BYTE[np.frombuffer(text.encode("ascii"), np.uint8)]
    is_word[1:] &= ~is_word[:-1].copy()
    return np.flatnonzero(is_word).astype(np.int32)
