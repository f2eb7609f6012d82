"""A SQLite file that somebody else made, read in memory so that it can do no harm.

The file itself is never opened: its bytes are. Views and triggers never run, since only columns
of ordinary tables are ever asked for, and nothing else is allowed.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from crosscase.errors import UnreadableFile
from crosscase.formats.decoding import decode

__all__ = ["Cell", "ForeignDatabase", "Row", "is_sqlite", "open_foreign_database"]

Cell = str | int | float | bytes | None

_MARK = b"SQLite format 3\0"
_HEADER_BYTES = 100
_NO_LOG = b"\x01\x01"
_STEPS_BETWEEN_LOOKS = 100_000
_MOST_LOOKS = 5_000
_MOST_TABLES = 1_000
_LEAST_ROW_BYTES = 4  # of a row in the file: its length, its id, its header and its pointer
_LEAST_TELLING = 64
_MOST_GUESSES = 50
_SLACK_CHARACTERS = 1_000_000
# Names and messages that are no text are found where Python makes strings of them.
_TROUBLE = (sqlite3.Error, OverflowError, UnicodeDecodeError, MemoryError)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 200_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_SETTINGS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA query_only=ON",
    "PRAGMA foreign_keys=OFF",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the table, and its cells by the names of the columns.

    ``asked`` are the columns that were asked for in any row of the table.
    """

    number: int
    cells: Mapping[str, Cell]
    asked: set[str] = field(default_factory=set, compare=False)

    def cell(self, column: str) -> Cell:
        """A cell as it is; None when it is empty or absent."""
        self.asked.add(column)
        return self.cells.get(column)

    def text(self, column: str) -> str | None:
        """A cell as text; None when it is empty, absent, or no text."""
        found = self.cell(column)
        if isinstance(found, (int, float)):
            return str(found)
        return found if isinstance(found, str) else None

    def whole(self, column: str) -> int | None:
        """A cell as a whole number; None when it is absent or none."""
        found = self.cell(column)
        try:
            number = float(found) if isinstance(found, (str, float)) else found
            if isinstance(number, float):
                return int(number) if number.is_integer() else None
            return number if isinstance(number, int) else None
        except (ValueError, OverflowError):
            return None

    def rounded(self, column: str) -> int | None:
        """A cell as the nearest whole number; None when it is absent or no number."""
        found = self.cell(column)
        try:
            return None if found is None else round(float(found))
        except (ValueError, OverflowError):
            return None


@dataclass
class ForeignDatabase:
    """The ordinary tables of a SQLite file; ``tables`` are their columns by table.

    ``guessed`` counts the texts that were not in UTF-8, ``emptied`` those that held NUL, which
    was replaced so that places after it stay.
    """

    name: str
    tables: Mapping[str, tuple[str, ...]]
    _connection: sqlite3.Connection
    _bytes: int
    guessed: int = 0
    emptied: int = 0
    _read: dict[str, list[Row]] = field(default_factory=dict)
    _encoding: str = "cp1252"
    _guesses: int = 0

    def has(self, **columns: Sequence[str]) -> bool:
        """Whether there are these tables with (at least) these columns."""
        return all(
            table in self.tables and set(wanted) <= set(self.tables[table])
            for table, wanted in columns.items()
        )

    def rows(self, table: str) -> list[Row]:
        """All rows of a table with all its columns, read once; none when there is no such table.

        Raises:
            UnreadableFile: the file is damaged or harmful.
        """
        if table not in self.tables:
            return []
        if table not in self._read:
            self._read[table] = list(self._rows(table))
        return self._read[table]

    def _rows(self, table: str) -> Iterator[Row]:
        columns = self.tables[table]
        named = ", ".join(_quoted(each) for each in columns)
        characters, number = 0, 0
        asked: set[str] = set()
        try:
            with closing(self._connection.execute(f"SELECT {named} FROM {_quoted(table)}")) as read:
                for number, cells in enumerate(read, 1):
                    characters += sum(len(x) for x in cells if isinstance(x, (str, bytes)))
                    # More than the file can hold: its pages are read over and over.
                    if (
                        number * _LEAST_ROW_BYTES > self._bytes
                        or characters > self._bytes + _SLACK_CHARACTERS
                    ):
                        raise _damaged(self.name)
                    yield Row(number, dict(zip(columns, cells, strict=True)), asked)
        except _TROUBLE as error:
            raise _damaged(self.name) from error

    def close(self) -> None:
        """Let the memory go."""
        self._connection.close()

    def text_of(self, raw: bytes) -> str:
        """The text of a cell; what is not in UTF-8 is guessed."""
        try:
            words = raw.decode("utf-8")
        except UnicodeDecodeError:
            self.guessed += 1
            words = self._guess(raw)
        if "\0" in words:
            self.emptied += 1
            words = words.replace("\0", "\N{REPLACEMENT CHARACTER}")
        return words

    def _guess(self, raw: bytes) -> str:
        """Words in an unknown encoding: a long text tells it best, and it holds for the others."""
        if len(raw) >= _LEAST_TELLING and self._guesses < _MOST_GUESSES:
            self._guesses += 1
            try:
                found = decode(raw, self.name)
            except UnreadableFile:
                pass
            else:
                self._encoding = found.encoding
                return found.text
        return raw.decode(self._encoding, "replace")


def is_sqlite(head: bytes) -> bool:
    """Whether a file begins as SQLite files do."""
    return head.startswith(_MARK)


def open_foreign_database(data: bytes, name: str) -> ForeignDatabase:
    """Read a SQLite file of another program; the caller closes it.

    Args:
        data: the file.
        name: its name, for sentences.

    Raises:
        UnreadableFile: it is damaged, cut short or harmful.
    """
    if not is_sqlite(data) or len(data) < _HEADER_BYTES:
        raise _damaged(name)
    size = _size_by_header(data)
    if size and len(data) < size:
        raise _damaged(name)
    # Who wrote it with a log beside it (WAL) says so in two bytes; in memory there is none.
    plain = data if data[18:20] == _NO_LOG else data[:18] + _NO_LOG + data[20:]
    connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=0)
    try:
        connection.deserialize(plain)
        _harden(connection)
        tables = _tables(connection, name)
    except _TROUBLE as error:
        connection.close()
        raise _damaged(name) from error
    except UnreadableFile:
        connection.close()
        raise
    found = ForeignDatabase(name, tables, connection, len(data))
    connection.text_factory = found.text_of
    return found


def _size_by_header(data: bytes) -> int:
    page = int.from_bytes(data[16:18], "big")
    return (65_536 if page == 1 else page) * int.from_bytes(data[28:32], "big")


def _harden(connection: sqlite3.Connection) -> None:
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    for setting in _SETTINGS:
        connection.execute(setting).close()
    looks = iter(range(_MOST_LOOKS))
    connection.set_progress_handler(lambda: next(looks, None) is None, _STEPS_BETWEEN_LOOKS)
    connection.set_authorizer(_allowed)


def _allowed(
    action: int, first: str | None, _second: str | None, _base: str | None, inner: str | None
) -> int:
    """Only reading columns of tables, asked for by ourselves and not from inside a view."""
    reads = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    asks = action == sqlite3.SQLITE_PRAGMA and first in ("table_info", "table_xinfo")
    return sqlite3.SQLITE_OK if (reads or asks) and inner is None else sqlite3.SQLITE_DENY


def _tables(connection: sqlite3.Connection, name: str) -> dict[str, tuple[str, ...]]:
    """The ordinary tables (no views, no virtual ones) with their plain columns."""
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    listed = connection.execute("SELECT type, name, rootpage FROM sqlite_master").fetchall()
    if len(listed) > 10 * _MOST_TABLES:
        raise _damaged(name)
    found: dict[str, tuple[str, ...]] = {}
    for type_, table, page in listed:
        ordinary = type_ == "table" and isinstance(page, int) and page > 0
        if not ordinary or not isinstance(table, str) or table.startswith("sqlite_"):
            continue
        # A generated column would run what the file says; table_info does not list it.
        information = connection.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
        columns = tuple(str(each[1]) for each in information)
        if columns:
            found[table] = columns
    return found


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is damaged or was cut short.",
        slug="damaged-file",
        hint="Copy it again while the program that made it is closed.",
    )
