"""A quote as people print it: its words, what is left out of it, and what stands in brackets.

Left out is what ``[...]``, ``[…]``, ``(...)``, ``(…)``, ``…`` or three dots stand for. Brackets
hold what somebody else put there: ``[they]`` and ``[place X]`` for some words, ``[sic]`` beside
them, ``[T]he`` and ``walk[ed]`` for letters. Everything else are words. Case, punctuation, how
much space there is and the forms of quotation marks, apostrophes and dashes are not compared. Where
words part is: “now here” is not “nowhere”. Only a hyphen at the end of a line may part a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from crosscase.model.said_runs import spoken_words

__all__ = [
    "QuotePiece",
    "is_broken_word",
    "pieces_of_quote",
    "runs_of_quote",
    "same_but_for_line_ends",
    "words_of_quote",
]

PieceKind = Literal["word", "gap", "bracket"]

_DOTS = r"(?:…|\.(?:\s?\.){2,3})"
_GAP = rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}"
_BRACKET = r"\[[^\[\]]*\]"
_LETTERS = r"[^\W_]"
# A word of which some letters stand in brackets: letters on at least one side of the bracket.
_MENDED = (
    rf"(?:{_LETTERS}|['’])*"
    rf"(?:{_LETTERS}\[{_LETTERS}{{1,12}}\]|\[{_LETTERS}{{1,12}}\]['’]?{_LETTERS})"
    rf"(?:{_LETTERS}|['’]|\[{_LETTERS}{{1,12}}\])*"
)
_MARKS = re.compile(f"(?P<gap>{_GAP})|(?P<mended>{_MENDED})|(?P<bracket>{_BRACKET})")
# How a word is parted at the end of a line: typed, set with a soft hyphen, or read from a page.
_BROKEN = re.compile(r"[-\u00ad\u2010\u2011][^\S\n\r]*[\n\r\f\v\u2028\u2029]\s*")
_PART = re.compile(r"\[(\w+)\]|([^\[\]]+)")


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """One piece of a quote, and where it stands there.

    ``folded`` is a word as it is compared, ``pattern`` what the word must be where some of its
    letters stand in brackets, and ``words`` are those inside a bracket. ``broken`` says that the
    word may be the end of the one before, parted at the end of a line.
    """

    kind: PieceKind
    written: str
    start_char: int
    end_char: int
    folded: str = ""
    pattern: re.Pattern[str] | None = None
    words: tuple[str, ...] = ()
    broken: bool = False


def is_broken_word(text: str, end: int, start: int) -> bool:
    """Whether what stands between the end of a word and the next parts one at a line's end."""
    own = text[end - 1] == "\u00ad"  # a soft hyphen is part of the word before it
    return _BROKEN.fullmatch(text, end - own, start) is not None


def same_but_for_line_ends(
    one: Iterable[tuple[str, bool]], other: Iterable[tuple[str, bool]]
) -> bool:
    """Whether words are the same but for one that is parted at the end of a line.

    Of each word its letters, and whether it may be the end of the one before.
    """
    letters, surely, maybe = _parted(one)
    other_letters, other_surely, other_maybe = _parted(other)
    parted_in_one = surely - other_surely - other_maybe
    parted_in_other = other_surely - surely - maybe
    return letters == other_letters and not parted_in_one and not parted_in_other


def _parted(words: Iterable[tuple[str, bool]]) -> tuple[str, set[int], set[int]]:
    """All letters, and after how many of them words part: surely, or at the end of a line."""
    letters, surely, maybe = "", set[int](), set[int]()
    for word, is_broken in words:
        (maybe if is_broken else surely).add(len(letters))
        letters += word
    return letters, surely, maybe


@lru_cache(maxsize=2_000)
def pieces_of_quote(quote: str) -> tuple[QuotePiece, ...]:
    """The pieces of a quote in order."""
    return tuple(_pieces(quote))


def words_of_quote(pieces: tuple[QuotePiece, ...]) -> int:
    """How many words of the transcript a quote shows."""
    return sum(piece.kind == "word" for piece in pieces)


def runs_of_quote(pieces: tuple[QuotePiece, ...]) -> list[tuple[str, ...]]:
    """The words that stand next to each other in the transcript too, run by run."""
    runs: list[tuple[str, ...]] = []
    held: list[str] = []
    for piece in (*pieces, QuotePiece("gap", "", 0, 0)):
        if piece.kind == "word" and piece.pattern is None:
            held.append(piece.written)
        elif held:
            runs.append(tuple(held))
            held = []
    return runs


def _pieces(quote: str) -> Iterator[QuotePiece]:
    at = 0
    for match in _MARKS.finditer(quote):
        yield from _plain(quote, at, match.start())
        written, (start, end) = match[0], match.span()
        if match["gap"]:
            yield QuotePiece("gap", written, start, end)
        elif match["mended"]:
            yield _mended(written, start, end)
        else:
            inside = tuple(word for _, _, word in spoken_words(written[1:-1]))
            yield QuotePiece("bracket", written, start, end, words=inside)
        at = match.end()
    yield from _plain(quote, at, len(quote))


def _plain(quote: str, start: int, end: int) -> Iterator[QuotePiece]:
    before = start
    for first, after, folded in spoken_words(quote[start:end]):
        low, high = start + first, start + after
        broken = before > start and is_broken_word(quote, before, low)
        yield QuotePiece("word", quote[low:high], low, high, folded=folded, broken=broken)
        before = high


def _mended(written: str, start: int, end: int) -> QuotePiece:
    """A word with letters in brackets: the others must stand there, these may be any."""
    parts = [
        ("[^ ]{0,15}" if inside else re.escape(_folded(outside)))
        for inside, outside in _PART.findall(written)
    ]
    folded = _folded(written.replace("[", "").replace("]", ""))
    return QuotePiece(
        "word", written, start, end, folded=folded, pattern=re.compile("".join(parts))
    )


def _folded(run: str) -> str:
    return "".join(word for _, _, word in spoken_words(run))
