"""crosscase.query.cross_counts: distinct things in cells, against counting them one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosscase.query.cross_counts import (
    Lookup,
    Pairs,
    Spans,
    cross,
    distinct,
    distinct_counts,
    length_counts,
    merged_pairs,
    several,
    with_none,
)

ROWS, COLUMNS, FACTS = 3, 4, 6
SIDE = st.lists(st.sets(st.integers(0, 2), max_size=3), min_size=FACTS, max_size=FACTS)
UNITS = st.lists(st.integers(0, 3), min_size=FACTS, max_size=FACTS)


def pairs_of(members: list[set[int]]) -> Pairs:
    """The members of each fact as pairs."""
    found = [(fact, each) for fact, held in enumerate(members) for each in sorted(held)]
    columns = np.array(found, np.int64).reshape(-1, 2)
    return Pairs(columns[:, 0], columns[:, 1])


def test_a_unit_counts_once_in_a_cell_and_once_in_each_total() -> None:
    """One person in two columns: two cells, one in the row, one in all."""
    rows = pairs_of([{0}, {0}, {1}])
    columns = pairs_of([{0, 1}, {0}, {1}])
    counts = distinct_counts(cross(rows, columns), np.array([7, 7, 8]), (2, 2))
    assert counts.cells.tolist() == [[1, 1], [0, 1]]
    assert counts.rows.tolist() == [1, 1]
    assert counts.columns.tolist() == [1, 2]
    assert counts.total == 2


@given(rows=SIDE, columns=SIDE, units=UNITS)
def test_distinct_counts_equal_counting_one_by_one(
    rows: list[set[int]], columns: list[set[int]], units: list[int]
) -> None:
    """Each cell and each total is the size of a set."""
    shape = (ROWS, COLUMNS)
    counts = distinct_counts(cross(pairs_of(rows), pairs_of(columns)), np.array(units), shape)
    held = {
        (row, column, units[fact])
        for fact in range(FACTS)
        for row in rows[fact]
        for column in columns[fact]
    }
    for row in range(ROWS):
        assert counts.rows[row] == len({unit for r, _, unit in held if r == row})
        for column in range(COLUMNS):
            cell = {unit for r, c, unit in held if (r, c) == (row, column)}
            assert counts.cells[row, column] == len(cell)
    for column in range(COLUMNS):
        assert counts.columns[column] == len({unit for _, c, unit in held if c == column})
    assert counts.total == len({unit for _, _, unit in held})


@given(
    rows=SIDE,
    columns=SIDE,
    spans=st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 9), st.integers(0, 9)),
        min_size=FACTS,
        max_size=FACTS,
    ),
)
def test_lengths_count_what_is_covered_once(
    rows: list[set[int]], columns: list[set[int]], spans: list[tuple[int, int, int]]
) -> None:
    """Words under several overlapping passages of a cell count once."""
    ordered = [(text, min(a, b), max(a, b)) for text, a, b in spans]
    table = np.array(ordered, np.int64)
    crossed = cross(pairs_of(rows), pairs_of(columns))
    counts = length_counts(crossed, Spans(table[:, 0], table[:, 1], table[:, 2]), (ROWS, COLUMNS))

    def covered(facts: list[int]) -> int:
        return len({(ordered[f][0], at) for f in facts for at in range(*ordered[f][1:])})

    both = [fact for fact in range(FACTS) if rows[fact] and columns[fact]]
    assert counts.total == covered(both)
    for row in range(ROWS):
        assert counts.rows[row] == covered([f for f in both if row in rows[f]])
        for column in range(COLUMNS):
            cell = [f for f in both if row in rows[f] and column in columns[f]]
            assert counts.cells[row, column] == covered(cell)


@given(members=SIDE, units=UNITS)
def test_units_in_several_members(members: list[set[int]], units: list[int]) -> None:
    """Those of which the footnote speaks."""
    held: dict[int, set[int]] = {}
    for fact, found in enumerate(members):
        held.setdefault(units[fact], set()).update(found)
    expected = sum(len(each) > 1 for each in held.values())
    assert several(pairs_of(members), np.array(units)) == expected


@given(a=SIDE, b=SIDE)
def test_merged_pairs_are_the_union(a: list[set[int]], b: list[set[int]]) -> None:
    """In order, and each pair once."""
    merged = merged_pairs(pairs_of(a), pairs_of(b))
    expected = pairs_of([one | other for one, other in zip(a, b, strict=True)])
    assert merged.fact.tolist() == expected.fact.tolist()
    assert merged.member.tolist() == expected.member.tolist()


@given(members=SIDE)
def test_facts_without_a_member_get_one_more(members: list[set[int]]) -> None:
    """Nothing falls out of a table unseen."""
    pairs, needed = with_none(pairs_of(members), FACTS, 9)
    assert needed == any(not held for held in members)
    expected = pairs_of([held or {9} for held in members])
    assert (pairs.fact.tolist(), pairs.member.tolist()) == (
        expected.fact.tolist(),
        expected.member.tolist(),
    )


def test_a_lookup_finds_the_members_of_things() -> None:
    """-1 and unknown numbers have none; a thing may have several."""
    lookup = Lookup([5, 2, 5], [1, 0, 0])
    pairs = lookup.pairs(np.array([-1, 5, 3, 2, 99]))
    assert (pairs.fact.tolist(), pairs.member.tolist()) == ([1, 1, 3], [0, 1, 0])
    assert Lookup([], []).pairs(np.array([0, 1])).fact.tolist() == []


@given(st.lists(st.integers(-5, 5)))
def test_distinct_numbers(numbers: list[int]) -> None:
    """Sorted, each once."""
    assert distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))
