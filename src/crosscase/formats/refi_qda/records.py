"""What a REFI-QDA file holds, as plain records; GUIDs are in lower case and without braces.

What an element holds that the standard does not name stands in its ``aside``, so that it can be
kept and written back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = [
    "Aside",
    "Case",
    "Code",
    "CodingMark",
    "Edge",
    "Element",
    "FileSource",
    "Graph",
    "Link",
    "MemberSet",
    "Oddity",
    "Project",
    "Provenance",
    "Selection",
    "SyncPoint",
    "TextPart",
    "Transcript",
    "User",
    "Variable",
    "VariableValue",
    "Vertex",
]

SourceKind = Literal["PictureSource", "PDFSource", "AudioSource", "VideoSource"]


@dataclass(frozen=True, slots=True)
class Aside:
    """Attributes and whole elements (as XML) that the standard does not name."""

    attributes: Mapping[str, str]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something unusual that was read all the same, and how often."""

    slug: str
    sentence: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who made and changed something (GUIDs of users), and when, as it is written."""

    creator: str | None = None
    created: str | None = None
    modifier: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What most elements have; ``written`` is the GUID as it stands there (None: there is none)."""

    guid: str
    written: str | None = None
    name: str | None = None
    aside: Aside | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class User(Element):
    """A person who codes; ``login`` is the attribute id."""

    login: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Element):
    """A code with the codes below it."""

    codable: bool = True
    colour: str | None = None
    description: str | None = None
    notes: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()

    def walk(self) -> Iterator[Code]:
        """This code and all below it, parents first."""
        ahead = [self]
        while ahead:
            at = ahead.pop()
            yield at
            ahead += reversed(at.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(Element):
    """A typed characteristic: Text, Boolean, Integer, Float, Date or DateTime."""

    type: str = "Text"
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariableValue:
    """What a case or a source has for a variable; ``type`` None says that nothing is known."""

    variable: str
    type: str | None = None
    text: str | None = None
    aside: Aside | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Element):
    """A case with what it is linked to."""

    description: str | None = None
    codes: tuple[str, ...] = ()
    values: tuple[VariableValue, ...] = ()
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingMark(Element):
    """One code on a selection or on a whole source."""

    code: str | None = None
    provenance: Provenance = Provenance()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection(Element):
    """A stretch of text, an area or a stretch of time; ``kind`` is the element's name.

    ``place``: start and end; of pictures first and second x and y; of a PDF the page before
    those; of recordings milliseconds. None where a number is missing.
    """

    kind: str
    place: tuple[int, ...] | None = None
    from_sync: str | None = None
    to_sync: str | None = None
    description: str | None = None
    text: TextPart | None = None
    codings: tuple[CodingMark, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart(Element):
    """A text: TextSource, Note, Representation or TextDescription (``kind`` says which)."""

    kind: str
    description: str | None = None
    content: str | None = None
    plain_path: str | None = None
    rich_path: str | None = None
    selections: tuple[Selection, ...] = ()
    codings: tuple[CodingMark, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[VariableValue, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncPoint(Element):
    """Where a transcript is at a time of its recording."""

    time_ms: int | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript(Element):
    """The words of a recording."""

    description: str | None = None
    content: str | None = None
    plain_path: str | None = None
    rich_path: str | None = None
    sync_points: tuple[SyncPoint, ...] = ()
    selections: tuple[Selection, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource(Element):
    """A picture, PDF, audio or video; ``text`` is its description or its words."""

    kind: SourceKind
    path: str | None = None
    current_path: str | None = None
    description: str | None = None
    text: TextPart | None = None
    transcripts: tuple[Transcript, ...] = ()
    selections: tuple[Selection, ...] = ()
    codings: tuple[CodingMark, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[VariableValue, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Element):
    """A relation between any two things."""

    direction: str | None = None
    colour: str | None = None
    origin: str | None = None
    target: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSet(Element):
    """A named set; a member is the name of its element (MemberCode...) and a GUID."""

    description: str | None = None
    members: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertex(Element):
    """A point of a graph; ``says`` are its other attributes as they are written."""

    represents: str | None = None
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge(Element):
    """A line of a graph; ``says`` are its other attributes as they are written."""

    represents: str | None = None
    start: str | None = None
    end: str | None = None
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph(Element):
    """A drawing of things and their relations."""

    vertices: tuple[Vertex, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """All that a file holds; a codebook is a project of codes and sets.

    ``beyond`` is what crosscase wrote that the standard has no place for, by GUID. ``counts`` are
    the elements by name, as they stand in the file; ``oddities`` say what was
    unusual.
    """

    kind: Literal["project", "codebook"]
    name: str = ""
    origin: str | None = None
    base_path: str | None = None
    description: str | None = None
    provenance: Provenance = Provenance()
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[TextPart | FileSource, ...] = ()
    notes: tuple[TextPart, ...] = ()
    links: tuple[Link, ...] = ()
    sets: tuple[MemberSet, ...] = ()
    graphs: tuple[Graph, ...] = ()
    note_refs: tuple[str, ...] = ()
    aside: Aside | None = None
    beyond: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    oddities: tuple[Oddity, ...] = ()

    def every_code(self) -> Iterator[Code]:
        """All codes, parents before those below them."""
        for code in self.codes:
            yield from code.walk()
