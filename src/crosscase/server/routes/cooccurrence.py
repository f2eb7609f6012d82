"""Which codes meet, by a stated unit, and the passages where two of them do."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from crosscase.report.figures.framing import Figure
from crosscase.server.asking import Asking
from crosscase.server.figure_answers import FIGURE, FigureKind, figure_file
from crosscase.server.file_answers import CommaTable, Workbook, file_headers, file_route
from crosscase.server.shapes.cooccurrence import CodeAsked, PairsAnswer, PairsAsked, pairs_answer
from crosscase.server.shapes.matrix import CellAnswer, cell_answer
from crosscase.server.shapes.paged import Cursor, Most
from crosscase.study import Study
from crosscase.study_synthesis.written_tables import frame_csv, frame_xlsx

router = APIRouter(prefix="/cooccurrence", tags=["synthesis"])


@router.get("")
async def cooccurrence(
    asking: Asking,
    asked: PairsAsked,
    most: Annotated[int, Query(ge=1, le=5_000, description="How many pairs at most.")] = 500,
) -> PairsAnswer:
    """The pairs of codes that meet, with participants, cases and coefficients."""
    return await asking.read(lambda study: pairs_answer(study.cooccurrence.pairs(**asked), most))


@router.get("/passages")
async def cooccurrence_passages(
    asking: Asking,
    asked: PairsAsked,
    first: CodeAsked,
    second: CodeAsked,
    cursor: Cursor = None,
    most: Most = 100,
) -> CellAnswer:
    """The passages where two codes meet, page by page, with who says both and who does not."""

    def passages(study: Study) -> CellAnswer:
        made = study.cooccurrence.pairs(**asked)
        found = study.cooccurrence.passages(made, first, second, after=cursor, most=most)
        return cell_answer(found)

    return await asking.read(passages)


@router.get("/figure", response_class=Response, responses=FIGURE)
async def cooccurrence_figure(
    asking: Asking, response: Response, asked: PairsAsked, kind: FigureKind = "svg"
) -> Response:
    """The heat map of the pairs that most participants say."""

    def draw(study: Study) -> Figure:
        return study.cooccurrence.figure(study.cooccurrence.pairs(**asked))

    return await figure_file(asking, response, draw, "co-occurrence", kind)


@router.get("/table.xlsx", **file_route(Workbook, "A spreadsheet."))
async def cooccurrence_workbook(asking: Asking, response: Response, asked: PairsAsked) -> Workbook:
    """All pairs as a spreadsheet."""

    def written(study: Study) -> tuple[bytes, str]:
        made = study.cooccurrence.pairs(**asked)
        return frame_xlsx(made.frame(), "Pairs"), study.documents.file_name("pairs", "xlsx")

    content, name = await asking.read(written)
    return Workbook(content, headers=file_headers(response, name))


@router.get("/table.csv", **file_route(CommaTable, "Comma-separated values."))
async def cooccurrence_table(asking: Asking, response: Response, asked: PairsAsked) -> CommaTable:
    """All pairs as comma-separated values."""

    def written(study: Study) -> tuple[bytes, str]:
        made = study.cooccurrence.pairs(**asked)
        return frame_csv(made.frame()), study.documents.file_name("pairs", "csv")

    content, name = await asking.read(written)
    return CommaTable(content, headers=file_headers(response, name))
