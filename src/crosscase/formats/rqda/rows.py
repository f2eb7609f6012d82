"""The rows of an RQDA project: what was deleted stays in its file, marked so."""

from __future__ import annotations

from collections.abc import Iterator

from crosscase.formats.foreign_rows import ForeignRows
from crosscase.formats.foreign_sqlite import Row

__all__ = ["RqdaRows", "place_of"]

_DELETED = "It was deleted in RQDA, which keeps what is deleted in its file."
_REPLACED = "RQDA had replaced it by another, and shows it no more."
_NO_SUBJECT = "What it belongs to is not in the file, or was deleted."
_WORDS = ("seltext", "file")


class RqdaRows(ForeignRows):
    """Rows of which some are deleted."""

    def living(self, table: str) -> Iterator[Row]:
        """The rows that RQDA shows; the others are told of."""
        for row in self.take(table):
            status = row.whole("status")
            if status == 0:
                self.leave(table, _DELETED)
            elif status == -1:
                self.leave(table, _REPLACED)
            else:
                yield row

    def living_numbered(self, table: str, column: str) -> dict[int, Row]:
        """The rows that are not deleted, by their numbers."""
        return self.numbered(table, self.living(table), column, without=_WORDS)

    def lose(self, table: str, row: Row) -> None:
        """What the row belongs to is not there."""
        self.keep(table, row, _NO_SUBJECT, without=_WORDS)


def place_of(row: Row) -> tuple[int, int] | None:
    """Where a row says that its words are; None when it does not."""
    start, end = row.rounded("selfirst"), row.rounded("selend")
    return None if start is None or end is None else (start, end)
