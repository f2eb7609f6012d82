"""The settings that a study can have, and what each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosscase.errors import MistakeOfUse

__all__ = ["SETTINGS", "StudySetting", "checked_setting"]


@dataclass(frozen=True, slots=True)
class StudySetting:
    """One setting: what it says, and the values it may have (empty: any text).

    One that has a form of its own is made by a verb of its own: ``made_by`` says which command.
    """

    says: str
    allowed: tuple[str, ...] = ()
    made_by: str | None = None


SETTINGS: Mapping[str, StudySetting] = {
    "originals": StudySetting(
        "whether the original files are kept inside the study", ("keep", "drop")
    ),
    "language": StudySetting("the language that new sources have when nothing else says it"),
    "disclosure-policy": StudySetting(
        "what quotes and tables that leave the study keep to",
        made_by="crosscase disclose policy STUDY FILE",
    ),
    "quantity-words": StudySetting(
        "what most, several and the like mean in checks of findings",
        made_by="crosscase findings words STUDY WORD=MEANING",
    ),
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
    if known.made_by is not None:
        raise MistakeOfUse(
            f"“{key}” has several values.",
            slug="setting-of-its-own",
            hint=f"`{known.made_by}` makes it.",
        )
    if known.allowed and value not in known.allowed:
        raise MistakeOfUse(
            f"“{key}” cannot be “{value}”.",
            slug="unknown-value",
            hint=f"Say {' or '.join(known.allowed)}.",
        )
    return value
