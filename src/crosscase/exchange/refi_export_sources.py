"""The sources of a study as REFI-QDA has them, with their selections and codings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.exchange.refi_written import ExportPlan, foreign_of, when
from crosscase.formats.pdf_pages import read_pdf_page
from crosscase.formats.pictures import picture_of
from crosscase.formats.refi_qda.package import INTERNAL
from crosscase.formats.refi_qda.records import (
    CodingMark,
    FileSource,
    Provenance,
    Selection,
    TextPart,
    VariableValue,
)
from crosscase.model.ids import Id, derived_id, id_of_bytes
from crosscase.model.nouns import Coding, Source
from crosscase.model.regions import PICTURE_TEXT, WHOLE, Region
from crosscase.model.source_kinds import kind_of_source
from crosscase.store.blobs import find_blob
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.coding_regions import regions_of_codings
from crosscase.store.reading import list_of_rows
from crosscase.store.texts import current_text

__all__ = ["SourceExport"]

_ENDINGS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}


@dataclass(frozen=True, slots=True)
class _Coded:
    """One coding with the place where it lies now."""

    coding: Coding
    code: Id
    start: int
    end: int
    region: Region | None


class SourceExport:
    """The sources of one export."""

    def __init__(self, plan: ExportPlan, values: Mapping[Id, Sequence[VariableValue]]) -> None:
        self.plan, self._values = plan, values
        self._coded = self._read_codings()
        codings = [each.coding for coded in self._coded.values() for each in coded]
        plan.name(codings)
        self._times = plan.times(codings)
        qualified = sum(bool(each.valence or each.basis) for each in codings)
        plan.tell("coding", len(codings) - qualified, qualified)

    def _read_codings(self) -> dict[Id, list[_Coded]]:
        reading = self.plan.reading
        columns: CodingColumns = coding_columns(reading.file, reading.connection)
        rows = columns.coding.tolist()
        nouns = {
            each.id: each for each in list_of_rows(reading.file, reading.connection, Coding, rows)
        }
        ids = reading.file.ids_of_rows(reading.connection, {*rows, *columns.code.tolist()})
        regions = regions_of_codings(reading.file) if columns.region.any() else {}
        found: dict[Id, list[_Coded]] = {}
        for row, code, start, end in zip(
            rows,
            columns.code.tolist(),
            columns.start_char.tolist(),
            columns.end_char.tolist(),
            strict=True,
        ):
            coding = nouns[id_of_bytes(ids[row])]
            coded = _Coded(coding, id_of_bytes(ids[code]), start, end, regions.get(row))
            found.setdefault(coding.source, []).append(coded)
        return found

    def write(self, source: Source) -> TextPart | FileSource:
        """One source as it is written."""
        reading, row = self.plan.reading, self.plan.reading.row(source.id)
        text = "" if row is None else current_text(reading.file, reading.connection, row) or ""
        data = None
        if source.original is not None:
            data = find_blob(reading.file, reading.connection, bytes.fromhex(source.original))
        coded = self._coded.get(source.id, [])
        kind = kind_of_source(source.format)
        if kind == "pdf" and data is not None:
            return self._pdf(source, text, data, coded)
        if kind == "picture" and data is not None:
            return self._picture(source, text, data, coded)
        self.plan.tell("source", int(kind == "text"), int(kind != "text"))
        return self._text(source, text, coded, "TextSource")

    def _provenance(self, source: Source) -> Provenance:
        return Provenance(None, foreign_of(source).get("created"))

    def _text(self, source: Source, text: str, coded: Sequence[_Coded], kind: str) -> TextPart:
        """The words with the selections on them; areas stand on the words of their page."""
        guid = self.plan.guid(source.id) or source.id
        own = kind == "TextSource"
        if not own:
            guid = derived_id(source.id, kind)
        name = f"{guid.upper()}.txt"
        self.plan.files[name] = text.encode("utf-8")
        whole = [each for each in coded if foreign_of(each.coding).get("whole")]
        rest = [each for each in coded if not foreign_of(each.coding).get("whole")]
        return TextPart(
            kind=kind,
            guid=guid,
            name=source.name if own else None,
            plain_path=INTERNAL + name,
            description=source.note if own else None,
            selections=tuple(self._selections(source.id, rest)),
            codings=tuple(self._mark(each) for each in whole),
            notes=tuple(self.plan.notes_on.get(source.id, ())) if own else (),
            values=tuple(self._values.get(source.id, ())) if own else (),
            provenance=self._provenance(source) if own else Provenance(),
        )

    def _selections(self, source: Id, coded: Sequence[_Coded]) -> list[Selection]:
        """A selection a place, with all codings there, and what notes and comments say of it."""
        plan = self.plan
        places: dict[tuple[int, int], list[_Coded]] = {}
        for each in coded:
            places.setdefault((each.start, each.end), []).append(each)
        for span in (*plan.notes_at, *plan.comments_at):
            if span[0] == source:
                places.setdefault(span[1:], [])
        made = []
        for (start, end), listed in sorted(places.items()):
            said = next((foreign_of(each.coding) for each in listed), {})
            own = derived_id(source, "selection", str(start), str(end))
            made.append(
                Selection(
                    kind="PlainTextSelection",
                    guid=plan.free_guid(said.get("selection"), own),
                    name=said.get("name"),
                    place=(start, end),
                    description=plan.comments_at.get((source, start, end)),
                    codings=tuple(self._mark(each) for each in listed),
                    notes=tuple(plan.notes_at.get((source, start, end), ())),
                )
            )
        return made

    def _mark(self, coded: _Coded) -> CodingMark:
        coding, plan = coded.coding, self.plan
        created = foreign_of(coding).get("created")
        if created is None and coding.id in self._times:
            created = when(self._times[coding.id].begun_ms)
        return CodingMark(
            guid=plan.guid(coding.id) or coding.id,
            code=plan.guid(coded.code),
            provenance=Provenance(plan.guid(coding.coder), created),
            notes=tuple(plan.notes_on.get(coding.id, ())),
        )

    # -- pictures and PDFs --------------------------------------------------------------------

    def _pdf(
        self, source: Source, text: str, data: bytes, coded: Sequence[_Coded]
    ) -> FileSource | TextPart:
        areas: list[Selection] = []
        for each in coded:
            if each.region is None:
                continue
            try:
                page = read_pdf_page(data, source.name, each.region.page)
            except CrosscaseError:
                self.plan.tell("source", 0, 1)
                return self._text(source, text, coded, "TextSource")
            areas.append(self._area("PDFSelection", each, each.region, (page.width, page.height)))
        self.plan.tell("source", 1)
        words = self._text(
            source, text, [each for each in coded if each.region is None], "Representation"
        )
        return self._file(source, "PDFSource", data, ".pdf", areas, words, ())

    def _picture(
        self, source: Source, text: str, data: bytes, coded: Sequence[_Coded]
    ) -> FileSource | TextPart:
        try:
            picture = picture_of(data, source.name)
        except CrosscaseError:
            self.plan.tell("source", 0, 1)
            return self._text(source, text, coded, "TextSource")
        size = (float(picture.width), float(picture.height))
        areas = [
            self._area("PictureSelection", each, each.region, size)
            for each in coded
            if each.region is not None
        ]
        plain = [each for each in coded if each.region is None]
        self.plan.tell("source", 1)
        words: TextPart | None = None
        whole: tuple[CodingMark, ...] = ()
        if text != PICTURE_TEXT:
            words = self._text(source, text, plain, "TextDescription")
        else:
            whole = tuple(self._mark(each) for each in plain)
        ending = _ENDINGS[picture.format]
        return self._file(source, "PictureSource", data, ending, areas, words, whole)

    def _file(
        self,
        source: Source,
        kind: Any,
        data: bytes,
        ending: str,
        areas: Sequence[Selection],
        words: TextPart | None,
        codings: tuple[CodingMark, ...],
    ) -> FileSource:
        guid = self.plan.guid(source.id) or source.id
        name = f"{guid.upper()}{ending}"
        self.plan.files[name] = data
        return FileSource(
            kind=kind,
            guid=guid,
            name=source.name,
            path=INTERNAL + name,
            description=source.note,
            text=words,
            selections=tuple(areas),
            codings=codings,
            notes=tuple(self.plan.notes_on.get(source.id, ())),
            values=tuple(self._values.get(source.id, ())),
            provenance=self._provenance(source),
        )

    def _area(
        self, kind: str, coded: _Coded, region: Region, size: tuple[float, float]
    ) -> Selection:
        """A rectangle in pixels from the top, or in points from below; as it came, if it did."""
        left, top = region.x * size[0] / WHOLE, region.y * size[1] / WHOLE
        right = (region.x + region.width) * size[0] / WHOLE
        bottom = (region.y + region.height) * size[1] / WHOLE
        if kind == "PDFSelection":
            top, bottom = size[1] - top, size[1] - bottom
        corners = [round(each) for each in (left, top, right, bottom)]
        said = foreign_of(coded.coding)
        kept = said.get("place") or ()
        if len(kept) >= 4:
            corners = [int(each) for each in kept[-4:]]
        page = (region.page - 1,) if kind == "PDFSelection" else ()
        own = derived_id(coded.coding.id, "selection")
        return Selection(
            kind=kind,
            guid=self.plan.free_guid(said.get("selection"), own),
            name=said.get("name"),
            place=(*page, *corners),
            codings=(self._mark(coded),),
        )
