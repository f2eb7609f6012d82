"""What the standard has no place for, in one processing instruction after the project.

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
_GREATEST, _DEEPEST = 2**53, 20
_ROOTS = (b"Project>", b"CodeBook>", b"/>")


def beyond_bytes(beyond: Beyond) -> bytes:
    """The instruction; without anything to say there is none."""
    said = {guid: dict(fields) for guid, fields in beyond.items() if fields}
    if not said:
        return b""
    words = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    # Only in texts can the two signs stand together that would end the instruction.
    return _BEGIN + words.replace("?>", "?\\u003e").encode("ascii") + _END + b"\n"


def read_beyond(xml: bytes) -> dict[str, dict[str, Any]]:
    """What stands in the instruction after the root; nothing where there is none to be read."""
    end = xml.rstrip()
    at = end.rfind(_BEGIN)
    if at < 0 or not end.endswith(_END) or not end[:at].rstrip().endswith(_ROOTS):
        return {}
    try:
        said = json.loads(end[at + len(_BEGIN) : -len(_END)], parse_constant=_refused)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict) or not _is_plain(said, 0):
        return {}
    return {guid.casefold(): each for guid, each in said.items() if isinstance(each, dict)}


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
