"""Cases: their grid, one of them, cells of the grid, and tables of them."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, UploadFile

from crosscase.formats.tables import read_table
from crosscase.server.asking import Acting, Asking, require_unchanged, saved
from crosscase.server.desk import Told
from crosscase.server.shapes.cases import (
    CaseAnswer,
    CaseCells,
    CaseChange,
    CaseTable,
    CheckedCells,
    NewCase,
    ReadTable,
    TakenTable,
    case_answer,
    checked_cells,
    taken_table,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["cases"])


@router.get("/cases")
async def cases(asking: Asking) -> CaseAnswer:
    """All cases with their values, groups and figures, and the attributes as columns."""
    return await asking.read(lambda study: case_answer(study.cases.grid()))


@router.post("/cases")
async def add_case(acting: Acting, new: NewCase) -> Saved:
    """Add a case, with the cases it lies in and its values."""

    def act(study: Study) -> list[str]:
        made = study.cases.add(
            new.name,
            new.kind,
            description=new.description,
            attributes=new.values,
            groups=new.groups,
        )
        return [made.id]

    return await acting.write(act)


@router.put("/cases/values")
async def set_values(acting: Acting, asked: CaseCells) -> Saved:
    """Set cells of the grid, all of them or none, as one operation."""

    def act(study: Study) -> None:
        study.attributes.set_many((each.case, each.attribute, each.value) for each in asked.cells)

    return await acting.write(act)


@router.post("/cases/values/check")
async def check_values(acting: Acting, asked: CaseCells) -> CheckedCells:
    """Say how each cell would be stored and which do not fit; nothing is changed."""
    cells = [(each.attribute, each.value) for each in asked.cells]
    return checked_cells(await acting.desk.read(lambda study: study.attributes.try_values(cells)))


@router.post("/cases/table")
async def take_table(acting: Acting, table: CaseTable) -> TakenTable:
    """Take cases, their values and groups from pasted rows; a dry run only says what would be."""
    options: dict[str, Any] = {
        "case_kind": table.kind,
        "name_column": table.name_column,
        "membership_columns": table.groups,
        "value_types": table.types,
        "lines": range(1, len(table.rows) + 1),
    }
    rows = [[cell or "" for cell in row] for row in table.rows]
    return await _take(acting, table.columns, rows, options, dry_run=table.dry_run)


@router.post("/cases/table/read")
async def read_case_table(file: UploadFile) -> ReadTable:
    """The columns and rows of a CSV or XLSX file, for looking through; nothing is changed."""
    table = read_table(await file.read(), file.filename or "table.csv")
    return ReadTable(
        columns=list(table.columns),
        rows=[list(row) for row in table.rows],
        notes=[note.sentence for note in table.notes],
    )


@router.post("/cases/file")
async def take_file(
    acting: Acting,
    file: UploadFile,
    kind: Annotated[str | None, Query(max_length=100)] = None,
    dry_run: bool = False,
) -> TakenTable:
    """The same from a CSV or XLSX file."""
    table = read_table(await file.read(), file.filename or "table.csv")
    options = {"case_kind": kind, "lines": table.lines}
    return await _take(acting, table.columns, table.rows, options, dry_run=dry_run)


async def _take(
    acting: Acting, columns: Any, rows: Any, options: dict[str, Any], *, dry_run: bool
) -> TakenTable:
    if dry_run:
        tried = await acting.desk.read(
            lambda study: study.cases.import_table(columns, rows, dry_run=True, **options)
        )
        return taken_table(tried, None)
    done = await acting.do(lambda study: Told(study.cases.import_table(columns, rows, **options)))
    return taken_table(done.told, saved(done))


@router.patch("/cases/{case}")
async def change_case(acting: Acting, case: IdText, says: CaseChange) -> Saved:
    """Change a case's name or description."""

    def act(study: Study) -> None:
        shown = study.cases.get(case)
        require_unchanged(says.was, partial(getattr, shown))
        study.cases.change(case, **says.model_dump(exclude_unset=True, exclude={"was"}))

    return await acting.write(act)


@router.delete("/cases/{case}")
async def remove_case(acting: Acting, case: IdText) -> Saved:
    """Remove a case: its memberships and values are hidden until it is restored."""

    def act(study: Study) -> None:
        study.cases.remove(case)

    return await acting.write(act)


@router.post("/cases/{case}/restore")
async def restore_case(acting: Acting, case: IdText) -> Saved:
    """Bring a removed case back with exactly what was hidden."""

    def act(study: Study) -> None:
        study.cases.restore(case)

    return await acting.write(act)
