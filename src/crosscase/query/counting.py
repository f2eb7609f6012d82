"""What the cells of a matrix count, and of how many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.query.attribute_values import field_key
from crosscase.query.cross_counts import (
    Counts,
    Crossed,
    Longs,
    Lookup,
    Pairs,
    Spans,
    cross,
    distinct,
    distinct_counts,
    length_counts,
)
from crosscase.query.dimensions import plural_of
from crosscase.query.facts import Facts
from crosscase.query.intervals import count_before
from crosscase.query.study_view import PERSON, StudyView, distinct_places, study_view
from crosscase.query.word_places import word_positions
from crosscase.query.words_elsewhere import our_word
from crosscase.store.session import Reading

__all__ = [
    "Counted",
    "Of",
    "counted",
    "counts_of",
    "of_how_many",
    "several_note",
    "silent_note",
    "units_of",
]

Unit = Literal["participants", "cases", "sources", "passages", "words", "codings"]

_UNITS: tuple[Unit, ...] = ("participants", "cases", "sources", "passages", "words", "codings")
_SITE = "site"


@dataclass(frozen=True)
class Counted:
    """What is counted: ``case_kind`` (folded) says which cases, where cases are."""

    unit: Unit
    noun: str
    case_kind: str | None = None

    @property
    def plural(self) -> str:
        """More than one of what is counted."""
        return self.noun if self.unit == "words" else plural_of(self.noun)

    @property
    def by_speaker(self) -> bool:
        """Whether only what speakers themselves lie in matters, not what their sources do."""
        return self.unit == "participants"


@dataclass(frozen=True)
class Of:
    """Of how many: in all, and for each row and column where that is something of its own.

    ``words`` say it of the whole (“of 32 interviewed”), ``label`` of a row or column of such
    numbers (“of interviewed”).
    """

    total: int
    words: str
    label: str
    rows: tuple[int, ...] | None = None
    columns: tuple[int, ...] | None = None


def counted(reading: Reading, count: str) -> Counted:
    """What a word names: participants, sources, passages, words, codings, cases, or a kind of
    cases; ``cases`` are sites, or the one kind that the study has besides persons.
    """
    view = study_view(reading)
    kinds = {kind: spelled for kind, spelled in view.kinds.items() if kind != PERSON}
    ours = our_word(reading, count)
    key = ours if ours in ("coding", "passage", "source") else field_key(count)
    for unit in _UNITS:
        if key in (unit, unit.removesuffix("s")) and unit != "cases":
            return Counted(unit, unit if unit == "words" else unit.removesuffix("s"))
    for kind, spelled in kinds.items():
        if key in (field_key(spelled), field_key(plural_of(spelled))):
            return Counted("cases", spelled, kind)
    if key in ("case", "cases"):
        if _SITE in kinds or len(kinds) == 1:
            kind = _SITE if _SITE in kinds else next(iter(kinds))
            return Counted("cases", kinds[kind], kind)
        listed = ", ".join(plural_of(spelled) for spelled in kinds.values())
        raise MistakeOfUse(
            "It is not clear which cases are to be counted.",
            slug="count-ambiguous",
            hint=f"Say which kind: {listed}." if kinds else "The study has no cases yet.",
        )
    words = [*_UNITS, *(plural_of(spelled) for spelled in kinds.values())]
    raise MistakeOfUse(
        f"A matrix cannot count “{count}”.",
        slug="unknown-count",
        hint=nearest_names_hint(count, words) or f"Say {', '.join(words)}.",
    )


def units_of(view: StudyView, what: Counted, facts: Facts) -> tuple[Facts, Longs]:
    """The facts that have something to count, and what that is, as a number by fact."""
    match what.unit:
        case "participants":
            kept = facts.taken(facts.participant >= 0)
            return kept, kept.participant
        case "sources":
            return facts, facts.source
        case "cases":
            return _cases_of(view, what.case_kind or "", facts)
        case "codings":
            return facts, _distinct_codings(facts)
    return facts, facts.passage


def counts_of(
    reading: Reading,
    what: Counted,
    facts: Facts,
    units: Longs,
    rows: Pairs,
    columns: Pairs,
    shape: tuple[int, int],
) -> tuple[Crossed, Counts]:
    """The facts in their cells, and the counts of each cell and total."""
    crossed = cross(rows, columns)
    if what.unit == "words":
        return crossed, length_counts(crossed, _words(reading, facts), shape)
    return crossed, distinct_counts(crossed, units, shape)


def of_how_many(
    view: StudyView, what: Counted, facts: Facts, everybody: Facts, told: str = "interviewed"
) -> tuple[int, str]:
    """The number that counts stand against, and how it is said: “of 32 interviewed”.

    ``everybody`` are the turns that could have been counted: those that meet the filters;
    ``told`` is what is said of those who speak in them.
    """
    match what.unit:
        case "participants":
            number = _distinct(everybody.participant[everybody.participant >= 0])
            return number, f"of {number:,} {told}"
        case "sources":
            number = _distinct(everybody.source)
        case "cases":
            number = _distinct(_cases_of(view, what.case_kind or "", everybody)[1])
        case "words":
            number = sum(view.texts[row].words for row in distinct(everybody.source).tolist())
            sources = _distinct(everybody.source)
            return number, f"of {number:,} in {sources:,} source{'' if sources == 1 else 's'}"
        case "codings":
            number = _distinct(_distinct_codings(facts))
        case _:
            number = _distinct(facts.passage)
            coded = "coded " if facts.codings is not None else ""
            return number, f"of {number:,} {coded}passage{'' if number == 1 else 's'}"
    return number, f"of {number:,} {what.noun if number == 1 else what.plural}"


def several_note(what: Counted, side: str, number: int) -> str | None:
    """That so many of what is counted lie in more than one member of a side."""
    if not number:
        return None
    verb = "is" if number == 1 else "are"
    return (
        f"{number:,} {what.noun if number == 1 else what.plural} {verb} in more than one {side}: "
        "counted in each of them, and once in totals."
    )


def silent_note(view: StudyView, found: Facts) -> str | None:
    """How many coded passages nobody speaks in whom the study knows."""
    items = found.item[found.participant < 0]
    number = len(distinct_places(view, found.places.taken(items)))
    if not number or found.codings is None:
        return None
    if number == 1:
        return "1 coded passage has no participant (a document, or nobody linked): not counted."
    return (
        f"{number:,} coded passages have no participant (documents, or nobody linked): not counted."
    )


def _distinct(numbers: Longs) -> int:
    return len(distinct(numbers))


def _cases_of(view: StudyView, kind: str, facts: Facts) -> tuple[Facts, Longs]:
    """The facts once for each case of a kind that the speaker or the source lies in."""
    cases = view.cases_of_kind(kind)
    pairs = [(row, row) for row in cases]
    for member, groups in view.groups.items():
        pairs += [(member, group) for group in groups if group in cases]
    lookup = Lookup([member for member, _ in pairs], [group for _, group in pairs])
    found = [lookup.pairs(facts.participant), lookup.pairs(facts.source)]
    fact = np.concatenate([each.fact for each in found])
    order = np.argsort(fact, kind="stable")
    group = np.concatenate([each.member for each in found])[order]
    fact = fact[order]
    return replace(facts, item=facts.item[fact], participant=facts.participant[fact]), group


def _distinct_codings(facts: Facts) -> Longs:
    """A number for each (coder, code, passage): the same coded twice counts once."""
    coder, code = facts.coding_keys("coder"), facts.coding_keys("code")
    width = int(code.max(initial=0)) + 1
    pair = np.unique((coder + 1) * width + code, return_inverse=True)[1].astype(np.int64)
    numbers: Longs = facts.passage * (int(pair.max(initial=0)) + 1) + pair
    return numbers


def _words(reading: Reading, facts: Facts) -> Spans:
    """Where passages lie, counted in words."""
    places = facts.places
    used = np.zeros(len(places), bool)
    used[facts.item] = True
    units = word_positions(reading, np.unique(places.source[used]).tolist())
    ends = [np.zeros(len(places), np.int64), np.zeros(len(places), np.int64)]
    for at, column in zip(ends, (places.start, places.end), strict=True):
        at[used] = count_before(places.source[used], column[used], units)
    return Spans(facts.source, ends[0][facts.item], ends[1][facts.item])
