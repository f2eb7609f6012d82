"""The lines of a text, and which of them are page numbers, running heads or headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

__all__ = ["Apart", "SpanLike", "TextLine", "capital_headings", "lines_apart", "text_lines"]

Apart = Literal["heading", "furniture"]


class SpanLike(Protocol):
    """A stretch of text, such as a heading that the file itself marks."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...


class TextLine(NamedTuple):
    """A line with words, without the blanks around them."""

    start_char: int
    end_char: int
    after_blank: bool


def text_lines(text: str) -> list[TextLine]:
    """The lines that have words, in order."""
    lines: list[TextLine] = []
    at, after_blank = 0, True
    for line in text.split("\n"):
        left = line.lstrip()
        if left:
            start = at + len(line) - len(left)
            lines.append(TextLine(start, start + len(left.rstrip()), after_blank))
        after_blank = not left
        at += len(line) + 1
    return lines


_PAGE = re.compile(
    r"(?:page|pg\.?|p\.|seite|página|pagina|第)\s*\d{1,4}(?:\s*(?:of|/|von|de|di|sur)\s*\d{1,4})?"
    r"(?:\s*页|\s*頁)?|[-–—]\s*\d{1,4}\s*[-–—]",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?")
_DIGITS = re.compile(r"\d+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+\S")


def page_furniture(
    text: str, lines: Sequence[TextLine], page_starts: Collection[int] = ()
) -> set[int]:
    """The lines that are page numbers or running heads, by their place in ``lines``."""
    starts = set(page_starts)
    if "\f" in text:
        starts.update(found.end() for found in re.finditer("\f", text))
    edges = _page_edges(lines, starts)
    short = [
        (at, text[line.start_char : line.end_char])
        for at, line in enumerate(lines)
        if line.end_char - line.start_char <= 100
    ]
    numbers = {at for at, words in short if len(words) < 24 and _PAGE.fullmatch(words)}
    bare = [
        (at, int(found[1]))
        for at, words in short
        if len(words) < 12 and (found := _BARE_NUMBER.fullmatch(words)) is not None
    ]
    numbers |= {at for at, _ in bare if at in edges} | _rising(bare)
    beside = {near for at in numbers for near in (at - 1, at + 1)} - numbers
    pages = max(len(numbers), len(starts))
    if pages < 3:
        return numbers
    repeated: dict[str, list[int]] = {}
    for at, words in short:
        if at in edges or at in beside:
            repeated.setdefault(_DIGITS.sub("#", words), []).append(at)
    for places in repeated.values():
        if len(places) >= max(3, 0.4 * pages):
            numbers.update(places)
    return numbers


def _page_edges(lines: Sequence[TextLine], starts: Collection[int]) -> set[int]:
    """The first and last two lines of each page, where the pages are known."""
    begins = [line.start_char for line in lines]
    edges: set[int] = set()
    for start in starts:
        at = bisect_left(begins, start)
        edges.update(near for near in (at - 2, at - 1, at, at + 1) if 0 <= near < len(lines))
    return edges


def _rising(bare: Sequence[tuple[int, int]]) -> set[int]:
    """Numbers alone on their lines that count up one by one, some lines apart."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    for at, number in bare:
        if run and number == run[-1][1] + 1 and at - run[-1][0] > 3:
            run.append((at, number))
        else:
            run = [(at, number)]
        if len(run) >= 3:
            found.update(place for place, _ in run)
    return found


def capital_headings(
    text: str, lines: Sequence[TextLine], labels: Collection[int] = ()
) -> set[int]:
    """Paragraphs of one line in capitals, unless the text is written in capitals throughout.

    A heading heads something: the last paragraphs of a text are none, nor are ``labels``, lines
    with which somebody begins to speak.
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not line.after_blank or line.end_char - line.start_char > 120:
            continue
        if at + 1 == len(lines) or lines[at + 1].after_blank:
            words = text[line.start_char : line.end_char]
            if words[:1].isupper() and _in_capitals(words):
                found.add(at)
    if len(found) > max(3, 0.3 * len(lines)):
        return set()
    found.difference_update(labels)
    last = len(lines) - 1
    while last in found:
        found.discard(last)
        last -= 1
    return found


def _in_capitals(words: str) -> bool:
    core = re.sub(r"\s*\([^()]*\)\.?", "", words)
    if " " not in core or core[-1:] in ".!?,;:…":
        return False
    letters = [character for character in core if character.isalpha()]
    return len(letters) > 5 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def lines_apart(
    text: str,
    lines: Sequence[TextLine],
    *,
    headings: Iterable[SpanLike] = (),
    page_starts: Collection[int] = (),
    only_given: bool = False,
) -> dict[int, Apart]:
    """Which lines are headings or page furniture, by their place in ``lines``.

    Lines in capitals are left to ``capital_headings``: such a line may be a speaker. With
    ``only_given`` none is so by its looks.
    """
    apart: dict[int, Apart] = {}
    if not only_given:
        apart = dict.fromkeys(page_furniture(text, lines, page_starts), "furniture")
    for at, line in enumerate(() if only_given else lines):
        if text[line.start_char] == "#" and _MARKDOWN_HEADING.match(text, line.start_char):
            apart[at] = "heading"
    begins = [line.start_char for line in lines]
    for span in headings:
        for at in range(bisect_left(begins, span.start_char), bisect_left(begins, span.end_char)):
            apart[at] = "heading"
    return apart
