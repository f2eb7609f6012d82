"""Joining the lines of a text that was wrapped by hand, so that a paragraph is one line.

A line is taken to be wrapped when the next word would not have fitted on it, or when it breaks
off inside a sentence and the next line goes on in lower case. The width is read from the text
itself; a text of long lines is not wrapped and stays as it is. Only white space changes: a
hyphen at a line's end stays, since ``well-`` and ``inter-`` look alike (``inter-`` + ``national``
becomes ``inter-national``, without a space).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosscase.intake.page_furniture import (
    TextLine,
    capital_headings,
    lines_apart,
    text_lines,
)
from crosscase.intake.speakers import propose_speakers
from crosscase.intake.turns import label_lines
from crosscase.model.edits import TextEdit, apply_edits

__all__ = ["JoinedText", "join_hard_wrapped"]


@dataclass(frozen=True, slots=True)
class JoinedText:
    """The text with its lines joined, and the edits over the text before."""

    text: str
    edits: tuple[TextEdit, ...]


_WIDEST = 160
_NEARLY_FULL = 0.75
_LIST_ITEM = re.compile(
    r"(?:[-*+•‣◦▪–—·]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)])\s|[|>]|\d{1,3}\t"
)
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HYPHENATED = re.compile(r"[^\W\d_][-‐‑\u00ad]$")
_UNSPACED_END = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]$")
_UNSPACED_START = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ENDS_A_SENTENCE = re.compile(r"(?:[.!?:;…。！？：；][\"'’”»)\]]*|\s[-–—]{1,2})$")


def join_hard_wrapped(text: str, *, speakers: Collection[str] | None = None) -> JoinedText:
    """The text with the lines inside each paragraph or turn joined by one space.

    Never across a blank line, a speaker label, a heading, a list item, page furniture or a note
    in brackets on a line of its own. ``speakers`` are the labels; without them, those that
    ``propose_speakers`` does not call unlikely.
    """
    lines = text_lines(text)
    width = _width(lines)
    if width is None:
        return JoinedText(text, ())
    if speakers is None:
        speakers = propose_speakers(text).labels("clear", "unsure")
    begins, ends = _fixed(text, lines, frozenset(speakers))
    edits: list[TextEdit] = []
    for at in range(1, len(lines)):
        line = lines[at]
        if line.after_blank or at in begins or at - 1 in ends:
            continue
        before = text[lines[at - 1].start_char : lines[at - 1].end_char]
        after = text[line.start_char : line.end_char]
        if _goes_on(before, after, width):
            edits.append(TextEdit(lines[at - 1].end_char, line.start_char, _joint(before, after)))
    return JoinedText(apply_edits(text, edits), tuple(edits))


def _width(lines: Sequence[TextLine]) -> int | None:
    """The width at which a text is wrapped, if it is."""
    lengths = sorted(
        line.end_char - line.start_char
        for line, following in pairwise(lines)
        if not following.after_blank
    )
    if not lengths:
        return None
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if width <= _WIDEST else None


def _fixed(
    text: str, lines: Sequence[TextLine], speakers: Collection[str]
) -> tuple[set[int], set[int]]:
    """The lines whose beginning stays a beginning, and those whose end stays an end."""
    apart = lines_apart(text, lines)
    begins, ends = set(apart), set(apart)
    for one in label_lines(text, lines, apart):
        if one.label.label in speakers:
            begins.add(one.line)
            if one.alone:
                ends.add(one.line)
    headings = capital_headings(text, lines, begins)
    begins |= headings
    ends |= headings
    for at, line in enumerate(lines):
        words = text[line.start_char : line.end_char]
        if _LIST_ITEM.match(words):
            begins.add(at)
        elif _NOTE.fullmatch(words):
            begins.add(at)
            ends.add(at)
    return begins, ends


def _goes_on(before: str, after: str, width: int) -> bool:
    next_word = after.split(maxsplit=1)[0]
    if len(before) + 1 + len(next_word) > width:
        return True
    breaks_off = _ENDS_A_SENTENCE.search(before) is None
    return breaks_off and (after[0].islower() or len(before) > _NEARLY_FULL * width)


def _joint(before: str, after: str) -> str:
    if _HYPHENATED.search(before):
        return ""
    if _UNSPACED_END.search(before) and _UNSPACED_START.match(after):
        return ""
    return " "
