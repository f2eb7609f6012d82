"""The rules of findings: what they say, and where they stand."""

from __future__ import annotations

from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse

__all__ = ["STATUSES", "words_of_statement"]

STATUSES = ("draft", "agreed", "set aside")


def words_of_statement(statement: str) -> bytes:
    """A statement as it is stored; refused when it is empty."""
    words = checked_text(statement).strip()
    if not words:
        raise MistakeOfUse("A finding needs a statement: what it claims.", slug="empty-statement")
    return words.encode("utf-8")
