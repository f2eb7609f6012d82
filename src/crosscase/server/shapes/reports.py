"""Reports as they are read on a page, and reporting checklists with their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.wording import AText

if TYPE_CHECKING:
    from crosscase.report.checklists.checklist import FilledChecklist, FilledItem
    from crosscase.report.sections import SectionedDocument

__all__ = [
    "ChecklistAnswer",
    "ChecklistName",
    "ItemAnswer",
    "ReportAnswer",
    "ReportName",
    "checklist_answer",
    "report_answer",
]

ReportName = Literal["methods", "sample", "agreement", "audit", "coreq", "srqr", "entreq"]
ChecklistName = Literal["coreq", "srqr", "entreq"]
ItemStanding = Literal["answered", "filled", "asked", "not applicable"]
APlace = Annotated[str, Field(max_length=500)]


class ReportSection(BaseModel):
    """A headed part of a report."""

    heading: str
    sentences: list[str]
    columns: list[str]
    rows: list[list[str | int | None]]
    none: str = Field(description="What is said where there is nothing to tell.")


class ReportAnswer(BaseModel):
    """A report to be read on a page."""

    title: str
    sections: list[ReportSection]


class ChecklistItem(BaseModel):
    """An item in our own words, with what is known and said of it."""

    number: int
    part: str
    name: str
    asks: str
    told_by: str | None = Field(description="What of the study tells of it; null: only people can.")
    known: list[str] = Field(description="What the study knows, in sentences.")
    text: str | None = Field(description="What somebody answered; it stands before what is known.")
    place: str | None = Field(description="Where it stands in the manuscript.")
    applies: bool
    standing: ItemStanding


class ChecklistAnswer(BaseModel):
    """A reporting checklist, item by item."""

    name: str
    title: str
    citation: str
    items: list[ChecklistItem]


class ItemWas(Asked):
    """What the page showed of the fields that it changes."""

    text: AText | None = None
    place: APlace | None = None
    applies: bool = True


class ItemAnswer(Asked):
    """An answer to an item; what is left out stays, null or an empty text takes it back."""

    text: AText | None = None
    place: APlace | None = None
    applies: bool = True
    was: ItemWas | None = None


def report_answer(made: SectionedDocument) -> ReportAnswer:
    """A report as an answer has it."""
    return ReportAnswer(
        title=made.title,
        sections=[
            ReportSection(
                heading=each.heading,
                sentences=list(each.sentences),
                columns=list(each.columns),
                rows=[list(row) for row in each.rows],
                none=each.none,
            )
            for each in made.sections
        ],
    )


def checklist_answer(filled: FilledChecklist) -> ChecklistAnswer:
    """A checklist as an answer has it."""
    return ChecklistAnswer(
        name=filled.checklist.name,
        title=filled.checklist.title,
        citation=filled.checklist.citation,
        items=[_item(each) for each in filled.items],
    )


def _item(each: FilledItem) -> ChecklistItem:
    return ChecklistItem(
        number=each.item.number,
        part=each.item.part,
        name=each.item.name,
        asks=each.item.asks,
        told_by=each.item.told_by,
        known=list(each.known),
        text=each.answer.text,
        place=each.answer.place,
        applies=each.answer.applies,
        standing=each.standing,
    )
