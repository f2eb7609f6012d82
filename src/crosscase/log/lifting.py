"""Old forms of fields, lifted to today's by pure functions that are kept for ever.

The log is never rewritten. A kind whose fields change their meaning gets a new version and an
entry here: ``(kind, old version) -> function`` that gives the fields of the next version.
Fields and kinds from a newer crosscase pass through as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["LIFTS", "lift"]

Fields = dict[int, Any]

LIFTS: Mapping[tuple[int, int], Callable[[Fields], Fields]] = {}


def lift(kind: int, version: int, fields: Fields) -> Fields:
    """The fields in the newest form known for their kind."""
    step = LIFTS.get((kind, version))
    while step is not None:
        fields = step(fields)
        version += 1
        step = LIFTS.get((kind, version))
    return fields
