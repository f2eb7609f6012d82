"""Weighted kappa against published tables, and where it is not defined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.grid_agreement import Kappa, Weights, disagreement_weights, weighted_kappa

SHARED = Path(__file__).parents[3] / "shared" / "data" / "validation"

# Gwet (2014) Handbook of inter-rater reliability: the abstractors of ectopic pregnancies, with the
# values of irrCAC; Cohen (1960) p. 45; Agresti (1992) p. 202 after Landis and Koch (1977).
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
SLIDES = [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]]


def of_table(table: list[list[float]], weights: Weights) -> Kappa:
    """The kappa of a table of counts: one rater's categories by the other's."""
    one = [i for i, row in enumerate(table) for count in row for _ in range(int(count))]
    other = [j for row in table for j, count in enumerate(row) for _ in range(int(count))]
    return weighted_kappa(one, other, len(table), weights)


@pytest.mark.parametrize(
    ("table", "weights", "expected"),
    [
        (ABSTRACTORS, "equal", 0.796), (ABSTRACTORS, "linear", 0.843),
        (ABSTRACTORS, "quadratic", 0.892), (COHEN, "equal", 0.492), (SLIDES, "equal", 0.493),
    ],
)  # fmt: skip
def test_kappa_is_that_of_the_published_tables(
    table: list[list[float]], weights: Weights, expected: float
) -> None:
    """To the digits that were published."""
    assert of_table(table, weights).value == pytest.approx(expected, abs=6e-4)


@pytest.mark.shared
def test_kappa_is_that_of_the_shared_files() -> None:
    """Every table of two coders with Cohen's kappa, and the abstractors with three weights."""
    cases: list[dict[str, Any]] = json.loads(
        (SHARED / "agreement_two_coder_tables.json").read_text()
    )["cases"]
    told = [each for each in cases if "cohen_kappa" in each["expected"]]
    assert len(told) >= 5
    for each in told:
        table = each["input"]["table_rows_coder1_cols_coder2"]
        wanted, near = each["expected"]["cohen_kappa"], each["expected"]["tolerance"]
        assert of_table(table, "equal").value == pytest.approx(wanted, abs=near), each["id"]
    rows = json.loads((SHARED / "data_irrCAC_cont3x3abstractors.json").read_text())["rows"]
    cases = json.loads((SHARED / "agreement_irrCAC_cont3x3abstractors.json").read_text())["cases"]
    names: dict[str, Weights] = {
        "unweighted": "equal", "linear": "linear", "quadratic": "quadratic",
    }  # fmt: skip
    compared = 0
    for each in cases:
        asked = each["input"]
        if asked["coefficient"] == "cohen" and asked["weights"] in names:
            found = of_table(rows, names[asked["weights"]]).value
            assert found == pytest.approx(each["expected"]["coefficient_value"], abs=6e-4)
            compared += 1
    assert compared == 3


def test_kappa_is_undefined_where_nothing_could_be_expected_to_differ() -> None:
    """Nobody judged the same cell, or both used one status: an answer, with its reason."""
    none = weighted_kappa([], [], 3)
    assert (none.value, none.raw, none.reason) == (None, None, "no cell was judged by both")
    alike = weighted_kappa([2, 2, 2], [2, 2, 2], 3)
    assert (alike.value, alike.raw, alike.cells) == (None, 1.0, 3)
    assert "one and the same" in (alike.reason or "")
    with pytest.raises(ValueError, match="category"):
        weighted_kappa([0], [3], 3)
    with pytest.raises(ValueError, match="both raters"):
        weighted_kappa([0], [], 3)


def test_weights_grow_with_the_distance() -> None:
    """From nothing to one."""
    assert disagreement_weights(3, "linear").tolist() == [[0, 0.5, 1], [0.5, 0, 0.5], [1, 0.5, 0]]
    assert disagreement_weights(3, "quadratic")[0].tolist() == [0, 0.25, 1]
    assert disagreement_weights(3, "equal")[0].tolist() == [0, 1, 1]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40),
    st.sampled_from(["linear", "quadratic", "equal"]),
)
def test_kappa_is_the_same_whoever_comes_first(
    pairs: list[tuple[int, int]], weights: Weights
) -> None:
    """And turning the order of the statuses round changes nothing; it never passes 1."""
    one, other = [each[0] for each in pairs], [each[1] for each in pairs]
    kappa = weighted_kappa(one, other, 4, weights)
    turned = weighted_kappa([3 - each for each in other], [3 - each for each in one], 4, weights)
    assert (kappa.value is None) == (turned.value is None)
    if kappa.value is not None and turned.value is not None:
        assert kappa.value <= 1
        assert np.isclose(kappa.value, turned.value)
