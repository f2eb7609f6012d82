"""The words of a document that Taguette holds as HTML, and where its bytes lie in them.

Taguette counts the bytes of all text between the tags, in UTF-8. crosscase writes a block a line,
with white space as a browser shows it, so every place is carried over.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any

__all__ = ["HtmlWords", "plain"]

_UNSEEN = frozenset(("head", "script", "style", "template", "title", "textarea", "select"))
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
# Words with one space between them stand in the text as they stand between the tags.
_WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_SPACE = " \t\n\r\f"
_WIDE = re.compile(r"[^\x00-\x7f]")


class HtmlWords:
    """The words that a reader sees, with the place of each byte of the text between the tags."""

    def __init__(self, html: str) -> None:
        """``html``: whole or a part of a page; what no parser can read has no words."""
        self._lines: list[str] = []
        self._length = 0
        self._gap = ""
        self._source: list[str] = []
        self._at = 0
        # Runs of words: where each begins between the tags and in the text, and its length.
        self._from: list[int] = []
        self._to: list[int] = []
        self._many: list[int] = []
        self._walk(_parsed(html))
        self.text = "".join(self._lines)

    # -- places ------------------------------------------------------------------------------

    def span(self, start_byte: int, end_byte: int) -> tuple[int, int] | None:
        """Where the bytes from one place to another lie in the text; None when they hold no words.

        White space at the ends is left out.
        """
        start, end = self._character(start_byte), self._character(end_byte)
        if start is None or end is None or start >= end:
            return None
        first = bisect_right(self._from, start) - 1
        if first < 0 or start >= self._from[first] + self._many[first]:
            first += 1
            begins = self._to[first] if first < len(self._to) else len(self.text)
        else:
            begins = self._to[first] + start - self._from[first]
        last = bisect_left(self._from, end) - 1
        if last < 0:
            return None
        ends = self._to[last] + min(end - self._from[last], self._many[last])
        words = self.text[begins:ends]
        begins += len(words) - len(words.lstrip(_SPACE))
        ends = begins + len(words.strip(_SPACE))
        return (begins, ends) if begins < ends else None

    def find(self, noted: str) -> tuple[int, int] | None:
        """Where words with single spaces stand, when they stand in one place only."""
        once = _spaced(noted)
        first = once.search(self.text) if once else None
        if first is None or once is None or once.search(self.text, first.start() + 1):
            return None
        return first.span()

    @cached_property
    def bytes_between_tags(self) -> int:
        """How many bytes the text between the tags has."""
        return self._at + sum(width - 1 for _, width in self._wide)

    @cached_property
    def _between_tags(self) -> str:
        return "".join(self._source)

    @cached_property
    def _wide(self) -> list[tuple[int, int]]:
        """The characters of more than one byte: where each stands, and how many bytes it has."""
        if self._between_tags.isascii():
            return []
        found = _WIDE.finditer(self._between_tags)
        return [(each.start(), len(each[0].encode("utf-8", "replace"))) for each in found]

    @cached_property
    def _wide_bytes(self) -> list[int]:
        """At which byte each of them begins."""
        found, more = [], 0
        for place, width in self._wide:
            found.append(place + more)
            more += width - 1
        return found

    def _character(self, byte: int) -> int | None:
        """The character that begins at a byte; None when none does."""
        if not 0 <= byte <= self.bytes_between_tags:
            return None
        before = bisect_right(self._wide_bytes, byte) - 1
        if before < 0:
            return byte
        (place, width), begins = self._wide[before], self._wide_bytes[before]
        if byte == begins:
            return place
        return None if byte < begins + width else place + 1 + byte - begins - width

    # -- words -------------------------------------------------------------------------------

    def _walk(self, root: Any) -> None:
        """All text in order; without recursion, since pages nest deep."""
        if root is None:
            return
        from lxml import etree

        unseen, kept = 0, 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            step = 1 if event == "start" else -1
            if name in _UNSEEN:
                unseen += step
            elif name == "pre":
                kept += step
            if name in _BLOCKS or (name == "br" and step > 0):
                self._gap = "\n" if self._length else ""
            words = element.text if step > 0 else element.tail
            if words and not (step < 0 and element is root):
                self._take(words, is_seen=not unseen, is_kept=bool(kept))

    def _take(self, words: str, *, is_seen: bool, is_kept: bool) -> None:
        if is_seen and is_kept:
            self._put(words, self._at)
        elif is_seen:
            self._take_run(words)
        self._source.append(words)
        self._at += len(words)

    def _take_run(self, words: str) -> None:
        ended = 0
        for match in _WORDS.finditer(words):
            if match.start() > ended and not self._gap and self._length:
                self._gap = " "
            self._put(match[0], self._at + match.start())
            ended = match.end()
        if ended < len(words) and not self._gap and self._length:
            self._gap = " "

    def _put(self, words: str, at: int) -> None:
        if self._gap:
            self._lines.append(self._gap)
            self._length += 1
            self._gap = ""
        self._from.append(at)
        self._to.append(self._length)
        self._many.append(len(words))
        self._lines.append(words)
        self._length += len(words)


def _parsed(html: str) -> Any:
    """The page as a tree; None when there is nothing in it."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    # As every HTML parser does before it begins.
    data = html.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def _spaced(words: str) -> re.Pattern[str] | None:
    """A pattern of these words, whatever white space is between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split(" ")))) if words else None


def plain(words: str) -> str:
    """Words with single spaces, so that they can be compared."""
    return " ".join(words.split())
