"""Waves: rounds of fieldwork, and what changed from one to the next."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.matrix import Where
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.waves import (
    NewWave,
    WaveChange,
    WaveChangesAnswer,
    WaveList,
    wave_changes_answer,
    wave_list,
)
from crosscase.study import Study

router = APIRouter(prefix="/waves", tags=["synthesis"])


@router.get("")
async def list_waves(asking: Asking) -> WaveList:
    """The waves in the order of time, with how many sources lie in each."""
    return await asking.read(wave_list)


@router.get("/changes")
async def wave_changes(
    asking: Asking,
    of: Annotated[
        str,
        Query(min_length=1, max_length=500, description="participants, posts or a kind of cases."),
    ] = "participants",
    level: Literal["leaf", "top"] = "leaf",
    where: Where = None,
) -> WaveChangesAnswer:
    """Which codes came, stayed and went for the same cases; a change of person is told apart."""
    return await asking.read(
        lambda study: wave_changes_answer(study.waves.changes(of, level=level, where=where or None))
    )


@router.post("")
async def add_wave(acting: Acting, new: NewWave) -> Saved:
    """Add a wave; sources belong to it by their days."""

    def act(study: Study) -> list[str]:
        return [study.waves.add(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/{wave}")
async def change_wave(acting: Acting, wave: IdText, says: WaveChange) -> Saved:
    """Change what a wave says; null clears."""

    def act(study: Study) -> None:
        study.waves.change(wave, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/{wave}")
async def remove_wave(acting: Acting, wave: IdText) -> Saved:
    """Remove a wave until it is restored; its sources stay."""

    def act(study: Study) -> None:
        study.waves.remove(wave)

    return await acting.write(act)


@router.post("/{wave}/restore")
async def restore_wave(acting: Acting, wave: IdText) -> Saved:
    """Bring a removed wave back."""

    def act(study: Study) -> None:
        study.waves.restore(wave)

    return await acting.write(act)
