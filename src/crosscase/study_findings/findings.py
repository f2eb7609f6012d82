"""The verbs of findings: the ledger of what the study claims, and what stands behind each claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import EllipsisType
from typing import TYPE_CHECKING, Any, NamedTuple

from crosscase.coding.carried_passages import PassageAsked
from crosscase.coding.coding_rules import checked, resolve_coder
from crosscase.coding.links import LinkEvidence
from crosscase.log.records import Draft, DraftChange
from crosscase.model.finding_nouns import Finding
from crosscase.model.ids import Id
from crosscase.store.blobs import blob_hash
from crosscase.store.code_tree import read_tree
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_findings.against_verbs import AgainstVerbs
from crosscase.study_findings.bank_names import free_name
from crosscase.study_findings.check_verbs import CheckVerbs, new_checks
from crosscase.study_findings.checking import keep_verdicts
from crosscase.study_findings.claim_verbs import ClaimVerbs
from crosscase.study_findings.finding_rules import STATUSES, words_of_statement
from crosscase.study_findings.ledger import (
    FindingWithStanding,
    find_finding,
    finding_words,
    read_ledger,
)
from crosscase.study_findings.outcomes import Standing
from crosscase.study_synthesis.given_evidence import evidence_changes, evidence_of, evidence_taken

if TYPE_CHECKING:
    import polars

    from crosscase.study_findings.finding_tables import ImportedFindings

__all__ = ["Findings", "SaidOfFinding"]


class SaidOfFinding(NamedTuple):
    """What people say of a finding; ``domain`` is the id of a code."""

    statement: str
    name: str
    domain: Id | None
    status: str


class Findings(CheckVerbs, ClaimVerbs, AgainstVerbs):
    """The findings of a study, with the checks, evidence and sentences of each."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self) -> tuple[FindingWithStanding, ...]:
        """The findings in the order of their names, each with its standing today."""
        with self._session.reading() as reading:
            found = read_ledger(reading)
        keep_verdicts(self._session)
        return found

    def get(self, finding: str) -> FindingWithStanding:
        """One finding by its name, such as F12, or its id."""
        with self._session.reading() as reading:
            return read_ledger(reading, [find_finding(reading, finding)])[0]

    def said(self, finding: str) -> SaidOfFinding:
        """What a finding says of itself, without looking at its checks."""
        with self._session.reading() as reading:
            found = find_finding(reading, finding)
            return SaidOfFinding(
                finding_words(reading, [found])[found.id],
                found.name or "",
                found.domain,
                found.status or STATUSES[0],
            )

    def standings(self) -> dict[Id, Standing]:
        """The standing of each finding."""
        return {each.id: each.standing for each in self.all()}

    def statements(self) -> list[tuple[Id, str, str]]:
        """The id, name and statement of each finding; its checks are left alone."""
        with self._session.reading() as reading:
            held = reading.all(Finding)
            words = finding_words(reading, held)
            return [(each.id, each.name or "", words[each.id]) for each in held]

    def evidence(self, finding: str) -> list[LinkEvidence]:
        """The passages for and against a finding, where they lie now."""
        with self._session.reading() as reading:
            found = find_finding(reading, finding)
            return evidence_of(reading, (found.id,))[found.id]

    def frame(self) -> polars.DataFrame:
        """The ledger as a table, a row a check, as `import_table` reads it."""
        from crosscase.study_findings.finding_tables import ledger_frame

        return ledger_frame(self.all())

    # -- the ledger --------------------------------------------------------------------

    def add(
        self,
        statement: str,
        *,
        name: str | None = None,
        domain: str | None = None,
        status: str | None = None,
        author: str | None = None,
        checks: Sequence[str] = (),
    ) -> FindingWithStanding:
        """Add a finding.

        Args:
            statement: what the study claims, in a sentence or two.
            name: what it is called in manuscripts; otherwise the next free of F1, F2...
            domain: the code that it is about.
            status: draft, agreed or set aside.
            author: whose finding it is; otherwise yours.
            checks: what is to be checked, in the language of checks; today's figures are accepted.
        """
        words = words_of_statement(statement)
        id_ = self._session.ids()
        standing = checked("status", status, STATUSES) or "draft"

        def decide(reading: Reading) -> Draft:
            whose, extra = resolve_coder(self._session, reading, author)
            new = made(
                Finding,
                id_,
                statement=blob_hash(words),
                name=free_name(reading, Finding, name),
                domain=None if domain is None else read_tree(reading).find(domain).id,
                author=whose,
                status=standing,
            )
            more, blobs = new_checks(self._session, reading, id_, checks)
            return Draft(
                "finding.added",
                {"finding": id_},
                (new, *more, *extra),
                {blob_hash(words): words, **blobs},
            )

        self._session.record(decide)
        return self.get(id_)

    def change(
        self,
        finding: str,
        *,
        statement: str | None = None,
        name: str | None = None,
        domain: str | EllipsisType | None = ...,
        status: str | None = None,
        author: str | None = None,
    ) -> Recorded | None:
        """Change what a finding says of itself; ``domain=None`` takes it off its code."""
        words = None if statement is None else words_of_statement(statement)

        def decide(reading: Reading) -> Draft | None:
            found = find_finding(reading, finding)
            says: dict[str, Any] = {}
            extra: tuple[DraftChange, ...] = ()
            if words is not None:
                says["statement"] = blob_hash(words)
            if name is not None:
                says["name"] = free_name(reading, Finding, name, found.id)
            if not isinstance(domain, EllipsisType):
                says["domain"] = read_tree(reading).find(domain).id if domain else None
            if status is not None:
                says["status"] = checked("status", status, STATUSES) or "draft"
            if author is not None:
                says["author"], extra = resolve_coder(self._session, reading, author)
            new = {field: value for field, value in says.items() if getattr(found, field) != value}
            if not new:
                return None
            blobs = {} if words is None else {blob_hash(words): words}
            changes = (changed(Finding, found.id, **new), *extra)
            return Draft("finding.changed", {"finding": found.id}, changes, blobs)

        return self._session.record(decide)

    def remove(self, finding: str) -> Recorded | None:
        """Remove a finding; its checks, evidence and claims are hidden with it."""

        def decide(reading: Reading) -> Draft:
            found = find_finding(reading, finding)
            return Draft("finding.removed", {"finding": found.id}, (dropped(Finding, found.id),))

        return self._session.record(decide)

    def restore(self, finding: str) -> Recorded | None:
        """Bring a removed finding back with all that it had, by its name or id."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Finding, finding)
            if found is None:
                return None
            free_name(reading, Finding, found.name, found.id)
            change = dropped(Finding, found.id, False)
            return Draft("finding.restored", {"finding": found.id}, (change,))

        return self._session.record(decide)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedFindings:
        """Take findings from the rows of a table, as one operation.

        Columns: finding (its name), statement, domain, status and check; a further row of the
        same finding adds a check. What is there already is not added again.
        """
        from crosscase.study_findings.finding_tables import import_finding_table

        return import_finding_table(
            self._session, columns, rows, lines=lines, strict=strict, dry_run=dry_run
        )

    # -- evidence ----------------------------------------------------------------------

    def give_evidence(
        self, finding: str, passages: Iterable[PassageAsked], *, against: bool = False
    ) -> Recorded | None:
        """Put passages behind a finding, or against it."""
        wanted = list(passages)

        def decide(reading: Reading) -> Draft | None:
            found = find_finding(reading, finding)
            changes = tuple(evidence_changes(reading, found.id, wanted, against=against))
            values = {"n": len(changes), "subject": found.id}
            return Draft("evidence.given", values, changes) if changes else None

        return self._session.record(decide)

    def take_evidence(self, finding: str, evidence: Iterable[Id]) -> Recorded | None:
        """Take passages away from a finding, by the ids of the evidence."""
        wanted = list(evidence)

        def decide(reading: Reading) -> Draft | None:
            found = find_finding(reading, finding)
            changes = evidence_taken(reading, wanted, found.id)
            return Draft("evidence.taken", {"subject": found.id}, changes) if changes else None

        return self._session.record(decide)
