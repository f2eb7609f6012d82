"""What each interviewer's turn of a source was likely on, beside what people said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from crosscase.analysis.similarity import TextVectors
from crosscase.analysis.topic_likeness import LikelyTopic, likely_topics, topic_likeness
from crosscase.model.fieldwork_nouns import Guide
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.store.stems import stemmer_for
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import turn_columns
from crosscase.study_fieldwork.guide_topics import GuideTopic, topics_of
from crosscase.study_fieldwork.topic_turns import (
    PlacedTopic,
    SourceTurns,
    interviewers_turns,
    linked_sources,
    placed_topics,
    row_of_source,
    source_turns,
)

__all__ = ["SUGGESTED", "TurnTopic", "topics_in"]

SUGGESTED = "suggested"
# How interviewers asked in so many other sources says enough of a topic; the same ones on each
# laptop, so that all are suggested the same.
_MOST_ELSEWHERE = 60


@dataclass(frozen=True, slots=True)
class TurnTopic:
    """A turn and a topic of it.

    ``turn`` counts from 1 in the source; ``standing`` is confirmed, rejected, suggested, or None
    for an interviewer's turn of which nothing is said and to which no topic is like. ``score`` is
    how like a suggested topic is, up to 1; ``link`` is the id of what a person said.
    """

    turn: int
    start_char: int
    end_char: int
    speaker: str
    text: str
    topic: str | None
    topic_name: str | None
    standing: str | None
    score: float | None = None
    answer: str | None = None
    link: Id | None = None


def topics_in(
    reading: Reading,
    source: Source,
    guide: Guide,
    vectors: TextVectors,
    *,
    every_turn: bool = False,
) -> list[TurnTopic]:
    """The interviewer's turns of a source, and others that were linked (or every turn)."""
    topics = topics_of(guide)
    turns = source_turns(reading, source)
    own = row_of_source(reading, source)
    others = [row for row in linked_sources(reading) if row != own][:_MOST_ELSEWHERE]
    said: dict[int, list[PlacedTopic]] = {}
    for each in placed_topics(reading, guide, [own]):
        said.setdefault(each.first - turns.of.start, []).append(each)
    elsewhere = placed_topics(reading, guide, others)
    asked = _asked_elsewhere(reading, [each for each in elsewhere if each.is_confirmed])
    lines = [(t.topic, *t.questions, *t.probes, *asked.get(t.key, ())) for t in topics]
    suggested = _suggested(turns, topics, lines, said, vectors)
    found: list[TurnTopic] = []
    listed = range(turns.of.stop - turns.of.start) if every_turn else {*said, *suggested}
    for number in sorted(listed):
        likely = suggested.get(number)
        shown = [each for each in said.get(number, ()) if each.is_confirmed or likely is None]
        found += [_said(turns, number, each, topics) for each in shown]
        if likely is not None:
            found.append(_row(turns, number, topics[likely.topic], SUGGESTED, likely.score))
        elif not shown:
            found.append(_row(turns, number, None, None))
    return found


def _asked_elsewhere(reading: Reading, placed: Sequence[PlacedTopic]) -> dict[str, list[str]]:
    """What interviewers asked on each topic in other sources; each text is read once."""
    turns = turn_columns(reading.file, reading.connection)
    by_interviewer = interviewers_turns(turns)
    asked: dict[str, list[str]] = {}
    for source, links in groupby(placed, key=attrgetter("source")):
        text = current_text(reading.file, reading.connection, source) or ""
        for each in links:
            if by_interviewer[each.first]:
                start = max(each.start_char, int(turns.speech_start_char[each.first]))
                asked.setdefault(each.link.topic, []).append(text[start : each.end_char])
    return asked


def _suggested(
    turns: SourceTurns,
    topics: Sequence[GuideTopic],
    lines: Sequence[Sequence[str]],
    said: dict[int, list[PlacedTopic]],
    vectors: TextVectors,
) -> dict[int, LikelyTopic | None]:
    """For each interviewer's turn its most likely topic, unless a person said which it is."""
    asking = turns.by_interviewer.nonzero()[0].tolist()
    key_number = {topic.key: at for at, topic in enumerate(topics)}
    besides = {
        at: frozenset(
            key_number[s.link.topic] for s in said.get(n, ()) if s.link.topic in key_number
        )
        for at, n in enumerate(asking)
    }
    scores = topic_likeness(
        [turns.words(number) for number in asking],
        lines,
        vectors.of,
        stemmer_for(turns.source.language),
    )
    likely = likely_topics(scores, besides=besides)
    settled = {n for n, links in said.items() if any(each.is_confirmed for each in links)}
    return {
        number: None if number in settled else each
        for number, each in zip(asking, likely, strict=True)
    }


def _said(
    turns: SourceTurns, number: int, placed: PlacedTopic, topics: Sequence[GuideTopic]
) -> TurnTopic:
    link = placed.link
    # A topic of another version goes by its key.
    known = next((each for each in topics if each.key == link.topic), None)
    topic = known or GuideTopic(link.topic, link.topic)
    standing = "confirmed" if placed.is_confirmed else "rejected"
    return _row(turns, number, topic, standing, answer=link.answer, link=link.id)


def _row(
    turns: SourceTurns,
    number: int,
    topic: GuideTopic | None,
    standing: str | None,
    score: float | None = None,
    answer: str | None = None,
    link: Id | None = None,
) -> TurnTopic:
    return TurnTopic(
        number + 1,
        *turns.place(number),
        turns.label(number),
        turns.words(number),
        None if topic is None else topic.key,
        None if topic is None else topic.topic,
        standing,
        score,
        answer,
        link,
    )
