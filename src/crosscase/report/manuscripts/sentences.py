"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["HIDDEN", "MARK", "QUOTED", "plain_sentence", "sentence_spans"]

# Signs of a private area stand for what is not prose, so that every place stays where it is.
HIDDEN = "\ue000"
"""Stands for what is not looked at: code, maths, addresses, references."""
MARK = "\ue001"
"""Stands for the marks of a manuscript, such as {{F3}}."""
QUOTED = "\ue002"
"""Stands for what other people say within quotation marks."""

_END = re.compile(
    rf"[.!?…]+[\"'”’»)\]*_{QUOTED}]*(?:[ \t]*[{HIDDEN}{MARK}]++)*"
    rf"(?=\s+[\"'“‘„«(\[*_]*[A-Z0-9À-ÞĀ-Ž{HIDDEN}{MARK}{QUOTED}]|\s*$)"
    rf"(?:\s*{MARK}+(?=\s|$))*"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|et al|cf|vs|etc|approx|ca|resp|incl|[Ff]igs?|[Tt]ab|[Ss]ect?|[Ee]qs?|"
    r"[Nn]os?|pp?|Dr|Mrs?|Ms|Prof|St|Jr|vol|ed|eds)|(?:^|[\s(])[A-Z])\.$"
)
_MARKUP = re.compile(rf"[{HIDDEN}{MARK}{QUOTED}]+")
_EMPHASIS = re.compile(r"(?<![\\\w])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the sentences between two places of a text, without the space around them."""
    begin = start
    for found in _END.finditer(text, start, end):
        first = found.group().rstrip("\"'”’»)]*_" + HIDDEN + MARK + QUOTED + " \t")
        upto = found.start() + len(first)
        if len(first) == 1 and _ABBREVIATED.search(text, max(begin, upto - 12), upto):
            continue
        if span := _trimmed(text, begin, found.end()):
            yield span
        begin = found.end()
    if span := _trimmed(text, begin, end):
        yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def plain_sentence(text: str) -> str:
    """A sentence as people read it: without marks and signs of emphasis, on one line."""
    return " ".join(_EMPHASIS.sub("", _MARKUP.sub("", text)).split())
