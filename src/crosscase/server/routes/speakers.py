"""Who speaks under which label."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.speakers import SpeakerLink, SpeakerList, speaker_row
from crosscase.study import Study

router = APIRouter(tags=["speakers"])


@router.get("/speakers")
async def speakers(asking: Asking, source: IdText | None = None) -> SpeakerList:
    """The speaker labels of one source, with their words, or of all sources."""

    def labels(study: Study) -> SpeakerList:
        found = study.speakers.all(source, words=source is not None)
        return SpeakerList(
            speakers=[speaker_row(each) for each in found],
            unlinked=sum(not each.is_settled for each in found),
        )

    return await asking.read(labels)


@router.post("/speakers/link")
async def link_speaker(acting: Acting, says: SpeakerLink) -> Saved:
    """Say who speaks under a label of a source, or take that back."""

    def act(study: Study) -> None:
        study.speakers.link(says.source, says.label, says.participant, role=says.role)

    return await acting.write(act)


@router.post("/speakers/link-by-name")
async def link_speakers_by_name(acting: Acting) -> Saved:
    """Link every label that is the name of a participant, in all sources."""

    def act(study: Study) -> None:
        study.speakers.link_by_name()

    return await acting.write(act)
