"""Links and their evidence."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from crosscase.coding.links import LinkWithEvidence
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.places import PassagePlace
from crosscase.server.shapes.wording import AName, AText

__all__ = ["LinkChange", "LinkList", "LinkRow", "NewEvidence", "NewLink", "link_row"]

Sign = Literal["+", "-", "mixed"]
LinkBasis = Literal["asserted", "inferred"]


class LinkEnd(BaseModel):
    """One of the two things that a link joins."""

    kind: str
    id: str
    name: str


class EvidenceRow(BaseModel):
    """One passage behind a link, where it lies now."""

    id: str
    source_id: str
    source: str
    start_char: int
    end_char: int
    text: str
    standing: Literal["kept", "touched", "lost"]
    against: bool


class LinkRow(BaseModel):
    """One link with its evidence."""

    id: str
    start: LinkEnd
    end: LinkEnd
    type: str
    directed: bool
    sign: str | None
    note: str | None
    basis: str | None
    mechanism: str | None = Field(description="How the one acts on the other, in words.")
    evidence: list[EvidenceRow]


class LinkList(BaseModel):
    """Links in the order in which they were made."""

    links: list[LinkRow]


class NewLink(Asked):
    """Two things, by their ids, and how they are related."""

    start: IdText
    end: IdText
    type: AName
    directed: bool = True
    sign: Sign | None = None
    note: AText | None = None
    basis: LinkBasis | None = None
    mechanism: AText | None = None


class LinkChange(Asked):
    """Changes of a link; what is left out stays, null clears sign, note, basis, mechanism."""

    type: AName | None = None
    directed: bool | None = None
    sign: Sign | None = None
    note: AText | None = None
    basis: LinkBasis | None = None
    mechanism: AText | None = None


class NewEvidence(PassagePlace):
    """A passage that speaks for a link, or against it."""

    against: bool = False


def link_row(link: LinkWithEvidence) -> LinkRow:
    """A link as an answer has it."""
    return LinkRow(
        id=link.link.id,
        start=LinkEnd(kind=link.start_kind, id=link.link.ends.start, name=link.start_name),
        end=LinkEnd(kind=link.end_kind, id=link.link.ends.end, name=link.end_name),
        type=link.link.link_type,
        directed=bool(link.link.directed),
        sign=link.link.sign,
        note=link.link.note,
        basis=link.link.basis,
        mechanism=link.mechanism,
        evidence=[
            EvidenceRow(
                id=each.id,
                source_id=each.passage.source,
                source=each.passage.source_name,
                start_char=each.passage.start_char,
                end_char=each.passage.end_char,
                text=each.passage.text,
                standing=each.passage.standing,
                against=each.against,
            )
            for each in link.evidence
        ],
    )
