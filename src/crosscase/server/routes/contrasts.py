"""How groups of participants differ in what they say, and what speaks against a statement."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from crosscase.report.figures.framing import Figure
from crosscase.server.asking import Asking
from crosscase.server.figure_answers import FIGURE, FigureKind, figure_file
from crosscase.server.file_answers import CommaTable, Workbook, file_headers, file_route
from crosscase.server.shapes.contrasts import (
    ComparisonAsked,
    GroupsAnswer,
    NegativeCasesAnswer,
    StatementAsked,
    comparison_answer,
    negative_cases_answer,
)
from crosscase.server.shapes.cooccurrence import CodeAsked
from crosscase.server.shapes.matrix import CellAnswer, cell_answer
from crosscase.server.shapes.paged import Cursor, Most
from crosscase.study import Study
from crosscase.study_synthesis.written_tables import frame_csv, frame_xlsx

router = APIRouter(prefix="/contrasts", tags=["synthesis"])


@router.get("")
async def contrasts(asking: Asking, asked: ComparisonAsked) -> GroupsAnswer:
    """Codes by groups: counts of participants, log-odds and a permutation test."""
    return await asking.read(lambda study: comparison_answer(study.contrasts.compare(**asked)))


@router.get("/passages")
async def contrasts_passages(
    asking: Asking,
    asked: ComparisonAsked,
    code: CodeAsked,
    group: Annotated[
        str | None, Query(max_length=2_000, description="Left out: all groups together.")
    ] = None,
    cursor: Cursor = None,
    most: Most = 100,
) -> CellAnswer:
    """The passages of a code by a group, page by page, with who says it and who does not."""

    def passages(study: Study) -> CellAnswer:
        made = study.contrasts.compare(**asked)
        found = study.contrasts.passages(made, code, group or None, after=cursor, most=most)
        return cell_answer(found)

    return await asking.read(passages)


@router.get("/against")
async def contrasts_against(
    asking: Asking,
    statement: StatementAsked,
    most: Annotated[int, Query(ge=1, le=100, description="Passages of each sort.")] = 5,
) -> NegativeCasesAnswer:
    """What speaks against a statement, and what is typical of it and most unlike."""
    return await asking.read(
        lambda study: negative_cases_answer(study.contrasts.against(statement, most=most))
    )


@router.get("/figure", response_class=Response, responses=FIGURE)
async def contrasts_figure(
    asking: Asking,
    response: Response,
    asked: ComparisonAsked,
    contrast: Annotated[int, Query(ge=0, le=1_000, description="Which, counted from 0.")] = 0,
    kind: FigureKind = "svg",
) -> Response:
    """The dot plot of one contrast."""

    def draw(study: Study) -> Figure:
        return study.contrasts.figure(study.contrasts.compare(**asked), contrast)

    return await figure_file(asking, response, draw, "groups", kind)


@router.get("/table.xlsx", **file_route(Workbook, "A spreadsheet."))
async def contrasts_workbook(
    asking: Asking, response: Response, asked: ComparisonAsked
) -> Workbook:
    """All codes and contrasts as a spreadsheet."""

    def written(study: Study) -> tuple[bytes, str]:
        made = study.contrasts.compare(**asked)
        return frame_xlsx(made.frame(), "Groups"), study.documents.file_name("groups", "xlsx")

    content, name = await asking.read(written)
    return Workbook(content, headers=file_headers(response, name))


@router.get("/table.csv", **file_route(CommaTable, "Comma-separated values."))
async def contrasts_table(asking: Asking, response: Response, asked: ComparisonAsked) -> CommaTable:
    """All codes and contrasts as comma-separated values."""

    def written(study: Study) -> tuple[bytes, str]:
        made = study.contrasts.compare(**asked)
        return frame_csv(made.frame()), study.documents.file_name("groups", "csv")

    content, name = await asking.read(written)
    return CommaTable(content, headers=file_headers(response, name))
