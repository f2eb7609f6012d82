"""Sampling frames: the list, one as a table with its groups, and what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.wording import AName

if TYPE_CHECKING:
    from crosscase.study_selection.frame_groupings import MovedCase as MoveThere
    from crosscase.study_selection.frame_groupings import ToldGrouping
    from crosscase.study_selection.frame_reading import FrameDescription, ReadFrame
    from crosscase.study_selection.frame_table import FrameCharacteristic
    from crosscase.study_selection.frames import ImportedFrame

__all__ = [
    "FrameList",
    "FrameRow",
    "FrameTaken",
    "FrameWhole",
    "NewGrouping",
    "RuleMoves",
    "ShippedFrame",
    "frame_row",
    "frame_taken",
    "frame_whole",
    "moved_case",
]

Cell = str | bool | float | None


class FrameRow(BaseModel):
    """One frame, as the list has it."""

    id: str
    name: str
    description: str | None
    unit: str | None = Field(description="What one case is.")
    cases: int
    characteristics: int
    groupings: int


class FrameList(BaseModel):
    """All frames by name."""

    frames: list[FrameRow]


class FrameCase(BaseModel):
    """A candidate case."""

    id: str
    label: str


class FrameColumn(BaseModel):
    """A characteristic with one value a case, in the order of the cases."""

    name: str
    type: str
    is_number: bool
    unit: str | None
    source: str | None
    date: str | None
    definition: str | None
    values: list[Cell]


class FrameGroup(BaseModel):
    """One group: how many cases it has, and the values it runs over."""

    label: str
    cases: int
    lowest: float | None
    highest: float | None


class FrameGroups(BaseModel):
    """A grouping over one characteristic, and what it makes of the cases."""

    name: str
    characteristic: str
    rule: Literal["rank", "cut-points", "bands"]
    first: Literal["lowest", "highest"] = Field(description="Which end is group 1.")
    groups: list[FrameGroup]
    cut_points: list[float]
    of_case: list[int | None] = Field(description="From 1, in the order of the cases.")
    tied: list[list[str]] = Field(description="Cases of one value at which a group would end.")
    missing: list[str] = Field(description="Cases without a value.")
    problem: str | None


class FrameWhole(BaseModel):
    """A frame as a table: its cases, their characteristics, and their groups."""

    id: str
    name: str
    description: str | None
    unit: str | None
    citation: str | None
    cases: list[FrameCase]
    characteristics: list[FrameColumn]
    groupings: list[FrameGroups]


class MovedCase(BaseModel):
    """A case that two rules put into different groups."""

    id: str
    label: str
    value: float | None
    from_group: str | None
    to_group: str | None


class RuleMoves(BaseModel):
    """Where the rule of a grouping and the other rule of equal number disagree."""

    rule: str
    other_rule: str
    moves: list[MovedCase]


class ShippedFrame(Asked):
    """A frame that comes with crosscase."""

    shipped: Annotated[str, Field(max_length=100)] = "ics"
    population_date: Annotated[str, Field(max_length=40)] | None = None


class NewGrouping(Asked):
    """Groups over a number: either of equal number, or bands between cut points."""

    characteristic: AName
    groups: Annotated[int, Field(ge=2, le=100)] | None = None
    cut_points: Annotated[list[float], Field(max_length=99)] | None = None
    rule: Literal["rank", "cut-points"] | None = None
    labels: Annotated[list[AName], Field(max_length=100)] | None = None
    name: AName | None = None
    most_first: bool = False


class FrameTaken(BaseModel):
    """What an import made of a frame, or would make."""

    name: str
    is_new: bool
    cases: int
    added: int
    removed: int
    changed: int
    missing: dict[str, int] = Field(description="How many cases have no value, where any.")
    guessed: list[str] = Field(description="Characteristics whose type nobody said.")
    groupings_dropped: list[str]
    saved: Saved | None


def frame_row(told: FrameDescription) -> FrameRow:
    """A frame as the list has it."""
    frame = told.frame
    return FrameRow(
        id=frame.id,
        name=frame.name,
        description=frame.description,
        unit=frame.unit,
        cases=told.cases,
        characteristics=len(told.characteristics),
        groupings=len(told.groupings),
    )


def frame_whole(read: ReadFrame) -> FrameWhole:
    """A frame as a table."""
    frame, table = read.frame, read.table
    labels = dict(zip(table.ids, table.labels, strict=True))
    return FrameWhole(
        id=frame.id,
        name=frame.name,
        description=frame.description,
        unit=frame.unit,
        citation=frame.citation,
        cases=[FrameCase(id=id_, label=label) for id_, label in labels.items()],
        characteristics=[
            _column(each, list(table.values[each.name])) for each in table.characteristics
        ],
        groupings=[_groups(each, labels) for each in read.told()],
    )


def moved_case(move: MoveThere) -> MovedCase:
    """A case that moves, as an answer has it."""
    return MovedCase(
        id=move.case,
        label=move.label,
        value=move.value,
        from_group=move.from_group,
        to_group=move.to_group,
    )


def frame_taken(report: ImportedFrame, saved: Saved | None) -> FrameTaken:
    """What an import did, as an answer has it."""
    return FrameTaken(
        name=report.name,
        is_new=report.is_new,
        cases=report.cases,
        added=len(report.added),
        removed=len(report.removed),
        changed=len(report.changed),
        missing=dict(report.missing),
        guessed=list(report.guessed),
        groupings_dropped=list(report.groupings_dropped),
        saved=saved,
    )


def _column(meant: FrameCharacteristic, values: list[Cell]) -> FrameColumn:
    return FrameColumn(
        name=meant.name,
        type=meant.type,
        is_number=meant.is_number,
        unit=meant.unit,
        source=meant.source,
        date=meant.date,
        definition=meant.definition,
        values=values,
    )


def _groups(told: ToldGrouping, labels: dict[str, str]) -> FrameGroups:
    return FrameGroups(
        name=told.grouping.name,
        characteristic=told.grouping.characteristic,
        rule=told.grouping.rule,
        first=told.grouping.first,
        groups=[
            FrameGroup(label=each.label, cases=each.cases, lowest=each.lowest, highest=each.highest)
            for each in told.groups
        ],
        cut_points=list(told.cut_points),
        of_case=list(told.of_case),
        tied=[[labels[case] for case in tie.cases] for tie in told.ties if tie.decides],
        missing=[labels[case] for case in told.missing],
        problem=told.problem,
    )
