"""Indices of inequality over frames: one row a case and index, and what changed over time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from crosscase.analysis.inequality import (
    INDICES,
    IndexOptions,
    Measure,
    between_group_variance,
    bootstrapped_dissimilarity,
    change_between,
    changes_over_time,
    concentration_of_rows,
    gaps,
    index_of_dissimilarity,
    indices,
    pooled_groups,
    population_attributable,
    quantile_groups,
    slope_index_of_rows,
    with_worse_off,
    worse_off,
)
from crosscase.errors import MistakeOfUse

PUBLISHED = pl.read_csv(
    Path(__file__).parent / "published" / "slope_index.csv", infer_schema_length=None
)
# WHO Health Equity Assessment Toolkit, test data of the R package healthequal.
TOOLKIT = pl.DataFrame(
    {"place": [1, 2, 3, 4, 5], "people": [78, 91, 162, 103, 105], "value": [20, 30, 40, 50, 60]}
)
GROUPS = IndexOptions(rows_are="groups", proportions_of=100)


def areas(count: int = 400, seed: int = 5) -> pl.DataFrame:
    """Areas of three cases whose value rises with their rank."""
    random = np.random.default_rng(seed)
    rank = random.permutation(count) + 1
    return pl.DataFrame(
        {
            "case": random.choice(["A", "B", "C"], count),
            "rank": rank,
            "people": random.integers(500, 3_000, count),
            "value": 75 + 8 * rank / count + random.normal(0, 1, count),
        }
    )


def value_of(found: pl.DataFrame, index: str, **by: Any) -> float:
    """The value of one index of one case."""
    value: float = found.filter(index=index, **by)["value"].item()
    return value


def test_figures_of_the_toolkit_come_out_of_a_frame() -> None:
    """Every index of the WHO example, asked for at once."""
    which = [
        "mean",
        "aci",
        "rci",
        "sii",
        "rii",
        "par",
        "paf",
        "gap",
        "ratio",
        "theil",
        "mld",
        "bgv",
    ]
    found = indices(
        TOOLKIT, value="value", population="people", rank="place", which=which, options=GROUPS
    )
    assert found["index"].to_list() == which
    assert found["value"].to_list() == pytest.approx(
        [
            41.22448979591837, 7.32842032073413, 0.17776861174058037, 46.25381094243097,
            3.5558002721554014, 18.775510204081627, 0.4554455445544552, 40.0, 3.0,
            0.05251743036588921, 0.05740151041570986, 170.30025368217787,
        ]
    )  # fmt: skip
    assert found.filter(index="aci")["standard_error"].item() == pytest.approx(0.29368517, abs=1e-4)


def test_every_published_slope_comes_out_of_one_call_a_scale() -> None:
    """The sets of PHEindicatormethods as cases of one frame, errors given."""
    told = PUBLISHED.with_columns(
        pl.col("scale", "errors_on", "multiplier", "sii", "rii").first().over("set"),
        place=pl.int_range(pl.len()).over("set"),
    )
    for (scale, errors_on, multiplier), part in told.group_by("scale", "errors_on", "multiplier"):
        found = indices(
            part,
            by="set",
            value="value",
            population="population",
            rank="place",
            standard_error="standard_error",
            options=IndexOptions(
                rows_are="groups", scale=scale, errors_on=errors_on, multiplier=multiplier
            ),
        )
        expected = part.unique("set").sort("set")
        for index in ("sii", "rii"):
            figures = found.filter(index=index)
            for value, published in zip(figures["value"], expected[index], strict=True):
                if published is not None:
                    assert value == pytest.approx(published, rel=1e-9)
            assert (figures["low"] < figures["value"]).all()
            assert figures["standard_error"].null_count() == 0


def test_each_case_has_the_figures_of_its_own_rows() -> None:
    """Cut by hand and cut by the frame, areas give the same."""
    frame = areas()
    found = indices(
        frame, by="case", value="value", population="people", rank="rank",
        which=["sii", "rii", "rci", "gap", "paf"],
    )  # fmt: skip
    assert found["case"].to_list() == ["A"] * 5 + ["B"] * 5 + ["C"] * 5
    for (case,), part in frame.group_by("case"):
        columns = [part[name].to_numpy() for name in ("value", "rank", "people")]
        slope = slope_index_of_rows(*columns)
        assert value_of(found, "sii", case=case) == slope.slope.value
        concentration = concentration_of_rows(*columns)
        assert value_of(found, "rci", case=case) == concentration.relative.value
        pooled = pooled_groups(columns[0], quantile_groups(columns[1]), columns[2])
        assert pooled.numbers == (1, 2, 3, 4, 5)
        assert value_of(found, "gap", case=case) == gaps(pooled.values).absolute.value
        paf = population_attributable(pooled.values, pooled.population).fraction.value
        assert value_of(found, "paf", case=case) == paf
    assert (found["low"] < found["value"]).all()
    assert (found["rows"].unique().sort() == frame["case"].value_counts()["count"].sort()).all()


def test_the_order_of_rows_and_the_name_of_the_far_end_do_not_matter() -> None:
    """A score that falls as the rank rises says the same when told so."""
    frame = areas().with_columns(score=1_000 - pl.col("rank"))
    asked = {"value": "value", "population": "people", "by": "case", "which": list(INDICES)}
    one = indices(frame, rank="rank", **asked)
    mixed = indices(frame.sample(fraction=1, shuffle=True, seed=2), rank="rank", **asked)
    turned = indices(
        frame, rank="score", options=IndexOptions(most_disadvantaged="highest"), **asked
    )
    for other in (mixed, turned):
        for value, again in zip(one["value"], other["value"], strict=True):
            assert value == again or value == pytest.approx(again)


def test_a_slope_of_areas_on_a_log_scale_is_that_of_the_places_they_share() -> None:
    """Tied areas count as their mean on that scale; a zero has no logarithm."""
    frame = pl.DataFrame({"rank": [1, 1, 2, 3], "value": [1.0, 4.0, 3.0, 8.0]})
    pooled = pl.DataFrame({"rank": [1, 2, 3], "value": [2.0, 3.0, 8.0], "people": [2, 1, 1]})
    log = IndexOptions(scale="log")
    of_areas = indices(frame, value="value", rank="rank", options=log)
    of_places = indices(
        pooled, value="value", rank="rank", population="people",
        options=IndexOptions(scale="log", rows_are="groups"),
    )  # fmt: skip
    assert of_areas["value"].to_list() == pytest.approx(of_places["value"].to_list())
    zero = frame.with_columns(value=pl.col("value") - 1)
    found = indices(zero, value="value", rank="rank", options=log)
    assert found["value"].null_count() == 2
    assert found["undefined"].unique().to_list() == [
        "a value does not fit the scale or the proportion"
    ]


def test_groups_over_all_areas_may_leave_a_case_without_an_end_and_say_so() -> None:
    """A case without areas in the last fifth of the country has no gap to it."""
    frame = pl.DataFrame(
        {"case": ["A"] * 5 + ["B"] * 5, "rank": range(1, 11), "value": range(10, 20)}
    )
    found = indices(
        frame, by="case", value="value", rank="rank", which=["gap", "ratio", "paf", "bgv"],
        options=IndexOptions(quantiles_of="all"),
    )  # fmt: skip
    ends = found.filter(pl.col("index") != "bgv")
    assert (
        ends["undefined"].to_list()
        == ["no area lies in the most or in the least disadvantaged quantile group"] * 6
    )
    assert found.filter(index="bgv")["value"].null_count() == 0


def test_what_one_case_cannot_carry_is_undefined_there_and_found_elsewhere() -> None:
    """One area, or fewer than the groups, leave the others alone."""
    frame = pl.DataFrame(
        {"case": ["A", *("B" * 3), *("C" * 5)], "rank": [1, 1, 2, 3, *range(5)],
         "value": [5.0, 1, 2, 3, 4, 5, 6, 7, 9]}
    )  # fmt: skip
    found = indices(frame, by="case", value="value", rank="rank", which=["sii", "gap"])
    assert found["undefined"].to_list() == [
        "there are fewer than two rows", "there are fewer than two rows",
        None, "there are fewer areas than quantile groups", None, None,
    ]  # fmt: skip
    assert found.filter(pl.col("value").is_null() == pl.col("undefined").is_null()).is_empty()


def test_missing_numbers_are_refused_or_left_out_and_counted() -> None:
    """A case of which nothing is left stays in the answer."""
    frame = pl.DataFrame(
        {"case": ["A", "A", "A", "B"], "rank": [1, 2, 3, 1],
         "value": [1.0, 2.0, None, float("nan")]}
    )  # fmt: skip
    with pytest.raises(MistakeOfUse, match="“value” in 2"):
        indices(frame, by="case", value="value", rank="rank")
    found = indices(
        frame, by="case", value="value", rank="rank", which=["sii"], leave_out_missing=True
    )
    assert found.select("case", "value", "rows", "left_out", "undefined").rows() == [
        ("A", 2.0, 2, 1, None),
        ("B", None, 0, 1, "every row was left out"),
    ]


def frame_with(**columns: list[Any]) -> pl.DataFrame:
    """Two rows, with other columns where they are told."""
    return pl.DataFrame({"rank": [1, 2], "value": [1.0, 2.0], "people": [5, 6], **columns})


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"which": ["gini"]}, "no-such-index"),
        ({"which": []}, "no-index"),
        ({"rank": None}, "rank-needed"),
        ({"value": "nothing"}, "no-such-column"),
        ({"by": "nothing"}, "no-such-column"),
        ({"frame": frame_with(people=[5, 0])}, "population-not-positive"),
        ({"frame": frame_with(people=[5, -6])}, "population-not-positive"),
        ({"frame": frame_with(people=[5, None])}, "missing-values"),
        ({"frame": frame_with(case=["A", None]), "by": "case"}, "missing-values"),
        ({"frame": frame_with(index=["A", "B"]), "by": "index"}, "column-name-taken"),
        ({"frame": frame_with(value=["a", "b"])}, "not-numbers"),
        ({"frame": frame_with().clear()}, "no-values"),
        ({"standard_error": "value"}, "errors-of-areas"),
        ({"options": IndexOptions(confidence=95)}, "confidence-out-of-range"),
        ({"options": IndexOptions(multiplier=0)}, "multiplier-is-zero"),
        ({"options": IndexOptions(proportions_of=1)}, "value-out-of-range"),
        (
            {"frame": frame_with(rank=[1, 1]), "options": IndexOptions(rows_are="groups")},
            "repeated-rank",
        ),
    ],
)
def test_bad_input_is_refused_with_a_way_out(asked: dict[str, Any], slug: str) -> None:
    """Each mistake has its slug and a hint, wherever in the table it stands."""
    told = {
        "frame": frame_with(),
        "value": "value",
        "population": "people",
        "rank": "rank",
        **asked,
    }
    with pytest.raises(MistakeOfUse) as refused:
        indices(told.pop("frame"), **told)
    assert refused.value.slug == slug
    assert refused.value.hint


def test_the_error_of_the_variance_between_groups_is_that_of_many_drawings() -> None:
    """Exact for normal values; the interval ends at zero."""
    values, people = np.array([20.0, 30, 40, 50, 60]), np.array([78, 91, 162, 103, 105])
    errors = np.array([3.0, 2, 4, 1, 5])
    found = between_group_variance(values, people, standard_errors=errors)
    random = np.random.default_rng(3)
    shares = people / people.sum()
    drawn = random.normal(values, errors, (200_000, 5))
    off = drawn - (drawn @ shares)[:, None]
    assert found.standard_error == pytest.approx(float((off**2 @ shares).std()), rel=0.01)
    flat = between_group_variance([5, 5], [1, 1], standard_errors=[3, 3])
    assert flat.interval is not None
    assert flat.interval.lower == 0
    assert between_group_variance([5, 5], [1, 1]) == Measure(0.0)


def test_the_bootstrap_of_dissimilarity_covers_the_truth_and_is_the_same_for_a_seed() -> None:
    """Of 200 samples drawn from two known spreads some 95 % of the intervals hold the true D."""
    one, other = np.array([0.3, 0.3, 0.2, 0.2]), np.array([0.1, 0.2, 0.3, 0.4])
    truth = index_of_dissimilarity(one * 100, other * 100).value
    assert truth is not None
    random = np.random.default_rng(8)
    inside = 0
    for seed in range(200):
        first, second = random.multinomial(300, one), random.multinomial(300, other)
        found = bootstrapped_dissimilarity(first, second, seed=seed, repetitions=1_000)
        assert found.interval is not None
        assert found.value == index_of_dissimilarity(first, second).value
        inside += found.interval.lower <= truth <= found.interval.upper
    assert 180 <= inside <= 199
    again = [bootstrapped_dissimilarity([10, 20], [20, 10], seed=4) for _ in range(2)]
    assert again[0] == again[1]
    assert bootstrapped_dissimilarity([0, 0], [1, 2], seed=4).value is None


def test_dissimilarity_of_proportions_has_an_interval_only_with_a_seed() -> None:
    """Nothing is drawn that cannot be drawn again."""
    asked = {"value": "value", "population": "people", "which": ["dissimilarity"]}
    plain = indices(TOOLKIT, options=GROUPS, **asked)
    drawn = indices(
        TOOLKIT,
        options=IndexOptions(rows_are="groups", proportions_of=100, seed=1, repetitions=1_000),
        **asked,
    )
    assert plain["value"].item() == drawn["value"].item()
    assert plain["low"].item() is None
    assert drawn.select("interval", "undefined").row(0) == ("bootstrap", None)
    assert drawn["low"].item() < drawn["high"].item()
    untold = indices(TOOLKIT, value="value", which=["dissimilarity"])
    assert untold["undefined"].item() == "the values were not said to be proportions"


@pytest.mark.parametrize(
    ("value", "polarity", "neutral", "expected"),
    [
        (5.0, "favourable", 0.0, "most disadvantaged"),
        (5.0, "adverse", 0.0, "least disadvantaged"),
        (-5.0, "adverse", 0.0, "most disadvantaged"),
        (0.5, "adverse", 1.0, "most disadvantaged"),
        (1.0, "adverse", 1.0, "nobody"),
        (None, "adverse", 0.0, None),
    ],
)
def test_who_is_worse_off_depends_on_whether_more_is_good(
    value: float | None, polarity: Any, neutral: float, expected: str | None
) -> None:
    """The same slope speaks of opposite ends for life expectancy and for deaths."""
    assert worse_off(value, polarity, neutral=neutral) == expected


@pytest.mark.parametrize(
    ("before", "after", "neutral", "direction"),
    [
        (2.0, 3.0, 0.0, "widened"),
        (-2.0, -1.0, 0.0, "narrowed"),
        (2.0, -1.0, 0.0, "turned round"),
        (2.0, 2.0, 0.0, "unchanged"),
        (2.0, 0.25, 1.0, "turned round"),
        (0.5, 2.0, 1.0, "turned round"),
        (0.5, 0.25, 1.0, "widened"),
        (None, 2.0, 0.0, "unknown"),
    ],
)
def test_a_change_is_told_by_the_distance_from_no_inequality(
    before: float | None, after: float, neutral: float, direction: str
) -> None:
    """A ratio that falls from a half to a quarter has widened."""
    assert change_between(Measure(before), Measure(after), neutral=neutral).direction == direction


def test_changes_over_time_tell_the_level_and_the_inequality() -> None:
    """Life expectancy rose while its slope widened, with an interval of the difference."""
    early = areas().with_columns(year=2015)
    late = early.with_columns(
        year=pl.lit(2020, pl.Int32), value=pl.col("value") + 1 + pl.col("rank") / 400
    )
    found = indices(
        pl.concat([late, early]), by=["case", "year"], value="value", population="people",
        rank="rank", which=["mean", "sii", "theil"],
    )  # fmt: skip
    changed = changes_over_time(found, "year", polarity="favourable")
    assert changed["from"].unique().to_list() == [2015]
    of_a = {row["index"]: row for row in changed.filter(case="A").iter_rows(named=True)}
    assert of_a["mean"]["direction"] == "improved"
    assert of_a["sii"]["direction"] == "widened"
    assert of_a["sii"]["worse_off"] == "most disadvantaged"
    assert of_a["sii"]["low"] < of_a["sii"]["difference"] < of_a["sii"]["high"]
    assert of_a["theil"]["worse_off"] is None
    once = found.filter((pl.col("case") != "A") | (pl.col("year") == 2020))
    lone = changes_over_time(once, "year", polarity="favourable").filter(case="A", index="sii")
    assert lone.select("from", "to", "before", "direction").row(0) == (None, 2020, None, "unknown")
    worse = changes_over_time(found, "year", polarity="adverse").filter(case="A", index="mean")
    assert worse["direction"].item() == "worsened"
    told = with_worse_off(found, "adverse").filter(index="sii")["worse_off"].unique().to_list()
    assert told == ["least disadvantaged"]
    with pytest.raises(MistakeOfUse, match="one value only"):
        changes_over_time(found.filter(year=2015), "year", polarity="adverse")
    with pytest.raises(MistakeOfUse, match="no column"):
        changes_over_time(found, "month", polarity="adverse")


@pytest.mark.parametrize(
    "asked",
    [
        lambda: pooled_groups([1.0], np.array([1, 2])),
        lambda: quantile_groups([1.0], 5),
        lambda: bootstrapped_dissimilarity([1], [1], seed=1, repetitions=10),
    ],
)
def test_what_cannot_be_pooled_or_drawn_is_refused(asked: Callable[[], object]) -> None:
    """With a way out."""
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.hint


@pytest.mark.slow
def test_ten_million_rows_of_forty_cases_take_seconds() -> None:
    """Counted in time of the processor, since other work may share the machine."""
    random = np.random.default_rng(1)
    count = 10_000_000
    frame = pl.DataFrame(
        {"case": random.integers(0, 42, count), "rank": random.integers(1, 32_845, count),
         "people": random.integers(500, 3_000, count), "value": random.random(count)}
    )  # fmt: skip
    started = time.process_time()
    found = indices(frame, by="case", value="value", population="people", rank="rank")
    assert time.process_time() - started < 5
    assert found.height == 84
