"""Where quotations begin and end in prose: “ ”, ‘ ’, " ", ' ', „ “, « » and what lies within them.

British authors write ‘like this’, with “double” marks inside, and the mark that ends such a
quotation is an apostrophe too. What tells them apart is what stands on both sides of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Quotation", "find_quotations"]

_MOST_CHARS = 5_000
_MOST_AHEAD = 60  # marks that are looked at to tell whether a possessive ends a quotation

_ANY = re.compile("[“”„«»‹›\"‘’‚']")
_PAIRED = {"„": "“”", "“": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"'}
# Before an opening mark, besides space: brackets, dashes, other marks, signs of emphasis.
_BEFORE = frozenset("([{<—–-/*_“„\"‘'«»‹›‚\u00a0\ue000\ue001")
_STOPS = frozenset('.,!?;:…—–-)]}”"»%*_')
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[ \t\r\n\u00a0]+([^\W\d_]+)")
# 'em and the '90s open nothing; 'round might.
_NEVER_OPENS = re.compile(r"(?:\d\ds?|em|tis|twas|til|n)\b(?!-)", re.IGNORECASE)
_SELDOM_OPENS = re.compile(r"(?:cause|cos|bout|round|till|cept)\b", re.IGNORECASE)
_CUT_SHORT = re.compile(
    r"(?:an|o|th|wi|ol|goin|doin|bein|comin|havin|gettin|talkin|tryin|workin|lookin|thinkin|makin|"
    r"takin|sayin|tellin|runnin|puttin|nothin|somethin|anythin|everythin)\Z",
    re.IGNORECASE,
)
# No noun, so what stands before is no possessive; “and” is left out (nurses’ and leaders’ views).
_NOT_POSSESSED = re.compile(
    r"(?:a|about|after|an|are|as|at|be|because|been|before|but|by|can|could|did|do|does|for|from|"
    r"had|has|have|he|if|in|into|is|it|may|might|of|on|said|says|she|should|so|than|that|the|"
    r"their|then|they|this|to|under|until|was|we|were|when|where|which|while|who|will|with|would|"
    r"you)\Z",
    re.IGNORECASE,
)


class Quotation(NamedTuple):
    """Words between two quotation marks: their place, and the place with the marks.

    ``paragraph`` is the how-manieth it is in. ``goes_on`` says that the next paragraph, which
    begins with the same mark again, continues it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A single mark that may open or close, and how sure that is.

    An apostrophe may be 0 (“the sites’ plans”), one before a stop is 1 (“the sites’.”), others 2.
    """

    at: int
    opens: bool
    sure: int = 2


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The quotations of some paragraphs, outermost only, in their order."""
    made: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        leads = "" if following is None else _lead(text, *following)
        found, unclosed = _doubles(text, start, end, leads)
        singles, unclosed_single = _singles(text, start, end, found, leads)
        for opened in (unclosed, unclosed_single):
            if opened is not None:
                singles.append((opened, end))
        spans = _outermost([*found, *singles])
        for first, last in spans:
            goes_on = last == end and first in (unclosed, unclosed_single)
            inner = last if goes_on else last - 1
            if 0 < inner - first - 1 <= _MOST_CHARS:
                made.append(Quotation(first + 1, inner, first, last, number, goes_on))
    return made


def _outermost(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    upto = -1
    for start, end in sorted(spans, key=lambda each: (each[0], -each[1])):
        if start >= upto:
            yield start, end
            upto = end


def _lead(text: str, start: int, end: int) -> str:
    """The quotation mark that a paragraph begins with, signs of emphasis aside."""
    first = text[start:end].lstrip(" \t\r\n*_")[:1]
    return first if first and _ANY.match(first) else ""


def _doubles(
    text: str, start: int, end: int, leads: str
) -> tuple[list[tuple[int, int]], int | None]:
    """Pairs of double marks; and where one opens that the next paragraph takes up again."""
    made: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for found in _ANY.finditer(text, start, end):
        sign, at = found[0], found.start()
        if sign in "‘’‚'":
            continue
        if opened is not None and sign in _PAIRED[opened[1]] and _may_close(text, at, end, sign):
            made.append((opened[0], at + 1))
            opened = None
        elif sign in _PAIRED and _may_open(text, at, start, end, sign):
            opened = at, sign
    goes_on = opened is not None and opened[1] == leads
    return made, opened[0] if goes_on and opened is not None else None


def _may_open(text: str, at: int, start: int, end: int, sign: str) -> bool:
    if sign in "„“":
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    is_led = before.isspace() or before in _BEFORE
    return is_led and (sign in "«‹" or not after.isspace())


def _may_close(text: str, at: int, end: int, sign: str) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    return sign != '"' or (not text[at - 1].isspace() and not after.isalpha())


def _singles(
    text: str, start: int, end: int, doubles: Sequence[tuple[int, int]], leads: str
) -> tuple[list[tuple[int, int]], int | None]:
    """Pairs of single marks outside of double ones; and where one opens that goes on."""
    within = bytearray(end - start)
    for first, last in doubles:
        within[first - start : last - start] = b"\x01" * (last - first)
    made: list[tuple[int, int]] = []
    goes_on: int | None = None
    for kind in ("‘", "‚", "'"):
        marks = [
            each for each in _single_marks(text, start, end, kind) if not within[each.at - start]
        ]
        if not marks:
            continue
        first = marks[0].at
        is_led = not text[start:first].strip(" \t\r\n*_")
        is_taken_up = is_led and leads == kind and marks[0].opens
        pairs, left = _paired(marks, is_taken_up)
        made += pairs
        if is_taken_up and first in left:
            goes_on = first
    return made, goes_on


def _paired(marks: Sequence[_Mark], is_taken_up: bool) -> tuple[list[tuple[int, int]], set[int]]:
    """Which marks belong together; the innermost that is open is closed first.

    ``is_taken_up`` says that the next paragraph begins as this one does: then a mark that may be
    that of a possessive closes nothing that this one began with.
    """
    made: list[tuple[int, int]] = []
    opened: list[_Mark] = []
    for number, mark in enumerate(marks):
        if mark.opens:
            opened.append(mark)
        elif opened:
            last = opened[-1]
            goes_on = is_taken_up and last is marks[0]
            if mark.sure >= (1 if last.sure else 2) or (
                last.sure and not goes_on and not _is_closed_later(marks, number)
            ):
                made.append((opened.pop().at, mark.at + 1))
    return made, {each.at for each in opened}


def _is_closed_later(marks: Sequence[_Mark], number: int) -> bool:
    """Whether what is open at a mark is surely closed by a later one."""
    depth = 0
    for each in marks[number + 1 : number + 1 + _MOST_AHEAD]:
        if each.opens:
            depth += 1
        elif each.sure:
            depth -= 1
            if depth < 0:
                return True
    return False


def _single_marks(text: str, start: int, end: int, kind: str) -> Iterator[_Mark]:
    """The single marks of one kind that open or close; apostrophes within words are left out."""
    closing = {"‘": "’", "‚": "‘’", "'": "'"}[kind]
    is_open = False
    for found in _ANY.finditer(text, start, end):
        sign, at = found[0], found.start()
        if sign == kind and not (kind == "‚" and is_open):
            opened = _opening(text, at, start, end)
            if opened is not None:
                is_open = True
                yield opened
                continue
        if sign in closing and (kind != "‚" or is_open):
            closed = _closing(text, at, start, end)
            if closed is not None:
                is_open = is_open and not closed.sure
                yield closed


def _opening(text: str, at: int, start: int, end: int) -> _Mark | None:
    before = text[at - 1] if at > start else " "
    if at + 1 >= end or text[at + 1].isspace() or not (before.isspace() or before in _BEFORE):
        return None
    if _NEVER_OPENS.match(text, at + 1, end):
        return None
    return _Mark(at, True, 0 if _SELDOM_OPENS.match(text, at + 1, end) else 2)


def _closing(text: str, at: int, start: int, end: int) -> _Mark | None:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isspace() or text[at - 2 : at].casefold() in ("'n", "’n"):
        return None
    if after.isalpha():
        return _Mark(at, False) if before in ".!?…" else None
    if after.isdigit():
        return None if before.isdigit() else _Mark(at, False)
    if before in _STOPS or not before.isalpha():
        return _Mark(at, False)
    following = _WORD_AFTER.match(text, at + 1, end)
    is_plural = before in "sSxXzZ"
    if following is None:
        return _Mark(at, False, 1 if is_plural and not after.isspace() else 2)
    word = _WORD_BEFORE.search(text, max(start, at - 24), at)
    is_short = word is not None and _CUT_SHORT.match(word[0]) is not None
    is_owner = is_plural and _NOT_POSSESSED.match(following[1]) is None
    return _Mark(at, False, 0 if is_short or is_owner else 2)
