"""Saying things anew without a person's words: what stays of the study after a purge."""

from __future__ import annotations

import dataclasses
from typing import Any

from crosscase.log.records import DraftChange
from crosscase.model.fields import FieldType, KindSpec, Value
from crosscase.model.fieldwork_nouns import Activity
from crosscase.model.ids import short_id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Code, Noun, Source
from crosscase.store.blobs import blob_hash, find_blob
from crosscase.store.layout_bytes import layout_from_bytes, layout_to_bytes
from crosscase.store.reading import find_whole
from crosscase.store.session import Reading
from crosscase.study_protection.held_words import replaced_in_plain
from crosscase.study_protection.person_traces import WORD_BLOBS, Found, PersonTrace
from crosscase.study_protection.person_words import IN_VIVO, stands_in

__all__ = ["said_anew"]

# A word that can stand in a question without brackets breaking it.
_IN_A_QUESTION = "removed"


def said_anew(
    reading: Reading, found: Found, traces: list[PersonTrace]
) -> tuple[list[DraftChange], dict[str, bytes]]:
    """The changes that say these things anew, with the blobs that they need.

    Of what was removed or undone nothing is said any more: it goes for good.
    """
    held = find_whole(reading.file, reading.connection, [each.id for each in traces])
    changes: list[DraftChange] = []
    blobs: dict[str, bytes] = {}
    for trace in traces:
        kind = KINDS[trace.kind]
        noun = held[trace.id][1] if trace.id in held else None
        if noun is None or noun.dropped:
            changes.append(DraftChange(kind, trace.id, {"dropped": True}))
            continue
        clean = _cleaned(reading, found, kind, _without_links(noun, found), blobs)
        fields = {
            spec.name: getattr(clean, spec.name)
            for spec in kind.fields
            if getattr(clean, spec.name) is not None
        }
        changes.append(DraftChange(kind, trace.id, fields, makes=True))
    return changes, blobs


def _cleaned(
    reading: Reading, found: Found, kind: KindSpec, noun: Noun, blobs: dict[str, bytes]
) -> Noun:
    words, new = found.words, dict[str, Any]()
    for spec in kind.fields:
        value = getattr(noun, spec.name)
        if value is None:
            continue
        if spec.type is FieldType.TEXT:
            by = _IN_A_QUESTION if (kind.name, spec.name) == ("query", "expression") else None
            new[spec.name] = words.replaced(value) if by is None else words.replaced(value, by)
        elif spec.type is FieldType.PLAIN:
            new[spec.name] = replaced_in_plain(value, words.replaced)
        elif spec.type is FieldType.VALUE and isinstance(value.value, str):
            new[spec.name] = Value(value.type, words.replaced(value.value))
        elif spec.type is FieldType.BLOB:
            data = find_blob(reading.file, reading.connection, bytes.fromhex(value))
            clean = None if data is None else _clean_blob(found, kind, spec.name, data)
            if clean is not None and clean != data:
                new[spec.name] = blob_hash(clean)
                blobs[blob_hash(clean)] = clean
    return dataclasses.replace(noun, **new)


def _clean_blob(found: Found, kind: KindSpec, field: str, data: bytes) -> bytes | None:
    if (kind.name, field) == ("revision", "layout"):
        layout = layout_from_bytes(data)
        segments = tuple(
            dataclasses.replace(each, speaker=found.words.replaced(each.speaker))
            if each.speaker
            else each
            for each in layout.segments
        )
        return layout_to_bytes(dataclasses.replace(layout, segments=segments))
    if (kind.name, field) not in WORD_BLOBS:
        return None
    text = data.decode("utf-8")
    # In a source's text every place must stay where it is.
    clean = found.words.covered(text) if kind.name == "revision" else found.words.replaced(text)
    return clean.encode("utf-8")


def _without_links(noun: Noun, found: Found) -> Noun:
    """The same without what named the person, or quoted them."""
    if isinstance(noun, Activity):
        left = tuple(id_ for id_ in noun.participants or () if id_ != found.traces.participant)
        return dataclasses.replace(noun, participants=left)
    if isinstance(noun, Source) and noun.id in found.files:
        return dataclasses.replace(noun, original=None)
    if isinstance(noun, Code):
        return _code_without(noun, found)
    return noun


def _code_without(code: Code, found: Found) -> Code:
    new: dict[str, Any] = {}
    incident, texts = code.first_incident, found.own.texts
    has_incident = incident is not None and incident.revision in found.revisions
    has_name = (code.origin or "").casefold() == IN_VIVO and stands_in(code.name, texts)
    is_made_of_theirs = has_incident or (incident is None and has_name)
    if has_incident:
        new["first_incident"] = None
    if has_name:
        new["name"] = f"{IN_VIVO} {short_id(code.id)}"
    if code.example and (
        is_made_of_theirs or stands_in(code.example, texts) or found.own.near.are_in(code.example)
    ):
        new["example"] = None
    return dataclasses.replace(code, **new)
