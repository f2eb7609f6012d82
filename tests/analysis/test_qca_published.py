"""The published models of Lipset's data come out, term by term and figure by figure."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from crosscase.analysis.qca import (
    CalibratedData,
    CalibratedSet,
    Cuts,
    Solution,
    by_anchors,
    necessities,
    solve,
    truth_table,
)
from crosscase.analysis.qca.implicants import covers, prime_implicants
from crosscase.analysis.qca.minimal_covers import minimal_covers
from tests.analysis import lipset


def solved(data: CalibratedData, inclusion: float) -> dict[str, Solution]:
    table = truth_table(data, Cuts(inclusion=inclusion))
    return {each.kind: each for each in solve(data, table)}


def only(solution: Solution) -> str:
    assert solution.complete and solution.proven and len(solution.models) == 1
    return solution.models[0].text


def figures(solution: Solution) -> list[tuple[float, ...]]:
    fit = solution.models[0].fit
    return [
        tuple(round(each or 0, 3) for each in (fit.inclusion, fit.pri, fit.coverage)),
        *(
            tuple(
                round(each or 0, 3)
                for each in (t.fit.inclusion, t.fit.pri, t.fit.coverage, t.unique_coverage)
            )
            for t in solution.models[0].terms
        ),
    ]


def test_crisp_sets_give_the_models_of_rihoux_and_de_meur() -> None:
    found = solved(lipset.crisp(), 1)
    assert only(found["conservative"]) == "DEV*~URB*LIT*STB + DEV*LIT*IND*STB"
    assert figures(found["conservative"]) == [(1, 1, 1), (1, 1, 0.5, 0.25), (1, 1, 0.75, 0.5)]
    assert only(found["parsimonious"]) == "DEV*STB"
    assert found["parsimonious"].models[0].terms[0].unique_coverage is None
    # Their five simplifying assumptions (p. 61), as rows counted from 1.
    numbers = [
        1 + int("".join(map(str, term)), 2) for term in found["parsimonious"].models[0].assumptions
    ]
    assert numbers == [18, 20, 26, 28, 30]


def test_the_negated_outcome_of_crisp_sets() -> None:
    found = solved(lipset.crisp().negated(), 1)
    assert only(found["conservative"]) == "~DEV*~URB*~IND + DEV*LIT*IND*~STB"
    assert only(found["parsimonious"]) == "~DEV + ~STB"
    assert figures(found["parsimonious"]) == [(1, 1, 1), (1, 1, 0.8, 0.3), (1, 1, 0.7, 0.2)]


def test_fuzzy_sets_give_the_models_of_ragin() -> None:
    found = solved(lipset.fuzzy(), 0.8)
    assert only(found["conservative"]) == "DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB"
    assert figures(found["conservative"]) == [
        (0.87, 0.843, 0.658),
        (0.904, 0.886, 0.454, 0.393),
        (0.804, 0.719, 0.265, 0.204),
    ]
    assert only(found["parsimonious"]) == "DEV*~IND + URB*STB"
    assert figures(found["parsimonious"])[0] == (0.85, 0.819, 0.714)
    assert only(found["intermediate"]) == "DEV*URB*LIT*STB + DEV*LIT*~IND*STB"
    assert figures(found["intermediate"])[0] == (0.866, 0.839, 0.66)


def test_a_lower_cut_takes_one_more_row_in() -> None:
    found = solved(lipset.fuzzy(), 0.7)
    assert only(found["conservative"]) == "DEV*~URB*LIT*STB + DEV*LIT*IND*STB"
    assert figures(found["conservative"]) == [
        (0.871, 0.851, 0.818),
        (0.809, 0.761, 0.433, 0.196),
        (0.843, 0.821, 0.622, 0.385),
    ]
    assert only(found["parsimonious"]) == "DEV*STB"
    assert only(found["intermediate"]) == "DEV*LIT*STB"


def test_many_values_give_the_models_of_cronqvist_and_berg_schlosser() -> None:
    found = solved(lipset.multi(), 0.8)
    assert only(found["conservative"]) == "DEV{2}*LIT{1}*IND{1} + DEV{1}*URB{0}*LIT{1}*IND{0}"
    assert figures(found["conservative"]) == [
        (1, 1, 0.875),
        (1, 1, 0.625, 0.625),
        (1, 1, 0.25, 0.25),
    ]
    assert only(found["parsimonious"]) == "DEV{2} + DEV{1}*IND{0}"
    found = solved(lipset.multi().negated(), 0.8)
    assert only(found["conservative"]) == "DEV{0}*URB{0}*IND{0} + DEV{1}*URB{0}*LIT{1}*IND{1}"
    assert only(found["parsimonious"]) == "DEV{0} + DEV{1}*URB{0}*IND{1}"
    assert figures(found["parsimonious"])[0] == (1, 1, 0.9)


def test_the_two_countries_that_contradict_each_other_are_found() -> None:
    data = lipset.multi()
    (row,) = truth_table(data).contradictory
    assert [data.cases[at] for at in (*row.with_outcome, *row.without)] == ["CZ", "DE"]


def test_the_rows_of_the_multi_value_table_have_their_published_numbers() -> None:
    table = truth_table(lipset.multi(("DEV", "URB", "LIT", "IND", "STB")))
    assert {row.number: len(row.cases) for row in table.rows} == {
        22: 2, 32: 1, 40: 2, 48: 3, 1: 3, 2: 2, 5: 2, 6: 1, 23: 1, 31: 1,
    }  # fmt: skip
    assert len(table.positive) == 4


def test_the_frequency_cut_makes_remainders_of_rare_rows() -> None:
    table = truth_table(lipset.multi(("DEV", "URB", "LIT", "IND", "STB")), Cuts(frequency=2))
    assert sorted(row.number for row in table.rows if row.standing == "too few") == [6, 23, 31, 32]
    assert table.combinations == 48 and table.remainders == 42


def test_four_models_of_cebotari_and_vink_are_told_and_none_is_lost() -> None:
    # The rows of their truth table (2013) at inclusion 0.8, as the package QCA prints it.
    positive = [_row(number) for number in (31, 29, 27, 15, 30, 24, 32, 5, 16)]
    negative = [_row(number) for number in (28, 8, 10, 6, 22, 20, 14, 2)]
    allowed = np.ones((2,) * 5, bool)
    allowed[tuple(np.array(negative).T)] = False
    primes = prime_implicants(positive, allowed, (2,) * 5)
    found = minimal_covers(covers(primes, positive))
    names = ("DEMOC", "ETHFRACT", "GEOCON", "POLDIS", "NATPRIDE")
    sets = [CalibratedSet(name, np.zeros(1)) for name in names]
    texts = [
        "*".join(s.literal(v) for s, v in zip(sets, term, strict=True) if v >= 0)
        for term in primes.tolist()
    ]
    assert {frozenset(texts[at] for at in cover) for cover in found.covers} == {
        frozenset({"~NATPRIDE", "DEMOC*GEOCON*POLDIS", one, two})
        for one, two in (
            ("~DEMOC*ETHFRACT*POLDIS", "DEMOC*ETHFRACT*GEOCON"),
            ("~DEMOC*ETHFRACT*POLDIS", "DEMOC*ETHFRACT*~POLDIS"),
            ("DEMOC*ETHFRACT*GEOCON", "ETHFRACT*GEOCON*POLDIS"),
            ("DEMOC*ETHFRACT*~POLDIS", "ETHFRACT*GEOCON*POLDIS"),
        )
    }
    assert [texts[at] for at in found.essential] == ["~NATPRIDE", "DEMOC*GEOCON*POLDIS"]


def _row(number: int) -> tuple[int, ...]:
    return tuple(int(digit) for digit in f"{number - 1:05b}")


def test_necessity_is_worked_out_by_its_definition() -> None:
    data = lipset.fuzzy()
    found = {each.literal: each for each in necessities(data)}
    lit, surv = data.conditions[2].values, data.outcome
    both = np.minimum(lit, surv)
    assert found["LIT"].inclusion == pytest.approx(both.sum() / surv.sum())
    assert found["LIT"].coverage == pytest.approx(both.sum() / lit.sum())
    assert found["LIT"].relevance == pytest.approx((1 - lit).sum() / (1 - both).sum())


@pytest.mark.shared
def test_the_validation_file_of_models_is_met(shared_data: Path) -> None:
    told = json.loads((shared_data / "validation" / "qca.json").read_text())["cases"]
    inputs = told[0]["input"]
    checked = 0
    for case in told[1:]:
        if "model" not in case["expected"]:
            continue
        asked, expected = case["input"], case["expected"]
        table = inputs[asked["dataset"]]
        rows = np.array(table["rows"])
        sets = [CalibratedSet(name, rows[:, at]) for at, name in enumerate(table["columns"][:-1])]
        data = CalibratedData(table["cases"], sets, rows[:, -1], "SURV")
        if asked["outcome"].startswith("~"):
            data = data.negated()
        kind = "parsimonious" if asked["include_remainders"] else "conservative"
        found = solved(data, asked["incl_cut"])[kind]
        assert only(found) == expected["model"]
        assert list(figures(found)[0]) == expected["overall_inclS_PRI_covS"]
        for term in found.models[0].terms:
            told_of = expected["terms_inclS_PRI_covS_covU"].get(term.text)
            if told_of:
                values = (term.fit.inclusion, term.fit.pri, term.fit.coverage, term.unique_coverage)
                assert [None if v is None else round(v, 3) for v in values] == told_of
        checked += 1
    assert checked == 4


@pytest.mark.shared
def test_the_validation_file_of_the_truth_table_is_met(shared_data: Path) -> None:
    told = json.loads((shared_data / "validation" / "qca.json").read_text())["cases"]
    rows = next(each for each in told if each["id"] == "LF_truth_table")["expected"]["rows"]
    data = lipset.fuzzy()
    found = truth_table(data, Cuts(inclusion=0.8)).rows
    assert [
        {
            "config": list(row.term),
            "cases": [data.cases[at] for at in row.cases],
            "incl": round(row.inclusion or 0, 3),
            "PRI": round(row.pri or 0, 3),
            "OUT": int(row.standing == "positive"),
        }
        for row in found
    ] == rows


@pytest.mark.shared
def test_the_validation_file_of_calibration_is_met(shared_data: Path) -> None:
    told = json.loads((shared_data / "validation" / "qca_calibration.json").read_text())
    asked, expected = told["cases"][0]["input"], told["cases"][0]["expected"]
    found = by_anchors(
        asked["x"], asked["exclusion"], asked["crossover"], asked["inclusion"], idm=asked["idm"]
    )
    assert np.round(found, 4).tolist() == expected["membership"]
