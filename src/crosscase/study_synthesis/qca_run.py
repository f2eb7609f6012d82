"""Running a QCA: values are read, calibrated, put into rows and minimised."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from crosscase.analysis.qca import (
    SOLUTIONS,
    CalibratedData,
    CalibratedSet,
    Model,
    Solution,
    SolutionKind,
    TruthTable,
    cautions,
    necessities,
    solve,
    term_text,
    truth_table,
)
from crosscase.errors import MistakeOfUse
from crosscase.log.closure import heads_name
from crosscase.model.ids import Id
from crosscase.query.dimensions import plural_of
from crosscase.query.study_view import PERSON
from crosscase.store.session import Reading
from crosscase.study_synthesis.qca_definition import QcaDefinition, QcaSet
from crosscase.study_synthesis.qca_measures import CaseMeasures, Measured, kind_of_cases
from crosscase.study_synthesis.qca_result import (
    LeftOut,
    QcaCase,
    QcaModel,
    QcaResult,
    QcaRow,
    QcaSetTold,
    QcaSolution,
    QcaTerm,
    RowCase,
)

__all__ = ["run_qca"]


def run_qca(
    reading: Reading,
    definition: QcaDefinition,
    told_definition: Mapping[str, Any],
    id_: Id | None = None,
    kinds: Sequence[SolutionKind] = SOLUTIONS,
) -> QcaResult:
    """The whole analysis of what the study holds now.

    Args:
        reading: the study.
        definition: with the ids of attributes, codes and frames.
        told_definition: the same with today's names, for the result.
        id_: of the stored definition, if it is one.
        kinds: which solutions to look for.

    Raises:
        NotFound: something that the definition names is not there.
        MistakeOfUse: no case has a value everywhere, the outcome does not vary, or a calibration
            does not fit the values.
    """
    return _Running(reading, definition, kinds).result(told_definition, id_)


class _Running:
    def __init__(
        self, reading: Reading, definition: QcaDefinition, kinds: Sequence[SolutionKind]
    ) -> None:
        self.reading, self.definition, self.kinds = reading, definition, kinds
        kind = kind_of_cases(reading, definition.cases)
        self.measures = CaseMeasures(reading, kind, definition.coder)
        spelled = self.measures.view.kinds.get(kind, kind)
        self.counted = "participants" if kind == PERSON else plural_of(spelled)
        self.measured: list[Measured] = [self.measures.read(e.measure) for e in definition.sets]
        self.rows = [
            row
            for row in self.measures.cases
            if all(row in measured.values for measured in self.measured)
        ]
        self.cases = tuple(self._case(row) for row in self.rows)
        self.left_out = self._left_out()
        if not self.rows:
            raise self._nobody()
        self.data = self._calibrated()

    def result(self, told_definition: Mapping[str, Any], id_: Id | None) -> QcaResult:
        table = truth_table(self.data, self.definition.cuts)
        solutions = solve(self.data, table, self.kinds)
        sets = tuple(
            self._set(asked, measured, made)
            for asked, measured, made in zip(
                self.definition.sets,
                self.measured,
                (*self.data.conditions, self._outcome()),
                strict=True,
            )
        )
        left = self._left_out_said()
        return QcaResult(
            name=self.definition.name,
            id=id_,
            definition=told_definition,
            warnings=(
                *cautions(self.data, table, solutions, counted=self.counted),
                *self._of_the_outcome(),
                *([left] if left else []),
            ),
            counted=self.counted,
            outcome=self.data.outcome_name,
            cuts=self.definition.cuts,
            cases=self.cases,
            left_out=self.left_out,
            sets=sets,
            rows=self._rows(table),
            nowhere=tuple(self.cases[at] for at in table.nowhere),
            combinations=table.combinations,
            remainders=table.remainders,
            solutions=tuple(self._solution(each) for each in solutions),
            necessity=necessities(self.data),
            state=heads_name(self.reading.file.heads(self.reading.connection)),
            digest=self._digest(sets),
        )

    # -- what is read --------------------------------------------------------------------------

    def _case(self, row: int) -> QcaCase:
        case = self.measures.cases[row]
        return QcaCase(case.id, case.name or "")

    def _left_out(self) -> tuple[LeftOut, ...]:
        found = []
        for row, case in self.measures.cases.items():
            for asked, measured in zip(self.definition.sets, self.measured, strict=True):
                if row not in measured.values:
                    why = measured.missing.get(row, "no value")
                    found.append(LeftOut(case.id, case.name or "", asked.name, why))
                    break
        return tuple(found)

    def _left_out_said(self) -> str | None:
        if not self.left_out:
            return None
        names = ", ".join(f"{each.name} ({each.reason})" for each in self.left_out[:6])
        more = "" if len(self.left_out) <= 6 else f" and {len(self.left_out) - 6} more"
        verb = "is" if len(self.left_out) == 1 else "are"
        return f"{names}{more} {verb} left out, for want of a value."

    def _of_the_outcome(self) -> list[str]:
        """What is said of conditions that are the outcome by another name."""
        outcome = self.definition.outcome
        return [
            f"“{each.name}” is read from the same as the outcome “{outcome.name}”, in whole or in "
            "part: that they go together is no finding."
            for each in self.definition.conditions
            if self.measures.are_of_the_same(each.measure, outcome.measure)
        ]

    def _nobody(self) -> MistakeOfUse:
        if not self.left_out:
            return MistakeOfUse(
                f"The study has no {self.counted} to compare.",
                slug="no-cases",
                hint="Import the cases first, or name another kind.",
            )
        first = self.left_out[0]
        return MistakeOfUse(
            f"None of {len(self.left_out):,} {self.counted} has a value of the outcome and of all "
            f"conditions; “{first.name}” lacks “{first.condition}”: {first.reason}.",
            slug="no-values",
            hint="Fill in the values, or leave out the condition that hardly any case has.",
        )

    def _calibrated(self) -> CalibratedData:
        made = []
        for asked, measured in zip(self.definition.sets, self.measured, strict=True):
            raw = [measured.values[row] for row in self.rows]
            calibration = asked.calibration
            made.append(
                CalibratedSet(
                    asked.name,
                    calibration.applied(raw, asked.name),
                    calibration.multi,
                    calibration.levels,
                    frozenset(asked.expected),
                )
            )
        if made[-1].multi:
            raise MistakeOfUse(
                f"The outcome “{made[-1].name}” has levels, and an outcome is a set.",
                slug="outcome-with-levels",
                hint="Calibrate it with a cut, anchors or values.",
            )
        names = [each.name for each in self.cases]
        data = CalibratedData(names, made[:-1], made[-1].values, made[-1].name)
        return data.negated() if self.definition.negated else data

    # -- what is told --------------------------------------------------------------------------

    def _outcome(self) -> CalibratedSet:
        values = 1 - self.data.outcome if self.definition.negated else self.data.outcome
        return CalibratedSet(self.definition.outcome.name, values)

    def _set(self, asked: QcaSet, measured: Measured, made: CalibratedSet) -> QcaSetTold:
        return QcaSetTold(
            name=asked.name,
            measured=measured.said,
            calibrated=asked.calibration.said(),
            multi=made.multi,
            levels=made.levels,
            expected=asked.expected,
            of_code=asked.measure.of == "code",
            raw=tuple(measured.values[row] for row in self.rows),
            memberships=tuple(round(float(value), 6) for value in made.values),
        )

    def _rows(self, table: TruthTable) -> tuple[QcaRow, ...]:
        outcome = self.data.outcome
        return tuple(
            QcaRow(
                number=row.number,
                levels=row.term,
                text=term_text(row.term, self.data.conditions),
                cases=tuple(
                    RowCase(
                        self.cases[at].id,
                        self.cases[at].name,
                        round(float(outcome[at]), 6),
                        None if outcome[at] == 0.5 else bool(outcome[at] > 0.5),
                    )
                    for at in row.cases
                ),
                inclusion=row.inclusion,
                pri=row.pri,
                standing=row.standing,
                contradictory=row.is_contradictory,
            )
            for row in table.rows
        )

    def _solution(self, solution: Solution) -> QcaSolution:
        return QcaSolution(
            solution.kind,
            tuple(self._model(each) for each in solution.models),
            solution.prime_implicants,
            solution.essential,
            solution.complete,
            solution.proven,
            solution.reason,
        )

    def _model(self, model: Model) -> QcaModel:
        members = np.max([self.data.membership(each.term) for each in model.terms], axis=0)
        conditions = self.data.conditions
        return QcaModel(
            text=model.text,
            inclusion=model.fit.inclusion,
            pri=model.fit.pri,
            coverage=model.fit.coverage,
            terms=tuple(
                QcaTerm(
                    each.text,
                    each.fit.inclusion,
                    each.fit.pri,
                    each.fit.coverage,
                    each.unique_coverage,
                    tuple(self.cases[at].name for at in each.cases),
                )
                for each in model.terms
            ),
            assumptions=tuple(term_text(each, conditions) for each in model.assumptions),
            memberships=tuple(round(float(value), 6) for value in members),
        )

    def _digest(self, sets: Sequence[QcaSetTold]) -> str:
        plain = self.definition.as_plain()
        used = {
            "definition": {key: plain[key] for key in plain if key not in ("name", "description")},
            "cases": [each.id for each in self.cases],
            "values": [[each.name, list(each.raw), list(each.memberships)] for each in sets],
        }
        written = json.dumps(used, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()
