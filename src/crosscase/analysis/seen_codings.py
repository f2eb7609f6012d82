"""What a summary was written on, and what has changed beneath it since.

Each coding beneath a cell is told by nine bytes: five that name it (the random end of its id) and
four for what it says (its code and how many characters it covers). A summary keeps those it was
written on, sorted, as text. Where a text was corrected elsewhere nothing changes; where the
coding is on another code, or covers more or less, it has changed.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Changes", "Marks", "changes_since", "coding_marks", "seen_texts"]

Longs = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_BYTES = 9  # three of them are four letters, so that texts can be joined
_LETTERS = 12
_NAME_BYTES = 5
_NAME_BITS = 8 * _NAME_BYTES
_SPREAD = np.uint64(0x9E3779B1)  # an odd number near 2**32 over the golden ratio


class Marks(NamedTuple):
    """Codings by cell, each once in a cell, ordered by cell and name (three arrays)."""

    cell: Longs
    name: npt.NDArray[np.uint64]
    says: npt.NDArray[np.uint32]


class Changes(NamedTuple):
    """How many codings are new, gone and changed, cell by cell (three arrays)."""

    new: Longs
    gone: Longs
    changed: Longs


def coding_marks(cell: Longs, coding_ids: Bytes, code_ids: Bytes, chars: Longs) -> Marks:
    """The marks of codings.

    Args:
        cell: the number of the cell of each coding, below 2**24 (n).
        coding_ids: the ids of the codings as bytes (n, 16).
        code_ids: the ids of their codes as bytes (n, 16).
        chars: how many characters each covers (n).

    Returns:
        Each coding once in each cell, however often it was given there.
    """
    name = _number(coding_ids[:, -_NAME_BYTES:])
    code = _number(code_ids[:, -4:])
    says = ((code + chars.astype(np.uint64) * _SPREAD) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return _ordered(cell.astype(np.int64), name, says)


def seen_texts(marks: Marks, cells: int) -> list[str]:
    """What a summary of each of the first ``cells`` cells keeps; empty where nothing is coded."""
    packed = np.empty((len(marks.cell), _BYTES), np.uint8)
    packed[:, :_NAME_BYTES] = _big_endian(marks.name)[:, -_NAME_BYTES:]
    packed[:, _NAME_BYTES:] = _big_endian(marks.says.astype(np.uint64))[:, -4:]
    text = base64.b64encode(packed.tobytes()).decode("ascii")
    bounds = (np.searchsorted(marks.cell, np.arange(cells + 1)) * _LETTERS).tolist()
    return [text[low:high] for low, high in pairwise(bounds)]


def changes_since(seen: Sequence[str | None], marks: Marks) -> Changes:
    """What has changed in each cell since its summary was written.

    Args:
        seen: what the summary of each cell keeps (None, or a text that this version cannot read:
            nothing is known of what it was written on, and nothing is told as changed).
        marks: the codings beneath these cells now.

    Returns:
        Counts by cell, each as long as ``seen``.
    """
    texts = list(seen) if _are_readable(seen) else [_readable(each) for each in seen]
    known = np.array([each is not None for each in texts], bool)
    then = _read([each or "" for each in texts])
    now = Marks(*(column[known[marks.cell]] for column in marks)) if len(marks.cell) else marks
    before, after = _key(then), _key(now)
    at = np.searchsorted(before, after)
    inside = at < len(before)
    there = np.zeros(len(after), bool)
    there[inside] = before[at[inside]] == after[inside]
    differs = there.copy()
    differs[there] = then.says[at[there]] != now.says[there]
    stayed = np.zeros(len(before), bool)
    stayed[at[there]] = True
    count = len(seen)
    return Changes(
        np.bincount(now.cell[~there], minlength=count),
        np.bincount(then.cell[~stayed], minlength=count),
        np.bincount(now.cell[differs], minlength=count),
    )


def _ordered(cell: Longs, name: npt.NDArray[np.uint64], says: npt.NDArray[np.uint32]) -> Marks:
    _, first = np.unique(_key(Marks(cell, name, says)), return_index=True)
    return Marks(cell[first], name[first], says[first])


def _key(marks: Marks) -> npt.NDArray[np.uint64]:
    return (marks.cell.astype(np.uint64) << np.uint64(_NAME_BITS)) | marks.name


def _read(texts: Sequence[str]) -> Marks:
    lengths = np.array([len(text) // _LETTERS for text in texts], np.int64)
    held = np.frombuffer(base64.b64decode("".join(texts)), np.uint8).reshape(-1, _BYTES)
    cell = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    name = _number(held[:, :_NAME_BYTES])
    return _ordered(cell, name, _number(held[:, _NAME_BYTES:]).astype(np.uint32))


def _are_readable(texts: Sequence[str | None]) -> bool:
    """Whether all of them are, asked at once: as good as always."""
    if any(text is not None and len(text) % _LETTERS for text in texts):
        return False
    return _readable("".join(text or "" for text in texts)) is not None


def _readable(text: str | None) -> str | None:
    """The text where it can be read."""
    if text is None or len(text) % _LETTERS or "=" in text:
        return None
    try:
        base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return text


def _number(columns: Bytes) -> npt.NDArray[np.uint64]:
    """Bytes, the greatest first, as one number a row."""
    number = np.zeros(len(columns), np.uint64)
    for at in range(columns.shape[1]):
        number = (number << np.uint64(8)) | columns[:, at].astype(np.uint64)
    return number


def _big_endian(numbers: npt.NDArray[np.uint64]) -> Bytes:
    return numbers.astype(">u8").view(np.uint8).reshape(-1, 8)
