"""Constant comparison: what one more incident does to a code, as one operation."""

from __future__ import annotations

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.study import Study
from crosscase.testing import make_study
from tests.coding.making import INTERVIEW, add_source

PLACE = ("talk.txt", "We lost trust")


@pytest.fixture
def study() -> Study:
    """A study in memory with an interview and the code Trust below Relations."""
    study = make_study()
    add_source(study._session, "talk.txt", INTERVIEW)
    study.codes.add("Relations")
    study.codes.add("Trust", parent="Relations", definition="Reliance")
    return study


def coded(study: Study) -> list[tuple[str, str]]:
    """The path and the words of each coding."""
    return list(study.codings.frame().select("code_path", "text").iter_rows())


def test_the_same_codes_the_passage_and_notes_it(study: Study) -> None:
    """One operation codes and writes the memo; the next time only the memo is new."""
    before = study.counts().operations
    made = study.codes.decide("Trust", PLACE, "same", text="As before.")
    assert study.counts().operations == before + 1
    assert coded(study) == [("Relations > Trust", "We lost trust")]
    memo = study.memos.get(made.memo)
    assert (memo.title, memo.about) == (
        "Compared with Trust: the same",
        study.codes.get("Trust").id,
    )
    again = study.codes.decide("Trust", PLACE, "same")
    assert (again.coding, len(coded(study))) == (made.coding, 1)
    assert study.verify() == []


def test_a_new_code_takes_ones_own_coding_of_the_passage(study: Study) -> None:
    """It stands beside the old one and remembers its first incident; others keep theirs."""
    mine = study.codings.add("talk.txt", "Trust", quote=PLACE[1])
    study.codings.add("talk.txt", "Trust", quote=PLACE[1], coder="Ben")
    made = study.codes.decide("Trust", PLACE, "new_code", name="Loss")
    assert made.coding == mine.id
    assert sorted(coded(study)) == [
        ("Relations > Loss", "We lost trust"),
        ("Relations > Trust", "We lost trust"),
    ]
    incident = study.codes.first_incident("Loss")
    assert incident is not None
    assert incident.text == "We lost trust"
    assert study.codes.get("Loss").origin == "inductive"


def test_a_split_makes_the_new_code_below(study: Study) -> None:
    """And a parent that is named is taken instead."""
    study.codes.decide("Trust", PLACE, "split", name="Loss")
    assert coded(study) == [("Relations > Trust > Loss", "We lost trust")]
    study.codes.decide("Trust", PLACE, "new_code", name="Far", parent="Loss")
    assert ("Relations > Trust > Loss > Far", "We lost trust") in coded(study)


def test_a_redefinition_is_undone_with_its_memo(study: Study) -> None:
    """Definition, coding and memo are one operation."""
    study.codes.decide("Trust", PLACE, "redefine", definition="Reliance that can be lost")
    assert study.codes.get("Trust").definition == "Reliance that can be lost"
    assert study.log()[0].sentence == (
        "compared a passage of “talk.txt” with “Trust” and redefined the code"
    )
    study.undo()
    assert study.codes.get("Trust").definition == "Reliance"
    assert (coded(study), study.memos.all()) == ([], [])


@pytest.mark.parametrize(
    ("decision", "says", "slug"),
    [
        ("new_code", {}, "decision-incomplete"),
        ("same", {"name": "Loss"}, "decision-incomplete"),
        ("redefine", {}, "decision-incomplete"),
        ("split", {"name": "L", "definition": "D"}, "decision-incomplete"),
        ("guess", {}, "unknown-decision"),
        ("", {}, "no-decision"),
    ],
)
def test_a_decision_says_what_it_needs_and_no_more(
    study: Study, decision: str, says: dict[str, str], slug: str
) -> None:
    """Nothing is stored of one that does not."""
    with pytest.raises(MistakeOfUse) as refused:
        study.codes.decide("Trust", PLACE, decision, **says)
    assert refused.value.slug == slug
    assert study.memos.all() == []
