"""How the raw values of a condition become memberships, as a definition says it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np

from crosscase.analysis.qca import Floats, by_anchors, by_cut, by_cuts, checked_memberships
from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse, nearest_names_hint

__all__ = ["Calibration", "RawValue", "as_number", "calibration_of"]

How: TypeAlias = Literal["truth", "membership", "anchors", "cut", "cuts", "values", "levels"]
RawValue: TypeAlias = float | str | bool

_KEYS = ("anchors", "idm", "cut", "cuts", "values", "levels", "membership")
_WAYS = (
    "Say cut: 1, cuts: [1, 5], anchors: [exclusion, crossover, inclusion], values: {NAME: 0.67}, "
    "levels: {NAME: 2} or membership: true."
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """One way to a set.

    ``truth`` yes is in and no is out; ``membership`` the values are memberships; ``anchors`` three
    numbers; ``cut`` one; ``cuts`` those between levels; ``values`` a membership for each value;
    ``levels`` a level for each value.
    """

    how: How = "truth"
    numbers: tuple[float, ...] = ()
    idm: float = 0.95
    named: tuple[tuple[str, float], ...] = ()

    @property
    def multi(self) -> bool:
        """Whether it makes levels, and not memberships."""
        return self.how in ("cuts", "levels")

    @property
    def levels(self) -> int:
        """How many levels there are: two, out and in, of a set that has memberships."""
        if self.how == "cuts":
            return len(self.numbers) + 1
        if self.how == "levels":
            return max(2, 1 + max(int(level) for _, level in self.named))
        return 2

    def as_plain(self) -> dict[str, Any] | None:
        """As a file has it; None where truths need no calibration."""
        match self.how:
            case "truth":
                return None
            case "membership":
                return {"membership": True}
            case "cut":
                return {"cut": _whole(self.numbers[0])}
            case "values" | "levels":
                return {self.how: {name: _whole(number) for name, number in self.named}}
            case "anchors" if self.idm != 0.95:
                return {"anchors": [_whole(each) for each in self.numbers], "idm": self.idm}
        return {self.how: [_whole(each) for each in self.numbers]}

    def said(self) -> str:
        """In words, for a table."""
        numbers = ", ".join(f"{each:g}" for each in self.numbers)
        match self.how:
            case "truth":
                return "yes or no"
            case "membership":
                return "memberships as they are"
            case "cut":
                return f"{numbers} or more"
            case "cuts":
                return f"levels from {numbers}"
            case "anchors":
                return f"anchors {numbers}"
        return ", ".join(f"{name} = {number:g}" for name, number in self.named)

    def applied(self, values: Sequence[RawValue], name: str) -> Floats:
        """The memberships or levels of raw values, none of which is missing.

        Raises:
            MistakeOfUse: a value is of another kind than the calibration, or has no place in it.
        """
        if self.how in ("values", "levels"):
            known = {_folded(each): number for each, number in self.named}
            found = [known.get(_folded(_shown(value))) for value in values]
            self._require_all(values, found, name)
            numbers = np.array(found, np.float64)
            return numbers if self.how == "levels" else checked_memberships(numbers)
        numbers = np.array([self._as_number(value, name) for value in values], np.float64)
        match self.how:
            case "anchors":
                low, middle, high = self.numbers
                return by_anchors(numbers, low, middle, high, idm=self.idm)
            case "cut":
                return by_cut(numbers, self.numbers[0])
            case "cuts":
                return by_cuts(numbers, self.numbers)
        return checked_memberships(numbers)

    def _as_number(self, value: RawValue, name: str) -> float:
        if isinstance(value, str):
            raise MistakeOfUse(
                f"“{value}” of “{name}” is no number.",
                slug="not-a-number",
                hint="Give each value its membership: values: {NAME: 1, OTHER: 0}.",
            )
        if self.how == "truth" and not isinstance(value, bool):
            raise MistakeOfUse(
                f"“{name}” holds numbers, and nothing says how they make a set.",
                slug="not-calibrated",
                hint=_WAYS,
            )
        return float(value)

    def _require_all(
        self, values: Sequence[RawValue], found: Sequence[float | None], name: str
    ) -> None:
        lost = sorted({_shown(v) for v, n in zip(values, found, strict=True) if n is None})
        if lost:
            said = ", ".join(f"“{each}”" for each in lost[:6])
            raise MistakeOfUse(
                f"The calibration of “{name}” does not know {said}.",
                slug="value-not-calibrated",
                hint=nearest_names_hint(lost[0], [each for each, _ in self.named])
                or "Give each value that a case has its number.",
            )


def calibration_of(told: Any, name: str) -> Calibration:
    """A calibration from plain values; anchors and cuts are checked here, before any data is read.

    Raises:
        MistakeOfUse: it is none, or two at once, or its numbers are out of order.
    """
    if told is None or told == "":
        return Calibration()
    if told == "membership":
        return Calibration("membership")
    if not isinstance(told, Mapping):
        raise _not_understood(name, told)
    for key in told:
        if key not in _KEYS:
            raise _not_understood(name, key)
    given = [key for key in _KEYS if key != "idm" and told.get(key) is not None]
    if len(given) != 1:
        raise _not_understood(name, " and ".join(given) or "nothing")
    how, value = given[0], told[given[0]]
    if how == "membership":
        return Calibration("membership")
    if how in ("values", "levels"):
        return _by_name(how, value, name)
    listed = value if isinstance(value, list) else [value]
    made = Calibration(
        "cut" if how == "cut" else "cuts" if how == "cuts" else "anchors",
        tuple(_number(each, name) for each in listed),
        _number(told.get("idm", 0.95), name),
    )
    if (how == "cut" and len(listed) != 1) or (how == "anchors" and len(listed) != 3):
        raise _not_understood(name, f"{how} with {len(listed)} numbers")
    made.applied([0.0], name)
    return made


def _by_name(how: str, value: Any, name: str) -> Calibration:
    if not isinstance(value, Mapping) or not value:
        raise _not_understood(name, how)
    named = tuple(sorted((_shown(key), _number(each, name)) for key, each in value.items()))
    numbers = [number for _, number in named]
    if how == "values":
        checked_memberships(numbers)
        return Calibration("values", named=named)
    if any(number < 0 or number != int(number) or number > 20 for number in numbers):
        raise MistakeOfUse(
            f"The levels of “{name}” are not whole numbers from 0.",
            slug="levels-not-whole",
            hint="Number them 0, 1, 2 and so forth.",
        )
    return Calibration("levels", named=named)


def as_number(value: Any) -> float | None:
    """A finite number, or None where it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _number(value: Any, name: str) -> float:
    number = as_number(value)
    if number is None:
        raise MistakeOfUse(
            f"“{value}” in the calibration of “{name}” is no number.", slug="not-a-number"
        )
    return number


def _not_understood(name: str, told: Any) -> MistakeOfUse:
    return MistakeOfUse(
        f"“{told}” does not say how “{name}” is calibrated.",
        slug="unknown-calibration",
        hint=_WAYS,
    )


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return checked_text(str(value))


def _whole(number: float) -> float:
    """A number as people write it: 1 and not 1.0."""
    return int(number) if number == int(number) else number


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
