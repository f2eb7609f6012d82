"""What an export to REFI-QDA has written so far: GUIDs, notes by what they hang on, and counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from crosscase.exchange.crossing import Ledger
from crosscase.exchange.refi_plan import REFI
from crosscase.model.ids import Id
from crosscase.model.nouns import Memo, Noun
from crosscase.store.history import Times, times_of
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier

__all__ = ["ExportPlan", "Span", "foreign_of", "when"]

_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)

Span = tuple[Id, int, int]
"""A source, and a start and an end in its current text."""


def foreign_of(noun: Noun) -> dict[str, Any]:
    """What an entity keeps of the REFI-QDA file that it came from."""
    kept = noun.foreign.get(REFI) if isinstance(noun.foreign, dict) else None
    return kept if isinstance(kept, dict) else {}


def when(wall_ms: int) -> str:
    """A time as the standard writes it."""
    return datetime.fromtimestamp(wall_ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class ExportPlan:
    """One export as it grows."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ledger = Ledger()
        self.present: dict[str, int] = {}
        self.files: dict[str, bytes] = {}
        self._guids: dict[Id, str] = {}
        self._used: set[str] = set()
        self.notes_on: dict[Id, list[str]] = {}
        self.notes_at: dict[Span, list[str]] = {}
        self.comments_at: dict[Span, str] = {}

    def name(self, nouns: Sequence[Noun]) -> None:
        """Give things their GUIDs: those that they came with, where nothing else has them."""
        for noun in nouns:
            self._guids[noun.id] = self.free_guid(foreign_of(noun).get("guid"), noun.id)

    def free_guid(self, written: Any, otherwise: Id) -> str:
        """The GUID as it was written once, or another where that is none or is taken."""
        match = _GUID.fullmatch(str(written or ""))
        guid = match[1].lower() if match else otherwise
        if guid in self._used:
            guid = otherwise
        self._used.add(guid)
        return guid

    def guid(self, id_: Id | None) -> str | None:
        """The GUID of something that is written; None for what is not."""
        return None if id_ is None else self._guids.get(id_)

    def tell(self, kind: str, came: int, changed: int = 0, left: int = 0) -> None:
        """How many of a kind the study has, and what became of them."""
        self.present[kind] = self.present.get(kind, 0) + came + changed + left
        self.ledger.tell(kind, "imported", None, came)
        self.ledger.tell(kind, "changed", f"{kind}-changed", changed)
        self.ledger.tell(kind, "left", f"{kind}-left", left)

    def times(self, nouns: Sequence[Noun]) -> dict[Id, Times]:
        """When things were begun and last changed."""
        return times_of(self.reading, [each.id for each in nouns])

    def spans_of(self, memos: Sequence[Memo]) -> dict[Id, Span]:
        """Where the passages of memos that are about a source lie in its current text."""
        carrier = SpanCarrier(self.reading.file, self.reading.connection)
        found: dict[Id, Span] = {}
        for memo in memos:
            source = None if memo.about is None else self.reading.row(memo.about)
            revision = None if memo.passage is None else self.reading.row(memo.passage.revision)
            if memo.passage is None or source is None or revision is None or memo.about is None:
                continue
            at = carrier.span(source, revision, memo.passage.start_char, memo.passage.end_char)
            if at.standing != "lost" and at.start_char < at.end_char:
                found[memo.id] = (memo.about, at.start_char, at.end_char)
        return found
