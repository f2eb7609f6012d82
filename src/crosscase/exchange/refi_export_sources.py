"""The sources of a study as REFI-QDA has them, with their files, words and transcripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.exchange.refi_export_kept import (
    kept_codings,
    kept_provenance,
    kept_selections,
    still_merged,
)
from crosscase.exchange.refi_export_names import name_as_it_came
from crosscase.exchange.refi_export_places import Coded, SelectionExport
from crosscase.exchange.refi_export_transcripts import transcripts_of
from crosscase.exchange.refi_plan import foreign_of
from crosscase.exchange.refi_written import ExportPlan, WrittenText, known_time
from crosscase.formats.pdf_pages import read_pdf_page
from crosscase.formats.pictures import picture_of
from crosscase.formats.reading import read_document
from crosscase.formats.refi_qda.package import INTERNAL, is_external
from crosscase.formats.refi_qda.records import (
    FileSource,
    Selection,
    TextPart,
    Transcript,
    VariableValue,
)
from crosscase.model.ids import Id, derived_id, id_of_bytes
from crosscase.model.media import MediaFile, media_from_text
from crosscase.model.nouns import Coding, Source
from crosscase.model.regions import PICTURE_TEXT
from crosscase.model.source_kinds import SourceKind, kind_of_source
from crosscase.store.blobs import find_blob
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.coding_regions import regions_of_codings
from crosscase.store.reading import nouns_of_rows
from crosscase.store.texts import current_text

__all__ = ["SourceExport"]

_PICTURES = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}
_STYLED = ("docx", "odt", "rtf", "html")
_ENDING = re.compile(r"\.(?!txt$)[a-z0-9]{1,8}", re.ASCII | re.IGNORECASE)
_RELATIVE = "relative:///"
_ELEMENTS: Mapping[SourceKind, Any] = {
    "pdf": "PDFSource", "picture": "PictureSource", "audio": "AudioSource", "video": "VideoSource",
}  # fmt: skip


class SourceExport:
    """The sources of one export."""

    def __init__(self, plan: ExportPlan, values: Mapping[Id, Sequence[VariableValue]]) -> None:
        self.plan, self._values = plan, values
        self._coded = self._read_codings()
        codings = [each.coding for coded in self._coded.values() for each in coded]
        plan.name(codings)
        for each in codings:
            if each.valence or each.basis:
                plan.say(plan.guid(each.id) or each.id, valence=each.valence, basis=each.basis)
        undated = [each for each in codings if known_time(foreign_of(each).get("created")) is None]
        self._selections = SelectionExport(plan, plan.times(undated))
        plan.tell("coding", len(codings))

    def _read_codings(self) -> dict[Id, list[Coded]]:
        reading = self.plan.reading
        columns: CodingColumns = coding_columns(reading.file, reading.connection)
        rows = columns.coding.tolist()
        nouns = nouns_of_rows(reading.file, reading.connection, Coding, rows)
        codes = set(columns.code.tolist())
        ids = reading.file.ids_of_rows(reading.connection, codes)
        code_ids = {row: id_of_bytes(raw) for row, raw in ids.items()}
        regions = regions_of_codings(reading.file) if columns.region.any() else {}
        found: dict[Id, list[Coded]] = {}
        for row, code, start, end in zip(
            rows,
            columns.code.tolist(),
            columns.start_char.tolist(),
            columns.end_char.tolist(),
            strict=True,
        ):
            coding = nouns[row]
            coded = Coded(coding, code_ids[code], start, end, regions.get(row))
            found.setdefault(coding.source, []).append(coded)
        return found

    def write(self, source: Source) -> TextPart | FileSource:
        """One source as it is written."""
        reading, row = self.plan.reading, self.plan.reading.row(source.id)
        words = "" if row is None else current_text(reading.file, reading.connection, row) or ""
        coded = self._coded.get(source.id, [])
        self.plan.say(
            self._guid(source),
            language=source.language,
            date=source.date,
            quotable=False if source.quotable is False else None,
        )
        kind = kind_of_source(source.format, source.media)
        file, ending = self._file_of(source, kind)
        came = kind != "text" and source.format == kind and bool(foreign_of(source))
        made: TextPart | FileSource | None = None
        if kind != "text" and (file is not None or came):
            made = self._as_file(source, kind, words, file, ending, coded)
        is_whole = made is not None and (file is not None or not source.media)
        if made is None:
            made = self._as_text(source, words, coded)
            has_styled = source.original is not None and (
                source.format in _STYLED or "richTextPath" in foreign_of(source)
            )
            is_whole = kind == "text" and (made.rich_path is not None or not has_styled)
        self.plan.tell("source", int(is_whole), int(not is_whole))
        return made

    def _guid(self, source: Source) -> str:
        return self.plan.guid(source.id) or source.id

    # -- words -------------------------------------------------------------------------------

    def _as_text(self, source: Source, words: str, coded: Sequence[Coded]) -> TextPart:
        """Only the words: areas stand on the words of their page."""
        guid, said = self._guid(source), foreign_of(source)
        part = self._words(source, words, coded, "TextSource", guid)
        styled = self._styled(source, words, guid)
        kept, left = kept_selections(
            self.plan, said.get("selections"), ("PlainTextSelection",), self._written(words)
        )
        marks, unplaced = kept_codings(self.plan, said.get("codings"))
        self._keep(guid, said, left, unplaced, len(kept) + len(marks))
        self.plan.keep(guid, "sync_points", said.get("sync_points") or ())
        whole = [each for each in coded if foreign_of(each.coding).get("whole")]
        return replace(
            part,
            name=name_as_it_came(self.plan, said.get("name"), source.name),
            rich_path=styled,
            description=self.plan.clean(source.note),
            selections=(*part.selections, *kept),
            codings=(*(self._selections.mark(each) for each in whole), *marks),
            notes=tuple(self.plan.notes_on.get(source.id, ())),
            values=tuple(self._values.get(source.id, ())),
            provenance=kept_provenance(self.plan, said),
        )

    def _styled(self, source: Source, words: str, guid: str) -> str | None:
        """Where the file with fonts and tables is that says what the words say, if it is here.

        It may name its author in itself, so that it stays behind where names do.
        """
        came = foreign_of(source).get("richTextPath")
        if source.original is None or not (came or source.format in _STYLED):
            return None
        if not self.plan.options.coder_names or self._selections.carried.is_corrected(source.id):
            return None
        reading, ending = self.plan.reading, PurePath(str(came)).suffix or f".{source.format}"
        data = find_blob(reading.file, reading.connection, bytes.fromhex(source.original))
        if data is None or (not came and not _reads_as(data, f"{source.name}{ending}", words)):
            return None
        name = f"{guid.upper()}{ending if _ENDING.fullmatch(ending) else '.styled'}"
        self.plan.files[name] = data
        return INTERNAL + name

    def _words(
        self, source: Source, words: str, coded: Sequence[Coded], kind: str, guid: str
    ) -> TextPart:
        """A text in a file of its own, with the selections in it."""
        text = self._written(words)
        name = f"{guid.upper()}.txt"
        self.plan.files[name] = text.data
        rest = [each for each in coded if not foreign_of(each.coding).get("whole")]
        return TextPart(
            kind=kind,
            guid=guid,
            plain_path=INTERNAL + name,
            selections=tuple(self._selections.on_words(source.id, rest, text)),
        )

    def _written(self, words: str) -> WrittenText:
        return WrittenText(words, self.plan.options.target)

    def _keep(
        self,
        guid: str,
        said: Mapping[str, Any],
        selections: Sequence[Any],
        codings: Sequence[Any],
        written: int,
    ) -> None:
        """What has no place among the elements is written beside them."""
        self.plan.tell("kept part", written)
        parts = {"selections": selections, "codings": codings, "values": said.get("values", ())}
        for part, what in parts.items():
            self.plan.keep(guid, part, what)

    # -- files -------------------------------------------------------------------------------

    def _file_of(self, source: Source, kind: SourceKind) -> tuple[bytes | Path | None, str]:
        """The file of a source that is to be inside, and how its name ends."""
        reading = self.plan.reading
        if kind in ("pdf", "picture") and source.original is not None:
            data = find_blob(reading.file, reading.connection, bytes.fromhex(source.original))
            return data, ".pdf"
        media: MediaFile | None = media_from_text(source.media)
        if media is None or self.plan.options.recordings is None:
            return None, ""
        return self.plan.options.recordings(media), PurePath(media.name).suffix

    def _as_file(
        self,
        source: Source,
        kind: SourceKind,
        words: str,
        file: bytes | Path | None,
        ending: str,
        coded: Sequence[Coded],
    ) -> FileSource | None:
        """A file with what was said of it; None when its areas cannot be placed."""
        guid, said, plan = self._guid(source), foreign_of(source), self.plan
        element = _ELEMENTS[kind]
        selections = self._of_file(source, element, file, coded)
        if selections is None:
            return None
        if kind == "picture" and isinstance(file, bytes):
            ending = _PICTURES[picture_of(file, source.name).format]
        placed = {mark.guid for each in selections for mark in each.codings}
        rest = [each for each in coded if plan.guid(each.coding.id) not in placed]
        is_bare = kind == "picture" and words == PICTURE_TEXT
        whole = [each for each in rest if is_bare or foreign_of(each.coding).get("whole")]
        rest = (
            [] if is_bare else [each for each in rest if not foreign_of(each.coding).get("whole")]
        )
        if is_bare:
            selections += self._selections.on_picture(source.id, _size_of(source, element, file, 0))
        text: TextPart | None = None
        transcripts: tuple[Transcript, ...] = ()
        codes = {each.coding.id: each.code for each in coded}
        kept_of: list[Any] = still_merged(plan, said.get("selections"), codes)
        count = len(kept_of)
        if kind in ("audio", "video"):
            transcripts, kept_of = transcripts_of(
                plan, self._selections, source, words, rest, kept_of
            )
        elif (words and words != PICTURE_TEXT) or said.get("text"):
            bare = "" if words == PICTURE_TEXT else words
            text, kept_of = self._described(source, bare, rest, kept_of)
        kept, left = kept_selections(plan, kept_of, (element.replace("Source", "Selection"),))
        marks, unplaced = kept_codings(plan, said.get("codings"))
        before = count - len(kept_of)
        self._keep(guid, said, left, unplaced, before + len(kept) + len(marks))
        path, current = self._paths(guid, said, file, ending)
        return FileSource(
            kind=element,
            guid=guid,
            name=name_as_it_came(plan, said.get("name"), source.name),
            path=path,
            current_path=current,
            description=self.plan.clean(source.note),
            text=text,
            transcripts=transcripts,
            selections=(*selections, *kept),
            codings=(*(self._selections.mark(each) for each in whole), *marks),
            notes=tuple(plan.notes_on.get(source.id, ())),
            values=tuple(self._values.get(source.id, ())),
            provenance=kept_provenance(plan, said),
        )

    def _paths(
        self, guid: str, said: Mapping[str, Any], file: bytes | Path | None, ending: str
    ) -> tuple[str | None, str | None]:
        """Where the file is; of one outside only its name, unless paths are wanted."""
        current = said.get("currentPath") if self.plan.options.paths else None
        if file is not None:
            name = f"{guid.upper()}{ending}"
            self.plan.files[name] = file
            return INTERNAL + name, current
        path = said.get("path")
        if not isinstance(path, str) or not is_external(path):
            return None, current
        return (path if self.plan.options.paths else _RELATIVE + _bare_name(path)), current

    def _of_file(
        self, source: Source, element: str, file: bytes | Path | None, coded: Sequence[Coded]
    ) -> list[Selection] | None:
        """The selections on the file itself; None when the size of a page cannot be known."""
        if element in ("AudioSource", "VideoSource"):
            kind = element.replace("Source", "Selection")
            return self._selections.at_times(kind, [each for each in coded if _is_timed(each)])
        sized = []
        for each in coded:
            if each.region is None:
                continue
            size = _size_of(source, element, file, each.region.page)
            if size is None:
                return None
            sized.append((each, size))
        is_picture = element == "PictureSource" and file is not None
        if is_picture and not sized and _size_of(source, element, file, 0) is None:
            return None
        return self._selections.areas(element.replace("Source", "Selection"), sized)

    def _described(
        self, source: Source, words: str, coded: Sequence[Coded], kept: Sequence[Any]
    ) -> tuple[TextPart, list[Any]]:
        """The words of a PDF, or what describes a picture; and the kept selections left over."""
        plan, said = self.plan, foreign_of(source).get("text")
        said = plan.clean(said) if isinstance(said, Mapping) else {}
        kind = "PDFSource" if source.format == "pdf" else "PictureSource"
        element = "Representation" if kind == "PDFSource" else "TextDescription"
        guid = plan.free_guid(said.get("guid"), derived_id(source.id, element))
        part = self._words(source, words, coded, element, guid)
        placed, left = kept_selections(
            plan, list(kept), ("PlainTextSelection",), self._written(words)
        )
        name, description = said.get("name"), said.get("description")
        return replace(
            part,
            name=name if isinstance(name, str) else None,
            description=description if isinstance(description, str) else None,
            selections=(*part.selections, *placed),
            provenance=kept_provenance(plan, said.get("provenance")),
        ), left


def _reads_as(data: bytes, name: str, words: str) -> bool:
    """Whether a file says these words: at its import some may have been replaced."""
    try:
        return read_document(data, name).text == words
    except CrosscaseError:
        return False


def _bare_name(path: str) -> str:
    return PurePath(path.replace("\\", "/")).name


def _is_timed(coded: Coded) -> bool:
    """Whether a coding came on a stretch of time, and lies on the same words still."""
    said = foreign_of(coded.coding)
    place, passage = said.get("place"), coded.coding.passage
    if not isinstance(place, list) or len(place) != 2:
        return False
    return bool(said.get("at") == [passage.start_char, passage.end_char])


def _size_of(
    source: Source, element: str, file: bytes | Path | None, page: int
) -> tuple[float, float] | None:
    if not isinstance(file, bytes):
        return None
    try:
        if element == "PictureSource":
            picture = picture_of(file, source.name)
            return float(picture.width), float(picture.height)
        read = read_pdf_page(file, source.name, page)
        return read.width, read.height
    except CrosscaseError:
        return None
