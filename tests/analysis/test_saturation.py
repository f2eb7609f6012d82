"""Saturation: runs, orders, accumulation and richness, against published and exact figures."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as drawn

from crosscase.analysis.saturation import (
    accumulation,
    chao1,
    chao2,
    first_interviews,
    order_bootstrap,
    run_saturation,
)
from crosscase.errors import MistakeOfUse

SPIDERS_GIRDLED = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, *[1] * 12]
"""Spiders in girdled trees (Sackett et al. 2011, Ecosphere 2:33), the example of iNEXT: Hsieh, Ma
& Chao (2016, Methods in Ecology and Evolution 7:1451) print Chao1 43.893 with error 14.306."""

SYNTHETIC = [14, 9, 7, 4, 3, 2, 1, 1, 0, 1, 0, 0]
"""New codes by interview, made up; ratios and label follow from the definition alone."""

GUEST_2020 = [14, 10, 8, 5, 2, 2, 1, 0, 1, 0]
"""One row of new themes that fits the text example of Guest, Namey & Chen (2020, PLoS ONE
15(5):e0232076): base 37, runs of two 4, 3 and 1, 6+2 and 7+3. The paper's own counts by interview
are not known here; only the base, the runs and the two labels are checked."""

Incidence = npt.NDArray[np.bool_]
INCIDENCE = drawn.arrays(bool, st.tuples(st.integers(1, 7), st.integers(1, 9)))


def incidence_of(new_codes: list[int]) -> Incidence:
    """Interviews in which codes occur once, as many new ones as said."""
    made = np.zeros((len(new_codes), sum(new_codes)), bool)
    at = 0
    for interview, number in enumerate(new_codes):
        made[interview, at : at + number] = True
        at += number
    return made


# -- runs ----------------------------------------------------------------------------------------


def test_the_text_example_of_the_paper_is_six_plus_two_and_seven_plus_three() -> None:
    two = run_saturation(GUEST_2020, base=4, run=2)
    assert (two.base_codes, two.label) == (37, "6+2")
    assert [(f"{each.first}-{each.last}", each.new_codes) for each in two.runs[:3]] == [
        ("5-6", 4),
        ("6-7", 3),
        ("7-8", 1),
    ]
    assert [round(each.ratio * 100) for each in two.runs[:3]] == [11, 8, 3]
    assert run_saturation(GUEST_2020, base=4, run=3).label == "7+3"


def test_a_worked_row_reaches_the_threshold_at_seven_plus_two() -> None:
    found = run_saturation(SYNTHETIC, base=4, run=2, threshold=0.05)
    assert (found.base_codes, found.label, found.interviews) == (34, "7+2", 7)
    assert [each.new_codes for each in found.runs] == [5, 3, 2, 1, 1, 1, 0]


def test_one_in_twenty_is_five_in_a_hundred() -> None:
    assert run_saturation([20, 0, 0, 0, 1, 0], base=4, run=2, threshold=0.05).label == "4+2"


def test_a_threshold_of_nothing_new_asks_for_a_run_without_any() -> None:
    assert run_saturation(SYNTHETIC, threshold=0).label == "10+2"
    assert run_saturation([5, 4, 3, 2, 1, 1, 1], threshold=0).label is None


@pytest.mark.parametrize(
    ("new_codes", "why"),
    [
        ([5, 4, 3, 2, 1], "5 interviews are fewer than a base of 4 and a run of 2 need."),
        ([3], "1 interview is fewer than"),
        ([], "0 interviews are fewer than"),
        ([0, 0, 0, 0, 1, 2], "Nothing was coded in the first 4 interviews"),
        ([9, 5, 4, 3, 4, 5], "No run of 2 interviews brought 0.05 of the base or less."),
    ],
)
def test_what_is_not_reached_or_not_defined_is_said(new_codes: list[int], why: str) -> None:
    found = run_saturation(new_codes)
    assert found.label is None
    assert found.reason is not None
    assert found.reason.startswith(why)


def test_a_rule_that_cannot_be_used_is_refused() -> None:
    for rule in ({"base": 0}, {"run": 0}, {"threshold": 1.0}, {"threshold": -0.1}):
        with pytest.raises(MistakeOfUse):
            run_saturation(SYNTHETIC, **rule)  # type: ignore[arg-type]


def test_the_first_interview_of_a_code_is_where_it_first_occurs() -> None:
    made = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0]], bool)
    assert first_interviews(made).tolist() == [1, 2, -1]
    assert first_interviews(np.zeros((0, 2), bool)).tolist() == [-1, -1]


# -- orders --------------------------------------------------------------------------------------


def test_orders_agree_with_counting_every_order_one_by_one() -> None:
    draws = np.random.default_rng(7)
    made = draws.random((6, 90)) < 0.3
    found = order_bootstrap(made, base=2, run=2, threshold=0.2, orders=20_000, seed=3)
    needed, codes = [], []
    for order in itertools.permutations(range(6)):
        first = first_interviews(made[list(order)])
        new = [int((first == at).sum()) for at in range(6)]
        one = run_saturation(new, base=2, run=2, threshold=0.2)
        needed.append(6 if one.interviews is None else one.interviews)
        codes.append(np.cumsum(new))
    share = found.reached / found.orders
    assert share == pytest.approx(np.mean([each < 6 for each in needed]), abs=0.02)
    exact = int(np.quantile(needed, 0.5, method="inverted_cdf"))
    assert found.median == (exact if exact < 6 else None)
    middle = np.quantile(np.array(codes), 0.5, axis=0, method="inverted_cdf")
    assert np.abs(np.array(found.codes_median) - middle).max() <= 1


def test_the_same_seed_gives_the_same_orders_and_another_seed_others() -> None:
    made = np.random.default_rng(1).random((12, 40)) < 0.2
    assert order_bootstrap(made, orders=500, seed=5) == order_bootstrap(made, orders=500, seed=5)
    assert order_bootstrap(made, orders=500, seed=5) != order_bootstrap(made, orders=500, seed=6)


def test_interviews_that_are_all_alike_are_saturated_in_every_order() -> None:
    found = order_bootstrap(np.ones((8, 70), bool), orders=200)
    assert (found.reached, found.median, found.ninetieth) == (200, 4, 4)
    assert found.codes_low == (70,) * 8


def test_orders_that_never_get_there_leave_the_percentile_open() -> None:
    found = order_bootstrap(incidence_of([5] * 9), orders=300)
    assert (found.reached, found.median, found.ninetieth) == (0, None, None)


def test_too_few_interviews_are_told_and_too_many_orders_refused() -> None:
    found = order_bootstrap(np.ones((3, 5), bool), orders=10)
    assert (found.median, found.codes_median) == (None, (5, 5, 5))
    assert found.reason is not None
    assert order_bootstrap(np.zeros((0, 5), bool), orders=10).reason is not None
    with pytest.raises(MistakeOfUse):
        order_bootstrap(np.ones((3, 5), bool), orders=0)


# -- accumulation --------------------------------------------------------------------------------


@given(INCIDENCE)
def test_the_expected_codes_are_the_mean_over_all_orders(made: Incidence) -> None:
    told = accumulation(made).expected
    interviews = len(made)
    for size in range(1, interviews + 1):
        met = [made[list(some)].any(axis=0).sum()
               for some in itertools.combinations(range(interviews), size)]  # fmt: skip
        assert told[size - 1] == pytest.approx(np.mean(met))


@given(INCIDENCE)
def test_an_interval_holds_what_is_expected_and_never_falls_below_nothing(made: Incidence) -> None:
    found = accumulation(made)
    if found.low:
        told = zip(found.low, found.expected, found.high, strict=True)
        assert all(0 <= low <= mean + 1e-9 and mean <= high + 1e-9 for low, mean, high in told)
    else:
        assert found.reason


# -- richness ------------------------------------------------------------------------------------


def test_the_printed_chao1_its_error_and_coverage_are_reproduced() -> None:
    found = chao1(SPIDERS_GIRDLED)
    assert (found.observed, found.size, found.once, found.twice) == (26, 168, 12, 4)
    assert found.estimate == pytest.approx(43.893, abs=1e-3)
    assert found.se == pytest.approx(14.306, abs=1e-3)
    assert found.coverage == pytest.approx(0.929, abs=1e-3)
    assert found.low is not None
    assert found.low > 26


def test_chao2_counts_interviews_where_chao1_counts_passages() -> None:
    made = np.zeros((5, 4), bool)
    made[0, :] = made[1, :2] = made[2, :1] = True  # in 3, 2, 1 and 1 of 5 interviews
    found = chao2(made)
    assert (found.once, found.twice, found.size) == (2, 1, 5)
    assert found.estimate == pytest.approx(4 + 4 / 5 * 4 / 2)
    assert found.coverage == pytest.approx(1 - 2 / 7 * (8 / (8 + 2)))


def test_without_a_code_in_two_the_other_form_is_taken() -> None:
    found = chao1([5, 1, 1, 1])
    assert found.estimate == pytest.approx(4 + 7 / 8 * 3 * 2 / 2)
    assert found.coverage is not None
    assert 0 < found.coverage < 1
    assert chao1([5, 4]).estimate == 2
    assert chao1([5, 4]).coverage == 1


def test_what_cannot_be_estimated_is_none_with_a_reason() -> None:
    for found in (
        chao1([]),
        chao1([1]),
        chao2(np.zeros((4, 3), bool)),
        chao2(np.ones((1, 3), bool)),
    ):
        assert found.estimate is None
        assert found.se is None
        assert found.reason


@pytest.mark.shared
def test_every_case_of_the_validation_file(shared_data: Path) -> None:
    file = json.loads((shared_data / "validation" / "saturation.json").read_text("utf-8"))
    cases: dict[str, Any] = {each["id"]: each for each in file["cases"]}
    assert set(cases) == {"chao1_spider_girdled", "guest2020_text_example", "synthetic_run"}
    spiders = cases["chao1_spider_girdled"]
    found, printed = chao1(spiders["input"]["abundance"]), spiders["expected"]
    assert (found.observed, found.size) == (printed["S_obs"], printed["n"])
    assert (found.once, found.twice) == (printed["f1"], printed["f2"])
    for told, name in ((found.estimate, "chao1"), (found.se, "se"),
                       (found.coverage, "sample_coverage")):  # fmt: skip
        assert told == pytest.approx(printed[name], abs=printed["tolerance"])
    text = cases["guest2020_text_example"]
    two, three = (run_saturation(GUEST_2020, base=4, run=length) for length in (2, 3))
    assert two.base_codes == text["input"]["base_unique_themes"]
    told_runs = {f"{each.first}-{each.last}": each.new_codes for each in two.runs}
    assert text["input"]["new_themes_in_runs_of_2"].items() <= told_runs.items()
    ratios = [each.ratio for each in two.runs[:3]]
    assert ratios == pytest.approx(text["expected"]["ratios"])
    assert two.label == text["expected"]["saturation_run_length_2"]
    assert three.label == text["expected"]["saturation_run_length_3"]
    row = cases["synthetic_run"]
    asked = row["input"]
    run = run_saturation(asked["new_codes_per_interview"], base=asked["base_size"],
                         run=asked["run_length"], threshold=asked["threshold"])  # fmt: skip
    assert run.base_codes == row["expected"]["base"]
    assert {f"{each.first}-{each.last}": each.ratio for each in run.runs} == pytest.approx(
        row["expected"]["run_ratios"]
    )
    assert run.label == row["expected"]["label"]


@pytest.mark.parametrize("abundance", [[5, 4, 2], [5, 4, 1]])
def test_where_too_little_occurs_once_no_error_is_defined(abundance: list[int]) -> None:
    """The bound is then what was met; an error of nought would claim to know that."""
    found = chao1(abundance)
    assert (found.estimate, found.se, found.low, found.high) == (3.0, None, None, None)
    assert found.reason is not None and "no standard error is defined" in found.reason
