"""A place in what somebody wrote, drawn for people: its line, with carets under the place."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["with_carets"]

_WIDEST_LINE = 90


def with_carets(written: str, start_char: int, end_char: int) -> str:
    """The line that holds the place, with carets under it."""
    line_start = max(written.rfind("\n", 0, start_char), written.rfind("\r", 0, start_char))
    line_start += 1
    line = re.split(r"[\r\n]", written[line_start:], maxsplit=1)[0]
    start = start_char - line_start
    end = max(min(end_char - line_start, len(line)), start + 1)
    cut = max(0, min(start - _WIDEST_LINE // 2, len(line) - _WIDEST_LINE))
    before = ("…" if cut else "") + line[cut:start]
    marked = line[start : min(end, cut + _WIDEST_LINE)]
    after = line[start + len(marked) : cut + _WIDEST_LINE]
    after += "…" if len(line) > cut + _WIDEST_LINE else ""
    carets = "^" * max(1, _columns(marked))
    shown = f"    {before}{marked}{after}\n    {' ' * _columns(before)}{carets}"
    return shown.replace("\t", " ")


def _columns(text: str) -> int:
    """How many columns a terminal gives to a text."""
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )
