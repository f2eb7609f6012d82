"""Answering a question with the places that it asks for, on columns, without a loop over rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import reduce

import numpy as np

from crosscase.errors import CrosscaseError
from crosscase.model.slips import Slip, not_understood
from crosscase.query.code_names import code_names
from crosscase.query.expression import (
    ANY,
    And,
    CodeTerm,
    Expression,
    FieldTerm,
    Not,
    Or,
    Position,
    TextTerm,
)
from crosscase.query.fields import TurnFilter, coding_filter, no_places, turn_filter
from crosscase.query.intervals import Intervals, common_stretches, overlapping
from crosscase.query.parse import parse_query
from crosscase.query.plan import about, asks_for_codes, parts_of_and, planned
from crosscase.query.positions import standing_in_relation
from crosscase.query.study_view import Mask, distinct_places, study_view
from crosscase.query.text_search import PartsBySource, text_places
from crosscase.query.words_elsewhere import in_our_words
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

__all__ = ["Question", "joined_places"]


class Question:
    """One question to a study at one moment; its methods answer any part of the expression.

    ``tree`` is what the expression says, where that was read already.
    """

    def __init__(self, reading: Reading, expression: str, tree: Expression | None = None) -> None:
        self.reading = reading
        self.expression = expression
        self.asked = in_our_words(reading, tree or parse_query(expression), self.pointing_at)
        self.tree = planned(self.asked)
        self.view = study_view(reading)
        self.codings = coding_columns(reading.file, reading.connection)
        self.codings_used = np.zeros(len(self.codings), bool)
        self._filters: dict[FieldTerm, TurnFilter] = {}
        self._parts_found: dict[str, PartsBySource] = {}
        self._sources: Mask | None = None

    def answer(self, sources: Sequence[int] | None = None) -> Intervals:
        """The distinct places that answer the whole question, in the order of answers.

        With ``sources`` (entity rows) only those in these sources; no other text is then read.
        """
        self._sources = None if sources is None else self.view.by_row(sources)
        found = distinct_places(self.view, self.places(self.tree))
        self._sources = None
        return found

    def _inside(self, places: Intervals) -> Intervals:
        return places if self._sources is None else places.taken(self._sources[places.source])

    def _reachable(self, allowed: Mask | None) -> Mask | None:
        if self._sources is None:
            return allowed
        inside = self._sources[self.view.turns.source]
        return inside if allowed is None else inside & allowed

    # -- places ------------------------------------------------------------------------------

    def places(
        self, part: Expression, codings: Mask | None = None, allowed: Mask | None = None
    ) -> Intervals:
        """The places that answer a part.

        Args:
            part: an expression of any kind.
            codings: which codings code terms may use; None: all.
            allowed: which turns a text match may lie in; it only spares looking elsewhere.
        """
        match part:
            case CodeTerm():
                return self._coded(self._of_code(part) & (True if codings is None else codings))
            case Or(parts=parts) if about(part) == "passages":
                return joined_places([self.places(each, codings, allowed) for each in parts])
            case Position() if codings is None or asks_for_codes(part):
                return self._positioned(part, codings, allowed)
            case TextTerm() if codings is None:
                return self._matches(part, allowed)
        return self._together(parts_of_and(part), codings, allowed)

    def _together(
        self, parts: Sequence[Expression], codings: Mask | None, allowed: Mask | None
    ) -> Intervals:
        """What holds together: stretches shared by all passages, filtered, less what is not."""
        for part in parts:
            if about(part) == "codings":
                mask = self.codings_of(part)
                codings = mask if codings is None else codings & mask
        filters = [part for part in parts if about(part) == "turns"]
        passages = [part for part in parts if about(part) == "passages"]
        without = [part.part for part in passages if isinstance(part, Not)]
        wanted = [part for part in passages if not isinstance(part, Not)]
        found = self._shared(wanted, filters, codings, allowed)
        for part in filters:
            found = found.taken(self.holds(part, found))
        for part in without:
            others = self.unrecorded(part, overlapping(self.view.turn_places, found))
            found = found.taken(~overlapping(found, others))
        return found

    def _shared(
        self,
        wanted: Sequence[Expression],
        filters: Sequence[Expression],
        codings: Mask | None,
        allowed: Mask | None,
    ) -> Intervals:
        """The stretches that all passages share; without any: the codings, or else the turns."""
        found: Intervals | None = None
        if codings is not None and not any(asks_for_codes(part) for part in wanted):
            found = self._coded(codings)
        elif not wanted:
            return self._inside(self.view.turn_places)
        for part in sorted(wanted, key=_cost):
            asked = codings if asks_for_codes(part) else None
            if _cost(part):
                allowed = self.narrowed(filters, allowed, found)
            places = self.places(part, asked, allowed)
            found = places if found is None else _shared_by_two(found, places)
            found = distinct_places(self.view, found)
        assert found is not None
        return found

    def narrowed(
        self,
        filters: Sequence[Expression],
        allowed: Mask | None = None,
        found: Intervals | None = None,
    ) -> Mask:
        """The turns in which text is worth looking for: a match never leaves its turn."""
        turns = self.view.turn_places
        kept = np.ones(len(turns), bool) if allowed is None else allowed
        for part in filters:
            if not any(len(each.places) for each in self._filters_in(part)):
                kept = kept & self.holds(part, turns)
        return kept if found is None else kept & overlapping(turns, found)

    def _matches(self, term: TextTerm, allowed: Mask | None) -> Intervals:
        return text_places(self.reading, term, self._reachable(allowed), self._parts_found)

    def _positioned(self, part: Position, codings: Mask | None, allowed: Mask | None) -> Intervals:
        left = distinct_places(self.view, self.places(part.left, codings, allowed))
        in_sources = self.view.by_row(np.unique(left.source).tolist())
        right = self.unrecorded(part.right, in_sources[self.view.turns.source])
        return left.taken(standing_in_relation(self.reading, part, left, right))

    def unrecorded(self, part: Expression, allowed: Mask | None = None) -> Intervals:
        """The places of a part that lends no passages to the answer."""
        return self.traced(part, allowed)[0]

    def traced(self, part: Expression, allowed: Mask | None = None) -> tuple[Intervals, Mask]:
        """The places of a part, and the codings that its code terms found."""
        before, self.codings_used = self.codings_used, np.zeros(len(self.codings), bool)
        found, used = self.places(part, None, allowed), self.codings_used
        self.codings_used = before
        return found, used

    # -- codings -----------------------------------------------------------------------------

    def _of_code(self, term: CodeTerm) -> Mask:
        if term.name == ANY:
            return np.ones(len(self.codings), bool)
        names = code_names(self.reading)
        with self.pointing_at(term):
            row = names.find(term.name)
        wanted = names.with_descendants(row) if term.with_descendants else [row]
        return np.isin(self.codings.code, wanted)

    def _coded(self, mask: Mask) -> Intervals:
        self.codings_used = self.codings_used | mask
        chosen = self.codings
        places = Intervals(chosen.source, chosen.start_char, chosen.end_char).taken(mask)
        return distinct_places(self.view, self._inside(places))

    def codings_of(self, part: Expression) -> Mask:
        """Which codings a part about codings holds of."""
        match part:
            case Not(part=inner):
                return ~self.codings_of(inner)
            case And(parts=parts):
                return _all_of([self.codings_of(each) for each in parts])
            case Or(parts=parts):
                return _any_of([self.codings_of(each) for each in parts])
        assert isinstance(part, FieldTerm)
        with self.pointing_at(part):
            return coding_filter(self.reading, part)

    # -- turns -------------------------------------------------------------------------------

    def holds(self, part: Expression, places: Intervals) -> Mask:
        """Of which places a part about turns holds."""
        match part:
            case Not(part=inner):
                return ~self.holds(inner, places)
            case And(parts=parts):
                return _all_of([self.holds(each, places) for each in parts])
            case Or(parts=parts):
                return _any_of([self.holds(each, places) for each in parts])
        assert isinstance(part, FieldTerm)
        held = self._filter(part).holds(self.view, places)
        return ~held if part.comparison == "!=" else held

    def _filter(self, term: FieldTerm) -> TurnFilter:
        if term not in self._filters:
            with self.pointing_at(term):
                self._filters[term] = turn_filter(self.reading, term)
        return self._filters[term]

    def _filters_in(self, part: Expression) -> Iterator[TurnFilter]:
        match part:
            case FieldTerm():
                yield self._filter(part)
            case Not(part=inner):
                yield from self._filters_in(inner)
            case And(parts=parts) | Or(parts=parts):
                for each in parts:
                    yield from self._filters_in(each)

    @contextmanager
    def pointing_at(self, term: Expression) -> Iterator[None]:
        """Let an error show the term of the expression that it is about."""
        try:
            yield
        except CrosscaseError as error:
            slip = Slip(error.sentence, term.start_char, term.end_char, error.hint)
            shown = not_understood(self.expression, slip, "query-not-understood")
            raise type(error)(
                shown.sentence, hint=error.hint, slug=error.slug, details=shown.details
            ) from error


def _all_of(masks: Sequence[Mask]) -> Mask:
    return reduce(np.logical_and, masks)


def _any_of(masks: Sequence[Mask]) -> Mask:
    return reduce(np.logical_or, masks)


def _cost(part: Expression) -> int:
    """Codes are at hand in columns; text has to be looked for."""
    return 0 if isinstance(part, CodeTerm) else 1


def _shared_by_two(a: Intervals, b: Intervals) -> Intervals:
    stretches = common_stretches(a, b)
    return Intervals(stretches.source, stretches.start, stretches.end)


def joined_places(found: Sequence[Intervals]) -> Intervals:
    """The places of several sets, one set after the other."""
    if not found:
        return no_places()
    return Intervals(
        np.concatenate([each.source for each in found]),
        np.concatenate([each.start for each in found]),
        np.concatenate([each.end for each in found]),
    )
