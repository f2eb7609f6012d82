"""Summaries and reasons without what they quote of people who withdrew, while they have."""

from __future__ import annotations

from collections.abc import Iterable

from crosscase.store.blobs import read_text_blobs
from crosscase.store.session import Reading
from crosscase.store.withheld_words import WITHHELD, withheld_runs

__all__ = ["WITHHELD", "shown_texts"]


def shown_texts(reading: Reading, names: Iterable[bytes]) -> dict[bytes, str]:
    """The texts of these blobs, six words or more of a withdrawn source taken out of them."""
    texts = read_text_blobs(reading.file, reading.connection, names)
    runs = withheld_runs(reading)
    if runs is None:
        return texts
    return {name: runs.replaced(text, WITHHELD) for name, text in texts.items()}
