"""What Python holds, as values that JSON can hold."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from crosscase.errors import CrosscaseError

__all__ = ["plain", "records"]


def plain(value: Any) -> Any:
    """The same with mappings, lists, text, numbers and truths alone."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, CrosscaseError):
        return value.as_json()["error"]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.name != "foreign"
        }
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain(each) for name, each in zip(value._fields, value, strict=True)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if hasattr(value, "iter_rows"):
        return records(value)
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    return [plain(each) for each in value]


def records(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame, each as a mapping of its columns."""
    return [plain(row) for row in frame.iter_rows(named=True)]
