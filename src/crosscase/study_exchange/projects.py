"""The verbs of exchange: bring a project of another tool in, and look into one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_export import codebook_report, project_of_study
from crosscase.exchange.refi_import import plan_project
from crosscase.exchange.refi_written import ExportOptions, Target
from crosscase.formats.refi_qda.writing import write_codebook, write_project
from crosscase.log.records import Draft
from crosscase.model.media import MediaFile
from crosscase.store.media_folder import media_path
from crosscase.store.session import Reading, Session
from crosscase.study_exchange.collecting import collector_at_rest
from crosscase.study_exchange.import_rules import import_rules
from crosscase.study_exchange.opening import open_project
from crosscase.study_exchange.study_tables import StudyTable, study_tables
from crosscase.study_exchange.table_files import WrittenTables, write_table_files

__all__ = ["CrossingReport", "Projects", "StudyTable", "WrittenTables"]

_ORIGIN = "crosscase 1"  # of what is written, not of the program: the same study, the same bytes


class Projects:
    """Projects of other tools, and this study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @collector_at_rest()
    def bring_in(
        self,
        file: str | Path | bytes,
        *,
        name: str | None = None,
        project: str | None = None,
        files: str | Path | None = None,
        begins: Collection[str] | None = None,
        dry_run: bool = False,
    ) -> CrossingReport:
        """Bring a project or codebook of another tool in, as one operation; known by content.

        What crosscase has nothing for is kept aside and told in the report. Bringing the same
        project in again doubles nothing.

        Args:
            file: the file or the project's folder, or the bytes of a file.
            name: what it is called, for bytes.
            project: which project is meant, where a file holds several.
            files: a folder in which files outside the project are looked for, each by as much of
                the end of its path as is found there; without one none of them is opened.
            begins: of a study that begins with this project, which of title and description it
                takes over from it.
            dry_run: only say what would come over.

        Raises:
            UnreadableFile: it is damaged, harmful or no such project; nothing is stored.
            MistakeOfUse: it holds several projects, and it is not said which.
        """
        called = name or ("The project" if isinstance(file, bytes) else Path(file).name)
        found = open_project(file, called, project, None if files is None else Path(files))
        rules = import_rules(self._session, stores=not dry_run)
        reports: list[CrossingReport] = []

        def decide(reading: Reading) -> Draft | None:
            draft, report = plan_project(reading, self._session.study_id, found, rules, begins)
            reports.append(report)
            return draft

        if dry_run:
            with self._session.reading() as reading:
                decide(reading)
            return reports[-1]
        recorded = self._session.record(decide)
        return replace(reports[-1], operation=None if recorded is None else recorded.id)

    @collector_at_rest()
    def write(
        self,
        *,
        codebook: bool = False,
        coder_names: bool = True,
        paths: bool = False,
        recordings: bool = False,
        target: Target | None = None,
        name: str = "project.qdpx",
    ) -> tuple[bytes, CrossingReport]:
        """The study as a REFI-QDA project (.qdpx), or its codebook (.qdc), valid by its schema.

        A project holds all words of the study, but none of those who withdrew. What came from
        another tool and could not be placed is written back. No path of this machine is written.

        Args:
            codebook: only the codes, and the sets of them.
            coder_names: False gives coders numbers in place of their names.
            paths: write where files lay when they came from another tool; they may name people.
            recordings: put the recordings beside the study into the project.
            target: write texts and count places in them as nvivo, atlas.ti or maxqda expects it.
            name: what the file is called, for the report.

        Returns:
            The bytes, and what became of everything in the study.
        """
        options = ExportOptions(coder_names, paths, self._recording if recordings else None, target)
        with self._session.reading() as reading:
            made = project_of_study(reading, self._session.study_id, _ORIGIN, name, options)
        if codebook:
            said = made.project.beyond
            codes = {each.guid for each in made.project.every_code()}
            book = replace(
                made.project, beyond={guid: said[guid] for guid in said if guid in codes}
            )
            return write_codebook(book), codebook_report(made)
        return write_project(made.project, made.files), made.report

    def _recording(self, media: MediaFile) -> Path | None:
        """Where a recording lies; None where its file is missing, which the report tells."""
        try:
            return media_path(self._session.file, media)
        except (NotFound, MistakeOfUse):
            return None

    def tables(self) -> tuple[StudyTable, ...]:
        """Every table of the study, one a kind of the model; nothing hidden or withdrawn."""
        with self._session.reading() as reading:
            return tuple(study_tables(reading))

    def write_tables(self, place: str | Path, *, replace: bool = False) -> WrittenTables:
        """Write every table: into a .xlsx, a .json, or else a folder with a csv file for each.

        Each row has ids and readable names side by side; the words of sources stand with them
        and in the table of turns.

        Args:
            place: the file or folder.
            replace: whether one that is there is replaced.

        Raises:
            Conflict: it is there already, and is not to be replaced.
        """
        with self._session.reading() as reading:
            return write_table_files(study_tables(reading), Path(place), replace=replace)
