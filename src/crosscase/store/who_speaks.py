"""Which participants speak in which passages: by the turns that a passage touches."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from crosscase.store.turn_columns import TurnColumns

__all__ = ["pairs_of_ranges", "participants_of_passages", "turns_of_passages"]

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]

_SPAN = np.int64(1) << 32


def turns_of_passages(
    turns: TurnColumns, source: Ints, start_char: Ints, end_char: Ints
) -> tuple[Longs, Longs]:
    """For each passage the first turn that it touches, and the one after the last.

    Arguments are arrays of one length (entity row, code points). The results index ``turns``;
    where nothing is touched both are equal.
    """
    own = source.astype(np.int64) * _SPAN
    first = np.searchsorted(turns.end_keys, own + start_char, "right")
    after = np.searchsorted(turns.start_keys, own + end_char, "left")
    return first, np.maximum(first, after)


def pairs_of_ranges(first: Longs, after: Longs) -> tuple[Longs, Longs]:
    """All (index of range, member) pairs of half-open ranges."""
    counts = after - first
    owner = np.repeat(np.arange(len(first)), counts)
    begins = np.repeat(np.cumsum(counts) - counts, counts)
    member = np.arange(len(owner)) - begins + np.repeat(first, counts)
    return owner, member


def participants_of_passages(
    turns: TurnColumns, source: Ints, start_char: Ints, end_char: Ints
) -> tuple[Longs, Ints]:
    """Distinct (index of passage, participant row) pairs, ordered by passage.

    A passage over the turns of two people belongs to both; an interviewer's turn to nobody.
    """
    first, after = turns_of_passages(turns, source, start_char, end_char)
    owner, member = pairs_of_ranges(first, after)
    person = turns.participant[member]
    keep = person >= 0
    joined = np.sort(owner[keep].astype(np.int64) * _SPAN + person[keep])
    joined = joined[np.flatnonzero(np.diff(joined, prepend=-1))]
    return joined // _SPAN, (joined % _SPAN).astype(np.int32)
