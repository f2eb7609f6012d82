"""Sources of QualCoder with their codings and annotations."""

from __future__ import annotations

from collections.abc import Iterable

from crosscase.formats.foreign_quotes import check_quotes
from crosscase.formats.foreign_rows import ForeignRows, aside_of, who_made
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.qualcoder.cases import ValueRows
from crosscase.formats.qualcoder.media import PageHeights, kind_of, path_of, times_in
from crosscase.formats.refi_qda.offsets import CountedText, Marked, Verdict
from crosscase.formats.refi_qda.records import (
    CodingMark,
    FileSource,
    Selection,
    SyncPoint,
    TextPart,
    Transcript,
)
from crosscase.model.ids import Id

__all__ = ["SourceRows"]

_NO_SOURCE = "Its source is not in the file."
_TEXT_KIND = "PlainTextSelection"
_KEPT = ("mediapath", "risid")
_MARK = "\ufeff"


class SourceRows:
    """The sources as they are read: first their parts by source, then each as a whole."""

    def __init__(
        self, rows: ForeignRows, files: ProjectFiles, origin: str, values: ValueRows
    ) -> None:
        self._rows, self._files, self._values = rows, files, values
        self._sources = rows.numbered("source", rows.take("source"), "id", without=("fulltext",))
        self._kinds = {number: kind_of(row) for number, row in self._sources.items()}
        self._guids = {
            number: rows.know("fid", number, rows.guid("source", *who_made(number, row)))
            for number, row in self._sources.items()
        }
        self._words: dict[int, str] = {}
        self._marks: dict[int, int] = {}
        for number, row in self._sources.items():
            self._take_text(number, row.text("fulltext") or "")
        self._heights = PageHeights(files)
        self._spoken = self._transcripts()
        self._notes: dict[int, list[Id]] = {}
        self._on_words: dict[int, list[Selection]] = {}
        self._on_files: dict[int, list[Selection]] = {}
        self._take_words()
        self._take_annotations()
        self._take_areas()
        self._take_times()
        self._verdict = self._check(origin)

    def _take_text(self, number: int, stored: str) -> None:
        """The words of a source: places count the marks that stand before them."""
        self._words[number] = stored.lstrip(_MARK)
        self._marks[number] = len(stored) - len(self._words[number])
        if self._marks[number]:
            self._rows.odd("marks-removed")

    def _place(self, row: Row, number: int) -> tuple[int, int] | None:
        place = _numbers(row, "pos0", "pos1")
        if place is None:
            return None
        before = self._marks.get(number, 0)
        return max(place[0] - before, 0), max(place[1] - before, 0)

    def _transcripts(self) -> dict[int, int]:
        """Which recording each transcript belongs to."""
        by_name = {row.text("name"): number for number, row in self._sources.items()}
        found: dict[int, int] = {}
        for number, row in self._sources.items():
            if self._kinds[number] not in ("AudioSource", "VideoSource"):
                continue
            spoken = row.whole("av_text_id")
            if spoken is None:  # earlier versions tell it by the name alone
                spoken = by_name.get(f"{row.text('name')}.transcribed")
            if spoken in self._sources and self._kinds[spoken] == "TextSource":
                found.setdefault(spoken, number)
        return found

    # -- selections --------------------------------------------------------------------------

    def _take_words(self) -> None:
        for row in self._rows.take("code_text"):
            number = row.whole("fid")
            if number is None or number not in self._sources:
                self._rows.keep("code_text", row, _NO_SOURCE, without=("seltext",))
                continue
            place = self._place(row, number)
            said = (row.whole("ctid"), row.whole("cid"), number, *(place or ()), row.text("owner"))
            self._on_words.setdefault(number, []).append(
                Selection(
                    kind=self._kind_of_words(number),
                    guid=self._rows.know(
                        "ctid", row.whole("ctid"), self._rows.guid("code_text", *said)
                    ),
                    name=(row.text("seltext") or "").lstrip(_MARK) or None,
                    place=place,
                    codings=(self._mark("code_text", row, *said),),
                    provenance=self._rows.made(row),
                )
            )
            self._rows.read("code_text")

    def _kind_of_words(self, number: int) -> str:
        return "TranscriptSelection" if number in self._spoken else _TEXT_KIND

    def _mark(self, table: str, row: Row, *said: object) -> CodingMark:
        return CodingMark(
            guid=self._rows.guid(table, "coding", *said),
            code=self._rows.known("cid", row.whole("cid")),
            provenance=self._rows.made(row),
            notes=self._rows.note(table, row, row.text("memo"), *said),
            aside=aside_of(row, "important", "avid", "weight"),
        )

    def _take_annotations(self) -> None:
        """Annotations are memos on words that are not coded."""
        for row in self._rows.take("annotation"):
            number = row.whole("fid")
            if number is None or number not in self._sources:
                self._rows.keep("annotation", row, _NO_SOURCE)
                continue
            place = self._place(row, number)
            said = (row.whole("anid"), number, *(place or ()), row.text("owner"))
            self._on_words.setdefault(number, []).append(
                Selection(
                    kind=self._kind_of_words(number),
                    guid=self._rows.guid("annotation", *said),
                    place=place,
                    notes=self._rows.note("annotation", row, row.text("memo"), *said),
                    provenance=self._rows.made(row),
                )
            )
            self._rows.read("annotation")

    def _take_areas(self) -> None:
        for row in self._rows.take("code_image"):
            number, corner = row.whole("id"), _numbers(row, "x1", "y1", "width", "height")
            kind = self._kinds.get(number or 0)
            if number is None or kind not in ("PictureSource", "PDFSource"):
                self._rows.keep("code_image", row, _NO_SOURCE)
                continue
            page = row.whole("pdf_page") or 0
            said = (row.whole("imid"), row.whole("cid"), number, *(corner or ()), page,
                    row.text("owner"))  # fmt: skip
            self._on_files.setdefault(number, []).append(
                Selection(
                    kind="PictureSelection" if kind == "PictureSource" else "PDFSelection",
                    guid=self._rows.know(
                        "imid", row.whole("imid"), self._rows.guid("code_image", *said)
                    ),
                    place=self._area(number, kind, corner, page),
                    codings=(self._mark("code_image", row, *said),),
                    provenance=self._rows.made(row),
                )
            )
            self._rows.read("code_image")

    def _area(
        self, number: int, kind: str, corner: tuple[int, ...] | None, page: int
    ) -> tuple[int, ...] | None:
        """The two corners; of a PDF in points from below, as REFI-QDA counts them."""
        if corner is None:
            return None
        x, y, width, height = corner
        if kind == "PictureSource":
            return x, y, x + width, y + height
        above = self._heights.of(path_of(self._sources[number]), page)
        if above is None:
            return page, x, y, x + width, y + height
        return page, x, round(above - y - height), x + width, round(above - y)

    def _take_times(self) -> None:
        for row in self._rows.take("code_av"):
            number, place = row.whole("id"), _numbers(row, "pos0", "pos1")
            kind = self._kinds.get(number or 0)
            if number is None or kind not in ("AudioSource", "VideoSource"):
                self._rows.keep("code_av", row, _NO_SOURCE)
                continue
            said = (row.whole("avid"), row.whole("cid"), number, *(place or ()), row.text("owner"))
            self._on_files.setdefault(number, []).append(
                Selection(
                    kind=f"{kind.removesuffix('Source')}Selection",
                    guid=self._rows.know(
                        "avid", row.whole("avid"), self._rows.guid("code_av", *said)
                    ),
                    place=place,
                    codings=(self._mark("code_av", row, *said),),
                    provenance=self._rows.made(row),
                )
            )
            self._rows.read("code_av")

    def place_case(self, row: Row) -> tuple[str, Id] | None:
        """What a case is linked to: a source, or a passage of it."""
        number = row.whole("fid")
        if number is None or number not in self._sources:
            return None
        place = self._place(row, number)
        said = (row.whole("id"), row.whole("caseid"), number, *(place or ()))
        notes = self._rows.note("case_text", row, row.text("memo"), *said)
        words = self._words[number]
        if place is None or not words or (place[0] <= 0 and place[1] >= len(words) - 1):
            self._notes.setdefault(number, []).extend(notes)
            return "sources", self._guids[number]
        guid = self._rows.guid("case_text", *said)
        self._on_words.setdefault(number, []).append(
            Selection(
                kind=self._kind_of_words(number),
                guid=guid,
                place=place,
                notes=notes,
                provenance=self._rows.made(row),
            )
        )
        return "selections", guid

    def _check(self, origin: str) -> Verdict:
        texts = [
            (CountedText(self._words[number]), list(_marks(selections)))
            for number, selections in self._on_words.items()
        ]
        verdict, differing = check_quotes(texts, origin)
        if differing:
            self._rows.odd("quotes-differ", differing)
        return verdict

    # -- whole sources -----------------------------------------------------------------------

    def read(self) -> tuple[TextPart | FileSource, ...]:
        """All sources with what is in them."""
        found: list[TextPart | FileSource] = []
        for number, row in self._sources.items():
            self._rows.read("source")
            if number in self._spoken:
                continue
            found.append(
                self._text(number, row, "TextSource")
                if self._kinds[number] == "TextSource"
                else self._file(number, row)
            )
        return tuple(found)

    def _text(self, number: int, row: Row, kind: str) -> TextPart:
        own = kind == "TextSource"
        return TextPart(
            kind=kind,
            guid=self._guids[number] if own else self._rows.guid("source", "text", number),
            written=self._guids[number] if own else None,
            name=row.text("name") if own else None,
            description=(row.text("memo") or None) if own else None,
            content=self._words[number],
            selections=tuple(self._on_words.get(number, ())),
            notes=tuple(self._notes.get(number, ())) if own else (),
            values=self._values.of("file", number) if own else (),
            provenance=self._rows.made(row),
            aside=aside_of(row, *_KEPT) if own else None,
        )

    def _file(self, number: int, row: Row) -> FileSource:
        kind = self._kinds[number]
        spoken = [text for text, recording in self._spoken.items() if recording == number]
        words = {"PDFSource": "Representation", "PictureSource": "TextDescription"}.get(kind)
        has_words = bool(self._words[number].strip()) or number in self._on_words
        values = self._values.of("file", number)
        notes = list(self._notes.get(number, ()))
        for each in spoken:
            values += self._values.of("file", each)
            notes += self._notes.get(each, ())
        return FileSource(
            kind=kind,  # type: ignore[arg-type]
            guid=self._guids[number],
            written=self._guids[number],
            name=row.text("name"),
            path=path_of(row),
            description=row.text("memo") or None,
            text=self._text(number, row, words) if words and has_words else None,
            transcripts=tuple(self._transcript(each) for each in spoken),
            selections=tuple(self._on_files.get(number, ())),
            notes=tuple(notes),
            values=values,
            provenance=self._rows.made(row),
            aside=aside_of(row, *_KEPT),
        )

    def _transcript(self, number: int) -> Transcript:
        row = self._sources[number]
        words = CountedText(self._words[number])
        return Transcript(
            guid=self._guids[number],
            written=self._guids[number],
            name=row.text("name"),
            description=row.text("memo") or None,
            content=self._words[number],
            sync_points=tuple(
                SyncPoint(
                    guid=self._rows.guid("source", "time", number, place),
                    time_ms=time_ms,
                    position=words.offset(place, self._verdict.convention),
                )
                for place, time_ms in times_in(words.text)
            ),
            selections=tuple(self._on_words.get(number, ())),
            provenance=self._rows.made(row),
        )


def _numbers(row: Row, *columns: str) -> tuple[int, ...] | None:
    found = tuple(row.rounded(each) for each in columns)
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else None


def _marks(selections: Iterable[Selection]) -> Iterable[Marked]:
    for each in selections:
        if each.place is not None:
            yield Marked(each.place[0], each.place[1], each.name)
