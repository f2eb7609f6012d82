"""Crossing codes with cases, attributes and coders."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Asking
from crosscase.server.shapes.matrix import (
    CellAnswer,
    Choice,
    Count,
    CountedOf,
    Label,
    MatrixAnswer,
    MatrixChoices,
    Side,
    SideChoice,
    Where,
    cell_answer,
    matrix_answer,
)
from crosscase.server.shapes.paged import Cursor, Most
from crosscase.study import Study

router = APIRouter(tags=["matrix"])


@router.get("/matrix/options")
async def matrix_options(asking: Asking) -> MatrixChoices:
    """What a matrix of this study can have as rows and columns, and what it can count."""

    def options(study: Study) -> MatrixChoices:
        found = study.matrix_options()
        sides = [
            SideChoice(value=each.value, label=each.label, group=each.group) for each in found.sides
        ]
        counts = [Choice(value=each.value, label=each.label) for each in found.counts]
        return MatrixChoices(rows=sides, columns=sides, counts=counts)

    return await asking.read(options)


@router.get("/matrix")
async def matrix(
    asking: Asking,
    of: CountedOf,
    rows: Side = "codes",
    columns: Side = "sites",
    count: Count = "participants",
    where: Where = None,
) -> MatrixAnswer:
    """Two dimensions crossed, with totals and of how many."""
    return await asking.read(
        lambda study: matrix_answer(
            study.matrix(rows, columns, count=count, where=where or None, **of)
        )
    )


@router.get("/matrix/cell")
async def matrix_cell(
    asking: Asking,
    of: CountedOf,
    rows: Side = "codes",
    columns: Side = "sites",
    count: Count = "participants",
    where: Where = None,
    row: Label = None,
    column: Label = None,
    cursor: Cursor = None,
    most: Most = 100,
) -> CellAnswer:
    """One cell, or one total, with its passages page by page and who said them."""

    def cell(study: Study) -> CellAnswer:
        made = study.matrix(rows, columns, count=count, where=where or None, **of)
        return cell_answer(study.matrix_cell(made, row, column, after=cursor, most=most))

    return await asking.read(cell)
