"""The elements of sources as XML, their children in the order of the standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crosscase.formats.refi_qda.parts import PLACES, VALUE_ELEMENTS
from crosscase.formats.refi_qda.plain_selections import clean
from crosscase.formats.refi_qda.records import (
    CodingMark,
    FileSource,
    Provenance,
    Selection,
    TextPart,
    Transcript,
    VariableValue,
)

__all__ = ["Maker", "source_element", "text_element"]

_GUIDS = frozenset({
    "guid", "targetGUID", "creatingUser", "modifyingUser", "creatingUserGUID", "modifyingUserGUID",
    "originGUID", "representedGUID", "sourceVertex", "targetVertex", "fromSyncPoint", "toSyncPoint",
})  # fmt: skip


class Maker:
    """Makes elements of one namespace; GUIDs are in capitals, and what is None is left out."""

    def __init__(self, namespace: str) -> None:
        from lxml import etree

        self._namespace = namespace
        self._made_inside = etree.SubElement
        self._tags: dict[str, str] = {}

    def root(self, name: str, said: Mapping[str, str | None]) -> Any:
        """The outermost element."""
        from lxml import etree

        return etree.Element(self._tag(name), _attributes(said), {None: self._namespace})

    def below(self, above: Any, name: str, said: Mapping[str, str | None] | None = None) -> Any:
        """An element inside another."""
        return self._made_inside(above, self._tag(name), _attributes(said or {}))

    def _tag(self, name: str) -> str:
        tag = self._tags.get(name)
        if tag is None:
            tag = self._tags[name] = f"{{{self._namespace}}}{name}"
        return tag

    def text(self, above: Any, name: str, words: str | None) -> None:
        """An element that holds words; without words there is none."""
        if words:
            self.below(above, name).text = clean(words)

    def references(self, above: Any, name: str, guids: Iterable[str]) -> None:
        """Elements that point to others."""
        for guid in guids:
            self.below(above, name, {"targetGUID": guid})

    def values(self, above: Any, values: Iterable[VariableValue]) -> None:
        """What a case or source has for variables."""
        for each in values:
            made = self.below(above, "VariableValue")
            self.below(made, "VariableRef", {"targetGUID": each.variable})
            if each.type is not None:
                self.text(made, VALUE_ELEMENTS[each.type], each.text)


def _attributes(said: Mapping[str, str | None]) -> dict[str, str]:
    return {
        name: value.upper() if name in _GUIDS else clean(value)
        for name, value in said.items()
        if value is not None
    }


def _made(said: Provenance) -> dict[str, str | None]:
    return {
        "creatingUser": said.creator,
        "creationDateTime": said.created,
        "modifyingUser": said.modifier,
        "modifiedDateTime": said.modified,
    }


def source_element(maker: Maker, above: Any, source: TextPart | FileSource) -> None:
    """A source of any type."""
    if isinstance(source, TextPart):
        text_element(maker, above, source)
        return
    said = {
        "guid": source.guid,
        "name": source.name,
        "path": source.path,
        "currentPath": source.current_path,
    }
    made = maker.below(above, source.kind, {**said, **_made(source.provenance)})
    maker.text(made, "Description", source.description)
    if source.kind == "PictureSource" and source.text is not None:
        text_element(maker, made, source.text)
    for transcript in source.transcripts:
        _transcript(maker, made, transcript)
    for selection in source.selections:
        _selection(maker, made, selection)
    if source.kind == "PDFSource" and source.text is not None:
        text_element(maker, made, source.text)
    _codings(maker, made, source.codings)
    maker.references(made, "NoteRef", source.notes)
    maker.values(made, source.values)


def _transcript(maker: Maker, above: Any, transcript: Transcript) -> None:
    said = {
        "guid": transcript.guid,
        "name": transcript.name,
        "plainTextPath": transcript.plain_path,
    }
    made = maker.below(above, "Transcript", {**said, **_made(transcript.provenance)})
    maker.text(made, "Description", transcript.description)
    maker.text(made, "PlainTextContent", transcript.content)
    for point in transcript.sync_points:
        numbers = {"timeStamp": point.time_ms, "position": point.position}
        known = {name: str(number) for name, number in numbers.items() if number is not None}
        maker.below(made, "SyncPoint", {"guid": point.guid, **known})
    for selection in transcript.selections:
        _selection(maker, made, selection)
    maker.references(made, "NoteRef", transcript.notes)


def text_element(maker: Maker, above: Any, part: TextPart) -> None:
    """A text: a source, a note, or the words of a picture or PDF."""
    said = {
        "guid": part.guid,
        "name": part.name,
        "richTextPath": part.rich_path,
        "plainTextPath": part.plain_path,
    }
    made = maker.below(above, part.kind, {**said, **_made(part.provenance)})
    maker.text(made, "Description", part.description)
    maker.text(made, "PlainTextContent", part.content)
    for selection in part.selections:
        _selection(maker, made, selection)
    _codings(maker, made, part.codings)
    maker.references(made, "NoteRef", part.notes)
    maker.values(made, part.values)


def _selection(maker: Maker, above: Any, selection: Selection) -> None:
    names = PLACES.get(selection.kind, ())
    place = {name: str(number) for name, number in zip(names, selection.place or (), strict=True)}
    said = {
        "guid": selection.guid,
        "name": selection.name,
        **place,
        "fromSyncPoint": selection.from_sync,
        "toSyncPoint": selection.to_sync,
    }
    made = maker.below(above, selection.kind, {**said, **_made(selection.provenance)})
    maker.text(made, "Description", selection.description)
    if selection.text is not None:
        text_element(maker, made, selection.text)
    _codings(maker, made, selection.codings)
    maker.references(made, "NoteRef", selection.notes)


def _codings(maker: Maker, above: Any, codings: Iterable[CodingMark]) -> None:
    for each in codings:
        said = {
            "guid": each.guid,
            "creatingUser": each.provenance.creator,
            "creationDateTime": each.provenance.created,
        }
        made = maker.below(above, "Coding", said)
        maker.below(made, "CodeRef", {"targetGUID": each.code or ""})
        maker.references(made, "NoteRef", each.notes)
