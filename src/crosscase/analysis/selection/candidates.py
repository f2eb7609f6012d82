"""The candidate cases of a frame and the characteristics by which they are chosen."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crosscase.errors import MistakeOfUse, nearest_names_hint

__all__ = ["Candidates", "Characteristic", "Kind", "Value", "candidates_of"]

Kind = Literal["number", "ordered", "name", "presence"]
Value = float | int | str | bool | None


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One characteristic of all candidates.

    ``kind``    ``number``; ``ordered`` (one of ``levels``, from the lowest); ``name`` (a region);
                ``presence`` (true or false, where both lacking it makes two cases no more alike)
    ``values``  one a case, None where it is missing
    ``levels``  of an ordered characteristic
    ``extent``  the lowest and highest value of a number that counts as its range; None takes the
                range over the candidates given
    """

    kind: Kind
    values: Sequence[Value]
    levels: Sequence[str] = ()
    extent: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Cases by name, with their characteristics by name; make it with ``candidates_of``."""

    names: tuple[str, ...]
    characteristics: Mapping[str, Characteristic]

    def characteristic(self, name: str) -> Characteristic:
        """A characteristic by its name; ``no-such-characteristic`` lists those near it."""
        found = self.characteristics.get(name)
        if found is None:
            raise MistakeOfUse(
                f"The frame has no characteristic “{name}”.",
                slug="no-such-characteristic",
                hint=nearest_names_hint(name, self.characteristics)
                or f"It has {_listed(self.characteristics)}.",
            )
        return found

    def place(self, name: str) -> int:
        """The place of a case by its name; ``no-such-candidate`` lists those near it."""
        try:
            return self.names.index(name)
        except ValueError:
            raise MistakeOfUse(
                f"The frame has no case “{name}”.",
                slug="no-such-candidate",
                hint=nearest_names_hint(name, self.names) or "Name a case of the frame.",
            ) from None

    def group(self, place: int, characteristic: str) -> str | None:
        """The group of one case, as text; None where it is missing."""
        value = self.characteristic(characteristic).values[place]
        return None if value is None else str(value)

    def only(self, places: Sequence[int]) -> Candidates:
        """The candidates at some places alone, in that order."""
        return Candidates(
            tuple(self.names[place] for place in places),
            {
                name: replace(each, values=[each.values[place] for place in places])
                for name, each in self.characteristics.items()
            },
        )


def candidates_of(
    names: Sequence[str], characteristics: Mapping[str, Characteristic]
) -> Candidates:
    """Candidates, checked.

    :param names: of the cases, each once.
    :param characteristics: by name, each with one value a case.
    :raises MistakeOfUse: ``no-candidates``, ``candidate-named-twice``, ``unlike-lengths``,
        ``not-a-number``, ``not-a-level``, ``not-true-or-false``.
    """
    if not names:
        raise MistakeOfUse(
            "The frame has no cases.", slug="no-candidates", hint="Import its cases first."
        )
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise MistakeOfUse(
            f"The frame names {_listed(twice)} more than once.",
            slug="candidate-named-twice",
            hint="Give each case a name of its own.",
        )
    for name, characteristic in characteristics.items():
        if len(characteristic.values) != len(names):
            raise MistakeOfUse(
                f"“{name}” has {len(characteristic.values)} values for {len(names)} cases.",
                slug="unlike-lengths",
                hint="Give one value for each case, and none where it is missing.",
            )
        for case, value in zip(names, characteristic.values, strict=True):
            if value is not None:
                _check_value(name, characteristic, case, value)
    return Candidates(tuple(names), dict(characteristics))


def _check_value(name: str, characteristic: Characteristic, case: str, value: Value) -> None:
    if characteristic.kind == "number":
        if isinstance(value, str) or not math.isfinite(float(value or 0)):
            raise MistakeOfUse(
                f"“{name}” of {case} is “{value}”, which is no number.",
                slug="not-a-number",
                hint="Leave a missing value empty.",
            )
    elif characteristic.kind == "ordered" and value not in characteristic.levels:
        raise MistakeOfUse(
            f"“{name}” of {case} is “{value}”, which is none of {_listed(characteristic.levels)}.",
            slug="not-a-level",
            hint="Name the levels of an ordered characteristic from the lowest to the highest.",
        )
    elif characteristic.kind == "presence" and not isinstance(value, bool):
        raise MistakeOfUse(
            f"“{name}” of {case} is “{value}”, neither true nor false.",
            slug="not-true-or-false",
            hint="Say true or false, and nothing where it is not known.",
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
