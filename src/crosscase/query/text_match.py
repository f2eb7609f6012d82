"""What counts as a match of a text term: the one definition, which every search index only narrows.

Phrases, stems and wildcards match words (see ``model/words.py``) in sequence with anything but
words between them; in scripts without spaces every character is a word, so a phrase there is
found inside longer writing. Regular expressions match the text as it stands. Matches are found
from left to right and do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol
from unicodedata import is_normalized

from crosscase.errors import MistakeOfUse
from crosscase.model.words import (
    JOINERS,
    folded_words,
    is_unspaced,
    iter_words,
    word_spans,
)
from crosscase.query.expression import TextTerm
from crosscase.query.regex_safety import compile_pattern

__all__ = ["IndexQuery", "TextMatcher", "TokenSequence", "compile_text_term"]

_TYPED_SIGNS = "’‘“”–—…\u00a0•"
_WILDCARD = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class TokenSequence:
    """Tokens of the search index that stand next to each other, the last perhaps cut short."""

    column: Literal["words", "stems"]
    tokens: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """What every text with a match has in the search index; texts without one may have it too."""

    sequences: tuple[TokenSequence, ...]

    def fts5(self) -> str:
        """The same for MATCH of an FTS5 table with columns words and stems, tokenizer ascii."""
        parts = []
        for sequence in self.sequences:
            quoted = " ".join(sequence.tokens).replace('"', '""')
            parts.append(f'{sequence.column} : "{quoted}"{" *" if sequence.is_prefix else ""}')
        return " AND ".join(parts)


class TextMatcher(Protocol):
    """A text term made ready to be looked for in many texts."""

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it matches, as (start_char, end_char), from left to right."""

    def index_query(self) -> IndexQuery | None:
        """How the search index narrows it; None where every text must be looked at."""


def compile_text_term(term: TextTerm, stem: Callable[[str], str]) -> TextMatcher:
    """Make a term ready; ``stem`` gives the stem of a folded word in the texts' language."""
    match term.kind:
        case "phrase":
            words = _words_of(term)
            return _WordsMatcher(words, _phrase_sequences(words))
        case "wildcard":
            units = _wildcard_units(term)
            return _WordsMatcher(units, _wildcard_sequences(units))
        case "stem":
            return _StemMatcher([stem(word) for word in _words_of(term)], stem)
        case "regex":
            return _RegexMatcher(compile_pattern(term.pattern, term.flags))


class _WordsMatcher:
    """Words in sequence, each spelt out or with wildcards."""

    def __init__(self, units: list[str], sequences: list[TokenSequence]) -> None:
        self._tests = [_test_of(unit) for unit in units]
        self._pieces = [piece for unit in units for piece in _WILDCARD.split(unit) if piece]
        self._in_ascii = _ascii_pattern(units)
        self._sequences = sequences

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        # The same answer many times faster, for most of what is searched.
        text = _with_plain_signs(text)
        if text.isascii():
            return (match.span() for match in self._in_ascii.finditer(text.lower()))
        if _folds_in_place(text):
            folded = text.casefold()
            if any(piece not in folded for piece in self._pieces):
                return iter(())
        return _find_in_sequence(text, folded_words(text), self._tests)

    def index_query(self) -> IndexQuery | None:
        return IndexQuery(tuple(self._sequences)) if self._sequences else None


class _StemMatcher:
    """Words in sequence that have the same stems."""

    def __init__(self, stems: list[str], stem: Callable[[str], str]) -> None:
        self._stems = stems
        self._stem = stem
        self._tests = [_test_of(wanted) for wanted in stems]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        stems = [self._stem(word) for word in folded_words(text)]
        return _find_in_sequence(text, stems, self._tests)

    def index_query(self) -> IndexQuery | None:
        return IndexQuery((TokenSequence("stems", tuple(self._stems)),))


class _RegexMatcher:
    """A regular expression; it may begin and end inside words, so no index of words narrows it."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        return (match.span() for match in self._pattern.finditer(text) if match[0])

    def index_query(self) -> IndexQuery | None:
        return None


def _with_plain_signs(text: str) -> str:
    """The text with the signs that typing programs put in replaced by spaces, each by one."""
    if not text.isascii():
        for sign in _TYPED_SIGNS:
            text = text.replace(sign, " ")
    return text


def _folds_in_place(text: str) -> bool:
    """Whether the folded form of every word is a part of the folded text."""
    return is_normalized("NFKC", text) and not any(joiner in text for joiner in JOINERS)


def _find_in_sequence(
    text: str, words: list[str], tests: list[Callable[[str], object]]
) -> Iterator[tuple[int, int]]:
    first, rest = tests[0], tests[1:]
    spans: list[tuple[int, int]] = []
    free_from = 0
    for index, word in enumerate(words[: max(0, len(words) - len(rest))]):
        if not (first(word) and index >= free_from):
            continue
        if all(test(words[index + step]) for step, test in enumerate(rest, 1)):
            spans = spans or word_spans(text)
            free_from = index + len(tests)
            yield spans[index][0], spans[free_from - 1][1]


def _words_of(term: TextTerm) -> list[str]:
    words = folded_words(term.pattern)
    if not words:
        raise _nothing_to_find(term)
    return words


def _nothing_to_find(term: TextTerm) -> MistakeOfUse:
    return MistakeOfUse(
        f"“{term.pattern}” holds no letter and no digit to look for.",
        hint="Punctuation can be found with a pattern, such as text:/\\.\\.\\./.",
        slug="nothing-to-find",
    )


def _wildcard_units(term: TextTerm) -> list[str]:
    """The folded words of a pattern with their wildcards: ``Wom?n stud*`` is wom?n and stud*."""
    pieces = [(match.start(), match.end(), match[0]) for match in _WILDCARD.finditer(term.pattern)]
    pieces += iter_words(term.pattern)
    units: list[str] = []
    unit_end = unspaced_end = -1
    for start, end, piece in sorted(pieces):
        if is_unspaced(piece):
            # A character that is a word by itself goes on in both directions anyway.
            if unit_end == start and units[-1] == "*":
                units.pop()
            units.append(piece)
            unit_end, unspaced_end = -1, end
        elif start == unit_end:
            units[-1] += piece
            unit_end = end
        elif piece != "*" or start != unspaced_end:
            units.append(piece)
            unit_end = end
    if all(_WILDCARD.sub("", unit) == "" for unit in units):
        raise _nothing_to_find(term)
    return units


def _test_of(unit: str) -> Callable[[str], object]:
    if not _WILDCARD.search(unit):
        return unit.__eq__
    return re.compile(_unit_pattern(unit, "."), re.DOTALL).fullmatch


def _unit_pattern(unit: str, letter: str) -> str:
    """A word with wildcards as a pattern that must be asked up to the word's end.

    The earliest place for what stands between two stars is as good as any other, so nothing
    but the last star is tried twice: the time stays bounded.
    """
    first, *parts = [re.escape(part).replace(r"\?", letter) for part in unit.split("*")]
    if not parts:
        return first
    between = "".join(f"(?>{letter}*?{part})" for part in parts[:-1])
    return f"{first}{between}{letter}*{parts[-1]}"


def _ascii_pattern(units: list[str]) -> re.Pattern[str]:
    """The units as one pattern over lower-case ASCII text; it never matches if one is foreign."""
    if not all(unit.isascii() for unit in units):
        return re.compile("(?!)")
    words = [
        _unit_pattern("?*" if not unit.strip("*") else unit, "[a-z0-9]") + "(?![a-z0-9])"
        for unit in units
    ]
    return re.compile("(?<![a-z0-9])" + "[^a-z0-9]+".join(words))


def _phrase_sequences(words: list[str]) -> list[TokenSequence]:
    """Runs of spaced words stand together in the index; of unspaced ones, pairs are rarest."""
    sequences: list[TokenSequence] = []
    for group in _groups(words):
        if not is_unspaced(group[0]):
            sequences.append(TokenSequence("words", tuple(group)))
            continue
        pairs = [first + second for first, second in pairwise(group)]
        sequences += [TokenSequence("words", (token,)) for token in pairs or group]
    return sequences


def _wildcard_sequences(units: list[str]) -> list[TokenSequence]:
    sequences: list[TokenSequence] = []
    spelt_out: list[str] = []
    for unit in units:
        beginning = _WILDCARD.split(unit, maxsplit=1)[0]
        if beginning == unit:
            spelt_out.append(unit)
            continue
        sequences += _phrase_sequences(spelt_out)
        spelt_out = []
        if beginning:
            sequences.append(TokenSequence("words", (beginning,), is_prefix=True))
    return sequences + _phrase_sequences(spelt_out)


def _groups(words: list[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    for word in words:
        if groups and is_unspaced(groups[-1][-1]) == is_unspaced(word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups
