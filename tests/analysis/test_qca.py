"""Calibration, truth tables and minimisation hold what they promise on any data."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.qca import (
    CalibratedData,
    CalibratedSet,
    Cuts,
    Term,
    by_anchors,
    by_cut,
    by_cuts,
    cautions,
    checked_memberships,
    minimal_covers,
    solve,
    truth_table,
)
from crosscase.analysis.qca.implicants import covers, prime_implicants
from crosscase.errors import MistakeOfUse
from tests.analysis import lipset

# -- calibration -----------------------------------------------------------------------------


def test_income_is_calibrated_as_ragin_does() -> None:
    # The direct method over incomes, from the examples of the R package QCA (Ragin 2008).
    incomes = [40110, 25200, 20000, 9800, 5000, 4100, 2500, 110]
    found = by_anchors(incomes, 2500, 5000, 20000)
    expected = [0.999, 0.9814, 0.95, 0.7195, 0.5, 0.2573, 0.05, 0.0031]
    assert np.round(found, 4).tolist() == expected


def test_anchors_that_fall_make_a_set_of_the_low_values() -> None:
    rising = by_anchors([1.0, 5.0, 9.0], 2, 5, 8)
    falling = by_anchors([1.0, 5.0, 9.0], 8, 5, 2)
    assert np.allclose(rising, 1 - falling)


def test_values_far_outside_the_anchors_are_simply_in_or_out() -> None:
    assert by_anchors([-1e300, 1e300], 0, 1, 2).tolist() == pytest.approx([0, 1])


@pytest.mark.parametrize(
    ("anchors", "slug"),
    [
        ((5, 2, 8), "anchors-out-of-order"),
        ((2, 8, 5), "anchors-out-of-order"),
        ((2, 2, 5), "anchors-out-of-order"),
        ((3, 3, 3), "anchors-equal"),
        ((1, 2, float("nan")), "anchor-no-number"),
    ],
)
def test_anchors_that_make_no_set_are_refused(anchors: tuple[float, ...], slug: str) -> None:
    with pytest.raises(MistakeOfUse) as caught:
        by_anchors([1.0, 2.0], *anchors)
    assert caught.value.slug == slug


def test_other_bad_calibrations_are_refused() -> None:
    for make, slug in (
        (lambda: by_anchors([1.0], 1, 2, 3, idm=0.4), "idm-out-of-range"),
        (lambda: by_anchors([float("nan")], 1, 2, 3), "missing-values"),
        (lambda: by_cuts([1.0], []), "no-cuts"),
        (lambda: by_cuts([1.0], [3, 2]), "cuts-out-of-order"),
        (lambda: checked_memberships([0.2, 1.4]), "membership-out-of-range"),
        (lambda: checked_memberships([-0.2, 0.4]), "membership-out-of-range"),
        (lambda: Cuts(inclusion=1.2), "cut-out-of-range"),
        (lambda: Cuts(frequency=0), "cut-out-of-range"),
    ):
        with pytest.raises(MistakeOfUse) as caught:
            make()
        assert caught.value.slug == slug


def test_a_value_on_a_cut_is_in() -> None:
    assert by_cut([1.0, 2.0, 3.0], 2).tolist() == [0, 1, 1]
    assert by_cuts([0.0, 1.0, 2.0, 9.0], [1, 2]).tolist() == [0, 1, 2, 2]


# -- data and truth table --------------------------------------------------------------------


def data_of(
    rows: list[list[float]], outcome: list[float], *, multi: tuple[int, ...] = ()
) -> CalibratedData:
    table = np.array(rows, np.float64)
    sets = [
        CalibratedSet(f"C{at}", table[:, at], bool(multi), multi[at] if multi else 2)
        for at in range(table.shape[1])
    ]
    return CalibratedData([f"case {at}" for at in range(len(rows))], sets, outcome, "Y")


def test_data_that_cannot_be_compared_is_refused() -> None:
    one = CalibratedSet("A", np.array([0.0, 1.0]))
    for make, slug in (
        (lambda: CalibratedData(["x", "y"], [], [0, 1]), "no-conditions"),
        (lambda: CalibratedData([], [one], []), "no-cases"),
        (lambda: CalibratedData(["x", "y"], [one, one], [0, 1]), "condition-twice"),
        (lambda: CalibratedData(["x", "y"], [one], [0, 1], "~a"), "condition-twice"),
        (lambda: CalibratedData(["x", "y", "z"], [one], [0, 1, 1]), "unlike-lengths"),
        (lambda: CalibratedData(["x", "y"], [one], [1, 1]), "outcome-does-not-vary"),
    ):
        with pytest.raises(MistakeOfUse) as caught:
            make()  # type: ignore[no-untyped-call]
        assert caught.value.slug == slug


def test_a_case_at_one_half_belongs_to_no_row_and_is_named() -> None:
    data = data_of([[0.5, 1], [1, 1], [0, 1]], [1, 1, 0])
    table = truth_table(data)
    assert table.nowhere == (0,)
    assert all(0 not in row.cases for row in table.rows)
    assert any("case 0 belongs to no row" in each for each in cautions(data, table))


def test_a_contradictory_row_is_marked_and_decided_by_the_cuts() -> None:
    data = data_of([[1], [1], [0]], [1, 0, 0])
    high, low = truth_table(data, Cuts(0.8)), truth_table(data, Cuts(0.5))
    row = high.contradictory[0]
    assert (row.with_outcome, row.without, row.standing) == ((0,), (1,), "negative")
    assert low.contradictory[0].standing == "positive"
    assert any("contradictory" in each for each in cautions(data, high))


def test_the_pri_cut_refuses_rows_that_speak_for_both() -> None:
    data = data_of([[0.9], [0.1], [0.2]], [0.55, 0.1, 0.9])
    assert truth_table(data, Cuts(0.6)).positive == ((1,),)
    assert truth_table(data, Cuts(0.6, pri=0.5)).positive == ()


def test_a_condition_that_does_not_vary_is_said() -> None:
    data = data_of([[1, 0], [1, 1], [0.7, 0]], [1, 1, 0])
    assert any("“C0” does not vary" in each for each in cautions(data, truth_table(data)))
    data = data_of([[2, 0], [2, 1], [2, 0]], [1, 1, 0], multi=(3, 2))
    assert any("every case is in C0{2}" in each for each in cautions(data, truth_table(data)))


def test_few_cases_are_said_first() -> None:
    data = data_of([[1, 0], [0, 1], [0, 0]], [1, 0, 0])
    said = cautions(data, truth_table(data), counted="sites")
    assert said[0].startswith("3 sites cannot support a QCA")
    full = lipset.crisp()
    assert not any("cannot support" in each for each in cautions(full, truth_table(full)))
    wide = data_of(np.eye(12).tolist(), [1, *[0] * 11])
    assert "12 cases for 12 conditions" in cautions(wide, truth_table(wide))[0]


def test_without_positive_or_negative_rows_the_solution_says_why_it_is_empty() -> None:
    data = data_of([[1], [0]], [0.4, 0.2])
    nothing = solve(data, truth_table(data, Cuts(1)))
    assert {each.reason for each in nothing} == {"No row of the truth table reaches the cuts."}
    data = data_of([[0.9], [0.2]], [1, 0.9])
    assert "Every row leads to the outcome" in (solve(data, truth_table(data))[0].reason or "")


def test_too_many_conditions_are_refused_before_memory_is_full() -> None:
    data = data_of([[0.0] * 20, [1.0] * 20], [0, 1])
    with pytest.raises(MistakeOfUse) as caught:
        solve(data, truth_table(data))
    assert caught.value.slug == "too-many-conditions"


# -- minimisation ----------------------------------------------------------------------------


def holds(term: Term, row: Term) -> bool:
    return all(level in (-1, here) for level, here in zip(term, row, strict=True))


@st.composite
def tables(draw: st.DrawFn) -> CalibratedData:
    """Crisp or multi-value data with at least one positive and one negative row."""
    levels = tuple(draw(st.lists(st.integers(2, 3), min_size=1, max_size=4)))
    rows = list(product(*(range(each) for each in levels)))
    chosen = draw(st.lists(st.sampled_from(rows), min_size=2, max_size=12, unique=True))
    outcome = draw(
        st.lists(st.sampled_from([0, 1]), min_size=len(chosen), max_size=len(chosen)).filter(
            lambda found: 0 < sum(found) < len(found)
        )
    )
    expected = [frozenset(draw(st.sets(st.integers(0, each - 1), max_size=1))) for each in levels]
    sets = [
        CalibratedSet(f"C{at}", np.array([float(row[at]) for row in chosen]), True, n, expected[at])
        for at, n in enumerate(levels)
    ]
    return CalibratedData([str(row) for row in chosen], sets, outcome, "Y")


@given(tables())
def test_every_model_holds_all_positive_rows_and_no_negative_one(data: CalibratedData) -> None:
    table = truth_table(data, Cuts(1))
    for solution in solve(data, table):
        assert solution.models
        for model in solution.models:
            terms = [each.term for each in model.terms]
            assert all(any(holds(term, row) for term in terms) for row in table.positive)
            assert not any(holds(term, row) for term in terms for row in table.negative)
            assert model.fit.inclusion == 1 and model.fit.coverage == 1


@given(tables())
def test_the_solutions_lie_within_each_other(data: CalibratedData) -> None:
    table = truth_table(data, Cuts(1))
    conservative, intermediate, parsimonious = solve(data, table)
    rows = list(product(*(range(each) for each in data.levels)))

    def held(terms: list[Term]) -> set[Term]:
        return {row for row in rows if any(holds(term, row) for term in terms)}

    for model in conservative.models:
        assert held([each.term for each in model.terms]) == set(table.positive)
        assert not model.assumptions
    shortest = [held([each.term for each in model.terms]) for model in parsimonious.models]
    for model in intermediate.models:
        between = held([each.term for each in model.terms])
        assert set(table.positive) <= between
        assert any(between <= most for most in shortest)
        assert set(model.assumptions) == between - set(table.positive)


@given(tables())
def test_prime_implicants_are_those_that_no_shorter_term_holds(data: CalibratedData) -> None:
    table = truth_table(data, Cuts(1))
    allowed = np.ones(data.levels, bool)
    allowed[tuple(np.array(table.negative).T)] = False
    every = list(product(*((-1, *range(each)) for each in data.levels)))
    implicants = {
        term
        for term in every
        if any(holds(term, row) for row in table.positive)
        and not any(holds(term, row) for row in table.negative)
    }
    primes = {
        term for term in implicants
        if not any(other != term and holds(other, term) for other in implicants)
    }  # fmt: skip
    found = prime_implicants(table.positive, allowed, data.levels)
    assert {tuple(term) for term in found.tolist()} == primes
    assert len(found) == len(primes)


@given(
    st.integers(1, 9).flatmap(
        lambda terms: st.lists(
            st.lists(st.booleans(), min_size=terms, max_size=terms).filter(any),
            min_size=1,
            max_size=7,
        )
    )
)
def test_the_smallest_covers_are_those_that_trying_all_finds(rows: list[list[bool]]) -> None:
    chart = np.array(rows, bool).T
    found = minimal_covers(chart, most=10_000)
    assert found.complete and found.proven
    assert set(found.covers) == smallest_by_trying_all(chart)
    assert len(found.covers) == len(set(found.covers))


def smallest_by_trying_all(chart: np.ndarray) -> set[tuple[int, ...]]:
    for size in range(1, chart.shape[0] + 1):
        found = {
            chosen
            for chosen in combinations(range(chart.shape[0]), size)
            if chart[list(chosen)].any(axis=0).all()
        }
        if found:
            return found
    return set()


def test_a_list_of_covers_that_was_cut_says_so() -> None:
    # Ten rows, each held by two terms of its own: 1,024 covers.
    chart = np.zeros((20, 10), bool)
    for row in range(10):
        chart[[2 * row, 2 * row + 1], row] = True
    found = minimal_covers(chart, most=50)
    assert len(found.covers) == 50 and not found.complete and found.proven
    assert minimal_covers(chart, most=2_000).complete


def test_a_hard_chart_is_solved_by_the_solver_and_the_search_together() -> None:
    random = np.random.default_rng(7)
    chart = random.random((120, 60)) < 0.06
    chart[np.arange(60), np.arange(60)] = True
    found = minimal_covers(chart)
    assert found.proven
    for cover in found.covers:
        assert chart[list(cover)].any(axis=0).all()
    assert len({len(cover) for cover in found.covers}) == 1
    assert found.covers == minimal_covers(chart).covers


def test_several_models_are_all_told() -> None:
    primes = prime_implicants(
        [(0, 0, 1), (0, 1, 1), (1, 0, 0), (1, 1, 0), (0, 1, 0), (1, 0, 1)],
        [(0, 0, 1), (0, 1, 1), (1, 0, 0), (1, 1, 0), (0, 1, 0), (1, 0, 1)],
        (2, 2, 2),
    )
    chart = covers(primes, [(0, 0, 1), (0, 1, 1), (1, 0, 0), (1, 1, 0), (0, 1, 0), (1, 0, 1)])
    assert len(minimal_covers(chart).covers) == 2


def test_an_ambiguous_solution_is_said_in_words() -> None:
    rows = [(0, 0, 1), (0, 1, 1), (1, 0, 0), (1, 1, 0), (0, 1, 0), (1, 0, 1)]
    negative = [(0, 0, 0), (1, 1, 1)]
    data = data_of([list(map(float, row)) for row in (*rows, *negative)], [1.0] * 6 + [0.0] * 2)
    table = truth_table(data)
    solutions = solve(data, table)
    assert [len(each.models) for each in solutions] == [2, 2, 2]
    assert sum("has 2 models" in each for each in cautions(data, table, solutions)) == 3
    cut = solve(data, table, ("parsimonious",), most=1)
    assert any("more models than the 1 listed" in each for each in cautions(data, table, cut))
    unproven = replace(cut[0], proven=False)
    assert "may have models with fewer terms" in cautions(data, table, [unproven])[-1]
