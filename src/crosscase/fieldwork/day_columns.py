"""Days in a column: one unambiguous cell tells the order of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["days_in_one_order"]

_NUMERIC = re.compile(r"\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*")


def days_in_one_order(cells: Sequence[str]) -> list[str]:
    """The cells, with days such as 05/10/2021 written as ISO where the column settles the order.

    A column that holds 30/09/2021 writes day first throughout; one that holds 09/30/2021 writes
    the month first. A column with both, or with neither, is left as it is.
    """
    found = [_NUMERIC.fullmatch(cell) for cell in cells]
    numbers = [(int(each[1]), int(each[2])) for each in found if each is not None]
    day_first = any(first > 12 for first, _ in numbers)
    month_first = any(second > 12 for _, second in numbers)
    if day_first == month_first:
        return list(cells)
    iso = []
    for cell, match in zip(cells, found, strict=True):
        if match is None:
            iso.append(cell)
            continue
        day, month = (match[1], match[2]) if day_first else (match[2], match[1])
        iso.append(f"{match[3]}-{int(month):02d}-{int(day):02d}")
    return iso
