"""What a QCA tells: plain values with names and ids, which a table, a page or a file shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscase.analysis.qca import Cuts, Necessity, SolutionKind
from crosscase.model.ids import Id
from crosscase.study_synthesis.qca_calibrations import RawValue

if TYPE_CHECKING:
    import polars

__all__ = [
    "LeftOut",
    "QcaCase",
    "QcaModel",
    "QcaResult",
    "QcaRow",
    "QcaSetTold",
    "QcaSolution",
    "QcaTerm",
    "RowCase",
]


@dataclass(frozen=True, slots=True)
class QcaCase:
    """A case that takes part."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A case that has no value somewhere, and why."""

    id: Id
    name: str
    condition: str
    reason: str


@dataclass(frozen=True, slots=True)
class QcaSetTold:
    """A condition or the outcome: what was read, how it was calibrated, and what came out.

    ``raw`` and ``memberships`` (levels where ``multi``) stand in the order of the cases;
    ``of_code``: there are passages behind it.
    """

    name: str
    measured: str
    calibrated: str
    multi: bool
    levels: int
    expected: tuple[int, ...]
    of_code: bool
    raw: tuple[RawValue, ...]
    memberships: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RowCase:
    """A case of a row; ``has_outcome`` is None for one exactly at one half."""

    id: Id
    name: str
    outcome: float
    has_outcome: bool | None


@dataclass(frozen=True, slots=True)
class QcaRow:
    """One row of the truth table; ``standing`` is positive, negative or too few."""

    number: int
    levels: tuple[int, ...]
    text: str
    cases: tuple[RowCase, ...]
    inclusion: float | None
    pri: float | None
    standing: str
    contradictory: bool


@dataclass(frozen=True, slots=True)
class QcaTerm:
    """One way to the outcome; ``unique_coverage`` is None where there is no other."""

    text: str
    inclusion: float | None
    pri: float | None
    coverage: float | None
    unique_coverage: float | None
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QcaModel:
    """Ways to the outcome; ``memberships`` of each case in any of them, in the order of cases."""

    text: str
    inclusion: float | None
    pri: float | None
    coverage: float | None
    terms: tuple[QcaTerm, ...]
    assumptions: tuple[str, ...]
    memberships: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class QcaSolution:
    """All models of one kind; without any, ``reason`` says why."""

    kind: SolutionKind
    models: tuple[QcaModel, ...]
    prime_implicants: tuple[str, ...]
    essential: tuple[str, ...]
    complete: bool
    proven: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class QcaResult:
    """A QCA with all that a reader needs to judge it, warnings first.

    ``outcome`` as it is written, with ``~`` where its absence is explained; ``sets`` the
    conditions and, last, the outcome; ``nowhere`` the cases that belong to no row; ``state`` the
    name of the study's state, ``digest`` of the definition with all values that were read: the
    same digest is the same analysis.
    """

    name: str
    id: Id | None
    definition: Mapping[str, Any]
    warnings: tuple[str, ...]
    counted: str
    outcome: str
    cuts: Cuts
    cases: tuple[QcaCase, ...]
    left_out: tuple[LeftOut, ...]
    sets: tuple[QcaSetTold, ...]
    rows: tuple[QcaRow, ...]
    nowhere: tuple[QcaCase, ...]
    combinations: int
    remainders: int
    solutions: tuple[QcaSolution, ...]
    necessity: tuple[Necessity, ...]
    state: str
    digest: str

    @property
    def conditions(self) -> tuple[str, ...]:
        """The names of the conditions."""
        return tuple(each.name for each in self.sets[:-1])

    @property
    def contradictory(self) -> tuple[QcaRow, ...]:
        """The rows whose cases are alike in the conditions and not in the outcome."""
        return tuple(row for row in self.rows if row.contradictory)

    def solution(self, kind: str) -> QcaSolution:
        """The solution of one kind."""
        return next(each for each in self.solutions if each.kind == kind)

    def truth_table(self) -> polars.DataFrame:
        """One row a combination that some case has."""
        from crosscase.study_synthesis.qca_tables import truth_frame

        return truth_frame(self)

    def terms(self) -> polars.DataFrame:
        """One row a term of each model, and one for the model as a whole."""
        from crosscase.study_synthesis.qca_tables import terms_frame

        return terms_frame(self)

    def data(self) -> polars.DataFrame:
        """One row a case, with raw values and memberships."""
        from crosscase.study_synthesis.qca_tables import data_frame

        return data_frame(self)

    def necessary(self) -> polars.DataFrame:
        """Each level of each condition as necessary for the outcome."""
        from crosscase.study_synthesis.qca_tables import necessity_frame

        return necessity_frame(self)

    def table(self, name: str) -> polars.DataFrame:
        """One of its tables: truth, solutions, data or necessity."""
        tables = {
            "truth": self.truth_table,
            "solutions": self.terms,
            "data": self.data,
            "necessity": self.necessary,
        }
        return tables[name]()

    def workbook(self, name: str) -> bytes:
        """One of its tables as a spreadsheet."""
        from crosscase.formats.tables import write_xlsx

        frame = self.table(name)
        return write_xlsx(frame.columns, frame.iter_rows(), sheet_name=name.capitalize())
