"""From findings to the manuscript: claims, quotes, papers and reports."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.store.session import Session

if TYPE_CHECKING:
    from crosscase.study_findings.findings import Findings
    from crosscase.study_findings.quotes import Quotes
    from crosscase.study_manuscripts.manuscripts import Manuscripts
    from crosscase.study_reports.reports import Reports

__all__ = ["FindingGroups"]


class FindingGroups:
    """From findings to the manuscript: claims, quotes, papers and reports."""

    _session: Session

    @cached_property
    def findings(self) -> Findings:
        """Claims with the checks, quotes and evidence that they stand on."""
        from crosscase.study_findings.findings import Findings

        return Findings(self._session)

    @cached_property
    def quotes(self) -> Quotes:
        """The words chosen to be published, checked against the transcripts."""
        from crosscase.study_findings.quotes import Quotes

        return Quotes(self._session)

    @cached_property
    def manuscripts(self) -> Manuscripts:
        """Papers in Word or Markdown, checked against the study."""
        from crosscase.study_manuscripts.manuscripts import Manuscripts

        return Manuscripts(self._session)

    @cached_property
    def reports(self) -> Reports:
        """Checklists, the methods appendix and the replication package."""
        from crosscase.study_reports.reports import Reports

        return Reports(self._session)
