"""Interactions with their evidence from the rows of a table, in one operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crosscase.coding.carried_passages import PassageAsked
from crosscase.coding.links import checked_says, stored_says
from crosscase.coding.table_rows import TableRow, passage_of_row, record_or_look, rows_of_table
from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Ends, Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Link
from crosscase.model.table_rows import RefusedRow, raise_if_strict
from crosscase.query.code_names import code_names
from crosscase.store.session import Reading, Session, made
from crosscase.study_synthesis.assertions import require_spoken
from crosscase.study_synthesis.given_evidence import evidence_changes
from crosscase.study_synthesis.interaction_reading import INFLUENCES, is_interaction

__all__ = ["ImportedInteractions", "import_interactions"]

_FIELDS = {
    "from": ("start", "from"),
    "to": ("end", "to"),
    "directed": ("directed",),
    "sign": ("sign",),
    "mechanism": ("mechanism",),
    "basis": ("basis",),
    "note": ("note",),
    "source": ("source",),
    "quote": ("quote",),
    "start_char": ("start_char",),
    "end_char": ("end_char",),
    "against": ("against",),
}
_SAYS = ("directed", "sign", "basis", "mechanism")

_Key = tuple[frozenset[Id] | Ends, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class ImportedInteractions:
    """What an import did (or would): interactions and passages behind them that are new.

    ``already_there`` counts interactions that say nothing new; ``refused`` holds the line of
    each row that was left out, with the reason.
    """

    interactions: int
    evidence: int
    already_there: int
    refused: tuple[RefusedRow, ...]


@dataclass
class _Wanted:
    """What several rows say of one interaction."""

    id: Id
    ends: Ends
    says: dict[str, Any]
    blobs: dict[str, bytes]
    is_new: bool
    lines: list[int] = field(default_factory=list)
    speaking: list[PassageAsked] = field(default_factory=list)
    against: list[PassageAsked] = field(default_factory=list)
    spoken: list[tuple[Id, Passage]] = field(default_factory=list)


@dataclass
class _Plan:
    """What is to be stored, counted."""

    changes: list[DraftChange] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)
    interactions: int = 0
    evidence: int = 0
    touched: int = 0
    same: int = 0


def import_interactions(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    basis: str,
    lines: Sequence[int] | None,
    strict: bool,
    dry_run: bool,
) -> ImportedInteractions:
    """Take interactions from a table (see ``Interactions.import_table``).

    Rows that say the same of the same factors are one interaction with the passages of all.

    Raises:
        MistakeOfUse: a column is missing; with ``strict`` (or NotFound) what is wrong with a row.
    """
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("from", "to"))
    results: list[ImportedInteractions] = []

    def decide(reading: Reading) -> Draft | None:
        wanted: dict[_Key, _Wanted] = {}
        there = {
            _key(link.ends, {name: getattr(link, name) for name in _SAYS}): link
            for link in reading.all(Link)
            if is_interaction(link)
        }
        refused = list(bad)
        for row in taken:
            try:
                _take(session, reading, row, basis, there, wanted)
            except CrosscaseError as error:
                refused.append((row.line, error))
        plan = _planned(reading, list(wanted.values()), refused)
        refused.sort(key=lambda pair: pair[0])
        raise_if_strict(refused, strict)
        results.append(
            ImportedInteractions(plan.interactions, plan.evidence, plan.same, tuple(refused))
        )
        if not plan.changes:
            return None
        return Draft("links.imported", {"n": plan.touched}, tuple(plan.changes), plan.blobs)

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


def _take(
    session: Session,
    reading: Reading,
    row: TableRow,
    basis: str,
    there: dict[_Key, Link],
    wanted: dict[_Key, _Wanted],
) -> None:
    """Read one row; raises what is wrong with it."""
    names = code_names(reading)
    ends = Ends(*(names.codes[names.find(row.needed(each))].id for each in ("from", "to")))
    if ends.start == ends.end:
        raise MistakeOfUse(f"“{row['from']}” cannot act on itself here.", slug="same-ends")
    says, blobs = stored_says(
        checked_says(
            link_type=INFLUENCES,
            directed=row.truth("directed", otherwise=False),
            sign=row["sign"],
            note=row["note"],
            basis=row["basis"] or basis,
            mechanism=row["mechanism"],
        )
    )
    found = passage_of_row(reading, row)
    against = row.truth("against", otherwise=False)
    key = _key(ends, says)
    if key not in wanted:
        known = there.get(key)
        id_ = session.ids() if known is None else known.id
        wanted[key] = _Wanted(id_, ends, says, blobs, known is None)
    wanted[key].lines.append(row.line)
    if found is not None:
        source, passage = found
        asked = (source, passage.start_char, passage.end_char)
        (wanted[key].against if against else wanted[key].speaking).append(asked)
        if not against:
            wanted[key].spoken.append(found)


def _planned(
    reading: Reading, wanted: Sequence[_Wanted], refused: list[tuple[int, CrosscaseError]]
) -> _Plan:
    plan = _Plan()
    for each in wanted:
        if each.says["basis"] == "asserted" and each.is_new:
            try:
                require_spoken(reading, each.spoken)
            except MistakeOfUse as error:
                refused += [(line, error) for line in each.lines]
                continue
        changes = [
            *evidence_changes(reading, each.id, each.speaking),
            *evidence_changes(reading, each.id, each.against, against=True),
        ]
        plan.evidence += len(changes)
        plan.touched += bool(changes) or each.is_new
        plan.same += not changes and not each.is_new
        if each.is_new:
            plan.interactions += 1
            plan.changes.append(made(Link, each.id, ends=each.ends, **each.says))
            plan.blobs |= each.blobs
        plan.changes += changes
    return plan


def _key(ends: Ends, says: Mapping[str, Any]) -> _Key:
    """What makes two rows one interaction: the same factors, and the same said of them."""
    told = tuple(says[name] for name in _SAYS)
    return (ends if says["directed"] else frozenset(ends)), told
