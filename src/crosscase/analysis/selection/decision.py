"""What a selection answers with, whichever way the cases were chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["How", "Selection"]

How = Literal[
    "enumeration",
    "bounded search",
    "integer programme",
    "heuristic",
    "drawing",
    "rule",
    "person",
]


@dataclass(frozen=True, slots=True)
class Selection:
    """Chosen cases and how they came to be chosen.

    ``chosen``        names, in the order of the frame (of a drawing: in the order drawn)
    ``how``           the way it was found; ``exact`` says that no better set exists
    ``score``         what was made greatest, None where nothing was
    ``equally_good``  every set of that score, the chosen one first; ``all_listed`` says whether
                      none was left out
    ``feasible``      how many sets meet the constraints, None where they were not counted
    ``bound``         no set can score above this; None where it is not known
    ``reason``        a person's reason, for a choice by hand
    ``notes``         sentences that belong beside the result
    """

    chosen: tuple[str, ...]
    how: How
    exact: bool = True
    score: float | None = None
    equally_good: tuple[tuple[str, ...], ...] = ()
    all_listed: bool = True
    feasible: int | None = None
    bound: float | None = None
    seed: int | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()
