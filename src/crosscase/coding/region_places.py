"""Where a rectangle lies in the text of its source: over the whole picture, or over its page."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import MistakeOfUse
from crosscase.model.nouns import Source
from crosscase.model.regions import Region, checked_region
from crosscase.model.source_kinds import kind_of_source
from crosscase.store.search_reading import page_starts
from crosscase.store.session import Reading
from crosscase.store.source_texts import SourceText

__all__ = ["place_of_region"]


def place_of_region(
    reading: Reading, source: Source, text: SourceText, numbers: Sequence[int]
) -> tuple[Region, int, int]:
    """The rectangle, checked against its source, and the offsets of the passage it stands on."""
    region = checked_region(numbers)
    kind = kind_of_source(source.format)
    if kind == "picture" and region.page == 0:
        return region, 0, text.chars
    row = reading.row(source.id)
    starts = page_starts(reading.file, row) if kind == "pdf" and row is not None else ()
    if not 1 <= region.page <= len(starts):
        has = (
            "is one picture: its page is 0" if kind == "picture"
            else f"has pages 1 to {len(starts)}" if starts
            else "has neither a picture nor pages"
        )  # fmt: skip
        raise MistakeOfUse(
            f"There is no page {region.page} to mark in “{source.name}”, which {has}.",
            slug="no-such-page",
            hint="Rectangles are drawn on pictures and on the pages of PDF documents.",
        )
    start = starts[region.page - 1]
    after = starts[region.page] if region.page < len(starts) else text.chars
    end = start + len(text.words()[start:after].rstrip())
    if end > start:
        return region, start, end
    # A page without text: the blank between it and the next one (or the one before) stands for it.
    start = min(start, text.chars - 1)
    return region, start, start + 1
