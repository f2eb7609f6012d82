"""A matrix: two dimensions crossed, every cell with its denominator and its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.case_closure import kind_key
from crosscase.query.answers import Answer
from crosscase.query.condition import Condition
from crosscase.query.counting import Of, counted, counts_of, of_how_many, units_of
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
from crosscase.query.dimensions import Dimension, dimension
from crosscase.query.facts import Facts, coded_facts, passage_facts, turn_facts
from crosscase.query.plan import about
from crosscase.query.study_view import StudyView, distinct_places, study_view
from crosscase.store.session import Reading
from crosscase.store.study_file import StudyFile

if TYPE_CHECKING:
    import polars

__all__ = ["ALL", "Matrix", "matrix"]

ALL = "All"


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
    counts: Counts
    of: Of
    notes: tuple[str, ...]
    where: str | None
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
        at_row = self._at(row, self.rows, self.row_noun)
        at_column = self._at(column, self.columns, self.column_noun)
        keep = np.ones(len(self._crossed.fact), bool)
        if at_row is not None:
            keep &= self._crossed.row == at_row
        if at_column is not None:
            keep &= self._crossed.column == at_column
        items = distinct(self._facts.item[self._crossed.fact[keep]])
        places = self._facts.places.taken(items)
        codings = self._facts.codings
        return Answer(
            self._file,
            self._view,
            f"{row or ALL} × {column or ALL}",
            distinct_places(self._view, places.taken(places.start < places.end)),
            codings=np.empty(0, np.int32) if codings is None else codings.coding[items],
        )

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

    def frame(self, *, totals: bool = False) -> polars.DataFrame:
        """Rows by columns as a frame; with ``totals`` a last row and a last column of them."""
        from crosscase.query.matrix_renderings import matrix_frame

        return matrix_frame(self, totals=totals)

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
) -> Matrix:
    """Cross two dimensions.

    Args:
        reading: the study.
        rows: codes, code:NAME, codes:all, a kind of cases, an attribute (NAME:coarse for its
            coarsest values), coders, sources, participants, valence or basis.
        columns: the same.
        count: participants, sources, passages, words, codings, cases or a kind of cases.
        where: a query; only codings (or passages) that meet it are counted.

    Raises:
        NotFound: there is no such dimension, or ``where`` names what the study does not have.
        MistakeOfUse: ``count`` or ``where`` is not understood, or codings are counted in a
            matrix of anything else.
    """
    return _Making(reading, rows, columns, count, where).matrix()


class _Making:
    """The steps from a question to its matrix."""

    def __init__(
        self, reading: Reading, rows: str, columns: str, count: str, where: str | None
    ) -> None:
        self.reading, self.view, self.where = reading, study_view(reading), where
        self.row_side, self.column_side = dimension(reading, rows), dimension(reading, columns)
        self.what = counted(reading, count)
        self._refuse_what_says_nothing()
        self.condition = None if where is None else Condition(reading, where)
        self.everybody = turn_facts(reading, self.condition)

    def matrix(self) -> Matrix:
        found = self._only_asked(self._found())
        facts, units = units_of(self.view, self.what, found)
        rows, row_labels = self._side(self.row_side, facts)
        columns, column_labels = self._side(self.column_side, facts)
        shape = (len(row_labels), len(column_labels))
        crossed, counts = counts_of(self.reading, self.what, facts, units, rows, columns, shape)
        total, words = of_how_many(self.view, self.what, facts, self.everybody)
        of = Of(
            total,
            words,
            "of interviewed" if self.what.by_speaker else f"of {self.what.plural}",
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
            counts=counts,
            of=of,
            notes=self._notes(found, units, rows, columns),
            where=self.where,
            _view=self.view,
            _file=self.reading.file,
            _facts=facts,
            _crossed=crossed,
        )

    def _found(self) -> Facts:
        """What is counted from: codings, the passages that answer, or else all turns."""
        sides = (self.row_side, self.column_side)
        if self.what.unit == "codings" or any(side.needs_codings for side in sides):
            return coded_facts(self.reading, self.condition)
        if self.condition is None or about(self.condition.question.tree) == "turns":
            return self.everybody
        return passage_facts(self.reading, self.condition)

    def _only_asked(self, facts: Facts) -> Facts:
        for side in (self.row_side, self.column_side):
            if side.only is not None:
                facts = facts.taken(np.isin(facts.coding_keys("code"), side.only))
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
        if all(side.key == "code" for side in sides):
            raise MistakeOfUse(
                "A coding has one code, so codes cannot be crossed with codes.",
                slug="codes-by-codes",
                hint="To see which codes overlap one, cross codes with sources or sites where"
                " code:* overlaps code:NAME.",
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
            self._several_note(side, several(pairs, units))
            for side, pairs in ((self.row_side, rows), (self.column_side, columns))
            if side.key == "case" and self.what.unit not in ("words", "cases")
        ]
        if self.what.by_speaker:
            notes.append(_silent_note(self.view, found))
        notes += [side.note for side in (self.row_side, self.column_side)]
        return tuple(dict.fromkeys(note for note in notes if note))

    def _several_note(self, side: Dimension, number: int) -> str | None:
        if not number:
            return None
        what = self.what.noun if number == 1 else self.what.plural
        verb = "is" if number == 1 else "are"
        return (
            f"{number:,} {what} {verb} in more than one {side.noun}: "
            "counted in each of them, and once in totals."
        )


def _silent_note(view: StudyView, found: Facts) -> str | None:
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
