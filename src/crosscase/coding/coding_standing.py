"""One coding as it stands now: its words, its code, whose it is and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crosscase.coding.carried_passages import CurrentPassage, CurrentTexts
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coder, Coding
from crosscase.store.code_tree import read_tree
from crosscase.store.history import times_of
from crosscase.store.session import Reading

__all__ = ["CodingStanding", "standing_of"]


@dataclass(frozen=True, slots=True)
class CodingStanding:
    """A coding with the names that go with it; ``code`` is read through merges."""

    coding: Coding
    code: Code
    coder: Coder | None
    passage: CurrentPassage
    coded_on: str


def standing_of(reading: Reading, coding: Id) -> CodingStanding:
    """One coding by its id, shown or not; its day is the one on which it was made (UTC)."""
    found = reading.get(Coding, coding)
    tree = read_tree(reading)
    code = tree.codes.get(tree.read_as(found.code))
    begun_ms = times_of(reading, [found.id])[found.id].begun_ms
    return CodingStanding(
        found,
        code if code is not None else reading.get(Code, found.code),
        None if found.coder is None else reading.get(Coder, found.coder),
        CurrentTexts(reading).carry(found.passage),
        date.fromordinal(_FIRST_DAY + begun_ms // _DAY_MS).isoformat(),
    )


_FIRST_DAY, _DAY_MS = date(1970, 1, 1).toordinal(), 86_400_000
