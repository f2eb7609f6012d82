"""Which elements REFI-QDA 1.5 allows where, as a RELAX NG grammar that lxml checks.

The facts are those of the standard (REFI-QDA 1.5, 2019): for each element its children in their
order, and its attributes. Children end in ? (at most one), * (any number) or + (at least one);
attributes end in ! where they are needed, and name a type after a colon where it is no text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

__all__ = ["CODEBOOK", "PROJECT", "Checker", "checker"]

_RNG = "http://relaxng.org/ns/structure/1.0"
_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"

# Tools name the schema at the root; the standard has it by being a schema itself.
_POINTER = (
    '<optional><attribute name="schemaLocation" ns="http://www.w3.org/2001/XMLSchema-instance"/>'
    "</optional>"
)

_GUID = re.compile(r"(\{)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?(1)\})")
_GUIDS = re.compile("(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\n)*+")
_PATTERNS = {
    "rgb": "#([A-Fa-f0-9]{3}|[A-Fa-f0-9]{6})",
    "way": "Associative|OneWay|Bidirectional",
    "line": "dotted|dashed|solid",
    "sort": "Text|Boolean|Integer|Float|Date|DateTime",
    "shape": "Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle"
    "|UpTriangle|DownTriangle|Note",
}


class Element(NamedTuple):
    """What may stand in an element; ``text`` is the type of its words, where it has some."""

    children: str = ""
    attributes: str = ""
    text: str | None = None


class Grammar(NamedTuple):
    """The elements of one kind of file; ``like`` names elements that are built as another."""

    namespace: str
    root: str
    elements: Mapping[str, Element]
    like: Mapping[str, str] = {}


_THING = "guid!:guid name"
_WHO = "creatingUser:guid creationDateTime:dateTime modifyingUser:guid modifiedDateTime:dateTime"
_CORNERS = "firstX!:integer firstY!:integer secondX!:integer secondY!:integer"
_OF_SELECTION = "Description? Coding* NoteRef*"
_OF_MEDIA = "Coding* NoteRef* VariableValue*"
_REFERENCE = Element(attributes="targetGUID!:guid")
_WORDS = Element(text="string")
_VALUES = {"Text": "string", "Boolean": "boolean", "Integer": "integer", "Float": "decimal",
           "Date": "date", "DateTime": "dateTime"}  # fmt: skip

PROJECT = Grammar(
    "urn:QDA-XML:project:1.0",
    "Project",
    {
        "Project": Element(
            "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? "
            "NoteRef*",
            "name! origin creatingUserGUID:guid creationDateTime:dateTime modifyingUserGUID:guid "
            "modifiedDateTime:dateTime basePath",
        ),
        "Users": Element("User+"),
        "User": Element("", f"{_THING} id"),
        "CodeBook": Element("Codes"),
        "Codes": Element("Code+"),
        "Code": Element(
            "Description? NoteRef* Code*", "guid!:guid name! isCodable!:boolean color:rgb"
        ),
        "Variables": Element("Variable+"),
        "Variable": Element("Description?", "guid!:guid name! typeOfVariable!:sort"),
        "Cases": Element("Case+"),
        "Case": Element("Description? CodeRef* VariableValue* SourceRef* SelectionRef*", _THING),
        "VariableValue": Element(
            "VariableRef (TextValue|BooleanValue|IntegerValue|FloatValue|DateValue|DateTimeValue)?"
        ),
        "Sources": Element("(TextSource|PictureSource|PDFSource|AudioSource|VideoSource)+"),
        "TextSource": Element(
            f"Description? PlainTextContent? PlainTextSelection* {_OF_MEDIA}",
            f"{_THING} richTextPath plainTextPath {_WHO}",
        ),
        "PlainTextSelection": Element(
            _OF_SELECTION, f"{_THING} startPosition!:integer endPosition!:integer {_WHO}"
        ),
        "PictureSource": Element(
            f"Description? TextDescription? PictureSelection* {_OF_MEDIA}",
            f"{_THING} path currentPath {_WHO}",
        ),
        "PictureSelection": Element(_OF_SELECTION, f"{_THING} {_CORNERS} {_WHO}"),
        "PDFSource": Element(
            f"Description? PDFSelection* Representation? {_OF_MEDIA}",
            f"{_THING} path currentPath {_WHO}",
        ),
        "PDFSelection": Element(
            "Description? Representation? Coding* NoteRef*",
            f"{_THING} page!:integer {_CORNERS} {_WHO}",
        ),
        "AudioSource": Element(
            f"Description? Transcript* AudioSelection* {_OF_MEDIA}",
            f"{_THING} path currentPath {_WHO}",
        ),
        "AudioSelection": Element(_OF_SELECTION, f"{_THING} begin!:integer end!:integer {_WHO}"),
        "VideoSource": Element(
            f"Description? Transcript* VideoSelection* {_OF_MEDIA}",
            f"{_THING} path currentPath {_WHO}",
        ),
        "Transcript": Element(
            "Description? PlainTextContent? SyncPoint* TranscriptSelection* NoteRef*",
            f"{_THING} richTextPath plainTextPath {_WHO}",
        ),
        "TranscriptSelection": Element(
            _OF_SELECTION, f"{_THING} fromSyncPoint:guid toSyncPoint:guid {_WHO}"
        ),
        "SyncPoint": Element("", "guid!:guid timeStamp:integer position:integer"),
        "Coding": Element(
            "CodeRef NoteRef*", "guid!:guid creatingUser:guid creationDateTime:dateTime"
        ),
        "Notes": Element("Note+"),
        "Links": Element("Link+"),
        "Link": Element(
            "NoteRef*", f"{_THING} direction:way color:rgb originGUID:guid targetGUID:guid"
        ),
        "Sets": Element("Set+"),
        "Set": Element("Description? MemberCode* MemberSource* MemberNote*", "guid!:guid name!"),
        "Graphs": Element("Graph+"),
        "Graph": Element("Vertex* Edge*", _THING),
        "Vertex": Element(
            "",
            f"{_THING} representedGUID:guid firstX!:integer firstY!:integer secondX:integer "
            "secondY:integer shape:shape color:rgb",
        ),
        "Edge": Element(
            "",
            f"{_THING} representedGUID:guid sourceVertex!:guid targetVertex!:guid color:rgb "
            "direction:way lineStyle:line",
        ),
        "NoteRef": _REFERENCE,
        "Description": _WORDS,
        "PlainTextContent": _WORDS,
        **{f"{name}Value": Element(text=of) for name, of in _VALUES.items()},
    },
    {
        "Note": "TextSource",
        "Representation": "TextSource",
        "TextDescription": "TextSource",
        "VideoSelection": "AudioSelection",
        **dict.fromkeys(
            (
                "CodeRef",
                "SourceRef",
                "SelectionRef",
                "VariableRef",
                "MemberCode",
                "MemberSource",
                "MemberNote",
            ),
            "NoteRef",
        ),
    },
)

CODEBOOK = Grammar(
    "urn:QDA-XML:codebook:1.0",
    "CodeBook",
    {
        "CodeBook": Element("Codes Sets?", "origin"),
        "Codes": Element("Code+"),
        "Code": Element("Description? Code*", "guid!:guid name! isCodable!:boolean color:rgb"),
        "Sets": Element("Set+"),
        "Set": Element("Description? MemberCode*", "guid!:guid name!"),
        "MemberCode": Element("", "guid!:guid"),
        "Description": _WORDS,
    },
)


class Checker:
    """Checks trees by one grammar.

    That a GUID is one is checked beside the structure: libxml2 takes some seven times as long for
    such patterns as for all the rest.
    """

    def __init__(self, grammar: Grammar) -> None:
        from lxml import etree

        self._structure = etree.RelaxNG(etree.fromstring(_written(grammar)))
        # Without the elements that they stand in: making objects of those takes much longer.
        names = sorted(_names_of_guids(grammar))
        self._guids = [etree.XPath(f"//@{name}", smart_strings=False) for name in names]

    def refusal(self, tree: Any) -> str | None:
        """What is not as the standard has it; None when all is."""
        if not self._structure.validate(tree):
            said = str(self._structure.error_log.last_error.message)
            return re.sub(r"\{[^}]*\}", "", said).rstrip(".")
        written = {value for find in self._guids for value in find(tree)}
        if _GUIDS.fullmatch("\n".join([*written, ""])):
            return None  # nearly always, and then at once
        wrong = min((each for each in written if not _is_guid(each)), default=None)
        return None if wrong is None else f"“{wrong}” is no GUID"


@cache
def checker(root: str) -> Checker:
    """What checks a tree with this root element."""
    return Checker(next(each for each in (PROJECT, CODEBOOK) if each.root == root))


def _names_of_guids(grammar: Grammar) -> set[str]:
    said = " ".join(each.attributes for each in grammar.elements.values()).split()
    return {each.partition(":")[0].rstrip("!") for each in said if each.endswith(":guid")}


def _is_guid(written: str) -> bool:
    return _GUID.fullmatch(written.strip(" \t\r\n")) is not None


def _written(grammar: Grammar) -> str:
    parts = [
        _defined(name, grammar.elements[like])
        for name, like in {**{name: name for name in grammar.elements}, **grammar.like}.items()
    ]
    return (
        f'<grammar xmlns="{_RNG}" datatypeLibrary="{_TYPES}" ns="{grammar.namespace}">'
        f'<start><ref name="{grammar.root}"/></start>{"".join(parts)}</grammar>'
    )


def _defined(name: str, element: Element) -> str:
    inside = _POINTER if name in ("Project", "CodeBook") else ""
    inside += "".join(_attribute(each) for each in element.attributes.split())
    inside += "".join(_child(each) for each in element.children.split())
    if element.text is not None:
        inside += _typed(element.text)
    return f'<define name="{name}"><element name="{name}">{inside or "<empty/>"}</element></define>'


def _attribute(said: str) -> str:
    name, _, of = said.partition(":")
    made = f'<attribute name="{name.rstrip("!")}" ns="">{_typed(of or "string")}</attribute>'
    return made if name.endswith("!") else f"<optional>{made}</optional>"


_MANY = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}


def _child(said: str) -> str:
    names = re.findall(r"\w+", said)
    made = "".join(f'<ref name="{name}"/>' for name in names)
    if len(names) > 1:
        made = f"<choice>{made}</choice>"
    many = _MANY.get(said[-1])
    return made if many is None else f"<{many}>{made}</{many}>"


def _typed(of: str) -> str:
    if of == "guid":
        return "<text/>"  # looked at by the checker
    if of in _PATTERNS:
        return f'<data type="token"><param name="pattern">{_PATTERNS[of]}</param></data>'
    return f'<data type="{of}"/>'
