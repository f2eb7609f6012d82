"""Naming any one thing of a study: the one rule for Python, tables and the command line."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.coding.links import Links
from crosscase.coding.memos import Memos
from crosscase.coding.named_things import Thing, find_thing, name_of_thing
from crosscase.coding.queries import Queries
from crosscase.coding.sets import Sets
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.model.nouns import Noun
from crosscase.store.session import Session
from tests.coding.making import add_participant


@pytest.fixture
def study(session: Session) -> Session:
    """Sources, the code Trust with Money below it, a participant, a memo, a set and a query."""
    Codes(session).add("Trust")
    Codes(session).add("Money", parent="Trust")
    with session.reading() as reading:
        source = find_thing(reading, "P01.txt").id
    add_participant(session, "P01", source, "P01")
    Memos(session).write("On trust")
    Sets(session).make("Sample")
    Queries(session).save("Lost", "code:trust")
    return session


def found(session: Session, wanted: Thing, *, removed: bool = False) -> Noun:
    """What is meant."""
    with session.reading() as reading:
        return find_thing(reading, wanted, removed=removed)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("trust", "Trust"),
        ("Trust > Money", "Money"),
        ("P01.txt", "P01.txt"),
        ("p01", "P01"),
        ("On trust", "On trust"),
        ("Sample", "Sample"),
        ("Lost", "Lost"),
        ("Ama", "Ama"),
        ("code:Money", "Money"),
        ('Code: "Money"', "Money"),
        ("participant:P01", "P01"),
        ("person:P01", "P01"),
        ("case:P01", "P01"),
        (("source", "P01.txt"), "P01.txt"),
        (("coder", "ama"), "Ama"),
    ],
)
def test_things_of_every_kind_are_named(study: Session, wanted: Thing, name: str) -> None:
    """By a name alone, by kind and name, as a pair or as a text; spacing and case aside."""
    thing = found(study, wanted)
    assert name_of_thing(thing) == name
    assert found(study, thing.id) == thing


def test_a_name_that_several_kinds_bear_is_refused(study: Session) -> None:
    """With the ways to say which is meant; each of them works."""
    Memos(study).write("Sample")
    with pytest.raises(MistakeOfUse) as error:
        found(study, "sample")
    assert error.value.sentence == "“sample” is the name of a memo and a set."
    assert error.value.hint == "Say memo:sample or set:sample."
    assert found(study, "memo:sample").id != found(study, "set:sample").id


def test_a_name_that_two_of_a_kind_bear_is_refused(study: Session) -> None:
    """With their ids."""
    memos = [Memos(study).write("Twice").id for _ in range(2)]
    with pytest.raises(MistakeOfUse) as error:
        found(study, "Twice")
    assert all(id_ in str(error.value.hint) for id_ in memos)


def test_a_title_may_begin_like_a_kind(study: Session) -> None:
    """What stands before a colon is a kind first, then part of a name."""
    memo = Memos(study).write("Code: what is it?")
    assert found(study, "Code: what is it?").id == memo.id
    with pytest.raises(NotFound, match="There is no code “hope”"):
        found(study, "code:hope")
    with pytest.raises(NotFound, match="Nothing in the study is called “planet:Mars”"):
        found(study, "planet:Mars")


def test_what_has_no_name_is_named_by_its_id(study: Session) -> None:
    """Alone, or with its kind."""
    link = Links(study).add("Trust", "Money", "causes")
    assert found(study, f"link:{link.id}") == link
    with pytest.raises(NotFound, match="There is no link with the id “Trust”"):
        found(study, "link:Trust")


def test_removed_things_are_found_by_id_on_wish(study: Session) -> None:
    """Otherwise the error says what is removed, and what stands on it."""
    coding = Codings(study).add("P01.txt", "Money", quote="We lost trust")
    money = found(study, "Money")
    Codes(study).remove("Trust")
    assert found(study, money.id, removed=True) == money
    assert found(study, coding.id, removed=True) == coding
    with pytest.raises(NotFound) as error:
        found(study, money.id)
    told = "The code “Money” stands on the code “Trust”, which is removed."
    assert error.value.sentence == told
    with pytest.raises(NotFound, match="stands on the code “Trust”, which is removed"):
        found(study, coding.id)
    with pytest.raises(NotFound, match="Nothing in the study is called “Trust”"):
        found(study, "Trust", removed=True)


def test_a_merged_code_is_what_it_is_read_as(study: Session) -> None:
    """By its id too."""
    Codes(study).add("Cash")
    cash = found(study, "Cash").id
    Codes(study).merge("Cash", "Money")
    assert found(study, cash) == found(study, "Money")
