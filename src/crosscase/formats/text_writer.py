"""Writing the lines of a document while keeping where headings, speech and cues fall."""

from __future__ import annotations

from crosscase.formats.document import LabelledSpan, Span, with_line_feeds

__all__ = ["TextWriter"]


class TextWriter:
    """Collects lines and the offsets of what they mean."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._speaking: str | None = None
        self.headings: list[Span] = []
        self.labelled: list[LabelledSpan] = []

    def _put(self, piece: str) -> tuple[int, int]:
        start_char = self._length
        self._pieces.append(piece)
        self._length += len(piece)
        return start_char, self._length

    def line(self, words: str) -> tuple[int, int]:
        """Add a line (or lines) of text; returns where its words start and end."""
        if self._pieces:
            self._put("\n")
        self._speaking = None
        return self._put(with_line_feeds(words))

    def heading(self, words: str, level: int) -> None:
        """Add a heading; a heading without words becomes an empty line."""
        start_char, end_char = self.line(words)
        if words.strip():
            self.headings.append(Span(start_char, end_char, level))

    def speech(self, speaker: str, words: str) -> tuple[int, int]:
        """Add ``Speaker: words`` on a new line; returns where the words start and end."""
        label = f"{speaker}: " if words else f"{speaker}:"
        start_char, _ = self.line(label)
        speech_start_char, end_char = self._put(with_line_feeds(words))
        self.labelled.append(LabelledSpan(start_char, end_char, speech_start_char, speaker))
        self._speaking = speaker
        return speech_start_char, end_char

    def continued_speech(self, speaker: str, words: str, joint: str) -> tuple[int, int]:
        """Add words to the speech above when that is by the same speaker, else begin one."""
        if self._speaking != speaker:
            return self.speech(speaker, words)
        self._put(joint)
        start_char, end_char = self._put(with_line_feeds(words))
        last = self.labelled[-1]
        self.labelled[-1] = LabelledSpan(last.start_char, end_char, last.speech_start_char, speaker)
        return start_char, end_char

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)
