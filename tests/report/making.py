"""Documents for the tests of report, made from plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from crosscase.report.codebook import CodebookCode, CodebookDocument
from crosscase.report.document import Cover, Document
from crosscase.report.matrix import MatrixDocument, MatrixRow
from crosscase.report.notes import MemosDocument, MemoText, PassageQuote, PassagesDocument
from crosscase.report.overview import OverviewDocument
from crosscase.report.tables import (
    CaseRow,
    CasesDocument,
    HistoryDocument,
    HistoryRow,
    SourceRow,
    SourcesDocument,
)
from crosscase.report.transcript import MarginCoding, TranscriptDocument, TranscriptSegment

__all__ = ["DOCUMENTS", "a_cover", "a_transcript"]


def a_cover(words: str = "A study") -> Cover:
    """A cover of a study of that title, exported by a person of that name."""
    return Cover(words, words, datetime(2026, 3, 2, 12, tzinfo=UTC), "2026-03-02", "1a2b3c")


def a_transcript(
    *turns: tuple[str | None, str], codings: list[MarginCoding] | None = None, between: str = "\n\n"
) -> TranscriptDocument:
    """A transcript of turns (label, words), each with its time if it has a label."""
    text, segments = "", []
    for number, (label, words) in enumerate(turns):
        text += between if text else ""
        start = len(text)
        text += f"{label}: " if label else ""
        speech = len(text)
        text += words
        time = number * 61_000 if label else None
        segments.append(TranscriptSegment("turn", start, len(text), speech, label, time))
    return TranscriptDocument(
        a_cover(), name="P01", text=text, segments=segments, codings=codings or [], facts=()
    )


def _transcript(words: str) -> Document:
    coding = MarginCoding(
        start_char=0, end_char=len(words) + 3, code=words, coder=words, coded_on=date(2026, 3, 2)
    )
    made = a_transcript((words, words), (None, words), codings=[coding])
    return TranscriptDocument(
        a_cover(words), words, made.text, made.segments, [coding], (("Note", words),), "en"
    )


def _codebook(words: str) -> Document:
    code = CodebookCode(
        name=words, depth=0, origin=words, citation=words, definition=words, includes=words,
        excludes=words, example=words, framework=words, participants=1, sites=1, passages=2,
    )  # fmt: skip
    below = CodebookCode(name=words, depth=1)
    return CodebookDocument(a_cover(words), [code, below, below, code, below], 3, 2)


def _matrix(words: str) -> Document:
    rows = [MatrixRow(words, 0, [1, 2], 3, 4), MatrixRow(words, 1, [0, 2000], 2000, 4)]
    return MatrixDocument(
        a_cover(words), name=words, row_noun=words, columns=[words, words], column_of=[5, 6],
        rows=rows, column_totals=[1, 2000], total=2001, of_total=11, of_label=words, notes=[words],
    )  # fmt: skip


def _passages(words: str) -> Document:
    quote = PassageQuote(
        text=words, before=words, after=words, source=words, participants=[words],
        cases={words: [words]}, turn=2, page=3, codes=[words], coders=[words],
    )  # fmt: skip
    return PassagesDocument(a_cover(words), words, words, [quote, quote], 7, words)


def _memos(words: str) -> Document:
    memo = MemoText(
        title=words, text=words, kind=words, author=words, begun="2026-03-02",
        changed="2026-03-03", about=words, passage_source=words, passage=words,
    )  # fmt: skip
    return MemosDocument(a_cover(words), [memo, memo], words)


def _history(words: str) -> Document:
    return HistoryDocument(a_cover(words), [HistoryRow(words, words, words, words, words)], 9)


def _overview(words: str) -> Document:
    row = HistoryRow(words, words, words, words)
    return OverviewDocument(a_cover(words), words, [(words, 3)], [(words, 2, 3)], 4, [row])


def _sources(words: str) -> Document:
    row = SourceRow(words, words, words, words, 1000, 2, words, 3)
    return SourcesDocument(a_cover(words), [row])


def _cases(words: str) -> Document:
    values: dict[str, str | int | float] = {f"a{n} {words}": n for n in range(12)}
    return CasesDocument(a_cover(words), [CaseRow(words, words, [words], words, values)])


# Every kind of document, with these words wherever people's words can stand.
DOCUMENTS: Mapping[str, Callable[[str], Document]] = {
    "codebook": _codebook,
    "matrix": _matrix,
    "transcript": _transcript,
    "passages": _passages,
    "memos": _memos,
    "history": _history,
    "overview": _overview,
    "sources": _sources,
    "cases": _cases,
}
