"""How the fields of fieldwork records are read: people, days, times, lengths, lists."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_choices import chosen, chosen_or_other, several_chosen
from crosscase.fieldwork.field_words import PERSON, tidy
from crosscase.fieldwork.guide_versions import guide_versions
from crosscase.fieldwork.typed_values import parse_day, parse_value
from crosscase.model.ids import Id
from crosscase.model.nouns import Case
from crosscase.store.session import Reading
from crosscase.store.source_names import find_coder, find_source

__all__ = [
    "Reader",
    "find_participant",
    "read_case",
    "read_coder",
    "read_counts",
    "read_day",
    "read_guide",
    "read_minutes",
    "read_one_of",
    "read_one_or_other",
    "read_participant",
    "read_participants",
    "read_pieces",
    "read_some_of",
    "read_source",
    "read_text",
    "read_time",
    "read_truth",
]

Reader = Callable[[Reading, Any], Any]

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")


def find_participant(reading: Reading, wanted: str) -> Case:
    """One participant by name or id; another case is refused."""
    found = read_case_names(reading).find(wanted, PERSON)
    if found.case_kind != PERSON:
        raise MistakeOfUse(
            f"“{found.name}” is a {found.case_kind}, not a participant.",
            slug="not-a-participant",
            hint="Name a case of the kind person.",
        )
    return found


def read_participant(reading: Reading, raw: Any) -> Id:
    """The id of a participant."""
    return find_participant(reading, str(raw)).id


def read_participants(reading: Reading, raw: Any) -> tuple[Id, ...] | None:
    """The ids of participants, each once; in one text they are parted by semicolons."""
    names = raw.split(";") if isinstance(raw, str) else raw
    found = dict.fromkeys(find_participant(reading, name).id for name in names if tidy(name))
    return tuple(found) or None


def read_case(reading: Reading, raw: Any) -> Id:
    """The id of a case of any kind."""
    return read_case_names(reading).find(str(raw)).id


def read_coder(reading: Reading, raw: Any) -> Id:
    """The id of a coder."""
    return find_coder(reading, str(raw)).id


def read_source(reading: Reading, raw: Any) -> Id:
    """The id of a source."""
    return find_source(reading, str(raw)).id


def read_guide(reading: Reading, raw: Any) -> Id:
    """The id of an interview guide: by id, by name (the newest version), or NAME@VERSION."""
    return guide_versions(reading).find(str(raw)).id


def read_text(reading: Reading, raw: Any) -> str:
    """Words without spaces around them."""
    return str(raw).strip()


def read_day(reading: Reading, raw: Any) -> str:
    """An ISO day."""
    return parse_day(raw)


def read_time(reading: Reading, raw: Any) -> str:
    """A time of day as 09:30."""
    written = str(raw).strip()
    match = _TIME.fullmatch(written)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise MistakeOfUse(
            f"“{written}” is no time of day.", slug="not-a-time", hint="Write it as 09:30."
        )
    return f"{int(match[1]):02d}:{match[2]}"


def read_minutes(reading: Reading, raw: Any) -> float:
    """A length in minutes, above nought: 44, or 0:44 for hours and minutes."""
    clock = _TIME.fullmatch(str(raw).strip()) if ":" in str(raw) else None
    if clock is not None:
        minutes = 60.0 * int(clock[1]) + int(clock[2])
    else:
        value = parse_value("number", raw)
        minutes = math.nan if value is None else float(value.value)
    if not minutes > 0:
        raise MistakeOfUse(
            f"“{raw}” is no length of an interview.",
            slug="not-a-length",
            hint="Give its minutes, such as 44; leave it out where it is not known.",
        )
    return minutes


def read_truth(reading: Reading, raw: Any) -> bool:
    """yes or no."""
    value = parse_value("truth", raw)
    return value is not None and bool(value.value)


def read_pieces(reading: Reading, raw: Any) -> list[str] | None:
    """Several short texts; in one text they are parted by semicolons."""
    pieces = raw.split(";") if isinstance(raw, str) else raw
    return [tidy(piece) for piece in pieces if tidy(piece)] or None


def read_counts(reading: Reading, raw: Any) -> dict[str, int] | None:
    """How many of each: a mapping, or “NHS: 5; council: 3”."""
    if isinstance(raw, str):
        pairs: list[tuple[str, Any]] = []
        for piece in filter(tidy, raw.split(";")):
            name, mark, number = piece.rpartition(":" if ":" in piece else "=")
            pairs.append((name, number) if mark else (piece, ""))
    else:
        pairs = list(raw.items())
    counts: dict[str, int] = {}
    for name, number in pairs:
        written = str(number).strip()
        if not tidy(name) or not written.isdecimal():
            raise MistakeOfUse(
                f"“{tidy(f'{name}: {number}')}” does not say how many of whom were there.",
                slug="not-a-count",
                hint="Write each sector with a whole number: NHS: 5; council: 3.",
            )
        counts[tidy(name)] = int(written)
    return counts or None


def read_one_of(what: str, choices: Sequence[str]) -> Reader:
    """Reads one of these choices."""
    return lambda reading, raw: chosen(str(raw), what, choices)


def read_one_or_other(choices: Sequence[str]) -> Reader:
    """Reads one of these choices, or other words."""
    return lambda reading, raw: chosen_or_other(str(raw), choices)


def read_some_of(what: str, choices: Sequence[str]) -> Reader:
    """Reads some of these choices."""
    return lambda reading, raw: several_chosen(raw, what, choices)
