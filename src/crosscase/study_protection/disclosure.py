"""The verbs of disclosure control: the policy, the risks of what is to leave, and ways out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crosscase.model.ids import Id
from crosscase.model.nouns import Setting
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.store.settings import record_setting
from crosscase.study_protection.disclosure_policy import (
    SETTING,
    DisclosurePolicy,
    policy_from_file,
    policy_from_plain,
)

if TYPE_CHECKING:
    from crosscase.query.intervals import Intervals
    from crosscase.study_protection.disclosure_attribution import AttributedQuote
    from crosscase.study_protection.disclosure_check import Check
    from crosscase.study_protection.disclosure_gate import ExportCheck
    from crosscase.study_protection.disclosure_places import HeldBy, PlaceAsked
    from crosscase.study_protection.disclosure_report import DisclosureReport

__all__ = ["Disclosure", "policy_of"]


class Disclosure:
    """What may leave the study, and what would let a reader find who spoke."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- the policy ------------------------------------------------------------------------

    def policy(self) -> DisclosurePolicy:
        """The policy of this study; the usual one where none was made."""
        with self._session.reading() as reading:
            return policy_of(reading)

    def set_policy(self, policy: DisclosurePolicy | Mapping[str, Any]) -> Recorded | None:
        """Make the policy of this study; what a mapping leaves out stays as it is."""
        if not isinstance(policy, DisclosurePolicy):
            policy = policy_from_plain({**self.policy().to_plain(), **policy})
        return record_setting(self._session, SETTING, policy.to_text())

    @staticmethod
    def read_policy(data: bytes, name: str) -> DisclosurePolicy:
        """A policy from the bytes of a YAML or JSON file."""
        return policy_from_file(data, name)

    # -- asking ------------------------------------------------------------------------------

    def risks(
        self,
        quotes: Iterable[PlaceAsked] | None = None,
        *,
        query: str | None = None,
        set: str | None = None,
        code: str | None = None,
        source: str | None = None,
        held_by: HeldBy | None = None,
        codings: Iterable[Id] | None = None,
        places: Intervals | None = None,
        every: bool = False,
        tables: Iterable[str | Sequence[str]] = (),
        attribution: Sequence[str] | None = None,
        k: int | None = None,
        frame: str | None = None,
        profile: Mapping[str, object] | None = None,
        pseudonyms: bool = False,
        archive: bool = False,
        words: bool = True,
        policy: DisclosurePolicy | None = None,
    ) -> DisclosureReport:
        """What speaks against publishing quotes, tables and a profile, with all released before.

        Args:
            quotes: (source, start_char, end_char), or mappings of these with the attribution and
                the pseudonym that one quote has. Instead of them a query, a set, a code, a
                source, codings (by their ids), the places behind a cell of a matrix, or what
                evidence, memos or turns hold may be named. With nothing at all every coded
                passage is meant; where tables or a profile are asked about, only with ``every``.
            tables: recruitment tables printed beside them, such as ("site", "sector").
            attribution: the labels printed beside quotes; the policy says which otherwise.
            k: another least number than the policy's.
            frame: the frame in which ``profile``, what is published of a site, is looked for.
            pseudonyms: whether the study's name for each participant is printed too.
            archive: whether it is for an archive (k of 5 as a rule, and consent to archiving).
            words: whether the words of the quotes are looked at as well.
            policy: another policy than the study's.
        """
        from crosscase.study_protection.disclosure_check import Check
        from crosscase.study_protection.disclosure_places import Chosen
        from crosscase.study_protection.disclosure_tables import table_sides

        given = None if quotes is None else tuple(quotes)
        coded = None if codings is None else tuple(codings)
        chosen = Chosen(given, query, set, code, source, held_by, coded, places)
        crossed = tuple(table_sides(each) for each in tables)
        has_quotes = chosen != Chosen() or every or not (crossed or frame)
        check = Check(
            chosen=chosen if has_quotes else None,
            by=None if attribution is None else tuple(attribution),
            tables=crossed,
            frame=frame,
            profile=profile or {},
            pseudonyms=pseudonyms,
            archive=archive,
            words=words,
        )
        return self._checked(check, policy, k)

    def _checked(
        self, check: Check, policy: DisclosurePolicy | None, k: int | None
    ) -> DisclosureReport:
        from crosscase.study_protection.disclosure_check import checked

        with self._session.reading() as reading:
            kept_to = policy or policy_of(reading)
            least = kept_to.archive_k if check.archive and k is None else k
            return checked(reading, kept_to.with_k(least), check)

    def attributed(
        self, report: DisclosureReport, remedy: str = "first"
    ) -> tuple[AttributedQuote, ...]:
        """What to print beside each quote of a report, once a remedy is taken.

        ``remedy`` is one kind for all (such as “drop site”), “first” for the first that reaches
        the least number for each, or “none”. A quote that no change of labels helps has no line:
        it must be paraphrased, or consent asked.
        """
        from crosscase.study_protection.disclosure_attribution import attributed_quotes

        return attributed_quotes(report, remedy)

    def export_check(
        self,
        quotes: Iterable[PlaceAsked] | None = None,
        *,
        query: str | None = None,
        code: str | None = None,
        source: str | None = None,
        held_by: HeldBy | None = None,
        places: Intervals | None = None,
        policy: DisclosurePolicy | None = None,
    ) -> ExportCheck:
        """The short check of an export: how many quotes would tell who spoke."""
        from crosscase.study_protection.disclosure_gate import checked_export
        from crosscase.study_protection.disclosure_places import Chosen, chosen_places

        given = None if quotes is None else tuple(quotes)
        chosen = Chosen(
            given, query=query, code=code, source=source, held_by=held_by, places=places
        )
        with self._session.reading() as reading:
            found = chosen_places(reading, chosen)
            return checked_export(reading, policy or policy_of(reading), found)


def policy_of(reading: Reading) -> DisclosurePolicy:
    """The policy that the study holds, or the usual one."""
    held = next((each.value for each in reading.all(Setting) if each.key == SETTING), None)
    return DisclosurePolicy() if held is None else policy_from_plain(json.loads(held))
