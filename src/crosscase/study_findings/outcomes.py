"""What came of a check: its standing, the figures, and where it could not be evaluated, why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

__all__ = [
    "ANOTHER_THING", "STANDINGS", "Figures", "Outcome", "Part", "Problem", "Standing", "worst",
]  # fmt: skip

Standing = Literal["supported", "changed", "contradicted", "untested"]

STANDINGS: tuple[Standing, ...] = ("contradicted", "changed", "untested", "supported")
"""The standings, the worst first."""

ANOTHER_THING = frozenset({"code-merged", "name-taken-over"})
"""Problems of checks that count something, though perhaps not what was meant once."""


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
    """A value, and of how many; a share is ``value`` of ``of``, never a rounded number.

    ``against`` are those of the other side of a comparison.
    """

    value: int
    of: int | None = None
    against: Figures | None = None

    @classmethod
    def stored(cls, held: Any) -> Figures | None:
        """The figures as a check keeps them; None where it keeps none."""
        if not isinstance(held, dict) or not isinstance(held.get("value"), int):
            return None
        of = held.get("of")
        against = cls.stored(held.get("against"))
        return cls(held["value"], of if isinstance(of, int) else None, against)

    def to_store(self) -> dict[str, Any]:
        """The figures as a check keeps them."""
        told: dict[str, Any] = {"value": self.value}
        if self.of is not None:
            told["of"] = self.of
        if self.against is not None:
            told["against"] = self.against.to_store()
        return told

    def moved_from(self, accepted: Figures) -> bool:
        """Whether they are others than those; a side that was not accepted says nothing."""
        same = (self.value, self.of) == (accepted.value, accepted.of)
        return not same or (accepted.against is not None and self.against != accepted.against)

    def __str__(self) -> str:
        told = f"{self.value:,}" + ("" if self.of is None else f" of {self.of:,}")
        return told if self.against is None else f"{told}, against {self.against}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check.

    ``holds`` is None where it could not be evaluated. ``was`` are the figures that somebody
    accepted, where they are others than today's; ``against`` those of a comparison's other side
    today. ``behind`` is the question whose passages stand behind the figures. ``where`` names the
    source and who speaks there: it is for those who work in the study, never for what leaves it.
    A problem may stand beside an outcome, such as a code that bears another name now.
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
    where: str = ""
    against: Figures | None = None

    @property
    def says_where(self) -> str:
        """What it says with the source and who speaks there, for those who work in the study."""
        return f"{self.says} ({self.where})" if self.where else self.says

    @property
    def figures(self) -> Figures | None:
        """Today's figures."""
        return None if self.value is None else Figures(self.value, self.of, self.against)

    @property
    def fails(self) -> bool:
        """Whether it does not hold or cannot be evaluated."""
        return self.holds is False or self.standing == "untested"


def worst(standings: Iterable[Standing]) -> Standing:
    """The worst of some standings; where there is none, untested."""
    found = set(standings)
    return next((each for each in STANDINGS if each in found), "untested")
