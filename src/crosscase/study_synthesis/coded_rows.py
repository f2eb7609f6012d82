"""Passages with the codes that an analysis asks for, and who speaks in them, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs, Lookup, distinct
from crosscase.query.dimensions import Dimension, Member, dimension
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import Mask, StudyView, study_view
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.who_speaks import pairs_of_ranges, turns_of_passages

__all__ = ["CodedRows", "chosen_codes", "coded_rows", "codes_asked"]

_SPAN = np.int64(1) << 32


@dataclass(frozen=True, eq=False)
class CodedRows:
    """A row is one distinct passage with one of the codes asked for.

    ``place`` and ``code`` have a number for each row: into ``places`` (which may repeat a place
    for two rectangles of one picture) and into the members of ``codes``. ``passages`` counts
    all coded passages that meet the condition, of whichever code.
    """

    view: StudyView
    codes: Dimension
    places: Intervals
    place: Longs
    code: Longs
    codings: CodingColumns
    passages: int
    turns: Mask | None

    @property
    def source(self) -> npt.NDArray[np.int32]:
        """The entity row of the source of each row."""
        return self.places.source[self.place]

    @property
    def start(self) -> npt.NDArray[np.int32]:
        """Where the passage of each row begins."""
        return self.places.start[self.place]

    @property
    def end(self) -> npt.NDArray[np.int32]:
        """Where the passage of each row ends."""
        return self.places.end[self.place]

    @cached_property
    def apart(self) -> Mask:
        """Codes x codes: which of them have no code in common (none lies below the other)."""
        rows = np.array(sorted(self._code_rows), np.int64)
        pairs = self.codes.lookup.pairs(rows)
        size = len(self.codes.labels)
        held = np.zeros((len(rows), size), np.float32)
        held[pairs.fact, pairs.member] = 1
        apart: Mask = (held.T @ held) == 0
        return apart

    @cached_property
    def _code_rows(self) -> set[int]:
        return set(self.codes.only or ()) | set(self.codings.code.tolist())

    def taken(self, keep: Mask) -> CodedRows:
        """Some of the rows."""
        return replace(self, place=self.place[keep], code=self.code[keep])

    def turns_of(self, places: Intervals) -> tuple[Longs, Longs]:
        """All (number of place, turn) pairs; only turns of which the condition holds."""
        first, after = turns_of_passages(self.view.turns, places.source, places.start, places.end)
        owner, turn = pairs_of_ranges(first, after)
        if self.turns is None:
            return owner, turn
        keep = self.turns[turn]
        return owner[keep], turn[keep]

    def speakers_of(self, places: Intervals) -> tuple[Longs, Longs]:
        """Distinct (number of place, participant's entity row) pairs, ordered by place."""
        owner, turn = self.turns_of(places)
        person = self.view.turns.participant[turn].astype(np.int64)
        spoken = person >= 0
        pairs = distinct(owner[spoken].astype(np.int64) * _SPAN + person[spoken])
        return pairs // _SPAN, pairs % _SPAN

    @cached_property
    def place_speakers(self) -> tuple[Longs, Longs]:
        """Who speaks in each of ``places``."""
        return self.speakers_of(self.places)

    def names(self, people: set[int]) -> tuple[str, ...]:
        """The names of participants by their entity rows, in order."""
        cases = self.view.cases
        found = (cases[row].name or "" for row in people if row in cases)
        return tuple(sorted(found, key=lambda name: (name.casefold(), name)))


def codes_asked(words: Sequence[str] | None) -> str | tuple[str, ...]:
    """What words ask for: one alone as a matrix takes it (none: all codes), several as names.

    Raises MistakeOfUse for one name alone: a code meets others.
    """
    if not words:
        return "codes:all"
    if len(words) > 1:
        return tuple(words)
    word = words[0].strip()
    if word.casefold() in ("codes", "codes:all") or word.casefold().startswith("code:"):
        return word
    raise MistakeOfUse(
        "One code alone cannot be compared with others.",
        slug="one-code",
        hint=f"Name more, or say code:{word} for the codes below it.",
    )


def chosen_codes(reading: Reading, codes: str | Sequence[str]) -> Dimension:
    """The codes of an analysis: a word as a matrix takes it (codes, codes:all, code:NAME), or
    names, paths or ids; each with the codes below it.

    Raises NotFound for a name that no code has, MistakeOfUse for a dimension of something else.
    """
    if isinstance(codes, str):
        found = dimension(reading, codes)
        if found.key != "code":
            raise MistakeOfUse(
                f"“{codes}” are no codes.",
                slug="not-codes",
                hint="Say codes (the top ones), codes:all, code:NAME, or name some codes.",
            )
        return found
    names = code_names(reading)
    rows = list(dict.fromkeys(names.find(each) for each in codes))
    lying = [names.with_descendants(row) for row in rows]
    members = tuple(
        Member(names.codes[row].name or "", names.codes[row].id, 0, names.codes[row].colour)
        for row in rows
    )
    lookup = Lookup(
        [row for below in lying for row in below],
        [number for number, below in enumerate(lying) for _ in below],
    )
    labels = tuple(PATH_MARK.join(names.path(row)) for row in rows)
    return Dimension("code", "code", labels, members, lookup, "no code")


def coded_rows(reading: Reading, codes: Dimension, condition: Condition | None) -> CodedRows:
    """The rows of an analysis of codes; the same passage coded twice alike is one row."""
    view = study_view(reading)
    columns = coding_columns(reading.file, reading.connection)
    if condition is not None:
        columns = columns.take(condition.codings())
    new = np.zeros(len(columns), bool)
    new[:1] = True
    for column in (columns.source, columns.start_char, columns.end_char, columns.region):
        new[1:] |= column[1:] != column[:-1]  # the columns stand in the order of places
    passage = np.cumsum(new) - 1
    pairs = codes.lookup.pairs(columns.code)
    width = max(1, len(codes.labels))
    rows = distinct(passage[pairs.fact] * width + pairs.member)
    firsts = np.flatnonzero(new)
    return CodedRows(
        view,
        codes,
        Intervals(columns.source[firsts], columns.start_char[firsts], columns.end_char[firsts]),
        rows // width,
        rows % width,
        columns.take(distinct(pairs.fact).astype(np.intp)),
        len(firsts),
        None if condition is None else condition.turns(),
    )
