"""What quantity words mean: all, most, several, some, one, none, and those of a study's own.

The meanings that stand here are a start; a study changes them in its settings. That “typical”
and the like should have stated bounds is the rule of consensual qualitative research (Hill et
al. 2005, Journal of Counseling Psychology 52: 196-205); that they should be reported at all of
Maxwell 2010 (Qualitative Inquiry 16: 475-482).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from crosscase.errors import MistakeOfUse
from crosscase.report.checks.tree import Sign

__all__ = [
    "DEFAULT_MEANINGS",
    "SETTING",
    "Bound",
    "bounds_of",
    "checked_meanings",
    "compare",
    "holds",
    "meanings_with",
]

SETTING = "quantity-words"

DEFAULT_MEANINGS: Mapping[str, str] = {
    "all": "= 100%",
    "almost all": ">= 90%",
    "most": "> 50%",
    "many": ">= 1/3",
    "half": "= 50%",
    "several": ">= 3",
    "some": ">= 2",
    "a few": ">= 2 and < 1/3",
    "one": "= 1",
    "none": "= 0",
}
"""The words and what they mean unless the study says otherwise."""

_SAME = {
    "every": "all",
    "each": "all",
    "nearly all": "almost all",
    "the majority": "most",
    "a majority": "most",
    "few": "a few",
    "no": "none",
    "a single": "one",
}
_BOUND = re.compile(
    r"(>=|<=|!=|=|<|>|≥|≤|≠)\s*(\d{1,12}(?:\.\d{1,12})?)(?:\s*(%)|\s*/\s*(\d{1,12}))?"
)
_SIGNS: Mapping[str, Sign] = {"≥": ">=", "≤": "<=", "≠": "!="}
_WORD = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound of a meaning: a number, or a share of how many there are."""

    sign: Sign
    value: Fraction
    is_share: bool


def compare(sign: Sign, one: Fraction | int, other: Fraction | int) -> bool:
    """Whether two exact numbers stand to each other as a sign says."""
    match sign:
        case "=":
            return one == other
        case "!=":
            return one != other
        case "<":
            return one < other
        case "<=":
            return one <= other
        case ">":
            return one > other
    return one >= other


def holds(word: str, value: int, of: int | None, meanings: Mapping[str, str]) -> bool | None:
    """Whether so many (of so many) are what a quantity word means.

    None where that cannot be said: the word has no meaning here, it means a share and it is not
    known of how many, or of none.
    """
    bounds = bounds_of(word, meanings)
    if bounds is None or (any(each.is_share for each in bounds) and not of):
        return None
    return all(
        compare(each.sign, Fraction(value, of) if each.is_share and of else value, each.value)
        for each in bounds
    )


def bounds_of(word: str, meanings: Mapping[str, str]) -> tuple[Bound, ...] | None:
    """The bounds that a word stands for; None where it has no meaning."""
    key = " ".join(word.casefold().split())
    meaning = meanings.get(key, meanings.get(_SAME.get(key, key)))
    return None if meaning is None else _bounds(meaning)


def meanings_with(own: object) -> dict[str, str]:
    """The meanings, those of the study in place of ours; ``own`` is what its setting holds."""
    held = own if isinstance(own, dict) else {}
    return {**DEFAULT_MEANINGS, **{str(word): str(meaning) for word, meaning in held.items()}}


def checked_meanings(wanted: Mapping[str, str | None], own: object) -> dict[str, str]:
    """What a study's setting holds when these words get these meanings; None: the usual one.

    Raises MistakeOfUse for a word or a meaning that is none.
    """
    held = dict(own) if isinstance(own, dict) else {}
    for written, meaning in wanted.items():
        word = " ".join(written.casefold().split())
        if not _WORD.fullmatch(word) or len(word) > 40:
            raise MistakeOfUse(
                f"“{written}” is no quantity word.",
                slug="bad-quantity-word",
                hint="Say one to four words of letters, such as most or a handful.",
            )
        held.pop(word, None)
        if meaning is not None and meaning.strip():
            said = " ".join(meaning.split())
            _bounds(said)
            if DEFAULT_MEANINGS.get(word) != said:
                held[word] = said
    if len(held) > _MOST_WORDS:
        raise MistakeOfUse(
            f"A study can give meanings to {_MOST_WORDS} quantity words.", slug="too-many-words"
        )
    return held


@lru_cache(maxsize=256)
def _bounds(meaning: str) -> tuple[Bound, ...]:
    found = []
    for part in re.split(r"\s+and\s+", meaning.strip()):
        bound = _BOUND.fullmatch(part)
        if bound is None or (bound[4] is not None and not int(bound[4])):
            raise MistakeOfUse(
                f"“{meaning}” is no meaning of a quantity word.",
                slug="bad-meaning",
                hint="Write a comparison, or two joined by and: > 50%, >= 3, >= 2 and < 1/3.",
            )
        value = Fraction(bound[2])
        if bound[3]:
            value /= 100
        elif bound[4]:
            value /= int(bound[4])
        sign: Sign = _SIGNS.get(bound[1], bound[1])  # type: ignore[arg-type]
        found.append(Bound(sign, value, bool(bound[3] or bound[4])))
    return tuple(found)
