"""The words of a Word paragraph as they stand once tracked changes are accepted, run by run."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from crosscase.report.word_elements import W

__all__ = ["Place", "Run", "WordParagraph", "read_paragraph"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_THROUGH = frozenset(
    W + tag
    for tag in (
        *("ins", "moveTo", "hyperlink", "smartTag", "sdtContent", "customXml"),
        *("fldSimple", "dir", "bdo", "ruby", "rubyBase"),
    )
)
_SIGNS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}br": "\n",
    f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad", f"{W}sym": "\ufffd",
}  # fmt: skip
_RANGES = {
    f"{W}bookmarkStart": "bookmark", f"{W}bookmarkEnd": "bookmark end",
    f"{W}commentRangeStart": "comment", f"{W}commentRangeEnd": "comment end",
    f"{W}commentReference": "comment sign",
    f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes",
}  # fmt: skip
_QUOTE_STYLE = re.compile(r"quot|block\s?text|citat", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """The words of one run from a place of its paragraph on; ``node`` holds them in the XML."""

    start: int
    words: str
    element: Any
    node: Any


@dataclass(frozen=True, slots=True)
class Place:
    """Where something other than words stands: a bookmark, a comment, the sign of a footnote.

    ``is_point`` says of a bookmark that it was put at a place, not round words.
    """

    kind: str
    id: str
    at: int
    name: str = ""
    is_point: bool = False


@dataclass(slots=True)
class WordParagraph:
    """A paragraph as it reads; several of the XML where the end of one is a tracked deletion.

    ``controls`` are the tags of content controls within it, and where their words are.
    """

    elements: list[Any] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    controls: list[tuple[str, int, int]] = field(default_factory=list)
    level: int | None = None
    is_quote: bool = False
    is_reference: bool = False
    length: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.words for run in self.runs)

    def cut(self, at: int) -> None:
        """Let a run begin at a place: one that goes over it becomes two of the same look."""
        for number, run in enumerate(self.runs):
            if run.start < at < run.start + len(run.words):
                self.runs[number + 1 : number + 1] = [self._halved(run, at - run.start)]
                return
            if run.start == at and number and self.runs[number - 1].element is run.element:
                self._parted(number)
                return

    def _halved(self, run: Run, upto: int) -> Run:
        """The second half of a run's words, in a run of its own."""
        made = deepcopy(run.node)
        run.node.text, made.text = run.words[:upto], run.words[upto:]
        run.node.set(_SPACE, "preserve")
        made.set(_SPACE, "preserve")
        run.node.addnext(made)
        half = Run(run.start + upto, run.words[upto:], run.element, made)
        run.words = run.words[:upto]
        self._moved(half)
        return half

    def _parted(self, number: int) -> None:
        self._moved(self.runs[number])

    def _moved(self, first: Run) -> None:
        """Put a node and all that follow it in their run into a run of their own."""
        from lxml import etree

        old = first.element
        new = etree.Element(old.tag, old.attrib, nsmap=old.nsmap)
        look = old.find(f"{W}rPr")
        if look is not None:
            new.append(deepcopy(look))
        following = [first.node, *first.node.itersiblings()]
        for node in following:
            new.append(node)
        new.tail, old.tail = old.tail, None
        old.addnext(new)
        moved = {id(node) for node in following}
        for run in self.runs:
            if id(run.node) in moved:
                run.element = new
        first.element = new

    def run_at(self, at: int) -> Run | None:
        """The run in which the sign at a place stands."""
        return next((r for r in self.runs if r.start <= at < r.start + len(r.words)), None)


def read_paragraph(element: Any, styles: dict[str, str], into: WordParagraph) -> bool:
    """Read a paragraph of the XML into one; True where its end is deleted, so it runs on."""
    into.elements.append(element)
    look = element.find(f"{W}pPr")
    if look is not None:
        style = look.find(f"{W}pStyle")
        name = "" if style is None else styles.get(style.get(f"{W}val") or "", "")
        into.is_quote |= _QUOTE_STYLE.search(name) is not None
        into.is_reference |= "bibliography" in name.casefold()
    _walk(element, into)
    return element.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _walk(parent: Any, into: WordParagraph) -> None:
    for child in parent.iterchildren(tag="*"):
        tag = child.tag
        if tag == f"{W}r":
            _run(child, child, into)
        elif tag in _RANGES:
            _range(child, into)
        elif tag == f"{W}sdt":
            _control(child, into)
        elif tag in _THROUGH:
            _walk(child, into)
        elif tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            _walk(child if choice is None else choice, into)


def _control(control: Any, into: WordParagraph) -> None:
    """The words in a content control; not those that only ask for words."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
        return
    start = into.length
    _walk(control, into)
    tag = control.find(f"{W}sdtPr/{W}tag")
    if tag is not None:
        into.controls.append((tag.get(f"{W}val") or "", start, into.length))


def _run(run: Any, inside: Any, into: WordParagraph) -> None:
    for child in inside.iterchildren(tag="*"):
        tag = child.tag
        if tag == f"{W}t":
            words = "".join(child.itertext())
            if words:
                into.runs.append(Run(into.length, words, run, child))
                into.length += len(words)
        elif tag in _SIGNS:
            into.runs.append(Run(into.length, _SIGNS[tag], run, child))
            into.length += 1
        elif tag in _RANGES:
            _range(child, into)
        elif tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            if choice is not None:
                into.boxes.extend(choice.iter(f"{W}txbxContent"))
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            into.boxes.extend(child.iter(f"{W}txbxContent"))


def _range(element: Any, into: WordParagraph) -> None:
    number = element.get(f"{W}id") or ""
    after = element.getnext()
    ends_here = after is not None and after.tag == f"{W}bookmarkEnd"
    is_point = ends_here and after.get(f"{W}id") == number
    name = element.get(f"{W}name") or ""
    into.places.append(Place(_RANGES[element.tag], number, into.length, name, is_point))
