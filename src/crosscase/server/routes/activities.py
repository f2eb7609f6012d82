"""Activities: interviews, observed meetings and requests for documents."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.activities import ActivityKind, ActivityList, activity_row
from crosscase.server.shapes.field_records import (
    ActivityChange,
    NewDocumentRequest,
    NewInterview,
    NewMeeting,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])


@router.get("/activities")
async def activities(
    asking: Asking,
    kind: Annotated[ActivityKind | None, Query(description="Only those of one kind.")] = None,
) -> ActivityList:
    """Interviews, observed meetings and requests for documents, by day."""

    def listed(study: Study) -> ActivityList:
        names = study.fieldwork.names()
        return ActivityList(activities=[activity_row(e, names) for e in study.activities.all(kind)])

    return await asking.read(listed)


@router.post("/interviews")
async def add_interview(acting: Acting, new: NewInterview) -> Saved:
    """Record an interview that is agreed on or was held."""

    def act(study: Study) -> list[str]:
        return [study.activities.add_interview(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.post("/meetings")
async def add_meeting(acting: Acting, new: NewMeeting) -> Saved:
    """Record a meeting that was observed, or will be."""

    def act(study: Study) -> list[str]:
        return [study.activities.add_meeting(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.post("/document-requests")
async def add_document_request(acting: Acting, new: NewDocumentRequest) -> Saved:
    """Record that a document was asked for."""

    def act(study: Study) -> list[str]:
        return [study.activities.add_request(**new.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/activities/{activity}")
async def change_activity(acting: Acting, activity: IdText, says: ActivityChange) -> Saved:
    """Change what an activity says; null clears."""

    def act(study: Study) -> None:
        study.activities.change(activity, **says.model_dump(exclude_unset=True))

    return await acting.write(act)


@router.delete("/activities/{activity}")
async def remove_activity(acting: Acting, activity: IdText) -> Saved:
    """Remove an activity until it is restored."""

    def act(study: Study) -> None:
        study.activities.remove(activity)

    return await acting.write(act)


@router.post("/activities/{activity}/restore")
async def restore_activity(acting: Acting, activity: IdText) -> Saved:
    """Bring a removed activity back."""

    def act(study: Study) -> None:
        study.activities.restore(activity)

    return await acting.write(act)
