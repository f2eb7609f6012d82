"""The verbs that look for what speaks against a finding, and make the ledger ready to leave.

What they need is loaded when they are asked.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.store.session import Session
from crosscase.study_documents.telling import PLAINLY, Telling, cover_of

if TYPE_CHECKING:
    from crosscase.analysis.similarity import TextVectors
    from crosscase.report.quotes_document import FindingsDocument
    from crosscase.study_findings.against import AgainstFinding
    from crosscase.study_findings.quote_leaving import LeavingFindings
    from crosscase.study_protection.disclosure_policy import DisclosurePolicy

__all__ = ["AgainstVerbs"]


class AgainstVerbs:
    """What speaks against a finding, and the ledger as it leaves with what speaks for it."""

    _session: Session

    @cached_property
    def _vectors(self) -> TextVectors:
        from crosscase.analysis.similarity import TextVectors

        return TextVectors()

    def against(self, finding: str, *, most: int = 5) -> AgainstFinding:
        """What speaks against a finding; ``most`` is how many passages of each sort are told."""
        from crosscase.study_findings.against import against_finding

        with self._session.reading() as reading:
            return against_finding(self._session, reading, self._vectors, finding, most)

    def leaving(self, *, policy: DisclosurePolicy | None = None) -> LeavingFindings:
        """The ledger as it would leave: labels in place of names, and checked.

        ``policy`` is another than the study's of that moment.
        """
        from crosscase.study_findings.quote_leaving import leaving_findings

        with self._session.reading() as reading:
            return leaving_findings(reading, policy)

    def document(self, leaving: LeavingFindings, *, telling: Telling = PLAINLY) -> FindingsDocument:
        """The ledger made ready to leave as a document."""
        with self._session.reading() as reading:
            return leaving.document(
                cover_of(reading, self._session.now_us(), self._session.person_name, telling)
            )
