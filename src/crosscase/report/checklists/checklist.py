"""Reporting checklists as plain values: what they ask for, and what is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from crosscase.errors import NotFound, nearest_names_hint

__all__ = [
    "Answer",
    "Checklist",
    "FilledChecklist",
    "FilledItem",
    "Item",
    "checklist_named",
    "checklist_names",
]

Standing = Literal["answered", "filled", "asked", "not applicable"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item in our own words; ``told_by`` names what the study may know of it."""

    number: int
    part: str
    name: str
    asks: str
    told_by: str | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """A reporting checklist with its source."""

    key: str
    name: str
    title: str
    citation: str
    items: tuple[Item, ...]

    def item(self, number: int) -> Item:
        """One item by its number."""
        for each in self.items:
            if each.number == number:
                return each
        raise NotFound(
            f"{self.name} has no item {number}.",
            slug="item-not-found",
            hint=f"It has 1 to {len(self.items)}.",
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of an item: in words, and where in the manuscript it stands."""

    text: str | None = None
    place: str | None = None
    applies: bool = True

    @classmethod
    def of(cls, stored: Any) -> Answer:
        """The answer as the study keeps it."""
        held: Mapping[str, Any] = stored if isinstance(stored, Mapping) else {}
        return cls(held.get("text"), held.get("place"), bool(held.get("applies", True)))

    def to_plain(self) -> dict[str, Any]:
        """The same as the study keeps it."""
        return {"text": self.text, "place": self.place, "applies": self.applies}


@dataclass(frozen=True, slots=True)
class FilledItem:
    """An item with what the study knows of it and what a person said.

    ``standing``: answered by a person, filled from the study, still to be asked of somebody, or
    not applicable because somebody said so.
    """

    item: Item
    known: tuple[str, ...]
    answer: Answer

    @property
    def standing(self) -> Standing:
        """How far it is."""
        if not self.answer.applies:
            return "not applicable"
        if self.answer.text:
            return "answered"
        return "filled" if self.known else "asked"

    @property
    def says(self) -> str:
        """The person's words first, then what the study knows."""
        own = [self.answer.text] if self.answer.text else []
        return " ".join([*own, *self.known])


@dataclass(frozen=True, slots=True)
class FilledChecklist:
    """A checklist, item by item."""

    checklist: Checklist
    items: tuple[FilledItem, ...]

    def counts(self) -> dict[str, int]:
        """How many items stand how."""
        names: Sequence[Standing] = ("answered", "filled", "asked", "not applicable")
        return {name: sum(each.standing == name for each in self.items) for name in names}


def checklist_names() -> tuple[str, ...]:
    """The checklists that come with crosscase."""
    return ("coreq", "srqr", "entreq")


@cache
def checklist_named(name: str) -> Checklist:
    """A checklist by its name, such as coreq."""
    import yaml

    key = name.strip().casefold()
    if key not in checklist_names():
        raise NotFound(
            f"There is no reporting checklist “{name}”.",
            slug="checklist-not-found",
            hint=nearest_names_hint(key, checklist_names())
            or f"There are {', '.join(checklist_names())}.",
        )
    file = resources.files("crosscase.report.checklists") / "shipped" / f"{key}.yaml"
    held = yaml.safe_load(file.read_text("utf-8"))
    items = tuple(
        Item(each["number"], each["part"], each["item"], each["asks"], each.get("from"))
        for each in held["items"]
    )
    return Checklist(held["key"], held["name"], held["title"], held["citation"], items)
