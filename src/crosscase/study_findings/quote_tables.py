"""Quotes from the rows of a table, in one operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.coding_rules import resolve_coder
from crosscase.coding.table_rows import (
    TableRow,
    passage_of_row,
    record_or_look,
    rows_of_table,
    take_rows,
)
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.model.table_rows import RefusedRow
from crosscase.store.session import Reading, Session, made
from crosscase.store.source_texts import source_text
from crosscase.study_findings.bank_names import free_name, next_number
from crosscase.study_findings.ledger import find_finding
from crosscase.study_findings.quote_matching import match_words
from crosscase.study_findings.quote_rules import stored_note, stored_words

__all__ = ["ImportedQuotes", "import_quote_table"]

_FIELDS = {
    "words": ("words", "quote", "text"),
    "source": ("source",),
    "start_char": ("start_char",),
    "end_char": ("end_char",),
    "finding": ("finding",),
    "against": ("against",),
    "name": ("name", "id"),
    "note": ("note",),
}


@dataclass(frozen=True, slots=True)
class ImportedQuotes:
    """What an import of quotes did, or would: how many were chosen, and how many stood there.

    ``differing`` counts those chosen whose words are not those of the transcript; ``refused``
    holds the line of each row that was left out, with the reason.
    """

    quotes: int
    already_there: int
    differing: int
    refused: tuple[RefusedRow, ...]


def import_quote_table(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedQuotes:
    """Choose the quotes of a table's rows (see ``Quotes.import_table``)."""
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("words",))
    results: list[ImportedQuotes] = []

    def decide(reading: Reading) -> Draft | None:
        plan = _Plan(session, reading)
        refused = take_rows(plan.take, taken, bad, strict=strict)
        count = len(plan.quotes)
        results.append(ImportedQuotes(count, plan.there, plan.differing, refused))
        if not plan.quotes:
            return None
        changes = (*plan.quotes, *plan.extra)
        return Draft("quotes.imported", {"n": count}, changes, plan.blobs)

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


class _Plan:
    """The quotes that rows bring, besides those that are there."""

    def __init__(self, session: Session, reading: Reading) -> None:
        self._session, self._reading = session, reading
        held = reading.all(Quote)
        self._known = {(each.source, each.words) for each in held}
        self._names = {(each.name or "").casefold() for each in held}
        self._next = next_number(reading, Quote)
        self._author, self.extra = resolve_coder(session, reading, None)
        self.quotes: list[DraftChange] = []
        self.blobs: dict[str, bytes] = {}
        self.there = self.differing = 0

    def take(self, row: TableRow) -> None:
        """Plan one row; raises what is wrong with it."""
        words, blobs = stored_words(row.needed("words"))
        note, notes = stored_note(row["note"])
        source, passage, differs = self._place(row)
        if (source, words["words"]) in self._known:
            self.there += 1
            return
        finding = find_finding(self._reading, row["finding"]).id if row["finding"] else None
        name = self._name(row["name"] or None)
        self._known.add((source, words["words"]))
        self._names.add(name.casefold())
        self.differing += differs
        self.blobs |= {**blobs, **notes}
        self.quotes.append(
            made(
                Quote,
                self._session.ids(),
                name=name,
                source=source,
                passage=passage,
                finding=finding,
                against=row.truth("against", otherwise=False) or None,
                author=self._author,
                **words,
                **note,
            )
        )

    def _place(self, row: TableRow) -> tuple[Id, Passage, bool]:
        """The passage by its offsets, or where the words stand."""
        if row["start_char"] or row["end_char"]:
            found = passage_of_row(self._reading, row)
            if found is None:
                raise MistakeOfUse("The row says nothing under source.", slug="empty-cell")
            return *found, False
        match = match_words(self._reading, row["words"], row["source"] or None)
        if match.place is None:
            raise NotFound(
                "The words stand in no transcript.",
                slug="quote-not-found",
                hint="Name the source with start_char and end_char, or copy the words from it.",
            )
        at = self._reading.by_id(Source)[match.place.source]
        revision = source_text(self._reading, at).revision
        place = Passage(revision, match.place.start_char, match.place.end_char)
        return at.id, place, match.standing == "differs"

    def _name(self, wanted: str | None) -> str:
        if wanted is None:
            while f"q{self._next}" in self._names:
                self._next += 1
            return f"Q{self._next}"
        name = free_name(self._reading, Quote, wanted)
        if name.casefold() in self._names:
            raise MistakeOfUse(
                f"Two rows are called “{name}”.",
                slug="name-taken",
                hint="Give one of them another name, or none.",
            )
        return name
