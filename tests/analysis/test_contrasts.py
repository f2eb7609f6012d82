"""How groups differ: published numbers, exact tests by hand, and what is left undefined."""

from __future__ import annotations

import json
from itertools import combinations
from math import comb
from pathlib import Path

import numpy as np
import pytest

from crosscase.analysis.contrasts import (
    Arrangements,
    benjamini_hochberg,
    informative_prior,
    log_odds,
    log_odds_against_all,
    permutation_test,
)
from crosscase.errors import MistakeOfUse

# Monroe, Colaresi and Quinn 2008, eq. 16, 20 and 22, worked out independently.
FIRST, SECOND = [12, 30, 18, 5], [20, 10, 9, 11]
DELTA = [-0.9137311091905317, 1.0235208043437594, 0.4676553883166311, -1.0274604526451325]
Z = [-2.735915778380045, 3.1728320833129584, 1.2622385525052835, -2.109795786541997]

# Example data of the R package tidylo (MIT); values from the equations that it states.
FOX = [[1, 1, 1, 1, 2, 0, 0, 0], [1, 0, 1, 0, 0, 1, 1, 2]]
FOX_Z = [[0, 0.7731898882334818, 0, 0.7731898882334818, 1.2380997617995342, None, None, None],
         [0, None, 0, None, None, 0.7731898882334818, 0.7731898882334818, 1.2380997617995342],
         ]  # fmt: skip


def test_two_groups_with_an_informative_prior() -> None:
    """Log-odds and z of four codes; the prior is the share of each in all, times ten."""
    prior = informative_prior([FIRST, SECOND], 10)
    assert prior.sum() == pytest.approx(10)
    found = log_odds(FIRST, SECOND, prior)
    assert found.delta == pytest.approx(DELTA)
    assert found.z == pytest.approx(Z)
    turned = log_odds(SECOND, FIRST, prior)
    assert turned.z == pytest.approx([-each for each in Z])


def test_a_group_against_all_as_tidylo_has_it() -> None:
    """Words that only one text has are positive; what it never has is undefined."""
    found = log_odds_against_all(FOX, unseen=False).z
    for row, expected in zip(found, FOX_Z, strict=True):
        for value, wanted in zip(row, expected, strict=True):
            assert np.isnan(value) if wanted is None else value == pytest.approx(wanted)
    whole = log_odds_against_all(FOX).delta
    assert not np.isnan(whole).any()
    assert whole[0, 5] < 0 < whole[1, 5]


@pytest.mark.shared
def test_every_case_of_the_validation_file(shared_data: Path) -> None:
    """The file's own inputs and expected values."""
    held = json.loads((shared_data / "validation" / "log_odds.json").read_text("utf-8"))
    fox, two = held["cases"]
    words = sorted({word for counts in fox["input"]["counts"].values() for word in counts})
    table = [[fox["input"]["counts"][name].get(word, 0) for word in words] for name in "12"]
    found = log_odds_against_all(table, unseen=False).z
    for key, value in fox["expected"]["log_odds_weighted"].items():
        name, _, word = key.partition("|")
        assert found["12".index(name), words.index(word)] == pytest.approx(value)
    codes = list(two["expected"])
    columns = [[two["input"][name][code] for code in codes] for name in
               ("group_A", "group_B", "prior")]  # fmt: skip
    assert informative_prior(columns[:2], two["input"]["alpha0"]) == pytest.approx(columns[2])
    contrast = log_odds(*columns)
    for at, code in enumerate(codes):
        assert contrast.delta[at] == pytest.approx(two["expected"][code]["delta"])
        assert contrast.z[at] == pytest.approx(two["expected"][code]["z"])


def test_log_odds_that_nothing_speaks_for_are_undefined() -> None:
    """A code that nobody has, and one that is all that a group has; counts below zero refused."""
    found = log_odds([3, 0], [2, 0], [1.0, 0.0])
    assert np.isnan(found.delta).all()
    with pytest.raises(MistakeOfUse):
        log_odds([-1, 2], [1, 2], [1, 1])
    with pytest.raises(MistakeOfUse):
        log_odds([1, 2], [1, 2, 3], [1, 1])
    with pytest.raises(MistakeOfUse):
        informative_prior([1, 2], 0)
    for strength in (float("inf"), float("nan")):
        with pytest.raises(MistakeOfUse):
            informative_prior([1, 2], strength)


def groups(*members: int, of: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """A column that is true for these people."""
    found = np.zeros((of, 1), bool)
    found[list(members)] = True
    return found


def test_an_exact_test_is_that_of_all_arrangements_looked_at_by_hand() -> None:
    """Every choice of four of nine people, by its definition; and the same with strata."""
    random = np.random.default_rng(4)
    said = random.random((9, 6)) < 0.5
    inside = groups(0, 2, 5, 7, of=9)
    found = permutation_test(said, inside, ~inside, seed=1, permutations=1_000)
    assert found.exact
    assert found.possible == comb(9, 4) == found.looked_at
    spread = said.std(axis=0)
    usable = spread > 0
    seen = abs(_difference(said, {0, 2, 5, 7}))
    others = [abs(_difference(said, set(chosen))) for chosen in combinations(range(9), 4)]
    by_hand = np.mean([each >= seen - 1e-9 for each in others], axis=0)
    assert found.p[0][usable] == pytest.approx(by_hand[usable])
    greatest = np.array([(each[usable] / spread[usable]).max() for each in others])
    family = [(greatest >= value - 1e-9).mean() for value in seen[usable] / spread[usable]]
    assert found.family[0][usable] == pytest.approx(family)


def test_people_are_rearranged_within_their_strata_only() -> None:
    """Two of four in each of two sites: 6 x 6 arrangements, and p of the stratified difference."""
    said = np.array([[1, 0], [1, 1], [0, 0], [0, 1], [1, 0], [1, 0], [0, 1], [0, 1]], bool)
    inside = groups(0, 1, 4, 5, of=8)
    sites = [0, 0, 0, 0, 1, 1, 1, 1]
    found = permutation_test(said, inside, ~inside, sites, seed=1)
    assert found.possible == 36
    assert found.p[0, 0] == pytest.approx(2 / 36)
    whole = permutation_test(said, inside, ~inside, seed=1)
    assert whole.possible == comb(8, 4)


def test_drawn_arrangements_come_near_to_all_of_them_and_follow_the_seed() -> None:
    """The same seed gives the same p; another a p close by; p is never zero."""
    random = np.random.default_rng(6)
    said = random.random((14, 5)) < 0.5
    said[:7, 0], said[7:, 0] = True, False
    inside = groups(*range(7), of=14)
    exact = permutation_test(said, inside, ~inside, seed=1, permutations=4_000)
    assert exact.exact
    drawn = [
        permutation_test(said, inside, ~inside, seed=seed, permutations=3_000) for seed in (1, 1, 2)
    ]
    assert not drawn[0].exact
    assert (drawn[0].p == drawn[1].p).all()
    assert (drawn[0].p != drawn[2].p).any()
    for each in drawn:
        assert each.p == pytest.approx(exact.p, abs=0.04)
        assert each.family == pytest.approx(exact.family, abs=0.05)
        assert (each.p > 0).all()
        assert (each.family >= each.p - 1e-12).all()


def test_groups_that_are_equal_have_p_spread_evenly() -> None:
    """Of two hundred codes said at random about one in ten has a p below 0.1, none adjusted."""
    random = np.random.default_rng(8)
    said = random.random((60, 200)) < 0.4
    inside = groups(*range(30), of=60)
    found = permutation_test(said, inside, ~inside, seed=3, permutations=2_000)
    assert 0.04 < (found.p < 0.1).mean() < 0.16
    assert 0.4 < found.p.mean() < 0.65
    assert (found.family > 0.05).all()


def test_somebody_in_two_groups_stays_in_both() -> None:
    """The profile moves as a whole: 3!/(1!1!1!) arrangements times who is who."""
    inside = np.array([[True], [True], [False], [False]])
    against = np.array([[False], [True], [True], [True]])
    said = np.array([[1], [1], [0], [0]], bool)
    found = permutation_test(said, inside, against, seed=1, least=2)
    assert found.possible == 12
    assert found.difference[0, 0] == pytest.approx(2 / 2 - 1 / 3)


def test_several_contrasts_are_adjusted_together() -> None:
    """Three groups, each against the others: one family of all codes and contrasts."""
    random = np.random.default_rng(9)
    said = random.random((18, 4)) < 0.5
    inside = np.repeat(np.eye(3, dtype=bool), 6, axis=0)
    found = permutation_test(said, inside, ~inside, seed=1, permutations=2_000)
    assert found.p.shape == (3, 4)
    alone = permutation_test(said, inside[:, :1], ~inside[:, :1], seed=1, permutations=2_000)
    assert (found.family[0] >= alone.family[0] - 0.03).all()


@pytest.mark.parametrize(
    ("inside", "strata", "reason"),
    [
        (groups(of=6), None, "empty"),
        (groups(*range(6), of=6), None, "empty"),
        (groups(0, 1, 2, of=6), [0, 0, 0, 1, 1, 1], "cannot be rearranged"),
        (groups(0, of=6), None, "Only 6 arrangements"),
    ],
)
def test_what_cannot_be_tested_is_undefined_with_a_reason(
    inside: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    strata: list[int] | None,
    reason: str,
) -> None:
    """An empty group, nobody to exchange with, and too few arrangements, which are counted."""
    said = np.array([[1], [1], [1], [0], [0], [0]], bool)
    found = permutation_test(said, inside, ~inside, strata, seed=1)
    assert reason in (found.reason or "")
    assert np.isnan(found.p).all()
    assert found.looked_at == 0


def test_a_code_that_all_say_alike_is_undefined_beside_others_that_are_not() -> None:
    """Everybody says the first: no arrangement can tell anything of it."""
    said = np.array([[1, 1], [1, 1], [1, 1], [1, 0], [1, 0], [1, 0], [1, 0]], bool)
    inside = groups(0, 1, 2, of=7)
    found = permutation_test(said, inside, ~inside, seed=1)
    assert np.isnan(found.p[0, 0])
    assert found.p[0, 1] == pytest.approx(1 / comb(7, 3))
    with pytest.raises(MistakeOfUse):
        permutation_test(said, inside, ~inside, seed=1, permutations=0)


def test_the_false_discovery_rate_of_benjamini_and_hochberg() -> None:
    """A textbook row; nan is passed over, and the order does not matter."""
    p = np.array([0.01, 0.04, np.nan, 0.03, 0.5])
    found = benjamini_hochberg(p)
    assert found[[0, 1, 3, 4]] == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert np.isnan(found[2])
    assert np.isnan(benjamini_hochberg(np.array([np.nan]))).all()


def test_all_arrangements_come_once_each_in_blocks() -> None:
    """As many as are counted, all different, and each a rearrangement within strata."""
    found = Arrangements(np.array([0, 0, 1, 2, 0, 1]), np.array([0, 0, 0, 0, 1, 1]))
    rows = [tuple(row) for block in found.every(5) for row in block.tolist()]
    assert len(rows) == len(set(rows)) == found.possible == 12 * 2
    drawn = np.concatenate(list(found.drawn(np.random.default_rng(1), 50, 7)))
    assert len(drawn) == 50
    assert {tuple(row) for row in drawn.tolist()} <= set(rows)


def _difference(said: np.ndarray[tuple[int, int], np.dtype[np.bool_]], chosen: set[int]
                ) -> np.ndarray[tuple[int], np.dtype[np.float64]]:  # fmt: skip
    inside = np.array([at in chosen for at in range(len(said))])
    difference: np.ndarray[tuple[int], np.dtype[np.float64]] = said[inside].mean(axis=0) - said[
        ~inside
    ].mean(axis=0)
    return difference
