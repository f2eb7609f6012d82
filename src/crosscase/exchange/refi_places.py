"""Where a selection lies in the study: on words, on an area, or on what is said at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.errors import CrosscaseError
from crosscase.exchange.refi_files import SourceFile
from crosscase.exchange.refi_texts import TextOf
from crosscase.formats.document import Cue, Document
from crosscase.formats.refi_qda.records import Selection, TextPart, Transcript
from crosscase.model.regions import Region, region_of_fractions

__all__ = ["Spot", "cues_of", "spot_in_file", "spot_in_text"]

_NOWHERE = "place-unknown"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a selection lies in the study, and how it changed shape (a reason, or none)."""

    start: int
    end: int
    region: Region | None = None
    reason: str | None = None


def spot_in_text(selection: Selection, text: TextOf, part: TextPart | Transcript) -> Spot | str:
    """Where a selection of words lies, or why that is not known."""
    place: Sequence[int] | None = selection.place
    if place is None and isinstance(part, Transcript):
        at = {each.guid: each.position for each in part.sync_points}
        ends = [at.get(each or "") for each in (selection.from_sync, selection.to_sync)]
        place = None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
    if place is None or len(place) != 2:
        return _NOWHERE
    span = text.span(place[0], place[1])
    if span is None:
        return _NOWHERE
    if span[0] > span[1]:
        return Spot(span[1], span[0], reason="reversed")
    return Spot(*span)


def cues_of(part: TextPart | Transcript | None, text: TextOf | None) -> tuple[Cue, ...]:
    """The stretches of a transcript between its points in time."""
    if text is None or not isinstance(part, Transcript):
        return ()
    points = sorted(_points(part, text))
    following = [*points[1:], (len(text.text), points[-1][1])] if points else []
    return tuple(
        Cue(start, end, start_ms, max(start_ms, end_ms))
        for (start, start_ms), (end, end_ms) in zip(points, following, strict=True)
        if start < end
    )


def _points(part: Transcript, text: TextOf) -> list[tuple[int, int]]:
    found = []
    for each in part.sync_points:
        if each.position is None or each.time_ms is None or each.time_ms < 0:
            continue
        place = text.counted.position(each.position, text.convention)
        if place is not None:
            found.append((place, each.time_ms))
    return found


def spot_in_file(
    read: SourceFile,
    selection: Selection,
    document: Document,
    transcript: Transcript | None,
    text: TextOf | None,
) -> Spot | str:
    """Where an area or a stretch of time lies, or why that is not known."""
    if selection.place is None:
        return _NOWHERE
    match selection.kind:
        case "AudioSelection" | "VideoSelection":
            return _spot_at_time(selection.place, transcript, text)
        case "PictureSelection":
            size = read.size(0)
            place = (0, *selection.place)
        case _:
            place = (selection.place[0] - read.page_base + 1, *selection.place[1:])
            size = read.size(place[0])
    if size is None:
        return "no-region"
    try:
        region = _region(place, size, from_below=selection.kind == "PDFSelection")
    except CrosscaseError:
        return "no-region"
    if region.page == 0:
        return Spot(0, len(document.text), region)
    starts = document.page_starts
    if not starts and document.text:  # the words came with the project, and without pages
        return Spot(0, len(document.text), region)
    if not 1 <= region.page <= len(starts):
        return "no-region"
    start = starts[region.page - 1]
    after = starts[region.page] if region.page < len(starts) else len(document.text)
    end = start + len(document.text[start:after].rstrip())
    if end <= start:
        # A page without text: the blank between it and the next one stands for it.
        start = min(start, len(document.text) - 1)
        end = start + 1
    return Spot(start, end, region)


def _region(place: Sequence[int], size: tuple[float, float], *, from_below: bool) -> Region:
    """The rectangle between two corners, cut at the edges of the page or picture."""
    width, height = size
    page, *corners = place
    xs = sorted(min(max(each / width, 0.0), 1.0) for each in (corners[0], corners[2]))
    ys = sorted(min(max(each / height, 0.0), 1.0) for each in (corners[1], corners[3]))
    if from_below:
        ys = [1 - ys[1], 1 - ys[0]]
    return region_of_fractions((page, xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0]))


def _spot_at_time(
    place: Sequence[int], transcript: Transcript | None, text: TextOf | None
) -> Spot | str:
    """The words that are said in a stretch of time, by the points of its transcript."""
    if transcript is None or text is None:
        return "no-times"
    points = sorted((time, at) for at, time in _points(transcript, text))
    if not points:
        return "no-times"
    times = [time for time, _ in points]
    begin, end = sorted(place[:2])
    first = max(bisect_right(times, begin) - 1, 0)
    last = bisect_left(times, end)
    start_char = points[first][1]
    end_char = points[last][1] if last < len(points) else len(text.text)
    return Spot(start_char, max(end_char, start_char), reason="time-as-words")
