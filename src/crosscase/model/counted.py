"""Numbers with their nouns, for sentences."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 coding, 2,000 codings."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
