"""Writes a text with its codings: one sweep over both, from the first character to the last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from crosscase.report.tints import tint_of
from crosscase.report.transcript import MarginCoding, TranscriptDocument, TranscriptSegment
from crosscase.report.word_elements import add_paragraph, add_run

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["write_coded_text"]

_SIGN, _TIME_SIGN, _GAP = 102, 84, 180  # widths in the margin, in 1/20 point
_NARROWEST, _WIDEST = 1000, 2700
# Word's pages grow slow when one paragraph is very long; a line of a megabyte is cut here.
_MOST_CHARS = 30_000


class _Piece(NamedTuple):
    """A stretch of the text that stands in one run; a label is shown in another form."""

    start: int
    end: int
    shown: str | None = None
    style: str | None = None


class _Paragraph(NamedTuple):
    pieces: tuple[_Piece, ...]
    style: str
    indent: int = 0
    hanging: int = 0
    time: str | None = None
    label_fits: bool = True


def write_coded_text(word: WordFile, document: TranscriptDocument) -> None:
    """Write all words of a transcript, and its codings as comments on them."""
    sweep = _Sweep(word, document.text, document.codings)
    paragraph = None
    for each in _paragraphs(document.text, document.segments):
        paragraph = sweep.write(each)
    sweep.finish(paragraph)


class _Sweep:
    """Goes through the text once, opening and closing codings as it passes them."""

    def __init__(self, word: WordFile, text: str, codings: Any) -> None:
        self._word, self._text = word, text
        self._codings = sorted(codings, key=lambda each: (each.start_char, -each.end_char))
        self._cuts = sorted({at for c in self._codings for at in (c.start_char, c.end_char)})
        self._next = 0
        self._open: dict[int, MarginCoding] = {}

    def write(self, each: _Paragraph) -> Any:
        """Write one paragraph; returns it."""
        first = next((piece for piece in each.pieces if piece.shown is None), each.pieces[0])
        paragraph = add_paragraph(
            self._word.body,
            (),
            each.style,
            indent=each.indent,
            hanging=each.hanging,
            directed_by=self._text[first.start : min(first.end, first.start + 200)],
        )
        for piece in each.pieces:
            if piece.shown is None:
                for low, high in self._stretches(piece.start, piece.end):
                    self._pass(paragraph, low, high)
                    add_run(paragraph, self._text[low:high], piece.style, self._tint())
                    self._close(paragraph, high)
                continue
            self._pass(paragraph, piece.start, piece.end)
            if piece.shown:
                add_run(paragraph, piece.shown, piece.style, self._tint())
            self._close(paragraph, piece.end)
            if each.time is not None:
                add_run(paragraph, f" {each.time}" if piece.shown else each.time, "Time")
            if each.hanging:
                add_run(paragraph, "\t" if each.label_fits else "\n")
        # What ends in the empty lines below ends here, not at the head of the next paragraph.
        end = each.pieces[-1].end
        while end < len(self._text) and self._text[end].isspace():
            end += 1
        self._close(paragraph, end)
        return paragraph

    def finish(self, paragraph: Any) -> None:
        """Show what lies beyond the last words too, such as codings of an empty line."""
        if paragraph is None:
            if not self._codings:
                return
            paragraph = add_paragraph(self._word.body, (), "Turn")
        beyond = max((each.end_char for each in self._codings), default=0) + 1
        self._pass(paragraph, beyond, beyond)
        self._close(paragraph, beyond)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        low, high = bisect_right(self._cuts, start), bisect_left(self._cuts, end)
        return pairwise((start, *self._cuts[low:high], end))

    def _pass(self, paragraph: Any, at: int, end: int) -> None:
        """Open what begins before the end of a stretch; what lay before it whole is closed."""
        while self._next < len(self._codings):
            coding = self._codings[self._next]
            if coding.start_char >= end and coding.start_char > at:
                break
            self._next += 1
            author = coding.coder or "Nobody named"
            number = self._word.comments.add(_told(coding), author, coding.coded_on)
            self._word.comments.open(paragraph, number)
            self._open[number] = coding
            if coding.end_char <= at:
                self._close_one(paragraph, number)
        self._close(paragraph, at)

    def _close(self, paragraph: Any, at: int) -> None:
        for number in [n for n, coding in self._open.items() if coding.end_char <= at]:
            self._close_one(paragraph, number)

    def _close_one(self, paragraph: Any, number: int) -> None:
        del self._open[number]
        self._word.comments.close(paragraph, number)

    def _tint(self) -> str | None:
        # One code by two coders is one tint: agreement is seen in the margin.
        return tint_of(list({each.code: each.colour for each in self._open.values()}.values()))


def _told(coding: MarginCoding) -> str:
    says = ", ".join(each for each in (coding.valence, coding.basis) if each)
    touched = "\nThe words were corrected after this was coded." if coding.is_touched else ""
    return f"{coding.code}{f' ({says})' if says else ''}{touched}"


# -- from a text to its paragraphs -----------------------------------------------------------


def _paragraphs(text: str, segments: Any) -> Iterator[_Paragraph]:
    indent = _indent(segments)
    reached = 0
    for segment in segments:
        yield from _plain(text, reached, segment.start_char, "Normal", 0)
        yield from _of_segment(text, segment, indent)
        reached = segment.end_char
    yield from _plain(text, reached, len(text), "Normal", 0)


def _of_segment(text: str, segment: TranscriptSegment, indent: int) -> Iterator[_Paragraph]:
    start, end = segment.start_char, segment.end_char
    if segment.kind != "turn":
        style = "Heading2" if segment.kind == "heading" else "Note"
        yield from _plain(text, start, end, style, 0)
        return
    speech = segment.speech_start_char
    if segment.speaker is None and segment.start_ms is None:
        yield from _plain(text, start, end, "Turn", indent)
        return
    label, time = segment.speaker or "", _time(segment.start_ms)
    beside = _Piece(start, speech, label, "Speaker")
    lines = list(_plain(text, speech, end, "Turn", indent))
    first = lines[0].pieces if lines else ()
    fits = _width(label, time) + _GAP <= indent
    yield _Paragraph((beside, *first), "Turn", indent, indent, time, fits)
    yield from lines[1:]


def _plain(text: str, start: int, end: int, style: str, indent: int) -> Iterator[_Paragraph]:
    """The lines of a stretch that say something, each as a paragraph."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            for low in range(at, at + len(line), _MOST_CHARS):
                high = min(low + _MOST_CHARS, at + len(line))
                yield _Paragraph((_Piece(low, high),), style, indent)
        at += len(line) + 1


def _indent(segments: Any) -> int:
    """How far turns are drawn in, so that most labels fit beside them."""
    turns = [each for each in segments if each.kind == "turn" and each.speaker is not None]
    widths = sorted({_width(each.speaker, _time(each.start_ms)) for each in turns})
    if not widths:
        return 0
    fitting = [width for width in widths if width + _GAP <= _WIDEST]
    return min(_WIDEST, max(_NARROWEST, (fitting[-1] if fitting else _WIDEST) + _GAP))


def _width(label: str, time: str | None) -> int:
    return len(label) * _SIGN + (0 if time is None else (len(time) + 1) * _TIME_SIGN)


def _time(start_ms: int | None) -> str | None:
    if start_ms is None or start_ms < 0:
        return None
    seconds = start_ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
