"""Sets: named collections of things of any kind."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.sets import Sets
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.store.session import Session


@pytest.fixture
def sets(session: Session) -> Sets:
    """The sets of a study with the codes Trust and Money."""
    codes = Codes(session)
    codes.add("Trust")
    codes.add("Money")
    return Sets(session)


def names(sets: Sets, set_: str) -> list[str]:
    return sorted(member.name for member in sets.members(set_))  # type: ignore[attr-defined]


def test_a_set_holds_things_of_several_kinds(sets: Sets) -> None:
    """Each once, however it is named."""
    sets.make("Core", ["Trust", "trust", ("source", "P01.txt")], description="To read again")
    assert names(sets, "core") == ["P01.txt", "Trust"]
    assert [(each.set.description, each.members) for each in sets.all()] == [("To read again", 2)]


def test_members_come_and_go_and_come_back(sets: Sets) -> None:
    """Doing what is done already is no operation."""
    sets.make("Core", ["Trust"])
    sets.add_members("Core", ["Money", "Trust"])
    sets.remove_members("Core", ["Trust", "board.txt"])
    assert names(sets, "Core") == ["Money"]
    assert sets.remove_members("Core", ["Trust"]) is None
    sets.add_members("Core", ["Trust"])
    assert names(sets, "Core") == ["Money", "Trust"]
    assert sets.add_members("Core", ["Trust"]) is None


def test_a_removed_thing_is_hidden_from_its_sets(sets: Sets, session: Session) -> None:
    """And is in them again when it is restored."""
    sets.make("Core", ["Trust", "Money"])
    codes = Codes(session)
    trust = codes.get("Trust").id
    codes.remove("Trust")
    assert names(sets, "Core") == ["Money"] and sets.all()[0].members == 1
    codes.restore(trust)
    assert names(sets, "Core") == ["Money", "Trust"]


def test_a_removed_set_leaves_its_name_free(sets: Sets) -> None:
    """Its members stay in the study."""
    sets.make("Core", ["Trust"])
    with pytest.raises(MistakeOfUse, match="already"):
        sets.make(" CORE ")
    sets.remove("Core")
    with pytest.raises(NotFound):
        sets.get("Core")
    assert sets.make("Core") and names(sets, "Core") == []


def test_a_set_of_sets_is_refused(sets: Sets) -> None:
    """Sets hold sources, codes, cases, codings and memos."""
    sets.make("Core")
    with pytest.raises(MistakeOfUse) as error:
        sets.make("More", [("set", "Core")])
    assert error.value.slug == "not-a-member"


def test_a_removed_set_can_be_restored(sets: Sets) -> None:
    """By its name with its members, unless another has taken the name."""
    first = sets.make("Core", ["Trust"])
    sets.remove("Core")
    sets.restore("core")
    assert names(sets, "Core") == ["Trust"]
    assert sets.restore("Core") is None
    sets.remove("Core")
    sets.make("Core")
    with pytest.raises(MistakeOfUse, match="There is a set “Core” already"):
        sets.restore(first.id)


def test_a_name_that_several_kinds_bear_is_not_guessed(sets: Sets) -> None:
    """Which is meant has to be said."""
    sets.make("Trust")
    with pytest.raises(MistakeOfUse, match="“Trust” is the name of a code and a set"):
        sets.make("Core", ["Trust"])
    sets.make("Core", ["code:Trust"])
    assert names(sets, "Core") == ["Trust"]
