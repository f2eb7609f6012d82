"""Saying things anew without a person's words: what stays of the study after a purge."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from crosscase.intake.replaced_text import renamed_labels
from crosscase.log.records import DraftChange
from crosscase.model.fields import FieldType, KindSpec, Passage, Value
from crosscase.model.fieldwork_nouns import Activity
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id, id_of_bytes, short_id
from crosscase.model.kinds import KINDS
from crosscase.model.layout import Layout
from crosscase.model.nouns import Code, Noun, Revision, Source
from crosscase.model.plain_values import replaced_in_plain
from crosscase.store.blobs import blob_hash, find_blob
from crosscase.store.layout_bytes import carried_layout, layout_from_bytes, layout_to_bytes
from crosscase.store.reading import find_whole
from crosscase.store.session import Reading, made
from crosscase.store.texts import current_layout
from crosscase.study_protection.person_cuts import Cut
from crosscase.study_protection.person_traces import FOLLOWING, WORD_BLOBS, Found, PersonTrace
from crosscase.study_protection.person_words import IN_VIVO, stands_in

__all__ = ["CutAnew", "cut_anew", "said_anew"]

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
        changes.append(_said(kind, clean))
    return changes, blobs


def _said(kind: KindSpec, noun: Noun) -> DraftChange:
    """Everything that a thing has, said anew."""
    fields = {
        spec.name: getattr(noun, spec.name)
        for spec in kind.fields
        if getattr(noun, spec.name) is not None
    }
    return DraftChange(kind, noun.id, fields, makes=True)


@dataclass
class CutAnew:
    """What cutting turns takes out, what says the sources anew, and the passages that move."""

    entities: list[Id] = field(default_factory=list)
    changes: list[DraftChange] = field(default_factory=list)
    moves: list[DraftChange] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)


def cut_anew(
    reading: Reading, found: Found, chosen: list[PersonTrace], ids: Callable[[], Id]
) -> CutAnew:
    """The shared sources that were chosen, said anew without the person's turns."""
    done = CutAnew()
    sealed = {each.id for each in chosen if each.action == "seal"}
    of_source = KINDS["source"]
    for cut in (found.cuts[each.id] for each in chosen if each.action == "cut"):
        _, source = find_whole(reading.file, reading.connection, [cut.source])[cut.source]
        clean = _cleaned(reading, found, of_source, _without_files(source), done.blobs)
        id_ = ids()
        done.changes.append(_said(of_source, clean))
        done.changes.append(_first_revision(reading, found, cut, id_, done.blobs))
        done.entities += [*cut.revisions, *cut.speakers]
        following = [row for row, kind in cut.rows.items() if kind.name in FOLLOWING]
        raw_ids = reading.file.ids_of_rows(reading.connection, following).values()
        done.entities += map(id_of_bytes, raw_ids)
        done.moves += [
            DraftChange(each.kind, each.entity,
                        {each.field: Passage(id_, each.start_char, each.end_char)})
            for each in cut.moves
            if each.entity not in sealed
        ]  # fmt: skip
    return done


def _without_files(source: Noun) -> Noun:
    """A source without the file that it came from and its recording: both hold the turns."""
    assert isinstance(source, Source), "what was cut is a source"
    return dataclasses.replace(source, original=None, media=None)


def _first_revision(
    reading: Reading, found: Found, cut: Cut, id_: Id, blobs: dict[str, bytes]
) -> DraftChange:
    """A fresh first revision with the others' words, in which the person is covered, too."""
    lengths = [each.lengths for each in cut.edits]
    layout = carried_layout(current_layout(reading.file, cut.row), lengths)
    text = found.words.covered_whole(cut.words).encode("utf-8")
    held = layout_to_bytes(_relabelled(layout, found))
    blobs |= {blob_hash(text): text, blob_hash(held): held}
    return made(
        Revision,
        id_,
        source=cut.source,
        text=blob_hash(text),
        layout=blob_hash(held),
        replaced=cut.replaced_places(reading) or None,
    )


def _relabelled(layout: Layout, found: Found) -> Layout:
    """The layout without the person's names among the speaker labels."""
    labels = {each: found.words.replaced(each) for each in layout.speakers()}
    return renamed_labels(layout, labels)


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
        return layout_to_bytes(_relabelled(layout_from_bytes(data), found))
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
    if isinstance(noun, Quote) and noun.id in found.codes:
        return dataclasses.replace(noun, words=None)  # what is left of its passage is shown
    if isinstance(noun, Code):
        return _code_without(noun, found)
    return noun


def _code_without(code: Code, found: Found) -> Code:
    new: dict[str, Any] = {}
    incident, texts = code.first_incident, found.own.texts
    has_incident = incident is not None and (
        incident.revision in found.revisions or code.id in found.codes
    )
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
