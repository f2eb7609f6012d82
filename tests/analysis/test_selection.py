"""Choosing cases: eligibility, distance, maximum variation under hard constraints, replacements."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.analysis.selection import (
    Candidates,
    Characteristic,
    Constraint,
    EachGroupAtMost,
    Effort,
    Exclude,
    GroupCount,
    Include,
    Known,
    NoneOf,
    NotAllOneGroup,
    OneOf,
    Within,
    candidates_of,
    eligible,
    gower,
    maximum_variation,
    replaced,
    said,
)
from crosscase.errors import MistakeOfUse

THIRDS = ("low", "middle", "high")
WEIGHTS = {"size": 1.0, "urban": 1.0, "region": 1.0, "wave": 1.0}
BY_BOUNDS = Effort(most_enumerated=0)
BY_PROGRAMME = Effort(most_enumerated=0, most_looked_at=0)
BY_HEURISTIC = Effort(most_enumerated=0, most_looked_at=0, most_pairs=0)


def invented(n: int, seed: int = 3) -> Candidates:
    """A frame of invented places."""
    random = np.random.default_rng(seed)
    return candidates_of(
        [f"Place {number:02}" for number in range(n)],
        {
            "size": Characteristic("ordered", random.choice(THIRDS, n).tolist(), THIRDS),
            "urban": Characteristic("ordered", random.choice(THIRDS, n).tolist(), THIRDS),
            "region": Characteristic("name", [f"Region {i}" for i in random.integers(0, 7, n)]),
            "wave": Characteristic("number", random.integers(1, 7, n).tolist()),
            "share": Characteristic("number", random.random(n).tolist()),
        },
    )


def small() -> Candidates:
    """Five places whose distances can be worked out by hand."""
    return candidates_of(
        ["A", "B", "C", "D", "E"],
        {
            "people": Characteristic("number", [0, 10, 5, None, 10]),
            "level": Characteristic("ordered", ["low", "high", "middle", "low", None], THIRDS),
            "region": Characteristic("name", ["n", "s", "n", "s", "s"]),
            "pilot": Characteristic("presence", [True, False, False, None, True]),
        },
    )


def test_distances_are_those_of_gower() -> None:
    """By hand: numbers over their range, levels in steps, names alike or not, shared presences."""
    found = gower(small(), {"people": 1, "level": 1, "region": 1, "pilot": 1})
    places = {name: place for place, name in enumerate(found.names)}

    def apart(one: str, other: str) -> float:
        return float(found.matrix[places[one], places[other]])

    assert apart("A", "B") == pytest.approx((1 + 1 + 1 + 1) / 4)
    assert apart("A", "C") == pytest.approx((0.5 + 0.5 + 0 + 1) / 4)
    assert apart("B", "C") == pytest.approx((0.5 + 0.5 + 1) / 3)  # both lack the pilot
    assert apart("A", "D") == pytest.approx((0 + 1) / 2)  # people and pilot are not known of D
    assert apart("A", "E") == pytest.approx((1 + 1 + 0) / 3)
    assert apart("D", "D") == 0
    assert np.array_equal(found.matrix, found.matrix.T)
    assert found.compared[places["A"], places["D"]] == pytest.approx(0.5)


def test_weights_count_and_a_given_range_replaces_the_observed_one() -> None:
    """Region three times as heavy; people out of 0 to 100."""
    frame = small()
    found = gower(frame, {"level": 1, "region": 3})
    assert found.matrix[0, 2] == pytest.approx(0.5 / 4)
    wide = candidates_of(["A", "B"], {"people": Characteristic("number", [0, 10], (), (0, 100))})
    assert gower(wide, {"people": 1}).matrix[0, 1] == pytest.approx(0.1)


def test_a_characteristic_that_parts_nobody_and_pairs_without_any_are_named() -> None:
    """Neither passes in silence."""
    frame = candidates_of(
        ["A", "B", "C"],
        {
            "same": Characteristic("number", [4, 4, 4]),
            "gappy": Characteristic("number", [1, None, 3]),
        },
    )
    assert gower(frame, {"same": 1}).without_spread == ("same",)
    found = gower(frame, {"gappy": 1})
    assert found.incomparable == (("A", "B"), ("B", "C"))
    with pytest.raises(MistakeOfUse, match="share no known characteristic"):
        maximum_variation(frame, 2, {"gappy": 1})
    chosen = maximum_variation(frame, 2, {"gappy": 1}, eligible=[0, 2])
    assert chosen.chosen == ("A", "C")
    assert maximum_variation(frame, 2, {"same": 1}).notes == (
        "All eligible cases are alike in “same”.",
    )


def test_who_is_not_eligible_has_its_reasons() -> None:
    """All rules must hold, and what is missing is not guessed."""
    found = eligible(small(), [OneOf("region", ("s",)), Within("people", 6, None)])
    assert found.places == (1, 4)
    assert found.excluded == {
        "A": ("“region” is “n”, none of s", "“people” is 0, below 6"),
        "C": ("“region” is “n”, none of s", "“people” is 5, below 6"),
        "D": ("“people” is not known",),
    }
    assert eligible(small(), [NoneOf("level", ("low",)), Known("pilot")]).places == (1, 2)
    assert eligible(small(), [Within("people", None, 5)]).places == (0, 2)
    assert eligible(small(), []).places == (0, 1, 2, 3, 4)


def brute_force(
    frame: Candidates, size: int, allowed: Callable[[tuple[int, ...]], bool]
) -> tuple[float, set[tuple[str, ...]]]:
    """The best score and every set that has it, one by one."""
    matrix = gower(frame, WEIGHTS).matrix
    scored = [
        (sum(float(matrix[pair]) for pair in itertools.combinations(each, 2)), each)
        for each in itertools.combinations(range(len(frame.names)), size)
        if allowed(each)
    ]
    best = max(score for score, _ in scored)
    sets = {
        tuple(frame.names[place] for place in each)
        for score, each in scored
        if score >= best - 1e-9
    }
    return best, sets


@pytest.mark.parametrize("effort", [Effort(), BY_BOUNDS, BY_PROGRAMME, BY_HEURISTIC])
@pytest.mark.parametrize("size", [2, 3, 4])
def test_every_way_finds_the_best_sets(effort: Effort, size: int) -> None:
    """Against one-by-one search, under constraints; only the heuristic owns to be no proof."""
    frame = invented(13)
    constraints: list[Constraint] = [
        NotAllOneGroup("region"),
        GroupCount("size", "low", 1, 2),
        Exclude("Place 04"),
    ]

    def allowed(places: tuple[int, ...]) -> bool:
        low = sum(frame.group(place, "size") == "low" for place in places)
        regions = {frame.group(place, "region") for place in places}
        return 1 <= low <= 2 and len(regions) > 1 and 4 not in places

    best, sets = brute_force(frame, size, allowed)
    found = maximum_variation(frame, size, WEIGHTS, constraints=constraints, effort=effort)
    assert found.score == pytest.approx(best)
    if effort is BY_HEURISTIC:
        assert (found.how, found.exact, found.all_listed) == ("heuristic", False, False)
        assert "not proven" in found.notes[0]
        assert set(found.equally_good) <= sets
    else:
        assert found.exact
        assert set(found.equally_good) <= sets
        assert found.all_listed is (set(found.equally_good) == sets)
        assert found.bound == pytest.approx(best)
    assert found.chosen == found.equally_good[0]
    if effort == BY_BOUNDS:
        assert found.how == "bounded search"
        assert set(found.equally_good) == sets
    if effort == Effort():
        assert found.how == "enumeration"
        assert set(found.equally_good) == sets
        assert found.feasible == sum(
            allowed(each) for each in itertools.combinations(range(13), size)
        )


@settings(max_examples=25)
@given(seed=st.integers(0, 50), size=st.integers(2, 5))
def test_all_exact_ways_agree(seed: int, size: int) -> None:
    """Whatever the frame, with and without a constraint."""
    frame = invented(9, seed)
    some: list[Constraint] = [NotAllOneGroup("region"), EachGroupAtMost("size", 2)]
    for constraints in (some[:0], some):
        try:
            one = maximum_variation(frame, size, WEIGHTS, constraints=constraints)
        except MistakeOfUse as refused:
            assert refused.slug == "infeasible-constraints"
            continue
        bounded, programme = (
            maximum_variation(frame, size, WEIGHTS, constraints=constraints, effort=effort)
            for effort in (
                Effort(most_enumerated=0, starts=2),
                Effort(0, 0, most_listed_by_programme=3, starts=2),
            )
        )
        assert bounded.equally_good == one.equally_good
        assert one.score == pytest.approx(bounded.score)
        assert one.score == pytest.approx(programme.score)
        assert set(programme.equally_good) <= set(one.equally_good)


def test_listing_stops_where_asked_and_says_so() -> None:
    """A cut list is never passed off as whole."""
    frame = candidates_of(
        list("ABCDE"), {"region": Characteristic("name", ["n", "n", "s", "s", "s"])}
    )
    whole = maximum_variation(frame, 2, {"region": 1})
    assert (len(whole.equally_good), whole.all_listed, whole.feasible) == (6, True, 10)
    for effort in (
        Effort(most_listed=4),
        Effort(0, most_listed=4),
        Effort(0, 0, most_listed_by_programme=4),
    ):
        cut = maximum_variation(frame, 2, {"region": 1}, effort=effort)
        assert (len(cut.equally_good), cut.all_listed) == (4, False)
        assert "not all were listed" in cut.notes[-1]


def test_a_programme_that_is_not_solved_in_its_nodes_gives_way_to_the_heuristic() -> None:
    """And the result says so."""
    frame = invented(42)
    effort = Effort(most_enumerated=0, most_looked_at=1_000, most_nodes=1, starts=10)
    found = maximum_variation(frame, 6, WEIGHTS | {"share": 1.0}, effort=effort)
    assert (found.how, found.exact, found.bound) == ("heuristic", False, None)


def test_the_best_3_of_42_under_hard_constraints_take_less_than_a_second() -> None:
    """Every one of 11,480 sets is looked at."""
    frame = invented(42)
    constraints: list[Constraint] = [
        NotAllOneGroup("region"),
        GroupCount("size", "low", 1),
        EachGroupAtMost("wave", 1),
    ]
    maximum_variation(frame, 2, WEIGHTS, constraints=constraints)  # loads the solver
    started = time.process_time()
    found = maximum_variation(frame, 3, WEIGHTS, constraints=constraints)
    assert time.process_time() - started < 1
    assert found.exact
    assert found.feasible is not None


def test_the_best_8_of_42_are_proven_within_seconds() -> None:
    """Of 118 million sets nearly all are left unseen because they cannot be the best."""
    frame = invented(42)
    started = time.process_time()
    found = maximum_variation(frame, 8, WEIGHTS, constraints=[NotAllOneGroup("region")])
    assert time.process_time() - started < 5
    assert (found.how, found.exact, found.all_listed) == ("bounded search", True, True)


@pytest.mark.parametrize(
    ("size", "constraints", "conflict"),
    [
        (1, [NotAllOneGroup("region"), Include("B")], ["not all of one “region”"]),
        (
            2,
            [Include("A"), Include("C"), NotAllOneGroup("region"), Exclude("E")],
            ["“A” must be chosen", "“C” must be chosen", "not all of one “region”"],
        ),
        (2, [Include("A"), Exclude("A")], ["“A” must be chosen", "“A” may not be chosen"]),
        (4, [EachGroupAtMost("region", 1)], ["at most 1 of any one “region”"]),
        (
            3,
            [
                GroupCount("region", "n", 2),
                GroupCount("region", "s", 2, 3),
                NotAllOneGroup("level"),
            ],
            ["at least 2 of “region” “n”", "2 to 3 of “region” “s”"],
        ),
    ],
)
def test_constraints_that_cannot_hold_are_named_and_no_others(
    size: int, constraints: list[Constraint], conflict: list[str]
) -> None:
    """The smallest conflict, not the whole list."""
    with pytest.raises(MistakeOfUse) as refused:
        maximum_variation(small(), size, {"region": 1}, constraints=constraints)
    assert refused.value.slug == "infeasible-constraints"
    assert refused.value.details["constraints"] == conflict
    assert all(each in refused.value.sentence for each in conflict)
    assert refused.value.hint


def test_a_refusal_is_replaced_by_the_best_given_those_kept() -> None:
    """Those kept stay, who refused stays out, and the order of the others is told."""
    frame = invented(20)
    constraints: list[Constraint] = [NotAllOneGroup("region")]
    first = maximum_variation(frame, 3, WEIGHTS, constraints=constraints)
    refusing, *kept = first.chosen
    found = replaced(frame, 3, WEIGHTS, kept=kept, refused=[refusing], constraints=constraints)
    assert set(kept) < set(found.selection.chosen)
    assert refusing not in found.selection.chosen
    assert found.selection.score is not None
    assert found.ranked[0].score == pytest.approx(found.selection.score)
    assert found.added[0] in [
        each.name for each in found.ranked if each.score == pytest.approx(found.ranked[0].score)
    ]
    assert len(found.ranked) == 17
    scores = [each.score for each in found.ranked]
    assert all(one >= other - 1e-9 for one, other in itertools.pairwise(scores))
    two_open = replaced(frame, 3, WEIGHTS, kept=kept[:1], refused=[refusing])
    assert len(two_open.added) == 2
    assert two_open.ranked == ()


def test_constraints_are_said_in_words() -> None:
    """For the methods paragraph."""
    assert [
        said(each)
        for each in (
            GroupCount("region", "n", 1),
            GroupCount("region", "n", 0, 2),
            GroupCount("region", "n", 1, 2),
            Include("A"),
        )
    ] == [
        "at least 1 of “region” “n”",
        "at most 2 of “region” “n”",
        "1 to 2 of “region” “n”",
        "“A” must be chosen",
    ]


def _asked(size: int = 2, **named: object) -> Callable[[], object]:
    weights = named.pop("weights", {"region": 1})
    return lambda: maximum_variation(small(), size, weights, **named)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (lambda: candidates_of([], {}), "no-candidates"),
        (lambda: candidates_of(["A", "A"], {}), "candidate-named-twice"),
        (
            lambda: candidates_of(["A"], {"x": Characteristic("number", [1, 2])}),
            "unlike-lengths",
        ),
        (lambda: candidates_of(["A"], {"x": Characteristic("number", ["?"])}), "not-a-number"),
        (lambda: candidates_of(["A"], {"x": Characteristic("ordered", ["?"])}), "not-a-level"),
        (
            lambda: candidates_of(["A"], {"x": Characteristic("presence", [1])}),
            "not-true-or-false",
        ),
        (_asked(9), "too-few-candidates"),
        (_asked(0), "size-not-positive"),
        (_asked(weights={}), "no-characteristics"),
        (_asked(weights={"regoin": 1}), "no-such-characteristic"),
        (_asked(weights={"region": 0}), "weight-not-positive"),
        (_asked(constraints=[Include("Z")]), "no-such-candidate"),
        (_asked(constraints=[GroupCount("region", "west", 1)]), "no-such-group"),
        (_asked(constraints=[GroupCount("region", "n", 3)]), "bounds-out-of-order"),
        (_asked(constraints=[Include("A")], eligible=[1, 2]), "not-eligible"),
        (lambda: eligible(small(), [Within("region", 1, 2)]), "rule-needs-a-number"),
        (
            lambda: replaced(small(), 2, {"region": 1}, kept=["A", "B"], refused=["C"]),
            "nothing-to-replace",
        ),
        (
            lambda: replaced(small(), 2, {"region": 1}, kept=["A"], refused=["A"]),
            "kept-and-refused",
        ),
        (
            lambda: gower(
                candidates_of(["A"], {"x": Characteristic("number", [5], (), (0, 1))}), {"x": 1}
            ),
            "extent-too-narrow",
        ),
    ],
)
def test_bad_input_is_refused_with_a_way_out(asked: Callable[[], object], slug: str) -> None:
    """Each mistake has its slug and a hint."""
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.slug == slug
    assert refused.value.hint


def test_large_frames_are_left_to_the_heuristic_and_very_large_ones_refused() -> None:
    """No choice may take minutes or fill the memory; what is not proven says so."""
    random = np.random.default_rng(5)
    values = random.random(400).tolist()
    frame = candidates_of(
        [str(number) for number in range(400)], {"x": Characteristic("number", values)}
    )
    started = time.process_time()
    found = maximum_variation(frame, 3, {"x": 1.0})
    assert time.process_time() - started < 5
    assert (found.how, found.exact) == ("heuristic", False)
    assert {values.index(min(values)), values.index(max(values))} <= set(map(int, found.chosen))
    with pytest.raises(MistakeOfUse) as refused:
        maximum_variation(frame, 3, {"x": 1.0}, effort=Effort(most_cases=399))
    assert refused.value.slug == "too-many-candidates"


def test_an_exact_number_of_a_group_is_said_so() -> None:
    """Not as two to two."""
    assert said(GroupCount("size", "low", 2, 2)) == "exactly 2 of “size” “low”"
