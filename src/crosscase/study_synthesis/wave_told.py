"""What is told of change over waves, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosscase.model.ids import Id
from crosscase.study_synthesis.code_levels import CodeLevel

__all__ = [
    "CaseInWave",
    "CaseOverWaves",
    "CodeInWave",
    "CodeOverWaves",
    "People",
    "WaveChanges",
    "WaveStep",
    "WaveTold",
]

People = Literal["same", "partly", "others"]


@dataclass(frozen=True, slots=True)
class WaveTold:
    """A wave with what was met in it."""

    wave_id: Id
    name: str
    start_day: str | None
    end_day: str | None
    participants: int
    sources: int


@dataclass(frozen=True, slots=True)
class CodeInWave:
    """A code of a case in a wave: in how many of its participants there, and where first."""

    code_id: Id
    code: str
    participants: int
    source_id: Id
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class CaseInWave:
    """A case as it was met in a wave (a place in the list of waves).

    ``participants`` spoke for it there. ``holders`` are, for a post, all who held it during the
    wave by their memberships, whether they were met or not.
    """

    wave: int
    participants: tuple[str, ...]
    sources: int
    codes: tuple[CodeInWave, ...]
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WaveStep:
    """From one wave in which a case was met to the next: codes that came, stayed and went.

    ``people`` says whether the same people spoke. What came and went between others may be a
    change of person, and is never counted as a change of mind.
    """

    before: int
    after: int
    people: People
    both: tuple[str, ...]
    came: tuple[CodeInWave, ...]
    stayed: tuple[CodeInWave, ...]
    went: tuple[CodeInWave, ...]


@dataclass(frozen=True, slots=True)
class CaseOverWaves:
    """One case with the waves in which it was met, and the steps between them."""

    case_id: Id
    case: str
    met: tuple[CaseInWave, ...]
    steps: tuple[WaveStep, ...]


@dataclass(frozen=True, slots=True)
class CodeOverWaves:
    """A code from a wave to a later one: in how many cases it came, stayed and went.

    Of ``of`` cases that were met in both waves with the same people.
    """

    code_id: Id
    code: str
    before: int
    after: int
    came: int
    stayed: int
    went: int
    of: int


@dataclass(frozen=True, slots=True)
class WaveChanges:
    """All that is told of change; warnings are to be shown before any number."""

    of: str
    kind: str
    level: CodeLevel
    where: str | None
    waves: tuple[WaveTold, ...]
    cases: tuple[CaseOverWaves, ...]
    codes: tuple[CodeOverWaves, ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
