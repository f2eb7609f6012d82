"""crosscase.query.intervals, against an oracle that compares every pair."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.query.intervals import (
    Intervals,
    Positions,
    common_stretches,
    containing,
    count_before,
    following,
    last_before,
    near,
    next_after,
    overlapping,
    preceding,
    turn_numbers,
    within,
)

Row = tuple[int, int, int]

FAR = 2**31 - 20
rows = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 2, 2**31 - 1]),
        st.one_of(st.integers(0, 12), st.integers(FAR, FAR + 5)),
        st.integers(0, 6),
    ).map(lambda row: (row[0], row[1], row[1] + row[2])),
    max_size=12,
)
gaps = st.integers(0, 5)


def _intervals(listed: list[Row]) -> Intervals:
    return Intervals.of(*(zip(*listed, strict=True) if listed else ([], [], [])))


def _mask(a: list[Row], b: list[Row], holds: Callable[[Row, Row], bool]) -> list[bool]:
    return [any(x[0] == y[0] and holds(x, y) for y in b) for x in a]


def _share(x: Row, y: Row) -> bool:
    return max(x[1], y[1]) < min(x[2], y[2])


@given(rows, rows)
def test_overlapping_is_sharing_a_position(a: list[Row], b: list[Row]) -> None:
    """An interval overlaps when some position lies in both; touching is not enough."""
    assert overlapping(_intervals(a), _intervals(b)).tolist() == _mask(a, b, _share)


@given(rows, rows)
def test_within_is_lying_inside(a: list[Row], b: list[Row]) -> None:
    """An interval is within another that starts no later and ends no earlier."""
    expected = _mask(a, b, lambda x, y: y[1] <= x[1] and x[2] <= y[2])
    assert within(_intervals(a), _intervals(b)).tolist() == expected


@given(rows, rows)
def test_containing_is_the_other_way_round(a: list[Row], b: list[Row]) -> None:
    """An interval contains another that starts no earlier and ends no later."""
    expected = _mask(a, b, lambda x, y: x[1] <= y[1] and y[2] <= x[2])
    assert containing(_intervals(a), _intervals(b)).tolist() == expected


@given(rows, rows, st.none() | gaps)
def test_preceding_and_following_keep_the_distance(
    a: list[Row], b: list[Row], gap: int | None
) -> None:
    """One ends before the other starts, with no more between them than asked."""
    most = 2**40 if gap is None else gap
    before = _mask(a, b, lambda x, y: 0 <= y[1] - x[2] <= most)
    after = _mask(a, b, lambda x, y: 0 <= x[1] - y[2] <= most)
    assert preceding(_intervals(a), _intervals(b), gap).tolist() == before
    assert following(_intervals(a), _intervals(b), gap).tolist() == after


@given(rows, rows, gaps)
def test_near_is_a_gap_in_either_direction(a: list[Row], b: list[Row], gap: int) -> None:
    """Near is overlapping, touching, or no more than the gap apart."""
    expected = _mask(a, b, lambda x, y: y[1] - x[2] <= gap and x[1] - y[2] <= gap)
    assert near(_intervals(a), _intervals(b), gap).tolist() == expected


@given(rows, rows)
def test_the_nearest_neighbour_is_found(a: list[Row], b: list[Row]) -> None:
    """The row named starts first after the end, or ends last before the start."""
    after = next_after(_intervals(a), _intervals(b)).tolist()
    before = last_before(_intervals(a), _intervals(b)).tolist()
    for x, next_row, last_row in zip(a, after, before, strict=True):
        starts = [y[1] for y in b if y[0] == x[0] and y[1] >= x[2]]
        ends = [y[2] for y in b if y[0] == x[0] and y[2] <= x[1]]
        assert (next_row >= 0) == bool(starts)
        assert (last_row >= 0) == bool(ends)
        assert not starts or (b[next_row][0], b[next_row][1]) == (x[0], min(starts))
        assert not ends or (b[last_row][0], b[last_row][2]) == (x[0], max(ends))


@given(rows, rows)
def test_common_stretches_are_all_intersections(a: list[Row], b: list[Row]) -> None:
    """Every pair that shares something is there once, with what it shares, in order of place."""
    expected = sorted(
        (x[0], max(x[1], y[1]), min(x[2], y[2]), i, j)
        for i, x in enumerate(a)
        for j, y in enumerate(b)
        if x[0] == y[0] and _share(x, y)
    )
    found = common_stretches(_intervals(a), _intervals(b))
    columns = [column.tolist() for column in found]
    assert list(zip(*columns, strict=True)) == expected


def test_touching_is_not_overlapping() -> None:
    """Half-open intervals that meet at a point share nothing, yet are near by 0."""
    a, b = _intervals([(1, 0, 5)]), _intervals([(1, 5, 9)])
    assert not overlapping(a, b).any()
    assert near(a, b, 0).all()
    assert preceding(a, b, 0).all()


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30)), max_size=12), rows)
def test_turn_numbers_count_within_the_source(
    starts: list[tuple[int, int]], asked: list[Row]
) -> None:
    """The first and last turn touched, counted from 0 in each source, -1 before the first."""
    units = sorted(set(starts))
    turns = Positions(
        np.array([unit[0] for unit in units], dtype=np.int32),
        np.array([unit[1] for unit in units], dtype=np.int32),
    )
    given_rows = _intervals(asked)
    first, last = turn_numbers(given_rows.source, given_rows.start, given_rows.end, turns)
    counts = count_before(given_rows.source, given_rows.start, turns)
    for row, first_turn, last_turn, count in zip(asked, first, last, counts, strict=True):
        own = [unit[1] for unit in units if unit[0] == row[0]]
        first_expected = sum(start <= row[1] for start in own) - 1
        assert first_turn == first_expected
        assert last_turn == max(first_expected, sum(start < row[2] for start in own) - 1)
        assert count == sum(start < row[1] for start in own)


@pytest.mark.parametrize(("gap", "is_near"), [(1, False), (2, True)])
def test_turns_are_as_far_apart_as_their_numbers(gap: int, is_near: bool) -> None:
    """Turns 3 and 5 are two turns apart."""
    a, b = _intervals([(0, 3, 3)]), _intervals([(0, 5, 5)])
    assert near(a, b, gap).all() == is_near


def test_no_intervals_give_no_answer() -> None:
    """Empty columns on either side are answered with nothing."""
    nothing, one = _intervals([]), _intervals([(0, 1, 2)])
    for ask in (overlapping, within, containing, preceding, following):
        assert ask(nothing, one).tolist() == []
        assert ask(one, nothing).tolist() == [False]
    assert common_stretches(one, nothing).index_a.tolist() == []
