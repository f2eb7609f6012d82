"""Reading the elements of sources: texts, files, selections, codings, transcripts."""

from __future__ import annotations

from typing import Any

from crosscase.formats.refi_qda.nodes import Node, Oddities, local_name
from crosscase.formats.refi_qda.plain_selections import plain_selection
from crosscase.formats.refi_qda.records import (
    CodingMark,
    FileSource,
    Selection,
    SyncPoint,
    TextPart,
    Transcript,
    VariableValue,
)

__all__ = [
    "FILE_SOURCES",
    "PLACES",
    "SOURCES",
    "VALUE_ELEMENTS",
    "any_selection",
    "file_source",
    "text_part",
    "variable_value",
]

FILE_SOURCES = ("PictureSource", "PDFSource", "AudioSource", "VideoSource")
SOURCES = ("TextSource", *FILE_SOURCES)
_TEXT_ORDER = (
    "Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"
)  # fmt: skip
_SELECTION_ORDER = ("Description", "Representation", "Coding", "NoteRef")
_FILE_ORDER = {
    "PictureSource": (
        "Description", "TextDescription", "PictureSelection", "Coding", "NoteRef", "VariableValue"
    ),
    "PDFSource": (
        "Description", "PDFSelection", "Representation", "Coding", "NoteRef", "VariableValue"
    ),
    "AudioSource": (
        "Description", "Transcript", "AudioSelection", "Coding", "NoteRef", "VariableValue"
    ),
    "VideoSource": (
        "Description", "Transcript", "VideoSelection", "Coding", "NoteRef", "VariableValue"
    ),
}  # fmt: skip
_TRANSCRIPT_ORDER = (
    "Description", "PlainTextContent", "SyncPoint", "TranscriptSelection", "NoteRef"
)  # fmt: skip
_AREA = ("firstX", "firstY", "secondX", "secondY")
PLACES = {
    "PlainTextSelection": ("startPosition", "endPosition"),
    "PictureSelection": _AREA,
    "PDFSelection": ("page", *_AREA),
    "AudioSelection": ("begin", "end"),
    "VideoSelection": ("begin", "end"),
}
VALUE_ELEMENTS = {
    "Text": "TextValue", "Boolean": "BooleanValue", "Integer": "IntegerValue",
    "Float": "FloatValue", "Date": "DateValue", "DateTime": "DateTimeValue",
}  # fmt: skip


def text_part(element: Any, oddities: Oddities) -> TextPart:
    """A TextSource, Note, Representation or TextDescription."""
    node = _begun(element, oddities, _TEXT_ORDER)
    guid, written = node.guid()
    return TextPart(
        kind=node.kind,
        guid=guid,
        written=written,
        name=node.attribute("name"),
        plain_path=node.attribute("plainTextPath"),
        rich_path=node.attribute("richTextPath"),
        provenance=node.provenance(),
        description=node.description(),
        content=node.text("PlainTextContent"),
        selections=_selections(node, oddities, "PlainTextSelection"),
        codings=_codings(node, oddities),
        notes=node.references("NoteRef"),
        values=_values(node, oddities),
        aside=node.rest(),
    )


def file_source(element: Any, oddities: Oddities) -> FileSource:
    """A picture, PDF, audio or video source."""
    node = _begun(element, oddities, _FILE_ORDER[local_name(element.tag)])
    guid, written = node.guid()
    words = _first_text(node, oddities, *_words_of(node.kind))
    selections = node.kind.removesuffix("Source") + "Selection"
    source = FileSource(
        kind=node.kind,  # type: ignore[arg-type]
        guid=guid,
        written=written,
        name=node.attribute("name"),
        path=node.attribute("path"),
        current_path=node.attribute("currentPath"),
        provenance=node.provenance(),
        description=node.description(),
        text=words[0] if words else None,
        transcripts=tuple(_transcript(each, oddities) for each in node.children("Transcript")),
        selections=_selections(node, oddities, selections),
        codings=_codings(node, oddities),
        notes=node.references("NoteRef"),
        values=_values(node, oddities),
        aside=node.rest(),
    )
    return source


def variable_value(element: Any, oddities: Oddities) -> VariableValue:
    """What a case or a source has for a variable."""
    node = _begun(element, oddities, ("VariableRef", *VALUE_ELEMENTS.values()))
    variable = next(iter(node.references("VariableRef")), "")
    oddities.elements["VariableRef"] = 0  # part of the value, never counted by itself
    for type_, name in VALUE_ELEMENTS.items():
        words = node.text(name)
        if words is not None:
            return VariableValue(variable=variable, type=type_, text=words, aside=node.rest())
        # An empty element says the same as none.
    return VariableValue(variable=variable, aside=node.rest())


def _words_of(kind: str) -> tuple[str, ...]:
    return {"PictureSource": ("TextDescription",), "PDFSource": ("Representation",)}.get(kind, ())


def _first_text(node: Node, oddities: Oddities, *names: str) -> list[TextPart]:
    """The one text that the standard allows there; any further ones are kept as they stand."""
    return [text_part(each, oddities) for name in names for each in node.first(name)]


def _begun(element: Any, oddities: Oddities, order: tuple[str, ...]) -> Node:
    oddities.elements[local_name(element.tag)] += 1
    return Node(element, oddities, order)


def _selections(node: Node, oddities: Oddities, kind: str) -> tuple[Selection, ...]:
    return tuple(_selection(each, oddities) for each in node.children(kind))


def _selection(element: Any, oddities: Oddities) -> Selection:
    return plain_selection(element, oddities) or any_selection(element, oddities)


def any_selection(element: Any, oddities: Oddities) -> Selection:
    """A selection of any kind, whatever stands in it."""
    node = _begun(element, oddities, _SELECTION_ORDER)
    guid, written = node.guid()
    names = PLACES.get(node.kind)
    has_words = node.kind == "PDFSelection"
    words = _first_text(node, oddities, "Representation") if has_words else []
    return Selection(
        kind=node.kind,
        guid=guid,
        written=written,
        name=node.attribute("name"),
        place=None if names is None else node.numbers(*names),
        from_sync=node.reference("fromSyncPoint"),
        to_sync=node.reference("toSyncPoint"),
        provenance=node.provenance(),
        description=node.description(),
        text=words[0] if words else None,
        codings=_codings(node, oddities),
        notes=node.references("NoteRef"),
        aside=node.rest(),
    )


def _codings(node: Node, oddities: Oddities) -> tuple[CodingMark, ...]:
    return tuple(_coding(each, oddities) for each in node.children("Coding"))


def _coding(element: Any, oddities: Oddities) -> CodingMark:
    node = _begun(element, oddities, ("CodeRef", "NoteRef"))
    guid, written = node.guid()
    codes = [node.target("CodeRef", each) for each in node.first("CodeRef")]
    oddities.elements["CodeRef"] -= len(codes)  # part of the coding, never counted by itself
    return CodingMark(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        code=codes[0] if codes else None,
        provenance=node.provenance(),
        notes=node.references("NoteRef"),
        aside=node.rest(),
    )


def _values(node: Node, oddities: Oddities) -> tuple[VariableValue, ...]:
    return tuple(variable_value(each, oddities) for each in node.children("VariableValue"))


def _transcript(element: Any, oddities: Oddities) -> Transcript:
    node = _begun(element, oddities, _TRANSCRIPT_ORDER)
    guid, written = node.guid()
    return Transcript(
        guid=guid,
        written=written,
        name=node.attribute("name"),
        plain_path=node.attribute("plainTextPath"),
        rich_path=node.attribute("richTextPath"),
        provenance=node.provenance(),
        description=node.description(),
        content=node.text("PlainTextContent"),
        sync_points=tuple(_sync_point(each, oddities) for each in node.children("SyncPoint")),
        selections=_selections(node, oddities, "TranscriptSelection"),
        notes=node.references("NoteRef"),
        aside=node.rest(),
    )


def _sync_point(element: Any, oddities: Oddities) -> SyncPoint:
    node = _begun(element, oddities, ())
    guid, written = node.guid()
    return SyncPoint(
        guid=guid,
        written=written,
        time_ms=node.number("timeStamp"),
        position=node.number("position"),
        aside=node.rest(),
    )
