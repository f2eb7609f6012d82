"""Quantile groups by two rules, bands, ties, gaps, and which cases move between rules."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.quantiles import Grouping, banded, by_cut_points, by_rank, moves_between
from crosscase.errors import MistakeOfUse

PUBLISHED = pl.read_csv(Path(__file__).parent / "published" / "quantiles.csv")

values_with_gaps = st.lists(
    st.none() | st.integers(-5, 5).map(float) | st.floats(-1e6, 1e6), min_size=4, max_size=60
)


def sizes(grouping: Grouping) -> list[int]:
    """How many cases each group has."""
    return [group.size for group in grouping.groups]


@pytest.mark.parametrize("number", PUBLISHED["set"].unique(maintain_order=True).to_list())
def test_groups_by_rank_are_those_of_phe_quantile(number: int) -> None:
    """Every rank and group of the package's own tests, ties and missing values too."""
    table = PUBLISHED.filter(pl.col("set") == number)
    found = by_rank(table["value"].to_list(), table["groups"][0], first=table["first"][0])
    assert list(found.ranks) == table["rank"].to_list()
    assert list(found.of_case) == table["group"].to_list()
    assert found.missing == tuple(np.flatnonzero(table["value"].is_null().to_numpy()).tolist())


@given(values=values_with_gaps, groups=st.integers(2, 7))
def test_the_documented_formula_holds_whatever_the_values(
    values: list[float | None], groups: int
) -> None:
    """floor(Q + 1 - ceil((n + 1 - r) / (n / Q))), checked in fractions, lowest group 1."""
    known = [value for value in values if value is not None]
    if len(known) < groups:
        with pytest.raises(MistakeOfUse) as refused:
            by_rank(values, groups)
        assert refused.value.slug == "fewer-cases-than-groups"
        return
    found = by_rank(values, groups)
    n = len(known)
    for value, group, rank in zip(values, found.of_case, found.ranks, strict=True):
        if value is None:
            assert (group, rank) == (None, None)
            continue
        assert rank == 1 + sum(other < value for other in known)
        assert group == groups + 1 - math.ceil((n + 1 - rank) * groups / n)
        assert 1 <= group <= groups


@given(values=values_with_gaps)
def test_cases_with_the_same_value_are_never_parted(values: list[float | None]) -> None:
    """By any rule, and every group's ends hold its values."""
    if sum(value is not None for value in values) < 3:
        return
    for grouping in (by_rank(values, 3), by_cut_points(values, 3), banded(values, [0.0, 2.0])):
        group_of: dict[float, int | None] = {}
        for value, group in zip(values, grouping.of_case, strict=True):
            if value is not None:
                assert group_of.setdefault(value, group) == group
        shared = {tie.value: tie.places for tie in grouping.ties}
        for value, places in shared.items():
            assert [place for place, each in enumerate(values) if each == value] == list(places)
        assert sum(sizes(grouping)) + len(grouping.missing) == len(values)


def test_without_ties_thirds_are_equal_and_turning_the_order_mirrors_them() -> None:
    """Nine cases make three thirds of three from either end."""
    values = [9.0, 1, 5, 2, 8, 3, 7, 4, 6]
    low, high = by_rank(values, 3), by_rank(values, 3, first="highest")
    assert sizes(low) == sizes(high) == [3, 3, 3]
    assert low.of_case == (3, 1, 2, 1, 3, 1, 3, 2, 2)
    assert [4 - (group or 0) for group in high.of_case] == list(low.of_case)
    assert [(group.lowest, group.highest) for group in low.groups] == [(1, 3), (4, 6), (7, 9)]


def test_where_group_sizes_are_uneven_turning_the_order_is_not_a_mirror() -> None:
    """The rule rounds from one end, so ten cases fall 4, 3, 3 from either."""
    values = [float(each) for each in range(10)]
    assert sizes(by_rank(values, 3)) == [4, 3, 3]
    assert sizes(by_rank(values, 3, first="highest")) == [4, 3, 3]


def test_cut_points_are_those_of_definition_7_and_close_the_group_below() -> None:
    """R: quantile(1:7, 1:2 / 3) is 3 and 5; a case on a cut point stays below it."""
    found = by_cut_points([1.0, 2, 3, 4, 5, 6, 7], 3)
    assert found.cut_points == pytest.approx((3, 5))
    assert found.of_case == (1, 1, 1, 2, 2, 3, 3)
    assert by_cut_points([1.0, 2, 3, 4, 5, 6, 7], 3, first="highest").of_case == (
        3, 3, 3, 2, 2, 1, 1,
    )  # fmt: skip


def test_two_rules_are_laid_side_by_side_and_the_cases_that_move_are_named() -> None:
    """Eight cases in thirds: by rank 3, 3, 2, by cut points 3, 2, 3."""
    values = [1.0, 2, 3, 4, 5, 6, 7, 8]
    moves = moves_between(by_rank(values, 3), by_cut_points(values, 3))
    assert [(move.place, move.from_group, move.to_group) for move in moves] == [(5, 2, 3)]
    assert moves_between(by_rank(values, 3), by_rank(values, 3)) == ()


def test_ties_are_shown_and_those_that_decided_are_marked() -> None:
    """A tie inside a group decides nothing; one where a group would end makes them uneven."""
    found = by_rank([1.0, 1, 2, 3, 3, 3], 3)
    assert [(tie.value, tie.places, tie.decides) for tie in found.ties] == [
        (1.0, (0, 1), False),
        (3.0, (3, 4, 5), True),
    ]
    assert sizes(found) == [2, 4, 0]
    turned = by_rank([1.0, 1, 2, 3, 3, 3], 3, first="highest")
    assert [(tie.value, tie.decides) for tie in turned.ties] == [(1.0, False), (3.0, True)]
    assert [tie.decides for tie in banded([1.0, 1, 1, 2], [1.0]).ties] == [False]


def test_bands_hold_or_leave_their_cut_point_as_asked() -> None:
    """“From 1.1” opens the upper band; “up to 1.1” closes the lower one."""
    values = [1.0, 1.1, 1.7, 3.1, None]
    assert banded(values, [1.1, 1.7]).of_case == (1, 2, 3, 3, None)
    assert banded(values, [1.1, 1.7], closed="above").of_case == (1, 1, 2, 3, None)
    assert banded(values, [1.1, 1.7], first="highest").of_case == (3, 2, 1, 1, None)
    assert [group.size for group in banded(values, [5.0]).groups] == [4, 0]


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (lambda: by_rank([1.0, None], 2), "fewer-cases-than-groups"),
        (lambda: by_cut_points([1.0], 2), "fewer-cases-than-groups"),
        (lambda: by_rank([1.0, 2.0], 1), "too-few-groups"),
        (lambda: by_rank([1.0, math.inf], 2), "infinite-value"),
        (lambda: banded([1.0], []), "no-cut-points"),
        (lambda: banded([1.0], [2.0, 2.0]), "cut-points-out-of-order"),
        (
            lambda: moves_between(by_rank([1.0, 2], 2), by_rank([1.0, 2, 3], 2)),
            "unlike-groupings",
        ),
    ],
)
def test_what_cannot_be_grouped_is_refused_with_a_way_out(asked: object, slug: str) -> None:
    """Each mistake has its slug and a hint."""
    assert callable(asked)
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.slug == slug
    assert refused.value.hint
