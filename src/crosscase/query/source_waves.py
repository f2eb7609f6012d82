"""On which day each source was made, and to which wave of fieldwork it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from crosscase.model.fieldwork_nouns import Activity
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.model.synthesis_nouns import Wave
from crosscase.model.waves import by_time, overlapping_waves, wave_of_days
from crosscase.query.dates import days_meant
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["SourceWaves", "source_waves"]


@dataclass(frozen=True)
class SourceWaves:
    """Waves in the order of time, and the day and wave of each source, by entity row.

    ``days`` are a source's own date, or else the day of the interview or meeting that it is of;
    ``of_source`` are places in ``waves``. A source without a day, or whose day lies in no wave,
    has no entry.
    """

    waves: tuple[Wave, ...]
    days: Mapping[int, str]
    of_source: Mapping[int, int]

    @cached_property
    def overlaps(self) -> tuple[str, ...]:
        """A sentence for each two waves that overlap, which only a merge can bring."""
        return tuple(
            f"The waves “{one.name}” and “{other.name}” overlap: what lies in both counts in "
            f"“{one.name}”."
            for one, other in overlapping_waves(self.waves)
        )


def source_waves(reading: Reading) -> SourceWaves:
    """The days and waves of the sources that show; kept until anything but codings changes."""

    def read() -> SourceWaves:
        waves = tuple(by_time(reading.all(Wave)))
        days = _days(reading)
        number = {wave.id: at for at, wave in enumerate(waves)}
        of_source = {}
        for row, day in days.items():
            meant = days_meant(day)
            if meant is None:
                continue
            wave = wave_of_days(waves, meant[0].isoformat(), meant[1].isoformat())
            if wave is not None:
                of_source[row] = number[wave.id]
        return SourceWaves(waves, days, of_source)

    return reading.file.remember("query source waves", SHOWING_KINDS, read)


def _days(reading: Reading) -> dict[int, str]:
    met: dict[Id, str] = {}
    for activity in reading.all(Activity):
        if activity.source is not None and activity.day:
            day = met.get(activity.source)
            met[activity.source] = activity.day if day is None else min(day, activity.day)
    found = {}
    for row, source in reading.by_row(Source).items():
        day = source.date or met.get(source.id)
        if day:
            found[row] = day
    return found
