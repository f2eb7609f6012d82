"""Constant comparison over the stages: what is compared, how alike it is, what is told of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.analysis.similarity import TextVectors, similarities
from crosscase.coding.compared_passages import in_hand, most_and_least, passages_to_compare
from crosscase.model.ids import Id
from crosscase.query.code_names import code_names
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import distinct_places, study_view
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

__all__ = ["ComparedPassage", "Comparison", "compared"]


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A passage of the code, and how alike it is to the one in hand, from -1 to 1."""

    passage: FoundPassage
    similarity: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The most like first, the most unlike first, and how many passages there are besides."""

    like: tuple[ComparedPassage, ...]
    unlike: tuple[ComparedPassage, ...]
    passages: int


def compared(
    reading: Reading, vectors: TextVectors, code: str, place: tuple[Id, int, int], most: int
) -> Comparison:
    """The passages of a code (and of codes below it) laid beside one passage.

    Those that share text with it are not compared, and of those without a word that is known
    (all of them, where the passage itself has none) nothing is said.
    """
    mine = in_hand(reading, *place)
    row = code_names(reading).find(code)
    others = passages_to_compare(reading, code_names(reading).codes[row].id)
    of_all = vectors.of([*others.texts, mine.text])
    besides = others.besides(mine)
    alike = similarities(of_all[:-1], of_all[-1])
    for at in np.flatnonzero(~besides).tolist():
        alike[at] = None
    chosen = most_and_least(alike, most)
    places = Intervals(others.source, others.start_char, others.end_char)
    told = _told(reading, row, places, np.array([*chosen[0], *chosen[1]], np.intp))
    like, unlike = (
        tuple(ComparedPassage(told[_place_at(places, at)], alike[at] or 0.0) for at in numbers)
        for numbers in chosen
    )
    return Comparison(like, unlike, int(besides.sum()))


def _told(
    reading: Reading,
    code: int,
    places: Intervals,
    chosen: np.ndarray[tuple[int], np.dtype[np.intp]],
) -> dict[tuple[int, int, int], FoundPassage]:
    """What is told of the chosen places, with the codings of the code on them."""
    ordered = distinct_places(study_view(reading), places.taken(chosen))
    columns = coding_columns(reading.file, reading.connection)
    codings = columns.take(np.isin(columns.code, code_names(reading).with_descendants(code)))
    found = found_passages(reading, ordered, codings)
    return {_place_at(ordered, at): each for at, each in enumerate(found)}


def _place_at(places: Intervals, at: int) -> tuple[int, int, int]:
    return int(places.source[at]), int(places.start[at]), int(places.end[at])
