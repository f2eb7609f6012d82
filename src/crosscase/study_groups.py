"""The groups of short verbs that a study is made of; each is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.store.session import Session

if TYPE_CHECKING:
    from crosscase.coding.codebook import Codebook
    from crosscase.coding.coders import Coders
    from crosscase.coding.codes import Codes
    from crosscase.coding.codings import Codings
    from crosscase.coding.frameworks import Frameworks
    from crosscase.coding.links import Links
    from crosscase.coding.memos import Memos
    from crosscase.coding.queries import Queries
    from crosscase.coding.sets import Sets
    from crosscase.fieldwork.attributes import Attributes
    from crosscase.fieldwork.cases import Cases
    from crosscase.fieldwork.memberships import Memberships
    from crosscase.fieldwork.participants import Participants
    from crosscase.fieldwork.speakers import Speakers
    from crosscase.intake.sources import Sources
    from crosscase.store.intents import Intents
    from crosscase.store.live_headers import LiveHeaders
    from crosscase.store.settings import Settings
    from crosscase.study_documents.documents import Documents

__all__ = ["StudyGroups"]


class StudyGroups:
    """The groups of verbs over one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def sources(self) -> Sources:
        """Documents of any kind."""
        from crosscase.fieldwork.source_values import source_value_changes
        from crosscase.intake.sources import Sources

        return Sources(self._session, source_value_changes)

    @cached_property
    def codes(self) -> Codes:
        """The research codes."""
        from crosscase.coding.codes import Codes

        return Codes(self._session)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook as a whole: import and export."""
        from crosscase.coding.codebook import Codebook

        return Codebook(self._session)

    @cached_property
    def frameworks(self) -> Frameworks:
        """Sets of deductive codes that ship with crosscase, or come in a file."""
        from crosscase.coding.frameworks import Frameworks

        return Frameworks(self._session)

    @cached_property
    def codings(self) -> Codings:
        """Codes on passages by coders."""
        from crosscase.coding.codings import Codings

        return Codings(self._session)

    @cached_property
    def coders(self) -> Coders:
        """Who codes."""
        from crosscase.coding.coders import Coders

        return Coders(self._session)

    @cached_property
    def memos(self) -> Memos:
        """Notes, in one place, each on what it hangs on."""
        from crosscase.coding.memos import Memos

        return Memos(self._session)

    @cached_property
    def links(self) -> Links:
        """Typed relations with their evidence."""
        from crosscase.coding.links import Links

        return Links(self._session)

    @cached_property
    def sets(self) -> Sets:
        """Named sets."""
        from crosscase.coding.sets import Sets

        return Sets(self._session)

    @cached_property
    def queries(self) -> Queries:
        """Saved questions."""
        from crosscase.coding.queries import Queries

        return Queries(self._session)

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
    def settings(self) -> Settings:
        """What the study keeps to, such as whether original files are kept."""
        from crosscase.store.settings import Settings

        return Settings(self._session)

    @cached_property
    def intents(self) -> Intents:
        """What a page asked for, done once however often it is sent."""
        from crosscase.store.intents import Intents

        return Intents(self._session)

    @cached_property
    def live(self) -> LiveHeaders:
        """What was recorded since, by anybody, told in headers."""
        from crosscase.store.live_headers import LiveHeaders

        return LiveHeaders(self._session)

    @cached_property
    def documents(self) -> Documents:
        """Every view as a Word file."""
        from crosscase.study_documents.documents import Documents

        return Documents(self._session, self._session.person_name)
