"""The verbs of comparing groups: who says what more, and what speaks against a statement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from crosscase.analysis.contrasts import Adjustment
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.query.answer_pages import kept_answer, page_after, passages_between
from crosscase.query.cross_counts import distinct
from crosscase.query.matrix_cells import CellPage
from crosscase.query.study_view import distinct_places
from crosscase.store.session import Session
from crosscase.study_synthesis.comparing import Comparing
from crosscase.study_synthesis.group_comparison import GroupComparison
from crosscase.study_synthesis.negative_cases import NegativeCases, Statement, negative_cases

if TYPE_CHECKING:
    from crosscase.analysis.similarity import TextVectors
    from crosscase.report.figures import Figure

__all__ = ["Contrasts"]


class Contrasts:
    """How groups of participants differ, and what speaks against what is said of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _vectors(self) -> TextVectors:
        from crosscase.analysis.similarity import TextVectors

        return TextVectors()

    def compare(
        self,
        by: str,
        *,
        groups: Sequence[str] | None = None,
        codes: str | Sequence[str] = "codes:all",
        where: str | None = None,
        within: str | None = None,
        permutations: int = 10_000,
        seed: int = 1,
        adjustment: Adjustment = "max-t",
        prior: float = 10.0,
    ) -> GroupComparison:
        """Compare what groups of participants say, code by code.

        Args:
            by: sites, another kind of cases, an attribute such as sector, or waves (each with the
                one before).
            groups: only these; two are compared with each other, more each with all others.
            codes: codes (the top ones), codes:all, code:NAME, or some names.
            where: a query; only codings that meet it count, and who speaks under its filters.
            within: participants are rearranged only within this (sites, unless sites are
                compared); “nothing” rearranges among all.
            permutations: how many arrangements are drawn; all are looked at where there are fewer.
            seed: of the draws.
            adjustment: for many codes: max-t (family-wise) or bh (false discovery rate).
            prior: the strength of the prior of the log-odds, in participants' mentions.

        Raises:
            NotFound: there is no such dimension, group or code.
            MistakeOfUse: there are no two groups, or an argument is not understood.
        """
        if adjustment not in ("max-t", "bh"):
            raise MistakeOfUse(
                f"“{adjustment}” is no way to adjust for many codes.",
                slug="unknown-adjustment",
                hint="Say max-t or bh.",
            )
        named = None if groups is None else tuple(groups)
        asked = codes if isinstance(codes, str) else tuple(codes)
        key = (by, named, asked, where, within, permutations, seed, adjustment, prior)
        with self._session.reading() as reading:
            return kept_answer(
                reading,
                ("contrasts", *key),
                lambda: Comparing(reading, by, named, asked, where).comparison(
                    within, permutations, seed, adjustment, prior
                ),
            )

    def passages(
        self,
        made: GroupComparison,
        code: str,
        group: str | None = None,
        *,
        after: str | None = None,
        most: int = 100,
    ) -> CellPage:
        """The passages of a code by a group (None: by all of them), page by page, and who not.

        Raises NotFound for a code or group that is not compared.
        """
        begins = page_after(after)
        at = made.find_code(code)
        rows = made.rows.taken(made.rows.code == made.members[at])
        people = set(made.groups.people.tolist())
        if group is not None:
            number = made.find_group(group)
            people = set(made.groups.people[made.groups.inside[:, number]].tolist())
            rows = rows.taken(made.groups.lying_in(number, rows.source))
        speakers, person = rows.place_speakers
        mine = np.isin(speakers, rows.place) & np.isin(person, sorted(people))
        held = distinct(speakers[mine])
        with self._session.reading() as reading:
            places = distinct_places(rows.view, rows.places.taken(held))
            lying = rows.codes.lookup.pairs(rows.codings.code)
            told = rows.codings.take(
                distinct(lying.fact[lying.member == made.members[at]]).astype(np.intp)
            )
            last = min(begins + most, len(places))
            said = set(person[mine].tolist())
            return CellPage(
                value=len(said),
                of=len(people),
                who=rows.names(said),
                did_not=rows.names(people - said),
                passages=passages_between(reading, places, told, begins, last),
                total=len(places),
                following=str(last) if last < len(places) else None,
            )

    def figure(self, made: GroupComparison, contrast: int = 0) -> Figure:
        """The dot plot of one contrast: the codes that differ most.

        Raises NotFound where there are not so many.
        """
        if not 0 <= contrast < len(made.contrasts):
            raise NotFound(
                f"There is no contrast {contrast}.",
                slug="contrast-not-found",
                hint=f"There are {len(made.contrasts)}, counted from 0.",
            )
        from crosscase.study_synthesis.group_figures import contrasts_figure

        with self._session.reading() as reading:
            return contrasts_figure(reading, made, contrast)

    def against(self, statement: Statement, *, most: int = 5) -> NegativeCases:
        """What speaks against a statement, and what is typical of it and most unlike.

        ``most`` is how many passages of each sort are told; all are counted.
        """
        with self._session.reading() as reading:
            return negative_cases(self._session, reading, self._vectors, statement, most)
