"""The closure of memberships: at any remove, on a day, and in circles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscase.model.case_closure import (
    counting_memberships,
    groups_of,
    groups_of_kind,
    is_on,
)
from crosscase.model.nouns import Case, Membership


def case(name: str, case_kind: str = "site") -> Case:
    """A case whose id is its name."""
    return Case(id=name, name=name, case_kind=case_kind)


def held(member: str, group: str, **details: object) -> Membership:
    """A membership whose id tells what it joins."""
    return Membership(id=f"{member}-{group}", member=member, group=group, **details)  # type: ignore[arg-type]


KINDS = {"P": "person", "O": "organisation", "A": "site", "B": "Site", "S": "system"}
CASES = {name: case(name, kind) for name, kind in KINDS.items()}


def test_groups_are_found_at_any_remove() -> None:
    """A person lies in the system of the site of the organisation."""
    memberships = [held("P", "O"), held("O", "A"), held("A", "S"), held("source", "O")]
    assert groups_of(memberships, CASES) == {
        "P": {"O", "A", "S"},
        "O": {"A", "S"},
        "A": {"S"},
        "source": {"O", "A", "S"},
    }


def test_a_group_that_does_not_show_leads_nowhere() -> None:
    """Nor does what is above it."""
    memberships = [held("P", "gone"), held("gone", "S")]
    assert groups_of(memberships, CASES).get("P") is None


def test_on_a_day_only_what_held_then_counts() -> None:
    """Both ends belong to a membership, and an open end holds."""
    one = held("P", "A", start_day="2020-01-01", end_day="2020-12-31")
    assert [
        is_on(one, day) for day in ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")
    ] == [
        False,
        True,
        True,
        False,
    ]
    memberships = [one, held("P", "B", start_day="2021-01-01")]
    assert groups_of(memberships, CASES, "2022-05-05") == {"P": {"B"}}
    assert groups_of(memberships, CASES) == {"P": {"A", "B"}}


def test_groups_of_one_kind_are_in_the_order_of_names() -> None:
    """Kinds are compared without regard to capitals."""
    groups = groups_of([held("P", "B"), held("P", "A"), held("A", "S")], CASES)
    assert groups_of_kind(groups, CASES, "SITE") == {"P": ("A", "B")}


def test_a_circle_comes_to_an_end_and_nothing_lies_in_itself() -> None:
    """After a merge two cases may lie in one another."""
    memberships = [held("A", "B"), held("B", "A"), held("P", "A"), held("B", "S")]
    assert groups_of(memberships, CASES) == {
        "A": {"B", "S"},
        "B": {"A", "S"},
        "P": {"A", "B", "S"},
    }


NAMES = "abcdefg"
EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20)


@given(EDGES)
def test_the_closure_is_what_can_be_reached(edges: list[tuple[str, str]]) -> None:
    """In any graph, with circles or without: the fixed point of following memberships."""
    cases = {name: case(name) for name in NAMES}
    reached = {name: {group for member, group in edges if member == name} for name in NAMES}
    for _ in NAMES:
        for groups in reached.values():
            for group in list(groups):
                groups |= reached[group]
    expected = {name: groups - {name} for name, groups in reached.items() if groups - {name}}
    assert groups_of([held(*edge) for edge in edges], cases) == expected


def test_the_marked_membership_counts() -> None:
    """Or the only one; several without a mark leave it open; of two marks the greatest id."""
    only = counting_memberships([held("P", "A"), held("P", "O")], CASES)
    assert {key: each and each.group for key, each in only.items()} == {
        ("P", "site"): "A",
        ("P", "organisation"): "O",
    }
    several = counting_memberships([held("P", "A"), held("P", "B")], CASES)
    assert several == {("P", "site"): None}
    marked = counting_memberships([held("P", "A", counts_as=True), held("P", "B")], CASES)
    assert [each and each.group for each in marked.values()] == ["A"]
    both = [held("P", "A", counts_as=True), held("P", "B", counts_as=True)]
    for order in (both, both[::-1]):
        (chosen,) = counting_memberships(order, CASES).values()
        assert chosen is not None
        assert chosen.group == "B"


def test_two_memberships_in_one_group_are_one_group() -> None:
    """Somebody who came back is still in one site only."""
    first, second = (
        held("P", "A"),
        Membership(id="z", member="P", group="A", start_day="2021-01-01"),
    )
    assert counting_memberships([first, second], CASES) == {("P", "site"): second}
