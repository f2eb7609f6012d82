"""Real studies, in a folder or in memory, with a clock and ids that are the same every time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from crosscase.log.records import Draft
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Study
from crosscase.store.session import Session, made
from crosscase.store.study_file import StudyFile

__all__ = ["TickingClock", "counted_randomness", "make_session"]

_NOON_2026_03_02_US = 1_772_452_800_000_000


class TickingClock:
    """A clock that moves on by one second each time it is read (microseconds since 1970)."""

    def __init__(self, start_us: int = _NOON_2026_03_02_US, step_us: int = 1_000_000) -> None:
        self.now_us = start_us
        self.step_us = step_us

    def __call__(self) -> int:
        """The time now, and a step forward."""
        self.now_us += self.step_us
        return self.now_us


def counted_randomness(seed: str = "crosscase") -> Callable[[int], bytes]:
    """Random-looking bytes that are the same in every run."""
    count = 0

    def draw(size: int) -> bytes:
        nonlocal count
        pieces = b""
        while len(pieces) < size:
            count += 1
            pieces += hashlib.sha256(f"{seed}:{count}".encode()).digest()
        return pieces[:size]

    return draw


def make_session(
    folder: Path | None = None,
    *,
    person: str | None = "Ama",
    name: str = "study",
    seed: str = "crosscase",
    clock: Callable[[], int] | None = None,
    study_id: Id | None = None,
) -> Session:
    """A new study with its title, in ``folder`` (None: in memory), opened by ``person``."""
    id_ = study_id or derived_id("test study", name)
    path = None if folder is None else folder / f"{name}.crosscase"
    session = Session(
        StudyFile.create(path, id_),
        person=person,
        now_us=clock or TickingClock(),
        randomness=counted_randomness(seed),
    )
    if person is not None:
        session.record(
            lambda _: Draft("study.made", {}, (made(Study, id_, fresh=False, title="A study"),))
        )
    return session
