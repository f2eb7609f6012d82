"""The selections of a source as REFI-QDA has them: on words, on areas, on what is said when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_export_kept import kept_provenance, kept_representation
from crosscase.exchange.refi_plan import foreign_of
from crosscase.exchange.refi_written import (
    ExportPlan,
    Span,
    WrittenText,
    known_guid,
    known_time,
    when,
)
from crosscase.formats.refi_qda.records import CodingMark, Provenance, Selection, SyncPoint
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Coding
from crosscase.model.regions import WHOLE, Region
from crosscase.store.history import Times

__all__ = ["Coded", "SelectionExport", "SyncPoints"]


@dataclass(frozen=True, slots=True)
class Coded:
    """One coding with the place where it lies now."""

    coding: Coding
    code: Id
    start: int
    end: int
    region: Region | None


@dataclass
class SyncPoints:
    """The points of a transcript by where they are; a selection makes those that it needs."""

    source: Id
    points: list[SyncPoint] = field(default_factory=list)
    at: dict[int, str] = field(default_factory=dict)

    def add(self, guid: str, time_ms: int | None, place: int | None, written: int | None) -> None:
        """A point at a place of the study's text, which is ``written`` in the file's."""
        self.points.append(SyncPoint(guid=guid, time_ms=time_ms, position=written))
        if place is not None:
            self.at.setdefault(place, guid)

    def point_at(self, place: int, text: WrittenText) -> str:
        """The GUID of the point there; a new one without a time where there is none."""
        if place not in self.at:
            own = derived_id(self.source, "sync point", str(place))
            self.add(own, None, place, text.offset(place))
        return self.at[place]


@dataclass
class _Group:
    """What stands in one selection."""

    codings: list[Coded] = field(default_factory=list)
    description: str | None = None
    notes: tuple[str, ...] = ()


class SelectionExport:
    """Makes selections of codings, notes and comments; one a place, as tools wrote them."""

    def __init__(self, plan: ExportPlan, times: dict[Id, Times]) -> None:
        self.plan, self._times = plan, times

    @cached_property
    def carried(self) -> CarriedPlaces:
        """Which texts were corrected."""
        return CarriedPlaces(self.plan.reading)

    def mark(self, coded: Coded) -> CodingMark:
        """One coding as it is written."""
        coding, plan = coded.coding, self.plan
        created = known_time(foreign_of(coding).get("created"))
        if created is None and coding.id in self._times:
            created = when(self._times[coding.id].begun_ms)
        return CodingMark(
            guid=plan.guid(coding.id) or coding.id,
            code=plan.guid(coded.code),
            provenance=Provenance(self._coder(coding), created),
            notes=tuple(plan.notes_on.get(coding.id, ())),
        )

    def _coder(self, coding: Coding) -> str | None:
        """Who coded; somebody whom the file did not name goes back as they came."""
        if coding.coder is not None or not self.plan.options.coder_names:
            return self.plan.guid(coding.coder)
        return known_guid(foreign_of(coding).get("creator"))

    def _groups(
        self, source: Id, coded: Iterable[Coded]
    ) -> list[tuple[tuple[int, int], str | None, _Group]]:
        """What stands at each place; apart where it came in several selections."""
        groups: dict[tuple[int, int], dict[str | None, _Group]] = {}
        for each in coded:
            written = foreign_of(each.coding).get("selection")
            here = groups.setdefault((each.start, each.end), {})
            here.setdefault(written, _Group()).codings.append(each)
        for here in groups.values():
            if None in here and len(here) > 1:
                own = here.pop(None)
                next(iter(here.values())).codings.extend(own.codings)
        for _, start, end in self._spans_of_notes(source):
            here = groups.setdefault((start, end), {})
            for guid, words in self.plan.comments_at.get((source, start, end), {}).items():
                key = guid if guid in here or guid is not None else next(iter(here), None)
                here.setdefault(key, _Group()).description = words
            notes = self.plan.notes_at.get((source, start, end))
            if notes:
                here.setdefault(next(iter(here), None), _Group()).notes = tuple(notes)
        return [
            (place, guid, group)
            for place, here in sorted(groups.items())
            for guid, group in here.items()
        ]

    def _spans_of_notes(self, source: Id) -> list[Span]:
        return list(self._spans.get(source, ()))

    @cached_property
    def _spans(self) -> dict[Id, dict[Span, None]]:
        """Where notes and comments are, by source."""
        found: dict[Id, dict[Span, None]] = {}
        for span in (*self.plan.notes_at, *self.plan.comments_at):
            found.setdefault(span[0], {})[span] = None
        return found

    def on_words(
        self,
        source: Id,
        coded: Sequence[Coded],
        text: WrittenText,
        points: SyncPoints | None = None,
    ) -> list[Selection]:
        """Selections of words; with ``points`` those of a transcript."""
        made = []
        for (start, end), written, group in self._groups(source, coded):
            said = next((foreign_of(each.coding) for each in group.codings), {})
            own = partial(derived_id, source, "selection", str(start), str(end), written or "")
            kind = "PlainTextSelection" if points is None else "TranscriptSelection"
            ends: list[str | None] = [None, None]
            if points is not None:
                ends = [points.point_at(each, text) for each in (start, end)]
            made.append(
                Selection(
                    kind=kind,
                    guid=self.plan.selection_guid(source, written, own),
                    name=self.plan.clean(said.get("name")),
                    place=(text.offset(start), text.offset(end)) if points is None else None,
                    from_sync=ends[0],
                    to_sync=ends[1],
                    description=group.description,
                    codings=tuple(self.mark(each) for each in group.codings),
                    notes=group.notes,
                    provenance=kept_provenance(self.plan, said.get("made")),
                )
            )
        return made

    def at_times(self, kind: str, coded: Iterable[Coded]) -> list[Selection]:
        """Selections of stretches of time, for codings that came so and lie where they did."""
        groups: dict[tuple[Any, ...], list[Coded]] = {}
        for each in coded:
            said = foreign_of(each.coding)
            groups.setdefault((said.get("selection"), *said["place"]), []).append(each)
        return [
            self._of_file(kind, tuple(place), written, listed)
            for (written, *place), listed in groups.items()
        ]

    def areas(
        self, kind: str, coded: Iterable[tuple[Coded, tuple[float, float]]]
    ) -> list[Selection]:
        """Selections of areas on a picture or on the pages of a PDF, with the sizes of these."""
        groups: dict[tuple[Any, ...], list[Coded]] = {}
        for each, size in coded:
            place = _place_of_area(kind, each, size)
            groups.setdefault((foreign_of(each.coding).get("selection"), *place), []).append(each)
        return [
            self._of_file(kind, tuple(place), written, listed)
            for (written, *place), listed in groups.items()
        ]

    def on_picture(self, source: Id, size: tuple[float, float] | None) -> list[Selection]:
        """Selections of a picture on which no code is: comments, and what notes hang on."""
        whole = [0, 0, *(round(each) for each in size or (1, 1))]
        made = []
        for (start, end), written, group in self._groups(source, ()):
            kept = self.plan.areas_of_comments.get((source, written))
            corners = kept if isinstance(kept, list) and _are_corners(kept) else whole
            own = partial(derived_id, source, "selection", str(start), str(end), written or "")
            made.append(
                Selection(
                    kind="PictureSelection",
                    guid=self.plan.selection_guid(source, written, own),
                    place=tuple(corners),
                    description=group.description,
                    notes=group.notes,
                )
            )
        return made

    def _of_file(
        self, kind: str, place: tuple[int, ...], written: Any, coded: Sequence[Coded]
    ) -> Selection:
        said = foreign_of(coded[0].coding)
        source = coded[0].coding.source
        representation = said.get("text") if kind == "PDFSelection" else None
        return Selection(
            kind=kind,
            guid=self.plan.selection_guid(
                source, written, derived_id(coded[0].coding.id, "selection")
            ),
            name=self.plan.clean(said.get("name")),
            place=place,
            description=self.plan.take_comment(source, written),
            text=kept_representation(self.plan, representation),
            codings=tuple(self.mark(each) for each in coded),
            provenance=kept_provenance(self.plan, said.get("made")),
        )


def _are_corners(kept: Sequence[Any]) -> bool:
    return len(kept) == 4 and all(type(each) is int for each in kept)


def _place_of_area(kind: str, coded: Coded, size: tuple[float, float]) -> tuple[int, ...]:
    """A rectangle in pixels from the top, or in points from below; as it came, if it did."""
    region = coded.region
    assert region is not None
    left, top = region.x * size[0] / WHOLE, region.y * size[1] / WHOLE
    right = (region.x + region.width) * size[0] / WHOLE
    bottom = (region.y + region.height) * size[1] / WHOLE
    if kind == "PDFSelection":
        top, bottom = size[1] - top, size[1] - bottom
    corners = [round(each) for each in (left, top, right, bottom)]
    kept = foreign_of(coded.coding).get("place")
    if isinstance(kept, list) and len(kept) >= 4 and _is_near(kept[-4:], corners):
        corners = kept[-4:]
    return (region.page - 1, *corners) if kind == "PDFSelection" else tuple(corners)


def _is_near(kept: Sequence[Any], corners: Sequence[int]) -> bool:
    """Whether two rectangles are one but for rounding, whichever corners they name."""
    if not all(type(each) is int for each in kept):
        return False
    pairs = ((0, 2), (1, 3))
    return all(
        abs(one - other) <= 1
        for a, b in pairs
        for one, other in zip(
            sorted((kept[a], kept[b])), sorted((corners[a], corners[b])), strict=True
        )
    )
