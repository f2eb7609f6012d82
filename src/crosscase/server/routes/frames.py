"""Sampling frames: the list, one as a table, import, groups, and where two rules disagree."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, UploadFile

from crosscase.formats.tables import read_table
from crosscase.server.asking import Acting, Asking, saved
from crosscase.server.desk import Told
from crosscase.server.shapes.frames import (
    FrameList,
    FrameTaken,
    FrameWhole,
    NewGrouping,
    RuleMoves,
    ShippedFrame,
    frame_row,
    frame_taken,
    frame_whole,
    moved_case,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["frames"])

_Words = Annotated[str | None, Query(max_length=2_000)]
_GroupingName = Annotated[str, Query(max_length=500, description="The name of a grouping.")]


@router.get("/frames")
async def frames(asking: Asking) -> FrameList:
    """All frames by name."""

    def listed(study: Study) -> FrameList:
        every = study.frames.all()
        return FrameList(frames=[frame_row(study.frames.describe(each.id)) for each in every])

    return await asking.read(listed)


@router.get("/frames/{frame}")
async def frame(asking: Asking, frame: IdText) -> FrameWhole:
    """A frame as a table, with the groups of its cases."""
    return await asking.read(lambda study: frame_whole(study.frames.read(frame)))


@router.get("/frames/{frame}/rules")
async def frame_rules(
    asking: Asking,
    frame: IdText,
    characteristic: Annotated[str, Query(max_length=500)],
    groups: Annotated[int, Query(ge=2, le=100)] = 3,
    most_first: bool = False,
) -> RuleMoves:
    """Which cases two rules of equal number, by rank and by cut points, put elsewhere."""

    def moves(study: Study) -> RuleMoves:
        told = study.frames.compare_rules(frame, characteristic, groups, most_first=most_first)
        return RuleMoves(
            rule=told.one.grouping.rule,
            other_rule=told.other.grouping.rule,
            moves=[moved_case(each) for each in told.moves],
        )

    return await asking.read(moves)


@router.post("/frames/shipped")
async def add_shipped_frame(acting: Acting, says: ShippedFrame) -> Saved:
    """Take a frame that comes with crosscase, with its sources and licence."""

    def act(study: Study) -> list[str]:
        added = study.frames.add_shipped(says.shipped, population_date=says.population_date)
        return [study.frames.get(added.name).id]

    return await acting.write(act)


@router.post("/frames/file")
async def take_frame_file(
    acting: Acting,
    file: UploadFile,
    name: Annotated[str, Query(min_length=1, max_length=500)],
    unit: _Words = None,
    citation: _Words = None,
    dry_run: bool = False,
) -> FrameTaken:
    """Take a CSV or XLSX file of candidate cases as a frame; one of the same name is replaced."""
    table = read_table(await file.read(), file.filename or "table.csv")
    options: dict[str, Any] = {"unit": unit, "citation": citation, "lines": table.lines}
    if dry_run:
        tried = await acting.desk.read(
            lambda study: study.frames.import_table(
                name, table.columns, table.rows, dry_run=True, **options
            )
        )
        return frame_taken(tried, None)

    def act(study: Study) -> Told:
        taken = study.frames.import_table(name, table.columns, table.rows, **options)
        return Told(taken, [study.frames.get(taken.name).id])

    done = await acting.do(act)
    return frame_taken(done.told, saved(done))


@router.post("/frames/{frame}/groupings")
async def group_frame(acting: Acting, frame: IdText, says: NewGrouping) -> Saved:
    """Group the cases of a frame by a number; a grouping of the same name is replaced."""

    def act(study: Study) -> None:
        study.frames.classify(frame, **says.model_dump())

    return await acting.write(act)


@router.delete("/frames/{frame}/groupings")
async def ungroup_frame(acting: Acting, frame: IdText, name: _GroupingName) -> Saved:
    """Take a grouping away from a frame."""

    def act(study: Study) -> None:
        study.frames.ungroup(frame, name)

    return await acting.write(act)


@router.delete("/frames/{frame}")
async def remove_frame(acting: Acting, frame: IdText) -> Saved:
    """Hide a frame with the selections made from it, until it is restored."""

    def act(study: Study) -> None:
        study.frames.remove(frame)

    return await acting.write(act)


@router.post("/frames/{frame}/restore")
async def restore_frame(acting: Acting, frame: IdText) -> Saved:
    """Bring a removed frame back with its selections."""

    def act(study: Study) -> None:
        study.frames.restore(frame)

    return await acting.write(act)
