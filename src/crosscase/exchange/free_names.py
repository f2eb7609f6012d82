"""Names that are free: of several things with one name each but the first gets a number."""

from __future__ import annotations

__all__ = ["free_name"]

_FEW = 16  # so many numbers are tried one after the other


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken; from then on it is."""
    found, number = name, 1
    while found.casefold() in taken and number < _FEW:
        number += 1
        found = f"{name} ({number})"
    if found.casefold() in taken:
        found = f"{name} ({_free_number(name, taken)})"
    taken.add(found.casefold())
    return found


def _free_number(name: str, taken: set[str]) -> int:
    """A number that is free; found by halves, since a file may call thousands of things alike."""
    used, free = _FEW, 2 * _FEW
    while f"{name} ({free})".casefold() in taken:
        used, free = free, 2 * free
    while free - used > 1:
        middle = (used + free) // 2
        if f"{name} ({middle})".casefold() in taken:
            used = middle
        else:
            free = middle
    return free
