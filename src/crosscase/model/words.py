"""What a word is, for counting, for finding and for the search index.

A word is a run of Unicode letters and digits together with the combining marks that follow
them; every Han, kana or Thai character is a word of its own, since those scripts are written
without spaces. Everything else (spaces, punctuation, apostrophes, hyphens, the underscore)
stands between words, so ``don't`` is two words. Two words are the same when their folded
forms are: compatibility forms, case and invisible joiners (soft hyphens) make no difference,
accents do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "JOINERS",
    "Word",
    "count_words",
    "fold_word",
    "folded_words",
    "index_tokens",
    "is_unspaced",
    "iter_words",
    "word_spans",
]

# Han, kana and Thai letters and digits; the voiced marks of half-width kana count as marks.
_UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e50-\u0e59"
    "\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U0001aff0-\U0001affe\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_HALF_WIDTH_MARKS = "\uff9e\uff9f"
JOINERS = "\u00ad\u200c\u200d"
"""The soft hyphen and the zero-width joiners, which stand inside words and are not seen."""
# Asking every character for its category takes long; all combining marks lie in these blocks.
_BLOCKS_WITH_MARKS = (
    range(0x0300, 0x3100),
    range(0xA600, 0xAC00),
    range(0xFB00, 0xFF00),
    range(0x10000, 0x17000),
    range(0x1AF00, 0x1F000),
    range(0xE0100, 0xE01F0),
)

_ASCII_TO_SPACES = bytes(byte if chr(byte).isalnum() else 0x20 for byte in range(128))
_ASCII_TO_SPACES += bytes(range(128, 256))
_ASCII_WORD = re.compile("[A-Za-z0-9]+")
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")
# What a compatibility form may turn into, such as the brackets of a bracketed digit.
_NOT_IN_A_TOKEN = re.compile(r"[\x00-\x2f\x3a-\x60\x7b-\x7f]+")
_SPLITS_A_TOKEN = re.compile(r"[\x00-\x1f\x21-\x2f\x3a-\x60\x7b-\x7f]")


class Word(NamedTuple):
    """One word of a text: where it stands, and its folded form."""

    start_char: int
    end_char: int
    folded: str


def count_words(text: str) -> int:
    """How many words a text has."""
    if text.isascii():
        return len(text.encode("ascii").translate(_ASCII_TO_SPACES).split())
    characters = "".join(set(text))
    if _UNSPACED_CHARACTER.search(characters) or any(map(_is_mark, characters)):
        return len(_word().findall(text))
    for character in characters:
        if not character.isalnum() and character != " ":
            text = text.replace(character, " ")
    return len(text.split())


def iter_words(text: str) -> Iterator[Word]:
    """The words of a text in order, with their places."""
    for match in _word_pattern(text).finditer(text):
        start_char, end_char = match.span()
        yield Word(start_char, end_char, fold_word(match[0]))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a text start and end, in order."""
    return [match.span() for match in _word_pattern(text).finditer(text)]


def folded_words(text: str) -> list[str]:
    """The folded forms of a text's words, in order: the same as those of ``iter_words``."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    runs: list[str] = _word().findall(text)
    if not runs:
        return []
    joined = " ".join(runs)
    for joiner in JOINERS:
        joined = joined.replace(joiner, "")
    joined = unicodedata.normalize("NFKC", joined).casefold()
    folded = joined.split(" ")
    if len(folded) != len(runs) or _SPLITS_A_TOKEN.search(joined):
        return [fold_word(run) for run in runs]
    return folded


def fold_word(run: str) -> str:
    """The form under which a word is found: NFKC, case folded, without invisible joiners."""
    if run.isascii():
        return run.lower()
    for joiner in JOINERS:
        run = run.replace(joiner, "")
    return _NOT_IN_A_TOKEN.sub("", unicodedata.normalize("NFKC", run).casefold())


def is_unspaced(folded: str) -> bool:
    """Whether a folded word belongs to a script in which every character is a word."""
    return _UNSPACED_CHARACTER.match(folded) is not None


def index_tokens(text: str, stem: Callable[[str], str]) -> tuple[str, str]:
    """What the search index keeps of a text: its folded words, and their stems.

    Both are separated by single spaces and hold no other ASCII but letters and digits. In
    scripts without spaces the words come with the pairs of neighbouring characters, so that
    a search for several characters can be narrowed by something rarer than one character.
    """
    folded = folded_words(text)
    words = " ".join(folded)
    stems = " ".join(map(stem, folded))
    if not text.isascii() and _UNSPACED_CHARACTER.search(words):
        words = " ".join(_with_pairs(folded))
    return words, stems


def _with_pairs(folded: list[str]) -> Iterator[str]:
    """Folded words, and before each unspaced one its pair with an unspaced one before it."""
    previous = ""
    for word in folded:
        unspaced = is_unspaced(word)
        if previous and unspaced:
            yield previous + word
        yield word
        previous = word if unspaced else ""


def _word_pattern(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _word()


def _is_mark(character: str) -> bool:
    joins = character in JOINERS or character in _HALF_WIDTH_MARKS
    return joins or unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=1)
def _mark_classes() -> tuple[str, str]:
    """Combining marks and joiners, inside and beyond the basic plane, as character classes."""
    marks = [
        chr(point)
        for block in _BLOCKS_WITH_MARKS
        for point in block
        if unicodedata.category(chr(point))[0] == "M"
    ]
    near = "".join(mark for mark in marks if mark <= "\uffff")
    far = "".join(mark for mark in marks if mark > "\uffff")
    return f"[{JOINERS}{_HALF_WIDTH_MARKS}{near}]", f"[{far}]"


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """The pattern of a word in any script.

    A class of many characters beyond the basic plane is slow to ask, and is asked at the end
    of every word: the look ahead spares the question where the next character is nearer.
    """
    near, far = _mark_classes()
    mark = rf"(?:{near}|(?=[\U00010000-\U0010ffff]){far})"
    letter = rf"[^\W_{_HALF_WIDTH_MARKS}{_UNSPACED}]"
    run = rf"{letter}+(?:(?=[\xad\u0300-\U0010ffff]){mark}+{letter}*)*"
    return re.compile(f"{run}|[{_UNSPACED}]{mark}*")
