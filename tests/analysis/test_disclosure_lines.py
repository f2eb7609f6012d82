"""A reader who knows every total cannot work out a count that is hidden in a line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from crosscase.analysis.disclosure import hidden_in_line, hidden_in_lines

lines = st.lists(st.one_of(st.integers(0, 4), st.integers(0, 30)), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([10, 2, 8], {1, 2}),  # the next smallest goes with it
        ([10, 5, 8, 0], set()),
        ([2, 2, 9, 0], {0, 1}),  # each may be one or three
        ([1, 1, 9, 0], {0, 1, 2}),  # two of a total of two would be one each
        ([1, 0, 0], {0, 1, 2}),  # which of the three it is is not told either
        ([1, 1, 0], {0, 1, 2}),
        ([2], {0}),
        ([0, 0], set()),
    ],
)
def test_the_next_smallest_is_hidden_with_a_small_count(
    counts: list[int], hidden: set[int]
) -> None:
    assert hidden_in_line(counts) == hidden


@given(counts=lines, threshold=st.integers(1, 6))
def test_each_hidden_count_of_a_line_may_be_as_large_as_the_threshold(
    counts: list[int], threshold: int
) -> None:
    hidden = hidden_in_line(counts, threshold=threshold)
    assert {at for at, n in enumerate(counts) if 0 < n < threshold} <= hidden
    total = sum(counts[at] for at in hidden)
    if not hidden or len(counts) == 1:
        return
    assert len(hidden) > 1
    zeros_are_told = len(hidden) < len(counts) or 0 not in counts
    room = total - (len(hidden) - 1 if zeros_are_told else 0)
    assert room >= threshold or len(hidden) == len(counts)


@st.composite
def _trees(draw: st.DrawFn) -> tuple[list[list[int]], list[int | None], list[int]]:
    """People with codes at places, counted: each has what lies above their codes as well."""
    above = draw(
        st.lists(st.integers(-1, 3), min_size=1, max_size=5).map(
            lambda given: [
                None if each < 0 or each >= at else each for at, each in enumerate(given)
            ]
        )
    )
    places = draw(st.integers(2, 4))
    people = draw(
        st.lists(
            st.tuples(
                st.integers(0, places - 1),
                st.frozensets(st.integers(0, len(above) - 1), max_size=3),
            ),
            max_size=25,
        )
    )
    counts = [[0] * places for _ in above]
    own = [0] * len(above)
    for place, codes in people:
        reached: set[int] = set()
        for code in codes:
            own[code] += 1
            at: int | None = code
            while at is not None:
                reached.add(at)
                at = above[at]
        for code in reached:
            counts[code][place] += 1
    return counts, above, own


def _can_be(
    counts: list[list[int]],
    above: list[int | None],
    own: list[int],
    hidden: tuple[tuple[bool, ...], ...],
    cell: tuple[int, int],
) -> tuple[int, int]:
    """The least and the most of a cell, over all whole numbers that fit what is told.

    For each line there are its cells, and as many for those who have its code itself.
    """
    rows, places = len(counts), len(counts[0])
    size = rows * places

    def at(row: int, place: int, *, itself: bool = False) -> int:
        return row * places + place + (size if itself else 0)

    kept: list[tuple[dict[int, int], float, float]] = []
    for row in range(rows):
        children = [each for each in range(rows) if above[each] == row]
        everywhere = range(places)
        kept.append(({at(row, p): 1 for p in everywhere}, sum(counts[row]), sum(counts[row])))
        kept.append(({at(row, p, itself=True): 1 for p in everywhere}, own[row], own[row]))
        for place in everywhere:
            parts = [at(row, place, itself=True), *(at(each, place) for each in children)]
            kept.append(({at(row, place): -1, **dict.fromkeys(parts, 1)}, 0, np.inf))
            kept += [({at(row, place): 1, part: -1}, 0, np.inf) for part in parts]
    low, high = np.zeros(2 * size), np.full(2 * size, np.inf)
    for row in range(rows):
        zero_is_hidden = all(hidden[row]) or any(
            n == 0 and away for n, away in zip(counts[row], hidden[row], strict=True)
        )
        for place in range(places):
            if not hidden[row][place]:
                low[at(row, place)] = high[at(row, place)] = counts[row][place]
            elif not zero_is_hidden:
                low[at(row, place)] = 1
    matrix = np.zeros((len(kept), 2 * size))
    for index, (terms, _, _) in enumerate(kept):
        for column, times in terms.items():
            matrix[index, column] = times
    limits = LinearConstraint(matrix, [each[1] for each in kept], [each[2] for each in kept])
    wanted = np.zeros(2 * size)
    wanted[at(*cell)] = 1
    found = [
        milp(
            sign * wanted,
            constraints=limits,
            bounds=Bounds(low, high),
            integrality=np.ones(2 * size),
        ).fun
        for sign in (1, -1)
    ]
    return round(found[0]), round(-found[1])


@settings(max_examples=40, deadline=None)
@given(tree=_trees())
def test_no_hidden_cell_is_told_by_totals_or_by_the_codes_above_and_below(
    tree: tuple[list[list[int]], list[int | None], list[int]],
) -> None:
    counts, above, own = tree
    hidden = hidden_in_lines(counts, above, own)
    for row, line in enumerate(counts):
        for place, count in enumerate(line):
            assert hidden[row][place] or not 0 < count < 3
            if hidden[row][place] and count:
                low, high = _can_be(counts, above, own, hidden, (row, place))
                assert low < high, (row, place)


def test_a_column_of_which_nothing_is_told_is_hidden_in_each_line() -> None:
    hidden = hidden_in_lines([[9, 5, 0], [4, 0, 0]], [None, None], [9, 4], away=[1, 2])
    assert hidden == ((False, True, True), (False, True, True))


def test_a_count_that_several_cells_of_a_line_above_would_tell_is_hidden_better() -> None:
    """Of 5 above, 4 are below in two of its three places: the third would be one."""
    counts, above, own = [[1, 3, 1, 0], [0, 3, 1, 0]], [None, 0], [3, 4]
    hidden = hidden_in_lines(counts, above, own)
    low, high = _can_be(counts, above, own, hidden, (0, 0))
    assert low < high


def test_where_too_much_would_have_to_be_tried_a_family_has_the_same_columns_hidden() -> None:
    """Then whoever is in one of them may be in another without a change of what is told."""
    child = [1, 3, *[9] * 58]
    lines = [[10] * 60, *([child] * 59)]
    hidden = hidden_in_lines(lines, [None, *[0] * 59], [600, *[sum(child)] * 59])
    assert set(hidden) == {(True, True, *[False] * 58)}


def test_a_study_without_codes_or_places_hides_nothing() -> None:
    assert hidden_in_lines([], [], []) == ()
    assert hidden_in_lines([[], []], [None, None], [0, 0]) == ((), ())
