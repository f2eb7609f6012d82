"""Stored tables of cases as short texts: how large they are, and in what two of them differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["tell_tables"]

_NOTHING = "a table that cannot be read"


def tell_tables(tables: Sequence[bytes]) -> list[str]:
    """Each table by its size, such as “42 cases, 26 characteristics”.

    Tables of one size are told by the first thing in which they differ.
    """
    held = [_read(data) for data in tables]
    sizes = [_NOTHING if each is None else _size(each) for each in held]
    told = []
    for place, table in enumerate(held):
        alike = [
            other
            for at, other in enumerate(held)
            if other is not None and sizes[at] == sizes[place] and tables[at] != tables[place]
        ]
        apart = "" if table is None or not alike else _apart(table, alike[0])
        told.append(sizes[place] + apart)
    return told


def _read(data: bytes) -> dict[str, Any] | None:
    try:
        held = json.loads(data)
    except ValueError:
        return None
    return held if isinstance(held, dict) else None


def _size(table: dict[str, Any]) -> str:
    cases, known = len(table.get("ids", ())), len(table.get("characteristics", ()))
    return (
        f"{cases} case{'' if cases == 1 else 's'}, "
        f"{known} characteristic{'' if known == 1 else 's'}"
    )


def _apart(table: dict[str, Any], other: dict[str, Any]) -> str:
    theirs = dict(_facts(other))
    for fact, value in _facts(table):
        if fact not in theirs or theirs[fact] != value:
            return f"; {fact}: {'nothing' if value is None else value}"
    # All that this one says the other one says as well, and more: name what is not said here.
    own = dict(_facts(table))
    missing = next((fact for fact in theirs if fact not in own), None)
    return "; in another order" if missing is None else f"; {missing}: nothing"


def _facts(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """All that a table says, each with what it says it of, the meanings before the values."""
    for meant in table.get("characteristics", ()):
        for key, value in meant.items():
            yield f"{key} of {meant.get('name')}", value
    ids = table.get("ids", ())
    for case, name in zip(ids, table.get("names", ()), strict=False):
        yield f"name of {case}", name
    for column, values in table.get("values", {}).items():
        for case, value in zip(ids, values, strict=False):
            yield f"{column} of {case}", value
