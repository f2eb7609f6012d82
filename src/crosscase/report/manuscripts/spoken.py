"""The quotes of a text: words within quotation marks, long enough to be somebody's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscase.report.manuscripts.sentences import HIDDEN, MARK

__all__ = ["LEAST_WORDS", "QuotedWords", "block_quote", "find_quoted"]

LEAST_WORDS = 4
"""Fewer words within quotation marks are a term, not a quote."""

_MOST_CHARS = 5_000
_PAIRS = re.compile(
    "“(?P<a>[^“”]{8,5000})”|„(?P<b>[^„“”]{8,5000})[“”]|«(?P<c>[^«»]{8,5000})»"
    r'|(?<![\w"])"(?P<d>[^"\n]{8,5000})"(?!\w)'
    r"|(?<!\w)‘(?P<e>[^‘]{8,5000}?)’(?=[\s.,;:!?)\]—–-]|$)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What follows a quote that was read, not heard: a reference with a year, or a page.
_CITED = re.compile(
    rf"^[\s.,;]*(?:\([^)]{{0,120}}(?:\b(?:19|20)\d\d[a-z]?\b|\bpp?\.\s?\d)[^)]*\)|\[\d{{1,3}}\]"
    rf"|{HIDDEN})"
)
_LAST_LINE = re.compile(r"(?:^|\n)[ \t>]*(?:—|–|--|-)[ \t]*(?P<by>[^\n]{1,200})\s*$")
_LAST_BRACKET = re.compile(r"\s*(?P<by>\([^()\n]{1,200}\))[.\s]*$")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words within quotation marks (or of a block quote) at their place.

    ``around`` is what stands beside them in their paragraph, where their attribution is;
    ``is_cited`` tells words that were read from words that somebody said.
    """

    start: int
    end: int
    words: str
    around: str
    is_cited: bool = False


def find_quoted(text: str, start: int, end: int) -> list[QuotedWords]:
    """The quotes of a paragraph between two places of a text."""
    found: list[QuotedWords] = []
    for each in _PAIRS.finditer(text, start, end):
        group = each.lastgroup or "a"
        words = each[group]
        if HIDDEN in words or MARK in words or not _is_long(words):
            continue
        around = f"{text[start : each.start()]} {text[each.end() : end]}"
        cited = _CITED.match(text[each.end() : min(end, each.end() + 200)]) is not None
        found.append(
            QuotedWords(each.start(group), each.end(group), " ".join(words.split()), around, cited)
        )
    return found


def block_quote(text: str, start: int) -> QuotedWords | None:
    """The words of a block quote that starts at a place, without the line that says whose."""
    by = _LAST_LINE.search(text) or _LAST_BRACKET.search(text)
    words = text if by is None else text[: by.start()]
    around = "" if by is None else by["by"]
    said = " ".join(words.strip().strip('“”"„«»‘’').split())
    if HIDDEN in said or MARK in said or not _is_long(said):
        return None
    lead = len(words) - len(words.lstrip())
    cited = _CITED.match(around) is not None or around.startswith(HIDDEN)
    return QuotedWords(start + lead, start + len(words.rstrip()), said, around, cited)


def _is_long(words: str) -> bool:
    return len(words) <= _MOST_CHARS and len(_WORD.findall(words)) >= LEAST_WORDS
