"""What an export to REFI-QDA has written so far: GUIDs, notes by what they hang on, and counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from crosscase.exchange.crossing import REASONS, Ledger
from crosscase.exchange.refi_codes import unnamed_id
from crosscase.exchange.refi_plan import foreign_of
from crosscase.formats.refi_qda.nodes import canonical_reference
from crosscase.formats.refi_qda.offsets import Convention, CountedText
from crosscase.model.ids import Id, bytes_of_id, derived_id
from crosscase.model.media import MediaFile
from crosscase.model.nouns import Memo, Noun
from crosscase.store.history import Times, times_of
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.withheld_words import withheld_in_plain

__all__ = [
    "ExportOptions",
    "ExportPlan",
    "Span",
    "Target",
    "WrittenText",
    "known_guid",
    "known_time",
    "when",
]

_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)

# As the standard's schema has it: no hour 24, and nobody lives more than 14 hours off.
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)"
    r"(?:T((?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?)(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?)?",
    re.ASCII,
)
_TIMES_HELD = 20_000

Span = tuple[Id, int, int]
"""A source, and a start and an end in its current text."""
Target = Literal["nvivo", "atlas.ti", "maxqda"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What of a study leaves with a project, and for which tool it is written.

    ``recordings`` says where a recording lies that is to be inside; None leaves them out.
    ``paths`` writes where files lay when they came from another tool, which may name a person.
    """

    coder_names: bool = True
    paths: bool = False
    recordings: Callable[[MediaFile], Path | None] | None = None
    target: Target | None = None


class WrittenText:
    """A text as a tool wants it in a file, and how places in it are counted there."""

    def __init__(self, text: str, target: Target | None) -> None:
        # NVivo counts UTF-16 units over text with CRLF, which counts as two, after a mark
        # (refi-qda.md, b1 to b3); MAXQDA wants CRLF (b2). Both count as infer_convention expects.
        is_nvivo = target == "nvivo"
        crlf = target in ("nvivo", "maxqda")
        raw = text.replace("\n", "\r\n") if crlf else text
        self.data = ("\ufeff" + raw if is_nvivo else raw).encode("utf-8")
        self._counted = CountedText(raw)
        self._convention = Convention(is_nvivo, crlf, False)

    def offset(self, place: int) -> int:
        """Where a place of the study's text is in the file's."""
        return self._counted.offset(place, self._convention)

    def holds(self, numbers: Iterable[int]) -> bool:
        """Whether places of a file would all lie in this text."""
        end = self.offset(len(self._counted.text))
        return all(0 <= each <= end for each in numbers)


def known_time(written: Any) -> str | None:
    """A time that a file wrote, as the standard has times; None where it is none."""
    return _known_time(str(written)) if written else None


@lru_cache(_TIMES_HELD)
def _known_time(written: str) -> str | None:
    # A selection and its coding mostly have the same.
    match = _TIME.fullmatch(written.strip())
    if match is None:
        return None
    try:
        datetime.fromisoformat(f"{match[1]}T{(match[2] or '00:00:00').partition('.')[0]}")
    except ValueError:
        return None
    return f"{match[1]}T{match[2] or '00:00:00'}{match[3] or ''}"


def when(wall_ms: int) -> str:
    """A time as the standard writes it."""
    return datetime.fromtimestamp(wall_ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def known_guid(written: Any) -> str | None:
    """A GUID as the standard writes it; None for what is none."""
    match = _GUID.fullmatch(str(written or ""))
    return match[1].lower() if match else None


_USUAL = ExportOptions()
_PATHS = frozenset(("mediapath", "filepath"))
_OF_OTHER_TOOLS = ("attributes", "elements", "kept")
_NOTHING: tuple[object, ...] = (None, "", [], {}, ())


class ExportPlan:
    """One export as it grows."""

    def __init__(self, reading: Reading, options: ExportOptions = _USUAL) -> None:
        self.reading, self.options = reading, options
        self.clean = withheld_in_plain(reading)
        self.beyond: dict[str, dict[str, Any]] = {}
        self._as_written: dict[str, str] = {}
        self.ledger = Ledger()
        self.present: dict[str, int] = {}
        self.files: dict[str, bytes | Path] = {}
        self._guids: dict[Id, str] = {}
        self._used: set[str] = set()
        self.notes_on: dict[Id, list[str]] = {}
        self.notes_at: dict[Span, list[str]] = {}
        self.comments_at: dict[Span, dict[str | None, str]] = {}
        self.areas_of_comments: dict[tuple[Id, str | None], Any] = {}
        self._comments: dict[tuple[Id, str | None], Id] = {}
        self._commented: dict[tuple[Id, str], Span] = {}

    def name_coders(self, coders: Sequence[Noun]) -> None:
        """Give coders their GUIDs; without names others, since theirs would tell who they are."""
        if self.options.coder_names:
            self.name(coders)
            return
        for each in coders:
            guid = self._guids[each.id] = self.free_guid(None, unnamed_id(each.id))
            written = canonical_reference(str(foreign_of(each).get("guid") or ""))
            for known in (each.id, written):
                self._as_written.setdefault(known or "", guid)

    def name(self, nouns: Sequence[Noun]) -> None:
        """Give things their GUIDs: those that they came with, where nothing else has them."""
        for noun in nouns:
            said = foreign_of(noun)
            written = said.get("guid")
            guid = self.free_guid(written, noun.id)
            self._guids[noun.id] = guid
            self._as_written.setdefault(noun.id, guid)
            if said:
                self._as_written.setdefault(canonical_reference(str(written)) or "", guid)
                if said.get("attributes") or said.get("elements"):
                    self.say_unknown(guid, said)

    def say_unknown(self, guid: str, said: Mapping[str, Any]) -> None:
        """What a tool added to the standard, without where files lay on somebody's machine."""
        known = said.get("attributes")
        if isinstance(known, Mapping) and not self.options.paths:
            known = {name: each for name, each in known.items() if name not in _PATHS}
        self.say(guid, attributes=known, elements=said.get("elements"))

    def say(self, guid: str, **fields: Any) -> None:
        """Write something of a thing that the standard has no place for, where there is any."""
        if not self.options.coder_names:
            # What another tool added to the standard may well name who coded.
            fields = {name: x for name, x in fields.items() if name not in _OF_OTHER_TOOLS}
        known = {name: self.clean(x) for name, x in fields.items() if x not in _NOTHING}
        if known:
            self.beyond.setdefault(guid, {}).update(known)

    def keep(self, guid: str, part: str, what: Sequence[Any]) -> None:
        """Write back, beside a thing, what came with it and has no place; told as such."""
        if not what:
            return
        named = self.options.coder_names
        if named:
            self.beyond.setdefault(guid, {}).setdefault("kept", {})[part] = self.clean(list(what))
        self.tell("kept part", len(what) if named else 0, 0, 0 if named else len(what))

    def comment(self, span: Span, memo: Memo, words: str) -> None:
        """Words that were said of a selection, which a memo keeps."""
        said = foreign_of(memo)
        selection = said.get("selection")
        self.areas_of_comments[span[0], selection] = said.get("place")
        self._comments.setdefault((span[0], selection), memo.id)
        here = self.comments_at.setdefault(span, {})
        here[selection] = f"{here[selection]}\n\n{words}" if selection in here else words
        if selection is not None:
            self._commented[span[0], selection] = span

    def take_comment(self, source: Id, selection: str | None) -> str | None:
        """What was said of a selection that is no place in words, once."""
        span = self._commented.pop((source, selection or ""), None)
        return None if span is None else self.comments_at[span].pop(selection)

    def of_file(self, guid: Any) -> str | None:
        """The GUID under which something is written that a file of another tool named."""
        return self._as_written.get(canonical_reference(str(guid or "")) or "")

    def free_guid(self, written: Any, otherwise: Id | Callable[[], Id]) -> str:
        """The GUID as it was written once, or another where that is none or is taken."""
        guid = known_guid(written)
        if guid is None or guid in self._used:
            guid = otherwise if isinstance(otherwise, str) else otherwise()
            while guid in self._used:
                guid = derived_id(guid, "another")
        self._used.add(guid)
        self._as_written.setdefault(guid, guid)
        return guid

    def selection_guid(self, source: Id, written: Any, otherwise: Id | Callable[[], Id]) -> str:
        """The GUID of a selection; what is linked to a comment on it is linked to it."""
        guid = self.free_guid(written, otherwise)
        comment = self._comments.get((source, written))
        if comment is not None:
            self._guids.setdefault(comment, guid)
        return guid

    def guid(self, id_: Id | None) -> str | None:
        """The GUID of something that is written; None for what is not."""
        return None if id_ is None else self._guids.get(id_)

    def tell(self, kind: str, came: int, changed: int = 0, left: int = 0) -> None:
        """How many of a kind the study has, and what became of them."""
        if came + changed + left:
            self.present[kind] = self.present.get(kind, 0) + came + changed + left
        self.ledger.tell(kind, "imported", None, came)
        self.ledger.tell(kind, "changed", f"{kind}-changed", changed)
        why = f"{kind}-left"
        self.ledger.tell(kind, "left", why if why in REASONS else "no-place", left)

    def times(self, nouns: Sequence[Noun]) -> dict[Id, Times]:
        """When things were begun and last changed."""
        return times_of(self.reading, [each.id for each in nouns])

    def spans_of(self, memos: Sequence[Memo]) -> dict[Id, Span]:
        """Where the passages of memos that are about a source lie in its current text."""
        carrier = SpanCarrier(self.reading.file, self.reading.connection)
        placed = [
            (memo.id, memo.about, memo.passage)
            for memo in memos
            if memo.about is not None and memo.passage is not None
        ]
        ids = {each for _, about, passage in placed for each in (about, passage.revision)}
        rows = self.reading.file.rows_of_ids(self.reading.connection, map(bytes_of_id, ids))
        found: dict[Id, Span] = {}
        for memo, about, passage in placed:
            source = rows.get(bytes_of_id(about))
            revision = rows.get(bytes_of_id(passage.revision))
            if source is None or revision is None:
                continue
            at = carrier.span(source, revision, passage.start_char, passage.end_char)
            if at.standing != "lost" and at.start_char < at.end_char:
                found[memo] = (about, at.start_char, at.end_char)
        return found
