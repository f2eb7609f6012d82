"""Findings from the rows of a table, in one operation; and the ledger as such a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscase.coding.coding_rules import checked, resolve_coder
from crosscase.coding.table_rows import TableRow, record_or_look, rows_of_table, take_rows
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.finding_nouns import Check, Finding
from crosscase.model.ids import Id
from crosscase.model.table_rows import RefusedRow
from crosscase.store.blobs import blob_hash
from crosscase.store.code_tree import read_tree
from crosscase.store.session import Reading, Session, changed, made
from crosscase.study_findings.bank_names import folded, free_name, next_number
from crosscase.study_findings.check_verbs import new_checks
from crosscase.study_findings.finding_rules import STATUSES, words_of_statement
from crosscase.study_findings.ledger import FindingWithStanding

if TYPE_CHECKING:
    import polars

__all__ = ["ImportedFindings", "import_finding_table", "ledger_frame"]

_FIELDS = {
    "name": ("finding", "name", "id"),
    "statement": ("statement",),
    "domain": ("domain", "code"),
    "status": ("status",),
    "check": ("check",),
}


@dataclass(frozen=True, slots=True)
class ImportedFindings:
    """What an import of findings did, or would.

    ``refused`` holds the line of each row that was left out, with the reason.
    """

    findings: int
    checks: int
    changed: int
    already_there: int
    refused: tuple[RefusedRow, ...]


def import_finding_table(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedFindings:
    """Take the findings of a table's rows (see ``Findings.import_table``)."""
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ())
    results: list[ImportedFindings] = []

    def decide(reading: Reading) -> Draft | None:
        plan = _Plan(session, reading)
        refused = take_rows(plan.take, taken, bad, strict=strict)
        results.append(
            ImportedFindings(plan.made, plan.checks, len(plan.changed), plan.there, refused)
        )
        changes = plan.changes()
        touched = {each.entity for each in changes if each.kind.name == "finding"}
        count = len(touched) or plan.checks
        extra = plan.extra if plan.made else ()
        return (
            Draft("findings.imported", {"n": count}, (*changes, *extra), plan.blobs)
            if changes
            else None
        )

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


class _Plan:
    """The findings and checks that rows bring, besides those that are there."""

    def __init__(self, session: Session, reading: Reading) -> None:
        self._session, self._reading = session, reading
        self._known: dict[str, Finding | None] = {}
        self._ids: dict[str, Id] = {}
        for each in reading.all(Finding):
            self._known[folded(each.name)] = each
            self._ids[folded(each.name)] = each.id
        self._texts = {(each.finding, each.text) for each in reading.all(Check)}
        self._next = next_number(reading, Finding)
        self._author, self.extra = resolve_coder(session, reading, None)
        self._latest: str | None = None
        self._findings: dict[Id, DraftChange] = {}
        self._checks: list[DraftChange] = []
        self.changed: dict[Id, DraftChange] = {}
        self.blobs: dict[str, bytes] = {}
        self.made = self.checks = self.there = 0

    def changes(self) -> tuple[DraftChange, ...]:
        """All that is to be changed, the findings first."""
        return (*self._findings.values(), *self.changed.values(), *self._checks)

    def take(self, row: TableRow) -> None:
        """Plan one row; raises what is wrong with it."""
        name = row["name"] or None
        if name is None and not row["statement"]:
            name = self._latest
        if name is None and not row["statement"]:
            raise MistakeOfUse(
                "The row says neither which finding it is nor what it states.", slug="empty-row"
            )
        key = None if name is None else folded(name)
        finding, blobs, new = self._finding(row, name, key)
        checks: list[DraftChange] = []
        if row["check"]:
            text = row["check"].strip()
            if (finding, blob_hash(text.encode())) not in self._texts:
                checks, more = new_checks(self._session, self._reading, finding, [text])
                blobs = {**blobs, **more}
        self._keep(finding, new, checks, blobs)
        self.there += not (new or checks)

    def _keep(
        self,
        finding: Id,
        new: DraftChange | None,
        checks: Sequence[DraftChange],
        blobs: dict[str, bytes],
    ) -> None:
        """Nothing of a row is kept before all of it is right."""
        if new is not None and new.makes:
            self._findings[finding] = new
            self._latest = str(new.fields["name"])
            self._known[folded(self._latest)] = None
            self._ids[folded(self._latest)] = finding
            self.made += 1
        elif new is not None and finding in self._findings:
            fields = {**self._findings[finding].fields, **new.fields}
            self._findings[finding] = made(Finding, finding, **fields)
        elif new is not None:
            before = self.changed.get(finding)
            fields = {**(before.fields if before else {}), **new.fields}
            self.changed[finding] = changed(Finding, finding, **fields)
        self._checks += checks
        self._texts |= {(finding, str(each.fields["text"])) for each in checks}
        self.checks += len(checks)
        self.blobs |= blobs

    def _finding(
        self, row: TableRow, name: str | None, key: str | None
    ) -> tuple[Id, dict[str, bytes], DraftChange | None]:
        if key is not None and key in self._ids:
            self._latest = name
            held, id_ = self._known[key], self._ids[key]
            says, blobs = self._says(row)
            earlier = self.changed if held is not None else self._findings
            told = earlier[id_].fields if id_ in earlier else {}
            news = {
                field: value
                for field, value in says.items()
                if told.get(field, getattr(held, field, None)) != value
            }
            return id_, blobs if news else {}, changed(Finding, id_, **news) if news else None
        row.needed("statement")
        says, blobs = self._says(row)
        says.setdefault("status", STATUSES[0])
        id_ = self._session.ids()
        new = made(Finding, id_, name=self._name(name), author=self._author, **says)
        return id_, blobs, new

    def _says(self, row: TableRow) -> tuple[dict[str, Any], dict[str, bytes]]:
        says: dict[str, Any] = {}
        blobs: dict[str, bytes] = {}
        if row["statement"]:
            words = words_of_statement(row["statement"])
            says["statement"] = blob_hash(words)
            blobs[blob_hash(words)] = words
        if row["domain"]:
            says["domain"] = read_tree(self._reading).find(row["domain"]).id
        if row["status"]:
            says["status"] = checked("status", row["status"].casefold(), STATUSES)
        return says, blobs

    def _name(self, wanted: str | None) -> str:
        if wanted is not None:
            return free_name(self._reading, Finding, wanted)
        while f"f{self._next}" in self._ids:
            self._next += 1
        return f"F{self._next}"


def ledger_frame(findings: Sequence[FindingWithStanding]) -> polars.DataFrame:
    """The ledger, a row a check, as `import_finding_table` reads it, with what came of each."""
    import polars as pl

    columns = ("finding", "statement", "domain", "status", "check", "standing", "says", "was",
               "why")  # fmt: skip
    rows: list[tuple[str, ...]] = []
    for each in findings:
        own = (each.name, each.statement, each.domain_name or "", each.status)
        if not each.checks:
            rows.append((*own, "", each.standing, "", "", ""))
        for at, check in enumerate(each.checks):
            told = check.outcome
            rows.append(
                (
                    *(own if at == 0 else (each.name, "", "", "")),
                    told.text,
                    told.standing,
                    told.says_where,
                    "" if told.was is None else str(told.was),
                    "" if told.problem is None else told.problem.sentence,
                )
            )
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")
