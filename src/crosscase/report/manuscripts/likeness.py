"""Which sentence of a manuscript is one that was linked before, however it was reworded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from crosscase.report.manuscripts.amounts import number_of_words

__all__ = ["LEAST_LIKENESS", "Found", "LinkedSentence", "find_again"]

LEAST_LIKENESS = 62.0
"""How alike two sentences must be at least, of 100, to be taken for the same."""

_CLOSE = 6.0  # two that are as like as that cannot be told apart
_NUMBER = re.compile(r"\d[\d,.]*%?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class LinkedSentence(NamedTuple):
    """A sentence as it stood when it was linked; ``place`` is the how-manieth it was."""

    words: str
    place: int | None = None


class Found(NamedTuple):
    """Which sentence it is now: its number, how alike; ``others`` are as like, so it is unsure."""

    sentence: int | None
    likeness: float
    others: tuple[int, ...] = ()


def find_again(linked: Sequence[LinkedSentence], sentences: Sequence[str]) -> list[Found]:
    """Where each linked sentence stands now; each sentence is found once.

    Numbers are set aside, since they are what changes; words count by whether they are there and
    by their order. Where two sentences are about as like, the place where it stood decides; where
    that says nothing it is told, never guessed.
    """
    if not linked or not sentences:
        return [Found(None, 0.0) for _ in linked]
    import numpy as np
    from rapidfuzz import fuzz, process
    from scipy.optimize import linear_sum_assignment

    before, now = [_masked(each.words) for each in linked], [_masked(each) for each in sentences]
    alike = 0.55 * process.cdist(before, now, scorer=fuzz.ratio, dtype=np.float32)
    alike += 0.45 * process.cdist(before, now, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    rows, columns = linear_sum_assignment(-_by_place(alike, linked))
    taken = dict(zip(rows.tolist(), columns.tolist(), strict=True))
    found: list[Found] = []
    for row, each in enumerate(linked):
        at = taken.get(row)
        if at is None or alike[row, at] < LEAST_LIKENESS:
            found.append(Found(None, float(alike[row].max())))
            continue
        others = tuple(
            int(other)
            for other in np.flatnonzero(alike[row] >= alike[row, at] - _CLOSE)
            if other != at and other not in taken.values()
        )
        unsure = others if each.place is None or alike[row, at] < 100 - _CLOSE else ()
        found.append(Found(at, float(alike[row, at]), unsure))
    return found


def _by_place(alike: Any, linked: Sequence[LinkedSentence]) -> Any:
    """The likeness, with a little more for where a sentence stood: it only settles ties."""
    import numpy as np

    made = np.array(alike, np.float64)
    for row, each in enumerate(linked):
        if each.place is not None:
            away = np.abs(np.arange(made.shape[1]) - each.place)
            made[row] += 3.0 / (1.0 + away)
    return made


def _masked(sentence: str) -> str:
    words = _WORD.findall(_NUMBER.sub(" ", sentence.casefold()))
    return " ".join(word for word in words if number_of_words(word) is None)
