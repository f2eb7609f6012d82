"""`crosscase findings`: the ledger like a test runner, and its verbs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command_runs import Run, run
from tests.findings.making import make_told

__all__ = ["run"]  # a fixture

TRUST = "participants(code:Trust) is most"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small study of findings; nobody works in it."""
    folder = tmp_path_factory.mktemp("told")
    make_told(folder).close()
    return folder / "study.crosscase"


@pytest.fixture
def study(told: Path, run: Run) -> Path:
    """A copy in the folder of this test, with somebody to work in it."""
    run("config", "set", "name", "Ama")
    return Path(shutil.copy(told, "s.crosscase"))


def test_the_ledger_tells_each_finding_with_its_checks(run: Run, study: Path) -> None:
    """It ends with 1 when something fails and that was asked for; filters choose what is told."""
    said = run("findings", "add", study, "Most trust.", "--check", TRUST, "--domain", "Trust")
    assert "Added the finding F1." in said.out and "5 of 6 participants" in said.out
    run("findings", "add", study, "All trust.", "--status", "agreed",
        "--check", "participants(code:Trust) is all")  # fmt: skip
    said = run("findings", study)
    assert "✓ F1  Most trust. (draft)" in said.out
    assert "✗ F2  All trust." in said.out
    assert "2 findings: 1 supported, 1 contradicted." in said.out
    assert run("findings", study, "--check", status=1).out == said.out
    assert "F1" not in run("findings", study, "--standing", "contradicted").out
    assert "F2" not in run("findings", study, "--domain", "Trust").out
    run("findings", study, "--domain", "Trust", "--check")
    told = run("findings", study, "--json").json
    assert told["failed"] == 1
    assert told["findings"][1]["checks"][0]["standing"] == "contradicted"


def test_a_check_is_tried_without_being_stored(run: Run, study: Path) -> None:
    """Part by part; a slip or an unknown name stands with its column."""
    said = run("findings", "check", study, "participants(code:Trust) in every site")
    assert "West: 1 of 2" in said.out
    said = run("findings", "check", study, "participants(code:Trusst) > 1", status=1)
    assert "column 14: There is no code “Trusst”." in said.out
    said = run("findings", "check", study, "participants(code:Trust", status=1)
    assert "column 13: The bracket that opens here is never closed." in said.out
    assert "No findings" in run("findings", study).out
    refused = run("findings", "add", study, "Most.", "--check", "rubbish", "--json", status=2)
    assert refused.json["error"]["slug"] == "check-not-understood"


def test_what_changed_is_told_and_accepted(run: Run, study: Path) -> None:
    run("findings", "add", study, "Trust.", "--check", "participants(code:Trust) >= 2")
    run("code", study, "C2.txt", "Trust", "--quote", "I trust the nurse of C2.")
    said = run("findings", study)
    assert "6 of 6 participants (was 5 of 6)" in said.out
    run("findings", "accept", study)
    assert "was" not in run("findings", study).out
    assert "Nothing to change." in run("findings", "accept", study, "F1").out
    run("undo", study)
    assert "(was 5 of 6)" in run("findings", study).out


def test_checks_and_findings_are_changed_removed_and_brought_back(run: Run, study: Path) -> None:
    run("findings", "add", study, "Trust.", "--name", "T1")
    check = run("findings", "add-check", study, "T1", TRUST, "--json").json["check"]
    run("findings", "change-check", study, check, "participants(code:Trust) = 5")
    run("findings", "remove-check", study, check)
    run("findings", "restore-check", study, check)
    run("findings", "change", study, "T1", "--statement", "They trust.", "--domain", "Trust")
    run("findings", "evidence", study, "T1", "A1.txt", "--quote", "I trust the nurse of A1.")
    shown = run("findings", "show", study, "T1")
    assert "They trust." in shown.out and "participants(code:Trust) = 5" in shown.out
    assert "I trust the nurse of A1." in shown.out
    evidence = run("findings", "show", study, "T1", "--json").json["evidence_passages"][0]["id"]
    run("findings", "remove-evidence", study, "T1", evidence)
    assert run("findings", "show", study, "T1", "--json").json["evidence_passages"] == []
    run("findings", "remove", study, "T1")
    assert run("findings", "show", study, "T1", "--json", status=3).error["slug"]
    run("findings", "restore", study, "T1")
    assert "Silent" in run("findings", "against", study, "T1").out


def test_words_are_listed_and_changed(run: Run, study: Path) -> None:
    assert "> 50%" in run("findings", "words", study).out
    run("findings", "words", study, "most=> 90%", "typical=>= 50%")
    words = run("findings", "words", study, "--json").json["words"]
    assert (words["most"], words["typical"]) == ("> 90%", ">= 50%")
    run("findings", "words", study, "most=")
    assert run("findings", "words", study, "--json").json["words"]["most"] == "> 50%"
    assert run("findings", "words", study, "most", "--json", status=2).error["slug"] == "no-meaning"
    refused = run("findings", "words", study, "most=lots", "--json", status=2)
    assert refused.error["slug"] == "bad-meaning"
    refused = run("config", "set", "quantity-words", "x", "--study", study, "--json", status=2)
    assert "findings words" in refused.error["hint"]


def test_a_ledger_is_written_and_read_again(run: Run, study: Path) -> None:
    Path("f.csv").write_text(
        "finding,statement,domain,status,check\n"
        "F1,Most trust.,Trust,agreed,participants(code:Trust) is most\n"
        "F1,,,,22 of 32 : participants(code:Trust)\n"
        "F2,Nowhere.,Nowhere,,\n",
        encoding="utf-8",
    )
    said = run("findings", "import", study, "f.csv", status=5)
    assert "Took 1 finding and 2 checks." in said.out
    assert "line 4: There is no code “Nowhere”." in said.out
    run("findings", "export", study, "out.csv")
    written = Path("out.csv").read_text(encoding="utf-8")
    assert "contradicted" in written and "5 of 6 participants" in written
    run("findings", "remove", study, "F1")
    run("findings", "import", study, "out.csv")
    assert "2 findings" not in run("findings", study).out
