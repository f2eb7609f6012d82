"""What a membership may be: no case lies in itself, days are days, and one of a kind counts."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.typed_values import parse_day, parse_value
from crosscase.model.ids import Id
from crosscase.model.nouns import Case

__all__ = [
    "DETAILS",
    "checked_details",
    "cycle_refusal",
    "path_up",
    "require_days_in_order",
]

DETAILS = ("role", "share", "start_day", "end_day", "counts_as")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")


def checked_details(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details of a membership, read and checked; empty ones are None."""
    read: dict[str, Any] = {}
    for name, value in details.items():
        if name not in DETAILS:
            raise MistakeOfUse(
                f"A membership has no “{name}”.",
                slug="unknown-field",
                hint=f"It has {', '.join(DETAILS)}.",
            )
        empty = value is None or (isinstance(value, str) and not value.strip())
        read[name] = None if empty else _READ[name](value)
    return read


def require_days_in_order(start_day: str | None, end_day: str | None) -> None:
    """Refuse an end before its start."""
    if start_day and end_day and end_day < start_day:
        raise MistakeOfUse(
            f"A membership cannot end on {end_day} and begin on {start_day}.",
            slug="days-out-of-order",
            hint="Exchange the two days.",
        )


def path_up(above: Callable[[Id], Iterable[Id]], start: Id, end: Id) -> list[Id] | None:
    """A way from a case up to another by memberships, both named; None when there is none."""
    came_from: dict[Id, Id | None] = {start: None}
    ahead = [start]
    while ahead:
        at = ahead.pop(0)
        if at == end:
            path: list[Id] = []
            step: Id | None = at
            while step is not None:
                path.append(step)
                step = came_from[step]
            return path[::-1]
        for group in above(at):
            if group not in came_from:
                came_from[group] = at
                ahead.append(group)
    return None


def cycle_refusal(member: Case, group: Case, path: Iterable[Case]) -> MistakeOfUse:
    """The refusal of a membership by which a case would lie in itself."""
    if member.id == group.id:
        return MistakeOfUse(f"“{member.name}” cannot lie in itself.", slug="case-cycle")
    way = " in ".join(f"“{case.name}”" for case in path)
    return MistakeOfUse(
        f"“{member.name}” cannot lie in “{group.name}”: {way} lies already.",
        slug="case-cycle",
        hint=f"Take “{group.name}” out of what it lies in first.",
    )


def _share(raw: Any) -> float:
    text = str(raw).strip()
    percent = _PERCENT.fullmatch(text)
    value = parse_value("number", percent[1] if percent else raw)
    share = math.nan if value is None else float(value.value) / (100 if percent else 1)
    if not 0 < share <= 1:
        raise MistakeOfUse(
            f"“{text}” is not a share of a whole.",
            slug="not-a-share",
            hint="Write a part of one, such as 0.5, or 50%.",
        )
    return share


def _truth(raw: Any) -> bool:
    value = parse_value("truth", raw)
    return value is not None and bool(value.value)


_READ = {
    "role": lambda raw: " ".join(str(raw).split()),
    "share": _share,
    "start_day": parse_day,
    "end_day": parse_day,
    "counts_as": _truth,
}
