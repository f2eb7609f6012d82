"""The ledger: findings with their checks, evidence and sentences; two copies, undo and tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.study_findings.claim_verbs import ClaimAsked
from crosscase.study_findings.outcomes import Figures
from tests.findings.making import opened

TRUST = "participants(code:Trust) = 5"


def test_a_finding_has_its_checks_and_all_that_goes_with_it(study: Study) -> None:
    made = study.findings.add("Most trust.", domain="Trust", status="agreed", checks=[TRUST])
    assert (made.name, made.domain_name, made.author_name) == ("F1", "Trust", "Ama")
    assert (made.standing, made.holds, made.fails) == ("supported", True, False)
    study.findings.give_evidence("F1", [("A1.txt", "I trust the nurse of A1.")])
    study.findings.give_evidence("F1", [("C2.txt", "Nothing more.")], against=True)
    study.memos.write("On it", "why", about=made.id)
    study.findings.link("paper.docx", "Most  trust.", "F1", place={"sentence": 3, "of": 9})
    told = study.findings.get("f1")
    assert (told.evidence, told.against, told.memos, told.claims) == (1, 1, 1, 1)
    assert [each.against for each in study.findings.evidence("F1")] == [False, True]
    assert study.findings.standings() == {made.id: "supported"}
    assert study.verify() == []


def test_a_finding_without_a_check_is_untested(study: Study) -> None:
    made = study.findings.add("Somehow.")
    assert (made.standing, made.holds, made.fails) == ("untested", None, False)
    study.findings.add_check("F1", "participants(code:Money) >= 3")
    assert study.findings.get("F1").fails


def test_what_it_says_is_changed_and_comes_back_by_undo(study: Study) -> None:
    study.findings.add("Most trust.", domain="Trust")
    study.findings.change("F1", statement="All trust.", name="T-1", domain=None, status="set aside")
    told = study.findings.get("T-1")
    assert (told.statement, told.domain, told.status) == ("All trust.", None, "set aside")
    assert study.findings.change("T-1", statement="All trust.") is None
    study.undo()
    assert study.findings.get("F1").statement == "Most trust."


def test_names_are_given_in_order_and_never_twice(study: Study) -> None:
    """A number of a removed finding is not given again: a manuscript may still name it."""
    study.findings.add("One.")
    study.findings.add("Two.", name="F7")
    assert study.findings.add("Three.").name == "F8"
    study.findings.remove("F8")
    assert study.findings.add("Four.").name == "F9"
    assert [each.name for each in study.findings.all()] == ["F1", "F7", "F9"]
    with pytest.raises(MistakeOfUse, match="a finding “F7” already"):
        study.findings.add("Five.", name="f7")
    with pytest.raises(MistakeOfUse, match="cannot be called “F 10”"):
        study.findings.add("Five.", name="F 10")
    with pytest.raises(MistakeOfUse, match="needs a statement"):
        study.findings.add("  ")
    study.findings.restore("F8")
    assert study.findings.get("F8").statement == "Three."


def test_removing_hides_checks_evidence_and_claims_and_restoring_shows_them(study: Study) -> None:
    study.findings.add("Most trust.", checks=[TRUST])
    study.findings.give_evidence("F1", [("A1.txt", "I trust the nurse of A1.")])
    study.findings.link("paper.md", "Most trust.", "F1")
    study.findings.remove("F1")
    assert study.findings.all() == () and study.findings.claims() == ()
    with pytest.raises(NotFound):
        study.findings.get("F1")
    study.findings.restore("F1")
    told = study.findings.get("F1")
    assert (len(told.checks), told.evidence, told.claims) == (1, 1, 1)


def test_checks_are_changed_removed_and_brought_back(study: Study) -> None:
    study.findings.add("Most trust.", checks=[TRUST])
    (check,) = study.findings.get("F1").checks
    study.findings.change_check(check.id, "participants(code:Money) = 1")
    (now,) = study.findings.get("F1").checks
    assert (now.id, now.outcome.says) == (check.id, "1 of 6 participants")
    assert now.seen == Figures(1, 6)
    study.findings.remove_check(check.id)
    assert study.findings.get("F1").checks == ()
    study.findings.restore_check(check.id)
    assert len(study.findings.get("F1").checks) == 1
    with pytest.raises(MistakeOfUse, match="never closed"):
        study.findings.change_check(check.id, "participants(code:Money")
    with pytest.raises(MistakeOfUse, match="There is no check"):
        study.findings.add_check("F1", " ")


def test_todays_figures_are_accepted_and_that_can_be_undone(study: Study) -> None:
    study.findings.add("Many trust.", checks=["participants(code:Trust) >= 3", TRUST])
    heads = study.findings.get("F1").checks[0].heads
    study.codings.add("C2.txt", "Trust", quote="I trust the nurse of C2.")
    assert study.findings.get("F1").standing == "changed"
    first, second = study.findings.get("F1").checks
    study.findings.accept("F1", [first.id])
    first, second = study.findings.get("F1").checks
    assert (first.outcome.standing, first.seen) == ("supported", Figures(6, 6))
    assert first.heads != heads
    assert (second.outcome.standing, second.outcome.holds) == ("changed", False)
    study.findings.accept()
    # Accepted are figures; a number in the check itself still has to be the one that is counted.
    assert study.findings.get("F1").checks[1].outcome.standing == "contradicted"
    study.undo()
    assert study.findings.get("F1").checks[1].outcome.standing == "changed"
    assert study.findings.accept("F1", []) is None
    with pytest.raises(MistakeOfUse, match="no check of this finding"):
        study.findings.accept("F1", ["0574e84e-393b-5687-ab7b-6a6978089f6f"])


def test_quantity_words_are_the_studys(study: Study) -> None:
    """Changing a meaning changes standings; the setting is an operation like any other."""
    study.findings.add("Most trust.", checks=["participants(code:Trust) is most"])
    assert study.findings.words()["most"] == "> 50%"
    study.findings.set_words({"most": "> 90%"})
    assert study.findings.get("F1").standing == "contradicted"
    study.undo()
    assert study.findings.get("F1").standing == "supported"
    study.findings.set_words({"typical": ">= 80%"})
    assert study.findings.evaluate("participants(code:Trust) is typical").holds
    assert study.findings.set_words({"typical": ">= 80%"}) is None


def test_sentences_of_manuscripts_are_linked_once_and_found_again(study: Study) -> None:
    study.findings.add("Most trust.")
    study.findings.add("Few have money.")
    one, two = study.findings.link_all(
        "paper.docx",
        [ClaimAsked("Most trust.", "F1", {"sentence": 1, "of": 2}),
         ClaimAsked("Money is short.", "F2", {"sentence": 2, "of": 2})],
    )  # fmt: skip
    assert study.findings.link("paper.docx", "Most trust.", "F1", place=dict(one.place)) == one
    assert [each.finding_name for each in study.findings.claims("paper.docx")] == ["F1", "F2"]
    study.findings.change_claim(one.id, sentence="Nearly all trust.", place={"sentence": 4})
    assert study.findings.claims(finding="F1")[0].sentence == "Nearly all trust."
    study.findings.unlink(two.id)
    assert len(study.findings.claims()) == 1
    study.findings.restore_claim(two.id)
    assert len(study.findings.claims("paper.docx")) == 2
    with pytest.raises(MistakeOfUse, match="no sentence"):
        study.findings.link("paper.docx", " ", "F1")


def test_two_findings_of_one_name_after_a_merge_are_told_and_never_guessed(
    study: Study, tmp_path: Path
) -> None:
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    study.close()
    shutil.copy(tmp_path / "study.crosscase", other_folder / "study.crosscase")
    with opened(tmp_path) as mine, opened(other_folder, person="Ben") as other:
        mine.findings.add("Mine.", checks=[TRUST])
        theirs = other.findings.add("Theirs.")
        mine.merge(other_folder / "study.crosscase")
        told = mine.findings.all()
        assert [each.shares_name for each in told] == [True, True]
        assert {each.author_name for each in told} == {"Ama", "Ben"}
        with pytest.raises(MistakeOfUse, match="2 findings are called “F1”"):
            mine.findings.get("F1")
        mine.findings.change(theirs.id, name="F2")
        assert [each.shares_name for each in mine.findings.all()] == [False, False]
        assert mine.verify() == []


def test_what_two_people_accepted_on_two_copies_is_settled_by_accepting(
    study: Study, tmp_path: Path
) -> None:
    study.findings.add("Trust.", checks=["participants(code:Trust) >= 2"])
    study.codings.add("C2.txt", "Trust", quote="I trust the nurse of C2.")
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    study.close()
    shutil.copy(tmp_path / "study.crosscase", other_folder / "study.crosscase")
    with opened(tmp_path) as mine, opened(other_folder, person="Ben") as other:
        mine.findings.accept("F1")
        other.memos.write("Another state", "so that the heads differ")
        other.findings.accept("F1")
        mine.merge(other_folder / "study.crosscase")
        conflicts = mine.conflicts()
        assert conflicts and {each.name for each in conflicts} == {"a check of F1"}
        assert mine.findings.get("F1").standing == "supported"
        mine.findings.accept("F1")
        assert mine.conflicts() == []
        assert mine.verify() == []


def test_a_table_brings_findings_and_says_what_it_leaves_out(study: Study) -> None:
    columns = ("finding", "statement", "domain", "status", "check")
    rows = [
        ("F1", "Most trust.", "Trust", "agreed", TRUST),
        ("F1", "", "", "", "participants(code:Trust) in every site"),
        ("", "Money is short.", "", "", "participants(code:Money) = 1"),
        ("", "", "", "", "codings(code:Money) = 2"),
        ("F9", "Nowhere.", "Nowhere", "", ""),
        ("F1", "", "", "", "participants(code:Trust"),
        ("F8", "", "", "", TRUST),
    ]
    looked = study.findings.import_table(columns, rows, dry_run=True)
    assert study.findings.all() == ()
    found = study.findings.import_table(columns, rows)
    assert (found.findings, found.checks) == (looked.findings, looked.checks) == (2, 4)
    assert [line for line, _ in found.refused] == [6, 7, 8]
    assert [(each.name, len(each.checks)) for each in study.findings.all()] == [
        ("F1", 2),
        ("F2", 2),
    ]
    again = study.findings.import_table(columns, rows[:2])
    assert (again.findings, again.checks, again.already_there) == (0, 0, 2)
    study.undo()
    assert study.findings.all() == ()


def test_rows_of_one_finding_are_taken_together(study: Study) -> None:
    """What an earlier row changes a later one leaves, of a finding that is there or is made."""
    study.findings.add("Some trust.", name="F9")
    columns = ["finding", "statement", "status", "check"]
    rows = [
        ("F9", "Most trust.", "", ""),
        ("F9", "", "agreed", TRUST),
        ("G1", "Money is short.", "", ""),
        ("G1", "", "agreed", ""),
    ]
    found = study.findings.import_table(columns, rows)
    assert (found.findings, found.changed, found.already_there) == (1, 1, 0)
    told = [(each.name, each.statement, each.status) for each in study.findings.all()]
    assert told == [("F9", "Most trust.", "agreed"), ("G1", "Money is short.", "agreed")]
    assert study.findings.import_table(columns, rows).already_there == 4


def test_the_ledger_as_a_table_can_be_read_again(study: Study, tmp_path: Path) -> None:
    study.findings.add("Most trust.", domain="Trust", checks=[TRUST, "participants(code:Trust)"])
    study.findings.add("Somehow.", status="set aside")
    frame = study.findings.frame()
    assert frame["standing"].to_list() == ["supported", "supported", "untested"]
    before = [(each.name, each.statement, each.status) for each in study.findings.all()]
    for name in ("F1", "F2"):
        study.findings.change(name, name=f"old-{name}")
    study.findings.import_table(frame.columns, frame.rows())
    after = [each for each in study.findings.all() if not each.name.startswith("old")]
    assert [(each.name, each.statement, each.status) for each in after] == before
