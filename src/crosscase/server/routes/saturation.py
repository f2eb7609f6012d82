"""Saturation: when interviews stopped bringing new codes."""

from __future__ import annotations

from fastapi import APIRouter, Response

from crosscase.report.figures.framing import Figure
from crosscase.server.asking import Asking
from crosscase.server.figure_answers import FIGURE, FigureKind, figure_file
from crosscase.server.shapes.saturation import (
    SaturationAnswer,
    SaturationAsked,
    saturation_answer,
)
from crosscase.study import Study

router = APIRouter(prefix="/saturation", tags=["synthesis"])


@router.get("")
async def saturation(asking: Asking, asked: SaturationAsked) -> SaturationAnswer:
    """How new codes came in with the interviews, pooled and for each case."""
    return await asking.read(lambda study: saturation_answer(study.saturation.assess(**asked)))


@router.get("/figure", response_class=Response, responses=FIGURE)
async def saturation_figure(
    asking: Asking, response: Response, asked: SaturationAsked, kind: FigureKind = "svg"
) -> Response:
    """The curves as a picture or as a page of their own."""

    def draw(study: Study) -> Figure:
        return study.saturation.figure(study.saturation.assess(**asked))

    return await figure_file(asking, response, draw, "saturation", kind)
