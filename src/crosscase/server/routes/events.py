"""What changed, told to every open page at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request
from sse_starlette import EventSourceResponse

from crosscase.server.asking import study_here

router = APIRouter(tags=["live"])

_PING_SECONDS = 15
_SECONDS_TO_TAKE = 60


@router.get(
    "/events",
    response_class=EventSourceResponse,
    responses={
        200: {
            "description": "Events `state` (once, where the page begins), `changed`, `busy` and "
            "`closed` (the last one: the study was closed here).",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        }
    },
)
async def live_events(
    request: Request,
    last_event_id: Annotated[
        str | None,
        Header(max_length=80, description="The state that the page has seen, when it comes back."),
    ] = None,
) -> EventSourceResponse:
    """Headers of what is recorded, by anybody, until the page goes away."""
    return EventSourceResponse(
        study_here(request).live.listen(last_event_id),
        ping=_PING_SECONDS,
        send_timeout=_SECONDS_TO_TAKE,
    )
