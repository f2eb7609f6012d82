"""The history: what was done, by whom; undo and redo; and what a merge left to settle."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase import surroundings
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.history import (
    AboutKind,
    ConflictList,
    ConflictSettled,
    Day,
    EntityHistory,
    OperationAsked,
    OperationLabel,
    OperationPage,
    OperationRow,
    change_rows,
    conflict_row,
    operation_page,
    operation_row,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.paged import Cursor, Most, Page
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["history"])


@router.get("/history")
async def history(
    asking: Asking,
    person: Annotated[IdText | None, Query(description="What this coder did.")] = None,
    kind: Annotated[AboutKind | None, Query(description="What it was about.")] = None,
    since: Day | None = None,
    until: Day | None = None,
    cursor: Cursor = None,
    most: Most = 100,
) -> Page[OperationRow]:
    """The operations, newest first."""

    def page(study: Study) -> Page[OperationRow]:
        found = study.log_page(
            most,
            after=cursor,
            person=person,
            about=kind,
            since_ms=None if since is None else surroundings.day_start_ms(since),
            until_ms=None if until is None else surroundings.day_end_ms(until),
        )
        return Page[OperationRow](
            items=[operation_row(each) for each in found.entries],
            next=found.following,
            total=found.total,
        )

    return await asking.read(page)


@router.get("/history/of/{entity}")
async def history_of(asking: Asking, entity: IdText) -> EntityHistory:
    """Every change of one thing, oldest first."""
    return await asking.read(
        lambda study: EntityHistory(changes=change_rows(study.history(entity, told=True)))
    )


@router.get("/history/{operation}")
async def operation(asking: Asking, operation: OperationLabel) -> OperationPage:
    """One operation with what it changed, each field before and after."""
    return await asking.read(lambda study: operation_page(study.operation(operation)))


@router.post("/undo")
async def undo(acting: Acting, says: OperationAsked | None = None) -> Saved:
    """Undo an operation, or the latest of your own that stands; the sentence says what it was."""

    def act(study: Study) -> None:
        study.undo(None if says is None else says.operation)

    return await acting.write(act)


@router.post("/redo")
async def redo(acting: Acting, says: OperationAsked | None = None) -> Saved:
    """Bring an undone operation back, or the one that you undid last."""

    def act(study: Study) -> None:
        study.redo(None if says is None else says.operation)

    return await acting.write(act)


@router.get("/conflicts")
async def conflicts(asking: Asking) -> ConflictList:
    """Where people's work stands against each other after a merge."""
    return await asking.read(
        lambda study: ConflictList(conflicts=[conflict_row(each) for each in study.conflicts()])
    )


@router.post("/conflicts/settle")
async def settle_conflict(acting: Acting, says: ConflictSettled) -> Saved:
    """Settle a field that was set differently, by one of the values that stand."""

    def act(study: Study) -> None:
        study.settle(says.entity, says.field, says.value)

    return await acting.write(act)
