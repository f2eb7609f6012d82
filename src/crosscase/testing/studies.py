"""Whole studies for tests: made or opened again, with a fixed clock and fixed ids."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from crosscase.study import Study
from crosscase.study_opening import make_study_file, open_study_file
from crosscase.testing.sessions import TickingClock, counted_randomness

__all__ = ["make_study"]


def make_study(
    folder: Path | None = None,
    *,
    person: str = "Ama",
    name: str = "study",
    seed: str = "crosscase",
    clock: Callable[[], int] | None = None,
    open_again: bool = False,
) -> Study:
    """A new study in a folder (None: in memory), or one that is there, opened again."""
    path = None if folder is None else folder / f"{name}.crosscase"
    ticking = clock or TickingClock()
    if open_again:
        assert path is not None
        return open_study_file(
            path, person=person, now_us=ticking, randomness=counted_randomness(f"{seed}:{person}")
        )
    return make_study_file(
        path, "A study", person=person, now_us=ticking, randomness=counted_randomness(seed)
    )
