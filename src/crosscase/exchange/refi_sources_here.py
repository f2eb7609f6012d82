"""Sources of a file that the study has already: found again, and corrected where they are newer."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from crosscase.errors import NotFound
from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_plan import REFI, ImportPlan, foreign_of, tidy, with_new
from crosscase.formats.document import Document
from crosscase.formats.refi_qda.records import FileSource, TextPart, Transcript
from crosscase.model.edits import TextEdit, edits_between
from crosscase.model.ids import Id
from crosscase.model.nouns import Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.said_before import made_by_imports
from crosscase.store.session import made
from crosscase.store.source_texts import SourceText, source_text

__all__ = ["SourcesHere"]

_AS_FILES = ("PDFSource", "PictureSource")
_MERGED = ("selections", "codings", "values")
_NO_BYTES = hashlib.sha256(b"").hexdigest()


class SourcesHere:
    """The sources of the study, as a file finds them again."""

    def __init__(self, plan: ImportPlan, carried: CarriedPlaces) -> None:
        self.plan, self._carried = plan, carried
        reading = plan.reading
        self._held = reading.by_id(Source)
        self._by_hash: dict[str, list[Source]] = {}
        for each in self._held.values():
            if each.file_hash and each.file_hash != _NO_BYTES:
                self._by_hash.setdefault(each.file_hash, []).append(each)
        self._roots = {each.source: each for each in reading.all(Revision) if each.parent is None}
        self._by_guid: dict[str, Source] = {}
        self._by_name: dict[str, list[Source]] = {}
        for each in self._held.values():
            said = foreign_of(each)
            if said:
                self._by_guid[str(said.get("guid", "")).strip("{}").casefold()] = each
                self._by_name.setdefault(_came_as(each), []).append(each)
        self._in_file = Counter(tidy(each.name).casefold() for each in plan.project.sources)
        self._sure: set[Id] = set()
        self._told: dict[Id, tuple[str, str, str | None]] = {}
        self._file_hash: dict[Id, str | None] = {}

    def find(
        self,
        source: TextPart | FileSource | Transcript,
        id_: Id,
        sha256: str | None,
        document: Document,
    ) -> Source | None:
        """The source of the study that this one is: by its GUID, its bytes, or name and words."""
        sure = self._held.get(id_) or self._held.get(source.guid) or self._by_guid.get(source.guid)
        if sure is not None:
            self._sure.add(sure.id)
            return sure
        return self._of_bytes(source, sha256) or self._newer_of(source, document)

    def _of_bytes(
        self, source: TextPart | FileSource | Transcript, sha256: str | None
    ) -> Source | None:
        """One of these bytes: of several that of its name, and none that another one is called."""
        same = [x for x in self._by_hash.get(sha256 or "", ()) if x.id not in self._told]
        name = tidy(source.name).casefold()
        named = next((each for each in same if _came_as(each) == name), None)
        return named or next((each for each in same if not self._in_file[_came_as(each)]), None)

    def _newer_of(
        self, source: TextPart | FileSource | Transcript, document: Document
    ) -> Source | None:
        """The one source of this name that came with a project, if most of its words are these."""
        name = tidy(source.name).casefold()
        named = self._by_name.get(name, [])
        if len(named) != 1 or self._in_file[name] != 1 or getattr(source, "kind", "") in _AS_FILES:
            return None
        there = named[0]
        if there.id in self._told or there.format != document.format:
            return None
        text = self._text(there)
        words = "" if text is None else text.words()
        longest = max(len(words), len(document.text))
        edits = edits_between(words, document.text)
        kept = len(words) - sum(each.end_char - each.start_char for each in edits)
        return there if 2 * kept >= longest else None

    def _text(self, source: Source) -> SourceText | None:
        try:
            return source_text(self.plan.reading, source)
        except NotFound:
            return None

    # -- its words ---------------------------------------------------------------------------

    def revision_of(
        self, there: Source, document: Document, sha256: str | None, kind: str
    ) -> Id | None:
        """The revision whose words the file has; a new one when only the file changed them.

        None when the words are others, because the study's people corrected them too.
        """
        wanted = blob_hash(document.text.encode("utf-8"))
        root = self._roots.get(there.id)
        self._file_hash[there.id] = sha256
        if root is not None and root.text == wanted:
            self._told[there.id] = (kind, "here", None)
            return root.id
        self._told[there.id] = (kind, "here", "text-differs" if document.text else None)
        now = self._text(there) if document.text else None
        if now is None or root is None:
            return None
        words = now.words()
        if words == document.text:
            self._told[there.id] = (kind, "here", None)
            return now.revision
        is_theirs = now.revision not in self._by_imports and not (
            there.id in self._sure and now.revision == root.id
        )
        if kind in _AS_FILES or is_theirs:
            return None
        edits = edits_between(words, document.text)
        self._told[there.id] = (kind, "updated", "corrected")
        return self._corrected(there.id, now.revision, edits, wanted)

    @cached_property
    def _by_imports(self) -> frozenset[Id]:
        """The revisions that imports of projects made."""
        ids: set[Id] = set()
        for earlier in made_by_imports(self.plan.reading, ["revision"]):
            ids |= earlier.ids.get("revision", frozenset())
        return frozenset(ids)

    def _corrected(self, source: Id, parent: Id, edits: Sequence[TextEdit], wanted: str) -> Id:
        """Plan the revision that makes the words those of the file."""
        plan = self.plan
        id_ = plan.id_of("revision", source, parent, wanted)
        words = "".join(each.inserted for each in edits).encode("utf-8")
        lengths = [each.lengths for each in edits]
        plan.blobs[blob_hash(words)] = words
        plan.changes.append(
            made(
                Revision,
                id_,
                fresh=False,
                source=source,
                parent=parent,
                edits=[list(each) for each in lengths],
                text=blob_hash(words),
            )
        )
        self._carried.correct(source, id_, lengths)
        return id_

    # -- what else is said of it -------------------------------------------------------------

    def meet(
        self,
        source: TextPart | FileSource | Transcript,
        foreign: dict[str, Any],
        description: str | None,
    ) -> None:
        """Tell what became of a source that was here, with what the file says of it now."""
        there = self._held[self.plan.entities[source.guid]]
        kind, outcome, reason = self._told[there.id]
        fields: dict[str, Any] = {}
        held, said = foreign_of(there), foreign.get(REFI, {})
        if there.id not in self.plan.seen:
            if held or there.id in self._sure:
                fields["note"] = description
                if source.name and held.get("name") != source.name:
                    fields["name"] = tidy(source.name)
            if outcome == "updated":
                fields["file_hash"] = self._file_hash[there.id]
        for part in _MERGED:
            if part in said:
                said[part] = with_new(held.get(part), said[part])
        told = kind if outcome == "here" and reason is None else ""
        if not told:
            self.plan.ledger.tell(kind, outcome, reason)  # type: ignore[arg-type]
        taken = self._names - {tidy(there.name).casefold()} if "name" in fields else None
        is_sure = there.id in self._sure
        self.plan.meet(told, there, foreign, is_sure=is_sure, taken=taken, **fields)

    @cached_property
    def _names(self) -> set[str]:
        return {tidy(each.name).casefold() for each in self._held.values()}


def _came_as(source: Source) -> str:
    """Its folded name, as the file called it from which it came."""
    return tidy(str(foreign_of(source).get("name") or source.name)).casefold()
