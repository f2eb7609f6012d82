"""Small cells hidden so that margins do not bring them back."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.disclosure import guarded, rounded_counts
from crosscase.errors import MistakeOfUse

tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=2, max_size=4
    )
)


def test_a_lone_small_cell_takes_three_others_with_it() -> None:
    """One in its row, one in its column, and the one that closes the loop."""
    found = guarded([[10, 2, 8], [7, 9, 6], [12, 11, 5]])
    assert found.small == ((0, 1),)
    hidden = {
        (row, column)
        for row, counts in enumerate(found.shown)
        for column, count in enumerate(counts)
        if count is None
    }
    assert len(hidden) == 4
    assert hidden == {*found.small, *found.complementary}
    assert all(sum(cell[0] == row for cell in hidden) != 1 for row in range(3))
    assert all(sum(cell[1] == column for cell in hidden) != 1 for column in range(3))
    assert not found.margins_tell


def test_a_table_without_small_cells_is_shown_whole() -> None:
    """Zeros are no risk by themselves."""
    found = guarded([[3, 0], [5, 4]])
    assert found.shown == ((3, 0), (5, 4))
    assert (found.small, found.complementary, found.margins_tell) == ((), (), False)


def test_small_margins_are_told_since_they_must_be_merged_first() -> None:
    """A row of two people cannot be hidden behind its own total."""
    found = guarded([[1, 1], [9, 9]])
    assert found.small_rows == (0,)
    assert found.small_columns == ()
    assert found.margins_tell


@given(counts=tables)
def test_no_small_cell_can_be_told_unless_that_is_said(counts: list[list[int]]) -> None:
    """Checked by trying every table with the same margins and the same open cells."""
    found = guarded(counts)
    for row, values in enumerate(counts):
        for column, count in enumerate(values):
            shown = found.shown[row][column]
            assert shown in (count, None)
            if 0 < count < 3:
                assert (row, column) in found.small
    if found.margins_tell or len(found.small) + len(found.complementary) > 4:
        return  # too many fillings to try, or nothing is promised
    hidden = [*found.small, *found.complementary]
    possible = _possible(counts, hidden)
    for index, _ in enumerate(found.small):
        assert max(values[index] for values in possible) >= 3
    for index, (row, column) in enumerate(hidden):  # nor any that is hidden with them exactly
        assert len({values[index] for values in possible}) > 1 or not counts[row][column]


def _possible(counts: list[list[int]], hidden: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Every filling of the hidden cells that keeps the margins.

    Where no zero is hidden a reader knows that each of them is one or more.
    """
    least = int(all(counts[row][column] for row, column in hidden))

    def margins(values: tuple[int, ...]) -> tuple[list[int], list[int]]:
        rows, columns = [0] * len(counts), [0] * len(counts[0])
        for (row, column), value in zip(hidden, values, strict=True):
            rows[row] += value
            columns[column] += value
        return rows, columns

    truth = margins(tuple(counts[row][column] for row, column in hidden))
    highest = [min(truth[0][row], truth[1][column]) for row, column in hidden]
    return [
        values
        for values in itertools.product(*(range(least, most + 1) for most in highest))
        if margins(values) == truth
    ]


def test_public_counts_are_hidden_or_rounded() -> None:
    """1 to 7 hidden, others to the nearest 5, zero as it is."""
    assert rounded_counts([0, 1, 7, 8, 12, 13, 102, 103]) == (0, None, None, 10, 10, 15, 100, 105)


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (lambda: guarded([]), "not-a-table"),
        (lambda: guarded([[1, 2], [3]]), "not-a-table"),
        (lambda: guarded([[1, -2]]), "negative-value"),
        (lambda: guarded([[1]], threshold=0), "k-not-positive"),
        (lambda: rounded_counts([-1]), "negative-value"),
    ],
)
def test_bad_input_is_refused_with_a_way_out(asked: Callable[[], object], slug: str) -> None:
    """Each mistake has its slug and a hint."""
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.slug == slug
    assert refused.value.hint
