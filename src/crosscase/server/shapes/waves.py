"""Waves, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from crosscase.server.shapes.asked import Asked

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_synthesis.wave_told import WaveChanges

__all__ = [
    "NewWave",
    "WaveChange",
    "WaveChangesAnswer",
    "WaveList",
    "wave_changes_answer",
    "wave_list",
]

_Name = Annotated[str, Field(max_length=500)]
_Day = Annotated[str, Field(max_length=40, description="Such as 2026-03-02.")]
_Text = Annotated[str, Field(max_length=20_000)]


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class NewWave(Asked):
    """A wave to add; without a last day it goes on."""

    name: _Name
    start_day: _Day
    end_day: _Day | None = None
    description: _Text | None = None


class WaveChange(Asked):
    """What a wave shall say; what is left out stays, null clears."""

    name: _Name | None = None
    start_day: _Day | None = None
    end_day: _Day | None = None
    description: _Text | None = None


class WaveRow(BaseModel):
    """A wave with how many sources lie in it."""

    id: str
    name: str
    start_day: str | None
    end_day: str | None
    description: str | None
    sources: int


class WaveList(BaseModel):
    """The waves in the order of time, and how many sources lie in none."""

    waves: list[WaveRow]
    in_no_wave: int
    without_a_day: int


class CodeInWaveRow(_Told):
    """A code of a case in a wave: in how many of its participants, and where first."""

    code_id: str
    code: str
    participants: int
    source_id: str
    start_char: int
    end_char: int


class CaseInWaveRow(_Told):
    """A case as it was met in a wave (a place in the list of waves)."""

    wave: int
    participants: list[str]
    sources: int
    codes: list[CodeInWaveRow]
    holders: list[str]


class WaveStepRow(_Told):
    """From one wave in which a case was met to the next; ``people`` says whether they changed."""

    before: int
    after: int
    people: Literal["same", "partly", "others"]
    both: list[str]
    came: list[CodeInWaveRow]
    stayed: list[CodeInWaveRow]
    went: list[CodeInWaveRow]


class CaseOverWavesRow(_Told):
    """One case over the waves in which it was met."""

    case_id: str
    case: str
    met: list[CaseInWaveRow]
    steps: list[WaveStepRow]


class CodeOverWavesRow(_Told):
    """In how many cases, of those met in both waves with the same people, a code came or went."""

    code_id: str
    code: str
    before: int
    after: int
    came: int
    stayed: int
    went: int
    of: int


class WaveToldRow(_Told):
    """A wave with who was met in it."""

    wave_id: str
    name: str
    start_day: str | None
    end_day: str | None
    participants: int
    sources: int


class WaveChangesAnswer(_Told):
    """The same cases laid over the waves; warnings go before any number."""

    of: str
    level: str
    where: str | None
    waves: list[WaveToldRow]
    cases: list[CaseOverWavesRow]
    codes: list[CodeOverWavesRow]
    warnings: list[str]
    notes: list[str]


def wave_list(study: Study) -> WaveList:
    """The waves of a study as an answer."""
    placed = study.waves.sources()
    lying: dict[str, int] = {}
    for _, _, wave in placed:
        if wave is not None:
            lying[wave.id] = lying.get(wave.id, 0) + 1
    rows = [
        WaveRow(
            id=each.id,
            name=each.name or "",
            start_day=each.start_day,
            end_day=each.end_day,
            description=each.description,
            sources=lying.get(each.id, 0),
        )
        for each in study.waves.all()
    ]
    return WaveList(
        waves=rows,
        in_no_wave=sum(wave is None for _, _, wave in placed),
        without_a_day=sum(day is None for _, day, _ in placed),
    )


def wave_changes_answer(told: WaveChanges) -> WaveChangesAnswer:
    """What changed as an answer."""
    return WaveChangesAnswer.model_validate(told)
