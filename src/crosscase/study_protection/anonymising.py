"""The verbs of anonymising: propose, review, apply, finish and check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.errors import Conflict
from crosscase.intake.replacements import Replacement
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.store.history import was_ever_said
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.study_protection.applying import (
    PlannedAnonymising,
    as_they_stand,
    plan_anonymising,
)
from crosscase.study_protection.candidates import Candidate, propose
from crosscase.study_protection.held_words import LABEL, TEXT
from crosscase.study_protection.replaced_places import SourceStanding, standings
from crosscase.study_protection.vault import Vault
from crosscase.study_protection.vault_check import VaultCheck, require_clean, vault_check

if TYPE_CHECKING:
    from crosscase.intake.correcting import ChangedCoding
    from crosscase.study_protection.finishing import Finished

__all__ = ["Anonymised", "Anonymising"]


@dataclass(frozen=True, slots=True)
class Anonymised:
    """What carrying out a review did: places replaced, and the codings it touched or lost."""

    operation: Recorded | None
    replaced: int
    refused: int
    undecided: int
    sources: tuple[Id, ...]
    kept: int
    touched: tuple[ChangedCoding, ...]
    lost: tuple[ChangedCoding, ...]


class Anonymising:
    """Replacing names and telling words in a study that is at work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def standing(self) -> list[SourceStanding]:
        """The sources, each with how many places were replaced and what lies beside it."""
        with self._session.reading() as reading:
            return standings(reading)

    def propose(
        self,
        sources: Sequence[str] | None = None,
        *,
        replacements: Sequence[Replacement] = (),
        names: bool = True,
        typed: bool = True,
        vault: Vault | None = None,
    ) -> list[Candidate]:
        """Every place that might be replaced, with a suggestion; nothing is changed.

        With ``sources`` only their texts and names are looked through, otherwise all words of the
        study. A vault's key gives the same people the same pseudonyms as before.
        """
        if vault is not None:
            self._require_own(vault)
        with self._session.reading() as reading:
            return propose(
                reading,
                sources=sources,
                replacements=replacements,
                names=names,
                typed=typed,
                known=() if vault is None else vault.watched_rules(),
                people={} if vault is None else vault.people(),
            )

    def apply(
        self, reviewed: Sequence[Candidate], vault: Vault, *, dry_run: bool = False
    ) -> Anonymised:
        """Carry out a review as one operation; the vault is written before the study.

        Codings, evidence and memos stay on their passages; the codings whose words change or go
        are listed. Candidates without a decision stay as they are.
        """
        self._require_own(vault)
        with self._session.reading() as reading:
            reviewed = as_they_stand(reading, reviewed)
        accepted = [each for each in reviewed if each.decision == "accept"]
        refused = [each for each in reviewed if each.decision == "refuse"]
        wall_ms = self._session.now_us() // 1000
        in_text = {each.entity for each in accepted if each.field in (TEXT, LABEL)}
        ids = {entity: self._session.ids() for entity in sorted(in_text)}

        def plan(reading: Reading) -> PlannedAnonymising:
            return plan_anonymising(
                reading, accepted, ids, person=self._session.person_name, wall_ms=wall_ms
            )

        with self._session.reading() as reading:
            planned = plan(reading)
        recorded = None
        if not dry_run and planned.changes:
            self._keep_in(vault, planned, accepted, refused)

            def decide(reading: Reading) -> Draft | None:
                return plan(reading).draft()

            recorded = self._session.record(decide)
        return Anonymised(
            recorded,
            len(accepted),
            len(refused),
            len(reviewed) - len(accepted) - len(refused),
            tuple(planned.sources),
            planned.kept,
            tuple(planned.touched),
            tuple(planned.lost),
        )

    def _keep_in(
        self,
        vault: Vault,
        planned: PlannedAnonymising,
        accepted: Sequence[Candidate],
        refused: Sequence[Candidate],
    ) -> None:
        """The vault first: when the study cannot be written then, nothing is lost."""
        vault.add_replacements(planned.logged)
        for original in planned.originals:
            vault.add_original(original)
        standing = {each.found.casefold() for each in refused}
        replaced = {each.found.casefold() for each in accepted} - standing
        held = {each.casefold(): each for each in vault.left_standing}
        held |= {each.found.casefold(): each.found for each in refused}
        vault.left_standing = [each for folded, each in held.items() if folded not in replaced]
        vault.save()

    def has_begun(self) -> bool:
        """Whether words of this study ever went into a vault."""
        with self._session.reading() as reading:
            return was_ever_said(reading, "sources.anonymised")

    def check(self, vault: Vault) -> VaultCheck:
        """What is left of the vaulted words, in what shows and in what the file remembers."""
        self._require_own(vault)
        return vault_check(self._session, vault)

    def require_clean(self, vault: Vault) -> None:
        """Refuse to go on while a vaulted word shows: before anything leaves the study."""
        self._require_own(vault)
        require_clean(self._session, vault)

    def finish(self, vault: Vault) -> Finished:
        """Purge the originals out of the study into the vault; cannot be undone.

        Conflict while anything that shows still holds vaulted words.
        """
        from crosscase.study_protection.finishing import finish

        self._require_own(vault)
        return finish(self._session, vault)

    def _require_own(self, vault: Vault) -> None:
        if vault.study != self._session.study_id:
            raise Conflict(
                f"“{vault.path.name}” is the vault of another study.",
                slug="vault-of-another-study",
                hint="Name the vault that was made for this study; copies of it share one.",
            )
