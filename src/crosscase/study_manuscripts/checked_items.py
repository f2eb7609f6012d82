"""What a check of a manuscript found: one entry for each claim, value, quote and bare number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from crosscase.model.ids import Id
from crosscase.study_findings.outcomes import Standing

__all__ = ["CheckedItem", "ItemKind", "ItemStanding", "ManuscriptCheck", "NumberFix"]

ItemKind = Literal[
    "claim", "value", "number", "quote", "attribution", "link", "table", "figure", "reference",
    "mark",
]  # fmt: skip
ItemStanding = Standing | Literal["uncovered", "risk"]


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """One thing that was checked, at its place.

    ``where`` is its line and column (12:4), or in Word its paragraph. ``words`` are the sentence
    or the quote, ``says`` what came of it, ``now`` what is to stand there instead. ``fails`` says
    whether the manuscript is wrong here; what is only pointed out does not fail.
    """

    kind: ItemKind
    start: int
    end: int
    standing: ItemStanding
    says: str
    words: str = ""
    where: str = ""
    line: int | None = None
    column: int | None = None
    hint: str | None = None
    check: str | None = None
    finding: str | None = None
    now: str | None = None
    fails: bool = False


@dataclass(frozen=True, slots=True)
class NumberFix:
    """A literal number that a check gives otherwise, and what is to stand in its place."""

    start: int
    end: int
    now: str


@dataclass(frozen=True, slots=True)
class ManuscriptCheck:
    """What came of a manuscript; ``state`` names the state of the study that was read.

    ``document`` is the Word document with our comments in its margin; ``fixes`` are the literal
    numbers of a Markdown manuscript that checks give otherwise. ``places`` are the passages that
    its quotes stand in, as disclosure control asks for them.
    """

    name: str
    kind: Literal["markdown", "word"]
    state: str
    items: tuple[CheckedItem, ...]
    document: bytes | None = None
    fixes: tuple[NumberFix, ...] = ()
    notes: tuple[str, ...] = ()
    scope: Literal["results", "everywhere"] = "results"
    places: tuple[tuple[Id, int, int], ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """How many entries there are of each standing."""
        return Counter(each.standing for each in self.items)

    def failed(self, *, strict: bool = False) -> bool:
        """Whether something is wrong; strictly also where something was only pointed out."""
        return any(each.fails or (strict and each.standing != "supported") for each in self.items)
