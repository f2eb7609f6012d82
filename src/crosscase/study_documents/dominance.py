"""A cause across domains as a document: the table, the conditions and who judged what."""

from __future__ import annotations

from crosscase.report.document import Cover
from crosscase.report.pieces import Column
from crosscase.report.plain_table import TableDocument
from crosscase.study_synthesis.dominance_table import DominanceTable

__all__ = ["dominance_document"]

_HOLDS = {True: "yes", False: "no", None: "cannot be said"}


def dominance_document(table: DominanceTable, cover: Cover) -> TableDocument:
    """The domains as a table, with the conditions below it."""
    columns = [Column("Domain", 2.6)]
    columns += [
        Column(name, 1, True)
        for name in ("Statements", "Participants", "of", "Cases", "Sectors", "Enabling",
                     "Constraining", "Mixed", "Neutral", "Counter-evidence")
    ]  # fmt: skip
    rows = [
        (row.name, row.statements, row.participants, row.of, row.cases, row.sectors, row.enabling,
         row.constraining, row.mixed, row.neutral, row.counter)
        for row in (*table.rows, table.whole)
    ]  # fmt: skip
    conditions = [
        f"Condition, {each.says}: {_HOLDS[each.holds]} ({each.told})." for each in table.conditions
    ]
    return TableDocument(cover, table.title, columns, rows, (*table.notes, *conditions))
