"""The texts inside plain values: what an imported file said beside the model, and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from crosscase.model.fields import Value

__all__ = ["plain_texts", "replaced_in_plain"]


def plain_texts(value: Any) -> Iterator[str]:
    """Every text inside a plain value, the keys of its tables too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from plain_texts(key)
            yield from plain_texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from plain_texts(each)


def replaced_in_plain(value: Any, change: Callable[[str], str]) -> Any:
    """A plain value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {
            replaced_in_plain(key, change): replaced_in_plain(each, change)
            for key, each in value.items()
        }
    if isinstance(value, list | tuple) and not isinstance(value, Value):
        return [replaced_in_plain(each, change) for each in value]
    return value
