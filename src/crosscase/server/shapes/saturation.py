"""Saturation as an answer: interviews with what was new in them, and the curves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict

from crosscase.server.shapes.matrix import Where

if TYPE_CHECKING:
    from crosscase.study_synthesis.saturation import SaturationReport

__all__ = ["SaturationAnswer", "SaturationAsked", "saturation_answer"]

_MOST_ORDERS = 20_000


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class NewCodeRow(_Told):
    """A code that occurs for the first time, and its first passage there."""

    code_id: str
    code: str
    source_id: str
    start_char: int
    end_char: int


class InterviewRow(_Told):
    """One interview with its place in the order, its codes and those that were new."""

    number: int
    source_id: str
    source: str
    day: str | None
    participants: list[str]
    codes: int
    cumulative: int
    new: list[NewCodeRow]


class RunRow(_Told):
    """Some interviews in a row, how many codes were new in them, and as a share of the base."""

    first: int
    last: int
    new_codes: int
    ratio: float


class RunAnswer(_Told):
    """When a run first brought no more than the threshold; with no label, why."""

    base: int
    run: int
    threshold: float
    base_codes: int
    runs: list[RunRow]
    interviews: int | None
    label: str | None
    reason: str | None


class OrdersAnswer(_Told):
    """What many random orders of the interviews needed; null where so many never got there."""

    orders: int
    seed: int
    reached: int
    median: int | None
    ninetieth: int | None
    codes_median: list[int]
    codes_low: list[int]
    codes_high: list[int]
    reason: str | None


class AccumulationAnswer(_Told):
    """Codes to be expected after so many interviews in any order, with an interval."""

    expected: list[float]
    low: list[float]
    high: list[float]
    confidence: float
    reason: str | None


class RichnessAnswer(_Told):
    """How many codes there are at least, seen or not; with a reason where it is not defined."""

    observed: int
    size: int
    once: int
    twice: int
    estimate: float | None
    se: float | None
    low: float | None
    high: float | None
    coverage: float | None
    reason: str | None


class SaturationOfCase(_Told):
    """Saturation of one case (null: pooled over all)."""

    case: str | None
    case_id: str | None
    participants: int
    interviews: list[InterviewRow]
    run: RunAnswer
    orders: OrdersAnswer
    accumulation: AccumulationAnswer
    chao1: RichnessAnswer
    chao2: RichnessAnswer


class CodebookRow(_Told):
    """The codebook in which codes were new."""

    state: str
    codes: int
    used: int
    merged: int
    split: int
    note: str


class SaturationAnswer(_Told):
    """Saturation, pooled and for each case; warnings go before any figure."""

    level: str
    coder: str | None
    agreed: bool
    where: str | None
    by: str | None
    codebook: CodebookRow
    warnings: list[str]
    pooled: SaturationOfCase
    cases: list[SaturationOfCase]
    notes: list[str]
    caveat: str


def _asked(
    base: Annotated[int, Query(ge=1, le=1000, description="Interviews in the base.")] = 4,
    run: Annotated[int, Query(ge=1, le=1000, description="Interviews in a run.")] = 2,
    threshold: Annotated[
        float, Query(ge=0, lt=1, description="Share of the base that a run may bring at most.")
    ] = 0.05,
    orders: Annotated[int, Query(ge=1, le=_MOST_ORDERS, description="Random orders.")] = 10_000,
    seed: Annotated[int, Query(ge=0, le=2**32 - 1, description="Of the random orders.")] = 1,
    by: Annotated[
        str | None, Query(max_length=500, description="A kind of cases, an attribute or waves.")
    ] = None,
    level: Literal["leaf", "top"] = "leaf",
    where: Where = None,
    coder: Annotated[str | None, Query(max_length=500, description="Whose coding counts.")] = None,
    agreed: Annotated[
        bool, Query(description="Only codes that two coders at least gave the same interview.")
    ] = False,
    order: Literal["date", "added"] = "date",
) -> dict[str, Any]:
    """What is asked, as a study is asked for it."""
    return {
        "base": base,
        "run": run,
        "threshold": threshold,
        "orders": orders,
        "seed": seed,
        "by": by or None,
        "level": level,
        "where": where or None,
        "coder": coder or None,
        "agreed": agreed,
        "order": order,
    }


SaturationAsked = Annotated[dict[str, Any], Depends(_asked)]


def saturation_answer(report: SaturationReport) -> SaturationAnswer:
    """A report as an answer."""
    return SaturationAnswer.model_validate(report)
