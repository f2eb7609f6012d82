"""Who is quoted, against their share of what could have been: participants, sites, sectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.errors import NotFound
from crosscase.model.case_closure import kind_key
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.query.answers import answer
from crosscase.query.cross_counts import Longs, distinct
from crosscase.query.dimensions import Dimension, dimension
from crosscase.query.intervals import Intervals, overlapping
from crosscase.query.study_view import StudyView, distinct_places, study_view
from crosscase.report.quote_edits import pieces_of_quote, words_of_quote
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.who_speaks import participants_of_passages
from crosscase.study_findings.quote_reading import QuoteWithStanding, read_quotes
from crosscase.study_protection.disclosure import policy_of

__all__ = ["BalanceRow", "BalanceSide", "QuoteBalance", "quote_balance"]

_SPAN = np.int64(1) << 32
# One and a half times what would be expected, and more than one quote: a single one says nothing.
_OVER, _LEAST_OVER = 1.5, 2
_UNDER, _LEAST_EXPECTED = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One participant or group.

    ``quotes`` of theirs of all ``of_quotes``, ``words`` in them; ``passages`` of theirs of all
    ``of_passages``; ``expected`` quotes if they were quoted by their share of passages.
    """

    id: Id | None
    name: str
    quotes: int
    of_quotes: int
    words: int
    passages: int
    of_passages: int

    @property
    def of_share(self) -> float | None:
        """Which part of the passages is theirs; None where there are none."""
        return self.passages / self.of_passages if self.of_passages else None

    @property
    def expected(self) -> float | None:
        """How many quotes their share of the passages would be."""
        share = self.of_share
        return None if share is None else share * self.of_quotes

    @property
    def standing(self) -> str:
        """never, less, more, or as expected."""
        expected = self.expected
        if not self.quotes:
            return "never" if self.passages else "as expected"
        if expected is None:
            return "as expected"
        if self.quotes >= _LEAST_OVER and self.quotes > _OVER * expected:
            return "more"
        if expected >= _LEAST_EXPECTED and self.quotes < _UNDER * expected:
            return "less"
        return "as expected"

    @property
    def says(self) -> str:
        """The row in words, with its denominators."""
        told = f"{self.quotes:,} of {counted(self.of_quotes, 'quote')}"
        if not self.of_passages:
            return told
        return f"{told}; {self.passages:,} of {counted(self.of_passages, 'passage')}"


@dataclass(frozen=True, slots=True)
class BalanceSide:
    """The rows of one kind of case or attribute, the most quoted first."""

    kind: str
    rows: tuple[BalanceRow, ...]

    @property
    def never(self) -> tuple[BalanceRow, ...]:
        """Those who said something of it and are never quoted."""
        return tuple(each for each in self.rows if each.standing == "never")


@dataclass(frozen=True, slots=True)
class QuoteBalance:
    """Who is quoted; ``basis`` says of which passages the shares are.

    ``unheard`` counts quotes of nobody known: an interviewer, or a document.
    """

    by: tuple[BalanceSide, ...]
    basis: str
    quotes: int
    passages: int
    unheard: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """Things (quotes or passages, by number) with each participant (entity row) who speaks."""

    thing: Longs
    person: Longs
    count: int


def quote_balance(
    reading: Reading, *, of: str | None = None, by: Sequence[str] | None = None
) -> QuoteBalance:
    """Who is quoted more and less than their share (see ``Quotes.balance``)."""
    view = study_view(reading)
    quotes = read_quotes(reading, labelled=False)
    places, basis = _passages(reading, view, quotes, of)
    owner, person = participants_of_passages(view.turns, places.source, places.start, places.end)
    passages = _Said(owner, person.astype(np.int64), len(distinct(owner)))
    quoted = _quoted(view, quotes)
    words = np.array([words_of_quote(pieces_of_quote(each.words)) for each in quotes], np.int64)
    sides, notes = [], []
    for word in _asked_for(reading, by):
        try:
            side = dimension(reading, word)
        except NotFound:
            if by is not None:
                raise
            continue
        if side.key != "case":
            notes.append(f"Participants do not lie in {word}: left out.")
            continue
        sides.append(BalanceSide(side.noun, tuple(_rows(side, quoted, words, passages))))
    unheard = len(quotes) - quoted.count
    if unheard:
        notes.append(
            f"{counted(unheard, 'quote')} of nobody who is linked to a participant, or whose "
            "words stand in no transcript any more."
        )
    return QuoteBalance(tuple(sides), basis, len(quotes), passages.count, unheard, tuple(notes))


def _asked_for(reading: Reading, by: Sequence[str] | None) -> Iterator[str]:
    if by is not None:
        yield from dict.fromkeys(by)
        return
    policy = policy_of(reading)
    seen = set()
    for word in ("participants", policy.site, policy.sector, *map(policy.field_of, policy.by)):
        if kind_key(word) not in seen:
            seen.add(kind_key(word))
            yield word


def _passages(
    reading: Reading, view: StudyView, quotes: Sequence[QuoteWithStanding], of: str | None
) -> tuple[Intervals, str]:
    """What could have been quoted: a question's passages, or those coded like what is quoted."""
    if of is not None:
        found = answer(reading, of).places()
        rows = [view.rows[source] for source, _, _ in found]
        listed = Intervals.of(rows, [start for _, start, _ in found], [end for _, _, end in found])
        return listed, f"passages that answer {of}"
    columns = coding_columns(reading.file, reading.connection)
    coded = Intervals(columns.source, columns.start_char, columns.end_char)
    held = [each.place for each in quotes if each.place is not None]
    quoted = Intervals.of(
        [view.rows[source] for source, _, _ in held],
        [start for _, start, _ in held],
        [end for _, _, end in held],
    )
    codes = np.unique(columns.code[overlapping(coded, quoted)])
    if not len(codes):
        return distinct_places(view, coded), "coded passages"
    like = distinct_places(view, coded.taken(np.isin(columns.code, codes)))
    return like, f"passages coded with {counted(len(codes), 'code')} of what is quoted"


def _quoted(view: StudyView, quotes: Sequence[QuoteWithStanding]) -> _Said:
    pairs = [
        (number, view.rows[person])
        for number, each in enumerate(quotes)
        for person, _ in each.match.participants
    ]
    things, people = (np.array([pair[at] for pair in pairs], np.int64) for at in (0, 1))
    return _Said(things, people, len(distinct(things)))


def _rows(side: Dimension, quoted: _Said, words: Longs, passages: _Said) -> Iterator[BalanceRow]:
    size = len(side.members)
    thing, member = _in_members(side, quoted)
    quotes = np.bincount(member, minlength=size)
    spoken = np.bincount(member, weights=words[thing], minlength=size).astype(np.int64)
    passage, passage_member = _in_members(side, passages)
    said = np.bincount(passage_member, minlength=size)
    of_quotes, of_passages = len(distinct(thing)), len(distinct(passage))
    rows = [
        BalanceRow(
            held.id, label, int(quotes[at]), of_quotes, int(spoken[at]), int(said[at]), of_passages
        )
        for at, (held, label) in enumerate(zip(side.members, side.labels, strict=True))
        if quotes[at] or said[at]
    ]
    yield from sorted(rows, key=lambda row: (-row.quotes, -row.passages, row.name.casefold()))


def _in_members(side: Dimension, said: _Said) -> tuple[Longs, Longs]:
    """Each thing with each member in which one of its speakers lies, once."""
    pairs = side.lookup.pairs(said.person)
    keys = distinct(said.thing[pairs.fact] * _SPAN + pairs.member)
    return keys // _SPAN, keys % _SPAN
