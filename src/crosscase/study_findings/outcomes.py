"""What came of a check: its standing, the figures, and where it could not be evaluated, why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["STANDINGS", "Figures", "Outcome", "Part", "Problem", "Standing", "worst"]

Standing = Literal["supported", "changed", "contradicted", "untested"]

STANDINGS: tuple[Standing, ...] = ("contradicted", "changed", "untested", "supported")
"""The standings, the worst first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a check cannot be evaluated, or what is amiss with it, at its place in the text."""

    start_char: int
    end_char: int
    slug: str
    sentence: str
    hint: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the figures that an outcome is made of: a site, or one side of a comparison."""

    label: str
    value: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A value, and of how many; a share is ``value`` of ``of``, never a rounded number."""

    value: int
    of: int | None = None

    @classmethod
    def stored(cls, held: Any) -> Figures | None:
        """The figures as a check keeps them; None where it keeps none."""
        if not isinstance(held, dict) or not isinstance(held.get("value"), int):
            return None
        of = held.get("of")
        return cls(held["value"], of if isinstance(of, int) else None)

    def to_store(self) -> dict[str, int]:
        """The figures as a check keeps them."""
        return {"value": self.value} | ({} if self.of is None else {"of": self.of})

    def __str__(self) -> str:
        return f"{self.value:,}" + ("" if self.of is None else f" of {self.of:,}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check.

    ``holds`` is None where it could not be evaluated. ``was`` are the figures that somebody
    accepted, where they are others than today's. ``behind`` is the question whose passages
    stand behind the figures. A problem may stand beside an outcome, such as a code that bears
    another name now.
    """

    text: str
    standing: Standing
    holds: bool | None = None
    value: int | None = None
    of: int | None = None
    was: Figures | None = None
    says: str = ""
    parts: tuple[Part, ...] = ()
    problem: Problem | None = None
    behind: str | None = None

    @property
    def figures(self) -> Figures | None:
        """Today's figures."""
        return None if self.value is None else Figures(self.value, self.of)

    @property
    def fails(self) -> bool:
        """Whether it does not hold or cannot be evaluated."""
        return self.holds is False or self.standing == "untested"


def worst(standings: Iterable[Standing]) -> Standing:
    """The worst of some standings; where there is none, untested."""
    found = set(standings)
    return next((each for each in STANDINGS if each in found), "untested")
