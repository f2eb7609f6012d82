"""Choosing by chance, by strata, by quota, by criterion and by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from crosscase.analysis.selection import (
    Candidates,
    Characteristic,
    OneOf,
    allocation,
    by_criterion,
    by_hand,
    by_quota,
    candidates_of,
    drawn,
    drawn_order,
    stratified,
)
from crosscase.errors import MistakeOfUse

REGIONS = ["north"] * 6 + ["south"] * 3 + [None]


@pytest.fixture
def frame() -> Candidates:
    """Ten invented places in two regions, one of them in none that is known."""
    return candidates_of(list("ABCDEFGHIJ"), {"region": Characteristic("name", REGIONS)})


def test_a_seed_decides_the_drawing_on_every_machine(frame: Candidates) -> None:
    """Written down here: it may never change, or no drawing could be repeated."""
    assert drawn(frame, 3, seed=2024).chosen == drawn_order(list("ABCDEFGHIJ"), 2024)[:3]
    assert drawn_order(list("ABCDEFGHIJ"), 2024) == tuple("DIHABCGFJE")
    assert drawn(frame, 3, seed=2024) != drawn(frame, 3, seed=2025)


def test_the_order_of_the_frame_and_new_cases_do_not_disturb_a_drawing() -> None:
    """A drawing hangs on names alone."""
    order = drawn_order(list("ABCDEF"), 1)
    assert drawn_order(list("FEDCBA"), 1) == order
    assert tuple(name for name in drawn_order(list("ABCDEFGH"), 1) if name in "ABCDEF") == order


def test_each_case_is_drawn_about_equally_often() -> None:
    """Over 4,000 seeds each of five is first about 800 times."""
    firsts = Counter(drawn_order(list("ABCDE"), seed)[0] for seed in range(4_000))
    assert all(abs(count - 800) < 120 for count in firsts.values())


def test_strata_share_a_sample_in_proportion_or_equally(frame: Candidates) -> None:
    """Six and three cases: of six drawn 4 and 2, or 3 and 3; who has no stratum is told."""
    found = stratified(frame, "region", 6, seed=1)
    regions = Counter("north" if name in "ABCDEF" else "south" for name in found.chosen)
    assert regions == {"north": 4, "south": 2}
    assert found.notes == (
        "By “region”: 4 of “north”, 2 of “south”.",
        "1 case has no “region” and could not be chosen.",
    )
    equal = stratified(frame, "region", 6, seed=1, share="equal")
    assert Counter(name in "ABCDEF" for name in equal.chosen) == {True: 3, False: 3}
    given = stratified(frame, "region", {"south": 1}, seed=1, places=[6, 7, 8])
    assert given.chosen == drawn_order("GHI", 1)[:1]


def test_remainders_go_to_the_largest_and_ties_to_the_first() -> None:
    """Hamilton's method; an equal share stops where a stratum is used up."""
    assert allocation({"a": 5, "b": 3, "c": 2}, 4, "proportional") == {"a": 2, "b": 1, "c": 1}
    assert allocation({"a": 1, "b": 1, "c": 1}, 2, "proportional") == {"a": 1, "b": 1, "c": 0}
    assert allocation({"a": 9, "b": 1, "c": 9}, 7, "equal") == {"a": 3, "b": 1, "c": 3}


def test_a_quota_is_filled_in_the_order_of_approach(frame: Candidates) -> None:
    """No chance in it."""
    found = by_quota(frame, "region", {"north": 2, "south": 1}, order=list("JIFAB"))
    assert found.chosen == ("I", "F", "A")
    assert found.seed is None
    assert by_quota(frame, "region", {"south": 2}).chosen == ("G", "H")


def test_a_criterion_takes_all_who_meet_it_and_a_hand_needs_a_reason(frame: Candidates) -> None:
    """Both are stored with how they came about."""
    assert by_criterion(frame, [OneOf("region", ("south",))]).chosen == ("G", "H", "I")
    by_person = by_hand(frame, ["J", "A"], "  The only two with a joint board. ")
    assert (by_person.chosen, by_person.how) == (("J", "A"), "person")
    assert by_person.reason == "The only two with a joint board."


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (lambda frame: drawn(frame, 11, seed=1), "too-few-candidates"),
        (lambda frame: drawn(frame, 0, seed=1), "size-not-positive"),
        (lambda frame: stratified(frame, "region", 10, seed=1), "too-few-candidates"),
        (lambda frame: stratified(frame, "region", {"west": 1}, seed=1), "no-such-group"),
        (lambda frame: stratified(frame, "region", {"north": -1}, seed=1), "size-not-positive"),
        (lambda frame: by_quota(frame, "region", {"south": 4}), "too-few-candidates"),
        (lambda frame: by_quota(frame, "size", {"south": 4}), "no-such-characteristic"),
        (lambda frame: by_criterion(frame, []), "no-criterion"),
        (lambda frame: by_criterion(frame, [OneOf("region", ("west",))]), "too-few-candidates"),
        (lambda frame: by_hand(frame, ["A"], "  "), "no-reason"),
        (lambda frame: by_hand(frame, [], "because"), "size-not-positive"),
        (lambda frame: by_hand(frame, ["A", "A"], "because"), "candidate-named-twice"),
        (lambda frame: by_hand(frame, ["Z"], "because"), "no-such-candidate"),
    ],
)
def test_bad_input_is_refused_with_a_way_out(
    frame: Candidates, asked: Callable[[Candidates], object], slug: str
) -> None:
    """Each mistake has its slug and a hint."""
    with pytest.raises(MistakeOfUse) as refused:
        asked(frame)
    assert refused.value.slug == slug
    assert refused.value.hint
