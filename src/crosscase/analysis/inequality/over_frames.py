"""Indices of inequality over a frame of areas or groups: one row a case and index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from crosscase.analysis.inequality.case_rows import INDICES, NEEDS_RANK, IndexOptions
from crosscase.analysis.inequality.change import (
    NEUTRAL_AT_ONE,
    Polarity,
    WorseOff,
    change_between,
    worse_off,
)
from crosscase.analysis.inequality.index_tables import (
    IndexColumns,
    no_such_column,
    read_index_table,
)
from crosscase.analysis.inequality.measures import Interval, Measure, undefined, z_of
from crosscase.errors import MistakeOfUse, nearest_names_hint

__all__ = ["changes_over_time", "indices", "with_worse_off"]

_FIGURES = {
    "value": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "standard_error": pl.Float64,
    "interval": pl.String,
    "undefined": pl.String,
    "rows": pl.Int64,
    "left_out": pl.Int64,
}


def indices(
    frame: pl.DataFrame,
    *,
    value: str,
    population: str | None = None,
    rank: str | None = None,
    by: str | Sequence[str] = (),
    which: Sequence[str] = ("sii", "rii"),
    standard_error: str | None = None,
    limits: tuple[str, str] | None = None,
    leave_out_missing: bool = False,
    options: IndexOptions | None = None,
) -> pl.DataFrame:
    """Indices of inequality of each case.

    :param frame: one area, person or group a row.
    :param value: the column of the indicator.
    :param population: the column of people, above zero; without it each row counts once.
    :param rank: the column that orders rows from the most disadvantaged to the least.
    :param by: the column or columns that name the case of each row; without one all are one case.
    :param which: names of indices, from ``INDICES``.
    :param standard_error: the column of each value's error, where rows are groups.
    :param limits: the columns of the lower and upper limit of each value, instead.
    :param leave_out_missing: leave out rows without a value, population or rank, and count them,
        instead of refusing the table.
    :param options: how indices are worked out, see ``IndexOptions``.
    :returns: the columns of ``by``, then ``index``, ``value``, ``low``, ``high``,
        ``standard_error``, ``interval`` (how it was found), ``undefined`` (why there is no value),
        ``rows`` and ``left_out``; ordered by case, indices as asked.
    :raises MistakeOfUse: ``no-such-index``, ``no-such-column``, ``not-numbers``,
        ``missing-values``, ``population-not-positive``, ``rank-needed``, ``repeated-rank``,
        ``errors-of-areas``, ``value-out-of-range``, and what the indices themselves refuse.
    """
    asked = IndexOptions() if options is None else options
    z_of(asked.confidence)  # refuses a confidence that is none, even where no interval is found
    chosen = _chosen(which, rank)
    cases = (by,) if isinstance(by, str) else tuple(by)
    columns = IndexColumns(cases, value, population, rank, standard_error, limits)
    _check_asked(columns, asked)
    table = read_index_table(frame, columns, asked, leave_out_missing=leave_out_missing)
    found = [
        (*case, index, *_figures(rows.measure(index)), count, table.left_out.get(case, 0))
        for case, count, rows in table.cases(asked)
        for index in chosen
    ]
    told = {row[: len(cases)] for row in found}
    found += [
        (*case, index, *_figures(undefined("every row was left out")), 0, lost)
        for case, lost in table.left_out.items()
        if case not in told
        for index in chosen
    ]
    schema: dict[str, Any] = {name: frame.schema[name] for name in cases}
    result = pl.DataFrame(found, {**schema, "index": pl.String, **_FIGURES}, orient="row")
    return result.sort(cases, maintain_order=True) if cases else result


def _check_asked(columns: IndexColumns, options: IndexOptions) -> None:
    if options.rows_are == "areas" and (columns.standard_error or columns.limits):
        raise MistakeOfUse(
            "Given errors belong to groups; areas show theirs by how they differ.",
            slug="errors-of-areas",
            hint="Say that the rows are groups, or leave the errors out.",
        )
    if taken := [name for name in columns.by if name in ("index", *_FIGURES)]:
        raise MistakeOfUse(
            f"A column of cases cannot be called “{taken[0]}”.",
            slug="column-name-taken",
            hint="Rename it: the answer has a column of that name.",
        )


def with_worse_off(found: pl.DataFrame, polarity: Polarity) -> pl.DataFrame:
    """What ``indices`` gave, and a column ``worse_off``: which end of the order it speaks against.

    :param polarity: whether more of the indicator is good (favourable) or bad (adverse).
    """
    told = [
        _worse_off(index, value, polarity)
        for index, value in found.select("index", "value").iter_rows()
    ]
    return found.with_columns(pl.Series("worse_off", told, pl.String))


def changes_over_time(
    found: pl.DataFrame, time: str, *, polarity: Polarity, confidence: float = 0.95
) -> pl.DataFrame:
    """What became of each case's indices from the first time to the last.

    :param found: what ``indices`` gave, with the column of time among its ``by``.
    :param time: that column; its values order as they are.
    :param polarity: whether more of the indicator is good (favourable) or bad (adverse).
    :param confidence: of the interval of the difference.
    :returns: the other columns of ``by``, then ``index``, ``from``, ``to``, ``before``, ``after``,
        ``difference``, ``low``, ``high``, ``direction`` (widened, narrowed, turned round,
        unchanged, unknown where a case has one time only) and ``worse_off`` at the last time (not
        told by figures without a direction). The mean has ``improved`` or ``worsened`` instead.
    :raises MistakeOfUse: ``no-such-column``, ``one-time-only``.
    """
    names = found.columns[: found.columns.index("index")]
    if time not in names:
        raise no_such_column(time, names)
    cases = [name for name in names if name != time]
    ordered = found.sort(time, maintain_order=True)
    if ordered[time].n_unique() < 2:
        raise MistakeOfUse(
            f"“{time}” has one value only.",
            slug="one-time-only",
            hint="A change needs figures of two times at least.",
        )
    rows = []
    for key, part in ordered.group_by([*cases, "index"], maintain_order=True):
        first, last = part.row(0, named=True), part.row(-1, named=True)
        if first[time] == last[time]:  # a case of one time only has nothing to be compared with
            first = {**first, "value": None, "standard_error": None, time: None}
        index = str(key[-1])
        neutral = 1.0 if index in NEUTRAL_AT_ONE else 0.0
        change = change_between(
            _measure(first), _measure(last), neutral=neutral, confidence=confidence
        )
        ends = change.difference.interval
        told: str = change.direction
        if index == "mean":
            told = _of_mean(change.difference.value, polarity)
        rows.append(
            (
                *key, first[time], last[time], first["value"], last["value"],
                change.difference.value,
                None if ends is None else ends.lower,
                None if ends is None else ends.upper,
                told,
                _worse_off(index, last["value"], polarity),
            )
        )  # fmt: skip
    schema: dict[str, Any] = {name: found.schema[name] for name in [*cases, "index"]}
    schema |= {"from": found.schema[time], "to": found.schema[time]}
    schema |= dict.fromkeys(("before", "after", "difference", "low", "high"), pl.Float64)
    schema |= {"direction": pl.String, "worse_off": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


_HAS_DIRECTION = frozenset({"sii", "rii", "aci", "rci", "wagstaff", "erreygers", "gap", "ratio"})


def _worse_off(index: str, value: float | None, polarity: Polarity) -> WorseOff | None:
    if index not in _HAS_DIRECTION:
        return None
    return worse_off(value, polarity, neutral=1.0 if index in NEUTRAL_AT_ONE else 0.0)


def _of_mean(difference: float | None, polarity: Polarity) -> str:
    if difference is None:
        return "unknown"
    if difference == 0:
        return "unchanged"
    return "improved" if (difference > 0) == (polarity == "favourable") else "worsened"


def _measure(row: dict[str, Any]) -> Measure:
    return Measure(row["value"], row["undefined"], row["standard_error"])


def _chosen(which: Sequence[str], rank: str | None) -> list[str]:
    chosen = list(dict.fromkeys(which))
    for index in chosen:
        if index not in INDICES:
            raise MistakeOfUse(
                f"There is no index “{index}”.",
                slug="no-such-index",
                hint=nearest_names_hint(index, INDICES) or f"Choose from {', '.join(INDICES)}.",
            )
        if rank is None and index in NEEDS_RANK:
            raise MistakeOfUse(
                f"“{index}” needs an order from the most disadvantaged to the least.",
                slug="rank-needed",
                hint="Name the column of ranks, or ask for theil, mld or dissimilarity.",
            )
    if not chosen:
        raise MistakeOfUse(
            "No index was asked for.", slug="no-index", hint=f"Choose from {', '.join(INDICES)}."
        )
    return chosen


def _figures(measure: Measure) -> tuple[Any, ...]:
    ends: Interval | None = measure.interval
    return (
        measure.value,
        None if ends is None else ends.lower,
        None if ends is None else ends.upper,
        measure.standard_error,
        None if ends is None else ends.how,
        measure.undefined,
    )
