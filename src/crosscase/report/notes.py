"""Memos and passages as documents: words, who wrote or said them, and where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.model.counted import counted
from crosscase.report.document import Document
from crosscase.report.pieces import Words

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["MemoText", "MemosDocument", "PassageQuote", "PassagesDocument", "ReleasedDocument"]

_WORKING_COPY = (
    "Working copy for the team: it tells who speaks, and was not checked for publication."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoText:
    """A memo: who wrote it when, what it hangs on, and the passage (source and words)."""

    title: str
    text: str
    kind: str | None = None
    author: str | None = None
    begun: str | None = None
    changed: str | None = None
    about: str | None = None
    passage_source: str | None = None
    passage: str | None = None


@dataclass(frozen=True)
class MemosDocument(Document):
    """Memos, one after another."""

    memos: Sequence[MemoText]
    chosen: str | None = None

    @property
    def title(self) -> str:
        """The title."""
        return "Memos"

    def write(self, word: WordFile) -> None:
        """How many, and memo by memo."""
        of = f" ({self.chosen})" if self.chosen else ""
        word.paragraph(f"{counted(len(self.memos), 'memo')}{of}", "Note")
        for memo in self.memos:
            word.heading(memo.title, 2)
            word.paragraph(_told_of(memo), "Note", keep_next=True)
            if memo.passage:
                word.paragraphs(memo.passage, "Quote", keep_next=True)
                word.paragraph(memo.passage_source or "", "Source")
            word.paragraphs(memo.text or "No words yet.", None if memo.text else "Note")


def _told_of(memo: MemoText) -> str:
    changed = f", changed {memo.changed}" if memo.changed and memo.changed != memo.begun else ""
    told = (
        memo.kind and memo.kind.capitalize(),
        memo.author,
        memo.begun and f"{memo.begun}{changed}",
        memo.about and f"about {memo.about}",
    )
    return " · ".join(each for each in told if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageQuote:
    """A passage: its words, who says them, and where.

    ``before`` and ``after`` are what stands around words that say too little alone.
    """

    text: str
    before: str = ""
    after: str = ""
    source: str
    speakers: Sequence[str] = ()
    participants: Sequence[str] = ()
    cases: Mapping[str, Sequence[str]]
    turn: int | None = None
    page: int | None = None
    codes: Sequence[str] = ()
    coders: Sequence[str] = ()


@dataclass(frozen=True)
class PassagesDocument(Document):
    """The passages of a search or of a code.

    ``total`` counts all, also those not shown; None where they were not all looked for.
    ``asked`` is what was asked for in other words than the name.
    """

    name: str
    asked: str | None
    passages: Sequence[PassageQuote]
    total: int | None
    definition: str | None = None

    @property
    def title(self) -> str:
        """What was searched, or the code."""
        return f"Passages: {self.name}"

    @property
    def view(self) -> str:
        """The file is called after the code or the search."""
        return f"passages {self.name}"

    def write(self, word: WordFile) -> None:
        """How many, then passage by passage under the name of each source."""
        word.paragraph(_WORKING_COPY, "Note")
        if self.definition:
            word.paragraphs(self.definition)
        asked = f" Asked for: {self.asked}." if self.asked else ""
        word.paragraph(f"{self._how_many()}{asked}", "Note")
        source: str | None = None
        for each in self.passages:
            if each.source != source:
                source = each.source
                word.heading(source, 2)
            if each.before or each.after:
                word.paragraph(_in_context(each), "Quote", keep_next=True)
            else:
                word.paragraphs(each.text, "Quote", keep_next=True)
            word.paragraph(_attribution(each), "Source")

    def _how_many(self) -> str:
        sources = len({each.source for each in self.passages})
        people = len({name for each in self.passages for name in each.participants})
        shown = len(self.passages)
        if self.total is None:
            return f"The first {counted(shown, 'passage')}; there are more."
        if shown < self.total:
            return f"The first {shown:,} of {counted(self.total, 'passage')}."
        told = f"{counted(shown, 'passage')} in {counted(sources, 'source')}"
        return f"{told}, {counted(people, 'participant')}."


@dataclass(frozen=True)
class ReleasedDocument(Document):
    """The quotes of a release: their words, and the line that was printed below each."""

    name: str
    told: str
    quotes: Sequence[tuple[str, str]]

    @property
    def title(self) -> str:
        """The release."""
        return f"Released: {self.name}"

    @property
    def view(self) -> str:
        """The file is called after the release."""
        return f"released {self.name}"

    def write(self, word: WordFile) -> None:
        """When and to whom, then quote by quote."""
        word.paragraph(self.told, "Note")
        for text, line in self.quotes:
            word.paragraphs(text, "Quote", keep_next=True)
            word.paragraph(line, "Source")


def _in_context(each: PassageQuote) -> list[Words]:
    return [
        Words(_one_line(each.before), "Quiet"),
        Words(each.text, "Strong"),
        Words(_one_line(each.after), "Quiet"),
    ]


def _one_line(text: str) -> str:
    """The same words in one line; a space at either end is kept."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{head}{' '.join(text.split())}{tail}"


def _attribution(each: PassageQuote) -> str:
    who = ", ".join(each.participants or each.speakers)
    places = [name for names in each.cases.values() for name in names]
    where = [each.source]
    if each.page is not None:
        where.append(f"page {each.page:,}")
    if each.turn is not None:
        where.append(f"turn {each.turn:,}")
    told = [who and f"{who} ({', '.join(places)})" if places else who, ", ".join(where)]
    if not who and places:
        told[0] = ", ".join(places)
    if each.codes:
        told.append("; ".join(each.codes))
    if each.coders:
        told.append(f"coded by {', '.join(each.coders)}")
    return " · ".join(each for each in told if each)
