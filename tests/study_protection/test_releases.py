"""What left the study: kept with places and labels, never with words."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_protection.inventing import place_of, study_of


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Three doctors on Hill and two in Dale."""
    return study_of(tmp_path, ("Doctor", "Hill", 3), ("Doctor", "Dale", 2))


def test_a_release_holds_places_labels_and_people_but_no_words(study: Study) -> None:
    """And the heads and the policy under which it left."""
    report = study.disclosure.risks([place_of(study, "Doctor Dale 0")], tables=["role,site"])
    heads = study.heads
    made = study.releases.record(
        "Paper", report, recipient="A journal", day="2026-03-02", note="In press"
    )
    assert (made.name, made.release_kind, made.recipient) == ("Paper", "quotes", "A journal")
    assert (made.heads, made.policy["k"]) == (heads, 3)
    (quote,) = made.items["quotes"]
    assert quote["attribution"] == {"role": "Doctor", "site": "Dale"}
    assert made.participants == tuple(quote["participants"])
    (table,) = made.items["tables"]
    assert table["row_labels"] == ["Doctor"]
    assert "I would say" not in repr(made)
    assert [each.name for each in study.releases.all()] == ["Paper"]


def test_what_is_said_of_a_release_may_change_and_what_left_may_not(study: Study) -> None:
    """Its name stays its own."""
    report = study.disclosure.risks(tables=["role,site"])
    study.releases.record("Table", report)
    study.releases.record("Another", report, kind="report")
    study.releases.change("Table", kind="archive", recipient="An archive")
    assert study.releases.get("Table").release_kind == "archive"
    for change in ({"items": {}}, {"kind": "gossip"}, {"name": "another"}, {"day": "soon"}):
        with pytest.raises(MistakeOfUse):
            study.releases.change("Table", **change)
    with pytest.raises(MistakeOfUse):
        study.releases.record("table", report)


def test_releases_are_removed_restored_and_undone(study: Study) -> None:
    """As everything is; the study stays sound."""
    study.releases.record("Paper", study.disclosure.risks())
    study.releases.remove("Paper")
    assert study.disclosure.risks().released == 0
    study.releases.restore("Paper")
    assert study.disclosure.risks().released == 5
    study.undo()
    assert study.releases.all() == []
    study.redo()
    assert len(study.releases.all()) == 1
    assert "recorded the release “Paper”" in {each.sentence for each in study.log()}
    assert study.verify() == []


def test_the_document_of_a_release_has_the_labels_that_were_printed(study: Study) -> None:
    """A person who withdrew is not in it any more."""
    report = study.disclosure.risks()
    study.releases.record("Paper", report, remedy="first", recipient="A journal")
    made = study.documents.released("Paper")
    lines = sorted(line for _, line in made.quotes)
    assert lines == ["Doctor", "Doctor", "Doctor, Hill", "Doctor, Hill", "Doctor, Hill"]
    assert made.told == "5 quotes · to A journal."
    assert made.to_bytes()[:2] == b"PK"
    study.withdrawals.withdraw("Doctor Hill 1")
    assert len(study.documents.released("Paper").quotes) == 4


def test_releases_of_two_copies_come_together(tmp_path: Path, study: Study) -> None:
    """Both are joined with what either of them checks next."""
    report = study.disclosure.risks([place_of(study, "Doctor Hill 0")])
    study.copy(tmp_path / "copy.crosscase")
    study.releases.record("Here", report)
    with make_study(tmp_path, name="copy", person="Ben", open_again=True) as other:
        other.releases.record("There", report)
        other.disclosure.set_policy({"exports": "refuse"})
    study.merge(tmp_path / "copy.crosscase")
    assert {each.name for each in study.releases.all()} == {"Here", "There"}
    assert study.disclosure.risks().released == 2
    with pytest.raises(Conflict):
        study.disclosure.export_check().require_allowed()
    assert study.verify() == []
