"""What the standard has no place for, in processing instructions after the project.

Such an instruction is no part of what the schema describes, so the file stays valid, and other
programs pass over it. crosscase reads it again: so a study comes back whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["Beyond", "beyond_bytes", "read_beyond"]

Beyond = Mapping[str, Mapping[str, Any]]
"""By the GUID of a thing (or an empty text for the project): fields and what they hold."""

_BEGIN, _END = b"<?crosscase ", b"?>"
_MOST = 4_000_000  # readers of XML mostly refuse an instruction of more than 10 million characters
_GREATEST, _DEEPEST = 2**53, 20
_ROOTS = (b"Project>", b"CodeBook>", b"/>")


def beyond_bytes(beyond: Beyond) -> bytes:
    """The instructions, each a piece of one text; without anything to say there is none."""
    said = {guid: dict(fields) for guid, fields in beyond.items() if fields}
    if not said:
        return b""
    words = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    # Only in texts can the signs stand together that would begin or end an instruction.
    plain = words.replace("?>", "?\\u003e").replace("<?", "\\u003c?").encode("ascii")
    pieces = (plain[at : at + _MOST] for at in range(0, len(plain), _MOST))
    return b"".join(_BEGIN + each + _END + b"\n" for each in pieces)


def read_beyond(xml: bytes) -> dict[str, dict[str, Any]]:
    """What stands in the instructions after the root; nothing where there is none to be read."""
    words = _pieces_joined(xml)
    if words is None:
        return {}
    try:
        said = json.loads(words, parse_constant=_refused)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict) or not _is_plain(said, 0):
        return {}
    return {guid.casefold(): each for guid, each in said.items() if isinstance(each, dict)}


def _pieces_joined(xml: bytes) -> bytes | None:
    """The text of the instructions at the end of a file; None where none stand after the root."""
    pieces: list[bytes] = []
    end = _end_of_words(xml, len(xml))
    while xml.endswith(_END, 0, end):
        at = xml.rfind(_BEGIN, 0, end)
        if at < 0:
            return None
        pieces.append(xml[at + len(_BEGIN) : end - len(_END)])
        end = _end_of_words(xml, at)
    if not pieces or not xml.endswith(_ROOTS, 0, end):
        return None
    return b"".join(reversed(pieces))


def _end_of_words(xml: bytes, end: int) -> int:
    """Where the last sign before a place ends that is no space."""
    while end and xml[end - 1 : end].isspace():
        end -= 1
    return end


def _refused(word: str) -> None:
    raise ValueError(word)


def _is_plain(value: Any, depth: int) -> bool:
    """Whether a study can keep it: no huge numbers, no halves of characters, no great depth."""
    match value:
        case str():
            return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)
        case dict():
            inside = [*value, *value.values()]
        case list():
            inside = value
        case int():
            return abs(value) <= _GREATEST
        case _:
            return True
    return depth < _DEEPEST and all(_is_plain(each, depth + 1) for each in inside)
