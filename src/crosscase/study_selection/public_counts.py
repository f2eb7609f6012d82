"""Counts of public data as they may leave: small ones hidden, others rounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscase.analysis.disclosure import rounded_counts
from crosscase.study_selection.frame_table import FrameTable

if TYPE_CHECKING:
    import polars

__all__ = ["with_public_counts"]


def with_public_counts(table: polars.DataFrame, frame: FrameTable, counts: str) -> polars.DataFrame:
    """A table of a frame's cases with the columns that count something as they may be printed.

    ``counts`` is what a disclosure policy says: exact, or rounded, as is the rule for such data as
    hospital stays by place. Participants are counted by other rules.
    """
    import polars as pl

    if counts == "exact":
        return table
    counting = [
        each.name
        for each in frame.characteristics
        if each.type == "count" and each.name in table.columns
    ]
    return table.with_columns(
        pl.Series(name, _rounded(table[name].to_list()), pl.Int64) for name in counting
    )


def _rounded(values: Sequence[float | None]) -> list[int | None]:
    known = iter(rounded_counts([round(value) for value in values if value is not None]))
    return [None if value is None else next(known) for value in values]
