"""What is coded and noted: sources, codes, codings, memos, links, sets and queries."""

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
    from crosscase.intake.sources import Sources

__all__ = ["CodingGroups"]


class CodingGroups:
    """What is coded and noted: sources, codes, codings, memos, links, sets and queries."""

    _session: Session

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
