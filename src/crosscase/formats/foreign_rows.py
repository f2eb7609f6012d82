"""Reading the tables of another tool row by row, so that no row is lost in silence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from crosscase.formats.foreign_project import TableLedger, TableRead
from crosscase.formats.foreign_sqlite import Cell, ForeignDatabase, Row
from crosscase.formats.refi_qda.records import Aside, Oddity, Provenance, TextPart, User
from crosscase.model.ids import Id, derived_id

__all__ = ["ForeignRows", "aside_of", "colour_in", "hex_colour", "iso_time", "who_made"]

_MOST_KEPT_CHARACTERS = 2_000_000
_MOST_BYTES_OF_A_CELL = 4_096
_MOST_COLUMNS, _MOST_NAMED = 12, 60
_NOTHING: tuple[Cell, ...] = (None, "", b"")
_TOO_MUCH = "There is more of it than can be kept aside."
_NO_NUMBER = "It has no number, or that of another."
_NOT_MODELLED = "crosscase has nothing of this kind."
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})")
# As R writes dates: Tue Apr 14 00:59:48 2015.
_WORDS = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SAID = {
    "dates-unreadable": "A date is written in no known way; it was left out.",
    "encoding-guessed": "Words are not in UTF-8; their encoding was guessed.",
    "nul-replaced": "Words hold NUL characters, which were replaced.",
    "parent-unknown": "A code or category stands below one that is not in the file, or below "
    "itself; it was put at the top.",
    "colour-unreadable": "A colour is written in no known way; it is kept beside its code.",
    "marks-removed": "A text begins with byte order marks, which are no words; they were taken "
    "off.",
    "quotes-moved": "A coded passage stood elsewhere than its numbers say; it was found by its "
    "words.",
    "words-locked": "Words are locked by the program that wrote the file; of such a text only the "
    "beginnings of its coded passages came over. Its REFI-QDA export (.qdpx) has all words.",
    "quotes-differ": "A coded passage reads otherwise in its text than the tool has noted it: "
    "look it over.",
}


def hex_colour(written: str | None) -> str | None:
    """A colour as REFI-QDA writes it; None when it is written in another way."""
    tidy = (written or "").strip()
    return tidy if _COLOUR.fullmatch(tidy) else None


@lru_cache(maxsize=4_096)
def iso_time(written: str | None) -> str | None:
    """A time as REFI-QDA writes it; None when it is written in no known way."""
    tidy = (written or "").strip()
    match = _ISO.match(tidy)
    try:
        if match:
            return datetime.fromisoformat(f"{match[1]}T{match[2]}").isoformat()
        match = _WORDS.fullmatch(tidy)
        month = _MONTHS.index(match[1].casefold()) + 1 if match else 0
        if match:
            written = f"{match[4]}-{month:02}-{int(match[2]):02}T{match[3]}"
            return datetime.fromisoformat(written).isoformat()
    except ValueError:
        pass
    return None


def who_made(number: int | None, row: Row) -> tuple[object, ...]:
    """What tells a row from others of its number, whatever it is called now: who made it, when."""
    when = row.text("date")
    return (number, row.text("owner"), when) if when else (number, row.text("name"))


def aside_of(row: Row, *columns: str) -> Aside | None:
    """Columns of a row that stay with what it becomes, where they say anything."""
    said = {each: row.text(each) for each in columns}
    kept = {name: value for name, value in said.items() if value}
    return Aside(kept, ()) if kept else None


class ForeignRows:
    """The rows of a tool's database, with what becomes of each, its people and its memos."""

    def __init__(self, database: ForeignDatabase, tool: str, project_key: str) -> None:
        """``project_key`` is what tells this project from others of the tool, for good."""
        self.database = database
        self._key = (tool, project_key)
        self._tool = tool
        self._ledger = TableLedger()
        self._users: dict[str, User] = {}
        self._notes: list[TextPart] = []
        self._note_guids: Counter[Id] = Counter()
        self._kept: dict[str, list[dict[str, Any]]] = {}
        self._kept_characters = 0
        self._taken: set[str] = set()
        self._known: dict[tuple[str, int | None], Id] = {}
        self._odd: Counter[str] = Counter()

    # -- rows --------------------------------------------------------------------------------

    def take(self, table: str) -> list[Row]:
        """The rows of a table; each is to be told of by ``read``, ``keep`` or ``leave``."""
        rows = self.database.rows(table)
        self._taken.add(table)
        self._ledger.present(table, len(rows))
        return rows

    def numbered(
        self, table: str, rows: Iterable[Row], column: str, *, without: Collection[str] = ()
    ) -> dict[int, Row]:
        """Rows by their numbers; one without a number, or with another's, is kept aside."""
        found: dict[int, Row] = {}
        for row in rows:
            number = row.whole(column)
            if number is None or number in found:
                self.keep(table, row, _NO_NUMBER, without=without)
            else:
                found[number] = row
        return found

    def read(self, table: str, count: int = 1) -> None:
        """So many rows of a table became elements of the project."""
        self._ledger.tell(table, "read", count)

    def leave(self, table: str, reason: str, count: int = 1) -> None:
        """So many rows of a table are left out."""
        self._ledger.tell(table, "left", count, reason)

    def keep(
        self, table: str, row: Row, reason: str = _NOT_MODELLED, *, without: Collection[str] = ()
    ) -> None:
        """Keep a row as it is; ``without`` the columns that hold words of sources."""
        plain = {
            name: _plain(cell)
            for name, cell in row.cells.items()
            if name not in without and cell is not None
        }
        size = sum(len(str(each)) + 16 for each in plain.values())
        binary = any(isinstance(each, bytes) for each in plain.values())
        if binary or self._kept_characters + size > _MOST_KEPT_CHARACTERS:
            self.leave(table, _TOO_MUCH)
            return
        self._kept_characters += size
        self._kept.setdefault(table, []).append(plain)
        self._ledger.tell(table, "kept", 1, reason)

    def keep_rest(self) -> None:
        """Keep the rows of every table that was not taken."""
        for table in self.database.tables:
            if table not in self._taken:
                for row in self.take(table):
                    self.keep(table, row)

    # -- what rows say -----------------------------------------------------------------------

    def guid(self, table: str, *said: object) -> Id:
        """The GUID of what a row becomes: of one project the same row has always the same."""
        return derived_id(*self._key, table, *("" if each is None else str(each) for each in said))

    def know(self, column: str, number: int | None, guid: Id) -> Id:
        """Remember what a number in such a column means; its GUID, for convenience."""
        self._known.setdefault((column, number), guid)
        return guid

    def known(self, column: str, number: int | None) -> Id | None:
        """The GUID of what a number in such a column means; None when it is not in the file."""
        return self._known.get((column, number))

    def user(self, name: str | None) -> Id | None:
        """The GUID of a person by name, who from then on is one of the project."""
        if not name or not name.strip():
            return None
        if name not in self._users:
            self._users[name] = User(guid=self.guid("owner", name), name=name)
        return self._users[name].guid

    def made(self, row: Row, *, changed: str | None = None) -> Provenance:
        """Who made what a row says, and when; ``changed`` is the column of its last change."""
        person = self.user(row.text("owner"))
        return Provenance(
            person, self.time(row.text("date")), None, self.time(row.text(changed or ""))
        )

    def time(self, written: str | None) -> str | None:
        """A time as REFI-QDA writes it."""
        found = iso_time(written)
        if found is None and (written or "").strip():
            self.odd("dates-unreadable")
        return found

    def note(self, table: str, row: Row, words: str | None, *said: object) -> tuple[Id, ...]:
        """The GUID of a memo on what a row says, from then on one of the project; none if empty."""
        if not words or not words.strip():
            return ()
        guid = self.guid(table, "memo", *said)
        note = TextPart(kind="Note", guid=guid, content=words, provenance=self.made(row))
        return (self.add_note(note),)

    def add_note(self, note: TextPart) -> Id:
        """A memo of the project; its GUID, which is another where that is taken."""
        self._note_guids[note.guid] += 1
        times = self._note_guids[note.guid]
        own = note if times == 1 else replace(note, guid=derived_id(note.guid, str(times)))
        self._notes.append(own)
        return own.guid

    def odd(self, slug: str, count: int = 1) -> None:
        """Something unusual was met."""
        self._odd[slug] += count

    # -- at the end --------------------------------------------------------------------------

    @property
    def users(self) -> tuple[User, ...]:
        """Everybody who made something."""
        return tuple(self._users.values())

    @property
    def notes(self) -> tuple[TextPart, ...]:
        """All memos."""
        return tuple(self._notes)

    def oddities(self) -> tuple[Oddity, ...]:
        """What was unusual, in one order."""
        found = self._odd + Counter(
            {
                "encoding-guessed": self.database.guessed,
                "nul-replaced": self.database.emptied,
            }
        )
        return tuple(Oddity(slug, _SAID[slug], found[slug]) for slug in sorted(found))

    def tables(self) -> tuple[TableRead, ...]:
        """What became of every row, and which columns of those that were read said nothing."""
        return tuple(
            replace(each, reasons=(*each.reasons, *self._unread(each)))
            for each in self._ledger.tables()
        )

    def _unread(self, told: TableRead) -> tuple[str, ...]:
        """The columns of which no reader knows: a later version of the tool may have added them."""
        rows = self.database.rows(told.table) if told.read else []
        left = [
            column
            for column in self.database.tables.get(told.table, ())
            if rows
            and column not in rows[0].asked
            and any(row.cells.get(column) not in _NOTHING for row in rows)
        ]
        named = ", ".join(each[:_MOST_NAMED] for each in left[:_MOST_COLUMNS])
        more = f" and {len(left) - _MOST_COLUMNS} more" if len(left) > _MOST_COLUMNS else ""
        said = f"Of the rows that were read, these columns were not: {named}{more}."
        return (said,) if left else ()

    def kept(self) -> Mapping[str, Any]:
        """The rows that are kept as they are, by table."""
        return {self._tool: self._kept} if self._kept else {}


def colour_in(rows: ForeignRows, row: Row) -> str | None:
    """The colour of a row, if it is written in a known way."""
    written = row.text("color") or ""
    found = hex_colour(written)
    if found is None and written.strip():
        rows.odd("colour-unreadable")
    return found


def _plain(cell: Cell) -> Any:
    if isinstance(cell, bytes):
        return {"hex": cell.hex()} if len(cell) <= _MOST_BYTES_OF_A_CELL else cell
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return cell
