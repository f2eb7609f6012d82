"""Codes that occur together: published and hand-made numbers, and the definition itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.cooccurrence import (
    coefficients,
    count_meetings,
    count_shared,
    distinct_by_pair,
    groups_sharing,
    meeting_rows,
    pair_columns,
)

CODES = 4
passages = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(0, 6), st.integers(0, CODES - 1)),
    max_size=14,
    unique=True,
)  # source, start, length, code


def test_the_example_of_the_atlas_ti_manual() -> None:
    """ATLAS.ti Windows 22 manual, code co-occurrence: 100, 10 and 5 give 0.048, and a flag."""
    found = coefficients(100, 10, 5)
    assert found.c == pytest.approx(5 / 105)
    assert found.first_given_second == 0.5
    assert found.second_given_first == 0.05
    assert found.unequal
    assert found.valid


def test_all_coefficients_of_one_table() -> None:
    """40, 25, 15 of 200: worked out by hand from the definitions."""
    found = coefficients(40, 25, 15, 200)
    assert found.c == pytest.approx(0.3)
    assert found.dice == pytest.approx(30 / 65)
    assert found.lift == pytest.approx(3.0)
    assert found.pmi_bits == pytest.approx(1.584962500721156)
    assert found.phi == pytest.approx(0.37796447300922725)
    assert found.second_given_first == pytest.approx(0.375)
    assert found.first_given_second == pytest.approx(0.6)
    assert found.overlap == pytest.approx(0.6)
    assert not found.unequal


@pytest.mark.shared
def test_every_case_of_the_validation_file(shared_data: Path) -> None:
    """The file's own inputs and expected values."""
    held = json.loads((shared_data / "validation" / "cooccurrence.json").read_text("utf-8"))
    names = {
        "c": "c", "c_jaccard": "c", "dice": "dice", "lift": "lift", "pmi_bits": "pmi_bits",
        "phi": "phi", "conf_1to2": "second_given_first", "conf_2to1": "first_given_second",
        "simpson_overlap": "overlap", "unequal_frequency_flag": "unequal", "valid": "valid",
        "conditional_P_A_given_B": "first_given_second",
    }  # fmt: skip
    for case in held["cases"]:
        given_ = case["input"]
        found = coefficients(given_["n1"], given_["n2"], given_["n12"], given_.get("N_units"))
        for name, value in case["expected"].items():
            if name == "c_rounded":
                assert round(found.c or 0, 3) == value
            else:
                assert getattr(found, names[name]) == pytest.approx(value), case["id"]


def test_counts_that_cannot_be_of_distinct_units_are_said_to_be_invalid() -> None:
    """3, 3 and 4 were counted twice somewhere; so were more units than there are."""
    found = coefficients(3, 3, 4)
    assert (found.c, found.valid) == (2.0, False)
    assert "counted twice" in (found.reason or "")
    assert not coefficients(6, 6, 1, 10).valid
    assert not coefficients(3, -1, 0).valid


def test_what_has_nothing_to_divide_by_is_undefined() -> None:
    """No units of a code, none in all, or a code that every unit has."""
    found = coefficients(0, 3, 0, 10)
    assert (found.overlap, found.lift, found.second_given_first) == (None, None, None)
    assert found.c == 0
    assert coefficients(3, 4, 2).lift is None
    assert coefficients(10, 4, 4, 10).phi is None
    assert coefficients(4, 4, 0, 10).pmi_bits is None


@given(passages, st.one_of(st.none(), st.integers(0, 5)))
def test_the_sweep_is_the_quadratic_definition(
    rows: list[tuple[int, int, int, int]], gap: int | None
) -> None:
    """Whatever the order, repetition, and length: all pairs by their definition, each once."""
    source, start, length, code = (np.array(column, np.int64) for column in _columns(rows))
    end = start + length
    found = meeting_rows(source.astype(np.int32), start.astype(np.int32), end.astype(np.int32),
                         gap=gap)  # fmt: skip
    told = sorted(
        tuple(sorted(pair)) for pair in zip(found.first.tolist(), found.second.tolist(),
                                            strict=True)
    )  # fmt: skip
    expected = [
        (i, j)
        for i in range(len(rows))
        for j in range(i + 1, len(rows))
        if source[i] == source[j] and _meet(start[i], end[i], start[j], end[j], gap)
    ]
    assert told == expected
    counts = count_meetings(code, found, CODES, units=max(1, len(rows)))
    for a in range(CODES):
        for b in range(CODES):
            met = {i for i, j in [*expected, *[(j, i) for i, j in expected]]
                   if code[i] == a and code[j] == b and a != b}  # fmt: skip
            assert counts.met[a, b] == len(met)
    assert (counts.both <= np.minimum.outer(counts.each, counts.each)).all()
    one, two = np.triu_indices(CODES, 1)
    c = pair_columns(counts.each[one], counts.each[two], counts.both[one, two], len(rows)).c
    assert not (c > 1).any()


def test_one_long_passage_over_many_short_ones_counts_once_for_both() -> None:
    """Three short passages in one long one: three pairs, and c within its bounds."""
    start, end = np.array([0, 0, 20, 40], np.int32), np.array([100, 10, 30, 50], np.int32)
    meetings = meeting_rows(np.zeros(4, np.int32), start, end)
    counts = count_meetings(np.array([0, 1, 1, 1]), meetings, 2, units=4)
    assert counts.pairs[0, 1] == 3
    assert (counts.met[0, 1], counts.met[1, 0]) == (1, 3)
    assert counts.both[0, 1] == 1
    assert coefficients(1, 3, 1, 4, first_met=1, second_met=3).first_given_second == 1.0


units = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, CODES - 1), st.integers(-1, 2)), max_size=20
)


@given(units)
def test_shared_units_and_their_groups_are_counted_by_definition(
    rows: list[tuple[int, int, int]],
) -> None:
    """A unit has a code or has not; a group shares a pair where one unit of its has both."""
    unit, code, group = (np.array(column, np.int64) for column in _columns(rows, 3))
    counts = count_shared(unit, code, CODES)
    shared = groups_sharing(unit, code, group, CODES)
    has = {(u, c) for u, c, _ in rows}
    for a in range(CODES):
        assert counts.each[a] == len({u for u, c in has if c == a})
        for b in range(CODES):
            if a == b:
                continue
            assert counts.both[a, b] == len({u for u in range(5) if {(u, a), (u, b)} <= has})
            owned = {g for g in range(3) for u in range(5) if {(u, a, g), (u, b, g)} <= set(rows)}
            assert shared[a, b] == len(owned)


def test_groups_of_pairs_count_each_once_and_nobody_never() -> None:
    """A participant who says both twice is one; -1 is nobody."""
    one, two = np.array([0, 1, 0, 0]), np.array([1, 0, 1, 2])
    table = distinct_by_pair(one, two, np.array([7, 7, -1, 3]), 3)
    assert table.tolist() == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]
    assert distinct_by_pair(one[:0], two[:0], one[:0], 2).tolist() == [[0, 0], [0, 0]]


def test_a_thousand_codes_are_no_hindrance() -> None:
    """Each of a thousand leaves meets its neighbour."""
    start = np.arange(1_000, dtype=np.int32) * 10
    meetings = meeting_rows(np.zeros(1_000, np.int32), start, start + 11)
    counts = count_meetings(np.arange(1_000), meetings, 1_000, units=1_000)
    assert counts.both.sum() == 2 * 999


def _columns(rows: list[tuple[int, ...]] | list[tuple[int, int, int, int]], width: int = 4
             ) -> list[tuple[int, ...]]:  # fmt: skip
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _meet(start: int, end: int, other_start: int, other_end: int, gap: int | None) -> bool:
    if gap is None:
        return max(start, other_start) < min(end, other_end)
    return other_start - end <= gap and start - other_end <= gap
