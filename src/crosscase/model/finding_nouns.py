"""The nouns of findings: claims, what checks them, the words quoted for them, where they are made.

The numbers are what the log holds and never change their meaning (see `crosscase.model.nouns`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crosscase.model.fields import FieldType, Passage, stored
from crosscase.model.ids import Id
from crosscase.model.nouns import Noun

__all__ = ["Check", "Claim", "Finding", "Quote"]

T = FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Noun):
    """A claim that the study makes; ``name`` is short, such as F12, and stands in manuscripts.

    ``status`` is what people say of it (draft, agreed, set aside); its standing is computed from
    its checks. Its passages for and against are evidence, its memos are about it. Number 6 was
    kept for checks and never written.
    """

    statement: str | None = stored(2, T.BLOB)
    domain: Id | None = stored(3, T.REFERENCE)
    author: Id | None = stored(4, T.REFERENCE)
    status: str | None = stored(5, T.TEXT)
    name: str | None = stored(7, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Noun):
    """One check of a finding, in the language of checks.

    ``bound`` says which entity each name in it meant when it was written, so that it follows one
    that is renamed. ``seen`` is the value that somebody accepted and ``heads`` the state of the
    study then: what is otherwise today has changed.
    """

    finding: Id = stored(2, T.REFERENCE, stands_on=True, part_of=True)
    text: str = stored(3, T.BLOB)
    bound: Any = stored(4, T.PLAIN)
    seen: Any = stored(5, T.PLAIN)
    heads: str | None = stored(6, T.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Noun):
    """Words chosen to be published: a passage, and the words as they are to be printed.

    ``words`` may leave out ([...]) and change ([place X]) within square brackets. ``finding`` is
    the one that it speaks for, or ``against``.
    """

    name: str = stored(2, T.TEXT)
    source: Id = stored(3, T.REFERENCE, stands_on=True, part_of=True)
    passage: Passage = stored(4, T.PASSAGE)
    words: str | None = stored(5, T.BLOB)
    finding: Id | None = stored(6, T.REFERENCE)
    against: bool | None = stored(7, T.TRUTH)
    note: str | None = stored(8, T.BLOB)
    author: Id | None = stored(9, T.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Noun):
    """A sentence of a manuscript that makes a finding's claim, as it stood when it was linked.

    ``place`` says where it stood ({sentence, of}: the how-manieth of how many), to tell two like
    sentences apart.
    """

    finding: Id = stored(2, T.REFERENCE, stands_on=True)
    manuscript: str = stored(3, T.TEXT)
    sentence: str = stored(4, T.BLOB)
    place: Any = stored(5, T.PLAIN)
    author: Id | None = stored(6, T.REFERENCE)
