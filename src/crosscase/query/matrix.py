"""A matrix: two dimensions crossed, every cell with its denominator and its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.case_closure import kind_key
from crosscase.query.answers import Answer
from crosscase.query.asked import Asked, of_label
from crosscase.query.condition import Condition
from crosscase.query.counting import (
    Of,
    counted,
    counts_of,
    of_how_many,
    several_note,
    silent_note,
    units_of,
)
from crosscase.query.cross_counts import (
    Counts,
    Crossed,
    Longs,
    Pairs,
    distinct,
    distinct_counts,
    merged_pairs,
    several,
    with_none,
)
from crosscase.query.dimensions import Dimension, Member, dimension
from crosscase.query.facts import Facts, coded_facts, passage_facts, shared_facts, turn_facts
from crosscase.query.intervals import Intervals
from crosscase.query.plan import about
from crosscase.query.study_view import Mask, StudyView, distinct_places, study_view
from crosscase.store.session import Reading
from crosscase.store.study_file import StudyFile

if TYPE_CHECKING:
    import polars

__all__ = ["ALL", "Behind", "Matrix", "matrix"]

ALL = "All"
_SHARED = "A cell counts text that both codes cover; where a code meets itself, its own passages."


class Behind(NamedTuple):
    """Distinct places behind a cell, and the entity rows of the codings on them."""

    places: Intervals
    codings: npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Matrix:
    """Counts by row and column. Totals count distinct things: they are no sums of cells.

    ``of`` says of how many; ``notes`` say what a reader of the numbers has to know.
    """

    title: str
    count: str
    row_noun: str
    column_noun: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_members: tuple[Member, ...]
    column_members: tuple[Member, ...]
    counts: Counts
    of: Of
    notes: tuple[str, ...]
    where: str | None
    _sides: tuple[Dimension, Dimension] = field(repr=False)
    _everybody: Facts = field(repr=False)
    _view: StudyView = field(repr=False)
    _file: StudyFile = field(repr=False)
    _facts: Facts = field(repr=False)
    _crossed: Crossed = field(repr=False)

    def cell(self, row: str | None = None, column: str | None = None) -> int:
        """The count of one cell; without a row or column, of that total."""
        at = (
            self._at(row, self.rows, self.row_noun),
            self._at(column, self.columns, self.column_noun),
        )
        match at:
            case None, None:
                return self.counts.total
            case int(index), None:
                return int(self.counts.rows[index])
            case None, int(index):
                return int(self.counts.columns[index])
        return int(self.counts.cells[at])

    def explain(self, row: str | None = None, column: str | None = None) -> Answer:
        """The passages behind a cell, or behind a total.

        Raises NotFound where there is no such row or column.
        """
        behind = self.places_of(row, column)
        return Answer(
            self._file,
            self._view,
            f"{row or ALL} × {column or ALL}",
            behind.places,
            codings=behind.codings,
        )

    def places_of(self, row: str | None = None, column: str | None = None) -> Behind:
        """Where the passages behind a cell, or behind a total, lie."""
        items = distinct(self._facts.item[self._facts_in(row, column)])
        places = self._facts.places.taken(items)
        columns = [each for each in (self._facts.codings, self._facts.also) if each is not None]
        return Behind(
            distinct_places(self._view, places.taken(places.start < places.end)),
            np.concatenate([np.empty(0, np.int32), *(each.coding[items] for each in columns)]),
        )

    def of_cell(self, row: str | None = None, column: str | None = None) -> int:
        """Of how many the count of a cell, or of a total, is."""
        at_row = self._at(row, self.rows, self.row_noun)
        at_column = self._at(column, self.columns, self.column_noun)
        if at_column is not None and self.of.columns is not None:
            return self.of.columns[at_column]
        if at_row is not None and self.of.rows is not None:
            return self.of.rows[at_row]
        return self.of.total

    def speakers(
        self, row: str | None = None, column: str | None = None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who speaks in the passages of a cell, and who of its column (and row) does not."""
        said = set(self._facts.participant[self._facts_in(row, column)].tolist())
        asked = np.ones(len(self._everybody), bool)
        ends = ((row, self.rows, self.row_noun), (column, self.columns, self.column_noun))
        for side, end in zip(self._sides, ends, strict=True):
            at = self._at(*end)
            if at is not None and not side.needs_codings:
                asked &= self._lying_in(side, at)
        there = set(self._everybody.participant[asked].tolist())
        return self._names(said), self._names(there - said)

    def _lying_in(self, side: Dimension, at: int) -> Mask:
        """Which facts of everybody lie in one member of a side."""
        things = self._everybody.source if side.key == "source" else self._everybody.participant
        pairs, _ = with_none(side.lookup.pairs(things), len(things), len(side.labels))
        inside = np.zeros(len(things), bool)
        inside[pairs.fact[pairs.member == at]] = True
        return inside

    def _names(self, people: set[int]) -> tuple[str, ...]:
        names = (self._view.cases[row].name or "" for row in people if row in self._view.cases)
        return tuple(sorted(names, key=lambda name: (name.casefold(), name)))

    def _facts_in(self, row: str | None, column: str | None) -> Longs:
        """The facts behind a cell or a total."""
        at_row = self._at(row, self.rows, self.row_noun)
        at_column = self._at(column, self.columns, self.column_noun)
        keep = np.ones(len(self._crossed.fact), bool)
        if at_row is not None:
            keep &= self._crossed.row == at_row
        if at_column is not None:
            keep &= self._crossed.column == at_column
        return self._crossed.fact[keep]

    def _at(self, label: str | None, labels: Sequence[str], noun: str) -> int | None:
        if label is None or label.casefold() == ALL.casefold():
            return None
        folded = [" ".join(each.split()).casefold() for each in labels]
        wanted = " ".join(label.split()).casefold()
        if wanted not in folded:
            raise NotFound(
                f"The matrix has no {noun} “{label}”.",
                slug="cell-not-found",
                hint=nearest_names_hint(label, labels) or f"It has {', '.join(labels[:12])}.",
            )
        return folded.index(wanted)

    # -- renderings --------------------------------------------------------------------------

    def frame(self, *, totals: bool = False, denominators: bool = False) -> polars.DataFrame:
        """Rows by columns as a frame; with totals, or these and denominators, where wanted."""
        from crosscase.query.matrix_renderings import matrix_frame

        return matrix_frame(self, totals=totals, denominators=denominators)

    def to_csv(self) -> bytes:
        """The table with totals and denominators, as csv."""
        from crosscase.query.matrix_renderings import matrix_csv

        return matrix_csv(self)

    def to_xlsx(self) -> bytes:
        """The table with totals and denominators, as xlsx."""
        from crosscase.query.matrix_renderings import matrix_xlsx

        return matrix_xlsx(self)

    def to_markdown(self) -> str:
        """The table with its title and notes, as Markdown."""
        from crosscase.query.matrix_renderings import matrix_markdown

        return matrix_markdown(self)

    def to_html(self) -> str:
        """A page of its own with the table, ready to be printed."""
        from crosscase.query.matrix_renderings import matrix_html

        return matrix_html(self)

    def to_json(self) -> dict[str, Any]:
        """All of it as plain values."""
        from crosscase.query.matrix_renderings import matrix_json

        return matrix_json(self)


def matrix(
    reading: Reading,
    rows: str = "codes",
    columns: str = "sites",
    *,
    count: str = "participants",
    where: str | None = None,
    asked: Asked | None = None,
) -> Matrix:
    """Cross two dimensions.

    Args:
        reading: the study.
        rows: codes, code:NAME, codes:all, a kind of cases, an attribute (NAME:coarse for its
            coarsest values), coders, sources, waves, participants, valence or basis.
        columns: the same.
        count: participants, sources, passages, words, codings, cases or a kind of cases.
        where: a query; only codings (or passages) that meet it are counted.
        asked: who was asked about a topic: only they are counted, and counts are of them in place
            of all who were interviewed.

    Raises:
        NotFound: there is no such dimension, or ``where`` names what the study does not have.
        MistakeOfUse: ``count`` or ``where`` is not understood, or codings are counted in a
            matrix of anything else.
    """
    return _Making(reading, rows, columns, count, where, asked).matrix()


class _Making:
    """The steps from a question to its matrix."""

    def __init__(
        self,
        reading: Reading,
        rows: str,
        columns: str,
        count: str,
        where: str | None,
        asked: Asked | None,
    ) -> None:
        self.reading, self.view, self.where = reading, study_view(reading), where
        self.asked = asked
        self.row_side, self.column_side = dimension(reading, rows), dimension(reading, columns)
        self.what = counted(reading, count)
        self.two_codes = self.row_side.key == self.column_side.key == "code"
        self._refuse_what_says_nothing()
        self.condition = None if where is None else Condition(reading, where)
        self.everybody = turn_facts(reading, self.condition)
        if asked is not None:
            asked.require_participants(self.what)
            self.everybody = asked.of(self.view, self.everybody)

    def matrix(self) -> Matrix:
        everything = self._only_below(self._found())
        found = everything if self.asked is None else self.asked.of(self.view, everything)
        facts, units = units_of(self.view, self.what, found)
        rows, row_labels = self._side(self.row_side, facts)
        turned = facts.turned() if self.two_codes else facts
        columns, column_labels = self._side(self.column_side, turned)
        shape = (len(row_labels), len(column_labels))
        crossed, counts = counts_of(self.reading, self.what, facts, units, rows, columns, shape)
        told = "interviewed" if self.asked is None else self.asked.said_of
        total, words = of_how_many(self.view, self.what, facts, self.everybody, told)
        of = Of(
            total,
            words,
            of_label(self.what, self.asked),
            self._of_members(self.row_side, len(row_labels)),
            self._of_members(self.column_side, len(column_labels)),
        )
        return Matrix(
            title=self._title(words),
            count=self.what.plural,
            row_noun=self.row_side.noun,
            column_noun=self.column_side.noun,
            rows=row_labels,
            columns=column_labels,
            row_members=self.row_side.members_under(row_labels),
            column_members=self.column_side.members_under(column_labels),
            counts=counts,
            of=of,
            notes=self._notes(everything, units, rows, columns),
            where=self.where,
            _sides=(self.row_side, self.column_side),
            _everybody=self.everybody,
            _view=self.view,
            _file=self.reading.file,
            _facts=facts,
            _crossed=crossed,
        )

    def _found(self) -> Facts:
        """What is counted from: codings, the passages that answer, or else all turns."""
        sides = (self.row_side, self.column_side)
        if self.two_codes:
            return shared_facts(self.reading, self.condition)
        if self.what.unit == "codings" or any(side.needs_codings for side in sides):
            return coded_facts(self.reading, self.condition)
        if self.condition is None or about(self.condition.question.tree) == "turns":
            return self.everybody
        return passage_facts(self.reading, self.condition)

    def _only_below(self, facts: Facts) -> Facts:
        if self.row_side.only is not None:
            facts = facts.taken(np.isin(facts.coding_keys("code"), self.row_side.only))
        if self.column_side.only is not None:
            turned = facts.turned() if self.two_codes else facts
            facts = facts.taken(np.isin(turned.coding_keys("code"), self.column_side.only))
        return facts

    def _pairs(self, side: Dimension, facts: Facts) -> Pairs:
        match side.key:
            case "source":
                return side.lookup.pairs(facts.source)
            case "case":
                own = side.lookup.pairs(facts.participant)
                if self.what.by_speaker:
                    return own
                return merged_pairs(own, side.lookup.pairs(facts.source))
        return side.lookup.pairs(facts.coding_keys(side.key))

    def _side(self, side: Dimension, facts: Facts) -> tuple[Pairs, tuple[str, ...]]:
        """The members of each fact, with one more for those that lie in none."""
        pairs, needed = with_none(self._pairs(side, facts), len(facts), len(side.labels))
        return pairs, (*side.labels, side.without) if needed else side.labels

    def _of_members(self, side: Dimension, labels: int) -> tuple[int, ...] | None:
        """Of how many in each member, where members hold more than what was coded."""
        if side.needs_codings or self.what.unit not in ("participants", "sources", "cases"):
            return None
        facts, units = units_of(self.view, self.what, self.everybody)
        pairs, needed = with_none(self._pairs(side, facts), len(facts), len(side.labels))
        one = Pairs(pairs.fact, np.zeros(len(pairs.fact), np.int64))
        crossed = Crossed(pairs.fact, one.member, pairs.member)
        width = max(labels, len(side.labels) + needed)
        return tuple(distinct_counts(crossed, units, (1, width)).columns.tolist()[:labels])

    def _refuse_what_says_nothing(self) -> None:
        sides = (self.row_side, self.column_side)
        if self.two_codes and self.what.unit == "codings":
            raise MistakeOfUse(
                "A coding has one code: where codes are crossed with codes it cannot be counted.",
                slug="codings-by-codes",
                hint="Count passages, participants or sources.",
            )
        for side in sides:
            if self.what.unit == "cases" and kind_key(side.noun) == self.what.case_kind:
                raise MistakeOfUse(
                    f"{self.what.plural.capitalize()} cannot be counted by {side.noun}.",
                    slug="counted-by-itself",
                    hint="Count participants, sources or passages.",
                )

    # -- words -------------------------------------------------------------------------------

    def _title(self, words: str) -> str:
        plural = self.what.plural
        where = "" if self.where is None else f", where {self.where}"
        by = f"{self.row_side.noun} and {self.column_side.noun}"
        return f"{plural[:1].upper()}{plural[1:]} ({words}) by {by}{where}"

    def _notes(self, found: Facts, units: Longs, rows: Pairs, columns: Pairs) -> tuple[str, ...]:
        notes = [
            several_note(self.what, side.noun, several(pairs, units))
            for side, pairs in ((self.row_side, rows), (self.column_side, columns))
            if side.may_share_people and self.what.unit not in ("words", "cases")
        ]
        if self.what.by_speaker:
            notes.append(silent_note(self.view, found))
        if self.asked is not None:
            notes += self.asked.notes(self.view, found)
        notes += [side.note for side in (self.row_side, self.column_side)]
        notes.append(_SHARED if self.two_codes else None)
        return tuple(dict.fromkeys(note for note in notes if note))
