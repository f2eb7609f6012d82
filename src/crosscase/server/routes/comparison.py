"""Constant comparison: a code's passages beside one more."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Asking
from crosscase.server.shapes.comparison import (
    Beside,
    ComparisonAnswer,
    Offset,
    comparison_answer,
)
from crosscase.server.shapes.ids import IdText
from crosscase.study import Study

router = APIRouter(tags=["comparison"])


@router.get("/codes/{code}/comparison")
async def comparison(
    asking: Asking,
    code: IdText,
    source: IdText,
    start_char: Offset,
    end_char: Offset,
    most: Beside = 3,
) -> ComparisonAnswer:
    """The code's passages that are most like a passage in their words, and most unlike it."""

    def compare(study: Study) -> ComparisonAnswer:
        return comparison_answer(study.compare(code, source, start_char, end_char, most=most))

    return await asking.read(compare)
