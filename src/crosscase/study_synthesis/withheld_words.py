"""Summaries and reasons without what they quote of people who withdrew, while they have."""

from __future__ import annotations

from collections.abc import Iterable

from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.store.blobs import read_text_blobs
from crosscase.store.quarantine import quarantine
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.texts import current_text

__all__ = ["WITHHELD", "shown_texts"]

WITHHELD = "[withheld]"


def shown_texts(reading: Reading, names: Iterable[bytes]) -> dict[bytes, str]:
    """The texts of these blobs, six words or more of a withdrawn source taken out of them."""
    texts = read_text_blobs(reading.file, reading.connection, names)
    held = sorted(quarantine(reading.file).sources)
    if not held:
        return texts

    def read() -> SaidRuns:
        said = (current_text(reading.file, reading.connection, source) for source in held)
        return SaidRuns([text for text in said if text], tuple, QUOTED_WORDS)

    runs = reading.file.remember("withheld words", SHOWING_KINDS, read)
    return {name: runs.replaced(text, WITHHELD) for name, text in texts.items()}
