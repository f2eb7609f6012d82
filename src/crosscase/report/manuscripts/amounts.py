"""The numbers and quantity words of a text, without those that count nothing of a study."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Literal, TypeAlias

from crosscase.report.manuscripts.not_counted import COUNTED, TELLS, not_counted

__all__ = ["Amount", "amount_before", "find_amounts", "in_words", "number_of_words"]

AmountKind = Literal["number", "share", "percent", "fraction", "quantity"]
_Met: TypeAlias = re.Match[str]
Nearness = Literal["about", "over", "under", "just over", "just under"]

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
_BELOW = rf"(?:(?:{_TEN})(?:[- ](?:one|{_UNIT}))?|{_UNIT})"
_WORDS = rf"(?:(?:(?:a|one|{_UNIT})[ -]hundred(?:[ -]and[ -](?:{_BELOW}|one))?)|{_BELOW})"
_DIGITS = r"(?<!\d)(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,15})?"
_NUMBER = rf"(?:{_DIGITS}|\b{_WORDS}\b|\b[Oo]ne\b)"

_OF = (
    rf"[*_]{{0,2}}\s*(?:/|(?:out\s+of|of)\s+(?:the\s+|all\s+|our\s+)?)[*_]{{0,2}}"
    rf"(?P<of>{_NUMBER})(?![\d-])"
)
_SHARE = re.compile(rf"(?P<value>{_NUMBER}){_OF}", re.IGNORECASE)
# A number and its percentage are one amount: 17 (53%), 17 of 32 (53%), 17 (53%) of 32 leaders;
# 53% (17 of 32); and within brackets n = 17, 53%.
_SIGNED = rf"(?P<percent>{_DIGITS})\s?%"
_BOTH = (
    re.compile(
        rf"(?P<value>{_NUMBER})(?:{_OF})?(?:[ \t]+[a-z]+){{0,2}}\s*\(\s*{_SIGNED}\s*\)"
        rf"(?:\s+of\s+(?:the\s+|all\s+|our\s+)?(?P<of_behind>{_NUMBER}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_SIGNED}(?:\s+of(?:\s+[a-z]+){{1,3}})?\s*\(\s*(?:n\s*=\s*)?"
        rf"(?P<value>{_NUMBER})(?:{_OF})?\s*\)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<=[(=\s])(?P<value>{_NUMBER})(?:{_OF})?\s*[,;]\s*{_SIGNED}(?=\s*\))", re.IGNORECASE
    ),
)
_PERCENT = re.compile(rf"(?P<value>{_NUMBER})\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_PLAIN = re.compile(rf"(?P<value>{_DIGITS}|\b{_WORDS}\b)", re.IGNORECASE)

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(
    r"(?:\b(?P<sign>(?:just|slightly|well)\s+(?:over|under)|more\s+than|over|above|at\s+least|"
    r"(?:fewer|less)\s+than|under|below|nearly|almost|about|around|roughly|approximately)\s+)?"
    rf"\b(?:(?:(?P<number>an?|one|two|three|four|seven|nine)[ -](?P<part>{'|'.join(_PARTS)})s?|"
    r"(?P<half>half))\b(?=\s+(?:of\b|the\b|(?:(?:did|had)\s+not\s+)?"
    rf"{TELLS}\b|{COUNTED}\b)|\s*\(|[\s*_]*$)|(?P<in>{_NUMBER})\s+in\s+(?:every\s+)?(?P<ten>"
    r"two|three|four|five|ten|[2345]|10)(?![\d-])(?!\s+(?:sites|areas|systems|ICSs|organi[sz]ations|sectors|interviews)\b)\b)"
    r"|\b(?P<minority>a (?:small |sizeable |large )?minority)\b(?=\s+of\b|[\s*_]*$|\s+"
    rf"{TELLS}\b)",
    re.IGNORECASE,
)
_MAY_BE_FRACTION = re.compile(
    r"half|third|quart|fifth|sixth|eighth|tenth|minority|in\s+(?:every\s+)?(?:[2345]|10|t[hew]|f[oi])",
    re.IGNORECASE,
)
# What is told of things that pass: most of the time, several years, some of it.
_PASSING = (
    r"(?! (?:(?:of (?:the|this|that) )?(?:times?|years?|months?|weeks?|days?|hours?|minutes?|ways?"
    r"|things?|reasons?|words)|of (?:this|that|it|which))\b)"
)
_SOME_OF = rf"(?= (?:of\b|people\b|staff\b|(?:also )?{TELLS}\b|[a-z]{{3,}}s\b))"
_QUANTITIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (word, re.compile(pattern, re.IGNORECASE))
    for word, pattern in (
        (
            "almost all",
            r"\b(?:almost|nearly|virtually|practically) (?:all|every(?:body|one)?|each)\b",
        ),
        (
            "all",
            r"(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bfor )\ball\b"
            r"(?! (?:the same|the while|along|else|over|but|too|right|things)\b)" + _PASSING,
        ),
        ("all", r"\bevery(?:body|one)?\b(?! (?:day|week|month|year|time|now|other)\b)"),
        ("all", r"\beach\b(?! other\b)"),
        ("most", rf"(?<!\bthe )\bmost\b{_PASSING}{_SOME_OF}"),
        (
            "most",
            r"\b(?:the|a) (?:(?:large|vast|clear|great|small|slim|overwhelming) )?majority\b"
            r"(?! (?:vote|decision|rule|party|group|partner|shareholder)\b)",
        ),
        ("many", rf"(?<!\bhow )(?<!\bso )(?<!\bas )(?<!\btoo )\bmany\b{_PASSING}"),
        ("several", rf"\bseveral\b{_PASSING}"),
        ("some", rf"\bsome\b{_PASSING}{_SOME_OF}"),
        ("a few", rf"\ba few\b{_PASSING}|\b(?<!\ba )few\b{_PASSING}{_SOME_OF}"),
        (
            "none",
            rf"\bnone\b|\bnobody\b|\bno[ -]one\b|\bno (?={COUNTED}\b)"
            rf"|\bneither(?: of (?:the|these|those|them)\b| (?={COUNTED}\b))",
        ),
        (
            "one",
            rf"\bonly one\b|\bone(?= of (?:them\b|us\b|(?:the|our|these|those) (?:[\w-]+ ){{0,2}}?"
            rf"{COUNTED}\b))|\bone (?={COUNTED}\b)|\ba single (?={COUNTED}\b)",
        ),
    )
)
_PAIR = re.compile(
    r"\bboth(?= (?:(?:of )?(?:the|these|those|our|them)\b"
    rf"(?: {COUNTED}\b)?|(?:also )?{TELLS}\b|{COUNTED}\b)(?! and\b))",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"\bneither of the two\b", re.IGNORECASE)
_NOT_ALL = re.compile(r"\bnot (?:all|every(?:body|one)?)\b", re.IGNORECASE)
_SINGLE: tuple[tuple[re.Pattern[str], AmountKind], ...] = (
    (_SHARE, "share"), (_PERCENT, "percent"), (_PAIR, "number"), (_PLAIN, "number"),
)  # fmt: skip
_NEARNESS: dict[str, Nearness] = {
    "just over": "just over", "slightly over": "just over", "just under": "just under",
    "slightly under": "just under", "nearly": "just under", "almost": "just under",
    "more than": "over", "over": "over", "well over": "over", "above": "over", "at least": "over",
    "fewer than": "under", "less than": "under", "under": "under", "well under": "under",
    "below": "under",
}  # fmt: skip

_LAST_WORD = re.compile(
    r"(?<![\w-])(?:all|every|each|most|many|half|several|some|a few|few|none|neither|nobody|no one|"
    r"no|one|both)"
    r"$",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})+|\d+|zero)$", re.IGNORECASE)
_SAME = {
    "every": "all",
    "each": "all",
    "few": "a few",
    "nobody": "none",
    "no one": "none",
    "neither": "none",
    "no": "none",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a quantity word at its place.

    ``kind`` is number (17), share (17 of 32), percent (53%), fraction (two thirds) or quantity
    (most). ``word`` is the quantity word that it stands for; ``decimals`` how exactly a percentage
    is written. ``percent`` is what a number or share has beside it, as 17 (53%), and ``order`` says
    which of its numbers comes first. ``near`` says of a fraction on which side of it a share lies.
    """

    start: int
    end: int
    text: str
    kind: AmountKind
    value: Fraction | None = None
    of: Fraction | None = None
    word: str | None = None
    decimals: int = 0
    percent: str | None = None
    order: tuple[str, ...] = ()
    near: Nearness = "about"


def find_amounts(text: str) -> list[Amount]:
    """The numbers and quantity words of a text, in its order."""
    taken = bytearray(len(text))
    for start, end in not_counted(text):
        taken[start:end] = b"\x01" * (end - start)
    made = [*_numbers(text, taken), *_quantities(text, taken)]
    return sorted(made, key=lambda each: each.start)


def amount_before(text: str) -> Amount | None:
    """The number or quantity word that a text ends in; signs of emphasis may follow it."""
    words = text.rstrip(" \t*_")
    found = find_amounts(words)
    if found and found[-1].end == len(words):
        return found[-1]
    if found and found[-1].percent is not None and words[found[-1].end :].strip() == ")":
        return found[-1]
    last = _LAST_NUMBER.search(words)  # a year where no check stands behind it
    if last is not None:
        return Amount(last.start(), last.end(), last[0], "number", _worth(last[0]))
    last = _LAST_WORD.search(words)
    if last is None:
        return None
    word = last[0].casefold()
    if word in ("one", "both"):
        return Amount(last.start(), last.end(), last[0], "number", Fraction(1 + (word == "both")))
    return Amount(last.start(), last.end(), last[0], "quantity", word=_SAME.get(word, word))


def _numbers(text: str, taken: bytearray) -> Iterator[Amount]:
    yield from _taken(text, taken, _NEITHER, _none)
    yield from _taken(text, taken, _NOT_ALL, _not_all)
    if _MAY_BE_FRACTION.search(text):
        yield from _taken(text, taken, _FRACTION, _fraction)
    for pattern in _BOTH if "%" in text else ():
        yield from _taken(text, taken, pattern, _number_and_percent)
    for pattern, kind in _SINGLE:
        yield from _taken(text, taken, pattern, partial(_single, kind))


def _taken(
    text: str, taken: bytearray, pattern: re.Pattern[str], made_of: Callable[[_Met], Amount | None]
) -> Iterator[Amount]:
    """What a pattern finds where nothing was found before."""
    for found in pattern.finditer(text):
        start, end = found.span()
        if any(taken[start:end]) or _touches(text, start, end):
            continue
        made = made_of(found)
        if made is not None:
            taken[start:end] = b"\x01" * (end - start)
            yield made


def _single(kind: AmountKind, found: _Met) -> Amount | None:
    value = Fraction(2) if kind == "number" and found.re is _PAIR else _worth(found["value"])
    of = _worth(found["of"]) if kind == "share" else None
    if value is None or (kind == "share" and of is None):
        return None
    decimals = len(found["value"].partition(".")[2]) if kind == "percent" else 0
    return Amount(*found.span(), found[0], kind, value, of, decimals=decimals)


def _none(found: _Met) -> Amount:
    return Amount(*found.span(), found[0], "quantity", word="none")


def _not_all(found: _Met) -> Amount:
    return Amount(*found.span(), found[0], "fraction", Fraction(1), near="under")


def _number_and_percent(found: _Met) -> Amount | None:
    held = {name: text for name, text in found.groupdict().items() if text is not None}
    order = tuple(sorted(held, key=found.start))
    value, of = _worth(held["value"]), held.get("of") or held.get("of_behind")
    if value is None or ("of" in held and "of_behind" in held):
        return None
    worth = None if of is None else _worth(of)
    if of is not None and worth is None:
        return None
    return Amount(
        *found.span(), found[0], "number" if of is None else "share", value, worth,
        decimals=len(held["percent"].partition(".")[2]), percent=held["percent"],
        order=tuple(name.removesuffix("_behind") for name in order),
    )  # fmt: skip


def _fraction(found: _Met) -> Amount | None:
    near = _NEARNESS.get(" ".join((found["sign"] or "about").casefold().split()), "about")
    if found["minority"]:
        return Amount(*found.span(), found[0], "fraction", Fraction(1, 2), near="under")
    if found["half"]:
        if not found["sign"]:
            return Amount(*found.span(), found[0], "quantity", word="half")
        return Amount(*found.span(), found[0], "fraction", Fraction(1, 2), near=near)
    if found["in"]:
        value, of = _worth(found["in"]), _worth(found["ten"])
        share = Fraction(0) if value is None or of is None else value / of
    else:
        number = found["number"].casefold()
        part = _PARTS[found["part"].casefold()]
        share = Fraction(1 if number in ("a", "an") else number_of_words(number) or 0, part)
    if not 0 < share < 1:
        return None
    return Amount(*found.span(), found[0], "fraction", share, near=near)


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
    if len(parts) > 1 and parts[1] == "hundred":
        hundreds = 1 if parts[0] == "a" else _WORTH.get(parts[0], 0)
        rest = number_of_words(" ".join(parts[3:])) if parts[2:3] == ["and"] else 0
        return None if not hundreds or rest is None else 100 * hundreds + rest
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
