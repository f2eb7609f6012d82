"""The turns that are linked to topics, as they lie in the current texts, and their turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from crosscase.errors import NotFound
from crosscase.fieldwork.guide_versions import guide_versions
from crosscase.model.fieldwork_nouns import Guide, TopicTurn
from crosscase.model.ids import bytes_of_id
from crosscase.model.nouns import Source
from crosscase.store.reading import list_of_sources, sources_of_nouns
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import TurnColumns, turn_columns
from crosscase.store.who_speaks import turns_of_passages

__all__ = [
    "CONFIRMED",
    "REJECTED",
    "PlacedTopic",
    "SourceTurns",
    "interviewers_turns",
    "linked_sources",
    "placed_topics",
    "row_of_source",
    "source_turns",
]

CONFIRMED, REJECTED = "confirmed", "rejected"


@dataclass(frozen=True, slots=True)
class PlacedTopic:
    """A linked turn where it lies now: its source's entity row, its place, the turns it touches.

    ``first`` and ``after`` number the turns of the whole study (``turn_columns``).
    """

    link: TopicTurn
    source: int
    start_char: int
    end_char: int
    first: int
    after: int

    @property
    def is_confirmed(self) -> bool:
        """Whether it counts; a rejected one only keeps the topic from being suggested again."""
        return self.link.standing != REJECTED


def placed_topics(
    reading: Reading, guide: Guide, sources: Sequence[int] | None = None
) -> list[PlacedTopic]:
    """The turns linked to topics of any version of a guide, by place; in some sources, or all.

    What a correction of the transcript took away lies nowhere and is left out.
    """
    versions = {each.id for each in guide_versions(reading).family(guide)}
    links = [each for each in _links(reading, sources) if each.guide in versions]
    raw = {id_: bytes_of_id(id_) for each in links for id_ in (each.source, each.passage.revision)}
    rows = reading.file.rows_of_ids(reading.connection, raw.values())
    carrier = SpanCarrier(reading.file, reading.connection)
    spans = [
        carrier.span(
            rows[raw[each.source]],
            rows[raw[each.passage.revision]],
            each.passage.start_char,
            each.passage.end_char,
        )
        for each in links
    ]
    of_links = np.array([rows[raw[each.source]] for each in links], np.int32)
    starts = np.array([span.start_char for span in spans], np.int32)
    ends = np.array([span.end_char for span in spans], np.int32)
    turns = turn_columns(reading.file, reading.connection)
    firsts, afters = turns_of_passages(turns, of_links, starts, ends)
    found = zip(
        links,
        of_links.tolist(),
        starts.tolist(),
        ends.tolist(),
        firsts.tolist(),
        afters.tolist(),
        strict=True,
    )
    placed = [PlacedTopic(*each) for each in found if each[4] < each[5]]
    return sorted(placed, key=lambda each: (each.source, each.start_char, each.link.id))


def _links(reading: Reading, sources: Sequence[int] | None) -> Sequence[TopicTurn]:
    if sources is None:
        return reading.all(TopicTurn)
    return list_of_sources(reading.file, reading.connection, TopicTurn, sources)


def linked_sources(reading: Reading) -> list[int]:
    """The sources with linked turns, as entity rows in the order of their ids."""
    return sources_of_nouns(reading.file, reading.connection, TopicTurn)


@dataclass(frozen=True)
class SourceTurns:
    """The turns of one source with their words."""

    source: Source
    turns: TurnColumns
    of: slice
    text: str

    @cached_property
    def by_interviewer(self) -> npt.NDArray[np.bool_]:
        """Which of them are an interviewer's."""
        return interviewers_turns(self.turns)[self.of]

    def place(self, number: int) -> tuple[int, int]:
        """Where a turn lies, with its label; ``number`` counts from 0 in the source."""
        at = self.of.start + number
        return int(self.turns.start_char[at]), int(self.turns.end_char[at])

    def words(self, number: int) -> str:
        """What is said in a turn."""
        at = self.of.start + number
        return self.text[self.turns.speech_start_char[at] : self.turns.end_char[at]].strip()

    def label(self, number: int) -> str:
        """The label under which a turn is spoken."""
        speaker = int(self.turns.speaker[self.of.start + number])
        return "" if speaker < 0 else self.turns.labels[speaker].label

    def at(self, start_char: int) -> int:
        """The number of the turn in which a character lies; NotFound where none does."""
        starts = self.turns.start_char[self.of]
        number = int(np.searchsorted(starts, start_char, "right")) - 1
        if number < 0 or start_char >= int(self.turns.end_char[self.of][number]):
            raise NotFound(
                f"“{self.source.name}” has no turn at character {start_char}.",
                slug="turn-not-found",
                hint="`crosscase topics STUDY SOURCE` lists the turns with their places.",
            )
        return number


def source_turns(reading: Reading, source: Source) -> SourceTurns:
    """The turns of a source and its current text."""
    row = row_of_source(reading, source)
    turns = turn_columns(reading.file, reading.connection)
    text = current_text(reading.file, reading.connection, row) or ""
    return SourceTurns(source, turns, turns.of_source(row), text)


def row_of_source(reading: Reading, source: Source) -> int:
    """The entity row of a source that shows."""
    row = reading.row(source.id)
    assert row is not None, "a source that shows has a row"
    return row


def interviewers_turns(turns: TurnColumns) -> npt.NDArray[np.bool_]:
    """Which turns are an interviewer's, by what is said of their labels or by their form."""
    flags = [each.is_of_interviewer for each in turns.labels]
    by_interviewer: npt.NDArray[np.bool_] = np.array([*flags, False])[turns.speaker]
    return by_interviewer
