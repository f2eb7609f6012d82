"""All groups of verbs over one session."""

from __future__ import annotations

from crosscase.store.session import Session
from crosscase.study_groups.case_groups import CaseGroups
from crosscase.study_groups.coding_groups import CodingGroups
from crosscase.study_groups.finding_groups import FindingGroups
from crosscase.study_groups.keeping_groups import KeepingGroups
from crosscase.study_groups.synthesis_groups import SynthesisGroups

__all__ = ["StudyGroups"]


class StudyGroups(CodingGroups, CaseGroups, SynthesisGroups, FindingGroups, KeepingGroups):
    """The groups of verbs over one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
