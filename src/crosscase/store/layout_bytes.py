"""A layout as bytes, as it is stored in a blob."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.log.canonical import decode, encode
from crosscase.model.edits import Edit, carry_position
from crosscase.model.layout import Layout, Segment, SegmentKind

__all__ = [
    "carried_layout",
    "layout_from_bytes",
    "layout_to_bytes",
    "places_beside_turns",
    "whole_text_layout",
]

_KINDS: tuple[SegmentKind, ...] = ("turn", "heading", "furniture")


def layout_to_bytes(layout: Layout) -> bytes:
    """Deterministic CBOR: the labels, the segments in five or six numbers each, the pages."""
    labels = list(layout.speakers())
    number = {label: index for index, label in enumerate(labels)}
    segments = [
        [
            _KINDS.index(each.kind),
            each.start_char,
            each.end_char,
            each.speech_start_char,
            None if each.speaker is None else number.get(each.speaker),
            each.start_ms,
        ]
        for each in layout.segments
    ]
    return encode([labels, segments, list(layout.page_starts)])


def layout_from_bytes(data: bytes) -> Layout:
    """The layout again."""
    labels, segments, pages = decode(data)
    return Layout(
        tuple(
            Segment(_KINDS[kind], start, end, speech, None if label is None else labels[label], ms)
            for kind, start, end, speech, label, ms in segments
        ),
        tuple(pages),
    )


def places_beside_turns(data: bytes) -> tuple[list[list[int]], list[list[int]], list[int]]:
    """Where headings and page furniture lie, and where pages start, without making segments."""
    _, segments, pages = decode(data)
    heading, furniture = (
        [[each[1], each[2]] for each in segments if each[0] == kind] for kind in (1, 2)
    )
    return heading, furniture, list(pages)


def carried_layout(layout: Layout, edits: Sequence[Edit]) -> Layout:
    """The layout after edits: boundaries are carried, nothing is recognised anew."""
    segments = []
    for each in layout.segments:
        start = carry_position(each.start_char, edits, side="left")
        end = carry_position(each.end_char, edits, side="right")
        speech = carry_position(each.speech_start_char, edits, side="left")
        if end > start:
            segments.append(each.moved(start, end, min(max(speech, start), end)))
    pages = tuple(carry_position(page, edits, side="left") for page in layout.page_starts)
    return Layout(_without_overlap(segments), pages)


def _without_overlap(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """An insertion right between two segments belongs to the first of them."""
    cut: list[Segment] = []
    reached = 0
    for each in segments:
        start = max(each.start_char, reached)
        if each.end_char > start:
            cut.append(each.moved(start, each.end_char, max(each.speech_start_char, start)))
            reached = each.end_char
    return tuple(cut)


def whole_text_layout(text: str) -> Layout:
    """One turn over the whole text, for a text whose layout was not given."""
    stripped = text.strip()
    if not stripped:
        return Layout(())
    start = text.index(stripped)
    return Layout((Segment("turn", start, start + len(stripped), start),))
