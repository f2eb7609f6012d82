"""The framework matrix: its states, its summaries, and one cell with its passages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, AsOf, require_unchanged
from crosscase.server.quoted_answers import QuotedEnding, QuotedFiles, quoted_file, quoted_route
from crosscase.server.shapes.charting import (
    CellPlace,
    CellQuotes,
    CellQuotesTaken,
    CellWritten,
    ChartAnswer,
    ChartCellAnswer,
    ChartColumns,
    ChartRows,
    ChartSummaries,
    ChartWave,
    ChartWhere,
    ChartWords,
    CodeTopics,
    TopicsOfCode,
    TopicsOfCodes,
    cell_answer,
    chart_answer,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.places import PassagePlace
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["charting"])

Subject = Annotated[IdText, Query(description="The participant or case of the row.")]
Column = Annotated[IdText, Query(description="The code of the column.")]


@router.get("/chart", response_model=ChartAnswer)
async def chart(
    asking: Asking,
    rows: ChartRows = "participants",
    columns: ChartColumns = None,
    where: ChartWhere = None,
    wave: ChartWave = None,
) -> Response:
    """Rows by codes with the state of every cell; the words are asked for by rows."""
    return await asking.read_encoded(
        lambda study: chart_answer(
            study.charting.table(
                rows, _columns(columns), where=where or None, wave=wave or None, summaries=False
            )
        )
    )


@router.get("/chart/summaries")
async def chart_summaries(
    asking: Asking,
    subjects: Annotated[
        list[IdText], Query(max_length=200, description="The rows that are looked at.")
    ],
    wave: ChartWave = None,
) -> ChartSummaries:
    """The words of all cells of some rows."""
    return await asking.read(
        lambda study: ChartSummaries(
            cells=[
                ChartWords(**each._asdict())
                for each in study.charting.words(subjects, wave=wave or None)
            ]
        )
    )


@router.get("/chart/cell")
async def chart_cell(
    asking: Asking, subject: Subject, column: Column, wave: ChartWave = None
) -> ChartCellAnswer:
    """One cell with the passages beneath it, its quotes, and a text to start from."""

    def answer(study: Study) -> ChartCellAnswer:
        found = study.charting.cell(subject, column, wave=wave or None)
        return cell_answer(found, study.charting.draft(subject, column, wave=wave or None))

    return await asking.read(answer)


@router.put("/chart/cell")
async def write_cell(acting: Acting, says: CellWritten) -> Saved:
    """Write a cell in place of what is there."""

    def act(study: Study) -> list[Id]:
        if says.was is not None:
            shown = study.charting.cell(says.subject, says.column, wave=says.wave)
            require_unchanged(says.was, lambda _: shown.summary)
        written = study.charting.write(
            says.subject,
            says.column,
            says.summary,
            quotes=_places(says.quotes),
            state=says.state,
            wave=says.wave,
            seen=says.seen,
        )
        return [written.id] if written.id is not None else []

    return await acting.write(act)


@router.delete("/chart/cell")
async def clear_cell(
    acting: Acting, subject: Subject, column: Column, wave: IdText | None = None
) -> Saved:
    """Take a cell out with its quotes."""

    def act(study: Study) -> None:
        study.charting.clear(subject, column, wave=wave)

    return await acting.write(act)


@router.post("/chart/cell/restore")
async def restore_cell(acting: Acting, says: CellPlace) -> Saved:
    """Bring a cleared cell back with its quotes."""

    def act(study: Study) -> None:
        study.charting.restore(says.subject, says.column, wave=says.wave)

    return await acting.write(act)


@router.post("/chart/cell/quotes")
async def link_quotes(acting: Acting, says: CellQuotes) -> Saved:
    """Link passages to a written cell."""

    def act(study: Study) -> None:
        study.charting.link(says.subject, says.column, _places(says.passages), wave=says.wave)

    return await acting.write(act)


@router.post("/chart/cell/quotes/remove")
async def unlink_quotes(acting: Acting, says: CellQuotesTaken) -> Saved:
    """Take quotes away from a cell."""

    def act(study: Study) -> None:
        study.charting.unlink(says.subject, says.column, says.evidence, wave=says.wave)

    return await acting.write(act)


@router.get("/chart/topics")
async def chart_topics(asking: Asking) -> TopicsOfCodes:
    """Which topics of guides ask about which codes."""

    def answer(study: Study) -> TopicsOfCodes:
        found = study.charting.topics()
        return TopicsOfCodes(
            topics=[
                TopicsOfCode(code=code, guide=guide, topic=topic)
                for code, topics in found.items()
                for guide, topic in topics
            ]
        )

    return await asking.read(answer)


@router.put("/chart/topics")
async def link_topics_to_code(acting: Acting, says: CodeTopics) -> Saved:
    """Say which topics of a guide ask about a code: so it is known who was not asked."""

    def act(study: Study) -> None:
        study.charting.link_topics(says.code, says.topics, says.guide)

    return await acting.write(act)


@router.get("/documents/chart.{ending}", **quoted_route())
async def chart_file(
    asking: Asking,
    request: Request,
    response: Response,
    ending: QuotedEnding,
    rows: ChartRows = "participants",
    columns: ChartColumns = None,
    where: ChartWhere = None,
    wave: ChartWave = None,
    as_of: AsOf = None,
) -> Response:
    """The matrix with its quotes as a file: each quote leads to its passage at this desk."""
    desk = str(request.base_url)

    def files(study: Study) -> QuotedFiles:
        return study.charting.files(
            rows, _columns(columns), where=where or None, wave=wave or None, address=desk
        )

    return await quoted_file(asking, response, ending, "framework matrix", files, as_of)


def _columns(columns: list[str] | None) -> str | list[str] | None:
    return columns[0] if columns is not None and len(columns) == 1 else columns


def _places(passages: list[PassagePlace]) -> list[tuple[str, int, int]]:
    return [(each.source, each.start_char, each.end_char) for each in passages]
