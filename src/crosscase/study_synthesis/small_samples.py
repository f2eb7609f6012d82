"""What has to be said before any number of few people."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.model.counted import counted

__all__ = ["FEW_IN_GROUP", "FEW_PEOPLE", "small_sample_warnings"]

FEW_PEOPLE = 20
FEW_IN_GROUP = 10


def small_sample_warnings(
    of: int, groups: Sequence[tuple[str, int]] = (), *, noun: str = "group"
) -> list[str]:
    """Warnings on how few people there are, in all and in each group.

    :param of: participants in all.
    :param groups: names with the participants of each.
    """
    found = []
    empty = [name for name, size in groups if size == 0]
    if empty:
        found.append(f"Nobody was interviewed in {_listed(empty)}: nothing can be said of it.")
    small = [f"{name} ({size})" for name, size in groups if 0 < size < FEW_IN_GROUP]
    if small:
        found.append(
            f"Few people in {_listed(small)}: one more or less can change what is seen. "
            "Read the counts and the passages before any other number."
        )
    if 0 < of < FEW_PEOPLE:
        found.append(
            f"Only {counted(of, 'participant')}: shares and coefficients of so few are shaky, and "
            f"hardly any difference between {noun}s can be told from chance."
        )
    return found


def _listed(names: Sequence[str], most: int = 6) -> str:
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
