"""Topics of interviews: which turns were on which, and where participants stand to each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.guides import (
    SourceTopics,
    TopicChange,
    TopicLinks,
    TopicsSaid,
    TopicStandings,
    source_topics,
    topic_standings,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["fieldwork"])

_Guide = Annotated[
    IdText | None, Query(description="A version; else that of the interview, or the only one.")
]


@router.get("/topics/standings")
async def topic_standing_table(asking: Asking, guide: _Guide = None) -> TopicStandings:
    """Where every participant stands to every topic: answered, asked, raised, not asked."""
    return await asking.read(lambda study: topic_standings(study.topics.table(guide)))


@router.get("/sources/{source}/topics")
async def topics_of_source(
    asking: Asking,
    source: IdText,
    guide: _Guide = None,
    every_turn: Annotated[bool, Query(description="Participants' turns too.")] = False,
) -> SourceTopics:
    """The interviewer's turns of a source with their topics, said or suggested."""
    return await asking.read(
        lambda study: source_topics(study.topics.suggest(source, guide, every_turn=every_turn))
    )


@router.post("/sources/{source}/topics/confirm")
async def confirm_topics(acting: Acting, source: IdText, says: TopicsSaid) -> Saved:
    """Say on which topics turns of a source were."""

    def act(study: Study) -> None:
        study.topics.confirm(source, _turns(says), says.guide)

    return await acting.write(act)


@router.post("/sources/{source}/topics/reject")
async def reject_topics(acting: Acting, source: IdText, says: TopicsSaid) -> Saved:
    """Say on which topics turns of a source were not, so that they are not suggested again."""

    def act(study: Study) -> None:
        study.topics.reject(source, _turns(says), says.guide)

    return await acting.write(act)


@router.post("/topics/change")
async def change_topics(acting: Acting, says: TopicChange) -> Saved:
    """Give linked turns another topic, or another judgement of the answer."""

    def act(study: Study) -> None:
        given = says.model_dump(exclude_unset=True, include={"topic", "answer"})
        study.topics.change(says.links, **given)

    return await acting.write(act)


@router.post("/topics/remove")
async def remove_topics(acting: Acting, says: TopicLinks) -> Saved:
    """Take back what was said of turns; they are suggested anew."""

    def act(study: Study) -> None:
        study.topics.remove(says.links)

    return await acting.write(act)


def _turns(says: TopicsSaid) -> list[tuple[int | tuple[int, int], str]]:
    return [(each.at, each.topic) for each in says.turns]
