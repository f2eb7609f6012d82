"""A place in a question or a check that cannot be understood, and the error that tells of it."""

from __future__ import annotations

from crosscase.errors import MistakeOfUse
from crosscase.model.shown_places import with_carets

__all__ = ["Slip", "not_understood"]


class Slip(Exception):
    """A place in what somebody wrote that cannot be understood; it never leaves its language."""

    def __init__(
        self, sentence: str, start_char: int, end_char: int, hint: str | None = None
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.start_char = start_char
        self.end_char = end_char
        self.hint = hint


def not_understood(written: str, slip: Slip, slug: str) -> MistakeOfUse:
    """The slip as an error that shows the place; the bare sentence is the ``reason`` in details."""
    return MistakeOfUse(
        f"{slip.sentence}\n\n{with_carets(written, slip.start_char, slip.end_char)}",
        hint=slip.hint,
        slug=slug,
        details={
            "start_char": slip.start_char,
            "end_char": slip.end_char,
            "reason": slip.sentence,
        },
    )
