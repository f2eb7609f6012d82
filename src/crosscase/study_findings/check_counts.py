"""The figures of checks: how many of something answer a question, of how many, part by part."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

import numpy as np

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.ids import Id
from crosscase.query.attribute_values import attribute_columns
from crosscase.query.counting import Counted, counted, counts_of, units_of
from crosscase.query.cross_counts import Longs, Pairs, distinct, merged_pairs
from crosscase.query.dimensions import Dimension, dimension, plural_of
from crosscase.query.expression import ANY, to_text
from crosscase.query.facts import Facts, coded_facts, passage_facts, turn_facts
from crosscase.query.intervals import overlapping
from crosscase.query.plan import about, parts_of_and, planned
from crosscase.query.study_view import PERSON, StudyView, study_view
from crosscase.report.checks.tree import Base, Measure, Name, QueryText
from crosscase.store.session import Reading
from crosscase.study_findings.asked_people import people_asked
from crosscase.study_findings.check_names import COUNTED, CheckNames
from crosscase.study_findings.check_questions import (
    AskedQuestion,
    bound_question,
    condition_of,
    pointing_into,
)
from crosscase.study_findings.gone_kinds import gone_kind
from crosscase.study_findings.outcomes import Part, Problem
from crosscase.study_findings.verdicts import NotEvaluated

__all__ = ["CountedFigure", "StudyCounts", "Unit"]

T = TypeVar("T")

_WITH_WHOLE = ("participants", "sources", "cases")
_COUNT = ("count", "passages", "passage")
_PART_BITS = 40
_MOST_KEPT, _FACTS_KEPT = 5_000, 16


@dataclass(frozen=True)
class Unit:
    """What is counted: one of the fixed units, or the members of a dimension (sites, sectors)."""

    noun: str
    plural: str
    what: Counted
    side: Dimension | None = None

    @property
    def has_whole(self) -> bool:
        """Whether it is known of how many there are."""
        return self.what.unit in _WITH_WHOLE

    @property
    def by_speaker(self) -> bool:
        """Whether only what speakers themselves lie in matters."""
        return self.side is None and self.what.by_speaker

    def words(self, number: int) -> str:
        """Its noun for a number."""
        return self.noun if number == 1 else self.plural


@dataclass(frozen=True)
class CountedFigure:
    """A figure with what it counts; ``left_out`` are parts of which there is nothing to say."""

    value: int
    of: int | None
    unit: Unit
    of_words: str
    behind: str | None
    is_share: bool = False
    parts: tuple[Part, ...] = ()
    left_out: tuple[str, ...] = ()


class StudyCounts:
    """Counts figures of one study at one moment; what several of them need is counted once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.view: StudyView = study_view(reading)
        self._kept: dict[Hashable, object] = {}
        self._latest: OrderedDict[Hashable, Facts] = OrderedDict()

    def figure(
        self, measure: Measure, names: CheckNames, parts: Name | None = None
    ) -> CountedFigure:
        """A figure; with ``parts`` also part by part, such as by site.

        Raises NotEvaluated where it cannot be counted.
        """
        measure = self._followed(measure, names)
        unit = self._unit_of(measure)
        if unit.what.unit == "codings" or (unit.side is not None and unit.side.needs_codings):
            names.uses_all_codings = True
        measure = replace(measure, query=_written_out(measure.query, unit))
        asked = bound_question(self.reading, measure.query, names)
        value, of = (int(each[0]) for each in self._numbers(measure, asked, names, None))
        has_of = unit.has_whole or measure.base is not None
        told: tuple[Part, ...] = ()
        left_out: tuple[str, ...] = ()
        if parts is not None:
            side = self._parts_side(self.followed_word(parts, names))
            names.uses_all_codings |= side.needs_codings
            numbers = self._numbers(measure, asked, names, side)
            told, left_out = self._parts(unit, side, *numbers, has_of)
        return CountedFigure(
            value,
            of if has_of else None,
            unit,
            self._of_words(measure, unit, of),
            asked.shown,
            measure.base is not None,
            told,
            left_out,
        )

    def whole(self, unit: Unit) -> int:
        """How many of a unit there are in the study: who was interviewed, sites with data."""
        return int(self._count(unit, self._everybody(None, unit, None), None)[0])

    def unit(self, word: Name) -> Unit:
        """What a word names: participants, sources, passages, codings, words, a kind of cases or
        an attribute, one of it or several.

        Raises NotEvaluated for another word.
        """
        return self.once(("unit", word.name.casefold()), lambda: self._found_unit(word))

    def followed_word(self, word: Name, names: CheckNames) -> Name:
        """The word; of an attribute the name that it has today."""
        if self.once(("fixed", word.name.casefold()), lambda: self._is_fixed(word)):
            return word
        if not names.knows(COUNTED, word.name):
            return word
        place = (word.start_char, word.end_char)
        return replace(word, name=names.find(COUNTED, word.name, *place, alone=True).name)

    # -- what is counted -----------------------------------------------------------------

    def _is_fixed(self, word: Name) -> bool:
        """Whether a word names something else than an attribute in any study, or here."""
        if word.name.casefold() in (*_COUNT, "asked"):
            return True
        try:
            counted(self.reading, word.name)
        except MistakeOfUse as error:
            return error.slug != "unknown-count"
        return True

    def _followed(self, measure: Measure, names: CheckNames) -> Measure:
        if measure.base is None:
            return replace(measure, word=self.followed_word(measure.word, names))
        word = self.followed_word(measure.base.word, names)
        return replace(measure, base=replace(measure.base, word=word))

    def _found_unit(self, word: Name) -> Unit:
        if word.name.casefold() in _COUNT:
            return Unit("passage", "passages", Counted("passages", "passage"))
        try:
            what = counted(self.reading, word.name)
        except MistakeOfUse as error:
            if error.slug != "unknown-count":
                raise _at(word, error) from error
            return self._unit_of_side(word)
        if what.unit != "cases":
            return Unit(what.noun, what.plural, what)
        side = dimension(self.reading, what.noun)
        return Unit(what.noun, what.plural, replace(what, case_kind=None), side)

    def _unit_of_side(self, word: Name) -> Unit:
        side = self._side(word)
        return Unit(side.noun, plural_of(side.noun), Counted("cases", side.noun), side)

    def _side(self, word: Name) -> Dimension:
        try:
            return dimension(self.reading, word.name)
        except CrosscaseError as error:
            known = [
                *("participants", "passages", "sources", "codings", "words"),
                *(plural_of(kind) for kind in self.view.kinds.values() if kind != PERSON),
                *(column.name for column in attribute_columns(self.reading).values()),
            ]
            hint = nearest_names_hint(word.name, known) or f"Say {', '.join(known[:10])}."
            sentence = f"“{word.name}” is nothing that can be counted in this study."
            place = (word.start_char, word.end_char)
            unknown = Problem(*place, "unknown-count", sentence, hint)
            gone = gone_kind(self.reading, word.name, *place)
            raise NotEvaluated(gone or unknown, NotFound) from error

    def _parts_side(self, word: Name) -> Dimension:
        return self.once(("side", word.name.casefold()), lambda: self._side(word))

    def _unit_of(self, measure: Measure) -> Unit:
        if measure.base is None:
            return self.unit(measure.word)
        if _is_asked(measure.base):
            return self.unit(Name("participants"))
        return self.unit(measure.base.word)

    def _of_words(self, measure: Measure, unit: Unit, of: int) -> str:
        """What is said after “17 of 32”."""
        base = measure.base
        if base is None:
            return unit.words(of)
        if _is_asked(base):
            return f"{unit.words(of)} asked"
        is_narrowed = base.query is not None and base.query.text != ANY
        return unit.words(of) + (f" with {base.query.text}" if base.query and is_narrowed else "")

    # -- counting ------------------------------------------------------------------------

    def _numbers(
        self, measure: Measure, asked: AskedQuestion, names: CheckNames, side: Dimension | None
    ) -> tuple[Longs, Longs]:
        """The values and of how many, for the whole (one number) or by the members of a side."""
        unit, base = self._unit_of(measure), measure.base
        key = ("numbers", unit.plural, asked.key, None if side is None else id(side))
        if base is None or (base.query is None and not _is_asked(base)):
            return self.once(key, lambda: self._plain(asked, unit, side))
        if base.query is not None:
            wider = bound_question(self.reading, _written_out(base.query, unit), names)
            return self.once((*key, wider.key), lambda: self._among(asked, wider, unit, side))
        people = people_asked(self.reading, base, measure, asked.tree)
        return self.once((*key, people), lambda: self._of_asked(asked, people, unit, side))

    def _plain(
        self, asked: AskedQuestion, unit: Unit, side: Dimension | None
    ) -> tuple[Longs, Longs]:
        value = self._count(unit, self._facts(asked, unit, side), side)
        if not unit.has_whole:
            return value, np.zeros(len(value), np.int64)
        filters = self._filters(asked)
        key = ("of", unit.plural, filters, None if side is None else id(side))
        of = self.once(key, lambda: self._count(unit, self._everybody(asked, unit, side), side))
        return value, of

    def _among(
        self, asked: AskedQuestion, wider: AskedQuestion, unit: Unit, side: Dimension | None
    ) -> tuple[Longs, Longs]:
        """Of those that answer another question: passages that share text, people who say both."""
        found, whole = self._facts(asked, unit, side), self._facts(wider, unit, side)
        if unit.what.unit in ("passages", "codings", "words"):
            inside = overlapping(whole.places, found.places)
            if side is None and unit.what.unit == "passages":
                # Of the answers to a question each passage is there once.
                return np.array([inside.sum()]), np.array([len(whole.places)])
            shared = whole.taken(inside[whole.item])
            return self._count(unit, shared, side), self._count(unit, whole, side)
        one, other = self._pairs(unit, found, side), self._pairs(unit, whole, side)
        size = 1 if side is None else len(side.labels)
        return _by_part(one[np.isin(one, other)], size), _by_part(other, size)

    def _of_asked(
        self, asked: AskedQuestion, people: frozenset[Id], unit: Unit, side: Dimension | None
    ) -> tuple[Longs, Longs]:
        rows = [self.view.rows[id_] for id_ in people if id_ in self.view.rows]
        both = (self._facts(asked, unit, side), self._everybody(asked, unit, side))
        value, of = (
            self._count(unit, each.taken(np.isin(each.participant, rows)), side) for each in both
        )
        return value, of

    def _count(self, unit: Unit, facts: Facts, side: Dimension | None) -> Longs:
        """How many of a unit there are, in all (one number) or by the members of a side."""
        size = 1 if side is None else len(side.labels)
        if unit.what.unit != "words":
            return _by_part(self._pairs(unit, facts, side), size)
        rows, columns = _whole(len(facts)), self._lying(unit, facts, side)
        units = np.zeros(len(facts), np.int64)
        counts = counts_of(self.reading, unit.what, facts, units, rows, columns, (1, size))[1]
        return counts.columns

    def _pairs(self, unit: Unit, facts: Facts, side: Dimension | None) -> Longs:
        """Each part with each unit in it, as one number."""
        if unit.side is not None:
            lying = self._lying(unit, facts, unit.side)
            facts = replace(
                facts, item=facts.item[lying.fact], participant=facts.participant[lying.fact]
            )
            units = lying.member
        elif unit.what.unit == "passages" and facts.codings is None:
            units = facts.item  # an answer has each passage once
        else:
            facts, units = units_of(self.view, unit.what, facts)
        parts = self._lying(unit, facts, side)
        return distinct((parts.member << _PART_BITS) + units[parts.fact])

    def _lying(self, unit: Unit, facts: Facts, side: Dimension | None) -> Pairs:
        """In which members of a side the facts lie, as a matrix counts them."""
        if side is None:
            return _whole(len(facts))
        if side.key == "source":
            return side.lookup.pairs(facts.source)
        if side.key != "case":
            return side.lookup.pairs(facts.coding_keys(side.key))
        own = side.lookup.pairs(facts.participant)
        return own if unit.by_speaker else merged_pairs(own, side.lookup.pairs(facts.source))

    # -- what is counted from --------------------------------------------------------------

    def _facts(self, asked: AskedQuestion, unit: Unit, side: Dimension | None) -> Facts:
        by_coding = unit.what.unit == "codings" or any(
            each is not None and each.needs_codings for each in (unit.side, side)
        )
        key = (asked.key, by_coding)
        if key in self._latest:
            self._latest.move_to_end(key)
        else:
            with pointing_into(asked.query):
                self._latest[key] = self._found(asked, by_coding)
            if len(self._latest) > _FACTS_KEPT:
                self._latest.popitem(last=False)
        return self._latest[key]

    def _found(self, asked: AskedQuestion, by_coding: bool) -> Facts:
        condition = condition_of(self.reading, asked)
        if by_coding:
            return coded_facts(self.reading, condition)
        if about(condition.question.tree) == "turns":
            return turn_facts(self.reading, condition)
        return passage_facts(self.reading, condition)

    def _everybody(self, asked: AskedQuestion | None, unit: Unit, side: Dimension | None) -> Facts:
        """The turns that could have been counted: all, or those of which the filters hold."""
        if any(each is not None and each.needs_codings for each in (unit.side, side)):
            return self.once("every coding", lambda: coded_facts(self.reading, None))
        if asked is None or self._filters(asked) is None:
            return self.once("everybody", lambda: turn_facts(self.reading, None))
        with pointing_into(asked.query):
            return turn_facts(self.reading, condition_of(self.reading, asked))

    def _filters(self, asked: AskedQuestion) -> str | None:
        """The filters of a question, which narrow of how many it is counted."""
        parts = parts_of_and(planned(asked.tree))
        return " and ".join(to_text(each) for each in parts if about(each) == "turns") or None

    # -- parts -----------------------------------------------------------------------------

    def _parts(
        self, unit: Unit, side: Dimension, values: Longs, of: Longs, has_of: bool
    ) -> tuple[tuple[Part, ...], tuple[str, ...]]:
        """The figures part by part, without the parts that have no data at all."""
        people = self.unit(Name("participants"))
        looked_at = people if unit.by_speaker else self.unit(Name("sources"))
        key = ("there", looked_at.plural, id(side))
        there = self.once(
            key, lambda: self._count(looked_at, self._everybody(None, looked_at, side), side)
        )
        told, left_out = [], []
        rows = zip(side.labels, there.tolist(), values.tolist(), of.tolist(), strict=True)
        for label, data, value, whole in rows:
            if data:
                told.append(Part(label, value, whole if has_of else None))
            else:
                left_out.append(label)
        return tuple(told), tuple(left_out)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Something that several figures need, made once."""
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()  # each letter that somebody types into a check asks anew
            self._kept[key] = make()
        return cast(T, self._kept[key])


def _written_out(query: QueryText, unit: Unit) -> QueryText:
    """``*`` is everything: whoever was interviewed, every source, all that is coded."""
    if query.text != ANY:
        return query
    of_codes = unit.what.unit in ("passages", "codings")
    return replace(query, text="code:*" if of_codes else "source:*")


def _whole(size: int) -> Pairs:
    return Pairs(np.arange(size, dtype=np.int64), np.zeros(size, np.int64))


def _by_part(pairs: Longs, size: int) -> Longs:
    return np.bincount(pairs >> _PART_BITS, minlength=size)


def _is_asked(base: Base) -> bool:
    return base.word.name.casefold() == "asked"


def _at(word: Name, error: CrosscaseError) -> NotEvaluated:
    problem = Problem(word.start_char, word.end_char, error.slug, error.sentence, error.hint)
    return NotEvaluated(problem, type(error))
