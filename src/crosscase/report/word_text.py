"""Text as Word takes it: nothing that XML refuses, and no direction that runs on."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["is_right_to_left", "safe_text", "shortened"]

# XML 1.0 has no place for control characters, lone surrogates and these two noncharacters.
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DIRECTED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CLOSING = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


def safe_text(text: str) -> str:
    """The text without what XML refuses; line ends are newlines, and every embedding or override
    of the writing direction is closed, so that it reaches no further than the text itself."""
    text = _REFUSED.sub("", _LINE_ENDS.sub("\n", text))
    return _closed(text) if _DIRECTED.search(text) else text


def _closed(text: str) -> str:
    # A line end closes what is open, so each line is looked at by itself.
    return "\n".join(line + _closing_signs(line) for line in text.split("\n"))


def _closing_signs(line: str) -> str:
    is_open: list[str] = []
    for sign in _DIRECTED.findall(line):
        if sign in _CLOSING:
            is_open.append(_CLOSING[sign])
        elif sign in is_open:
            while is_open.pop() != sign:
                pass
    return "".join(reversed(is_open))


def is_right_to_left(text: str) -> bool:
    """Whether a text begins in a script that runs from right to left (Arabic, Hebrew)."""
    for sign in text[:200]:
        direction = unicodedata.bidirectional(sign)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def shortened(text: str, most: int) -> str:
    """A text on one line, with “…” where it is longer than there is room for."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
