"""Rectangles on a picture or on a page of a PDF: what a coding marks besides words.

All numbers are whole: a page (0 is a picture, pages count from 1), then left, top, width and
height in ten-thousandths of the picture's or page's width and height.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from crosscase.errors import MistakeOfUse

__all__ = [
    "PICTURE_TEXT",
    "WHOLE",
    "Region",
    "checked_region",
    "region_of_fractions",
    "region_of_text",
    "stored_region",
]

WHOLE = 10_000
PICTURE_TEXT = "\ufffc"
"""What stands for a picture nobody has described: Unicode's sign for an object in a text."""


class Region(NamedTuple):
    """A rectangle; ``page`` is 0 on a picture."""

    page: int
    x: int
    y: int
    width: int
    height: int

    def fractions(self) -> list[float]:
        """The page, then left, top, width and height as parts of the whole."""
        return [self.page, *(each / WHOLE for each in self[1:])]

    def __str__(self) -> str:
        """As it stands in the cell of a table: five numbers with commas."""
        return ",".join(str(each) for each in self)


def checked_region(numbers: Sequence[Any]) -> Region:
    """The five numbers as a rectangle; MistakeOfUse when it lies outside or is empty."""
    wrong = len(numbers) != 5 or not all(
        isinstance(each, int) and not isinstance(each, bool) for each in numbers
    )
    if not wrong:
        region = Region(*numbers)
        wrong = (
            region.page < 0
            or min(region.x, region.y) < 0
            or min(region.width, region.height) < 1
            or max(region.x + region.width, region.y + region.height) > WHOLE
        )
    if wrong:
        raise MistakeOfUse(
            "That is no rectangle inside the picture.",
            slug="region-outside-picture",
            hint="Give the page (0 for a picture), left, top, width and height; the four in "
            "ten-thousandths of the whole, and neither side empty.",
        )
    return region


def region_of_fractions(numbers: Sequence[float]) -> Region:
    """The rectangle of a page and four parts of the whole (0.25 is a quarter)."""
    if len(numbers) != 5 or not all(abs(each) < WHOLE * WHOLE for each in numbers):
        return checked_region(())
    page, x, y, width, height = numbers
    left, top = round(x * WHOLE), round(y * WHOLE)
    # The far edges are rounded, not the sides: a rectangle that touches the border stays inside.
    return checked_region(
        (int(page), left, top, round((x + width) * WHOLE) - left, round((y + height) * WHOLE) - top)
    )


def region_of_text(text: str) -> Region:
    """The rectangle that a table's cell names: five numbers with commas."""
    try:
        return checked_region([int(each) for each in text.split(",")])
    except ValueError:
        return checked_region(())


def stored_region(value: Any) -> Region | None:
    """A rectangle as the study holds it; None for what is none (written by a newer crosscase)."""
    try:
        return None if value is None else checked_region(value)
    except (MistakeOfUse, TypeError):
        return None
