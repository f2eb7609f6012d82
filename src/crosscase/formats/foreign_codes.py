"""A codebook from rows that name the row above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.errors import UnreadableFile
from crosscase.formats.refi_qda.records import Code

__all__ = ["PlacedCode", "code_tree"]

_DEEPEST = 100

Key = tuple[str, int]
"""The table of a code or category, and its number there."""


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A code, and the key of the one above it (None: it stands at the top)."""

    code: Code
    above: Key | None


def code_tree(placed: Mapping[Key, PlacedCode]) -> tuple[tuple[Code, ...], int]:
    """The codes in their places, by name as tools show them; how many had no place to be put.

    Raises:
        UnreadableFile: one stands too deep.
    """
    above: dict[Key, Key | None] = {}
    astray = 0
    for key, each in placed.items():
        known = each.above if each.above in placed else None
        astray += each.above is not None and known is None
        above[key] = known
    for key in placed:
        if _is_below_itself(key, above):
            above[key] = None
            astray += 1
    below: dict[Key | None, list[Key]] = {}
    for key, parent in above.items():
        below.setdefault(parent, []).append(key)
    return _built(None, placed, below, 0), astray


def _is_below_itself(key: Key, above: Mapping[Key, Key | None]) -> bool:
    at, seen = above[key], {key}
    while at is not None:
        if at == key:
            return True
        if at in seen:  # a ring further up, which is cut when its own members are looked at
            return False
        if len(seen) > _DEEPEST:
            raise _too_deep()
        seen.add(at)
        at = above[at]
    return False


def _too_deep() -> UnreadableFile:
    return UnreadableFile(
        f"A code stands more than {_DEEPEST} levels deep.",
        slug="codes-too-deep",
        hint="Flatten the codebook in the program that made it.",
    )


def _built(
    parent: Key | None,
    placed: Mapping[Key, PlacedCode],
    below: Mapping[Key | None, Sequence[Key]],
    depth: int,
) -> tuple[Code, ...]:
    if depth > _DEEPEST:
        raise _too_deep()
    keys = sorted(below.get(parent, ()), key=lambda key: (placed[key].code.name or "").casefold())
    return tuple(
        replace(placed[key].code, codes=_built(key, placed, below, depth + 1)) for key in keys
    )
