"""The transcripts of a recording, with the points in time that their words and selections need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from crosscase.exchange.refi_export_kept import kept_provenance, kept_selections
from crosscase.exchange.refi_export_places import Coded, SelectionExport, SyncPoints
from crosscase.exchange.refi_plan import foreign_of
from crosscase.exchange.refi_written import ExportPlan, WrittenText
from crosscase.formats.refi_qda.nodes import canonical_reference
from crosscase.formats.refi_qda.package import INTERNAL
from crosscase.formats.refi_qda.records import Selection, Transcript
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.store.texts import current_layout

__all__ = ["transcripts_of"]


def transcripts_of(
    plan: ExportPlan,
    export: SelectionExport,
    source: Source,
    words: str,
    coded: Sequence[Coded],
    kept: Sequence[Any],
) -> tuple[tuple[Transcript, ...], list[Any]]:
    """The transcripts, and the kept selections that belong to none of them.

    Args:
        plan: the export.
        export: makes the selections.
        source: the recording.
        words: its current text; the transcripts without words were kept with the source.
        coded: the codings on its words.
        kept: selections that could not be placed.
    """
    listed = foreign_of(source).get("transcripts")
    said = [each for each in listed if isinstance(each, Mapping)] if listed else []
    if words and not any(each.get("words") for each in said):
        said = [{"words": True}, *said]
    made: list[Transcript] = []
    left = list(kept)
    for number, each in enumerate(said):
        guid = plan.free_guid(each.get("guid"), derived_id(source.id, "transcript", str(number)))
        transcript = Transcript(
            guid=guid,
            name=_text(each, "name"),
            description=plan.clean(_text(each, "description")),
            provenance=kept_provenance(plan, each),
        )
        if each.get("words"):
            transcript = _with_words(plan, export, source, words, coded, each, transcript)
        else:
            transcript, left = _without_words(plan, source, each, transcript, left)
        made.append(transcript)
    return tuple(made), left


def _with_words(
    plan: ExportPlan,
    export: SelectionExport,
    source: Source,
    words: str,
    coded: Sequence[Coded],
    said: Mapping[str, Any],
    transcript: Transcript,
) -> Transcript:
    text = WrittenText(words, plan.options.target)
    name = f"{transcript.guid.upper()}.txt"
    plan.files[name] = text.data
    points = SyncPoints(source.id)
    times = _times(plan.reading, source.id)
    is_corrected = export.carried.is_corrected(source.id)
    for written, time_ms, place in _points(said):
        # A correction of the words moved the place, not the time: the turns know where it is.
        turn = None if time_ms is None else times.pop(time_ms, None)
        now = turn if is_corrected and turn is not None else place
        inside = now is not None and 0 <= now <= len(words)
        guid = plan.free_guid(written, derived_id(source.id, "sync", str(time_ms), str(place)))
        points.add(guid, time_ms, now, text.offset(now) if inside and now is not None else None)
    for time_ms, place in times.items():
        points.add(derived_id(source.id, "turn", str(time_ms)), time_ms, place, text.offset(place))
    rest = [each for each in coded if not foreign_of(each.coding).get("whole")]
    selections = export.on_words(source.id, rest, text, points)
    return replace(
        transcript,
        plain_path=INTERNAL + name,
        sync_points=tuple(points.points),
        selections=tuple(selections),
    )


def _without_words(
    plan: ExportPlan, source: Source, said: Mapping[str, Any], transcript: Transcript,
    kept: Sequence[Any],
) -> tuple[Transcript, list[Any]]:  # fmt: skip
    points = SyncPoints(source.id)
    guids: dict[str, str] = {}
    for written, time_ms, place in _points(said):
        guid = plan.free_guid(written, derived_id(source.id, "sync", str(time_ms), str(place)))
        guids[canonical_reference(written) or ""] = guid
        points.add(guid, time_ms, None, place)
    own = [each for each in kept if isinstance(each, Mapping) and each.get("from_sync") in guids]
    found, left = kept_selections(plan, own, ("TranscriptSelection",))
    selections = tuple(_at_points(each, guids) for each in found)
    others = [each for each in kept if each not in own]
    made = replace(transcript, sync_points=tuple(points.points), selections=selections)
    return made, [*others, *left]


def _at_points(selection: Selection, guids: Mapping[str, str]) -> Selection:
    ends = [guids.get(each or "") for each in (selection.from_sync, selection.to_sync)]
    return replace(selection, from_sync=ends[0], to_sync=ends[1])


def _points(said: Mapping[str, Any]) -> list[tuple[str | None, int | None, int | None]]:
    """The points as they were kept: GUID, time and place."""
    listed = said.get("sync_points")
    found: list[tuple[str | None, int | None, int | None]] = []
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, list) and len(each) == 3:
            guid, *numbers = each
            time_ms, place = (number if type(number) is int else None for number in numbers)
            found.append((guid if isinstance(guid, str) else None, time_ms, place))
    return found


def _times(reading: Reading, source: Id) -> dict[int, int]:
    """Where the turns begin that know their time."""
    row = reading.row(source)
    layout = None if row is None else current_layout(reading.file, row)
    turns = () if layout is None else layout.turns()
    return {each.start_ms: each.start_char for each in turns if each.start_ms is not None}


def _text(said: Mapping[str, Any], name: str) -> str | None:
    value = said.get(name)
    return value if isinstance(value, str) and value else None
