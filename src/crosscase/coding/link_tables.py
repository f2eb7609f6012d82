"""Links with their evidence from the rows of a table, in one operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.links import checked_says, stored_says, with_evidence
from crosscase.coding.named_things import find_thing, name_of_thing
from crosscase.coding.table_rows import (
    TableRow,
    passage_of_row,
    record_or_look,
    rows_of_table,
    take_rows,
)
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Ends, Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Evidence, Link, Noun
from crosscase.model.table_rows import RefusedRow
from crosscase.store.session import Reading, Session, made

__all__ = ["ImportedLinks", "import_link_table"]

_FIELDS = {
    "from": ("start", "from"),
    "to": ("end", "to"),
    "link_type": ("type", "link_type"),
    "directed": ("directed",),
    "sign": ("sign",),
    "note": ("note",),
    "mechanism": ("mechanism",),
    "basis": ("basis",),
    "source": ("source",),
    "quote": ("quote",),
    "start_char": ("start_char",),
    "end_char": ("end_char",),
    "against": ("against",),
}

Place = tuple[Id, int, int, bool]


@dataclass(frozen=True, slots=True)
class ImportedLinks:
    """What an import of links did (or would): links and passages behind them that are new.

    ``already_there`` counts the rows that say nothing new; ``refused`` holds the line of each
    row that was left out, with the reason.
    """

    links: int
    evidence: int
    already_there: int
    refused: tuple[RefusedRow, ...]


def import_link_table(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    basis: str | None = None,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedLinks:
    """Take links from the rows of a table as one operation (``dry_run``: only say what would be).

    The same link in several rows is one link, with the passages of all of them behind it.

    Arguments:
        columns: from, to (names, ``kind:name`` or ids), link_type, and if wanted directed (yes
            or no), sign, note, mechanism, basis, and evidence as source with quote or start_char
            and end_char, and against.
        rows: the cells.
        basis: the basis of rows that name none.
        lines: the numbers of the rows in their file.
        strict: take all rows or none.

    Raises:
        MistakeOfUse: a column is missing; with ``strict`` (or NotFound) what is wrong with a row.
    """
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("from", "to", "link_type"))
    results: list[ImportedLinks] = []

    def decide(reading: Reading) -> Draft | None:
        plan = _Plan(session, reading, basis)
        refused = take_rows(plan.take, taken, bad, strict=strict)
        counts = (len(plan.links), len(plan.evidence), plan.already_there)
        results.append(ImportedLinks(*counts, refused))
        changes = (*plan.links, *plan.evidence)
        if not changes:
            return None
        return Draft("links.imported", {"n": len(plan.touched)}, changes, plan.blobs)

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


class _Plan:
    """The links and passages that rows bring, besides those that are there."""

    def __init__(self, session: Session, reading: Reading, basis: str | None) -> None:
        self._session, self._reading, self._basis = session, reading, basis
        self._things: dict[str, Noun] = {}
        there = with_evidence(reading, reading.all(Link))
        self._known = {_key(each.link): each.link.id for each in there}
        self._behind: dict[Id, set[Place]] = {
            each.link.id: {
                (one.passage.source, one.passage.start_char, one.passage.end_char, one.against)
                for one in each.evidence
            }
            for each in there
        }
        self.links: list[DraftChange] = []
        self.evidence: list[DraftChange] = []
        self.blobs: dict[str, bytes] = {}
        self.touched: set[Id] = set()
        self.already_there = 0

    def take(self, row: TableRow) -> None:
        """Plan one row; raises what is wrong with it."""
        one, other = self._thing(row.needed("from")), self._thing(row.needed("to"))
        if one.id == other.id:
            raise MistakeOfUse(
                f"“{name_of_thing(one)}” cannot be linked with itself.", slug="same-ends"
            )
        says, blobs = stored_says(
            checked_says(
                link_type=row["link_type"],
                directed=row.truth("directed", otherwise=True),
                sign=row["sign"],
                note=row["note"],
                basis=row["basis"] or self._basis,
                mechanism=row["mechanism"],
            )
        )
        found = passage_of_row(self._reading, row)
        against = row.truth("against", otherwise=False)
        wanted = Link(id=self._session.ids(), ends=Ends(one.id, other.id), **says)
        link = self._known.setdefault(_key(wanted), wanted.id)
        if link == wanted.id:
            self.links.append(made(Link, link, ends=wanted.ends, **says))
            self.blobs |= blobs
        is_new = found is not None and self._put_behind(link, *found, against)
        if is_new or link == wanted.id:
            self.touched.add(link)
        else:
            self.already_there += 1

    def _thing(self, name: str) -> Noun:
        if name not in self._things:
            self._things[name] = find_thing(self._reading, name)
        return self._things[name]

    def _put_behind(self, link: Id, source: Id, passage: Passage, against: bool) -> bool:
        """Plan a passage behind a link; False when it is there."""
        place = (source, passage.start_char, passage.end_char, against)
        behind = self._behind.setdefault(link, set())
        if place in behind:
            return False
        behind.add(place)
        self.evidence.append(
            made(
                Evidence,
                self._session.ids(),
                subject=link,
                source=source,
                passage=passage,
                against=against or None,
            )
        )
        return True


def _key(link: Link) -> tuple[frozenset[Id] | Ends, str, str | None]:
    """What makes two links one: the same ends, joined in the same way."""
    ends = link.ends if link.directed else frozenset(link.ends)
    return ends, link.link_type.casefold(), link.sign
