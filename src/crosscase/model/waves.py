"""Which wave a day belongs to: waves are rounds of fieldwork, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscase.model.synthesis_nouns import Wave

__all__ = ["by_time", "overlap", "overlapping_waves", "wave_of_days"]


def by_time(waves: Iterable[Wave]) -> list[Wave]:
    """Waves in the order in which they begin."""
    return sorted(waves, key=lambda each: (each.start_day or "", each.end_day or "", each.id))


def overlap(one: Wave, other: Wave) -> bool:
    """Whether a day lies in both; both ends belong to a wave, and an open end holds for ever."""
    return _begins_by(one, other.end_day) and _begins_by(other, one.end_day)


def overlapping_waves(waves: Sequence[Wave]) -> list[tuple[Wave, Wave]]:
    """Waves that overlap, each two once, in the order of time: only a merge can bring them."""
    ordered = by_time(waves)
    return [
        (one, other)
        for at, one in enumerate(ordered)
        for other in ordered[at + 1 :]
        if overlap(one, other)
    ]


def wave_of_days(waves: Sequence[Wave], first_day: str, last_day: str) -> Wave | None:
    """The wave in which all of these days (ISO, both included) lie; of several, the first.

    A date that is only a month belongs to a wave when the whole month does.
    """
    for wave in by_time(waves):
        starts, ends = wave.start_day or "", wave.end_day
        if starts <= first_day and (not ends or last_day <= ends):
            return wave
    return None


def _begins_by(wave: Wave, day: str | None) -> bool:
    return not day or (wave.start_day or "") <= day
