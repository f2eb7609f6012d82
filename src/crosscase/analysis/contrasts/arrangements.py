"""The ways in which people could be in the groups: all of them, or some drawn with a seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import comb, prod

import numpy as np
import numpy.typing as npt

__all__ = ["Arrangements"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Arrangements:
    """People of several kinds (those in the same groups are of one), moved within their strata.

    ``kind`` and ``stratum`` have a number from 0 for each person.
    """

    kind: Longs
    stratum: Longs

    @cached_property
    def people(self) -> tuple[Longs, ...]:
        """Who is in each stratum, as places in the arrays."""
        return tuple(np.flatnonzero(self.stratum == each) for each in np.unique(self.stratum))

    @cached_property
    def possible(self) -> int:
        """How many different arrangements there are, the one that was found among them."""
        return prod(self._possible_in(people) for people in self.people)

    def every(self, at_once: int) -> Iterator[Longs]:
        """All arrangements as the kind of each person, arrangements x people, in blocks."""
        of_each = [_arranged(np.bincount(self.kind[people])) for people in self.people]
        block: list[Longs] = []
        for chosen in product(*of_each):
            row = np.empty(len(self.kind), np.int64)
            for people, kinds in zip(self.people, chosen, strict=True):
                row[people] = kinds
            block.append(row)
            if len(block) == at_once:
                yield np.array(block)
                block = []
        if block:
            yield np.array(block)

    def drawn(self, random: np.random.Generator, number: int, at_once: int) -> Iterator[Longs]:
        """So many arrangements drawn at random, each as likely as any other, in blocks."""
        for first in range(0, number, at_once):
            rows = min(at_once, number - first)
            block = np.empty((rows, len(self.kind)), np.int64)
            for people in self.people:
                own = np.broadcast_to(self.kind[people], (rows, len(people)))
                block[:, people] = random.permuted(own, axis=1)
            yield block

    def _possible_in(self, people: Longs) -> int:
        found, left = 1, len(people)
        for count in np.bincount(self.kind[people]).tolist():
            found *= comb(left, count)
            left -= count
        return found


def _arranged(counts: npt.NDArray[np.intp]) -> Sequence[Longs]:
    """All different orders of so many of each kind."""
    size = int(counts.sum())
    found: list[Longs] = []
    row = np.zeros(size, np.int64)
    left = counts.copy()

    def place(at: int) -> None:
        if at == size:
            found.append(row.copy())
            return
        for kind in np.flatnonzero(left).tolist():
            left[kind] -= 1
            row[at] = kind
            place(at + 1)
            left[kind] += 1

    place(0)
    return found
