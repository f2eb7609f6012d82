"""The days a date in a query means: a year and a month stand for all their days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["days_meant"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def days_meant(written: str) -> tuple[date, date] | None:
    """The first and last day of ``2024``, ``2024-03`` or ``2024-03-01``; None if it is no date."""
    found = _DATE.fullmatch(written.strip())
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
