"""The tint behind coded words: pale, darker where codings overlap, readable in black and white."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["tint_of"]

_NO_COLOUR = (86, 91, 97)
_FIRST, _FURTHER, _MOST = 0.17, 0.08, 0.41  # how much of the colour stands in the white


def tint_of(colours: Sequence[str | None]) -> str | None:
    """The tint of words that codes of these colours (#RRGGBB) lie on; None where none does."""
    if not colours:
        return None
    parts = [_parts(colour) for colour in colours]
    depth = min(_MOST, _FIRST + _FURTHER * (len(parts) - 1))
    mean = (sum(part[at] for part in parts) / len(parts) for at in range(3))
    return "".join(f"{round(255 - (255 - each) * depth):02X}" for each in mean)


def _parts(colour: str | None) -> tuple[int, int, int]:
    digits = (colour or "").removeprefix("#")
    if len(digits) != 6:
        return _NO_COLOUR
    try:
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    except ValueError:
        return _NO_COLOUR
