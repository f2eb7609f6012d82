"""Which codings, passages and turns a matrix counts: those that meet an expression."""

from __future__ import annotations

from functools import cached_property, reduce

import numpy as np

from crosscase.query.evaluate import Question
from crosscase.query.expression import And, CodeTerm, Expression, Not, Or, Position
from crosscase.query.intervals import Intervals, containing, overlapping
from crosscase.query.plan import about, asks_for_codes, parts_of_and
from crosscase.query.study_view import Mask
from crosscase.store.session import Reading

__all__ = ["Condition"]


class Condition:
    """An expression that says what a matrix counts.

    A coding meets it by itself: what asks about codings and places must hold of it; where the
    expression asks for codes, the coding must be one of those that answer; where it asks for
    other passages, such as text, the coding must share text with one of them.
    """

    def __init__(self, reading: Reading, where: str, tree: Expression | None = None) -> None:
        self.where = where
        self.question = Question(reading, where, tree)

    @cached_property
    def answered(self) -> Intervals:
        """The passages that answer it."""
        return self.question.answer()

    def codings(self) -> Mask:
        """The codings that meet it, by row of the coding columns."""
        return self._codings(self.question.tree)

    def _codings(self, tree: Expression) -> Mask:
        columns = self.question.codings
        places = Intervals(columns.source, columns.start_char, columns.end_char)
        if isinstance(tree, Or) and about(tree) == "passages":
            return reduce(np.logical_or, [self._codings(part) for part in tree.parts])
        keep = np.ones(len(columns), bool)
        wanted = False
        for part in parts_of_and(tree):
            if about(part) == "codings":
                keep &= self.question.codings_of(part)
            elif about(part) == "turns":
                keep &= self.question.holds(part, places)
            elif isinstance(part, Not):
                keep &= ~overlapping(places, self.question.unrecorded(part.part))
            else:
                wanted = True
        if wanted:
            keep &= self._answering(tree, places)
        return keep

    def _answering(self, tree: Expression, places: Intervals) -> Mask:
        found, used = self.question.traced(tree)
        if not asks_for_codes(tree):
            return overlapping(places, found)
        if _gives_whole_passages(tree):
            return used & _among(places, found)
        return used & containing(places, found)

    def turns(self) -> Mask:
        """The turns of which its filters hold: only their speakers are counted."""
        turns = self.question.view.turn_places
        keep = np.ones(len(turns), bool)
        for part in parts_of_and(self.question.tree):
            if about(part) == "turns":
                keep &= self.question.holds(part, turns)
        return keep


def _gives_whole_passages(tree: Expression) -> bool:
    """Whether all passages of the answer are those of single codings, not stretches of them."""
    match tree:
        case CodeTerm():
            return True
        case Position(left=left):
            return _gives_whole_passages(left)
        case Or(parts=parts):
            return all(_gives_whole_passages(part) for part in parts)
        case And():
            wanted = [
                part
                for part in parts_of_and(tree)
                if about(part) == "passages" and not isinstance(part, Not)
            ]
            return len(wanted) == 1 and _gives_whole_passages(wanted[0])
    return False


def _among(places: Intervals, wanted: Intervals) -> Mask:
    """Which places are the same as one of the wanted."""
    source = np.concatenate((places.source, wanted.source)).astype(np.int64)
    start = np.concatenate((places.start, wanted.start)).astype(np.int64)
    end = np.concatenate((places.end, wanted.end)).astype(np.int64)
    begin = np.unique((source << 32) + start, return_inverse=True)[1].astype(np.int64)
    keys = (begin << 32) + end
    return np.isin(keys[: len(places)], keys[len(places) :])
