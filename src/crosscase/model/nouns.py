"""The nouns of a study: what is stored, one frozen dataclass each.

The numbers are what the log holds and never change their meaning. ``dropped`` and ``foreign``
are common to all: dropped hides an entity, foreign keeps what an imported file said that
crosscase does not model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crosscase.model.fields import Ends, FieldType, Passage, Place, Value, stored
from crosscase.model.ids import Id

__all__ = [
    "Attribute",
    "AttributeValue",
    "Case",
    "Code",
    "Coder",
    "Coding",
    "Evidence",
    "Framework",
    "Link",
    "Mark",
    "Membership",
    "Memo",
    "Noun",
    "Purge",
    "Query",
    "ResearchSet",
    "Revision",
    "SetMember",
    "Setting",
    "Source",
    "Speaker",
    "Study",
]

T = FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What every entity has."""

    id: Id
    dropped: bool = False
    foreign: Any = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Study(Noun):
    """The study itself; its id is the study's id, and a merge needs the same one."""

    title: str = stored(2, T.TEXT)
    description: str | None = stored(3, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Noun):
    """One setting of the study, such as whether original files are kept."""

    key: str = stored(2, T.TEXT)
    value: Any = stored(3, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder(Noun):
    """A person (or a rule) who codes."""

    name: str = stored(2, T.TEXT)
    note: str | None = stored(3, T.TEXT)
    positionality: str | None = stored(4, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Noun):
    """A document of any kind, with its language."""

    name: str = stored(2, T.TEXT)
    format: str | None = stored(3, T.TEXT)
    language: str | None = stored(4, T.TEXT)
    file_name: str | None = stored(5, T.TEXT)
    file_hash: str | None = stored(6, T.BLOB)
    original: str | None = stored(7, T.BLOB)
    translation_of: Id | None = stored(8, T.REFERENCE)
    date: str | None = stored(9, T.TEXT)
    note: str | None = stored(10, T.TEXT)
    media: str | None = stored(11, T.TEXT)
    quotable: bool | None = stored(12, T.TRUTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Noun):
    """One state of a source's text: the first is the whole text, a later one is its edits.

    ``text`` is the blob of the whole text (first) or of the inserted words one after another
    (later); ``edits`` are ``[start_char, end_char, inserted_length]`` over the parent's text.
    """

    source: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    parent: Id | None = stored(3, T.REFERENCE, stands_on=True, part_of=True)
    text: str | None = stored(4, T.BLOB)
    edits: Any = stored(5, T.PLAIN)
    layout: str | None = stored(6, T.BLOB)
    settles: tuple[Id, ...] | None = stored(7, T.REFERENCES)
    note: str | None = stored(8, T.TEXT)
    replaced: Any = stored(9, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Noun):
    """Who speaks under a label in one source; with a passage, an exception at that place."""

    source: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    label: str = stored(3, T.TEXT)
    participant: Id | None = stored(4, T.REFERENCE)
    role: str | None = stored(5, T.TEXT)
    passage: Passage | None = stored(6, T.PASSAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Noun):
    """A set of deductive top codes, such as the five domains, with its citation."""

    name: str = stored(2, T.TEXT)
    citation: str | None = stored(3, T.TEXT)
    version: str | None = stored(4, T.TEXT)
    description: str | None = stored(5, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Noun):
    """A research code."""

    name: str = stored(2, T.TEXT)
    place: Place | None = stored(3, T.PLACE, stands_on=True)
    definition: str | None = stored(4, T.TEXT)
    includes: str | None = stored(5, T.TEXT)
    excludes: str | None = stored(6, T.TEXT)
    example: str | None = stored(7, T.TEXT)
    origin: str | None = stored(8, T.TEXT)
    citation: str | None = stored(9, T.TEXT)
    first_incident: Passage | None = stored(10, T.PASSAGE)
    colour: str | None = stored(11, T.TEXT)
    status: str | None = stored(12, T.TEXT)
    merged_into: Id | None = stored(13, T.REFERENCE)
    split_into: tuple[Id, ...] | None = stored(14, T.REFERENCES)
    framework: Id | None = stored(15, T.REFERENCE)
    codable: bool | None = stored(16, T.TRUTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Noun):
    """One code on one passage by one coder.

    With a ``region`` ([page, x, y, width, height], see `crosscase.model.regions`) it marks a
    rectangle; its passage is then the text of the whole picture or page.
    """

    source: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    code: Id = stored(3, T.REFERENCE, stands_on=True)
    coder: Id | None = stored(4, T.REFERENCE, stands_on=True)
    passage: Passage = stored(5, T.PASSAGE)
    valence: str | None = stored(6, T.TEXT)
    basis: str | None = stored(7, T.TEXT)
    region: Any = stored(8, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Noun):
    """A site, organisation, body, person or other case; a participant is a case of kind person."""

    name: str = stored(2, T.TEXT)
    case_kind: str = stored(3, T.TEXT)
    description: str | None = stored(4, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Noun):
    """A case (or a source) in a case: dated, with role and share; one may be the one that counts.

    ``counts_as`` is true on the one membership that a recruitment table counts.
    """

    member: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    group: Id = stored(3, T.REFERENCE, stands_on=True)
    role: str | None = stored(4, T.TEXT)
    share: float | None = stored(5, T.NUMBER)
    start_day: str | None = stored(6, T.TEXT)
    end_day: str | None = stored(7, T.TEXT)
    counts_as: bool | None = stored(8, T.TRUTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Noun):
    """A typed characteristic of cases or sources; ``coarser`` maps fine values to coarse ones."""

    name: str = stored(2, T.TEXT)
    value_type: str = stored(3, T.TEXT)
    description: str | None = stored(4, T.TEXT)
    coarser: Any = stored(5, T.PLAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeValue(Noun):
    """What one case or source has for one attribute."""

    attribute: Id = stored(2, T.REFERENCE, stands_on=True)
    subject: Id = stored(3, T.REFERENCE, stands_on=True, part_of=True)
    value: Value | None = stored(4, T.VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo(Noun):
    """A note: analytic, methodological, reflexive or summary; it may hang on anything."""

    title: str = stored(2, T.TEXT)
    memo_kind: str | None = stored(3, T.TEXT)
    text: str | None = stored(4, T.BLOB)
    about: Id | None = stored(5, T.REFERENCE, part_of=True)
    passage: Passage | None = stored(6, T.PASSAGE)
    author: Id | None = stored(7, T.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Noun):
    """A typed relation between any two entities, directed or not."""

    link_type: str = stored(2, T.TEXT)
    ends: Ends = stored(3, T.ENDS, stands_on=True, part_of=True)
    directed: bool | None = stored(4, T.TRUTH)
    sign: str | None = stored(5, T.TEXT)
    note: str | None = stored(6, T.TEXT)
    basis: str | None = stored(7, T.TEXT)
    mechanism: str | None = stored(8, T.BLOB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Noun):
    """A passage that stands behind a link, a finding or a cell."""

    subject: Id = stored(2, T.REFERENCE, stands_on=True)
    source: Id = stored(3, T.REFERENCE, stands_on=True, part_of=True)
    passage: Passage = stored(4, T.PASSAGE)
    against: bool | None = stored(5, T.TRUTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchSet(Noun):
    """A named set of sources, codes, cases or passages."""

    name: str = stored(2, T.TEXT)
    description: str | None = stored(3, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMember(Noun):
    """One entity in one set."""

    set: Id = stored(2, T.REFERENCE, stands_on=True)
    member: Id = stored(3, T.REFERENCE, stands_on=True, part_of=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Noun):
    """A saved question."""

    name: str = stored(2, T.TEXT)
    expression: str = stored(3, T.TEXT)
    description: str | None = stored(4, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Noun):
    """Whether an operation is undone; ``target`` is its writer and number."""

    target: Any = stored(2, T.PLAIN)
    undone: bool = stored(3, T.TRUTH, default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge(Noun):
    """What was taken out for ever: the entities, and why.

    Of the ``cleared`` ones only what was said before goes: the operation of the purge says them
    anew, without the words that are to be forgotten.
    """

    entities: tuple[Id, ...] = stored(2, T.REFERENCES, default=())
    reason: str | None = stored(3, T.TEXT)
    cleared: tuple[Id, ...] | None = stored(4, T.REFERENCES)
