"""Constant comparison: the passages of a code beside which one more is laid.

Which of them are most and least like it is asked of their words elsewhere; here is what is
compared (Glaser and Strauss 1967: compare an incident with the incidents coded before it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.coding.coding_rules import place_of_passage
from crosscase.model.ids import Id
from crosscase.store.code_tree import read_tree
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.store.texts import current_text

__all__ = ["ComparedPassages", "InHand", "in_hand", "most_and_least", "passages_to_compare"]

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class ComparedPassages:
    """Distinct passages of a code, by all coders: entity rows of their sources, places, words."""

    source: Ints
    start_char: Ints
    end_char: Ints
    texts: tuple[str, ...]

    def besides(self, passage: InHand) -> npt.NDArray[np.bool_]:
        """Which of them share no text with a passage: itself, coded by somebody, is no other."""
        apart = (self.start_char >= passage.end_char) | (self.end_char <= passage.start_char)
        besides: npt.NDArray[np.bool_] = (self.source != passage.source) | apart
        return besides


@dataclass(frozen=True, slots=True)
class InHand:
    """The passage that is laid beside the others."""

    source: int
    start_char: int
    end_char: int
    text: str


def in_hand(reading: Reading, source: Id, start_char: int, end_char: int) -> InHand:
    """The passage at a place of the current text of a source."""
    at = find_source(reading, source)
    text = source_text(reading, at)
    start, end = place_of_passage(text, at.name, start_char, end_char)
    row = reading.row(at.id)
    assert row is not None, "a source that shows has a row"
    return InHand(row, start, end, text.words()[start:end])


def passages_to_compare(reading: Reading, code: Id) -> ComparedPassages:
    """The passages of a code and of the codes below it; rectangles have no words of their own."""
    tree = read_tree(reading)
    wanted = tree.with_descendants(tree.find(code, follow_merges=True).id)

    def read() -> ComparedPassages:
        rows = [row for id_ in wanted if (row := reading.row(id_)) is not None]
        columns = coding_columns(reading.file, reading.connection)
        mine = columns.take(np.isin(columns.code, rows) & (columns.region == 0))
        new = np.ones(len(mine), bool)
        new[1:] = (
            (mine.source[1:] != mine.source[:-1])
            | (mine.start_char[1:] != mine.start_char[:-1])
            | (mine.end_char[1:] != mine.end_char[:-1])
        )
        mine = mine.take(new & (mine.start_char < mine.end_char))
        places = (mine.source, mine.start_char, mine.end_char)
        return ComparedPassages(*places, tuple(_words(reading, *places)))

    kinds = (*SHOWING_KINDS, "coding")
    return reading.file.remember(("passages to compare", tuple(wanted)), kinds, read)


def most_and_least(similarities: Sequence[float | None], most: int) -> tuple[list[int], list[int]]:
    """The numbers of the most like, the most like first, and of the least like, the least first.

    No passage is among both; what has no similarity is among neither.
    """
    ranked = sorted(
        (number for number, each in enumerate(similarities) if each is not None),
        key=lambda number: -(similarities[number] or 0.0),
    )
    like, rest = ranked[:most], ranked[most:]
    return like, rest[::-1][:most]


def _words(reading: Reading, source: Ints, start_char: Ints, end_char: Ints) -> list[str]:
    """The words of passages that are ordered by source; every text is read once."""
    found: list[str] = []
    text, read = "", -1
    rows = zip(source.tolist(), start_char.tolist(), end_char.tolist(), strict=True)
    for row, start, end in rows:
        if row != read:
            text, read = current_text(reading.file, reading.connection, row) or "", row
        found.append(text[start:end])
    return found
