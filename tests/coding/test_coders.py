"""Coders: who codes, how much, and under which name."""

from __future__ import annotations

import pytest

from crosscase.coding.coders import Coders
from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.errors import MistakeOfUse
from crosscase.store.session import Session


def counts(coders: Coders) -> list[tuple[str, int]]:
    return [(each.coder.name, each.codings) for each in coders.all()]


def test_coders_are_listed_by_name_with_their_codings(session: Session) -> None:
    """Removed codings do not count."""
    Codes(session).add("Trust")
    codings, coders = Codings(session), Coders(session)
    coders.add("Zoe", note="Joined in May")
    codings.add("P01.txt", "Trust", quote="We lost trust", coder="Ben")
    codings.add("P01.txt", "Trust", quote="in winter")
    gone = codings.add("P01.txt", "Trust", quote="to be fair")
    codings.remove([gone.id])
    assert counts(coders) == [("Ama", 1), ("Ben", 1), ("Zoe", 0)]


def test_a_coder_who_is_there_is_not_added_again(empty: Session) -> None:
    """Case and spacing make no difference."""
    coders = Coders(empty)
    assert coders.add("Ben") == coders.add("  BEN ")
    assert counts(coders) == [("Ama", 0), ("Ben", 0)]


def test_a_renamed_coder_keeps_their_id_and_their_codings(session: Session) -> None:
    """Both names go on meaning them."""
    Codes(session).add("Trust")
    codings, coders = Codings(session), Coders(session)
    codings.add("P01.txt", "Trust", quote="We lost trust", coder="Ben")
    before = coders.get("Ben").id
    coders.rename("Ben", "Benjamin")
    assert coders.get("Benjamin").id == before
    codings.add("P01.txt", "Trust", quote="in winter", coder="Ben")
    codings.add("P01.txt", "Trust", quote="to be fair", coder="benjamin")
    assert counts(coders) == [("Ama", 0), ("Benjamin", 3)]
    assert coders.rename("Benjamin", "Benjamin") is None


def test_a_name_that_means_another_coder_is_refused(empty: Session) -> None:
    """The one they bear, and the one that they were added under."""
    coders = Coders(empty)
    coders.add("Ben")
    coders.add("Zoe")
    coders.rename("Ben", "Benjamin")
    for name in ("zoe", "BENJAMIN", "Ben"):
        with pytest.raises(MistakeOfUse) as error:
            coders.rename("Ama", name)
        assert error.value.slug == "name-taken"
    coders.rename("Benjamin", "Ben")


def test_a_coder_needs_a_name(empty: Session) -> None:
    """Not spaces alone."""
    with pytest.raises(MistakeOfUse):
        Coders(empty).add("  ")
