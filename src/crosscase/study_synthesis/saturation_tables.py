"""Saturation as a table: a row for each interview of each case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars

    from crosscase.study_synthesis.saturation import SaturationReport

__all__ = ["saturation_frame"]


def saturation_frame(told: SaturationReport) -> polars.DataFrame:
    """The interviews in their order with what was new in each; an empty case: all of them.

    ``expected``, ``low`` and ``high`` are the codes to be expected after so many interviews.
    """
    import polars as pl

    rows = [
        {
            "case": each.case,
            "number": interview.number,
            "day": interview.day,
            "interview": interview.source,
            "participants": "; ".join(interview.participants),
            "codes": interview.codes,
            "new": len(interview.new),
            "so_far": interview.cumulative,
            "expected": each.accumulation.expected[at],
            "low": each.accumulation.low[at] if each.accumulation.low else None,
            "high": each.accumulation.high[at] if each.accumulation.high else None,
            "new_codes": "; ".join(code.code for code in interview.new),
            "saturation": each.run.label,
        }
        for each in (told.pooled, *told.cases)
        for at, interview in enumerate(each.interviews)
    ]
    return pl.DataFrame(
        rows,
        schema={
            "case": pl.String, "number": pl.Int64, "day": pl.String, "interview": pl.String,
            "participants": pl.String, "codes": pl.Int64, "new": pl.Int64, "so_far": pl.Int64,
            "expected": pl.Float64, "low": pl.Float64, "high": pl.Float64,
            "new_codes": pl.String, "saturation": pl.String,
        },
    )  # fmt: skip
