"""The quotes of a text: words within quotation marks, long enough to be somebody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.report.manuscripts.quotation_marks import Quotation, find_quotations
from crosscase.report.manuscripts.sentences import HIDDEN, MARK

__all__ = ["LEAST_WORDS", "QuotedWords", "block_quote", "find_quoted"]

LEAST_WORDS = 4
"""Fewer words within quotation marks are a term, not a quote."""

_MARKS = "“”\"„«»‘’‚‹›'"
_LONGEST_LINE = 200
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What follows a quote that was read, not heard: a reference with a year, or a page.
_CITED = re.compile(
    rf"^[\s.,;]*(?:\([^)]{{0,120}}(?:\b(?:19|20)\d\d[a-z]?\b|\bpp?\.\s?\d)[^)]*\)"
    rf"|[\[(]\d{{1,3}}(?:\s?[,–-]\s?\d{{1,3}}){{0,12}}[\])]|{HIDDEN})|^[.,;]?\d{{1,3}}(?![\w%])"
)
_BRACKET = re.compile(r"[\s.,;*_]*\((?P<by>[^()]{1,200})\)")
_LAST_LINE = re.compile(r"(?:^|\n)[ \t>]*(?:—|–|--|-)[ \t]*(?P<by>[^\n]{1,200})\s*$")
_LAST_BRACKET = re.compile(r"\s*(?P<by>\([^()\n]{1,200}\))[.\s]*$")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words within quotation marks (or of a block quote) at their place.

    ``around`` is what stands beside them in their paragraph, where their attribution is;
    ``behind`` is what stands in brackets right behind them, or in the line below a block quote;
    ``is_cited`` tells words that were read from words that somebody said.
    """

    start: int
    end: int
    words: str
    around: str
    is_cited: bool = False
    behind: str = ""


def find_quoted(
    text: str, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> list[QuotedWords]:
    """The quotes among the quotations of some paragraphs.

    Each paragraph of a quotation that goes on over several is a quote of its own; what stands
    beside the last of them stands beside all.
    """
    found: list[QuotedWords] = []
    for number, each in enumerate(quotations):
        words = text[each.start : each.end]
        if HIDDEN in words or MARK in words or not _is_long(words):
            continue
        last = _last_of(quotations, number)
        start, end = paragraphs[last.paragraph]
        around = f"{text[start : last.outer_start]} {text[last.outer_end : end]}"
        following = text[last.outer_end : min(end, last.outer_end + 200)]
        bracket = _BRACKET.match(following)
        found.append(
            QuotedWords(
                each.start, each.end, " ".join(words.split()), around,
                _CITED.match(following) is not None, bracket["by"] if bracket else "",
            )
        )  # fmt: skip
    return found


def _last_of(quotations: Sequence[Quotation], number: int) -> Quotation:
    """The last paragraph of a quotation."""
    while quotations[number].goes_on and number + 1 < len(quotations):
        number += 1
    return quotations[number]


def block_quote(text: str, start: int) -> QuotedWords | None:
    """The words of a block quote that starts at a place, without the line that says whose."""
    words, around, upto = _without_line(text)
    said = " ".join(words.strip().strip(_MARKS).split())
    if HIDDEN in said or MARK in said or not _is_long(said):
        return None
    lead = len(words) - len(words.lstrip())
    cited = _CITED.match(around) is not None or around.startswith(HIDDEN)
    return QuotedWords(start + lead, start + upto, said, around, cited, around.strip("() \n"))


def _without_line(text: str) -> tuple[str, str, int]:
    """The words of a block quote, what stands below or behind them, and where they end."""
    by = _LAST_LINE.search(text) or _LAST_BRACKET.search(text)
    if by is None and text.lstrip()[:1] in _MARKS:
        # ‘So it was.’ —Leader, North: the marks say where the words end.
        lead = len(text) - len(text.lstrip())
        whole = find_quotations(text, [(lead, len(text))])
        if whole and whole[0].outer_start == lead and not whole[0].goes_on:
            rest = text[whole[0].outer_end :]
            if len(whole) == 1 and 0 < len(rest.strip()) <= _LONGEST_LINE:
                return text[: whole[0].end], rest.strip(" \t\n.—–-"), whole[0].end
    words = text if by is None else text[: by.start()]
    return words, "" if by is None else by["by"], len(words.rstrip())


def _is_long(words: str) -> bool:
    return len(_WORD.findall(words)) >= LEAST_WORDS
