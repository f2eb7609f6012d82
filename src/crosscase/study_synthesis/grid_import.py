"""Judgements from the rows of a table: each row is one rater's judgement of one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.coding_rules import resolve_coder
from crosscase.coding.named_things import checked_text
from crosscase.coding.table_rows import TableRow, record_or_look, rows_of_table, take_rows
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.synthesis_nouns import Grid
from crosscase.model.table_rows import RefusedRow
from crosscase.store.blobs import blob_hash
from crosscase.store.session import Reading, Session
from crosscase.study_synthesis.grid_judging import (
    find_grid,
    judgement_changes,
    judgement_id,
    place_of,
)
from crosscase.study_synthesis.grid_reading import stored_grid

__all__ = ["ImportedJudgements", "import_judgement_table"]

_FIELDS = {
    "row": ("row",),
    "column": ("column",),
    "status": ("status",),
    "case": ("case", "site"),
    "rater": ("rater", "coder"),
    "reason": ("reason",),
}


@dataclass(frozen=True, slots=True)
class ImportedJudgements:
    """What an import of judgements did (or would): those made, and those that said so already.

    ``refused`` holds the line of each row that was left out, with the reason.
    """

    judgements: int
    already_there: int
    refused: tuple[RefusedRow, ...]


def import_judgement_table(
    session: Session,
    grid: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    wave: str | None = None,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedJudgements:
    """Take judgements as one operation (``dry_run``: only say what would be).

    Arguments:
        grid: the grid, by name or id.
        columns: row, column and status, and if wanted case, rater and reason.
        rows: the cells; rows without a status are passed over.
        wave: the wave that all of them are about.
        lines: the numbers of the rows in their file.
        strict: take all rows or none.

    Raises:
        MistakeOfUse: a column is missing; with ``strict`` (or NotFound) what is wrong with a row.
    """
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("row", "column", "status"))
    results: list[ImportedJudgements] = []

    def decide(reading: Reading) -> Draft | None:
        plan = _Plan(session, reading, find_grid(reading, grid), wave)
        refused = take_rows(plan.take, taken, bad, strict=strict)
        number = len(plan.judgements)
        results.append(ImportedJudgements(number, plan.already_there, refused))
        if not number:
            return None
        values = {"n": number, "grid": plan.grid.id}
        changes = (*plan.raters.values(), *plan.judgements.values())
        return Draft("judgements.imported", values, changes, plan.blobs)

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


class _Plan:
    """The judgements that rows make, besides those that say the same already."""

    def __init__(self, session: Session, reading: Reading, grid: Grid, wave: str | None) -> None:
        self._session, self._reading, self._wave = session, reading, wave
        self.grid, self._held = grid, stored_grid(grid)
        self.judgements: dict[Id, DraftChange] = {}
        self.raters: dict[Id, DraftChange] = {}
        self.blobs: dict[str, bytes] = {}
        self.already_there = 0
        self._lines: dict[Id, int] = {}

    def take(self, row: TableRow) -> None:
        """Plan one row; raises what is wrong with it."""
        if not row["status"] or row["status"].casefold() == "not judged":
            return
        place = place_of(
            self._reading, self.grid, row.needed("row"), row.needed("column"), row["case"] or None,
            self._wave,
        )  # fmt: skip
        rater, extra = resolve_coder(self._session, self._reading, row["rater"])
        id_ = judgement_id(self.grid.id, place, rater)
        if id_ in self._lines:
            raise MistakeOfUse(
                f"Line {self._lines[id_]} judges the same cell by the same rater.",
                slug="judged-twice",
                hint="Leave one of the two out.",
            )
        words = checked_text(row["reason"]).strip().encode("utf-8")
        says = {
            "status": self._held.status(row["status"]).key,
            "reason": blob_hash(words) if words else None,
        }
        changes = judgement_changes(self._reading, self.grid.id, id_, place, rater, says)
        self._lines[id_] = row.line
        if not changes:
            self.already_there += 1
            return
        self.raters |= {change.entity: change for change in extra}
        self.blobs |= {blob_hash(words): words} if words else {}
        self.judgements[id_] = changes[0]
