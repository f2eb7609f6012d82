"""The verbs of reports: checklists, the methods appendix, the audit trail, the package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscase.store.known_copies import note_copy
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.study_documents.telling import PLAINLY, Telling, cover_of

if TYPE_CHECKING:
    from crosscase.report.checklists.checklist import Answer, FilledChecklist
    from crosscase.report.document import Cover
    from crosscase.report.sections import SectionedDocument
    from crosscase.study_reports.known import Known
    from crosscase.study_reports.package import WrittenPackage

__all__ = ["Reports"]


class Reports:
    """What is told of a study: how it was done, by which standards, and all of it to repeat it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, name: str, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """A report by its name: methods, sample, agreement, audit, or a checklist."""
        own = {"methods": self.methods, "sample": self.sample, "agreement": self.agreement,
               "audit": self.audit}  # fmt: skip
        made = own.get(name)
        if made is not None:
            return made(telling=telling)
        return self.checklist_document(name, telling=telling)

    def checklist(self, name: str) -> FilledChecklist:
        """COREQ, SRQR or ENTREQ, filled where the study knows; the rest is to be answered."""
        from crosscase.report.checklists.checklist import checklist_named
        from crosscase.study_reports.checklists import fill_checklist

        wanted = checklist_named(name)
        with self._session.reading() as reading:
            return fill_checklist(self._known(reading), wanted)

    def checklist_document(self, name: str, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """The same as a document."""
        from crosscase.study_reports.checklists import checklist_document

        filled = self.checklist(name)
        with self._session.reading() as reading:
            return checklist_document(self._cover(reading, telling), filled)

    def answer_of(self, name: str, number: int) -> Answer:
        """What people answered to one item; an empty answer where nobody did."""
        from crosscase.report.checklists.checklist import checklist_named
        from crosscase.study_reports.checklists import given_answers

        wanted = checklist_named(name)
        with self._session.reading() as reading:
            return given_answers(reading, wanted)[wanted.item(number).number]

    def answer(
        self,
        name: str,
        number: int,
        text: str | None = None,
        *,
        place: str | None = None,
        applies: bool | None = None,
    ) -> Recorded | None:
        """Answer one item: in words, where it stands in the manuscript, or that it does not apply.

        What is not given stays; an empty text takes the answer back.
        """
        given: dict[str, Any] = {}
        if text is not None:
            given["text"] = text
        if place is not None:
            given["place"] = place
        if applies is not None:
            given["applies"] = applies
        return self.answer_all(name, {number: given})

    def answer_all(self, name: str, answers: Mapping[int, Mapping[str, Any]]) -> Recorded | None:
        """Answer several items at once, as one operation (text, place, applies)."""
        from crosscase.report.checklists.checklist import checklist_named
        from crosscase.study_reports.checklists import answer_items

        return answer_items(self._session, checklist_named(name), answers)

    def methods(self, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """How the study was done, told from what was done: an appendix to the methods section."""
        from crosscase.study_reports.methods import methods_appendix

        with self._session.reading() as reading:
            return methods_appendix(self._known(reading), self._cover(reading, telling))

    def audit(self, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """What was done to the study, by whom and when, and how the codebook came about."""
        from crosscase.study_reports.audit import audit_trail

        with self._session.reading() as reading:
            return audit_trail(self._known(reading), self._cover(reading, telling), telling)

    def sample(self, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """Who took part, by site and sector, and what came of asking."""
        from crosscase.study_reports.sample import sample_report

        with self._session.reading() as reading:
            return sample_report(self._known(reading), self._cover(reading, telling))

    def agreement(self, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """Where several people coded or judged the same, and how far they agree."""
        from crosscase.study_reports.agreement import agreement_report

        with self._session.reading() as reading:
            return agreement_report(self._known(reading), self._cover(reading, telling))

    def package(
        self,
        target: str | Path,
        *,
        redacted: bool = False,
        manuscripts: Mapping[str, bytes] | None = None,
        software: Mapping[str, str] | None = None,
        replace: bool = False,
        telling: Telling = PLAINLY,
    ) -> WrittenPackage:
        """Write the replication package: data, codebook, log, queries, findings, checksums.

        Args:
            target: the .zip file.
            redacted: only what can be shared: no words of participants, no names of people.
            manuscripts: papers to put in, by file name.
            software: versions to tell beside that of crosscase, by name.
            replace: whether a file that is there is replaced.
            telling: how moments are told.

        Raises:
            Conflict: the file is there, or a redacted text would name somebody.
        """
        from crosscase.study_reports.package import PackageAsked, write_package
        from crosscase.version import __version__

        with self._session.reading() as reading:
            cover = self._cover(reading, telling)
        asked = PackageAsked(
            redacted=redacted,
            manuscripts=tuple((manuscripts or {}).items()),
            software=software or {},
            version=__version__,
        )
        return write_package(
            self._session, Path(target), asked, cover=cover, telling=telling, replace=replace
        )

    def note_package(self, file_name: str) -> None:
        """Keep in mind that a whole package was made, by one who could only read the study."""
        note_copy(self._session.file, file_name, self._session.now_us() // 1000)

    def _known(self, reading: Reading) -> Known:
        from crosscase.study_reports.known import Known
        from crosscase.version import __version__

        return Known(self._session, reading, __version__)

    def _cover(self, reading: Reading, telling: Telling) -> Cover:
        return cover_of(reading, self._session.now_us(), self._session.person_name, telling)
