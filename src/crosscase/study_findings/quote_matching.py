"""Finding quotes in the transcripts: verbatim, edited with marks, differing, or nowhere.

The search index says in which parts of which sources some of the words stand next to each other;
only these are read. The words themselves are compared in ``crosscase.report.quote_comparing``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.query.expression import TextTerm
from crosscase.query.study_view import StudyView, study_view
from crosscase.query.text_match import IndexQuery, compile_text_term
from crosscase.report.quote_comparing import (
    Compared,
    Difference,
    SaidWords,
    compare_quote,
    said_words,
    says_differences,
)
from crosscase.report.quote_edits import QuotePiece, pieces_of_quote, runs_of_quote, words_of_quote
from crosscase.store.search_reading import matching_parts, part_spans, sources_of_parts
from crosscase.store.session import Reading
from crosscase.store.source_names import find_source
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import TurnColumns

__all__ = [
    "Difference",
    "QuoteMatch",
    "QuotePlace",
    "QuoteStanding",
    "match_all",
    "match_passage",
    "match_words",
]

QuoteStanding = Literal["verbatim", "edited", "differs", "absent"]

_MOST_WORDS = 2_000
_TEXTS_KEPT, _LAID_KEPT = 16, 5_000
_TEXT_KINDS = ("source", "revision", "operation")
_WINDOW, _SHORT_WINDOW = 6, 3
_PARTS_LOOKED_AT, _WINDOWS_ASKED, _WINDOWS_TOGETHER = 12, 6, 3
_AROUND = 200
# More than so many words that differ: it is another quote.
_MOST_DIFFERING, _MOST_DIFFERING_HERE = 0.4, 0.5
_FEW_WORDS, _MANY_WORDS = 4, 8

Window = tuple[str, ...]


class QuotePlace(NamedTuple):
    """Where the words stand in the current text of a source."""

    source: Id
    source_name: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """How a quote stands to what was said.

    ``verbatim``: these words in this order; ``edited``: with changes that are all marked;
    ``differs``: words are changed, added or left out without a mark; ``absent``: not found.
    ``said`` is what stands there, ``participants`` (id and name) who says the words of the quote,
    and ``interviewer`` whether some of them are an interviewer's. ``differing`` counts words.
    """

    words: str
    standing: QuoteStanding
    place: QuotePlace | None = None
    said: str = ""
    differences: tuple[Difference, ...] = ()
    differing: int = 0
    participants: tuple[tuple[Id, str], ...] = ()
    interviewer: bool = False

    @property
    def says(self) -> str:
        """The same as a sentence without its end."""
        match self.standing:
            case "verbatim":
                return "word for word as in the transcript"
            case "edited":
                return "as in the transcript, but for changes that are marked"
            case "differs":
                return says_differences(self.differences)
            case _:
                return "these words stand in no transcript"


def match_words(reading: Reading, words: str, source: str | None = None) -> QuoteMatch:
    """Where the words of a quote stand, in all sources or in one of them.

    Raises:
        NotFound: there is no such source.
        MistakeOfUse: the quote has no words, or more than any quote.
    """
    return _Matching(reading).match(words, source)


def match_all(
    reading: Reading, quotes: Sequence[str], source: str | None = None
) -> tuple[QuoteMatch, ...]:
    """The same for many quotes, in their order."""
    matching = _Matching(reading)
    return tuple(matching.match(words, source) for words in quotes)


def match_passage(
    reading: Reading, quotes: Sequence[tuple[str, Id, int, int]]
) -> tuple[QuoteMatch, ...]:
    """Quotes whose passages are known (words, source, start_char, end_char); empty where lost.

    Where the words are not those of the passage the rest of its source is looked into.
    """
    matching = _Matching(reading)
    return tuple(matching.match_passage(*quote) for quote in quotes)


class _Found(NamedTuple):
    """A quote laid along a text of a source, by its entity row."""

    source: int
    compared: Compared


class _Matching:
    """Many quotes matched at one moment; the latest texts are kept."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.view: StudyView = study_view(reading)
        # What was laid along a text holds until texts change, whatever else is coded or linked.
        self._laid: dict[tuple[str, int, int, int | None], Compared | None] = reading.file.remember(
            "quotes laid along texts", _TEXT_KINDS, dict
        )
        self._texts: dict[int, str] = {}
        self._parts: dict[int, dict[int, tuple[int, int]]] = {}

    def match(self, words: str, source: str | None) -> QuoteMatch:
        """One quote in all sources, or in one."""
        pieces = checked_pieces(words)
        if source is not None:
            row = self.view.rows[find_source(self.reading, source).id]
            found = self._in_text(pieces, row)
        else:
            found = self._anywhere(pieces)
        if found is None or not _is_near(pieces, found.compared, _MOST_DIFFERING):
            return QuoteMatch(words, "absent")
        return self._told(words, found)

    def match_passage(self, words: str, source: Id, start: int, end: int) -> QuoteMatch:
        """One quote at its passage, or else in the same source."""
        pieces = checked_pieces(words)
        row = self.view.rows[source]
        compared = self._compared(words, pieces, row, start, end) if start < end else None
        here = None if compared is None else _Found(row, compared)
        if here is not None and not here.compared.differing:
            return self._told(words, here)
        whole = self._compared(words, pieces, row, 0, None)
        there = None if whole is None else _Found(row, whole)
        if there is not None and not there.compared.differing:
            return self._told(words, there)
        if here is not None and _is_near(pieces, here.compared, _MOST_DIFFERING_HERE):
            return self._told(words, here)
        if there is not None and _is_near(pieces, there.compared, _MOST_DIFFERING):
            return self._told(words, there)
        return QuoteMatch(words, "absent")

    def _compared(
        self, words: str, pieces: tuple[QuotePiece, ...], row: int, start: int, end: int | None
    ) -> Compared | None:
        key = (words, row, start, end)
        if key not in self._laid:
            if len(self._laid) >= _LAID_KEPT:
                self._laid.clear()
            self._laid[key] = compare_quote(pieces, self._said(row, start, end))
        return self._laid[key]

    # -- looking ---------------------------------------------------------------------------

    def _anywhere(self, pieces: tuple[QuotePiece, ...]) -> _Found | None:
        """The place where the fewest words differ, of those that the index names."""
        best: _Found | None = None
        seen: set[int] = set()
        for part, window in self._candidates(runs_of_quote(pieces)):
            if part in seen:
                continue
            seen.add(part)
            found = self._near_part(pieces, part, window)
            if found is not None and _is_better(found, best):
                best = found
            if best is not None and _is_surely_it(best.compared):
                break
        is_parted = any(piece.kind == "gap" for piece in pieces)
        if best is None or not best.compared.differing or not is_parted:
            return best
        whole = self._in_text(pieces, best.source)  # what is left out may be long
        return whole if whole is not None and _is_better(whole, best) else best

    def _candidates(self, runs: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, Window]]:
        """Search parts to look at, the likely ones first, each with words that stand in it."""
        windows = sorted(_windows(runs, _WINDOW), key=_telling, reverse=True)[:_WINDOWS_ASKED]
        if len(windows) > 1:
            both = self._asked(windows[:_WINDOWS_TOGETHER])[:_PARTS_LOOKED_AT]
            yield from ((part, windows[0]) for part in both)
        votes: Counter[int] = Counter()
        held: dict[int, Window] = {}
        short = sorted(_windows(runs, _SHORT_WINDOW), key=_telling, reverse=True)
        for window in (*windows, *short[:_WINDOWS_ASKED]):
            parts = self._asked([window])
            for part in parts:
                held.setdefault(part, window)
            if len(parts) <= _PARTS_LOOKED_AT:
                yield from ((part, window) for part in parts)
            else:
                votes.update(parts)
        # Some words stand in very many parts: where most of them do, with what stands beside it.
        ranked = sorted(votes, key=lambda part: -(2 * votes[part] + votes[part + 1]))
        yield from ((part, held[part]) for part in ranked[:_PARTS_LOOKED_AT])

    def _asked(self, windows: Sequence[Window]) -> list[int]:
        """The search parts of sources that show in which each of these runs of words stands."""
        sequences = [
            each
            for window in windows
            if (query := compile_text_term(_phrase(window), str).index_query()) is not None
            for each in query.sequences
        ]
        if not sequences:
            return []
        parts = matching_parts(self.reading.file, IndexQuery(tuple(sequences)).fts5())
        pairs = zip(parts.tolist(), sources_of_parts(parts).tolist(), strict=True)
        return [part for part, source in pairs if source in self.view.texts]

    def _near_part(
        self, pieces: tuple[QuotePiece, ...], part: int, window: Window
    ) -> _Found | None:
        """The quote around these words of a search part; with gaps in all of it and beside it."""
        source = int(sources_of_parts(np.array([part]))[0])
        if source not in self._parts:
            self._parts[source] = part_spans(self.reading.file, source)
        spans = self._parts[source]
        start, end = spans.get(part - 1, spans[part])[0], spans.get(part + 1, spans[part])[1]
        if not any(piece.kind == "gap" for piece in pieces):
            low, high = spans[part]
            text = self._text(source)[low:high]
            # Of several places in one part all are looked at together.
            at = list(compile_text_term(_phrase(window), str).find(text))
            if at:
                around = _AROUND + 2 * (pieces[-1].end_char - pieces[0].start_char)
                start = max(start, low + at[0][0] - around)
                end = min(end, low + at[-1][1] + around)
        compared = compare_quote(pieces, self._said(source, start, end))
        return None if compared is None else _Found(source, compared)

    def _in_text(self, pieces: tuple[QuotePiece, ...], source: int) -> _Found | None:
        compared = compare_quote(pieces, self._said(source))
        return None if compared is None else _Found(source, compared)

    def _text(self, source: int) -> str:
        if source not in self._texts:
            while len(self._texts) >= _TEXTS_KEPT:
                del self._texts[next(iter(self._texts))]
            file, connection = self.reading.file, self.reading.connection
            self._texts[source] = current_text(file, connection, source) or ""
        return self._texts[source]

    def _said(self, source: int, start: int = 0, end: int | None = None) -> SaidWords:
        turns, here = self.view.turns, self.view.turns.of_source(source)
        text = self._text(source)
        high = len(text) if end is None else end
        first, after = _touched(turns, here, start, high)
        labels = zip(
            turns.start_char[first:after].tolist(),
            turns.speech_start_char[first:after].tolist(),
            strict=True,
        )
        return said_words(text, labels, start_char=start, end_char=high)

    # -- telling ---------------------------------------------------------------------------

    def _told(self, words: str, found: _Found) -> QuoteMatch:
        source, compared = found
        said = self.view.sources[source]
        standing: QuoteStanding = (
            "differs" if compared.differing else "edited" if compared.is_edited else "verbatim"
        )
        people, interviewer = self._who(source, compared.spans)
        start, end = compared.start_char, compared.end_char
        return QuoteMatch(
            words,
            standing,
            QuotePlace(said.id, said.name or "", start, end),
            self._text(source)[start:end],
            compared.differences,
            compared.differing,
            people,
            interviewer,
        )

    def _who(
        self, source: int, spans: Sequence[tuple[int, int]]
    ) -> tuple[tuple[tuple[Id, str], ...], bool]:
        """Who says the words that are shown; what an ellipsis leaves out is nobody's."""
        view = self.view
        here = view.turns.of_source(source)
        rows: dict[int, None] = {}
        interviewer = False
        for start, end in spans:
            for turn in range(*_touched(view.turns, here, start, end)):
                person, label = int(view.turns.participant[turn]), int(view.turns.speaker[turn])
                if person >= 0:
                    rows[person] = None
                elif label >= 0 and view.turns.labels[label].is_of_interviewer:
                    interviewer = True
        return tuple((view.cases[row].id, view.cases[row].name or "") for row in rows), interviewer


def _touched(turns: TurnColumns, here: slice, start: int, end: int) -> tuple[int, int]:
    """The first turn of a source that a place touches, and the one after the last."""
    first = here.start + int(np.searchsorted(turns.end_char[here], start, "right"))
    after = here.start + int(np.searchsorted(turns.start_char[here], end, "left"))
    return first, max(first, after)


def checked_pieces(words: str) -> tuple[QuotePiece, ...]:
    """The pieces of a quote.

    Raises MistakeOfUse where it has no word of the transcript, or more than any quote.
    """
    pieces = pieces_of_quote(words)
    count = words_of_quote(pieces)
    if not count:
        raise MistakeOfUse(
            "The quote has no words.",
            slug="empty-quote",
            hint="Give the words as they are to be printed; brackets and ellipses are not enough.",
        )
    if count > _MOST_WORDS or len(words) > 20 * _MOST_WORDS:
        raise MistakeOfUse(
            f"The quote has more than {_MOST_WORDS:,} words.",
            slug="quote-too-long",
            hint="Quote a part of it.",
        )
    return pieces


def _is_near(pieces: tuple[QuotePiece, ...], compared: Compared, most: float) -> bool:
    """Whether what was found is this quote with slips in it, and not another one."""
    if not compared.differing:
        return True
    if compared.words < _FEW_WORDS and most == _MOST_DIFFERING:
        return False
    return compared.differing <= max(1, int(most * compared.words))


def _is_better(found: _Found, best: _Found | None) -> bool:
    return best is None or found.compared.differing < best.compared.differing


def _is_surely_it(compared: Compared) -> bool:
    """Whether no other place can be meant: all words are there, or all but one of many."""
    return compared.differing <= (compared.words >= _MANY_WORDS)


def _windows(runs: Sequence[tuple[str, ...]], size: int) -> list[Window]:
    """Words that stand next to each other, so many at a time, shorter runs whole."""
    found = []
    for run in runs:
        lows = range(0, max(1, len(run) - size + 1), size)
        found += [run[low : low + size] for low in lows]
        if len(run) > size and len(run) % size:
            found.append(run[-size:])
    return found


def _phrase(window: Window) -> TextTerm:
    return TextTerm("phrase", " ".join(window))


def _telling(window: Window) -> tuple[int, int]:
    """Long words are rare ones; a run of few is told apart by the longest of them."""
    return sum(len(word) for word in window), max(map(len, window))
