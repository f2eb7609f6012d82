"""Memberships: dates, roles, the one that counts, circles, and two laptops."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.model.case_closure import groups_of


@pytest.fixture
def places(field: Any) -> Any:
    """A system, two sites and a participant."""
    for name, kind in (("S", "system"), ("A", "site"), ("B", "site"), ("P1", "person")):
        field.cases.add(name, kind)
    return field


def counting(field: Any, member: str) -> list[str]:
    """The groups that a member counts as."""
    names = {case.id: case.name for case in field.cases.all()}
    return [names[each.group] for each in field.memberships.all(member) if each.counts_as]


def test_a_membership_has_role_share_and_days(places: Any) -> None:
    """What a table or a person says of it is read and kept."""
    made = places.memberships.add(
        "P1", "A", role="Director", share="50%", start_day="25/04/2021", end_day="2022-01-01"
    )
    assert (made.role, made.share, made.start_day) == ("Director", 0.5, "2021-04-25")


def test_adding_the_same_again_gives_the_one_that_is_there(places: Any) -> None:
    """One member, one group, one first day: one membership."""
    first = places.memberships.add("P1", "A", role="Director")
    before = places.operations()
    assert places.memberships.add("P1", "A") == first
    assert places.operations() == before
    with pytest.raises(Conflict, match="already, with another role"):
        places.memberships.add("P1", "A", role="Chair")


def test_a_second_time_in_a_group_is_another_membership(places: Any) -> None:
    """Somebody may come back; then the day says which one is meant."""
    places.memberships.add("P1", "A", end_day="2019-12-31")
    places.memberships.add("P1", "A", start_day="2021-01-01")
    with pytest.raises(MistakeOfUse, match="2 times"):
        places.memberships.change("P1", "A", role="Chair")
    places.memberships.change("P1", "A", started="2021-01-01", role="Chair")
    assert {each.role for each in places.memberships.all("P1")} == {None, "Chair"}


def test_a_membership_moved_to_another_day_leaves_its_first_day_free(places: Any) -> None:
    """Adding anew without a day does not touch the one that was given a day."""
    places.memberships.add("P1", "A")
    places.memberships.change("P1", "A", start_day="2021-01-01")
    places.memberships.add("P1", "A", end_day="2019-12-31")
    assert sorted((each.start_day or "") for each in places.memberships.all()) == ["", "2021-01-01"]


def test_a_removed_membership_can_be_added_again(places: Any) -> None:
    """It comes back with what is said now, not with what it was."""
    places.memberships.add("P1", "A", role="Director")
    places.memberships.remove("P1", "A")
    assert places.memberships.all() == []
    with pytest.raises(NotFound, match="“P1” is not in “A”"):
        places.memberships.get("P1", "A")
    assert places.memberships.add("P1", "A").role is None


def test_marking_one_that_counts_takes_the_mark_from_the_other(places: Any) -> None:
    """Of the memberships in cases of one kind at most one counts."""
    places.memberships.add("P1", "S", counts_as=True)
    places.memberships.add("P1", "A", counts_as=True)
    places.memberships.add("P1", "B")
    assert counting(places, "P1") == ["S", "A"]
    before = places.operations()
    places.memberships.change("P1", "B", counts_as=True)
    assert sorted(counting(places, "P1")) == ["B", "S"]
    assert places.operations() == before + 1


def test_a_system_cannot_lie_in_its_own_site(places: Any) -> None:
    """A circle is refused, over any number of steps, with the way it would take."""
    places.cases.add("T", "organisation")
    places.memberships.add("A", "S")
    places.memberships.add("T", "A")
    with pytest.raises(MistakeOfUse, match="“T” in “A” in “S” lies already") as caught:
        places.memberships.add("S", "T")
    assert caught.value.slug == "case-cycle"
    with pytest.raises(MistakeOfUse, match="cannot lie in itself"):
        places.memberships.add("A", "A")


def test_a_source_may_lie_in_a_case(places: Any) -> None:
    """A site's policy document belongs to the site."""
    source = places.add_source("plan.txt", (None, "Our plan."))
    made = places.memberships.add("plan.txt", "A")
    assert made.member == source
    assert places.memberships.all(group="A") == [made]


def test_a_member_that_may_be_a_case_or_a_source_is_asked_for(places: Any) -> None:
    """P1 the transcript and P1 the person are told apart by a prefix."""
    source = places.add_source("P1", ("P1", "Yes."))
    with pytest.raises(MistakeOfUse, match="may be 2 things") as caught:
        places.memberships.add("P1", "A")
    assert "“person:P1” or “source:P1”" in (caught.value.hint or "")
    assert places.memberships.add("source:P1", "A").member == source
    assert places.memberships.add("person:P1", "A").member != source


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"share": 2}, "not a share"),
        ({"share": "half"}, "not a number"),
        ({"start_day": "soon"}, "not a day"),
        ({"start_day": "2021-01-02", "end_day": "2021-01-01"}, "cannot end on 2021-01-01"),
        ({"counts_as": "perhaps"}, "neither yes nor no"),
    ],
)
def test_details_that_cannot_be_are_refused(
    places: Any, details: dict[str, Any], sentence: str
) -> None:
    """Each with a sentence, and nothing is stored."""
    with pytest.raises(MistakeOfUse, match=sentence):
        places.memberships.add("P1", "A", **details)
    assert places.memberships.all() == []


def test_an_unknown_detail_is_refused(places: Any) -> None:
    """A membership has no colour."""
    places.memberships.add("P1", "A")
    with pytest.raises(MistakeOfUse, match="has no “colour”"):
        places.memberships.change("P1", "A", colour="red")


def test_two_laptops_that_add_the_same_membership_make_one(laptops: tuple[Any, Any]) -> None:
    """Its id is derived from what it joins."""
    one, other = laptops
    one.cases.add("A", "site")
    one.cases.add("P1", "person")
    other.merge(one)
    one.memberships.add("P1", "A")
    other.memberships.add("P1", "A", role="Chair")
    one.merge(other)
    assert [each.role for each in one.memberships.all()] == ["Chair"]


def test_a_circle_made_by_a_merge_is_read_without_end(laptops: tuple[Any, Any]) -> None:
    """Closure and tree come to an end, and each case is still in the tree."""
    one, other = laptops
    for name in ("A", "B", "C"):
        one.cases.add(name, "body")
    one.memberships.add("C", "A")
    other.merge(one)
    one.memberships.add("A", "B")
    other.memberships.add("B", "A")
    one.merge(other)
    cases = {case.id: case for case in one.cases.all()}
    groups = groups_of(one.memberships.all(), cases)
    named = {
        cases[member].name: sorted(cases[group].name for group in found)
        for member, found in groups.items()
    }
    assert named == {"A": ["B"], "B": ["A"], "C": ["A", "B"]}
    (top,) = one.cases.tree()
    assert sorted(node.case.name for _, node in top.walk()) == ["A", "B", "C"]


def test_after_a_merge_one_of_two_marks_counts(laptops: tuple[Any, Any]) -> None:
    """Both marks stand in the state; the same one counts in both copies."""
    one, other = laptops
    for name, kind in (("A", "site"), ("B", "site"), ("P1", "person")):
        one.cases.add(name, kind)
    other.merge(one)
    one.memberships.add("P1", "A", counts_as=True)
    other.memberships.add("P1", "B", counts_as=True)
    one.merge(other)
    other.merge(one)
    assert len(counting(one, "P1")) == 2
    person = one.cases.get("P1").id
    chosen = one.memberships.counting()[person, "site"]
    assert chosen is not None
    assert chosen == other.memberships.counting()[person, "site"]
