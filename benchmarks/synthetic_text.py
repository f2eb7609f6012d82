"""Words for a made-up study: those of a large public corpus, or invented ones."""

from __future__ import annotations

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "SearchWords",
    "Transcript",
    "corpus_words",
    "invented_words",
    "search_words",
    "write_transcript",
]

CORPUS = Path("data/corpora/scale/covid_inquiry_turns.jsonl.xz")
_ONSETS = ("b", "br", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t")
_NUCLEI = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDINGS = ("", "", "n", "r", "l", "ng", "ed", "s")


class SearchWords(NamedTuple):
    """What to search a text for: a word and a phrase that are common in it, and a rare word."""

    common: str
    rare: str
    phrase: str


class Transcript(NamedTuple):
    """The words of one interview as they stand in a file."""

    text: str
    words: int


def corpus_words(shared: Path) -> Iterator[str]:
    """The words of the large corpus, from its beginning again and again; needs ``shared``."""
    while True:
        with lzma.open(shared / CORPUS, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield from json.loads(line)["text"].split()


def invented_words(seed: int = 1, vocabulary: int = 20_000) -> Iterator[str]:
    """Invented words without end; a few are said often and most hardly ever (Zipf's law)."""
    chance = random.Random(seed)
    known: dict[str, None] = {}
    while len(known) < vocabulary:
        syllables = chance.choices((1, 2, 3), (2, 5, 3))[0]
        word = "".join(
            chance.choice(_ONSETS) + chance.choice(_NUCLEI) + chance.choice(_ENDINGS)
            for _ in range(syllables)
        )
        known[word] = None
    words = list(known)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    while True:
        for word in chance.choices(words, cum_weights=weights, k=10_000):
            yield f"{word}." if chance.random() < 0.07 else word


def write_transcript(
    words: Iterator[str], participant: str, length: int, chance: random.Random
) -> Transcript:
    """An interview of about so many words: short questions, longer answers."""
    turns: list[str] = []
    count = 0
    while count < length:
        asks = chance.randint(8, 40)
        says = min(chance.randint(60, 260), max(20, length - count - asks))
        for label, size in (("Interviewer", asks), (participant, says)):
            turns.append(f"{label}: {' '.join(islice(words, size))}")
        count += asks + says
    return Transcript("\n\n".join(turns) + "\n", count)


def search_words(words: Iterator[str], sample: int) -> SearchWords:
    """Choose what to search for, by counting the first words of a text."""
    heard = [word.strip(".,;:?!'\"()").casefold() for word in islice(words, sample)]
    plain = [word for word in heard if word.isalpha() and word.isascii()]
    counts = Counter(word for word in plain if len(word) > 4)
    rarely = [word for word, count in counts.items() if count == 1 and len(word) > 6]
    pairs = Counter(
        f"{one} {other}" for one, other in pairwise(plain) if len(one) > 4 and len(other) > 4
    )
    return SearchWords(
        counts.most_common(1)[0][0],
        min(rarely) if rarely else counts.most_common()[-1][0],
        pairs.most_common(1)[0][0],
    )
