"""A table of areas or groups, checked and cut into the rows of each case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy.typing as npt
import polars as pl

from crosscase.analysis.inequality.case_rows import CaseRows, IndexOptions
from crosscase.analysis.inequality.pooling import quantile_groups
from crosscase.analysis.inequality.slope_intervals import standard_errors_from_limits
from crosscase.errors import MistakeOfUse, nearest_names_hint

__all__ = ["IndexColumns", "IndexTable", "no_such_column", "read_index_table"]


@dataclass(frozen=True, slots=True)
class IndexColumns:
    """Which column of a table holds what; ``by`` names the case of each row."""

    by: tuple[str, ...]
    value: str
    population: str | None = None
    rank: str | None = None
    standard_error: str | None = None
    limits: tuple[str, str] | None = None

    def of_numbers(self) -> dict[str, str]:
        """The columns of numbers that were named, by what they hold."""
        lower, upper = self.limits or (None, None)
        named = {
            "value": self.value,
            "population": self.population,
            "rank": self.rank,
            "error": self.standard_error,
            "lower": lower,
            "upper": upper,
        }
        return {name: column for name, column in named.items() if column is not None}


@dataclass(frozen=True, slots=True)
class IndexTable:
    """The columns that indices need under names of our own, and how many rows each case lost."""

    rows: pl.DataFrame
    left_out: dict[tuple[Any, ...], int]
    keys: tuple[str, ...]

    def cases(self, options: IndexOptions) -> Iterator[tuple[tuple[Any, ...], int, CaseRows]]:
        """Each case, how many rows it has, and its rows; a Python step a case, never a row."""
        parts: Any = [((), self.rows)]
        if self.keys:
            parts = self.rows.group_by(self.keys, maintain_order=True)
        for case, part in parts:
            yield (
                case,
                part.height,
                CaseRows(
                    options,
                    part["value"].to_numpy(),
                    _array(part, "population"),
                    _array(part, "rank"),
                    _array(part, "error"),
                    _array(part, "group"),
                ),
            )


def read_index_table(
    frame: pl.DataFrame,
    columns: IndexColumns,
    options: IndexOptions,
    *,
    leave_out_missing: bool = False,
) -> IndexTable:
    """Take what indices need from a table; what is wrong wherever it stands is refused.

    :raises MistakeOfUse: ``no-such-column``, ``not-numbers``, ``missing-values``, ``no-values``,
        ``population-not-positive``, ``value-out-of-range``, ``repeated-rank``, and what
        ``standard_errors_from_limits`` and ``quantile_groups`` refuse.
    """
    table = _selected(frame, columns)
    keys = tuple(f"__case{place}" for place in range(len(columns.by)))
    table, left_out = _complete(table, columns, keys, leave_out_missing)
    _check(table, columns, options, keys)
    return IndexTable(_derived(table, options), left_out, keys)


def _selected(frame: pl.DataFrame, columns: IndexColumns) -> pl.DataFrame:
    numbers = columns.of_numbers()
    for column in (*numbers.values(), *columns.by):
        if column not in frame.columns:
            raise no_such_column(column, frame.columns)
    for column in numbers.values():
        # An empty column has no type of its own; that all of it is missing is told later.
        if not frame.schema[column].is_numeric() and frame.schema[column] != pl.Null:
            raise MistakeOfUse(
                f"“{column}” holds no numbers.",
                slug="not-numbers",
                hint="Name a column of numbers, or take out what is written beside them.",
            )
    table = frame.select(
        *(pl.col(column).alias(f"__case{place}") for place, column in enumerate(columns.by)),
        *(pl.col(column).alias(name) for name, column in numbers.items()),
    )
    # A rank stays whole where it is: whole ranks are counted, others are sorted.
    is_whole = "rank" in numbers and table.schema["rank"].is_integer()
    floats = [name for name in numbers if not (name == "rank" and is_whole)]
    return table.with_columns(pl.col(floats).cast(pl.Float64))


def _complete(
    table: pl.DataFrame, columns: IndexColumns, keys: tuple[str, ...], leave_out: bool
) -> tuple[pl.DataFrame, dict[tuple[Any, ...], int]]:
    unnamed = sum(table[key].null_count() for key in keys)
    if unnamed:
        raise MistakeOfUse(
            f"{unnamed:,} rows do not name their case.",
            slug="missing-values",
            hint=f"Fill in {' and '.join(f'“{name}”' for name in columns.by)}, or take them out.",
        )
    numbers = columns.of_numbers()
    lacking = {
        column: missing for name, column in numbers.items() if (missing := _missing(table[name]))
    }
    if not lacking:
        return table, {}
    if not leave_out:
        told = ", ".join(f"“{column}” in {count:,}" for column, count in lacking.items())
        raise MistakeOfUse(
            f"Of {table.height:,} rows some have no value: {told}.",
            slug="missing-values",
            hint="Complete them, or ask that they be left out and counted.",
        )
    floats = [name for name in numbers if table.schema[name].is_float()]
    whole = pl.all_horizontal(
        pl.col(*numbers).is_not_null(), pl.col(*floats).is_finite().fill_null(False)
    )
    lost = table.filter(~whole)
    counted = lost.group_by(keys).len().rows() if keys else [(lost.height,)]
    return table.filter(whole), {tuple(row[:-1]): int(row[-1]) for row in counted}


def _missing(column: pl.Series) -> int:
    missing = column.null_count()
    return missing + int((~column.is_finite()).sum()) if column.dtype.is_float() else missing


def _check(
    table: pl.DataFrame, columns: IndexColumns, options: IndexOptions, keys: tuple[str, ...]
) -> None:
    if table.is_empty():
        raise MistakeOfUse(
            "There are no rows.", slug="no-values", hint="Give a table with at least one."
        )
    if "population" in table.columns and (wrong := int((table["population"] <= 0).sum())):
        raise MistakeOfUse(
            f"“{columns.population}” is zero or below in {wrong:,} of {table.height:,} rows.",
            slug="population-not-positive",
            hint="Correct these rows, or leave them out: nobody lives there.",
        )
    most = options.proportions_of
    if most is not None and (wrong := int((~table["value"].is_between(0, most)).sum())):
        raise MistakeOfUse(
            f"“{columns.value}” is not between 0 and {most:g} in {wrong:,} rows.",
            slug="value-out-of-range",
            hint="Say 100 for percentages, 1 for shares.",
        )
    if options.rows_are == "groups" and "rank" in table.columns:
        twice = int(table.select(*keys, "rank").is_duplicated().sum())
        if twice:
            raise MistakeOfUse(
                f"{twice:,} rows share their place in the order with another of the same case.",
                slug="repeated-rank",
                hint="Give each group one row, or say that the rows are areas.",
            )


def _derived(table: pl.DataFrame, options: IndexOptions) -> pl.DataFrame:
    """The order with the most disadvantaged lowest, errors from limits, groups over all areas."""
    if "lower" in table.columns:
        errors = standard_errors_from_limits(
            table["lower"],
            table["upper"],
            errors_on=options.errors_on,
            confidence=options.confidence,
        )
        table = table.drop("lower", "upper").with_columns(pl.Series("error", errors))
    if "rank" not in table.columns:
        return table
    if options.most_disadvantaged == "highest":
        turned = pl.col("rank")
        if not table.schema["rank"].is_float():
            turned = turned.cast(pl.Int64)
        table = table.with_columns((-turned).alias("rank"))
    if options.rows_are == "areas" and options.quantiles_of == "all":
        groups = quantile_groups(table["rank"].to_numpy(), options.quantiles)
        table = table.with_columns(pl.Series("group", groups))
    return table


def _array(part: pl.DataFrame, name: str) -> npt.NDArray[Any] | None:
    found: npt.NDArray[Any] | None = part[name].to_numpy() if name in part.columns else None
    return found


def no_such_column(column: str, columns: Sequence[str]) -> MistakeOfUse:
    """The error of a column that the table does not have."""
    return MistakeOfUse(
        f"The table has no column “{column}”.",
        slug="no-such-column",
        hint=nearest_names_hint(column, columns) or f"It has {', '.join(columns[:20])}.",
    )
