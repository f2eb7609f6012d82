"""The settings of one study."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crosscase.log.records import Draft
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Setting
from crosscase.model.settings import checked_setting
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, made

__all__ = ["Settings", "change_setting", "record_setting"]


def record_setting(session: Session, key: str, value: Any) -> Recorded | None:
    """Make one setting whose value was checked already; None where it is so."""
    return change_setting(session, key, lambda _: value)


def change_setting(session: Session, key: str, change: Callable[[Any], Any]) -> Recorded | None:
    """Make of a setting what ``change`` makes of its value (None: it was never made)."""

    def decide(reading: Reading) -> Draft | None:
        id_ = derived_id(session.study_id, "setting", key)
        held = [each.value for each in reading.all(Setting) if each.id == id_]
        value = change(held[0] if held else None)
        if held == [value]:
            return None
        return Draft("setting.set", {}, (made(Setting, id_, fresh=False, key=key, value=value),))

    return session.record(decide)


class Settings:
    """What a study keeps to; every change of it is an operation."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> dict[str, Any]:
        """All settings that were made, by key."""
        with self._session.reading() as reading:
            return {each.key: each.value for each in reading.all(Setting)}

    def get(self, key: str) -> Any:
        """One setting; None when it was never made."""
        return self.all().get(key)

    def set(self, key: str, value: Any) -> Recorded | None:
        """Make one setting, such as ``originals``."""
        return record_setting(self._session, key, checked_setting(key, value))
