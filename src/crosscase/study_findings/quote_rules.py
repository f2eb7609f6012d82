"""The rules of the quote bank: how words and notes of quotes are stored."""

from __future__ import annotations

from typing import Any

from crosscase.coding.named_things import checked_text
from crosscase.store.blobs import blob_hash
from crosscase.study_findings.quote_matching import checked_pieces

__all__ = ["stored_note", "stored_words"]


def stored_words(words: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The words of a quote as they are stored, and their blob; refused without any word."""
    tidy = checked_text(words).strip()
    checked_pieces(tidy)
    data = tidy.encode("utf-8")
    return {"words": blob_hash(data)}, {blob_hash(data): data}


def stored_note(note: str | None) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The note of a quote as it is stored; an empty one is none."""
    tidy = checked_text(note or "").strip()
    if not tidy:
        return {"note": None}, {}
    data = tidy.encode("utf-8")
    return {"note": blob_hash(data)}, {blob_hash(data): data}
