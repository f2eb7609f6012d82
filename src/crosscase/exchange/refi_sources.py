"""Sources of every type: their words, their files, their selections, and what is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from crosscase.exchange.refi_counts import parts_of_source, unknown_inside
from crosscase.exchange.refi_files import SourceFile, read_source_file
from crosscase.exchange.refi_files_left import styled_file
from crosscase.exchange.refi_places import Spot, cues_of, spot_in_file, spot_in_text
from crosscase.exchange.refi_plan import (
    ImportPlan,
    free_name,
    kept_record,
    provenance_kept,
    tidy,
    with_foreign,
    with_note,
)
from crosscase.exchange.refi_selections import CodingPlan
from crosscase.exchange.refi_sources_here import SourcesHere, name_in_file
from crosscase.exchange.refi_texts import ProjectTexts, TextOf
from crosscase.formats.document import Document
from crosscase.formats.refi_qda.records import (
    CodingMark,
    FileSource,
    Selection,
    SyncPoint,
    TextPart,
    Transcript,
)
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.store.blobs import blob_hash
from crosscase.store.reading import list_withdrawn

__all__ = ["SourcePlan"]

_FORMATS = {
    "TextSource": "text", "PDFSource": "pdf", "PictureSource": "picture",
    "AudioSource": "audio", "VideoSource": "video", "Transcript": "text",
}  # fmt: skip


class SourcePlan:
    """The sources of one import."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.texts = ProjectTexts(plan)
        self.codings = CodingPlan(plan)
        reading = plan.reading
        self.here = SourcesHere(plan, self.codings.carried)
        withdrawn = list_withdrawn(reading.file, reading.connection, Source)
        self._withdrawn = {each.file_hash for each in withdrawn if each.file_hash}
        self._withdrawn_ids = {each.id for each in withdrawn}
        self._names = {tidy(each.name).casefold() for each in reading.all(Source)}
        self.kept_values: dict[str, list[Any]] = {}
        self.in_cases: list[tuple[Id, CodingMark]] = []
        self.with_styled_file: set[str] = set()

    def take(self, source: TextPart | FileSource) -> None:
        """Plan one source with all its selections and codings."""
        if isinstance(source, TextPart):
            self._take_text(source)
        else:
            self._take_file(source)

    # -- texts -----------------------------------------------------------------------------

    def _take_text(self, source: TextPart | Transcript) -> None:
        kind = "Transcript" if isinstance(source, Transcript) else source.kind
        text = self.texts.of(source)
        words = "" if text is None else text.text
        document = Document(words, _FORMATS[kind], cues=cues_of(source, text))
        path = source.plain_path or source.rich_path
        styled = styled_file(self.plan, source)
        place = self._place(source, path, kind, document, text, styled=styled)
        if place is None:
            return
        id_, revision, change_at = place
        kept: dict[str, Any] = {}
        selections = self._selections_of_text(id_, revision, text, source.selections, source)
        if selections:
            kept["selections"] = selections
        if isinstance(source, Transcript):
            kept |= self._sync_points(source)
        else:
            self._whole(id_, revision, words, source, kept)
        if text is not None and source.selections:
            kept["counted"] = str(text.convention)
        self._finish(change_at, source, kept, source.description)

    def _selections_of_text(
        self,
        source: Id,
        revision: Id | None,
        text: TextOf | None,
        selections: Sequence[Selection],
        part: TextPart | Transcript,
    ) -> list[dict[str, Any]]:
        if text is None:
            return self.codings.keep_all(selections, "text-missing")
        if revision is None:
            return self.codings.keep_all(selections, "text-differs")
        kept = []
        for each in selections:
            spot = spot_in_text(each, text, part)
            left = self.codings.take(source, revision, text.text, each, spot)
            if left is not None:
                kept.append(left)
        return kept

    # -- files ------------------------------------------------------------------------------

    def _take_file(self, source: FileSource) -> None:
        first = next((each for each in source.transcripts if self.texts.of(each)), None)
        text = self.texts.of(first if first is not None else source.text)
        read = read_source_file(self.plan, source)
        words = read.document.text if text is None else text.text
        # Pages are known where the words are those that crosscase reads in the file itself.
        pages = read.document.page_starts if words == read.document.text else ()
        document = Document(
            words, _FORMATS[source.kind], page_starts=pages, cues=cues_of(first, text)
        )
        place = self._place(source, source.path, source.kind, document, text, read)
        if place is None:
            return
        id_, revision, change_at = place
        kept: dict[str, Any] = {}
        selections: list[dict[str, Any]] = []
        if source.text is not None:
            self.plan.ledger.tell(source.text.kind, "imported" if text else "kept",
                                  None if text else "text-missing")  # fmt: skip
            selections += self._selections_of_text(
                id_, revision, text, source.text.selections, source.text
            )
            kept["text"] = kept_record(replace(source.text, selections=(), codings=(), values=()))
            self._whole(id_, revision, words, source.text, kept)
            self.plan.aside(source.text.aside)
        for transcript in source.transcripts:
            if transcript is first or self.texts.of(transcript) is None:
                selections += self._transcript(id_, revision, transcript, text, kept, first)
            else:
                self._take_text(transcript)
        for each in source.selections:
            spot: Spot | str = "text-differs"
            if revision is not None:
                spot = spot_in_file(read, each, document, first, text)
            left = self.codings.take(id_, revision or id_, words, each, spot)
            if left is not None:
                selections.append(left)
        self._whole(id_, revision, words, source, kept)
        kept |= {"selections": selections, "path": source.path, "currentPath": source.current_path}
        self._finish(change_at, source, kept, source.description)

    def _transcript(
        self,
        source: Id,
        revision: Id | None,
        transcript: Transcript,
        text: TextOf | None,
        kept: dict[str, Any],
        first: Transcript | None,
    ) -> list[dict[str, Any]]:
        """The words of a recording; a transcript without words is kept with its source."""
        plan = self.plan
        came = transcript is first
        plan.ledger.tell("Transcript", "imported" if came else "kept",
                         None if came else "text-missing")  # fmt: skip
        plan.hang(transcript.notes, source)
        said = {
            "guid": transcript.written,
            "words": came,
            "name": transcript.name,
            "description": transcript.description,
            "plainTextPath": transcript.plain_path,
            "richTextPath": transcript.rich_path,
            **provenance_kept(transcript.provenance),
            **self._sync_points(transcript),
            **plan.aside(transcript.aside),
        }
        kept.setdefault("transcripts", []).append({key: each for key, each in said.items() if each})
        plan.entities.setdefault(transcript.guid, source)
        return self._selections_of_text(
            source, revision, text if came else None, transcript.selections, transcript
        )

    def _sync_points(self, transcript: Transcript) -> dict[str, Any]:
        """The points are the times of turns; they are kept, too, in the words as they are here."""
        points = transcript.sync_points
        text = self.texts.of(transcript)
        came = text is not None
        self.plan.ledger.tell("SyncPoint", "imported" if came else "kept",
                              None if came else "text-missing", len(points))  # fmt: skip
        for each in points:
            self.plan.aside(each.aside)
        listed = [[each.written, each.time_ms, _place_of(each, text)] for each in points]
        return {"sync_points": listed} if listed else {}

    # -- both -------------------------------------------------------------------------------

    def _place(
        self,
        source: TextPart | FileSource | Transcript,
        path: str | None,
        kind: str,
        document: Document,
        text: TextOf | None,
        read: SourceFile | None = None,
        styled: bytes | None = None,
    ) -> tuple[Id, Id | None, int | None] | None:
        """The source's id, the revision its places are in, and where its change stands.

        None when it was withdrawn; no revision when its words here are others; no change when it
        is here already.
        """
        plan = self.plan
        sha256 = (read.sha256 if read is not None else None) or (text.sha256 if text else None)
        id_ = plan.id_of("source", source.guid, blob_hash(document.text.encode("utf-8")))
        there = self.here.find(source, id_, sha256, document)
        if there is None:
            own = source.guid if source.guid in self._withdrawn_ids else id_
            why = "withdrawn" if sha256 in self._withdrawn else plan.why_gone(own)
            if why is not None:
                plan.removed[source.guid] = own
                self._leave_out(source, kind, why)
                return None
        if there is not None:
            if there.original is not None:
                self.with_styled_file.add(source.guid)
            plan.entities.setdefault(source.guid, there.id)
            return there.id, self.here.revision_of(there, document, sha256, kind), None
        plan.entities.setdefault(source.guid, id_)
        file_name = PurePosixPath((path or "").replace("\\", "/")).name
        name = free_name(name_in_file(source), self._names)
        revision = plan.id_of("revision", id_)
        changes = plan.rules.make_source(
            id_,
            revision,
            name,
            document,
            file_name=None if read is None else file_name or None,
            file_hash=sha256,
            data=styled if read is None else read.data,
            blobs=plan.blobs,
        )
        if changes[0].fields.get("original") is not None:
            self.with_styled_file.add(source.guid)
        at = len(plan.changes)
        # An import that was undone made them once: then they stand again.
        plan.changes += [replace(each, new=False) for each in changes]
        self._tell_source(source, kind, name, document, read)
        return id_, revision, at

    def _tell_source(
        self,
        source: TextPart | FileSource | Transcript,
        kind: str,
        name: str,
        document: Document,
        read: SourceFile | None,
    ) -> None:
        ledger = self.plan.ledger
        if isinstance(source, Transcript):
            ledger.tell(kind, "changed", "own-source")
        elif read is not None and read.data is None:
            ledger.tell(kind, "changed", "file-left")
        elif not document.text and read is None:
            ledger.tell(kind, "changed", "text-missing")
        elif name != source.name:
            ledger.tell(kind, "changed", "renamed" if tidy(source.name) else "named")
        else:
            ledger.tell(kind, "imported")

    def _leave_out(self, source: TextPart | FileSource | Transcript, kind: str, why: str) -> None:
        """Nothing of a withdrawn or removed source comes in, nor is kept."""
        for each, count in parts_of_source(source, kind).items():
            self.plan.ledger.tell(each, "left", why, count)
        self.plan.ledger.tell("other", "left", why, unknown_inside(source))

    def _whole(
        self,
        source: Id,
        revision: Id | None,
        words: str,
        part: TextPart | FileSource,
        kept: dict[str, Any],
    ) -> None:
        """Codings, notes and values of a whole source."""
        plan = self.plan
        plan.hang(part.notes, source)
        self.kept_values.setdefault(source, []).extend(part.values)
        at_cases = [each for each in part.codings if plan.names(each.code) == "case"]
        self.in_cases += [(source, each) for each in at_cases]
        codings = tuple(each for each in part.codings if each not in at_cases)
        if not codings:
            return
        if not words or revision is None:
            plan.ledger.tell("Coding", "kept", "text-missing", len(codings))
            for mark in codings:
                plan.keep_notes_aside(mark.notes)
                plan.aside(mark.aside)
            kept["codings"] = kept_record(codings)
            return
        passage = Passage(revision, 0, len(words))
        for mark in codings:
            self.codings.mark(source, passage, mark, None, {"whole": True}, "whole-source")

    def _finish(
        self,
        change_at: int | None,
        source: TextPart | FileSource | Transcript,
        kept: dict[str, Any],
        description: str | None,
    ) -> None:
        """Put what is kept, and what it says of itself, to the source's change."""
        plan = self.plan
        if change_at is None:
            self.here.meet(source, self.plan.foreign(source, **kept), description)
            return
        paths = {}
        if not isinstance(source, FileSource):
            paths = {"plainTextPath": source.plain_path, "richTextPath": source.rich_path}
        foreign = plan.foreign(
            source, name=source.name, **paths, **provenance_kept(source.provenance), **kept
        )
        change = with_foreign(plan.changes[change_at], foreign)
        beyond = plan.beyond(source.guid)
        for name in ("language", "date"):
            said = plan.rules.source_detail(name, beyond.text(name) or "")
            if said is not None:
                change = replace(change, fields={**change.fields, name: said})
        if beyond.said.get("quotable") is False:
            change = replace(change, fields={**change.fields, "quotable": False})
        if description:
            change = with_note(change, description)
        plan.changes[change_at] = change


def _place_of(point: SyncPoint, text: TextOf | None) -> int | None:
    if text is None or point.position is None:
        return point.position
    return text.counted.position(point.position, text.convention)
