"""Holding a quote against what was said: which words differ, and which changes are marked.

The quote is laid along the transcript word by word, at the least cost: a word that differs, is
added or is left out without a mark costs much; what an ellipsis leaves out and what a bracket
stands for costs next to nothing. So a quote that was made from the transcript by marked changes
alone is never said to differ. Notes of the transcriber, such as (laughs) or [crosstalk], may be
left out of a quote, and speakers' names at the beginning of turns are no words of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from crosscase.model.said_runs import spoken_words
from crosscase.report.quote_edits import (
    QuotePiece,
    is_broken_word,
    pieces_of_quote,
    same_but_for_line_ends,
    words_of_quote,
)

__all__ = ["Compared", "Difference", "SaidWords", "compare_quote", "said_words", "says_differences"]

DifferenceKind = Literal[
    "another word", "left out", "added", "ellipsis", "bracket", "letters", "sound"
]
_UNMARKED: frozenset[DifferenceKind] = frozenset({"another word", "left out", "added"})

# What counts most comes first: no number of marked changes weighs as much as one wrong word.
_WORD, _SOUND, _BRACKET, _GAP = 1_000_000, 100, 30, 1
# Of ways that cost alike the one is told in which more words are the same.
_ANOTHER, _ADDED, _FOR_A_SOUND = _WORD + 20, _WORD + 50, _WORD + 500
_MOST_IN_A_BRACKET = 12
_WORDS_AT_ONCE = 6_000
_OVERLAP = 3_000
_MOST_PIECES = 1_500
_NOTE = re.compile(r"\[[^\[\]\n]{1,60}\]|\([^()\n]{1,40}\)")
_LONGEST_NOTE = 4

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the quote is not what was said; ``said`` or ``written`` may be empty.

    The first three kinds are not marked in the quote, the others are changes that one may make.
    """

    said: str
    written: str
    kind: DifferenceKind

    @property
    def is_marked(self) -> bool:
        """Whether the quote itself shows the change."""
        return self.kind not in _UNMARKED


@dataclass(frozen=True, slots=True)
class SaidWords:
    """The words of a text that quotes are held against; ``cost`` is that of leaving each out."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    cost: Ints

    def __len__(self) -> int:
        return len(self.folded)

    def is_broken(self, at: int) -> bool:
        """Whether a word may be the end of the one before, parted at the end of a line."""
        return at > 0 and is_broken_word(self.text, self.ends[at - 1], self.starts[at])

    def taken(self, low: int, high: int) -> SaidWords:
        """Only the words from one to the one before another."""
        return SaidWords(
            self.text,
            self.starts[low:high],
            self.ends[low:high],
            self.folded[low:high],
            self.cost[low:high],
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """A quote laid along a text.

    ``spans`` are the stretches of the text whose words the quote shows; ``words`` counts those
    of the quote, ``differing`` those that are not as they were said.
    """

    start_char: int
    end_char: int
    spans: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...]
    words: int
    differing: int

    @property
    def is_edited(self) -> bool:
        """Whether any change is marked in the quote."""
        return any(each.is_marked for each in self.differences)


def said_words(
    text: str,
    labels: Iterable[tuple[int, int]] = (),
    *,
    start_char: int = 0,
    end_char: int | None = None,
) -> SaidWords:
    """The words of a text, or of a part of it; ``labels`` are where names of speakers stand."""
    part = text[start_char:end_char]
    words = [(start_char + low, start_char + high, word) for low, high, word in spoken_words(part)]
    starts, ends, folded = zip(*words, strict=True) if words else ((), (), ())
    cost = np.full(len(words), _WORD, np.int32)
    firsts = np.array(starts, np.int64)
    for match in _NOTE.finditer(part):
        low, high = np.searchsorted(firsts, (start_char + match.start(), start_char + match.end()))
        if 0 < high - low <= _LONGEST_NOTE:
            cost[low:high] = _SOUND
    named = np.array(list(labels), np.int64).reshape(-1, 2)
    bounds = np.searchsorted(firsts, named)
    for low, high in bounds[bounds[:, 0] < bounds[:, 1]].tolist():
        cost[low:high] = 0
    return SaidWords(text, starts, ends, folded, cost)


def compare_quote(quote: str | tuple[QuotePiece, ...], said: SaidWords) -> Compared | None:
    """The quote at the place where the fewest words differ; None where there are no words."""
    pieces = pieces_of_quote(quote) if isinstance(quote, str) else quote
    if not words_of_quote(pieces) or not len(said) or len(pieces) > _MOST_PIECES:
        return None
    best: tuple[int, Compared] | None = None
    for low in range(0, max(1, len(said) - _OVERLAP), _WORDS_AT_ONCE - _OVERLAP):
        part = said.taken(low, low + _WORDS_AT_ONCE)
        cost, found = _Laying(pieces, part).found()
        if best is None or cost < best[0]:
            best = cost, found
        if cost < _WORD and not found.is_edited:
            break
    return None if best is None else best[1]


def says_differences(differences: Sequence[Difference]) -> str:
    """The words that differ, as a sentence without its end; empty where none does."""
    wrong = [each for each in differences if not each.is_marked]
    count = sum(_words_in(each) for each in wrong)
    if not wrong:
        return ""
    told = "; ".join(_told(each) for each in wrong[:5])
    more = "; and more" if len(wrong) > 5 else ""
    verb = "differs" if count == 1 else "differ"
    return f"{_number(count)} {verb} from the transcript: {told}{more}"


def _words_in(difference: Difference) -> int:
    counts = [len(list(spoken_words(each))) for each in (difference.said, difference.written)]
    return max(1, *counts)


def _number(count: int) -> str:
    few = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return f"{few[count] if count < len(few) else f'{count:,}'} word{'' if count == 1 else 's'}"


def _told(difference: Difference) -> str:
    match difference.kind:
        case "left out":
            return f"“{difference.said}” is left out unmarked"
        case "added":
            return f"“{difference.written}” was not said there"
        case _:
            return f"“{difference.written}” for “{difference.said}”"


# -- laying one along the other -------------------------------------------------------------------


class _Step(NamedTuple):
    """One step along both: a piece of the quote, words of the text, and how they meet."""

    how: Literal["same", "another", "added", "left out", "ellipsis", "bracket", "letters"]
    piece: QuotePiece | None
    low: int
    high: int


class _Laying:
    """One quote along one stretch of words, by dynamic programming row by row."""

    def __init__(self, pieces: tuple[QuotePiece, ...], said: SaidWords) -> None:
        self.pieces, self.said = pieces, said
        words = {each.folded for each in pieces if each.kind == "word"}
        words |= {word for each in pieces for word in each.words}
        number = {word: index for index, word in enumerate(words)}
        self.number = number
        self.spoken = np.array([number.get(word, -1) for word in said.folded], np.int32)
        self.skipped = np.concatenate(([0], np.cumsum(said.cost, dtype=np.int64)))
        self.before: list[npt.NDArray[np.int64]] = []  # reached by the piece itself
        self.after: list[npt.NDArray[np.int64]] = []  # and with words left out after it

    def found(self) -> tuple[int, Compared]:
        """The least cost, and what differs along that way."""
        row = np.zeros(len(self.said) + 1, np.int64)
        for piece in self.pieces:
            reached = self._reached(row, piece)
            row = np.minimum.accumulate(reached - self.skipped) + self.skipped
            self.before.append(reached)
            self.after.append(row)
        end = int(np.argmin(self.before[-1]))
        steps = self._steps(end)
        return int(self.before[-1][end]), _told_steps(self.said, steps, self.pieces)

    def _matches(self, piece: QuotePiece) -> npt.NDArray[np.bool_]:
        if piece.pattern is None:
            return np.equal(self.spoken, self.number[piece.folded])
        test = piece.pattern.fullmatch
        return np.fromiter((test(word) is not None for word in self.said.folded), bool)

    def _reached(self, row: npt.NDArray[np.int64], piece: QuotePiece) -> npt.NDArray[np.int64]:
        if piece.kind == "gap":
            place = np.arange(len(row)) * _GAP
            return np.minimum.accumulate(row - place) + place
        if piece.kind == "bracket":
            reached = row.copy()
            for count in range(1, min(_MOST_IN_A_BRACKET, len(row) - 1) + 1):
                reached[count:] = np.minimum(reached[count:], row[:-count] + count * _BRACKET)
            at = self._standing(piece)
            reached[at] = np.minimum(reached[at], row[at - len(piece.words)])
            return reached
        reached = row + _ADDED
        wrong = np.where(self.said.cost == _WORD, _ANOTHER, _FOR_A_SOUND)
        here = row[:-1] + np.where(self._matches(piece), 0, wrong)
        reached[1:] = np.minimum(reached[1:], here)
        return reached

    def _standing(self, piece: QuotePiece) -> npt.NDArray[np.intp]:
        """After which words the text itself says what the bracket does."""
        size = len(piece.words)
        if not size or size > len(self.spoken):
            return np.empty(0, np.intp)
        windows = np.lib.stride_tricks.sliding_window_view(self.spoken, size)
        wanted = np.array([self.number[word] for word in piece.words])
        return np.flatnonzero((windows == wanted).all(axis=1)) + size

    def _steps(self, at: int) -> list[_Step]:
        """The way back from the last word, told from the first."""
        steps: list[_Step] = []
        start = np.zeros(len(self.said) + 1, np.int64)
        for index in range(len(self.pieces) - 1, -1, -1):
            before, after = self.before[index], self.after[index]
            row = self.after[index - 1] if index else start
            while index < len(self.pieces) - 1 and after[at] < before[at]:
                steps.append(_Step("left out", None, at - 1, at))
                at -= 1
            step = self._step(self.pieces[index], row, int(before[at]), at)
            steps.append(step)
            at = step.low
        return steps[::-1]

    def _step(self, piece: QuotePiece, row: npt.NDArray[np.int64], cost: int, at: int) -> _Step:
        if piece.kind == "gap":
            place = np.arange(at + 1) * _GAP
            low = at - int(np.argmin((row[: at + 1] + (at * _GAP - place))[::-1]))
            return _Step("ellipsis", piece, low, at)
        if piece.kind == "bracket":
            size = len(piece.words)
            if at in self._standing(piece) and row[at - size] == cost:
                return _Step("same", piece, at - size, at)
            low = next(
                low
                for low in range(at, max(-1, at - _MOST_IN_A_BRACKET - 1), -1)
                if row[low] + (at - low) * _BRACKET == cost
            )
            return _Step("bracket", piece, low, at)
        if at and bool(self._matches(piece)[at - 1]) and row[at - 1] == cost:
            return _Step("same" if piece.pattern is None else "letters", piece, at - 1, at)
        if row[at] + _ADDED == cost:
            return _Step("added", piece, at, at)
        return _Step("another", piece, at - 1, at)


def _told_steps(
    said: SaidWords, steps: Sequence[_Step], pieces: tuple[QuotePiece, ...]
) -> Compared:
    differences: list[Difference] = []
    differing = 0
    for group in _groups(steps):
        made = _difference(said, group)
        for each in made:
            differences.append(each)
            differing += 0 if each.is_marked else _words_in(each)
    shown = [step for step in steps if step.how not in ("ellipsis", "left out", "added")]
    spans = _spans(said, shown)
    low = min((start for start, _ in spans), default=0)
    high = max((end for _, end in spans), default=0)
    return Compared(low, high, spans, tuple(differences), words_of_quote(pieces), differing)


_WRONG = ("another", "added", "left out")


def _groups(steps: Sequence[_Step]) -> Iterator[list[_Step]]:
    """Steps that are wrong and stand next to each other go together."""
    held: list[_Step] = []
    for step in steps:
        if step.how in _WRONG:
            held.append(step)
            continue
        if held:
            yield held
            held = []
        yield [step]
    if held:
        yield held


def _difference(said: SaidWords, group: Sequence[_Step]) -> list[Difference]:
    first = group[0]
    if first.how == "same":
        return []
    if first.how not in _WRONG:
        there = _words_at(said, first.low, first.high)
        written = first.piece.written if first.piece is not None else ""
        kind: DifferenceKind = (
            "letters" if first.how == "letters" else
            "ellipsis" if first.how == "ellipsis" else "bracket"
        )  # fmt: skip
        return [Difference(there, written, kind)] if there or kind == "bracket" else []
    return _unmarked(said, group)


def _unmarked(said: SaidWords, group: Sequence[_Step]) -> list[Difference]:
    """What differs without a mark; notes of the transcriber and names of speakers apart."""
    kept: list[_Step] = []
    sounds: list[_Step] = []
    for step in group:
        cost = _WORD if step.how != "left out" else int(said.cost[step.low])
        if cost:
            (sounds if cost == _SOUND else kept).append(step)
    told: list[Difference] = []
    if sounds:
        low, high = sounds[0].low, sounds[-1].high
        told.append(Difference(_words_at(said, low, high), "", "sound"))
    there = [step for step in kept if step.high > step.low]
    written = " ".join(step.piece.written for step in kept if step.piece is not None)
    words = " ".join(_words_at(said, step.low, step.high) for step in there)
    spoken = [(said.folded[at], said.is_broken(at)) for s in there for at in range(s.low, s.high)]
    quoted = [(step.piece.folded, step.piece.broken) for step in kept if step.piece is not None]
    if not kept or same_but_for_line_ends(spoken, quoted):
        return told  # “health-” at the end of a line and “care” are “healthcare”
    kind: DifferenceKind = "another word" if words and written else "left out" if words else "added"
    return [*told, Difference(words, written, kind)]


def _words_at(said: SaidWords, low: int, high: int) -> str:
    """What stands there, on one line, without the names of speakers."""
    if low >= high:
        return ""
    runs: list[list[int]] = []
    for index in range(low, high):
        if said.cost[index] == 0:
            continue
        if runs and runs[-1][1] == index:
            runs[-1][1] = index + 1
        else:
            runs.append([index, index + 1])
    pieces = (said.text[said.starts[first] : said.ends[after - 1]] for first, after in runs)
    return " ".join(" ".join(pieces).split())


def _spans(said: SaidWords, steps: Sequence[_Step]) -> tuple[tuple[int, int], ...]:
    """The stretches of words that the quote shows, parted where it leaves something out."""
    held = [(step.low, step.high) for step in steps if step.high > step.low]
    if not held:
        return ()
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(held)) if a[1] != b[0]), len(held)]
    return tuple(
        (said.starts[held[low][0]], said.ends[held[high - 1][1] - 1])
        for low, high in pairwise(breaks)
    )
