"""Concentration, entropy, attributable fraction, gaps and dissimilarity."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.inequality import (
    Measure,
    between_group_variance,
    concentration_of_groups,
    concentration_of_rows,
    entropy,
    gaps,
    index_of_dissimilarity,
    population_attributable,
)
from crosscase.errors import MistakeOfUse

# WHO Health Equity Assessment Toolkit, test data of the R package healthequal (populations are
# printed rounded there, so its errors are met to about six digits).
POPULATION = [78, 91, 162, 103, 105]
PERCENT = [20, 30, 40, 50, 60]
# Skilled birth attendance by wealth fifth, Indonesia (DHS; healthequal's example data).
BIRTHS = [75.60530090332031, 91.01996612548828, 96.03958892822266,
          97.04222869873047, 99.22405242919922]  # fmt: skip
PEOPLE = [2072.436, 2112.204, 1983.059, 2052.124, 1884.51]

groups = st.lists(st.tuples(st.floats(0.01, 1e3), st.floats(0.01, 1e3)), min_size=2, max_size=12)


def test_concentration_indices_and_errors_are_those_of_the_toolkit() -> None:
    """ACI and RCI with standard errors."""
    found = concentration_of_groups(PERCENT, POPULATION)
    assert found.mean == pytest.approx(41.22448979591837)
    assert found.absolute.value == pytest.approx(7.32842032073413)
    assert found.absolute.value == pytest.approx(7.3284202, abs=1e-4)
    assert found.absolute.standard_error == pytest.approx(0.29368517, abs=1e-4)
    assert found.relative.value == pytest.approx(0.17776861174058037)
    assert found.relative.standard_error == pytest.approx(0.0071240491, abs=1e-6)
    births = concentration_of_groups(BIRTHS, PEOPLE)
    assert births.mean == pytest.approx(91.59669014179426)
    assert births.absolute.value == pytest.approx(4.3005197037682805)
    assert births.relative.value == pytest.approx(0.046950601567709)


def test_the_variants_for_bounded_values_are_as_defined() -> None:
    """Wagstaff (2005) and Erreygers (2009) turn sign when all is read as its complement."""
    found = concentration_of_groups(PERCENT, POPULATION, bounds=(0, 100))
    mean, absolute = found.mean, found.absolute.value or 0
    assert found.wagstaff.value == pytest.approx(absolute * 100 / (mean * (100 - mean)))
    assert found.erreygers.value == pytest.approx(4 * absolute / 100)
    turned = concentration_of_groups([100 - v for v in PERCENT], POPULATION, bounds=(0, 100))
    for one, other in (
        (found.wagstaff, turned.wagstaff),
        (found.erreygers, turned.erreygers),
    ):
        assert one.value == pytest.approx(-(other.value or 0))
        assert one.standard_error == pytest.approx(other.standard_error)


def test_without_bounds_or_mean_an_index_is_undefined_and_says_why() -> None:
    """An index is not made up where its definition does not reach."""
    plain = concentration_of_groups(PERCENT, POPULATION)
    assert plain.wagstaff == plain.erreygers
    assert plain.wagstaff.undefined == "the values were given without bounds"
    for none in (
        concentration_of_groups([0, 0, 0], [1, 1, 1], bounds=(0, 1)),
        concentration_of_rows([0, 0, 0], [1, 2, 3], bounds=(0, 1)),
    ):
        assert none.relative == Measure(None, "the mean is not above zero")
        assert none.wagstaff == Measure(None, "all values lie at one bound")
        assert none.erreygers.value == 0
    assert concentration_of_groups([1, 2], [1, 1]).absolute.standard_error is None


def test_rows_and_the_groups_they_form_have_the_same_indices() -> None:
    """One row a person, one weighted row a group."""
    bounds = (0.0, 100.0)
    of_groups = concentration_of_groups(PERCENT, POPULATION, bounds=bounds)
    rows = concentration_of_rows(
        np.repeat(PERCENT, POPULATION), np.repeat([1, 2, 3, 4, 9], POPULATION), bounds=bounds
    )
    weighted = concentration_of_rows(PERCENT, [0.5, 2, 3, 4, 9], POPULATION, bounds=bounds)
    for name in ("absolute", "relative", "wagstaff", "erreygers"):
        expected = getattr(of_groups, name).value
        assert getattr(rows, name).value == pytest.approx(expected)
        assert getattr(weighted, name).value == pytest.approx(expected)


def test_errors_of_rows_are_those_of_kakwani_wagstaff_and_van_doorslaer() -> None:
    """Their equation 14 written out, for unweighted rows without ties."""
    random = np.random.default_rng(2)
    n = 300
    values, order = random.lognormal(size=n), random.permutation(n).astype(float)
    found = concentration_of_rows(values, order)
    y = values[np.argsort(order)]
    rank, mean = (np.arange(n) + 0.5) / n, y.mean()
    index = 2 * np.mean(y * rank) / mean - 1
    share = np.concatenate([[0], np.cumsum(y) / y.sum()])
    a = y / mean * (2 * rank - 1 - index) + 2 - share[:-1] - share[1:]
    error = math.sqrt((np.mean(a**2) - (1 + index) ** 2) / n)
    assert found.relative.value == pytest.approx(index)
    assert found.relative.standard_error == pytest.approx(error, rel=1e-6)


def test_errors_of_weighted_rows_match_those_of_a_bootstrap() -> None:
    """All four indices."""
    random = np.random.default_rng(4)
    n = 1_500
    order = random.normal(size=n)
    weights = random.uniform(0.5, 3, n)
    values = (random.random(n) < 1 / (1 + np.exp(-order))).astype(float)
    found = concentration_of_rows(values, order, weights, bounds=(0, 1))
    names = ("absolute", "relative", "wagstaff", "erreygers")
    drawn = []
    for _ in range(400):
        chosen = random.integers(0, n, n)
        one = concentration_of_rows(values[chosen], order[chosen], weights[chosen], bounds=(0, 1))
        drawn.append([getattr(one, name).value for name in names])
    for name, spread in zip(names, np.std(drawn, axis=0), strict=True):
        assert getattr(found, name).standard_error == pytest.approx(spread, rel=0.12)


def test_entropy_is_that_of_the_toolkit() -> None:
    """Theil, mean logarithmic deviation, between-group variance; not times 1,000."""
    found = entropy(PERCENT, POPULATION)
    assert found.theil.value == pytest.approx(0.05251743036588921)
    assert found.mld.value == pytest.approx(0.05740151041570986)
    assert between_group_variance(PERCENT, POPULATION).value == pytest.approx(170.30025368217787)
    births = entropy(BIRTHS, PEOPLE)
    assert births.theil.value == pytest.approx(0.004538200079767643)
    assert births.mld.value == pytest.approx(0.004730949127286511)
    assert between_group_variance(BIRTHS, PEOPLE).value == pytest.approx(73.26634089102075)


@given(data=groups, parts=st.lists(st.sampled_from("abc"), min_size=12, max_size=12))
def test_between_and_within_add_up(data: list[tuple[float, float]], parts: list[str]) -> None:
    """Over any division, and no index is below zero."""
    values, population = zip(*data, strict=True)
    found = entropy(values, population, parts[: len(data)])
    assert found.theil.value is not None
    assert found.mld.value is not None
    assert found.theil_between is not None
    assert found.theil_within is not None
    assert found.mld_between is not None
    assert found.mld_within is not None
    assert found.theil.value == pytest.approx(found.theil_between + found.theil_within, abs=1e-9)
    assert found.mld.value == pytest.approx(found.mld_between + found.mld_within, abs=1e-9)
    assert sum(part.share_of_population for part in found.parts) == pytest.approx(1)
    assert sum(part.share_of_total for part in found.parts) == pytest.approx(1)


def test_parts_may_be_numbers_and_keep_the_order_of_their_first_mention() -> None:
    """An array of codes and a list of names say the same."""
    names = ["b", "a", "b", "a", "c"]
    codes = np.array([7, 2, 7, 2, 5])
    one, other = entropy(PERCENT, None, names), entropy(PERCENT, None, codes)
    assert [part.name for part in one.parts] == ["b", "a", "c"]
    assert [part.name for part in other.parts] == [7, 2, 5]
    assert [part.theil for part in one.parts] == [part.theil for part in other.parts]


def test_a_zero_has_a_theil_index_and_no_logarithmic_deviation() -> None:
    """0 ln 0 counts as 0; the logarithm of 0 does not exist."""
    found = entropy([0.0, 1.0], None, ["a", "b"])
    assert found.theil.value == pytest.approx(math.log(2))
    assert found.mld.value is None
    assert found.mld.undefined == "some value is zero, which has no logarithm"
    assert found.mld_between is None
    assert found.parts[0].theil is None
    assert entropy([0.0, 0.0]).theil.undefined == "the mean is zero"


def test_errors_of_entropy_match_those_of_a_bootstrap() -> None:
    """For independent rows."""
    random = np.random.default_rng(6)
    values, weights = random.lognormal(sigma=0.5, size=2_000), random.uniform(1, 2, 2_000)
    found = entropy(values, weights, are_rows=True)
    drawn = []
    for _ in range(400):
        chosen = random.integers(0, 2_000, 2_000)
        one = entropy(values[chosen], weights[chosen])
        drawn.append((one.theil.value or 0, one.mld.value or 0))
    spread = np.std(drawn, axis=0)
    assert found.theil.standard_error == pytest.approx(spread[0], rel=0.12)
    assert found.mld.standard_error == pytest.approx(spread[1], rel=0.12)


def test_the_attributable_fraction_is_that_of_the_toolkit_with_its_error_in_one_unit() -> None:
    """The toolkit prints 45.54 % with limits 45.34 to 45.75: percent plus an error in shares."""
    found = population_attributable(PERCENT, POPULATION, proportions_of=100)
    assert found.risk.value == pytest.approx(18.775510204081627)
    assert found.fraction.value == pytest.approx(0.4554455445544552)
    error = found.fraction.standard_error
    assert error is not None
    mixed = [45.544548 - 1.959964 * error, 45.544548 + 1.959964 * error]
    assert mixed == pytest.approx([45.335037, 45.75406], abs=1e-4)
    assert found.fraction.interval is not None
    assert found.fraction.interval.lower == pytest.approx(0.2459, abs=1e-4)
    births = population_attributable(BIRTHS, PEOPLE)
    assert births.risk.value == pytest.approx(7.627362287404964)
    assert births.fraction.value == pytest.approx(0.08327115614764672)


def test_the_reference_group_can_be_chosen() -> None:
    """The last, the highest, the lowest, or any; standard errors carry through."""
    values = [5.0, 9.0, 2.0, 4.0]
    places = {
        reference: population_attributable(values, [1, 1, 1, 1], reference=reference).reference
        for reference in ("last", "highest", "lowest", 0)
    }
    assert places == {"last": 3, "highest": 1, "lowest": 2, 0: 0}
    found = population_attributable([2.0, 4.0], [1, 1], standard_errors=[0.1, 0.1])
    assert found.risk.standard_error == pytest.approx(math.hypot(0.05, 0.05))
    random = np.random.default_rng(1)
    drawn = random.normal([2.0, 4.0], 0.1, (20_000, 2))
    simulated = np.std(drawn[:, 1] / drawn.mean(axis=1) - 1)
    assert found.fraction.standard_error == pytest.approx(simulated, rel=0.03)


def test_gaps_are_differences_and_ratios_of_the_ends() -> None:
    """With intervals where errors are known."""
    plain = gaps(PERCENT)
    assert (plain.absolute.value, plain.ratio.value) == (40, 3)
    births = gaps(BIRTHS)
    assert births.absolute.value == pytest.approx(23.618751525878906)
    assert births.ratio.value == pytest.approx(1.312395443754416)
    with_errors = gaps([20, 30, 60], standard_errors=[3, 9, 4])
    assert with_errors.absolute.standard_error == pytest.approx(5)
    assert with_errors.ratio.interval is not None
    assert with_errors.ratio.interval.how == "log-normal"
    assert gaps([0, 5]).ratio.value is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([80, 20], [20, 80], 0.6),
        ([6, 3, 1], [1, 2, 7], 0.6),
        ([5, 0], [0, 9], 1),
        ([1, 2, 3], [10, 20, 30], 0),
    ],
)
def test_dissimilarity_is_half_the_sum_of_differences(
    one: list[int], other: list[int], expected: float
) -> None:
    """From 0 for the same spread to 1 for none shared."""
    assert index_of_dissimilarity(one, other).value == pytest.approx(expected)


def test_dissimilarity_of_an_empty_group_is_undefined() -> None:
    """Nobody is spread nowhere."""
    assert index_of_dissimilarity([0, 0], [1, 2]).undefined == "one of the groups is empty"


@pytest.mark.slow
def test_ten_million_rows_take_seconds() -> None:
    """Counted in time of the processor, since other work may share the machine."""
    random = np.random.default_rng(1)
    values, order = random.random((2, 10_000_000))
    for asked in (
        lambda: concentration_of_rows(values, order),
        lambda: entropy(values, are_rows=True),
    ):
        started = time.process_time()
        asked()
        assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (lambda: concentration_of_groups([1, 2], [1, 0]), "population-not-positive"),
        (lambda: concentration_of_groups([1, 120], [1, 1], bounds=(0, 100)), "value-out-of-bounds"),
        (lambda: concentration_of_rows([1, 2], [1, 2], bounds=(5, 5)), "bounds-out-of-order"),
        (lambda: concentration_of_rows([1, 2], [1, 2, 3]), "unlike-lengths"),
        (lambda: entropy([1, -2]), "negative-value"),
        (lambda: entropy([1, 2], None, ["a"]), "unlike-lengths"),
        (lambda: population_attributable([1, 2], [1, 1], reference=2), "no-such-group"),
        (lambda: population_attributable([1, 2], [1, 1], proportions_of=1), "value-out-of-range"),
        (
            lambda: population_attributable(
                [0.1, 0.2], [1, 1], proportions_of=1, standard_errors=[1, 1]
            ),
            "two-kinds-of-error",
        ),
        (lambda: gaps([1]), "too-few-groups"),
        (lambda: index_of_dissimilarity([1, 2], [1]), "unlike-lengths"),
        (lambda: index_of_dissimilarity([1, -2], [1, 2]), "negative-value"),
    ],
)
def test_bad_input_is_refused_with_a_way_out(asked: Callable[[], object], slug: str) -> None:
    """Each mistake has its slug and a hint."""
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.slug == slug
    assert refused.value.hint
