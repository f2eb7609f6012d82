"""Slope and relative index of inequality, with their intervals, for groups and for rows."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from crosscase.analysis.inequality import (
    SlopeInterval,
    analytic_slope_intervals,
    simulated_slope_intervals,
    slope_index,
    slope_index_of_rows,
    slope_of_logit_model,
    standard_errors_from_limits,
)
from crosscase.errors import MistakeOfUse

PUBLISHED = pl.read_csv(
    Path(__file__).parent / "published" / "slope_index.csv", infer_schema_length=None
)
SETS = PUBLISHED["set"].unique(maintain_order=True).to_list()
WITH_LIMITS = (
    PUBLISHED.filter(pl.col("sii_lowercl_1").is_not_null())["set"].unique(maintain_order=True)
).to_list()

# WHO Health Equity Assessment Toolkit, test data of the R package healthequal.
POPULATION = [78, 91, 162, 103, 105]
PERCENT = [20, 30, 40, 50, 60]


def of_set(number: int) -> tuple[pl.DataFrame, dict[str, Any]]:
    """The rows of one published set, and its figures, which stand in its first row."""
    table = PUBLISHED.filter(pl.col("set") == number)
    return table, table.row(0, named=True)


@pytest.mark.parametrize("number", SETS)
def test_indices_are_those_of_phe_sii(number: int) -> None:
    """Linear, log and logit, with multipliers of either sign: to nine digits."""
    table, published = of_set(number)
    found = slope_index(
        table["value"],
        table["population"],
        scale=published["scale"],
        multiplier=published["multiplier"],
    )
    assert found.slope.value == pytest.approx(published["sii"], rel=1e-9)
    if published["rii"] is not None:
        assert found.relative.value == pytest.approx(published["rii"], rel=1e-9)
    if published["intercept"] is not None:
        assert found.intercept == pytest.approx(published["intercept"], rel=1e-9)


@pytest.mark.parametrize("number", WITH_LIMITS)
@pytest.mark.parametrize("way", ["simulated", "analytic"])
def test_intervals_are_those_of_phe_sii_within_its_own_tolerance(number: int, way: str) -> None:
    """Its limits are simulated, and its tests allow 0.05; every limit at every confidence."""
    table, published = of_set(number)
    confidences = [float(each) / 100 for each in str(published["confidences"]).split()]
    found = _intervals(way, table, published, confidences)
    for index, interval in enumerate(found, start=1):
        width = published[f"sii_uppercl_{index}"] - published[f"sii_lowercl_{index}"]
        for end, column in ((interval.slope.lower, "lowercl"), (interval.slope.upper, "uppercl")):
            expected = published[f"sii_{column}_{index}"]
            assert end == pytest.approx(expected, rel=0.05, abs=0.01 * width)
        if published[f"rii_lowercl_{index}"] is not None:
            assert interval.relative is not None
            ends = (interval.relative.lower, interval.relative.upper)
            expected = (published[f"rii_lowercl_{index}"], published[f"rii_uppercl_{index}"])
            assert ends == pytest.approx(expected, rel=0.01)


def _intervals(
    way: str, table: pl.DataFrame, published: dict[str, Any], confidences: list[float]
) -> tuple[SlopeInterval, ...]:
    chosen = {name: published[name] for name in ("scale", "multiplier", "errors_on")}
    given = (table["value"], table["population"], table["standard_error"])
    if way == "analytic":
        return analytic_slope_intervals(*given, confidences=confidences, **chosen)
    return simulated_slope_intervals(*given, confidences=confidences, seed=7, **chosen)


def test_standard_errors_follow_from_limits_on_their_own_scale() -> None:
    """As the published tests have them, who take z as 1.96."""
    checked = 0
    for number in SETS:
        table, published = of_set(number)
        confidence = 0.95
        found = standard_errors_from_limits(
            table["lower"],
            table["upper"],
            errors_on=published["errors_on"],
            confidence=confidence,
        )
        if table["standard_error"].null_count() == 0:
            assert found.tolist() == pytest.approx(table["standard_error"].to_list(), rel=5e-3)
            checked += 1
    assert checked > 20


def test_the_same_seed_gives_the_same_interval_and_another_nearly_the_same() -> None:
    """A drawing can be repeated."""
    table, _ = of_set(1)
    given = (table["value"], table["population"], table["standard_error"])
    one, again, other = (
        simulated_slope_intervals(*given, seed=seed, repetitions=5_000)[0] for seed in (1, 1, 2)
    )
    assert one == again
    assert one != other
    assert one.slope.lower == pytest.approx(other.slope.lower, rel=0.1)
    assert one.slope.how == "simulated"


def test_figures_of_the_health_equity_toolkit_are_met() -> None:
    """Linear by definition; its logistic model by definition and as its package computes it."""
    linear = slope_index(PERCENT, POPULATION)
    assert linear.slope.value == pytest.approx(46.25381094243097)
    assert linear.relative.value == pytest.approx(3.5558002721554014)
    once = slope_of_logit_model(PERCENT, POPULATION, proportions_of=100)
    assert (once.slope.value, once.relative.value) == pytest.approx((44.89, 3.236), abs=1e-3)
    theirs = slope_of_logit_model(PERCENT, POPULATION, proportions_of=100, counted="as healthequal")
    assert theirs.slope.value == pytest.approx(44.44502, abs=1e-4)
    assert theirs.relative.value == pytest.approx(3.159506, abs=1e-4)
    # Skilled birth attendance by wealth fifth, Indonesia (DHS; healthequal's example data).
    births = [75.60530090332031, 91.01996612548828, 96.03958892822266,
              97.04222869873047, 99.22405242919922]  # fmt: skip
    people = [2072.436, 2112.204, 1983.059, 2052.124, 1884.51]
    gradient = slope_index(births, people)
    assert gradient.slope.value == pytest.approx(26.88346957724718)
    assert gradient.relative.value == pytest.approx(1.3439765201805158)


def test_a_negative_multiplier_turns_the_slope_and_inverts_the_ratio() -> None:
    """Adverse and favourable read the same way round."""
    one, turned = slope_index(PERCENT, POPULATION), slope_index(PERCENT, POPULATION, multiplier=-1)
    assert one.slope.value == pytest.approx(-(turned.slope.value or 0))
    assert one.relative.value == pytest.approx(1 / (turned.relative.value or 0))


def test_a_ratio_over_nothing_is_undefined_and_says_why() -> None:
    """A line that starts at or below zero has a slope but no ratio."""
    found = slope_index([0.0, 10.0], [1, 1])
    assert found.slope.value == pytest.approx(20)
    assert found.relative.value is None
    assert "not above zero" in (found.relative.undefined or "")
    for interval in (
        simulated_slope_intervals([0.0, 10.0], [1, 1], [1, 1], seed=1)[0],
        analytic_slope_intervals([0.0, 10.0], [1, 1], [1, 1])[0],
    ):
        assert interval.relative is None
    assert slope_of_logit_model([0, 0], [5, 5], proportions_of=1).slope.value is None


def test_rows_and_the_groups_they_form_have_the_same_slope() -> None:
    """A row a person, or a mean a group: one line; weights count as so many persons."""
    values = np.repeat(PERCENT, POPULATION)
    order = np.repeat([1, 2, 3, 4, 9], POPULATION)
    rows, groups = slope_index_of_rows(values, order), slope_index(PERCENT, POPULATION)
    weighted = slope_index_of_rows(PERCENT, [1.5, 2, 3, 4, 9.0], POPULATION)
    for found in (rows, weighted):
        assert found.slope.value == pytest.approx(groups.slope.value)
        assert found.relative.value == pytest.approx(groups.relative.value)
        assert found.intercept == pytest.approx(groups.intercept)


def test_errors_of_rows_match_those_of_a_bootstrap() -> None:
    """Robust errors describe how the slope varies from sample to sample."""
    random = np.random.default_rng(5)
    order = random.integers(1, 11, 2_000)
    values = (random.random(2_000) < 0.1 + 0.05 * order).astype(float)
    found = slope_index_of_rows(values, order)
    drawn, ratios = [], []
    for _ in range(400):
        chosen = random.integers(0, 2_000, 2_000)
        one = slope_index_of_rows(values[chosen], order[chosen])
        drawn.append(one.slope.value or 0)
        ratios.append(one.relative.value or 0)
    assert found.slope.standard_error == pytest.approx(np.std(drawn), rel=0.12)
    assert found.relative.interval is not None
    lower, upper = np.quantile(ratios, [0.025, 0.975])
    assert found.relative.interval.lower == pytest.approx(lower, rel=0.1)
    assert found.relative.interval.upper == pytest.approx(upper, rel=0.1)


def test_the_order_of_rows_does_not_matter() -> None:
    """Rows may come in any order, whole numbers or not."""
    random = np.random.default_rng(3)
    values, order, weights = random.random((3, 500))
    order = np.round(order, 2)
    mixed = random.permutation(500)
    one = slope_index_of_rows(values, order, weights)
    other = slope_index_of_rows(values[mixed], order[mixed], weights[mixed])
    whole = slope_index_of_rows(values, (order * 100).round().astype(int) * 7, weights)
    for found in (other, whole):
        assert found.slope.value == pytest.approx(one.slope.value)
        assert found.slope.standard_error == pytest.approx(one.slope.standard_error)


@pytest.mark.slow
def test_ten_million_rows_take_seconds() -> None:
    """Counted in time of the processor, since other work may share the machine."""
    random = np.random.default_rng(1)
    values, order = random.random((2, 10_000_000))
    started = time.process_time()
    slope_index_of_rows(values, order)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (lambda: slope_index([1, 2], [1, 0]), "population-not-positive"),
        (lambda: slope_index([1, 2], [1, -3]), "population-not-positive"),
        (lambda: slope_index([1, 2], [1]), "unlike-lengths"),
        (lambda: slope_index([1], [1]), "too-few-groups"),
        (lambda: slope_index([], []), "no-values"),
        (lambda: slope_index([1, float("nan")], [1, 1]), "missing-values"),
        (lambda: slope_index([12, 30], [1, 1], scale="logit"), "value-out-of-range"),
        (lambda: slope_index([0, 30], [1, 1], scale="log"), "value-out-of-range"),
        (lambda: slope_index([1, 2], [1, 1], multiplier=0), "multiplier-is-zero"),
        (lambda: slope_index_of_rows([1, 2], [3, 3]), "one-place-only"),
        (lambda: slope_index_of_rows([1, 2], [3, 4, 5]), "unlike-lengths"),
        (lambda: slope_index_of_rows([1, 2], [3.5, 4], [1]), "unlike-lengths"),
        (
            lambda: simulated_slope_intervals([1, 2], [1, 1], [1, 1], seed=1, repetitions=9),
            "too-few-repetitions",
        ),
        (
            lambda: simulated_slope_intervals([1, 2], [1, 1], [1, -1], seed=1),
            "negative-standard-error",
        ),
        (
            lambda: analytic_slope_intervals([1, 2], [1, 1], [1, 1], confidences=[95]),
            "confidence-out-of-range",
        ),
        (lambda: standard_errors_from_limits([2], [1]), "limits-out-of-order"),
        (lambda: slope_of_logit_model([20, 30], [1, 1], proportions_of=1), "value-out-of-range"),
    ],
)
def test_bad_input_is_refused_with_a_way_out(asked: Callable[[], object], slug: str) -> None:
    """Each mistake has its slug and a hint."""
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.slug == slug
    assert refused.value.hint
