"""Runs of consecutive words that a text has from what somebody said.

Case, punctuation, quotation marks and spacing make no difference, and ``don't`` is one word here,
as people count who quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from crosscase.model.words import folded_words, iter_words

__all__ = ["QUOTED_WORDS", "SaidRuns", "spoken_words"]

QUOTED_WORDS = 6
"""So many words in a row are a quote of somebody; fewer are anybody's."""

_APOSTROPHES = "'’‘ʼ"
_INSIDE_A_WORD = re.compile(rf"(?<=[^\W_])[{_APOSTROPHES}](?=[^\W_])")
# What typing programs put in, by signs that part words or join them in the same way.
_PLAIN_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("“”–—…\u00a0•", " ")})
_ASCII_SPOKEN = re.compile("[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*")

_Shingle = tuple[str, ...]


class SaidRuns:
    """Finds the runs of at least so many words that somebody said, and that nothing else says.

    A run that stands in one of the texts ``elsewhere`` as well is nobody's own; these are read
    only when a run was found at all. A run may reach over several shorter ones that overlap.
    """

    def __init__(
        self, said: Iterable[str], elsewhere: Callable[[], Iterable[str]], least: int
    ) -> None:
        self._least = least
        self._said = frozenset[_Shingle]().union(*(_shingles(text, least) for text in said))
        self._elsewhere = elsewhere

    @cached_property
    def _also_elsewhere(self) -> frozenset[_Shingle]:
        texts = (_shingles(text, self._least) for text in self._elsewhere())
        return frozenset().union(*(self._said.intersection(each) for each in texts))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the longest such runs stand in a text, in code points."""
        if self._said.isdisjoint(_shingles(text, self._least)):
            return []
        starts, ends, folded = zip(*spoken_words(text), strict=True)
        return [
            (starts[first], ends[end - 1])
            for first, end, shingles in self._runs(folded)
            if not self._also_elsewhere.issuperset(shingles)
        ]

    def are_in(self, text: str) -> bool:
        """Whether there is any such run in a text."""
        return bool(self.spans(text))

    def replaced(self, text: str, by: str) -> str:
        """The text with something else in place of each such run."""
        pieces, at = [], 0
        for start_char, end_char in self.spans(text):
            pieces += [text[at:start_char], by]
            at = end_char
        return "".join([*pieces, text[at:]])

    def _runs(self, folded: _Shingle) -> Iterator[tuple[int, int, list[_Shingle]]]:
        """The first word of each run, the one after its last, and the shingles in it."""
        first, end, held = 0, 0, list[_Shingle]()
        for at, shingle in enumerate(_shingles_of(folded, self._least)):
            if shingle not in self._said:
                continue
            if held and at >= end:
                yield first, end, held
                held = []
            if not held:
                first = at
            held.append(shingle)
            end = at + self._least
        if held:
            yield first, end, held


def _shingles(text: str, size: int) -> Iterator[_Shingle]:
    return _shingles_of(tuple(folded_words(_INSIDE_A_WORD.sub("", text))), size)


def _shingles_of(words: _Shingle, size: int) -> Iterator[_Shingle]:
    return zip(*(words[at:] for at in range(size)), strict=False)


def spoken_words(text: str) -> Iterator[tuple[int, int, str]]:
    """The folded words with their places; an apostrophe inside one does not part it."""
    plain = text.translate(_PLAIN_SIGNS)
    if plain.isascii():
        for match in _ASCII_SPOKEN.finditer(plain):
            yield *match.span(), match[0].lower().replace("'", "")
        return
    held: tuple[int, int, str] | None = None
    for start_char, end_char, folded in iter_words(text):
        if held is None:
            held = (start_char, end_char, folded)
        elif start_char == held[1] + 1 and _INSIDE_A_WORD.match(text, held[1]):
            held = (held[0], end_char, held[2] + folded)
        else:
            yield held
            held = (start_char, end_char, folded)
    if held is not None:
        yield held
