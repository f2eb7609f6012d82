"""Qualitative comparative analysis: definitions, what comes out, and the passages behind it."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Response

from crosscase import surroundings
from crosscase.model.ids import Id
from crosscase.report.document import Document
from crosscase.report.figures.framing import Figure
from crosscase.server.asking import Acting, Asking, AsOf
from crosscase.server.figure_answers import FIGURE, FigureKind, figure_file
from crosscase.server.file_answers import WordFile, Workbook, file_headers, file_route
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.qca import (
    NewQca,
    QcaAnswer,
    QcaAsked,
    QcaBehindList,
    QcaList,
    QcaTableName,
    QcaWritten,
    SolutionName,
    qca_answer,
    qca_behind,
    qca_list,
)
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study
from crosscase.study_documents.telling import Telling

router = APIRouter(prefix="/qca", tags=["qca"])


@router.get("")
async def list_qca(asking: Asking) -> QcaList:
    """All stored definitions."""
    return await asking.read(lambda study: qca_list(study.qca.all()))


@router.post("")
async def define_qca(acting: Acting, says: NewQca) -> Saved:
    """Store a definition; one of its name is changed."""

    def act(study: Study) -> list[Id]:
        asked = study.qca.read_file(says.text.encode(), "The definition")
        return [study.qca.define(asked).id]

    return await acting.write(act)


@router.get("/{analysis}")
async def run_qca(asking: Asking, analysis: IdText, asked: QcaAsked) -> QcaAnswer:
    """Run a stored definition over the study as it is, with other cuts where they are given."""
    return await asking.read(lambda study: qca_answer(study.qca.run(analysis, **asked)))


@router.get("/{analysis}/definition")
async def qca_definition(asking: Asking, analysis: IdText) -> QcaWritten:
    """A stored definition as the file that would make it."""

    def written(study: Study) -> QcaWritten:
        plain = study.qca.definition(analysis).as_plain()
        return QcaWritten(text=study.qca.written(analysis), definition=plain)

    return await asking.read(written)


@router.get("/{analysis}/passages")
async def qca_passages(
    asking: Asking,
    analysis: IdText,
    case: Annotated[list[IdText], Query(min_length=1, max_length=100)],
    condition: Annotated[str | None, Query(max_length=500)] = None,
    most: Annotated[int, Query(ge=0, le=200)] = 20,
) -> QcaBehindList:
    """The passages behind the conditions and the outcome of some cases."""
    return await asking.read(
        lambda study: qca_behind(study.qca.passages(analysis, case, condition=condition, most=most))
    )


@router.get("/{analysis}/figure", response_class=Response, responses=FIGURE)
async def qca_figure(
    asking: Asking,
    response: Response,
    analysis: IdText,
    asked: QcaAsked,
    solution: SolutionName = "intermediate",
    model: Annotated[int, Query(ge=1, le=1_000)] = 1,
    kind: FigureKind = "svg",
) -> Response:
    """Each case by its membership in a solution and in the outcome, as a picture or a page."""

    def draw(study: Study) -> Figure:
        return study.qca.figure(study.qca.run(analysis, **asked), solution, model)

    return await figure_file(asking, response, draw, "qca", kind)


@router.get("/{analysis}/document", **file_route(WordFile, "A Word document."))
async def qca_document(
    asking: Asking, response: Response, analysis: IdText, asked: QcaAsked, as_of: AsOf = None
) -> WordFile:
    """All of an analysis as a Word document."""

    def told(study: Study) -> tuple[Document, str]:
        telling = Telling(surroundings.local_time_text, as_of or None)
        document = study.documents.qca(study.qca.run(analysis, **asked), telling=telling)
        return document, document.file_name

    document, name = await asking.read(told)
    content = await asyncio.to_thread(document.to_bytes)
    return WordFile(content, headers=file_headers(response, name))


@router.get("/{analysis}/table", **file_route(Workbook, "A spreadsheet."))
async def qca_table(
    asking: Asking,
    response: Response,
    analysis: IdText,
    asked: QcaAsked,
    table: QcaTableName = "truth",
) -> Workbook:
    """The truth table, the solutions, the calibrated data or necessity as a spreadsheet."""

    def written(study: Study) -> tuple[bytes, str]:
        workbook = study.qca.run(analysis, **asked).workbook(table)
        return workbook, study.documents.file_name(f"qca {table}", "xlsx")

    content, name = await asking.read(written)
    return Workbook(content, headers=file_headers(response, name))


@router.delete("/{analysis}")
async def remove_qca(acting: Acting, analysis: IdText) -> Saved:
    """Remove a stored definition."""

    def act(study: Study) -> None:
        study.qca.remove(analysis)

    return await acting.write(act)


@router.post("/{analysis}/restore")
async def restore_qca(acting: Acting, analysis: IdText) -> Saved:
    """Bring a removed definition back."""

    def act(study: Study) -> None:
        study.qca.restore(analysis)

    return await acting.write(act)
