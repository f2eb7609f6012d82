"""What reading a file gives: its words, and what the format itself says about them.

All offsets are half-open and count Unicode code points of ``Document.text``.
"""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.errors import UnreadableFile

__all__ = [
    "TABLE_ROW",
    "Cue",
    "Document",
    "LabelledSpan",
    "Note",
    "Span",
    "checked_text",
    "with_line_feeds",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A heading in the text, with its level (1 is the highest)."""

    start_char: int
    end_char: int
    level: int


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Speech whose speaker the format itself states; the words start at ``speech_start_char``."""

    start_char: int
    end_char: int
    speech_start_char: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with the time at which a recording says them."""

    start_char: int
    end_char: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about how a file was read."""

    slug: str
    sentence: str


# The format of a row of a table that became a source.
TABLE_ROW = "table row"


@dataclass(frozen=True, slots=True)
class Document:
    """The words of one file and what its format says about them.

    ``encoding`` is set where the words had to be decoded; ``page_starts`` holds the first
    character of each page where the format has fixed pages.
    """

    text: str
    format: str
    encoding: str | None = None
    title: str | None = None
    language: str | None = None
    page_starts: tuple[int, ...] = ()
    headings: tuple[Span, ...] = ()
    labelled: tuple[LabelledSpan, ...] = ()
    cues: tuple[Cue, ...] = ()
    notes: tuple[Note, ...] = ()


def with_line_feeds(text: str) -> str:
    """The text with every line end written as a line feed; no other character changes."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def checked_text(text: str, name: str) -> str:
    """The text as a study may hold it.

    Args:
        text: what was decoded; a byte order mark at its start is removed.
        name: the file's name, for the sentence.

    Returns:
        The text with line feeds as line ends.

    Raises:
        UnreadableFile: it holds a NUL or half of a surrogate pair, or nothing but white space.
    """
    text = with_line_feeds(text.removeprefix("\ufeff"))
    if not text or text.isspace():
        raise UnreadableFile(
            f"“{name}” holds no text.",
            hint="Check that the right file was chosen.",
            slug="empty-file",
        )
    if "\0" in text:
        raise UnreadableFile(
            f"“{name}” holds NUL characters, so it is not a text.",
            hint="Open it in the program that made it and save it as UTF-8 text.",
            slug="binary-file",
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableFile(
            f"“{name}” holds half of a surrogate pair at character {error.start}.",
            hint="Open it in the program that made it and save it as UTF-8 text.",
            slug="lone-surrogate",
        ) from error
    return text
