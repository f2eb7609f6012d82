"""Waves of a study: adding and changing them, which sources lie in them, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.fieldwork.waves import WaveRecords
from crosscase.model.nouns import Source
from crosscase.model.synthesis_nouns import Wave
from crosscase.query.source_waves import source_waves

if TYPE_CHECKING:
    from crosscase.study_synthesis.wave_told import WaveChanges

__all__ = ["Waves"]


class Waves(WaveRecords):
    """Rounds of fieldwork, and what changed from one to the next."""

    def sources(self) -> list[tuple[Source, str | None, Wave | None]]:
        """Each source with its day and its wave; None where it has no day, or lies in no wave."""
        with self._session.reading() as reading:
            held = source_waves(reading)
            return [
                (
                    source,
                    held.days.get(row),
                    held.waves[held.of_source[row]] if row in held.of_source else None,
                )
                for row, source in reading.by_row(Source).items()
            ]

    def changes(
        self, of: str = "participants", *, level: str = "leaf", where: str | None = None
    ) -> WaveChanges:
        """What codes came, stayed and went for the same participants, posts or other cases.

        A case of the kind ``post`` is held by participants through dated memberships; where
        others hold it, the change is shown as one of person.
        """
        from crosscase.study_synthesis.wave_changes import wave_changes

        with self._session.reading() as reading:
            return wave_changes(reading, of, level=level, where=where)
