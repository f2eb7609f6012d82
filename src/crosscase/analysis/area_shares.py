"""What cases are like, worked out from the small areas inside them.

A share such as "29 % of its areas are among the most deprived fifth of the country" is only as good
as its areas, weights and boundaries; so it is computed here from the areas, and can be computed
again under another release, another boundary or another weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import polars as pl

from crosscase.analysis.quantiles import by_cut_points, by_rank
from crosscase.errors import MistakeOfUse

__all__ = [
    "GroupRule",
    "group_edges",
    "grouped_shares",
    "most_deprived",
    "moved_cases",
    "shares_by_case",
]

GroupRule: TypeAlias = Literal["rank", "cut points"]

_GROUPED_BY = {"rank": by_rank, "cut points": by_cut_points}


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


def grouped_shares(
    areas: pl.DataFrame,
    case: str,
    marked: Mapping[str, str],
    *,
    weight: str | None = None,
    groups: int = 3,
    rule: GroupRule = "rank",
) -> pl.DataFrame:
    """Each case's shares in percent, and the quantile group of each share.

    :param areas: one area a row.
    :param case: the column that names the case each area lies in; null leaves an area out.
    :param marked: columns of booleans by the name of what they mark.
    :param weight: a column of populations; without it every area counts once.
    :param groups: how many quantile groups, at least 2; group 1 has the lowest shares.
    :param rule: quantile groups by rank or by cut points, see ``quantiles``.
    :returns: columns ``case``, ``areas``, and for each mark ``NAME_share`` (0 to 100) and
        ``NAME_group``; ordered by case.
    :raises MistakeOfUse: as ``shares_by_case`` and the rule of groups.
    """
    found: pl.DataFrame | None = None
    for name, column in marked.items():
        shares = shares_by_case(areas, case, column, weight=weight)
        percent = shares["share"] * 100
        grouped = _GROUPED_BY[rule](percent.to_list(), groups)
        own = shares.select(
            "case",
            "areas",
            percent.alias(f"{name}_share"),
            pl.Series(f"{name}_group", grouped.of_case, pl.Int64),
        )
        # Both are ordered by case and hold the same cases, since only the marks differ.
        found = own if found is None else found.hstack(own.drop("case", "areas"))
    if found is None:
        raise MistakeOfUse(
            "Nothing was said to be marked.",
            slug="nothing-marked",
            hint="Name at least one column of what an area may be, such as deprived or urban.",
        )
    return found


def moved_cases(one: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """The cases that fall in another group in the second of two frames, one move a row.

    :param one: a frame with a column ``case`` and columns ``NAME_group``, as ``grouped_shares``
        gives; ``NAME_share`` or ``NAME`` beside a group is its value.
    :param other: such a frame under another release, boundary, weight or rule.
    :returns: columns ``case``, ``characteristic``, ``value_before``, ``value_after``,
        ``group_before`` and ``group_after``, for every group column that both have. A case that
        only one frame holds counts as moved from or to no group.
    """
    after = other.rename({name: f"{name}__after" for name in other.columns if name != "case"})
    both = one.join(after, on="case", how="full", coalesce=True).sort("case")
    moves = [
        both.filter(pl.col(group).ne_missing(pl.col(f"{group}__after"))).select(
            "case",
            pl.lit(group.removesuffix("_group")).alias("characteristic"),
            _value(one, group).alias("value_before"),
            _value(other, group, "__after").alias("value_after"),
            pl.col(group).alias("group_before"),
            pl.col(f"{group}__after").alias("group_after"),
        )
        for group in one.columns
        if group.endswith("_group") and group in other.columns
    ]
    return pl.concat(moves) if moves else _NO_MOVES


def group_edges(frame: pl.DataFrame) -> pl.DataFrame:
    """How many cases each group has, and between which values it lies.

    :param frame: as ``moved_cases`` takes.
    :returns: columns ``characteristic``, ``group``, ``cases``, ``lowest`` and ``highest``.
    """
    edges = [
        frame.filter(pl.col(group).is_not_null())
        .group_by(pl.col(group).alias("group"))
        .agg(
            pl.len().cast(pl.Int64).alias("cases"),
            _value(frame, group).min().alias("lowest"),
            _value(frame, group).max().alias("highest"),
        )
        .sort("group")
        .select(pl.lit(group.removesuffix("_group")).alias("characteristic"), pl.all())
        for group in frame.columns
        if group.endswith("_group")
    ]
    return pl.concat(edges)


_NO_MOVES = pl.DataFrame(
    schema={
        "case": pl.String,
        "characteristic": pl.String,
        "value_before": pl.Float64,
        "value_after": pl.Float64,
        "group_before": pl.Int64,
        "group_after": pl.Int64,
    }
)


def _value(frame: pl.DataFrame, group: str, suffix: str = "") -> pl.Expr:
    """The value behind a group column, where the frame has it."""
    name = group.removesuffix("_group")
    column = next((c for c in (f"{name}_share", name) if c in frame.columns), None)
    if column is None:
        return pl.lit(None, pl.Float64)
    return pl.col(f"{column}{suffix}").cast(pl.Float64)


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
