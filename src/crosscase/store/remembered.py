"""What was read once and stays true until the study changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar, cast

__all__ = ["ALL_KINDS", "Remembered"]

T = TypeVar("T")

ALL_KINDS = "*"


class Remembered:
    """Keeps read results by key, each with the kinds it was read from.

    A write of our own forgets what depends on the kinds it touched; a write by another process
    (seen by the file's data version) forgets everything.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[frozenset[str], Any]] = {}
        self._data_version: int | None = None

    def look(self, data_version: int) -> None:
        """Forget everything when another process has written since the last look."""
        if data_version != self._data_version:
            self._kept.clear()
            self._data_version = data_version

    def get(self, key: Hashable, kinds: Iterable[str], make: Callable[[], T]) -> T:
        """The kept result, or a new one."""
        entry = self._kept.get(key)
        if entry is None:
            entry = (frozenset(kinds), make())
            self._kept[key] = entry
        return cast(T, entry[1])

    def forget(self, kinds: Iterable[str]) -> None:
        """Forget what was read from any of these kinds."""
        touched = set(kinds)
        self._kept = {
            key: entry
            for key, entry in self._kept.items()
            if not (entry[0] & touched or ALL_KINDS in entry[0])
        }

    def forget_all(self) -> None:
        """Forget everything."""
        self._kept.clear()
