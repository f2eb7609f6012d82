"""Markdown: the text stays exactly as it is; only its headings are found."""

from __future__ import annotations

import re

from crosscase.formats.decoding import decode
from crosscase.formats.document import Document, Span, checked_text

__all__ = ["heading_words", "headings_in", "read_markdown"]

_ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOT_A_PARAGRAPH = re.compile(r" {0,3}(?:[-*+>]|\d{1,9}[.)])(?:\s|$)| {4}|\t")


def heading_words(rest: str) -> str:
    """The words of a heading: what follows its number signs, without closing ones."""
    words = rest.strip(" \t")
    unclosed = words.rstrip("#")
    return unclosed.rstrip(" \t") if unclosed[-1:] in ("", " ", "\t") else words


def headings_in(text: str) -> tuple[Span, ...]:
    """The headings of a Markdown text, outside fenced blocks; a span covers the words only."""
    found: list[Span] = []
    fence: str | None = None
    start = 0
    paragraph: tuple[int, str] | None = None
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence is not None:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = None
            paragraph = None
        elif mark:
            fence, paragraph = mark[1], None
        elif (atx := _ATX.match(line)) is not None:
            words = heading_words(line[atx.end() :])
            at = start + line.index(words, atx.end())
            if words:
                found.append(Span(at, at + len(words), len(atx[1])))
            paragraph = None
        elif paragraph is not None and (underline := _SETEXT.fullmatch(line)) is not None:
            at, words = paragraph
            lead = len(words) - len(words.lstrip())
            level = 1 if underline[1][0] == "=" else 2
            found.append(Span(at + lead, at + len(words.rstrip()), level))
            paragraph = None
        elif line.strip() and not _NOT_A_PARAGRAPH.match(line):
            # A heading of several lines is a paragraph that happens to stand above a rule.
            paragraph = (start, line) if paragraph is None else paragraph
        else:
            paragraph = None
        start += len(line) + 1
    return tuple(found)


def read_markdown(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a Markdown text.

    Args:
        data: the file.
        name: its name, for sentences.
        encoding: its encoding when known.

    Returns:
        The text with its marks kept, its headings, and the first top heading as title.

    Raises:
        UnreadableFile: it is empty, no text, or cannot be decoded.
    """
    decoded = decode(data, name, encoding)
    text = checked_text(decoded.text, name)
    headings = headings_in(text)
    top = next((span for span in headings if span.level == 1), None)
    return Document(
        text,
        "markdown",
        encoding=decoded.encoding,
        title=text[top.start_char : top.end_char] if top else None,
        headings=headings,
        notes=decoded.notes,
    )
