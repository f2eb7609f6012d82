"""Words whose form says what they are: e-mail addresses, telephone numbers, days, sums, postcodes.

They are only ever proposed, each with a typed bracket in its place; a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["TypedWords", "find_typed_words"]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_AMOUNT = r"\d+(?:[,.]\d+)*(?:\s?(?:k|m|bn|thousand|million|billion))?\b"
# In this order: where two forms fit at one place, the first is taken.
_FORMS = (
    ("e-mail", "[e-mail]", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("web address", "[web address]", r"(?:https?://|www\.)[^\s<>()\[\]“”\"]*[\w/]"),
    (
        "date",
        "[date]",
        rf"\b(?:{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?"
        r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b",
    ),
    ("money", "[{sign}X]", rf"(?P<sign>[£€$])\s?{_AMOUNT}"),
    (
        "postcode",
        "[postcode]",
        r"\b(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2})\b",
    ),
    (
        "telephone",
        "[telephone]",
        r"(?<![\w+])(?:\+\d{1,3}[\s-]?(?:\(0\))?|\(?0)(?:[\s()-]?\d){8,11}(?![\w-])",
    ),
    # As of a patient or a case file: an NHS number in its groups, or eight digits and more.
    ("number", "[number]", r"(?<![\w.,£€$-])(?:\d{3}[ -]\d{3}[ -]\d{4}|\d{8,})(?![\w-])"),
)
_PATTERN = re.compile(
    "|".join(f"(?P<f{number}>{pattern})" for number, (_, _, pattern) in enumerate(_FORMS))
)


class TypedWords(NamedTuple):
    """Words of a known form: where they stand, what they are, and the bracket for their place."""

    start_char: int
    end_char: int
    type: str
    bracket: str


def find_typed_words(text: str) -> Iterator[TypedWords]:
    """The words of a text whose form says what they are, in order."""
    for match in _PATTERN.finditer(text):
        number = next(n for n in range(len(_FORMS)) if match[f"f{n}"] is not None)
        type_, bracket, _ = _FORMS[number]
        bracket = bracket.format(sign=match["sign"] or "")
        yield TypedWords(match.start(), match.end(), type_, bracket)
