"""What a quote's own words tell: names, dates, sums, posts, and words that can be looked up.

Everything here only suggests: a person reads each place and decides. A suggestion is a typed
bracket, such as [person] or [date], never the words themselves. The patterns are of English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "BracketKind",
    "Names",
    "Suggestion",
    "bodies_spoken_ill_of",
    "found_in_texts",
    "suggested_brackets",
]

BracketKind = Literal[
    "person", "place", "organisation", "post", "date", "amount", "list size", "contact"
]

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_NUMBER = r"\d[\d,.]*"
_SIZE = r"(?:\s?(?:k|m|bn|thousand|million|billion))?"
_COINS = "(?:pounds|quid|euros?|dollars|GBP|EUR|USD)"
_COUNTED = (
    "(?:a|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    "thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)"
)
_TITLE = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Councillor|Cllr)"
_CAPITAL = r"[A-Z][\w’'-]+"

_WITH_DIGITS: tuple[tuple[BracketKind, re.Pattern[str]], ...] = (
    ("date", re.compile(
        rf"\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)"
        rf"|{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?)\b"
    )),
    ("amount", re.compile(
        rf"[£$€]\s?{_NUMBER}{_SIZE}\b|\b{_NUMBER}{_SIZE}\s{_COINS}\b", re.IGNORECASE
    )),
    ("list size", re.compile(
        rf"\blists?(?:\s+size)?\s+of\s+(?:about\s+|around\s+|some\s+)?{_NUMBER}\b"
        rf"|\b\d[\d,]{{2,}}\s+(?:registered\s+)?(?:patients|residents|inhabitants)\b",
        re.IGNORECASE,
    )),
    ("contact", re.compile(r"(?<!\d)(?:\+44\s?\d|0\d)\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}(?!\d)")),
)  # fmt: skip
_WITH_COINS = re.compile(rf"\b(?:{_COUNTED}[\s-]+)+{_COINS}\b", re.IGNORECASE)
_WITH_TITLE = re.compile(rf"\b{_TITLE}\.?\s+{_CAPITAL}(?:\s+{_CAPITAL})*")
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b|\bhttps?://\S+")
_A_DIGIT, _BRACKETED = re.compile(r"\d"), re.compile(r"\[.*?\]")
_A_COIN = ("pounds", "quid", "euro", "dollars", "gbp", "eur", "usd")
_A_TITLE = re.compile(_TITLE)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place in a quote's words that a typed bracket could stand for."""

    start_char: int
    end_char: int
    kind: BracketKind

    @property
    def bracket(self) -> str:
        """What would stand there instead."""
        return f"[{self.kind}]"


class Names:
    """Names to look for in texts, word by word; a name with a capital needs one in the text."""

    def __init__(self, names: Mapping[str, BracketKind]) -> None:
        self._named: dict[tuple[str, ...], tuple[str, BracketKind]] = {}
        self._lengths: dict[str, set[int]] = {}
        for name, kind in names.items():
            words = tuple(each.casefold() for each in _WORD.findall(name))
            if words and len(name.strip()) >= _SHORTEST_NAME:
                self._named[words] = (name.strip(), kind)
                self._lengths.setdefault(words[0], set()).add(len(words))

    def found_in(self, text: str) -> Iterator[tuple[str, Suggestion]]:
        """Each name with where it stands, from the left; of several the longest."""
        if self._lengths.keys().isdisjoint(_WORD.findall(text.casefold())):
            return
        places = list(_WORD.finditer(text))
        words = [each[0].casefold() for each in places]
        after = 0
        for at, first in enumerate(words):
            if first not in self._lengths:
                continue
            for length in sorted(self._lengths[first], reverse=True):
                name, kind = self._named.get(tuple(words[at : at + length]), ("", "person"))
                if not name or at < after or at + length > len(words):
                    continue
                start = places[at].start()
                if text[start].isupper() or not name[0].isupper():
                    yield name, Suggestion(start, places[at + length - 1].end(), kind)
                    after = at + length
                    break


def suggested_brackets(text: str, names: Names) -> tuple[Suggestion, ...]:
    """Places in a quote that may tell who spoke or who is spoken of, from the left.

    :param text: the quote's words.
    :param names: people, places, organisations and rare posts that the study knows by name.
    :returns: places that do not overlap; what stands in square brackets already is left alone.
    Limits: a name that the study does not hold is seen only behind a title such as Dr; a story
    that only one person can tell is not seen at all.
    """
    found = [suggestion for _, suggestion in names.found_in(text)]
    if _A_DIGIT.search(text):
        for kind, pattern in _WITH_DIGITS:
            found += [Suggestion(*each.span(), kind) for each in pattern.finditer(text)]
    plain = text.casefold()
    if any(coin in plain for coin in _A_COIN):
        found += [Suggestion(*each.span(), "amount") for each in _WITH_COINS.finditer(text)]
    if _A_TITLE.search(text):
        found += [Suggestion(*each.span(), "person") for each in _WITH_TITLE.finditer(text)]
    if "@" in text or "://" in text:
        found += [Suggestion(*each.span(), "contact") for each in _ADDRESS.finditer(text)]
    taken = [each.span() for each in _BRACKETED.finditer(text)] if "[" in text else []
    kept = []
    for each in sorted(found, key=lambda one: (one.start_char - one.end_char, one.start_char)):
        if all(each.end_char <= start or end <= each.start_char for start, end in taken):
            taken.append((each.start_char, each.end_char))
            kept.append(each)
    return tuple(sorted(kept, key=lambda one: one.start_char))


def bodies_spoken_ill_of(text: str, valences: Iterable[str], bodies: Names) -> tuple[str, ...]:
    """The named bodies in a quote that was coded as constraining: for a second reviewer.

    :param text: the quote's words.
    :param valences: what its codings say: enabling, constraining, mixed.
    :param bodies: the superior bodies that could take offence.
    """
    if not {"constraining", "mixed"} & set(valences):
        return ()
    return tuple(dict.fromkeys(name for name, _ in bodies.found_in(text)))


def found_in_texts(
    quotes: Sequence[str], texts: Sequence[str], *, words: int = 8
) -> dict[int, tuple[int, ...]]:
    """Quotes of which a run of words stands verbatim in texts that a reader may search.

    :param quotes: the words of each quote.
    :param texts: the public texts.
    :param words: how long a run must be; shorter quotes must stand there as a whole, and have
        half as many words at least.
    :returns: for each such quote (by its number) the numbers of the texts.
    """
    runs: dict[int, dict[tuple[str, ...], list[int]]] = {}
    if texts:
        for number, quote in enumerate(quotes):
            said = _plain_words(quote)
            length = min(words, len(said))
            if length >= (words + 1) // 2:
                of_length = runs.setdefault(length, {})
                for run in _runs(said, length):
                    of_length.setdefault(run, []).append(number)
    found: dict[int, dict[int, None]] = {}
    for at, text in enumerate(texts):
        public = _plain_words(text)
        for length, of_length in runs.items():
            for run in _runs(public, length):
                for number in of_length.get(run, ()):
                    found.setdefault(number, {})[at] = None
    return {number: tuple(where) for number, where in sorted(found.items())}


def _plain_words(text: str) -> list[str]:
    return [each.casefold().replace("’", "'") for each in _WORD.findall(text)]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(length)), strict=False)
