"""The participants behind attributions, by role, site or any other label that may be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from crosscase.errors import MistakeOfUse

__all__ = ["Attribution", "Hierarchy", "People"]

# What is printed beside a quote: a value for each kind of label, such as role and site.
Attribution = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """From fine to coarse: each step maps every value of the one before to a coarser value."""

    steps: Sequence[Mapping[str, str]]

    def coarser(self, value: str) -> tuple[str, ...]:
        """What a fine value becomes, step by step; a value that a step does not name stays."""
        found = []
        for step in self.steps:
            value = step.get(value, value)
            found.append(value)
        return tuple(found)


@dataclass(frozen=True)
class People:
    """Participants with their values by label; several where somebody has two sites or posts.

    ``values``       person -> label -> values
    ``hierarchies``  label -> how its values grow coarser; a person has the coarser values too
    """

    values: Mapping[str, Mapping[str, Sequence[str]]]
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)

    def sharing(self, attribution: Attribution) -> frozenset[str]:
        """The participants to whom every value of an attribution applies; all, if it has none."""
        sets = [self._having.get(pair, frozenset()) for pair in attribution.items()]
        if not sets:
            return frozenset(self.values)
        return frozenset.intersection(*sorted(sets, key=len))

    def k(self, attribution: Attribution) -> int:
        """How many participants share an attribution."""
        return len(self.sharing(attribution))

    def known(self, person: str) -> None:
        """Refuse a person who is no participant here."""
        if person not in self.values:
            raise MistakeOfUse(
                "A quote is by somebody who is no participant.",
                slug="no-such-participant",
                hint="Link its turn to a participant first.",
            )

    @cached_property
    def _having(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for person, labels in self.values.items():
            for label, values in labels.items():
                for value in self._with_coarser(label, values):
                    found.setdefault((label, value), set()).add(person)
        return {pair: frozenset(people) for pair, people in found.items()}

    def _with_coarser(self, label: str, values: Iterable[str]) -> set[str]:
        hierarchy = self.hierarchies.get(label)
        found = set(values)
        if hierarchy is not None:
            for value in tuple(found):
                found.update(hierarchy.coarser(value))
        return found
