"""Where each participant stands to each topic of a guide, from the turns that people linked.

The rule. Somebody who speaks in a source was *asked* about a topic if an interviewer's turn there
is linked to it: in a group everybody present counts as asked. They *answered* if they speak at
least a few words (three) after that turn, or the run of interviewers' turns that it stands in, and
before the next interviewer's turn; what a person judged of the asking overrides this, and so
does a turn of their own, linked to the topic after the asking. A turn of their own that is linked
without any asking before it in its source is *raised unprompted*. Who was asked counts as asked
even if they raised it before. Otherwise the topic was *not asked* of those with a source in which
something is linked, for somebody went through it; of others nothing is known.

The order in which turns were linked, and linking one twice, make no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = [
    "ANSWERED",
    "ASKED",
    "FEW_WORDS",
    "NOT_ASKED",
    "RAISED",
    "STANDINGS",
    "UNKNOWN",
    "LinkedTurn",
    "SpokenTurns",
    "Standings",
    "standings",
]

Ints = npt.NDArray[np.int32]
Codes = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]

UNKNOWN, NOT_ASKED, RAISED, ASKED, ANSWERED = range(5)
STANDINGS = ("unknown", "not asked", "raised unprompted", "asked without answer", "answered")
FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class SpokenTurns:
    """Turns by source and place: whose they are (-1: nobody's), and how many words they have."""

    source: Ints
    participant: Ints
    by_interviewer: Mask
    words: Ints


class LinkedTurn(NamedTuple):
    """A turn (its number) linked to a topic (its number).

    ``answered`` is what a person judged of an asking: True, False, or None for no judgement.
    """

    turn: int
    topic: int
    answered: bool | None = None


@dataclass(frozen=True, slots=True)
class Standings:
    """A standing for each participant and topic, and which of them were raised before asking."""

    participants: Ints
    standing: Codes
    raised: Mask


def standings(turns: SpokenTurns, linked: list[LinkedTurn], topics: int) -> Standings:
    """Where everybody who speaks stands to each of so many topics.

    A linked turn whose topic is -1 only says that somebody went through its source.
    """
    people = np.unique(turns.participant[turns.participant >= 0])
    shape = (len(people), topics)
    asked, answered, raised = (np.zeros(shape, bool) for _ in range(3))
    gone_through = np.zeros(len(people), bool)
    first_asking: dict[tuple[int, int], int] = {}
    links = _judged_once(linked)
    for each in links:
        gone_through[_speakers(turns, people, _source_of(turns, each.turn))] = True
        if turns.by_interviewer[each.turn] and each.topic >= 0:
            key = (int(turns.source[each.turn]), each.topic)
            first_asking[key] = min(each.turn, first_asking.get(key, each.turn))
    for each in links:
        if each.topic < 0:
            continue
        if turns.by_interviewer[each.turn]:
            present = _speakers(turns, people, _source_of(turns, each.turn))
            asked[present, each.topic] = True
            answered[_who_answered(turns, people, present, each), each.topic] = True
        elif turns.participant[each.turn] >= 0:
            own = np.searchsorted(people, turns.participant[each.turn])
            asking = first_asking.get((int(turns.source[each.turn]), each.topic))
            after = asking is not None and asking < each.turn
            (answered if after else raised)[own, each.topic] = True
    standing = np.zeros(shape, np.int8)
    standing[gone_through] = NOT_ASKED
    standing[raised] = RAISED
    standing[asked] = ASKED
    standing[asked & answered] = ANSWERED
    return Standings(people, standing, raised)


def _judged_once(linked: list[LinkedTurn]) -> list[LinkedTurn]:
    """Each turn and topic once; of unlike judgements "answered" holds, and any before none."""
    judged: dict[tuple[int, int], set[bool | None]] = {}
    for each in linked:
        judged.setdefault((each.turn, each.topic), set()).add(each.answered)
    return [
        LinkedTurn(turn, topic, True if True in found else False if False in found else None)
        for (turn, topic), found in sorted(judged.items())
    ]


def _source_of(turns: SpokenTurns, turn: int) -> slice:
    low = int(np.searchsorted(turns.source, turns.source[turn], "left"))
    return slice(low, int(np.searchsorted(turns.source, turns.source[turn], "right")))


def _speakers(turns: SpokenTurns, people: Ints, stretch: slice) -> npt.NDArray[np.intp]:
    """The numbers of the participants who speak in a stretch of turns."""
    found = turns.participant[stretch]
    return np.unique(np.searchsorted(people, found[found >= 0]))


def _who_answered(
    turns: SpokenTurns, people: Ints, present: npt.NDArray[np.intp], asking: LinkedTurn
) -> npt.NDArray[np.intp]:
    if asking.answered is False:
        return present[:0]
    end = _source_of(turns, asking.turn).stop
    first = asking.turn
    while first < end and turns.by_interviewer[first]:
        first += 1
    last = first
    while last < end and not turns.by_interviewer[last]:
        last += 1
    speaking = _speakers(turns, people, slice(first, last))
    if asking.answered:
        return speaking if len(speaking) else present
    said = np.zeros(len(people), np.int64)
    own = turns.participant[first:last]
    mine = own >= 0
    np.add.at(said, np.searchsorted(people, own[mine]), turns.words[first:last][mine])
    return speaking[said[speaking] >= FEW_WORDS]
