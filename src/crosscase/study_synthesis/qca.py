"""The verbs of qualitative comparative analysis: define, run, open the contradictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscase.analysis.qca import SOLUTIONS, SolutionKind
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Study as StudyNoun
from crosscase.model.synthesis_nouns import Analysis
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_synthesis.qca_definition import (
    QcaDefinition,
    definition_of,
    with_cuts,
)
from crosscase.study_synthesis.qca_passages import BehindCase, passages_behind
from crosscase.study_synthesis.qca_result import QcaResult
from crosscase.study_synthesis.qca_run import run_qca
from crosscase.study_synthesis.qca_stored import (
    KIND,
    all_stored,
    definition_stored,
    find_stored,
    plain_for_storing,
    read_definition,
    require_there,
    tidy_definition,
    with_ids,
    with_names,
    written_definition,
)

if TYPE_CHECKING:
    from crosscase.report.figures.framing import Figure

__all__ = ["Asked", "Qca"]

Asked = str | QcaDefinition | Mapping[str, Any]


class Qca:
    """Qualitative comparative analyses of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------------

    def all(self) -> list[Analysis]:
        """The stored definitions by name."""
        with self._session.reading() as reading:
            return all_stored(reading)

    def get(self, analysis: str) -> Analysis:
        """One stored definition by name or id."""
        with self._session.reading() as reading:
            return find_stored(reading, analysis)

    def definition(self, analysis: str) -> QcaDefinition:
        """One stored definition with the names that things have today."""
        with self._session.reading() as reading:
            return with_names(reading, definition_stored(find_stored(reading, analysis)))

    def written(self, analysis: str) -> str:
        """One stored definition as the YAML file that would make it."""
        return written_definition(self.definition(analysis))

    @staticmethod
    def read_file(data: bytes, name: str) -> QcaDefinition:
        """A definition from the bytes of a YAML or JSON file."""
        return read_definition(data, name)

    def run(
        self,
        asked: Asked,
        *,
        inclusion: float | None = None,
        pri: float | None = None,
        frequency: int | None = None,
        negated: bool | None = None,
        solutions: Sequence[SolutionKind] = SOLUTIONS,
    ) -> QcaResult:
        """Run a QCA of what the study holds now.

        Args:
            asked: the name or id of a stored definition, or a definition (also as plain values).
            inclusion: another cut than the definition's: the least consistency of a row.
            pri: the least PRI of a row.
            frequency: the fewest cases of a row.
            negated: explain the outcome's absence.
            solutions: which to look for.

        Raises:
            NotFound: something that the definition names is not there, or is removed.
            MistakeOfUse: the calibration does not fit, nothing varies, or no case has values.
        """
        with self._session.reading() as reading:
            definition, id_ = self._asked(reading, asked)
            definition = with_cuts(
                definition, inclusion=inclusion, pri=pri, frequency=frequency, negated=negated
            )
            definition = with_ids(reading, definition)
            told = with_names(reading, definition).as_plain()
            return run_qca(reading, definition, told, id_, solutions)

    def passages(
        self,
        asked: Asked,
        cases: Sequence[str],
        *,
        condition: str | None = None,
        most: int = 20,
    ) -> tuple[BehindCase, ...]:
        """The passages behind the conditions and the outcome of some cases."""
        with self._session.reading() as reading:
            definition, _ = self._asked(reading, asked)
            return passages_behind(reading, definition, list(cases), condition, most)

    def contradictions(self, asked: Asked, *, most: int = 5) -> dict[int, tuple[BehindCase, ...]]:
        """For each contradictory row, by its number, the passages behind its cases."""
        with self._session.reading() as reading:
            definition, _ = self._asked(reading, asked)
            rows = run_qca(reading, definition, {}, kinds=()).contradictory
            return {
                row.number: passages_behind(
                    reading, definition, [each.id for each in row.cases], None, most
                )
                for row in rows
            }

    def figure(
        self, result: QcaResult, solution: SolutionKind = "intermediate", model: int = 1
    ) -> Figure:
        """Membership of each case in one model of a solution against the outcome.

        Raises MistakeOfUse where there is no such model.
        """
        from crosscase.study_synthesis.qca_figure import qca_figure

        with self._session.reading() as reading:
            title = reading.get(StudyNoun, self._session.study_id).title or ""
        return qca_figure(result, title, solution, model)

    # -- writing -----------------------------------------------------------------------------

    def define(self, definition: QcaDefinition | Mapping[str, Any]) -> Analysis:
        """Store a definition; one of that name is changed, and history keeps the old.

        Raises NotFound where it names something that the study has not.
        """
        asked = definition_of(definition) if isinstance(definition, Mapping) else definition
        asked = tidy_definition(asked)
        # The same name is the same analysis on every laptop, so two definitions come together.
        id_ = derived_id(self._session.study_id, "analysis", KIND, asked.name.casefold())
        stored: list[Id] = [id_]

        def decide(reading: Reading) -> Draft | None:
            plain = plain_for_storing(with_ids(reading, asked))
            known = [
                each
                for each in all_stored(reading)
                if each.name.casefold() == asked.name.casefold()
            ]
            if not known:
                new: dict[str, Any] = {"definition": plain, "description": asked.description}
                if find_entity(reading.file, reading.connection, id_) is not None:
                    new["description"] = asked.description or ""  # it was removed with another
                change = made(
                    Analysis, id_, fresh=False, name=asked.name, analysis_kind=KIND, **new
                )
                return Draft("analysis.defined", {"analysis": id_}, (change,))
            old = known[0]
            stored[0] = old.id
            new = {}
            if old.definition != plain:
                new["definition"] = plain
            if (old.description or None) != asked.description:
                new["description"] = asked.description
            if not new:
                return None
            change = changed(Analysis, old.id, **new)
            return Draft("analysis.changed", {"analysis": old.id}, (change,))

        self._session.record(decide)
        return self.get(stored[0])

    def remove(self, analysis: str) -> Recorded | None:
        """Drop a stored definition."""

        def decide(reading: Reading) -> Draft:
            found = find_stored(reading, analysis)
            return Draft("analysis.removed", {"analysis": found.id}, (dropped(Analysis, found.id),))

        return self._session.record(decide)

    def restore(self, analysis: str) -> Recorded | None:
        """Bring a dropped definition back, by its id or its name."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Analysis, analysis)
            if found is None:
                return None
            if any(e.name.casefold() == found.name.casefold() for e in all_stored(reading)):
                raise MistakeOfUse(
                    f"There is an analysis “{found.name}” already.",
                    slug="name-taken",
                    hint="Remove that one first.",
                )
            change = dropped(Analysis, found.id, False)
            return Draft("analysis.restored", {"analysis": found.id}, (change,))

        return self._session.record(decide)

    def _asked(self, reading: Reading, asked: Asked) -> tuple[QcaDefinition, Id | None]:
        """The definition that is meant, and the id of a stored one."""
        if isinstance(asked, QcaDefinition):
            return asked, None
        if isinstance(asked, Mapping):
            return definition_of(asked), None
        found = find_stored(reading, asked)
        definition = definition_stored(found)
        require_there(reading, definition)
        return replace(definition, name=found.name), found.id
