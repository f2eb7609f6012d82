"""The layout of one revision: where its turns, headings, page furniture and pages lie.

A *turn* runs from one speaker label to the next label or heading; in a text without
speakers each paragraph is a turn. Offsets are half-open, in Unicode code points, over the
revision's LF-normalised text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["Layout", "Segment", "SegmentKind"]

SegmentKind = Literal["turn", "heading", "furniture"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a text: a turn, a heading, or page furniture (running heads, page numbers).

    ``speech_start_char`` is where a turn's words begin, after its speaker label and time; it
    equals ``start_char`` where there is no label. ``speaker`` is the label as it stands in the
    text, without its punctuation; None for a paragraph without a speaker.
    """

    kind: SegmentKind
    start_char: int
    end_char: int
    speech_start_char: int
    speaker: str | None = None
    start_ms: int | None = None

    def moved(self, start_char: int, end_char: int, speech_start_char: int) -> Segment:
        """The same segment at another place."""
        return replace(
            self, start_char=start_char, end_char=end_char, speech_start_char=speech_start_char
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """All segments of a revision in order, and the offset at which each page starts."""

    segments: tuple[Segment, ...]
    page_starts: tuple[int, ...] = ()

    def turns(self) -> Iterable[Segment]:
        """The turns in order."""
        return (segment for segment in self.segments if segment.kind == "turn")

    def speakers(self) -> tuple[str, ...]:
        """The speaker labels in order of first appearance."""
        seen: dict[str, None] = {}
        for segment in self.segments:
            if segment.kind == "turn" and segment.speaker is not None:
                seen.setdefault(segment.speaker)
        return tuple(seen)
