"""Replacing words in a source that is in the study: one revision, its layout's labels too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.errors import Conflict
from crosscase.intake.correcting import ChangedCoding, effects_of_edits
from crosscase.log.records import DraftChange
from crosscase.model.edits import TextEdit, apply_edits, checked_edits
from crosscase.model.ids import Id
from crosscase.model.layout import Layout
from crosscase.model.nouns import Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import carried_layout, layout_to_bytes
from crosscase.store.session import Reading, made
from crosscase.store.source_texts import source_text
from crosscase.store.texts import current_layout

__all__ = ["ReplacedSource", "renamed_labels", "replace_in_source"]


@dataclass(frozen=True, slots=True)
class ReplacedSource:
    """The revision that replaces words in a source, and what it does to the codings."""

    change: DraftChange
    blobs: Mapping[str, bytes]
    text_before: str
    kept: int
    touched: tuple[ChangedCoding, ...]
    lost: tuple[ChangedCoding, ...]


def replace_in_source(
    reading: Reading,
    source: Source,
    id_: Id,
    edits: Sequence[TextEdit],
    labels: Mapping[str, str],
) -> ReplacedSource:
    """A revision with these edits and with speaker labels renamed.

    Conflict when two edits stand in the same words.
    """
    text = source_text(reading, source)
    before = text.words()
    ordered = sorted(dict.fromkeys(edits))
    try:
        lengths = checked_edits([edit.lengths for edit in ordered], len(before))
    except ValueError:
        raise Conflict(
            f"Two replacements in “{source.name}” stand in the same words.",
            slug="replacements-overlap",
            hint="Refuse one of the two in the review.",
        ) from None
    now = apply_edits(before, ordered)
    row = reading.row(source.id) or 0
    layout = renamed_labels(carried_layout(current_layout(reading.file, row), lengths), labels)
    words = "".join(edit.inserted for edit in ordered).encode("utf-8")
    held = layout_to_bytes(layout)
    kept, touched, lost = effects_of_edits(reading, source, before, now, ordered)
    change = made(
        Revision,
        id_,
        source=source.id,
        parent=text.revision,
        edits=[list(edit) for edit in lengths],
        text=blob_hash(words),
        layout=blob_hash(held),
        replaced=_places(ordered) or None,
    )
    blobs = {blob_hash(words): words, blob_hash(held): held}
    return ReplacedSource(change, blobs, before, kept, touched, lost)


def renamed_labels(layout: Layout, labels: Mapping[str, str]) -> Layout:
    """The layout with speaker labels renamed."""
    return replace(
        layout,
        segments=tuple(
            each
            if each.speaker is None or each.speaker not in labels
            else replace(each, speaker=labels[each.speaker])
            for each in layout.segments
        ),
    )


def _places(edits: Sequence[TextEdit]) -> list[list[int]]:
    """Where the words that were put in stand in the new text."""
    found, shift = [], 0
    for edit in edits:
        start = edit.start_char + shift
        found.append([start, start + len(edit.inserted)])
        shift += len(edit.inserted) - (edit.end_char - edit.start_char)
    return found
