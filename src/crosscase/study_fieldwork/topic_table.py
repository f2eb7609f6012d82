"""Participants by topics: who was asked what, who answered, and who raised it unprompted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from crosscase.analysis.topic_standing import (
    ANSWERED,
    ASKED,
    RAISED,
    STANDINGS,
    LinkedTurn,
    SpokenTurns,
    Standings,
    standings,
)
from crosscase.model.fieldwork_nouns import Guide
from crosscase.model.nouns import Case
from crosscase.model.words import count_words
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import TurnColumns, turn_columns
from crosscase.study_fieldwork.guide_topics import GuideTopic, topics_of
from crosscase.study_fieldwork.topic_turns import (
    PlacedTopic,
    interviewers_turns,
    placed_topics,
)

if TYPE_CHECKING:
    import polars

__all__ = ["TopicTable", "topic_table"]

_ANSWERS = {"answered": True, "no answer": False}
_ENOUGH_CHARS = 200  # a few words are counted, not whole speeches


@dataclass(frozen=True)
class TopicTable:
    """Where every participant stands to every topic of one version of a guide."""

    guide: Guide
    topics: tuple[GuideTopic, ...]
    participants: tuple[Case, ...]
    found: Standings

    def standing(self, participant: int, topic: int) -> str:
        """The words of one standing, by the numbers of the participant and the topic."""
        return STANDINGS[int(self.found.standing[participant, topic])]

    @cached_property
    def counts(self) -> tuple[Counter[str], ...]:
        """How many participants have each standing, topic by topic."""
        return tuple(
            Counter(self.standing(person, topic) for person in range(len(self.participants)))
            for topic in range(len(self.topics))
        )

    def asked(self, topic: int, *, or_raised: bool = False) -> tuple[Case, ...]:
        """Who was asked about a topic; with ``or_raised`` also who raised it unprompted."""
        wanted = (ANSWERED, ASKED, RAISED) if or_raised else (ANSWERED, ASKED)
        there = np.isin(self.found.standing[:, topic], wanted)
        return tuple(self.participants[at] for at in np.flatnonzero(there).tolist())

    def frame(self) -> polars.DataFrame:
        """A row a participant, a column a topic, and in each cell a standing."""
        import polars as pl

        people = [each.name for each in self.participants]
        columns = {
            # A topic may have the name of the first column.
            f"{t.topic} (topic)" if t.topic == "participant" else t.topic: [
                self.standing(person, at) for person in range(len(people))
            ]
            for at, t in enumerate(self.topics)
        }
        held = {"participant": people, **columns}
        return pl.DataFrame(held, schema=dict.fromkeys(held, pl.String))


def topic_table(reading: Reading, guide: Guide) -> TopicTable:
    """The standings of all who were interviewed, from what was confirmed with any version."""
    key = ("topic table", guide.id)
    return reading.file.remember(key, SHOWING_KINDS, lambda: _made(reading, guide))


def _made(reading: Reading, guide: Guide) -> TopicTable:
    topics = topics_of(guide)
    turns = turn_columns(reading.file, reading.connection)
    by_interviewer = interviewers_turns(turns)
    placed = [each for each in placed_topics(reading, guide) if each.is_confirmed]
    number = {each.key: at for at, each in enumerate(topics)}
    linked = [
        LinkedTurn(turn, number.get(each.link.topic, -1), _ANSWERS.get(each.link.answer or ""))
        for each in placed
        for turn in _turns_meant(each, by_interviewer)
    ]
    spoken = SpokenTurns(
        turns.source,
        turns.participant,
        by_interviewer,
        _few_words(reading, turns, sorted({each.source for each in placed})),
    )
    found = standings(spoken, linked, len(topics))
    cases = reading.by_row(Case)
    order = sorted(
        (at for at, row in enumerate(found.participants.tolist()) if row in cases),
        key=lambda at: (cases[int(found.participants[at])].name.casefold(), at),
    )
    people = tuple(cases[int(found.participants[at])] for at in order)
    ordered = Standings(found.participants[order], found.standing[order], found.raised[order])
    return TopicTable(guide, topics, people, ordered)


def _turns_meant(placed: PlacedTopic, by_interviewer: npt.NDArray[np.bool_]) -> list[int]:
    """A question is where its passage begins; a theme is raised by all who speak in it."""
    if by_interviewer[placed.first]:
        return [placed.first]
    return [at for at in range(placed.first, placed.after) if not by_interviewer[at]]


def _few_words(
    reading: Reading, turns: TurnColumns, sources: Sequence[int]
) -> npt.NDArray[np.int32]:
    """How many words begin each turn of some sources; their texts are read once each."""
    words = np.zeros(len(turns), np.int32)
    for source in sources:
        of = turns.of_source(source)
        text = current_text(reading.file, reading.connection, source) or ""
        starts, ends = turns.speech_start_char[of].tolist(), turns.end_char[of].tolist()
        words[of] = [
            count_words(text[start : min(end, start + _ENOUGH_CHARS)])
            for start, end in zip(starts, ends, strict=True)
        ]
    return words
