"""Interview guides with their topics, and where participants stand to these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.wording import AName, AText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosscase.model.fieldwork_nouns import Guide
    from crosscase.study_fieldwork.guide_topics import GuideTopic as TopicThere
    from crosscase.study_fieldwork.topic_suggestions import TurnTopic as TurnThere
    from crosscase.study_fieldwork.topic_table import TopicTable

__all__ = [
    "GuideChange",
    "GuideList",
    "GuideRow",
    "NewGuide",
    "NewGuideVersion",
    "SourceTopics",
    "TopicChange",
    "TopicLinks",
    "TopicStandings",
    "TopicsSaid",
    "guide_row",
    "source_topics",
    "topic_standings",
]

_Lines = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=5_000)]], Field(max_length=500)
]


class GuideTopic(BaseModel):
    """One topic; its key stays the same from version to version."""

    key: str
    topic: str
    questions: list[str]
    probes: list[str]


class GuideRow(BaseModel):
    """One version of a guide."""

    id: str
    name: str
    version: str | None
    description: str | None
    is_newest: bool
    topics: list[GuideTopic]


class GuideList(BaseModel):
    """All versions of all guides, those of one guide together, oldest first."""

    guides: list[GuideRow]


class GivenTopic(Asked):
    """A topic as a person writes it; with the key of one that stands it goes on from that."""

    topic: AName
    questions: _Lines = Field(default_factory=list)
    probes: _Lines = Field(default_factory=list)
    key: Annotated[str, Field(min_length=1, max_length=100)] | None = None


_Topics = Annotated[list[GivenTopic], Field(min_length=1, max_length=500)]


class NewGuideVersion(Asked):
    """The next version of a guide; without a number it has the next one."""

    topics: _Topics
    version: AName | None = None
    description: AText | None = None


class NewGuide(NewGuideVersion):
    """A guide with its topics."""

    name: AName


class GuideChange(Asked):
    """What is mended in a version; a name is that of all versions."""

    name: AName | None = None
    version: AName | None = None
    topics: _Topics | None = None
    description: AText | None = None


class TopicStanding(BaseModel):
    """One topic, with how many participants stand how to it."""

    key: str
    topic: str
    counts: dict[str, int]


class StandingPerson(BaseModel):
    """A participant who was interviewed, with one standing a topic."""

    id: str
    name: str
    standings: list[str] = Field(
        description="answered, asked without answer, raised unprompted, not asked or unknown."
    )


class TopicStandings(BaseModel):
    """Where every participant stands to every topic of a version of a guide."""

    guide: str
    topics: list[TopicStanding]
    participants: list[StandingPerson]


class TurnTopic(BaseModel):
    """A turn with a topic that was said of it or is suggested."""

    turn: int
    start_char: int
    end_char: int
    speaker: str
    text: str
    topic: str | None
    topic_name: str | None
    standing: str | None = Field(description="confirmed, rejected or suggested.")
    score: float | None
    answer: str | None = Field(description="answered, no answer, or null: read from the turns.")
    link: str | None = Field(description="The id of what was said.")


class SourceTopics(BaseModel):
    """The interviewer's turns of a source with what each was on."""

    turns: list[TurnTopic]


class TurnSaid(Asked):
    """A character of a turn, and a topic by its key."""

    at: Annotated[int, Field(ge=0, le=1_000_000_000)]
    topic: AName


class TopicsSaid(Asked):
    """On which topics turns were, or were not."""

    guide: IdText | None = None
    turns: Annotated[list[TurnSaid], Field(min_length=1, max_length=10_000)]


class TopicLinks(Asked):
    """What was said of turns, by its ids."""

    links: Annotated[list[IdText], Field(min_length=1, max_length=10_000)]


class TopicChange(TopicLinks):
    """Another topic for linked turns, or another judgement of the answer; null judges nothing."""

    topic: AName | None = None
    answer: Annotated[str, Field(max_length=40)] | None = None


def guide_row(guide: Guide, topics: Iterable[TopicThere], *, is_newest: bool) -> GuideRow:
    """A version of a guide as the list has it."""
    return GuideRow(
        id=guide.id,
        name=guide.name,
        version=guide.version,
        description=guide.description,
        is_newest=is_newest,
        topics=[
            GuideTopic(
                key=each.key,
                topic=each.topic,
                questions=list(each.questions),
                probes=list(each.probes),
            )
            for each in topics
        ],
    )


def topic_standings(table: TopicTable) -> TopicStandings:
    """The table of standings as an answer has it."""
    numbers = range(len(table.topics))
    return TopicStandings(
        guide=table.guide.id,
        topics=[
            TopicStanding(key=each.key, topic=each.topic, counts=dict(counts))
            for each, counts in zip(table.topics, table.counts, strict=True)
        ],
        participants=[
            StandingPerson(
                id=each.id,
                name=each.name or "",
                standings=[table.standing(at, topic) for topic in numbers],
            )
            for at, each in enumerate(table.participants)
        ],
    )


def source_topics(turns: Iterable[TurnThere]) -> SourceTopics:
    """The turns of a source with their topics, as an answer has them."""
    return SourceTopics(
        turns=[
            TurnTopic(
                turn=each.turn,
                start_char=each.start_char,
                end_char=each.end_char,
                speaker=each.speaker,
                text=each.text,
                topic=each.topic,
                topic_name=each.topic_name,
                standing=each.standing,
                score=None if each.score is None else float(each.score),
                answer=each.answer,
                link=each.link,
            )
            for each in turns
        ]
    )
