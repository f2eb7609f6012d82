"""The verbs of exchange: bring a project of another tool in, and look into one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_export import project_of_study
from crosscase.exchange.refi_import import plan_project
from crosscase.formats.refi_qda.reading import read_project
from crosscase.formats.refi_qda.writing import write_codebook, write_project
from crosscase.intake.staging import file_bytes
from crosscase.log.records import Draft
from crosscase.store.session import Reading, Session
from crosscase.study_exchange.import_rules import import_rules

__all__ = ["CrossingReport", "Projects"]

_ORIGIN = "crosscase 1"  # of what is written, not of the program: the same study, the same bytes


class Projects:
    """Projects of other tools, and this study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def bring_in(
        self, file: str | Path | bytes, *, name: str | None = None, dry_run: bool = False
    ) -> CrossingReport:
        """Bring a REFI-QDA project or codebook (.qdpx, .qde, .qdc) in, as one operation.

        What crosscase has nothing for is kept aside and told in the report. Bringing the same
        project in again doubles nothing.

        Args:
            file: the file, or its bytes.
            name: what it is called, for bytes.
            dry_run: only say what would come over.

        Raises:
            UnreadableFile: it is damaged, harmful or no such project; nothing is stored.
        """
        called = name or ("The project" if isinstance(file, bytes) else Path(file).name)
        data = file if isinstance(file, bytes) else file_bytes(called, Path(file))
        project, package = read_project(data, called)
        rules = import_rules(self._session, stores=not dry_run)
        reports: list[CrossingReport] = []

        def decide(reading: Reading) -> Draft | None:
            draft, report = plan_project(reading, self._session.study_id, project, package, rules)
            reports.append(report)
            return draft

        if dry_run:
            with self._session.reading() as reading:
                decide(reading)
            return reports[-1]
        recorded = self._session.record(decide)
        return replace(reports[-1], operation=None if recorded is None else recorded.id)

    def write(
        self, *, codebook: bool = False, coder_names: bool = True, name: str = "project.qdpx"
    ) -> tuple[bytes, CrossingReport]:
        """The study as a REFI-QDA project (.qdpx), or its codebook (.qdc), valid by its schema.

        No path of this machine is written.

        Args:
            codebook: only the codes, and the sets of them.
            coder_names: False gives coders numbers in place of their names.
            name: what the file is called, for the report.

        Returns:
            The bytes, and what became of everything in the study.
        """
        with self._session.reading() as reading:
            made = project_of_study(
                reading, self._session.study_id, _ORIGIN, name, coder_names=coder_names
            )
        if codebook:
            kinds = tuple(each for each in made.report.kinds if each.kind == "code")
            reasons = tuple(each for each in made.report.reasons if each.kind == "code")
            return write_codebook(made.project), replace(made.report, kinds=kinds, reasons=reasons)
        return write_project(made.project, made.files), made.report
