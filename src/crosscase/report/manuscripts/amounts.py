"""The numbers and quantity words of a text, without those that count nothing of a study."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

__all__ = ["Amount", "amount_before", "find_amounts", "in_words", "number_of_words"]

AmountKind = Literal["number", "share", "percent", "quantity"]

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {word: at for at, word in enumerate(_UNITS)} | {
    word: 10 * at for at, word in enumerate(_TENS, 2)
}
_UNIT = "|".join(sorted(_UNITS[2:], key=len, reverse=True))
_TEN = "|".join(_TENS)
_WORDS = rf"(?:(?:{_TEN})(?:[- ](?:one|{_UNIT}))?|{_UNIT})"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_DIGITS}|\b{_WORDS}\b|\b[Oo]ne\b)"

_SHARE = re.compile(
    rf"(?P<value>{_NUMBER})[*_]{{0,2}}\s*(?:/|(?:out\s+of|of|in)\s+(?:the\s+|all\s+|our\s+)?)"
    rf"[*_]{{0,2}}(?P<of>{_NUMBER})(?![\d-])",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"(?P<value>{_DIGITS})\s?(?:%|per\s?cent\b|percent\b)")
_PLAIN = re.compile(rf"(?P<value>{_DIGITS}|\b{_WORDS}\b)", re.IGNORECASE)

# Who and what a study counts: before these “no” and “one” say how many.
_COUNTED = (
    r"(?:participants?|interviewees?|respondents?|informants?|leaders?|managers?|people|persons?|"
    r"sites?|systems?|organi[sz]ations?|sectors?|cases?|interviews?|sources?|documents?|"
    r"passages?|quotes?|boards?|teams?|staff|members?)"
)
_QUANTITIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (word, re.compile(pattern, re.IGNORECASE))
    for word, pattern in (
        (
            "all",
            r"(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bfor )\ball\b"
            r"(?! (?:the same|along|else|over|but|too|right|things)\b)",
        ),
        ("all", r"\bevery(?:body|one)?\b(?! (?:day|week|month|year|time|now|other)\b)"),
        ("all", r"\beach\b(?! other\b)"),
        ("most", r"(?<!\bthe )\bmost\b(?= (?:of\b|people\b|staff\b|[a-z]{3,}s\b))"),
        ("most", r"\b(?:the|a) (?:(?:large|vast|clear) )?majority\b"),
        ("many", r"(?<!\bhow )(?<!\bso )(?<!\bas )(?<!\btoo )\bmany\b"),
        ("half", r"\bhalf\b(?= (?:of\b|the\b))"),
        ("several", r"\bseveral\b"),
        ("some", r"\bsome\b(?= (?:of\b|people\b|staff\b|[a-z]{3,}s\b))"),
        (
            "a few",
            r"\ba few\b(?! words)"
            r"|\b(?<!\ba )few\b(?! words)(?= (?:of\b|people\b|staff\b|[a-z]{3,}s\b))",
        ),
        ("none", rf"\bnone\b|\bnobody\b|\bno[ -]one\b|\bno (?={_COUNTED}\b)"),
        ("one", rf"\bonly one\b|\bone(?= of (?:the|them|our)\b)|\bone (?={_COUNTED}\b)"),
    )
)

_LAST_WORD = re.compile(
    r"(?<![\w-])(?:all|every|each|most|many|half|several|some|a few|few|none|nobody|no one|no|one)"
    r"$",
    re.IGNORECASE,
)
_SAME = {
    "every": "all",
    "each": "all",
    "few": "a few",
    "nobody": "none",
    "no one": "none",
    "no": "none",
}

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# What looks like a number and counts nothing: dates, years, what things are numbered by.
_NOT_COUNTS = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d(?::\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[–-]\s*\d{{1,2}})?\s+{_MONTH}\b(?:,?\s+\d{{4}})?"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    rf"|(?<![\d,.])(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)?\d\d))?[a-z]?"
    rf"(?![\d%])(?!,\d{{3}})(?!\.\d)(?!\s+{_COUNTED})"
    r"|\b(?:tables?|tab\.|figures?|figs?\.|sections?|sect?\.|chapters?|appendi(?:x|ces)|box|"
    r"panels?|equations?|eqs?\.|steps?|phases?|waves?|rounds?|parts?|pages?|pp?\.|"
    r"no\.|nos\.|numbers?|footnotes?|notes?|questions?|items?|versions?|volumes?|vol\.|columns?|"
    r"rows?|stages?|levels?|objectives?|aims?|themes?|lines?|turns?|days?|years?)"
    r"\s*(?:#\s*)?(?:\d+|[A-Z]\d+)(?:[.–-]\d+)*[a-z]?"
    r"(?:\s*(?:,|and|or|to|–|-|&)\s*\d+(?:[.–-]\d+)*[a-z]?\b)*"
    r"|\b\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+){2,}|\b\d+\s?(?:years?|months?|weeks?|days?|hours?|"
    r"minutes?|mins?)\b(?:[ -]olds?\b)?"
    rf"|\b{_WORDS}[ -](?:years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|[A-Za-z_&]+[-–]?\d[\w.]*|\d+[A-Za-z]\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a quantity word at its place.

    ``kind`` is number (17), share (17 of 32), percent (53%) or quantity (most). ``word`` is the
    quantity word that it stands for; ``decimals`` how exactly a percentage is written.
    """

    start: int
    end: int
    text: str
    kind: AmountKind
    value: Fraction | None = None
    of: Fraction | None = None
    word: str | None = None
    decimals: int = 0


def find_amounts(text: str) -> list[Amount]:
    """The numbers and quantity words of a text, in its order."""
    taken = bytearray(len(text))
    for found in _NOT_COUNTS.finditer(text):
        taken[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
    made = [*_numbers(text, taken), *_quantities(text, taken)]
    return sorted(made, key=lambda each: each.start)


def amount_before(text: str) -> Amount | None:
    """The number or quantity word that a text ends in; signs of emphasis may follow it."""
    words = text.rstrip(" \t*_")
    for each in reversed(find_amounts(words)):
        if each.end == len(words):
            return each
    found = _LAST_WORD.search(words)
    if found is None:
        return None
    word = found[0].casefold()
    if word == "one":
        return Amount(found.start(), found.end(), found[0], "number", Fraction(1))
    return Amount(found.start(), found.end(), found[0], "quantity", word=_SAME.get(word, word))


def _numbers(text: str, taken: bytearray) -> Iterator[Amount]:
    for pattern, kind in ((_SHARE, "share"), (_PERCENT, "percent"), (_PLAIN, "number")):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(taken[start:end]) or _touches(text, start, end):
                continue
            value = _worth(found["value"])
            of = _worth(found["of"]) if kind == "share" else None
            if value is None or (kind == "share" and of is None):
                continue
            taken[start:end] = b"\x01" * (end - start)
            decimals = len(found["value"].partition(".")[2]) if kind == "percent" else 0
            yield Amount(start, end, found[0], kind, value, of, decimals=decimals)  # type: ignore[arg-type]


def _quantities(text: str, taken: bytearray) -> Iterator[Amount]:
    for word, pattern in _QUANTITIES:
        for found in pattern.finditer(text):
            start, end = found.span()
            end -= len(found[0]) - len(found[0].rstrip())
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield Amount(start, end, text[start:end], "quantity", word=word)


def _touches(text: str, start: int, end: int) -> bool:
    """Whether a number is a part of something else: a decimal of another one, a name."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        (before.isalnum() or before in ("_", "@", "#"))
        or after.isalnum()
        or after == "_"
        or (before in (".", ",") and text[start - 2 : start - 1].isdigit())
        or (after == "-" and text[end + 1 : end + 2].isalpha() and text[start].isdigit())
    )


def _worth(text: str) -> Fraction | None:
    if text[:1].isdigit():
        return Fraction(text.replace(",", ""))
    value = number_of_words(text)
    return None if value is None else Fraction(value)


def number_of_words(text: str) -> int | None:
    """The number that words such as “seventeen” or “Forty-two” say; None where they say none."""
    parts = text.casefold().replace("-", " ").split()
    if not 1 <= len(parts) <= 2 or any(part not in _WORTH for part in parts):
        return None
    return sum(_WORTH[part] for part in parts)


def in_words(number: int) -> str:
    """A number in words up to ninety-nine; others stay in digits."""
    if not 0 <= number <= 99:
        return f"{number:,}"
    if number < 20:
        return _UNITS[number]
    ten, unit = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_UNITS[unit]}" if unit else "")
