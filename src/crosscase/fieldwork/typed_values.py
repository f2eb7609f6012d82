"""Reading the values of attributes: numbers, days, yes and no, as people write them in tables.

Nothing is guessed where two readings are possible: a decimal comma and a day such as 03/04/2023
are refused with what to write instead.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.model.fields import Value

__all__ = ["VALUE_TYPES", "checked_value_type", "guess_value_type", "parse_day", "parse_value"]

VALUE_TYPES = ("text", "number", "day", "truth", "choice")

_NUMBER = re.compile(r"[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_DECIMAL_COMMA = re.compile(r"[+\-−]?\d+(?:\.\d{3})*,\d+")
_CODE_LIKE = re.compile(r"[+\-−]?0\d+")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN_DAY = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def checked_value_type(value_type: str) -> str:
    """The type of an attribute; an unknown one is refused."""
    clean = value_type.strip().casefold()
    if clean not in VALUE_TYPES:
        raise MistakeOfUse(
            f"“{value_type}” is no type of an attribute.",
            slug="unknown-value-type",
            hint=f"Say {', '.join(VALUE_TYPES)}.",
        )
    return clean


def parse_value(value_type: str, raw: Any) -> Value | None:
    """A value of one type; None for an empty one.

    Args:
        value_type: text, number, day, truth or choice (kept as text).
        raw: what was written, or a number, a truth value or a date.

    Raises:
        MistakeOfUse: it is not of the type, or could be read in two ways.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    match value_type:
        case "number":
            return Value("number", _number(raw))
        case "day":
            return Value("day", parse_day(raw))
        case "truth":
            return Value("truth", _truth(raw))
        case _:
            return Value("text", " ".join(_as_text(raw).split()))


def parse_day(raw: Any) -> str:
    """An ISO day from 2023-02-07, or from 25/04/2023 where day and month cannot be mistaken."""
    if isinstance(raw, date):
        return raw.isoformat()[:10]
    text = str(raw).strip()
    if _ISO_DAY.fullmatch(text):
        return _real_day(text, text)
    written = _WRITTEN_DAY.fullmatch(text)
    if written is None:
        raise MistakeOfUse(
            f"“{text}” is not a day.", slug="not-a-day", hint="Write it as 2023-02-07."
        )
    day, month, year = int(written[1]), int(written[3]), written[4]
    if day <= 12 and day != month and month <= 12:
        raise MistakeOfUse(
            f"“{text}” may be {year}-{month:02d}-{day:02d} or {year}-{day:02d}-{month:02d}.",
            slug="day-ambiguous",
            hint="Write the one that is meant, year first.",
        )
    return _real_day(f"{year}-{month:02d}-{day:02d}", text)


def guess_value_type(values: Iterable[Any]) -> str:
    """The type that all values look like, else text; yes and no are a truth, 1 and 0 numbers.

    Numbers with a decimal comma and days that can be read in two ways look like numbers and days:
    they are refused when they are read, rather than kept as text unseen. Numbers that begin with
    a nought (007) are text. Choice is never guessed.
    """
    written = [
        each if isinstance(each, (bool, int, float, date)) else str(each).strip()
        for each in values
        if each is not None
    ]
    written = [each for each in written if each != ""]
    if not written:
        return "text"
    for value_type, looks in (("truth", _like_truth), ("day", _like_day), ("number", _like_number)):
        if all(looks(each) for each in written):
            return value_type
    return "text"


def _as_text(raw: Any) -> str:
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def _number(raw: Any) -> float:
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        number = float(raw)
        text = str(raw)
    else:
        text = str(raw).strip()
        if _DECIMAL_COMMA.fullmatch(text) and not _NUMBER.fullmatch(text):
            raise MistakeOfUse(
                f"“{text}” has a decimal comma.",
                slug="decimal-comma",
                hint="Write a decimal point (3.5), or say that the attribute is text.",
            )
        if not _NUMBER.fullmatch(text):
            raise MistakeOfUse(
                f"“{text}” is not a number.",
                slug="not-a-number",
                hint="Write digits, such as 1,234.5 or 12; leave out units.",
            )
        number = float(text.replace(",", "").replace("−", "-"))
    if not math.isfinite(number):
        raise MistakeOfUse(f"“{text}” is not a number that can be kept.", slug="not-a-number")
    return number


def _truth(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    text = _as_text(raw).strip()
    if text.casefold() not in _TRUTHS:
        raise MistakeOfUse(
            f"“{text}” says neither yes nor no.",
            slug="not-a-truth",
            hint="Write yes or no (or true and false, 1 and 0).",
        )
    return _TRUTHS[text.casefold()]


def _real_day(iso: str, written: str) -> str:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError as error:
        raise MistakeOfUse(
            f"There is no day “{written}”.",
            slug="not-a-day",
            hint="Write year, month and day: 2023-02-07; before the month stands the day, as in"
            " 25/04/2023.",
        ) from error


def _like_truth(each: Any) -> bool:
    if isinstance(each, bool):
        return True
    return isinstance(each, str) and each.casefold() in {"yes", "no", "true", "false"}


def _like_day(each: Any) -> bool:
    if isinstance(each, date):
        return True
    return isinstance(each, str) and bool(_ISO_DAY.fullmatch(each) or _WRITTEN_DAY.fullmatch(each))


def _like_number(each: Any) -> bool:
    if isinstance(each, bool):
        return False
    if isinstance(each, (int, float)):
        return True
    return (
        isinstance(each, str)
        and not _CODE_LIKE.fullmatch(each)
        and bool(_NUMBER.fullmatch(each) or _DECIMAL_COMMA.fullmatch(each))
    )
