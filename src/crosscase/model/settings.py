"""The settings that a study can have, and what each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosscase.errors import MistakeOfUse

__all__ = ["SETTINGS", "StudySetting", "checked_setting"]


@dataclass(frozen=True, slots=True)
class StudySetting:
    """One setting: what it says, and the values it may have (empty: any text)."""

    says: str
    allowed: tuple[str, ...] = ()


SETTINGS: Mapping[str, StudySetting] = {
    "originals": StudySetting(
        "whether the original files are kept inside the study", ("keep", "drop")
    ),
    "language": StudySetting("the language that new sources have when nothing else says it"),
}


def checked_setting(key: str, value: Any) -> Any:
    """The value, when the setting is known and may have it."""
    known = SETTINGS.get(key)
    if known is None:
        raise MistakeOfUse(
            f"A study has no setting “{key}”.",
            slug="unknown-setting",
            hint=f"It has {', '.join(SETTINGS)}.",
        )
    if known.allowed and value not in known.allowed:
        raise MistakeOfUse(
            f"“{key}” cannot be “{value}”.",
            slug="unknown-value",
            hint=f"Say {' or '.join(known.allowed)}.",
        )
    return value
