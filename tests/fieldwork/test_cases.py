"""Cases: names, kinds, the tree, removing and restoring."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.errors import MistakeOfUse, NotFound


def test_a_case_is_added_with_values_in_one_operation(field: Any) -> None:
    """Adding a case with attributes is one intention."""
    field.attributes.add("beds", "number")
    before = field.operations()
    case = field.cases.add(
        " Harrow  Vale ", "site", description="Mill towns", attributes={"beds": "1,200"}
    )
    assert (case.name, case.case_kind, case.description) == ("Harrow Vale", "site", "Mill towns")
    assert field.attributes.values("Harrow Vale") == {"beds": 1200.0}
    assert field.operations() == before + 1


def test_names_are_unique_in_a_kind_whatever_their_case(field: Any) -> None:
    """Two sites cannot share a name; a site and a place can."""
    field.cases.add("Harrow", "site")
    with pytest.raises(MistakeOfUse, match="There is a site “Harrow” already"):
        field.cases.add("HARROW ", "Site")
    field.cases.add("Harrow", "place")
    assert field.cases.kinds() == {"place": 1, "site": 1}


def test_a_name_of_two_kinds_asks_which_and_takes_the_kind(field: Any) -> None:
    """The error says how to name each, and that works."""
    field.cases.add("Harrow", "site")
    place = field.cases.add("Harrow", "place")
    with pytest.raises(MistakeOfUse) as caught:
        field.cases.get("harrow")
    assert "“place:Harrow”" in (caught.value.hint or "")
    assert field.cases.get("place:harrow") == place
    assert field.cases.get("Harrow", "place") == place
    assert field.cases.get(place.id) == place


def test_an_unknown_name_lists_what_is_near(field: Any) -> None:
    """A mistyped name is answered with the nearest."""
    field.cases.add("Thornfell", "site")
    with pytest.raises(NotFound) as caught:
        field.cases.get("Thornfel")
    assert caught.value.hint == "Did you mean “Thornfell”?"


@pytest.mark.parametrize("kind", ["code", "Source", "near", "case", "case_kind"])
def test_a_kind_that_is_a_word_of_the_query_language_is_refused(field: Any, kind: str) -> None:
    """`code:x` could not be told from a kind of cases called code."""
    with pytest.raises(MistakeOfUse, match="word of the query language"):
        field.cases.add("X", kind)


def test_a_kind_with_the_name_of_an_attribute_is_refused(field: Any) -> None:
    """Sector cannot be a kind when there is an attribute sector."""
    field.attributes.add("Sector")
    with pytest.raises(MistakeOfUse, match="attribute of that name"):
        field.cases.add("ICB", "sector")


def test_participant_is_another_word_for_the_kind_person(field: Any) -> None:
    """People say participant; the kind is person."""
    assert field.cases.add("P1", "participant").case_kind == "person"
    assert [case.name for case in field.cases.all("participant")] == ["P1"]


def test_cases_need_a_name_and_a_kind(field: Any) -> None:
    """Empty ones are refused."""
    with pytest.raises(MistakeOfUse, match="needs a name"):
        field.cases.add("  ", "site")
    with pytest.raises(MistakeOfUse, match="needs a kind"):
        field.cases.add("X", " ")


def test_a_case_is_described_and_renamed(field: Any) -> None:
    """Both are operations of their own; the same again is nothing to do."""
    field.cases.add("A", "site")
    field.cases.describe("A", "Hills")
    field.cases.rename("A", "B")
    assert (field.cases.get("B").description) == "Hills"
    assert field.cases.rename("B", "B") is None
    assert field.cases.describe("B", "Hills") is None


def test_renaming_to_a_taken_name_is_refused_but_not_to_another_spelling(field: Any) -> None:
    """A case may change the capitals of its own name."""
    field.cases.add("A", "site")
    field.cases.add("B", "site")
    with pytest.raises(MistakeOfUse, match="already"):
        field.cases.rename("A", "b")
    field.cases.rename("A", "a")
    assert [case.name for case in field.cases.all()] == ["a", "B"]


def test_a_removed_case_hides_its_memberships_until_it_is_restored(field: Any) -> None:
    """Nothing cascades: restoring brings back exactly what was hidden."""
    field.cases.add("A", "site")
    field.participants.add("P1", sites=["A"])
    field.cases.remove("A")
    assert field.memberships.all() == []
    field.cases.restore("A")
    assert len(field.memberships.all("P1")) == 1
    assert field.cases.restore("A") is None


def test_a_case_whose_name_was_taken_meanwhile_is_not_restored(field: Any) -> None:
    """Two cases of one name would stand."""
    old = field.cases.add("A", "site")
    field.cases.remove("A")
    field.cases.add("A", "site")
    with pytest.raises(MistakeOfUse, match="There is a site “A” already"):
        field.cases.restore(old.id)
    with pytest.raises(NotFound):
        field.cases.restore("nothing")


def test_a_kind_without_cases_is_not_found(field: Any) -> None:
    """A mistyped kind gives an error, not an empty list."""
    field.cases.add("A", "site")
    with pytest.raises(NotFound, match="no cases of the kind “sight”"):
        field.cases.all("sight")
    assert field.cases.all("person") == []


def test_the_tree_is_a_view_of_memberships(field: Any) -> None:
    """A person in two sites stands under both, and below the organisation that is in one."""
    for name, kind in (("S", "system"), ("A", "site"), ("B", "site"), ("Trust", "organisation")):
        field.cases.add(name, kind)
    field.memberships.add("A", "S")
    field.memberships.add("B", "S")
    field.memberships.add("Trust", "A")
    field.participants.add("P1", sites=["A", "B"], organisations=["Trust"])
    walked = [(depth, node.case.name) for top in field.cases.tree() for depth, node in top.walk()]
    assert walked == [(0, "S"), (1, "A"), (2, "Trust"), (3, "P1"), (1, "B"), (2, "P1")]


def test_the_tree_on_a_day_leaves_out_what_did_not_hold(field: Any) -> None:
    """An ended membership is not in a later tree."""
    field.cases.add("A", "site")
    field.cases.add("T", "organisation")
    field.memberships.add("T", "A", start_day="2020-04-01", end_day="2022-06-30")
    assert [top.case.name for top in field.cases.tree("2022-06-30")] == ["A"]
    assert [top.case.name for top in field.cases.tree("2022-07-01")] == ["T", "A"]
