"""Memos: written about anything, found again, and changed without losing what they said."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.coding.memos import Memos
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.store.session import Session
from tests.coding.making import BOARD, correct


@pytest.fixture
def memos(session: Session) -> Memos:
    """The memos of a study with the codes Trust and Money."""
    codes = Codes(session)
    codes.add("Trust")
    codes.add("Money")
    return Memos(session)


def titles(memos: Memos, **wanted: object) -> list[str]:
    return [memo.title for memo in memos.all(**wanted)]  # type: ignore[arg-type]


def test_a_memo_keeps_its_words(memos: Memos, session: Session) -> None:
    """With who wrote it; line ends become line feeds."""
    memo = memos.write("On  trust ", "It went,\r\nthen came back.")
    assert (memo.title, memo.memo_kind, memo.author) == ("On trust", "analytic", session.person)
    assert memos.text("on trust") == "It went,\nthen came back."


def test_a_memo_may_be_about_anything(memos: Memos, session: Session) -> None:
    """By name (codes first), by kind and name, or by id; a coding too."""
    coding = Codings(session).add("P01.txt", "Trust", quote="We lost trust")
    memos.write("One", about="Trust")
    memos.write("Two", about=("source", "P01.txt"))
    memos.write("Three", about=coding.id)
    memos.write("Four", about="One")
    memos.write("Five")
    assert titles(memos, about="Trust") == ["One"]
    assert titles(memos, about="P01.txt") == ["Two"]
    assert titles(memos, about=coding.id) == ["Three"]
    assert titles(memos, about=("memo", "One")) == ["Four"]


def test_memos_of_a_merged_code_are_about_the_other_one(memos: Memos, session: Session) -> None:
    """They are found with it."""
    memos.write("One", about="Money")
    Codes(session).merge("Money", "Trust")
    assert titles(memos, about="Trust") == ["One"]


def test_memos_are_found_by_kind_and_author(memos: Memos) -> None:
    """Both at once when both are given."""
    memos.write("One", memo_kind="reflexive")
    memos.write("Two")
    assert titles(memos, memo_kind="reflexive", author="Ama") == ["One"]
    with pytest.raises(NotFound):
        memos.all(author="Ben")


def test_a_memo_on_a_passage_follows_its_words(memos: Memos, session: Session) -> None:
    """Through a correction of the transcript; it is about the source."""
    memo = memos.write("Why twice?", passage=("board.txt", "ministry moved"))
    correct(session, "board.txt", BOARD.replace("London", "Washington"))
    passage = memos.passage("Why twice?")
    assert passage is not None and memo.about == passage.source
    assert (passage.text, passage.standing) == ("ministry moved", "kept")
    assert memos.passage(memos.write("None").id) is None


def test_changing_a_memo_keeps_what_is_not_given(memos: Memos) -> None:
    """The same again is no operation."""
    memos.write("One", "First words", memo_kind="summary")
    memos.change("One", text="Other words", title="Uno")
    memo = memos.get("Uno")
    assert (memos.text("Uno"), memo.memo_kind) == ("Other words", "summary")
    assert memos.change("Uno", text="Other words") is None


def test_a_removed_memo_can_be_restored(memos: Memos) -> None:
    """By its id, or by a title that no other removed memo has."""
    memo = memos.write("One")
    memos.remove("One")
    assert titles(memos) == []
    memos.restore(memo.id)
    assert titles(memos) == ["One"]
    assert memos.restore(memo.id) is None
    memos.remove("One")
    memos.restore("one")
    assert titles(memos) == ["One"]
    assert memos.restore("One") is None


def test_a_title_that_two_removed_memos_have_restores_neither(memos: Memos) -> None:
    """Their ids are told; one that shows does not count."""
    ids = []
    for _ in range(2):
        ids.append(memos.write("One").id)
        memos.remove("One")
    with pytest.raises(MistakeOfUse) as error:
        memos.restore("One")
    assert all(id_ in str(error.value.hint) for id_ in ids)
    memos.restore(ids[0])
    memos.restore("One")
    assert titles(memos) == ["One", "One"]
    with pytest.raises(NotFound, match="No memo that is removed is called “Two”"):
        memos.restore("Two")


def test_memos_that_make_no_sense_are_refused(memos: Memos) -> None:
    """No title, no such kind, nothing of that name, half a character."""
    with pytest.raises(MistakeOfUse, match="needs a name"):
        memos.write(" ")
    with pytest.raises(MistakeOfUse, match="poetic"):
        memos.write("One", memo_kind="poetic")
    with pytest.raises(NotFound) as error:
        memos.write("One", about="Trsut")
    assert "“Trust”" in str(error.value.hint)
    with pytest.raises(MistakeOfUse, match="cannot be stored"):
        memos.write("One", "half \ud83d")
    with pytest.raises(MistakeOfUse, match="no kind of thing"):
        memos.write("One", about=("planet", "Mars"))


def test_nothing_is_written_about_what_is_removed(memos: Memos, session: Session) -> None:
    """Nor about what stands on it."""
    codes = Codes(session)
    coding = Codings(session).add("P01.txt", "Money", quote="We lost trust")
    money = codes.get("Money").id
    codes.remove("Money")
    for gone in (money, coding.id):
        with pytest.raises(NotFound):
            memos.write("One", about=gone)
