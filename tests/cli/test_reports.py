"""`crosscase report` and `crosscase package` in-process."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.command_runs import Run


def test_a_report_is_printed_or_written_as_its_ending_says(run: Run, study: Path) -> None:
    assert "Methods appendix" in run("report", study).out
    assert run("report", study, "audit", "--json").json["title"] == "Audit trail"
    for ending, starts in (("md", b"# "), ("html", b"<!doctype"), ("docx", b"PK"), ("txt", b"COR")):
        run("report", study, "coreq", "--output", f"coreq.{ending}")
        assert Path(f"coreq.{ending}").read_bytes().startswith(starts)


def test_a_report_of_an_unknown_ending_is_refused_with_those_there_are(
    run: Run, study: Path
) -> None:
    error = run("report", study, "--output", "methods.pdf", "--json", status=2).error
    assert ".docx, .md, .html, .txt" in error["hint"]


def test_an_item_is_answered_and_its_standing_told(run: Run, study: Path) -> None:
    said = run("report", "answer", study, "coreq", 23, "They were not.", "--where", "p. 5").out
    assert said == "23. Transcripts returned: answered.\n"
    assert "They were not." in run("report", study, "coreq").out
    run("report", "answer", study, "srqr", 21, "--not-applicable")
    assert "Does not apply." in run("report", study, "srqr").out
    both = ("--applies", "--not-applicable")
    run("report", "answer", study, "srqr", 21, *both, status=2)


def test_a_package_is_written_whole_or_to_be_shared(run: Run, study: Path) -> None:
    Path("paper.md").write_text("# Results\n", encoding="utf-8")
    run("package", study, "all.zip", "--manuscript", "paper.md")
    run("package", study, "shared.zip", "--redacted")
    with zipfile.ZipFile("all.zip") as whole, zipfile.ZipFile("shared.zip") as shared:
        assert {"study/s.crosscase", "manuscript/paper.md"} <= set(whole.namelist())
        assert not any(name.startswith("study/") for name in shared.namelist())


@pytest.mark.parametrize("name", ["p.tar", "p"])
def test_a_package_is_a_zip(run: Run, study: Path, name: str) -> None:
    assert run("package", study, name, "--json", status=2).error["slug"] == "unknown-format"
