"""The verbs of topics: which turn asked what, said by people and suggested to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from crosscase.coding.coding_rules import checked, place_of_passage
from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.guide_versions import guide_for, guide_versions
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage
from crosscase.model.fieldwork_nouns import Guide, TopicTurn
from crosscase.model.ids import Id, bytes_of_id, derived_id
from crosscase.query.asked import Asked
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.store.who_speaks import turns_of_passages
from crosscase.study_fieldwork.guide_topics import find_topic, topics_of
from crosscase.study_fieldwork.topic_turns import (
    CONFIRMED,
    REJECTED,
    PlacedTopic,
    SourceTurns,
    placed_topics,
    row_of_source,
    source_turns,
)

if TYPE_CHECKING:
    import polars

    from crosscase.analysis.similarity import TextVectors
    from crosscase.study_fieldwork.topic_suggestions import TurnTopic
    from crosscase.study_fieldwork.topic_table import TopicTable

__all__ = ["ANSWERS", "COUNTED_OF", "TopicOfTurn", "Topics"]

ANSWERS = ("answered", "no answer")
COUNTED_OF = ("interviewed", "asked", "asked or raised")
TopicOfTurn = tuple[int | tuple[int, int], str]


class Topics:
    """The topics of all interviews of a study.

    A guide that is not named is that of the source's interview, or the only one of the study.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _vectors(self) -> TextVectors:
        from crosscase.analysis.similarity import TextVectors

        return TextVectors()

    # -- reading -----------------------------------------------------------------------

    def suggest(
        self, source: str, guide: str | None = None, *, every_turn: bool = False
    ) -> list[TurnTopic]:
        """The interviewer's turns of a source with what each was likely on, or was said to be.

        Suggestions are computed each time and never stored; a turn that is like no topic has
        none. Turns of participants are listed when they were linked, or with ``every_turn``.
        """
        from crosscase.study_fieldwork.topic_suggestions import topics_in

        with self._session.reading() as reading:
            at = find_source(reading, source)
            used = guide_for(reading, guide, at.id)
            return topics_in(reading, at, used, self._vectors, every_turn=every_turn)

    def places(self, source: str) -> list[tuple[int, int]]:
        """Where each turn of a source lies (start_char, end_char), the first one first."""
        with self._session.reading() as reading:
            turns = source_turns(reading, find_source(reading, source))
            return [turns.place(number) for number in range(turns.of.stop - turns.of.start)]

    def table(self, guide: str | None = None) -> TopicTable:
        """Where every participant stands to every topic, with the counts."""
        from crosscase.study_fieldwork.topic_table import topic_table

        with self._session.reading() as reading:
            return topic_table(reading, guide_for(reading, guide))

    def standing(self, guide: str | None = None) -> polars.DataFrame:
        """A row a participant, a column a topic: answered, asked without answer, raised
        unprompted, not asked or unknown (see ``crosscase.analysis.topic_standing``)."""
        return self.table(guide).frame()

    def asked(self, topic: str, guide: str | None = None, *, or_raised: bool = False) -> Asked:
        """Who was asked about a topic; with ``or_raised`` also who raised it unprompted."""
        table = self.table(guide)
        found = find_topic(table.topics, topic)
        people = table.asked(table.topics.index(found), or_raised=or_raised)
        unknown = table.counts[table.topics.index(found)]["unknown"]
        return Asked(found.topic, frozenset(each.id for each in people), or_raised, unknown)

    def counted_of(
        self, of: str | None = None, topic: str | None = None, guide: str | None = None
    ) -> Asked | None:
        """Of whom a matrix counts: None for all who were interviewed, else who was asked.

        With a topic ``of`` is "asked" (the default) or "asked or raised".
        """
        said = checked("number to count of", of, COUNTED_OF)
        if topic is None and guide is None and said in (None, COUNTED_OF[0]):
            return None
        if topic is None or said == COUNTED_OF[0]:
            raise MistakeOfUse(
                "Who was asked is counted topic by topic: say of which."
                if topic is None
                else f"All who were interviewed are counted, or those asked about “{topic}”.",
                slug="asked-about-what",
                hint="Give a topic and say “asked” or “asked or raised”.",
            )
        return self.asked(topic, guide, or_raised=said == COUNTED_OF[2])

    # -- linking -----------------------------------------------------------------------

    def confirm(
        self,
        source: str,
        turns: Iterable[TopicOfTurn],
        guide: str | None = None,
        *,
        answer: str | EllipsisType | None = ...,
    ) -> Recorded | None:
        """Say on which topics turns of a source were, as one operation.

        Each is a place with a topic: a character of the turn, or the (start_char, end_char) of a
        passage. An interviewer's turn asks; a participant's raises the topic. ``answer`` is what
        you judge of the askings: answered, no answer, or None to judge nothing.
        """
        return self._say(source, turns, guide, CONFIRMED, answer)

    def reject(
        self, source: str, turns: Iterable[TopicOfTurn], guide: str | None = None
    ) -> Recorded | None:
        """Say that turns were not on these topics, so that they are not suggested again."""
        return self._say(source, turns, guide, REJECTED, ...)

    def change(
        self,
        links: Iterable[Id],
        *,
        topic: str | None = None,
        answer: str | EllipsisType | None = ...,
    ) -> Recorded | None:
        """Give linked turns another topic, or another judgement of the answer."""
        wanted = list(dict.fromkeys(links))
        judged = answer if isinstance(answer, EllipsisType) else checked("answer", answer, ANSWERS)

        def decide(reading: Reading) -> Draft | None:
            changes: list[DraftChange] = []
            count = 0
            for id_ in wanted:
                link = reading.get(TopicTurn, id_)
                says = link.answer if isinstance(judged, EllipsisType) else judged
                guide = reading.get(Guide, link.guide)
                key = link.topic if topic is None else find_topic(topics_of(guide), topic).key
                if (key, says) == (link.topic, link.answer):
                    continue
                count += 1
                if key == link.topic:
                    changes.append(changed(TopicTurn, id_, answer=says))
                    continue
                # Its topic is part of what it is: another one is another link.
                changes.append(dropped(TopicTurn, id_))
                fields = {"standing": link.standing, "answer": says}
                new = _link_id(reading, guide, link.source, link.passage, key)
                changes.append(_put(reading, new, guide, link.source, link.passage, key, fields))
            return Draft("topics.changed", {"n": count}, tuple(changes)) if changes else None

        return self._session.record(decide)

    def remove(self, links: Iterable[Id]) -> Recorded | None:
        """Take back what was said of turns; they are suggested anew."""
        wanted = list(dict.fromkeys(links))

        def decide(reading: Reading) -> Draft | None:
            standing = [id_ for id_ in wanted if not reading.get(TopicTurn, id_).dropped]
            changes = tuple(dropped(TopicTurn, id_) for id_ in standing)
            return Draft("topics.changed", {"n": len(changes)}, changes) if changes else None

        return self._session.record(decide)

    def _say(
        self,
        source: str,
        turns: Iterable[TopicOfTurn],
        guide: str | None,
        standing: str,
        answer: str | EllipsisType | None,
    ) -> Recorded | None:
        wanted = list(turns)
        says: dict[str, Any] = {"standing": standing}
        if not isinstance(answer, EllipsisType):
            says["answer"] = checked("answer", answer, ANSWERS)

        def decide(reading: Reading) -> Draft | None:
            at = find_source(reading, source)
            used = guide_for(reading, guide, at.id)
            topics = topics_of(used)
            spoken, text = source_turns(reading, at), source_text(reading, at)
            held = placed_topics(reading, used, [row_of_source(reading, at)])
            changes: dict[Id, DraftChange] = {}
            for place, topic in wanted:
                key = find_topic(topics, topic).key
                span = spoken.place(spoken.at(place)) if isinstance(place, int) else place
                start, end = place_of_passage(text, at.name, *span)
                same = _same(held, spoken, start, end, key)
                for each in same:
                    new = {name: v for name, v in says.items() if getattr(each.link, name) != v}
                    if new:
                        changes[each.link.id] = changed(TopicTurn, each.link.id, **new)
                if not same:
                    passage = Passage(text.revision, start, end)
                    id_ = _link_id(reading, used, at.id, passage, key)
                    changes[id_] = _put(reading, id_, used, at.id, passage, key, says)
            if not changes:
                return None
            values = {"n": len(changes), "source": at.id}
            if standing == REJECTED:
                return Draft("topics.changed", {"n": len(changes)}, tuple(changes.values()))
            return Draft("topics.linked", values, tuple(changes.values()))

        return self._session.record(decide)


def _same(
    held: Sequence[PlacedTopic], spoken: SourceTurns, start: int, end: int, topic: str
) -> list[PlacedTopic]:
    """What is said already of this topic in the same turns, on whichever revision it was said."""
    import numpy as np

    at = np.array([spoken.turns.source[spoken.of.start]], np.int32)
    first, after = turns_of_passages(
        spoken.turns, at, np.array([start], np.int32), np.array([end], np.int32)
    )
    touched = (int(first[0]), int(after[0]))
    return [
        each for each in held if each.link.topic == topic and (each.first, each.after) == touched
    ]


def _link_id(reading: Reading, guide: Guide, source: Id, passage: Passage, topic: str) -> Id:
    """One by nature: the same turn on the same topic of a guide, on whichever laptop it is said."""
    root = guide_versions(reading).root(guide)
    place = (passage.revision, str(passage.start_char), str(passage.end_char))
    return derived_id(root, "topic turn", source, *place, topic)


def _put(
    reading: Reading,
    id_: Id,
    guide: Guide,
    source: Id,
    passage: Passage,
    topic: str,
    says: dict[str, Any],
) -> DraftChange:
    """The change that makes a link, or brings back the one that was removed."""
    fields = {"source": source, "passage": passage, "guide": guide.id, "topic": topic, **says}
    change = made(TopicTurn, id_, fresh=False, **fields)
    if says.get("answer") or not reading.file.rows_of_ids(reading.connection, [bytes_of_id(id_)]):
        return change
    # What was judged before it was removed is not judged again.
    return replace(change, fields={**change.fields, "answer": None})
