"""The nouns of choosing, meeting and protecting the cases.

The numbers are what the log holds and never change their meaning (see `crosscase.model.nouns`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crosscase.model.fields import FieldType, Passage, stored
from crosscase.model.ids import Id
from crosscase.model.nouns import Noun

__all__ = [
    "Activity",
    "Approval",
    "Consent",
    "Contact",
    "Frame",
    "Guide",
    "Recruitment",
    "Referral",
    "Release",
    "Selection",
    "TopicTurn",
    "Withdrawal",
]

T = FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Noun):
    """A sampling frame: a table of candidate cases with typed, sourced, dated characteristics.

    ``table`` is the blob of the rows with what each column means, where it comes from and when;
    ``groupings`` are the rules by which cases fall into groups.
    """

    name: str = stored(2, T.TEXT)
    description: str | None = stored(3, T.TEXT)
    unit: str | None = stored(4, T.TEXT)
    table: str | None = stored(5, T.BLOB)
    # 6 stays unused: meanings that stood beside the table could be settled apart from it.
    groupings: Any = stored(7, T.PLAIN)
    citation: str | None = stored(8, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection(Noun):
    """A choice of cases from a frame with the whole decision behind it.

    ``table`` is the frame's table as it was decided on; ``asked`` holds all that the choice can
    be made again from, ``result`` what came out, ``chosen`` the ids of the cases in the frame.
    """

    name: str = stored(2, T.TEXT)
    frame: Id = stored(3, T.REFERENCE, stands_on=True)
    table: str | None = stored(4, T.BLOB)
    method: str | None = stored(5, T.TEXT)
    asked: Any = stored(6, T.PLAIN)
    result: Any = stored(7, T.PLAIN)
    chosen: Any = stored(8, T.PLAIN)
    reason: str | None = stored(9, T.TEXT)
    replaces: Id | None = stored(10, T.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Noun):
    """One version of an interview guide, with its topics and questions."""

    name: str = stored(2, T.TEXT)
    version: str | None = stored(3, T.TEXT)
    topics: Any = stored(4, T.PLAIN)
    description: str | None = stored(5, T.TEXT)
    replaces: Id | None = stored(6, T.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTurn(Noun):
    """A turn that a person linked to a topic of a guide: a question asked, or a theme raised.

    ``standing`` is confirmed or rejected; ``answer`` is what a person judged of it.
    """

    source: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    passage: Passage = stored(3, T.PASSAGE)
    guide: Id = stored(4, T.REFERENCE, stands_on=True)
    topic: str = stored(5, T.TEXT)
    standing: str | None = stored(6, T.TEXT)
    answer: str | None = stored(7, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recruitment(Noun):
    """How a participant was found, and what stood between them and the researchers before."""

    participant: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    found_by: str | None = stored(3, T.TEXT)
    prior_relationship: str | None = stored(4, T.TEXT)
    note: str | None = stored(5, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Noun):
    """Who named whom, when and by which channel."""

    participant: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    referred_by: Id | None = stored(3, T.REFERENCE, part_of=True)
    day: str | None = stored(4, T.TEXT)
    channel: str | None = stored(5, T.TEXT)
    note: str | None = stored(6, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Noun):
    """One attempt to reach a participant, with what came of it."""

    participant: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    day: str | None = stored(3, T.TEXT)
    channel: str | None = stored(4, T.TEXT)
    outcome: str | None = stored(5, T.TEXT)
    contacted_by: Id | None = stored(6, T.REFERENCE)
    note: str | None = stored(7, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Noun):
    """An interview, an observed meeting or a document request.

    ``details`` holds what only one kind has: a meeting's agenda, attendance and decisions, a
    request's standing and the day on which the document arrived.
    """

    name: str = stored(2, T.TEXT)
    activity_kind: str = stored(3, T.TEXT)
    day: str | None = stored(4, T.TEXT)
    source: Id | None = stored(5, T.REFERENCE)
    guide: Id | None = stored(6, T.REFERENCE)
    note: str | None = stored(7, T.TEXT)
    mode: str | None = stored(8, T.TEXT)
    start_time: str | None = stored(9, T.TEXT)
    minutes: float | None = stored(10, T.NUMBER)
    participants: tuple[Id, ...] | None = stored(11, T.REFERENCES)
    case: Id | None = stored(12, T.REFERENCE)
    led_by: Id | None = stored(13, T.REFERENCE)
    details: Any = stored(14, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Noun):
    """What a participant agreed to, on which day and in which version of the form."""

    participant: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    version: str | None = stored(3, T.TEXT)
    day: str | None = stored(4, T.TEXT)
    scope: Any = stored(5, T.PLAIN)
    withdrawn_day: str | None = stored(6, T.TEXT)
    note: str | None = stored(7, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Noun):
    """A participant took their consent back: while it stands, all that is theirs is hidden."""

    participant: Id = stored(2, T.REFERENCE, part_of=True)
    day: str | None = stored(3, T.TEXT)
    reason: str | None = stored(4, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Noun):
    """An ethics or governance approval, or an amendment to one, with its conditions and ends."""

    name: str = stored(2, T.TEXT)
    body: str | None = stored(3, T.TEXT)
    reference: str | None = stored(4, T.TEXT)
    day: str | None = stored(5, T.TEXT)
    end_day: str | None = stored(6, T.TEXT)
    retention_day: str | None = stored(7, T.TEXT)
    conditions: str | None = stored(8, T.TEXT)
    amends: Id | None = stored(9, T.REFERENCE)
    note: str | None = stored(10, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Noun):
    """What left the study, when, to whom and under which policy.

    ``items`` name places and labels, never words: passages with what was printed beside them,
    the cells of a table, a site's profile.
    """

    name: str = stored(2, T.TEXT)
    release_kind: str = stored(3, T.TEXT)
    day: str | None = stored(4, T.TEXT)
    recipient: str | None = stored(5, T.TEXT)
    items: Any = stored(6, T.PLAIN)
    heads: str | None = stored(7, T.TEXT)
    policy: Any = stored(8, T.PLAIN)
    participants: tuple[Id, ...] | None = stored(9, T.REFERENCES)
    note: str | None = stored(10, T.TEXT)
