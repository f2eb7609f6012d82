"""What cases are like, worked out from the small areas inside them.

A share such as "29 % of its areas are among the most deprived fifth of the country" is only as good
as its areas, weights and boundaries; so it is computed here from the areas, and can be computed
again under another release, another boundary or another weight.
"""

from __future__ import annotations

import polars as pl

from crosscase.errors import MistakeOfUse

__all__ = ["most_deprived", "shares_by_case"]


def most_deprived(areas: pl.DataFrame, rank: str, *, share: float = 0.2) -> pl.Series:
    """Whether each area is among the most deprived share of all.

    :param areas: every area of the country, one a row.
    :param rank: the column of deprivation ranks, 1 the most deprived; ties share a rank.
    :param share: the share of all areas, above 0 and below 1.
    :returns: booleans: rank at most ``share`` of the number of areas, rounded down; of the 32,844
        areas of the 2019 index that is 6,568 for a fifth.
    :raises MistakeOfUse: ``no-such-column``, ``missing-values``, ``share-out-of-range``.
    """
    _check(areas, rank)
    if not 0 < share < 1:
        raise MistakeOfUse(
            f"A share of {share:g} is not between 0 and 1.",
            slug="share-out-of-range",
            hint="A fifth is 0.2.",
        )
    # The small addition keeps 0.2 x 32,845 = 6,569 from falling below a whole number.
    return (areas[rank] <= int(areas.height * share + 1e-9)).alias("most_deprived")


def shares_by_case(
    areas: pl.DataFrame, case: str, marked: str, *, weight: str | None = None
) -> pl.DataFrame:
    """The share of each case's areas, or of their population, that is marked.

    :param areas: one area a row.
    :param case: the column that names the case each area lies in; null leaves an area out.
    :param marked: a column of booleans.
    :param weight: a column of populations; without it every area counts once.
    :returns: columns ``case``, ``areas``, ``weight``, ``marked`` (the marked weight) and ``share``
        (0 to 1, null where a case has no weight), ordered by case.
    :raises MistakeOfUse: ``no-such-column``, ``missing-values``, ``negative-population``.
    """
    _check(areas, marked, *([weight] if weight else []))
    if case not in areas.columns:
        raise _no_column(case)
    weighing = pl.lit(1, pl.Int64) if weight is None else pl.col(weight)
    if weight is not None and areas.select((pl.col(weight) < 0).any()).item():
        raise MistakeOfUse(
            f"“{weight}” is negative for some areas.",
            slug="negative-population",
            hint="Correct the populations first.",
        )
    found = (
        areas.lazy()
        .filter(pl.col(case).is_not_null())
        .group_by(pl.col(case).alias("case"))
        .agg(
            pl.len().cast(pl.Int64).alias("areas"),
            weighing.sum().alias("weight") if weight else pl.len().cast(pl.Int64).alias("weight"),
            (pl.col(marked).cast(pl.Int64) * weighing).sum().alias("marked"),
        )
        .with_columns(
            pl.when(pl.col("weight") > 0).then(pl.col("marked") / pl.col("weight")).alias("share")
        )
        .sort("case")
    )
    return found.collect()


def _check(areas: pl.DataFrame, *columns: str) -> None:
    for column in columns:
        if column not in areas.columns:
            raise _no_column(column)
        missing = areas[column].null_count()
        if missing:
            raise MistakeOfUse(
                f"“{column}” is missing for {missing:,} of {areas.height:,} areas.",
                slug="missing-values",
                hint="Complete the column, or leave these areas out yourself.",
            )


def _no_column(column: str) -> MistakeOfUse:
    return MistakeOfUse(
        f"The areas have no column “{column}”.",
        slug="no-such-column",
        hint="Name a column of the table of areas.",
    )
