"""The settings of one study."""

from __future__ import annotations

from typing import Any

from crosscase.log.records import Draft
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Setting
from crosscase.model.settings import checked_setting
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, made

__all__ = ["Settings", "record_setting"]


def record_setting(session: Session, key: str, value: Any) -> Recorded | None:
    """Make one setting whose value was checked already; None where it is so."""

    def decide(reading: Reading) -> Draft | None:
        id_ = derived_id(session.study_id, "setting", key)
        if any(each.id == id_ and each.value == value for each in reading.all(Setting)):
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
