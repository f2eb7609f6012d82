"""Who and what is studied: frames, selections, cases, people and the fieldwork among them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.store.session import Session

if TYPE_CHECKING:
    from crosscase.fieldwork.activities import Activities
    from crosscase.fieldwork.approvals import Approvals
    from crosscase.fieldwork.attributes import Attributes
    from crosscase.fieldwork.cases import Cases
    from crosscase.fieldwork.consents import Consents
    from crosscase.fieldwork.contacts import Contacts
    from crosscase.fieldwork.memberships import Memberships
    from crosscase.fieldwork.participants import Participants
    from crosscase.fieldwork.recruitments import Recruitments
    from crosscase.fieldwork.referrals import Referrals
    from crosscase.fieldwork.speakers import Speakers
    from crosscase.study_fieldwork.fieldwork import Fieldwork
    from crosscase.study_fieldwork.guides import Guides
    from crosscase.study_fieldwork.topics import Topics
    from crosscase.study_selection.frames import Frames
    from crosscase.study_selection.inequality import Inequality
    from crosscase.study_selection.selections import Selections

__all__ = ["CaseGroups"]


class CaseGroups:
    """Who and what is studied: frames, selections, cases, people and the fieldwork among them."""

    _session: Session

    @cached_property
    def frames(self) -> Frames:
        """Tables of candidate cases, with their groups."""
        from crosscase.study_selection.frames import Frames

        return Frames(self._session)

    @cached_property
    def selections(self) -> Selections:
        """Choices of cases from a frame, each with the whole decision."""
        from crosscase.study_selection.selections import Selections

        return Selections(self._session)

    @cached_property
    def inequality(self) -> Inequality:
        """Indices of inequality, joined to cases as attributes."""
        from crosscase.study_selection.inequality import Inequality

        return Inequality(self._session)

    @cached_property
    def cases(self) -> Cases:
        """Sites, organisations, bodies and persons."""
        from crosscase.fieldwork.cases import Cases

        return Cases(self._session)

    @cached_property
    def memberships(self) -> Memberships:
        """Cases in cases, dated and many to many."""
        from crosscase.fieldwork.memberships import Memberships

        return Memberships(self._session)

    @cached_property
    def attributes(self) -> Attributes:
        """Typed characteristics of cases and sources."""
        from crosscase.fieldwork.attributes import Attributes

        return Attributes(self._session)

    @cached_property
    def participants(self) -> Participants:
        """The people who were interviewed or observed."""
        from crosscase.fieldwork.participants import Participants

        return Participants(self._session)

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks under which label."""
        from crosscase.fieldwork.speakers import Speakers

        return Speakers(self._session)

    @cached_property
    def recruitments(self) -> Recruitments:
        """How the participants were found."""
        from crosscase.fieldwork.recruitments import Recruitments

        return Recruitments(self._session)

    @cached_property
    def referrals(self) -> Referrals:
        """Who named which participant."""
        from crosscase.fieldwork.referrals import Referrals

        return Referrals(self._session)

    @cached_property
    def contacts(self) -> Contacts:
        """Each attempt to reach a participant."""
        from crosscase.fieldwork.contacts import Contacts

        return Contacts(self._session)

    @cached_property
    def consents(self) -> Consents:
        """What the participants agreed to."""
        from crosscase.fieldwork.consents import Consents

        return Consents(self._session)

    @cached_property
    def approvals(self) -> Approvals:
        """What allows the study, and until when."""
        from crosscase.fieldwork.approvals import Approvals

        return Approvals(self._session)

    @cached_property
    def activities(self) -> Activities:
        """Interviews, observed meetings and document requests."""
        from crosscase.fieldwork.activities import Activities

        return Activities(self._session)

    @cached_property
    def guides(self) -> Guides:
        """Interview guides with their versions, topics and questions."""
        from crosscase.study_fieldwork.guides import Guides

        return Guides(self._session)

    @cached_property
    def topics(self) -> Topics:
        """Which turns asked what, and who answered."""
        from crosscase.study_fieldwork.topics import Topics

        return Topics(self._session)

    @cached_property
    def fieldwork(self) -> Fieldwork:
        """Where the fieldwork stands: the board, rates, referral chains, what is still to do."""
        from crosscase.study_fieldwork.fieldwork import Fieldwork

        return Fieldwork(self._session)
