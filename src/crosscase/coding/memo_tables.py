"""Memos from the rows of a table: everything is looked up once, then each row is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.coding_rules import checked, resolve_coder
from crosscase.coding.memos import MEMO_KINDS
from crosscase.coding.named_things import checked_text, find_thing, tidy_name
from crosscase.coding.table_rows import (
    TableRow,
    passage_of_row,
    record_or_look,
    rows_of_table,
    take_rows,
)
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.nouns import Memo
from crosscase.model.table_rows import RefusedRow
from crosscase.store.blobs import blob_hash
from crosscase.store.reading import find_entity
from crosscase.store.session import Reading, Session, made

__all__ = ["ImportedMemos", "import_memo_table"]

_FIELDS = {
    "title": ("memo", "title"),
    "memo_kind": ("kind", "memo_kind"),
    "about": ("about",),
    "about_id": ("about_id",),
    "text": ("words", "text"),
    "author": ("author",),
    "source": ("source",),
    "quote": ("quote",),
    "start_char": ("start_char",),
    "end_char": ("end_char",),
}


@dataclass(frozen=True, slots=True)
class ImportedMemos:
    """What an import of memos did (or would): those made, those there already, and the rest.

    ``refused`` holds the line of each row that was left out, with the reason.
    """

    memos: int
    already_there: int
    refused: tuple[RefusedRow, ...]


def import_memo_table(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedMemos:
    """Take memos from the rows of a table as one operation (``dry_run``: only say what would be).

    Arguments:
        columns: title, text, and if wanted memo_kind, about (a name, ``kind:name`` or id),
            author, and a passage as source with quote or start_char and end_char.
        rows: the cells.
        lines: the numbers of the rows in their file.
        strict: take all rows or none.

    Raises:
        MistakeOfUse: a column is missing; with ``strict`` (or NotFound) what is wrong with a row.
    """
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("title", "text"))
    results: list[ImportedMemos] = []

    def decide(reading: Reading) -> Draft | None:
        plan = _Plan(session, reading)
        refused = take_rows(plan.take, taken, bad, strict=strict)
        number = len(plan.memos)
        results.append(ImportedMemos(number, plan.already_there, refused))
        changes = (*plan.authors.values(), *plan.memos)
        return Draft("memos.imported", {"n": number}, changes, plan.blobs) if number else None

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


class _Plan:
    """The memos that rows make, besides those that say the same already."""

    def __init__(self, session: Session, reading: Reading) -> None:
        self._session, self._reading = session, reading
        self._known = {
            _key(memo.title, memo.text, memo.memo_kind, memo.about) for memo in reading.all(Memo)
        }
        self.memos: list[DraftChange] = []
        self.authors: dict[Id, DraftChange] = {}
        self.blobs: dict[str, bytes] = {}
        self.already_there = 0

    def take(self, row: TableRow) -> None:
        """Plan one row; raises what is wrong with it."""
        title = tidy_name(row["title"], "memo")
        kind = checked("memo kind", row["memo_kind"], MEMO_KINDS) or "analytic"
        words = checked_text(row["text"]).encode("utf-8")
        about = self._about(row)
        source, passage = passage_of_row(self._reading, row) or (None, None)
        about = about or source
        key = _key(title, blob_hash(words), kind, about)
        if key in self._known:
            self.already_there += 1
            return
        author, extra = resolve_coder(self._session, self._reading, row["author"])
        self._known.add(key)
        self.authors |= {change.entity: change for change in extra}
        self.blobs[blob_hash(words)] = words
        self.memos.append(
            made(
                Memo,
                self._session.ids(),
                title=title,
                memo_kind=kind,
                text=blob_hash(words),
                about=about,
                passage=passage,
                author=author,
            )
        )

    def _about(self, row: TableRow) -> Id | None:
        """What the memo is about; an id of this study goes before a name."""
        id_ = row["about_id"]
        if id_ and find_entity(self._reading.file, self._reading.connection, id_) is not None:
            return find_thing(self._reading, id_).id
        return find_thing(self._reading, row["about"]).id if row["about"] else None


def _key(
    title: str, text: str | None, kind: str | None, about: Id | None
) -> tuple[str, str | None, str | None, Id | None]:
    return title.casefold(), text, kind, about
