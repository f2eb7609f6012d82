"""A coded transcript as a document: who speaks and when beside each turn, codes in the margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from crosscase.model.counted import counted
from crosscase.report.document import Document
from crosscase.report.pieces import Column, Words

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["MarginCoding", "TranscriptDocument", "TranscriptSegment"]

SegmentKind = Literal["turn", "heading", "furniture"]


@dataclass(frozen=True, slots=True)
class TranscriptSegment:
    """A turn, a heading or page furniture; its words begin at ``speech_start_char``."""

    kind: SegmentKind
    start_char: int
    end_char: int
    speech_start_char: int
    speaker: str | None = None
    start_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginCoding:
    """A coding as its comment tells it: the code's path, who coded it when, what it says."""

    start_char: int
    end_char: int
    code: str
    coder: str | None = None
    colour: str | None = None
    valence: str | None = None
    basis: str | None = None
    coded_on: date | None = None
    is_touched: bool = False


@dataclass(frozen=True)
class TranscriptDocument(Document):
    """The words of a source, with every coding as a comment on exactly the words it is on."""

    name: str
    text: str
    segments: Sequence[TranscriptSegment]
    codings: Sequence[MarginCoding]
    facts: Sequence[tuple[str, str | None]]
    source_language: str | None = None
    coders: Sequence[str] = ()

    @property
    def title(self) -> str:
        """The name of the source."""
        return self.name

    @property
    def view(self) -> str:
        """The file is called after the source."""
        return f"{self.name} coded"

    @property
    def language(self) -> str:
        """The language that is spoken in it."""
        return self.source_language or self.cover.language

    def write(self, word: WordFile) -> None:
        """What the source is, its words with their codes, and which codes these are."""
        from crosscase.report.coded_text import write_coded_text

        word.facts(self.facts)
        of = f" by {', '.join(self.coders)}" if self.coders else ""
        word.paragraph(
            f"{counted(len(self.codings), 'coding')}{of}; each is a comment in the margin.", "Note"
        )
        word.heading("Transcript" if self._has_speakers() else "Text")
        write_coded_text(word, self)
        self._write_codes(word)

    def _has_speakers(self) -> bool:
        return any(each.speaker is not None for each in self.segments)

    def _write_codes(self, word: WordFile) -> None:
        """The codes and how often each stands there, for pages printed without comments."""
        from crosscase.report.tints import tint_of

        counts = Counter(each.code for each in self.codings)
        if not counts:
            return
        colour = {each.code: each.colour for each in self.codings}
        coders: dict[str, dict[str, None]] = {}
        for each in self.codings:
            coders.setdefault(each.code, {}).setdefault(each.coder or "nobody named")
        word.heading("Codes in this transcript")
        word.table(
            (Column("Code", 4), Column("Codings", 1, True), Column("Coded by", 3)),
            (
                ((Words(code, None, tint_of([colour[code]])),), counts[code],
                 ", ".join(coders[code]))
                for code in sorted(counts, key=str.casefold)
            ),
            caption="Codes in this transcript",
        )  # fmt: skip
