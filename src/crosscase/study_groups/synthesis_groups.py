"""From coded passages to factors, interactions and alignment."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.store.session import Session

if TYPE_CHECKING:
    from crosscase.study_synthesis.charting import Charting
    from crosscase.study_synthesis.contrasts import Contrasts
    from crosscase.study_synthesis.cooccurrence import Cooccurrence
    from crosscase.study_synthesis.dominance import Dominance
    from crosscase.study_synthesis.grids import Grids
    from crosscase.study_synthesis.interactions import Interactions
    from crosscase.study_synthesis.qca import Qca
    from crosscase.study_synthesis.saturation import Saturation
    from crosscase.study_synthesis.waves import Waves

__all__ = ["SynthesisGroups"]


class SynthesisGroups:
    """From coded passages to factors, interactions and alignment."""

    _session: Session

    @cached_property
    def charting(self) -> Charting:
        """The framework matrix: summaries of codes by participants or cases."""
        from crosscase.study_synthesis.charting import Charting

        return Charting(self._session)

    @cached_property
    def contrasts(self) -> Contrasts:
        """What groups of participants say more, and what speaks against a statement."""
        from crosscase.study_synthesis.contrasts import Contrasts

        return Contrasts(self._session)

    @cached_property
    def cooccurrence(self) -> Cooccurrence:
        """Which codes meet, by a stated unit."""
        from crosscase.study_synthesis.cooccurrence import Cooccurrence

        return Cooccurrence(self._session)

    @cached_property
    def interactions(self) -> Interactions:
        """How factors act on one another, and who says so."""
        from crosscase.study_synthesis.interactions import Interactions

        return Interactions(self._session)

    @cached_property
    def qca(self) -> Qca:
        """Which combinations of conditions go with an outcome."""
        from crosscase.study_synthesis.qca import Qca

        return Qca(self._session)

    @cached_property
    def saturation(self) -> Saturation:
        """When interviews stopped bringing new codes."""
        from crosscase.study_synthesis.saturation import Saturation

        return Saturation(self._session)

    @cached_property
    def waves(self) -> Waves:
        """Rounds of fieldwork, and what changed from one to the next."""
        from crosscase.study_synthesis.waves import Waves

        return Waves(self._session)

    @cached_property
    def dominance(self) -> Dominance:
        """A cause across domains, and what named analysts judge of it."""
        from crosscase.study_synthesis.dominance import Dominance

        return Dominance(self._session)

    @cached_property
    def grids(self) -> Grids:
        """Grids in which people judge cases, such as policy streams, and how raters agree."""
        from crosscase.study_synthesis.grids import Grids

        return Grids(self._session)
