"""What keeps a study and its people safe, and hands it on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.store.session import Session

if TYPE_CHECKING:
    from crosscase.fieldwork.withdrawals import Withdrawals
    from crosscase.store.intents import Intents
    from crosscase.store.live_headers import LiveHeaders
    from crosscase.store.settings import Settings
    from crosscase.study_documents.documents import Documents
    from crosscase.study_exchange.projects import Projects
    from crosscase.study_protection.anonymising import Anonymising
    from crosscase.study_protection.disclosure import Disclosure
    from crosscase.study_protection.protection import Protection
    from crosscase.study_protection.releases import Releases

__all__ = ["KeepingGroups"]


class KeepingGroups:
    """What keeps a study and its people safe, and hands it on."""

    _session: Session

    @cached_property
    def withdrawals(self) -> Withdrawals:
        """Who took their consent back, and what that hides."""
        from crosscase.fieldwork.withdrawals import Withdrawals

        return Withdrawals(self._session)

    @cached_property
    def anonymising(self) -> Anonymising:
        """Replacing names and telling words, with the originals in a vault."""
        from crosscase.study_protection.anonymising import Anonymising

        return Anonymising(self._session)

    @cached_property
    def disclosure(self) -> Disclosure:
        """What may leave the study, and what would let a reader find who spoke."""
        from crosscase.study_protection.disclosure import Disclosure

        return Disclosure(self._session)

    @cached_property
    def releases(self) -> Releases:
        """What left the study, when and to whom."""
        from crosscase.study_protection.releases import Releases

        return Releases(self._session)

    @cached_property
    def protection(self) -> Protection:
        """Sealed backups, the data-protection annex and access reports."""
        from crosscase.study_protection.protection import Protection

        return Protection(self._session)

    @cached_property
    def documents(self) -> Documents:
        """Every view as a Word file."""
        from crosscase.study_documents.documents import Documents

        return Documents(self._session, self._session.person_name)

    @cached_property
    def projects(self) -> Projects:
        """Projects of other tools: brought in, and written."""
        from crosscase.study_exchange.projects import Projects

        return Projects(self._session)

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
