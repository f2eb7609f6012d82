"""A project of another tool as it was read: the common shape, its files, its own tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.records import Project

__all__ = ["ForeignProject", "TableLedger", "TableRead"]

RowOutcome = Literal["read", "kept", "left"]


@dataclass(frozen=True, slots=True)
class TableRead:
    """What became of the rows of one table: read as elements, kept aside, or left out.

    ``reasons`` say why rows, or which columns of rows that were read, were not read.
    """

    table: str
    rows: int
    read: int
    kept_aside: int
    left_out: int
    reasons: tuple[str, ...] = ()

    @property
    def accounted(self) -> int:
        """How many rows are told of."""
        return self.read + self.kept_aside + self.left_out


class TableLedger:
    """Counts what becomes of the rows of each table while a project is read."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._told: Counter[tuple[str, RowOutcome]] = Counter()
        self._why: dict[str, dict[str, None]] = {}

    def present(self, table: str, rows: int) -> None:
        """A table has so many rows."""
        self._rows[table] = rows

    def tell(self, table: str, outcome: RowOutcome, count: int = 1, reason: str = "") -> None:
        """So many rows of a table had this outcome."""
        self._told[table, outcome] += count
        if reason and count:
            self._why.setdefault(table, {})[reason] = None

    def tables(self) -> tuple[TableRead, ...]:
        """What became of the rows, table by table; empty tables are left out."""
        return tuple(
            TableRead(
                table,
                rows,
                self._told[table, "read"],
                self._told[table, "kept"],
                self._told[table, "left"],
                tuple(self._why.get(table, ())),
            )
            for table, rows in self._rows.items()
            if rows
        )


@dataclass(frozen=True, slots=True)
class ForeignProject:
    """A project of any tool, ready to be brought in.

    ``format`` names what it is, for people; ``tables`` balance what was read of the tool's own
    tables (a REFI-QDA file has none: there the elements are the tool's own); ``kept`` is what
    has no place in the common shape, by the name under which the study keeps it.
    """

    format: str
    project: Project
    files: ProjectFiles
    tables: tuple[TableRead, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)
