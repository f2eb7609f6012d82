"""Sources of a file that the study has already: found again, and corrected where they are newer."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from crosscase.errors import NotFound
from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_plan import REFI, ImportPlan, foreign_of, tidy, with_new
from crosscase.formats.document import Document
from crosscase.formats.refi_qda.records import FileSource, TextPart, Transcript
from crosscase.log.records import OperationName
from crosscase.model.edits import TextEdit, edits_between
from crosscase.model.ids import Id
from crosscase.model.nouns import Revision, Source
from crosscase.model.regions import PICTURE_TEXT
from crosscase.store.blobs import blob_hash
from crosscase.store.said_before import made_by_imports
from crosscase.store.session import made
from crosscase.store.source_texts import SourceText, source_text, text_as_of, texts_of_revisions

__all__ = ["SourcesHere", "name_in_file"]

_AS_FILES = ("PDFSource", "PictureSource")
_MERGED = ("selections", "codings", "values")
_NO_BYTES = hashlib.sha256(b"").hexdigest()
_UNNAMED = "Unnamed source"
_NUMBERED = re.compile(r" \(\d+\)$")
_NO_WORDS = ("", PICTURE_TEXT)
_HASHES_OF_NO_WORDS = {None, *(blob_hash(each.encode("utf-8")) for each in _NO_WORDS)}


class SourcesHere:
    """The sources of the study, as a file finds them again."""

    def __init__(self, plan: ImportPlan, carried: CarriedPlaces) -> None:
        self.plan, self._carried = plan, carried
        reading = plan.reading
        # In the order in which they came, which tells those of one name apart.
        self._held = {each.id: each for _, each in sorted(reading.by_row(Source).items())}
        self._by_hash: dict[str, list[Source]] = {}
        self._revisions = {each.id: each for each in reading.all(Revision)}
        self._roots = {x.source: x for x in self._revisions.values() if x.parent is None}
        self._by_guid: dict[str, Source] = {}
        self._by_name: dict[str, deque[Source]] = {}
        for each in self._held.values():
            if each.file_hash and each.file_hash != _NO_BYTES:
                self._by_hash.setdefault(each.file_hash, []).append(each)
            said = foreign_of(each)
            if said:
                self._by_guid[str(said.get("guid", "")).strip("{}").casefold()] = each
                self._by_name.setdefault(_came_as(each), deque()).append(each)
        self._in_file = Counter(name_in_file(x).casefold() for x in plan.project.sources)
        self._owed = self._known_by_guid()
        self._sure: set[Id] = set()
        self._told: dict[Id, tuple[str, str, str | None]] = {}
        self._file_hash: dict[Id, str | None] = {}

    def _known_by_guid(self) -> set[Id]:
        """The sources that stand in the file under their own GUIDs: nothing else is one of them."""
        found = set()
        for source in self.plan.project.sources:
            parts = () if isinstance(source, TextPart) else source.transcripts
            for each in (source, *parts):
                there = self._held.get(each.guid) or self._by_guid.get(each.guid)
                if there is not None:
                    found.add(there.id)
        return found

    def find(
        self,
        source: TextPart | FileSource | Transcript,
        id_: Id,
        sha256: str | None,
        document: Document,
    ) -> Source | None:
        """The source of the study that this one is: by its GUID, its bytes, its words or name."""
        sure = self._held.get(id_) or self._held.get(source.guid) or self._by_guid.get(source.guid)
        if sure is not None:
            self._sure.add(sure.id)
            return sure
        if document.text in _NO_WORDS and sha256 in (None, _NO_BYTES):
            return self._without_words(source, document)
        return (
            self._one_of(self._by_hash.get(sha256 or "", ()), source)
            or self._of_words(source, document)
            or self._newer_of(source, document)
        )

    def _is_free(self, there: Source) -> bool:
        return there.id not in self._told and there.id not in self._owed

    def _one_of(
        self, same: Iterable[Source], source: TextPart | FileSource | Transcript
    ) -> Source | None:
        """One of these equals: that of its name, and none that another one is called."""
        free = [each for each in same if self._is_free(each)]
        name = name_in_file(source).casefold()
        for called in (_came_as, _is_called):
            for each in free:
                if called(each) == name:
                    return each
        names = self._in_file
        return next((x for x in free if not names[_came_as(x)] and not names[_is_called(x)]), None)

    def _of_words(
        self, source: TextPart | FileSource | Transcript, document: Document
    ) -> Source | None:
        """One that has these words, or had them: tools write texts and GUIDs anew."""
        if document.text in _NO_WORDS:
            return None
        wanted = blob_hash(document.text.encode("utf-8"))
        ids = (self._revisions[each].source for each in self._by_words.get(wanted, ()))
        return self._one_of([self._held[x] for x in dict.fromkeys(ids) if x in self._held], source)

    @cached_property
    def _by_words(self) -> dict[str, list[Id]]:
        """The revisions by the hash of the words that they have, the newest of a source first."""
        found: dict[str, list[Id]] = {}
        for source in self._held:
            if self._carried.is_corrected(source):
                texts = texts_of_revisions(self.plan.reading, source)
                for id_, words in reversed(texts.items()):
                    found.setdefault(blob_hash(words.encode("utf-8")), []).append(id_)
            elif source in self._roots:
                root = self._roots[source]
                found.setdefault(root.text or "", []).append(root.id)
        return found

    def _without_words(
        self, source: TextPart | FileSource | Transcript, document: Document
    ) -> Source | None:
        """Of what has neither words nor a file only the name tells, and the order among equals."""
        name = name_in_file(source).casefold()
        named = self._by_name.get(name, deque())
        only = named[0] if len(named) == self._in_file[name] == 1 else None
        while named and not self._is_free(named[0]):
            named.popleft()
        alike = (x for x in named if x.format == document.format and self._is_free(x))
        return next((x for x in alike if x is only or self._is_bare(x)), None)

    def _is_bare(self, there: Source) -> bool:
        root = self._roots.get(there.id)
        return root is None or root.text in _HASHES_OF_NO_WORDS

    def _newer_of(
        self, source: TextPart | FileSource | Transcript, document: Document
    ) -> Source | None:
        """The one source of this name that came with a project, if most of its words are these."""
        name = name_in_file(source).casefold()
        named = self._by_name.get(name, deque())
        if len(named) != 1 or self._in_file[name] != 1 or getattr(source, "kind", "") in _AS_FILES:
            return None
        there = named[0]
        if not self._is_free(there) or there.format != document.format:
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

        What the last import of this project said is the base: a file that says so still changes
        nothing, and one that goes back to earlier words does. None when the words are others,
        because the study's people corrected them too.
        """
        wanted = blob_hash(document.text.encode("utf-8"))
        root = self._roots.get(there.id)
        self._file_hash[there.id] = sha256
        is_first = root is not None and root.text == wanted
        if root is not None and is_first and not self._carried.is_corrected(there.id):
            self._told[there.id] = (kind, "here", None)
            return root.id
        self._told[there.id] = (kind, "here", "text-differs" if document.text else None)
        now = self._text(there) if document.text else None
        if now is None or root is None:
            return None
        words = now.words()
        base = self._base(now.revision, root)
        for revision, known in ((now.revision, words), (base, self._words_of(there, base))):
            if known == document.text:
                self._told[there.id] = (kind, "here", None)
                return revision
        is_theirs = now.revision not in self._by_any_import and not (
            there.id in self._sure and now.revision == root.id
        )
        same = self._by_words.get(wanted, ())
        known = next((x for x in same if self._revisions[x].source == there.id), None)
        is_of_others = known is not None and base not in self._by_imports
        if kind in _AS_FILES or is_theirs or is_of_others:
            if known is not None and base not in self._by_imports:
                self._told[there.id] = (kind, "here", None)
            return known
        edits = edits_between(words, document.text)
        self._told[there.id] = (kind, "updated", "corrected")
        return self._corrected(there.id, now.revision, edits, wanted)

    def _base(self, now: Id, root: Revision) -> Id:
        """The revision that the last import of this project left, else the first one."""
        at: Id | None = now
        while at is not None and at in self._revisions:
            if at in self._by_imports:
                return at
            at = self._revisions[at].parent
        return root.id

    def _words_of(self, there: Source, revision: Id) -> str | None:
        return text_as_of(self.plan.reading, there.id, revision)

    @cached_property
    def _by_imports(self) -> frozenset[Id]:
        """The revisions that imports of this project made."""
        akin = self.plan.earlier.akin
        return frozenset(id_ for id_, name in self._by_any_import.items() if name in akin)

    @cached_property
    def _by_any_import(self) -> dict[Id, OperationName]:
        """The revisions that imports of projects made, each with the last one that did."""
        return {
            id_: earlier.operation
            for earlier in made_by_imports(self.plan.reading, ["revision"])
            for id_ in earlier.ids.get("revision", ())
        }

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


def name_in_file(source: TextPart | FileSource | Transcript) -> str:
    """What a source is called in a file: by its name, else as the file of its words."""
    path = source.path if isinstance(source, FileSource) else source.plain_path or source.rich_path
    return tidy(source.name) or _file_name(path) or _UNNAMED


def _file_name(path: str | None) -> str:
    return tidy(PurePosixPath((path or "").replace("\\", "/")).name)


def _came_as(source: Source) -> str:
    """Its folded name, as the file called it from which it came."""
    said, called = foreign_of(source), _is_called(source)
    if said.get("name"):
        return tidy(str(said["name"])).casefold()
    paths = (said.get(each) for each in ("plainTextPath", "richTextPath", "path"))
    path = next((each for each in paths if each), None)
    numbered = _NUMBERED.sub("", called)
    names = {_UNNAMED.casefold(), _file_name(str(path or "")).casefold()} if said else set()
    return numbered if numbered in names else called


def _is_called(source: Source) -> str:
    return tidy(source.name).casefold()
