"""By which unit two codes are said to meet: shared text, a turn, a source, or lying near."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from crosscase.errors import MistakeOfUse

__all__ = ["UNITS_SAID", "MeetingUnit", "meeting_unit"]

UNITS_SAID = "overlap, turn, near:200, near:2 turns or source"

_NEAR = re.compile(r"near\s*[:(]\s*(\d{1,9})\s*([a-z]*)\s*\)?", re.IGNORECASE)
_MEASURES = {"": "characters", "char": "characters", "character": "characters", "turn": "turns"}


@dataclass(frozen=True, slots=True)
class MeetingUnit:
    """What counts as meeting. ``distance`` is the most that may lie between passages, if near."""

    kind: Literal["overlap", "turn", "near", "source"]
    distance: int | None = None
    measure: Literal["characters", "turns"] | None = None

    @property
    def word(self) -> str:
        """As it is asked for."""
        if self.kind != "near":
            return self.kind
        return f"near:{self.distance}" + (" turns" if self.measure == "turns" else "")

    @property
    def noun(self) -> str:
        """One of what is counted: a passage, a turn or a source."""
        return self.kind if self.kind in ("turn", "source") else "passage"

    @property
    def says(self) -> str:
        """In words, after “codes meet”."""
        match self.kind:
            case "overlap":
                return "where their passages share text"
            case "turn":
                return "where they lie in the same turn"
            case "source":
                return "where they lie in the same source"
        one = "turn" if self.measure == "turns" else "character"
        far = f"{self.distance:,} {one}{'' if self.distance == 1 else 's'}"
        return f"where their passages share text or lie at most {far} apart"


def meeting_unit(word: str) -> MeetingUnit:
    """The unit that a word names: overlap, turn, near:200 (characters), near:2 turns, source.

    Raises MistakeOfUse for another word.
    """
    said = word.strip().casefold()
    for kind in ("overlap", "turn", "source"):
        if said.removesuffix("s") == kind:
            return MeetingUnit(kind)
    found = _NEAR.fullmatch(said)
    measure = None if found is None else _MEASURES.get(found[2].removesuffix("s"))
    if found is None or measure is None:
        raise MistakeOfUse(
            f"“{word}” is no unit in which codes can meet.",
            slug="unknown-unit",
            hint=f"Say {UNITS_SAID}.",
        )
    return MeetingUnit("near", int(found[1]), "turns" if measure == "turns" else "characters")
