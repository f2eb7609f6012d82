"""The verbs of grids: headings in which people judge cases, such as policy streams by levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from crosscase.analysis.grid_agreement import Weights
from crosscase.coding.carried_passages import PassageAsked
from crosscase.coding.coding_rules import resolve_coder
from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Case
from crosscase.model.synthesis_nouns import Grid, Judgement
from crosscase.store.blobs import blob_hash
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_synthesis.given_evidence import evidence_changes, evidence_taken
from crosscase.study_synthesis.grid_files import (
    GridFile,
    find_grid_file,
    find_shipped_grid,
    folded,
    shipped_grids,
)
from crosscase.study_synthesis.grid_judging import (
    case_of_grid,
    find_grid,
    judgement_changes,
    judgement_id,
    place_of,
)
from crosscase.study_synthesis.grid_reading import (
    GridAgreement,
    GridTable,
    StoredGrid,
    ToldJudgement,
    grid_table,
    stored_grid,
    wave_of,
)

if TYPE_CHECKING:
    from crosscase.study_synthesis.grid_import import ImportedJudgements
    from crosscase.study_synthesis.grid_outputs import GridFiles

__all__ = ["Grids"]


class Grids:
    """The grids of a study with the judgements in them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self) -> list[StoredGrid]:
        """The grids by name."""
        with self._session.reading() as reading:
            found = [stored_grid(each) for each in reading.all(Grid)]
        return sorted(found, key=lambda each: (folded(each.name), each.id))

    def get(self, grid: str) -> StoredGrid:
        """One grid by name or id."""
        with self._session.reading() as reading:
            return stored_grid(find_grid(reading, grid))

    def available(self) -> list[GridFile]:
        """The grids that come with crosscase."""
        return shipped_grids()

    def table(self, grid: str, *, case: str | None = None, wave: str | None = None) -> GridTable:
        """The judgements of a grid, for one case or for all."""
        with self._session.reading() as reading:
            found = find_grid(reading, grid)
            one = None if case is None else case_of_grid(reading, found, case)
            return grid_table(reading, found, one, wave_of(reading, wave))

    def agreement(
        self,
        grid: str,
        one: str | None = None,
        other: str | None = None,
        *,
        case: str | None = None,
        wave: str | None = None,
        weights: Weights = "linear",
    ) -> GridAgreement:
        """How two raters agree: weighted kappa, raw agreement, and the cells that differ."""
        return self.table(grid, case=case, wave=wave).agreement(one, other, weights)

    def files(
        self,
        grid: str,
        *,
        case: str | None = None,
        wave: str | None = None,
        address: str | None = None,
    ) -> GridFiles:
        """The grid with its evidence, to be written as xlsx, csv or a page of HTML."""
        from crosscase.study_synthesis.grid_outputs import grid_files

        table = self.table(grid, case=case, wave=wave)
        with self._session.reading() as reading:
            return grid_files(reading, table, address)

    # -- grids -------------------------------------------------------------------------

    def add(
        self, grid: str | Path | GridFile, *, per: str | EllipsisType | None = ...
    ) -> StoredGrid:
        """Add a grid that comes with crosscase, or one from a file.

        The same grid added on two laptops is one. ``per`` is another kind of cases than the
        file says to judge for; None: once for the study.
        """
        file = grid if isinstance(grid, GridFile) else find_grid_file(grid)
        kind = file.case_kind if isinstance(per, EllipsisType) else per
        id_ = derived_id(self._session.study_id, "grid", folded(file.name))

        def decide(reading: Reading) -> Draft:
            same = [each for each in reading.all(Grid) if folded(each.name) == folded(file.name)]
            if same:
                raise MistakeOfUse(
                    f"There is a grid “{same[0].name}” already.",
                    slug="name-taken",
                    hint="Rename it first, or give the new one another name.",
                )
            change = made(Grid, id_, fresh=False, **_fields_of(file, kind))
            return Draft("grid.made", {"grid": id_}, (change,))

        self._session.record(decide)
        return self.get(id_)

    def add_shipped(self, wanted: str) -> StoredGrid:
        """Add a grid that comes with crosscase, by its key or name; never one from a file."""
        return self.add(find_shipped_grid(wanted))

    def change(
        self,
        grid: str,
        *,
        name: str | None = None,
        description: str | EllipsisType | None = ...,
        citation: str | EllipsisType | None = ...,
    ) -> Recorded | None:
        """Change what a grid is called and what is said of it; its headings stay."""
        says: dict[str, str | None] = {}
        if name is not None:
            says["name"] = tidy_name(name, "grid")
        for field, value in (("description", description), ("citation", citation)):
            if not isinstance(value, EllipsisType):
                says[field] = checked_text(value).strip() or None if value else None

        def decide(reading: Reading) -> Draft | None:
            found = find_grid(reading, grid)
            taken = [
                each
                for each in reading.all(Grid)
                if name is not None and folded(each.name) == folded(name) and each.id != found.id
            ]
            if taken:
                raise MistakeOfUse(f"There is a grid “{taken[0].name}” already.", slug="name-taken")
            new = {field: v for field, v in says.items() if getattr(found, field) != v}
            values = {"grid": found.id}
            return Draft("grid.changed", values, (changed(Grid, found.id, **new),)) if new else None

        return self._session.record(decide)

    def remove(self, grid: str) -> Recorded | None:
        """Remove a grid; its judgements are hidden with it."""

        def decide(reading: Reading) -> Draft:
            found = find_grid(reading, grid)
            return Draft("grid.removed", {"grid": found.id}, (dropped(Grid, found.id),))

        return self._session.record(decide)

    def restore(self, grid: str) -> Recorded | None:
        """Bring a removed grid back with its judgements, by its name or id."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Grid, grid)
            if found is None:
                return None
            return Draft("grid.restored", {"grid": found.id}, (dropped(Grid, found.id, False),))

        return self._session.record(decide)

    # -- judging -----------------------------------------------------------------------

    def judge(
        self,
        grid: str,
        row: str,
        column: str,
        status: str,
        reason: str = "",
        *,
        case: str | None = None,
        wave: str | None = None,
        rater: str | None = None,
        evidence: Iterable[PassageAsked] = (),
        against: Iterable[PassageAsked] = (),
    ) -> ToldJudgement:
        """Judge one cell, in place of what the same rater judged before.

        Args:
            grid: the grid, by name or id.
            row: a row, by name or key.
            column: a column.
            status: one of the grid's statuses.
            reason: why.
            case: which case, where the grid is judged for each.
            wave: the wave that it is about.
            rater: whose judgement it is; otherwise yours.
            evidence: passages that speak for it, besides those that are there.
            against: passages that speak against it.
        """
        words = checked_text(reason).strip().encode("utf-8")
        speaking_for, speaking_against = list(evidence), list(against)
        made_id: list[Id] = []

        def decide(reading: Reading) -> Draft | None:
            found = find_grid(reading, grid)
            place = place_of(reading, found, row, column, case, wave)
            whose, extra = resolve_coder(self._session, reading, rater)
            id_ = judgement_id(found.id, place, whose)
            made_id.append(id_)
            says = {
                "status": stored_grid(found).status(status).key,
                "reason": blob_hash(words) if words else None,
            }
            changes: list[DraftChange] = [
                *extra,
                *judgement_changes(reading, found.id, id_, place, whose, says),
                *evidence_changes(reading, id_, speaking_for),
                *evidence_changes(reading, id_, speaking_against, against=True),
            ]
            blobs = {blob_hash(words): words} if words else {}
            return (
                Draft("judgement.made", {"grid": found.id}, tuple(changes), blobs)
                if changes
                else None
            )

        self._session.record(decide)
        return self.judgement(made_id[0])

    def judgement(self, judgement: Id) -> ToldJudgement:
        """One judgement by its id."""
        with self._session.reading() as reading:
            held = reading.get(Judgement, judgement)
            case = None if held.case is None else reading.get(Case, held.case)
            table = grid_table(reading, reading.get(Grid, held.grid), case, held.wave)
        return next(each for each in table.judgements if each.id == judgement)

    def take_back(self, judgement: Id) -> Recorded | None:
        """Take a judgement back: the cell is not judged then, which is not “no evidence”."""

        def decide(reading: Reading) -> Draft | None:
            held = reading.get(Judgement, judgement)
            if held.dropped:
                return None
            change = dropped(Judgement, judgement)
            return Draft("judgement.removed", {"grid": held.grid}, (change,))

        return self._session.record(decide)

    def restore_judgement(self, judgement: Id) -> Recorded | None:
        """Bring a judgement back that was taken back, with its evidence."""

        def decide(reading: Reading) -> Draft | None:
            held = reading.get(Judgement, judgement)
            if not held.dropped:
                return None
            change = dropped(Judgement, judgement, False)
            return Draft("judgement.restored", {"grid": held.grid}, (change,))

        return self._session.record(decide)

    def give_evidence(
        self, judgement: Id, passages: Iterable[PassageAsked], *, against: bool = False
    ) -> Recorded | None:
        """Put passages behind a judgement, or against it."""
        wanted = list(passages)

        def decide(reading: Reading) -> Draft | None:
            held = reading.get(Judgement, judgement)
            changes = tuple(evidence_changes(reading, held.id, wanted, against=against))
            values = {"n": len(changes), "subject": held.grid}
            return Draft("evidence.given", values, changes) if changes else None

        return self._session.record(decide)

    def take_evidence(self, judgement: Id, evidence: Iterable[Id]) -> Recorded | None:
        """Take passages away from a judgement, by the ids of the evidence."""
        wanted = list(evidence)

        def decide(reading: Reading) -> Draft | None:
            held = reading.get(Judgement, judgement)
            changes = evidence_taken(reading, wanted, held.id)
            return Draft("evidence.taken", {"subject": held.grid}, changes) if changes else None

        return self._session.record(decide)

    def import_table(
        self,
        grid: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        wave: str | None = None,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedJudgements:
        """Take judgements from the rows of a table, as one operation.

        Columns: row, column and status, and if wanted case, rater and reason.
        """
        from crosscase.study_synthesis.grid_import import import_judgement_table

        return import_judgement_table(
            self._session,
            grid,
            columns,
            rows,
            wave=wave,
            lines=lines,
            strict=strict,
            dry_run=dry_run,
        )


def _fields_of(file: GridFile, kind: str | None) -> dict[str, Any]:
    def headings(held: Iterable[Any]) -> list[dict[str, Any]]:
        return [
            {"key": each.key, "name": each.name}
            | ({"description": each.description} if each.description else {})
            for each in held
        ]

    return {
        "name": file.name,
        "description": file.description,
        "citation": file.citation,
        "case_kind": kind,
        "rows": headings(file.rows),
        "columns": headings(file.columns),
        "statuses": [
            {"key": each.key, "name": each.name, "on_scale": each.on_scale}
            for each in file.statuses
        ],
    }
