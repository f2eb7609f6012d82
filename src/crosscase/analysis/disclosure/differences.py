"""What a reader learns by laying two tables side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscase.errors import MistakeOfUse

__all__ = ["Difference", "differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell, and how many people came or went between two tables."""

    cell: tuple[str, str]
    people: int


def differences(
    before: Mapping[tuple[str, str], int | None],
    after: Mapping[tuple[str, str], int | None],
    *,
    threshold: int = 3,
) -> tuple[Difference, ...]:
    """The cells whose difference between two tables is a small number of people.

    :param before: the counts of a table that was released, None where hidden.
    :param after: those of a table that is to be released.
    :param threshold: differences from 1 to one below this are small.
    :returns: in the order of ``after``; negative where people went. A cell that only one of the
        tables shows tells nothing of this kind.
    :raises MistakeOfUse: ``k-not-positive``.
    """
    if threshold < 1:
        raise MistakeOfUse(
            "The threshold must be one or more.", slug="k-not-positive", hint="3 is usual."
        )
    found = []
    for cell, count in after.items():
        known = before.get(cell)
        if count is not None and known is not None and 0 < abs(count - known) < threshold:
            found.append(Difference(cell, count - known))
    return tuple(found)
