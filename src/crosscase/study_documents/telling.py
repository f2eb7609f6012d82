"""How documents tell moments, and the cover that each of them has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from crosscase.model.nouns import Study
from crosscase.report.document import Cover
from crosscase.store.as_of import state_name
from crosscase.store.session import Reading

__all__ = ["PLAINLY", "Telling", "cover_of", "title_of"]


def _utc_text(wall_ms: int) -> str:
    return datetime.fromtimestamp(wall_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M")


@dataclass(frozen=True, slots=True)
class Telling:
    """How moments are told (``local_time``: milliseconds since 1970 to “2026-03-02 14:05”), and
    what was asked for where the study is shown as it was."""

    local_time: Callable[[int], str] = _utc_text
    as_of: str | None = None

    def day(self, wall_ms: int) -> str:
        """The day of a moment."""
        return self.local_time(wall_ms)[:10]


PLAINLY = Telling()


def cover_of(reading: Reading, now_us: int, author: str | None, telling: Telling) -> Cover:
    """The cover of a document that is made now."""
    return Cover(
        study=title_of(reading),
        author=author,
        made_at=datetime.fromtimestamp(now_us // 1_000_000, UTC),
        made_on=telling.day(now_us // 1000),
        state=state_name(reading.file),
        as_of=telling.as_of,
    )


def title_of(reading: Reading) -> str:
    """The study's title."""
    return next((each.title for each in reading.all(Study)), "") or "Study"
