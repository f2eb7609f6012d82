"""`crosscase quotes`: the bank as commands, and what is written of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.quotes.making import make_crowd


@pytest.fixture
def crowd(run: Run, tmp_path: Path) -> Path:
    """Six nurses and a leader who speak of a closing."""
    make_crowd(tmp_path).close()
    run("config", "set", "name", "Ama")
    return Path("study.crosscase")


def test_the_bank_is_kept_and_checked(run: Run, crowd: Path) -> None:
    """Chosen, listed with standings, corrected away, and the status says so."""
    words = ("--quote", "It hurt us all", "--words", "It hurt [everybody]", "--finding", "F1")
    said = run("quotes", "choose", crowd, "n1.txt", *words)
    assert said.out == "Chose Q1: as in the transcript, but for changes that are marked.\n"
    (quote,) = run("quotes", crowd, "--json").json["quotes"]
    assert (quote["name"], quote["standing"], quote["attribution"]) == (
        "Q1", "edited", "Nurse, North",
    )  # fmt: skip
    assert "For F1." in run("quotes", "show", crowd, "Q1").out
    assert run("quotes", "check", crowd).out == "1 of 1 quote as in the transcripts.\n"
    run("quotes", "change", crowd, "Q1", "--words", "It helped us all", "--finding", "")
    said = run("quotes", "check", crowd, status=1)
    assert said.out.startswith("Q1: one word differs from the transcript: “helped” for “hurt”\n")
    assert run("quotes", "check", crowd, "It hurt nobody").out.startswith("verbatim: ")
    run("quotes", "check", crowd, "never said by anybody here", status=1)
    assert "--source" in run("quotes", "check", crowd, "--source", "n1.txt", status=2).err
    run("quotes", "remove", crowd, "Q1")
    assert "No quotes yet." in run("quotes", crowd).out
    run("quotes", "restore", crowd, "Q1")


def test_quotes_come_from_a_table_and_are_balanced(run: Run, crowd: Path) -> None:
    """A row a quote; rows that stand nowhere are told by their lines."""
    Path("quotes.csv").write_text(
        "words,source,finding\nIt hurt us all,n1.txt,F1\nIt hurt us all,n2.txt,\n"
        "nothing that anybody said,,\n",
        encoding="utf-8",
    )
    looked = run("quotes", "import", crowd, "quotes.csv", "--dry-run", status=None)
    assert looked.out.startswith("Would choose 2 quotes.\n")
    said = run("quotes", "import", crowd, "quotes.csv", status=None)
    assert "line 4: The words stand in no transcript." in said.out
    assert len(run("quotes", crowd, "--json").json["quotes"]) == 2
    told = run("quotes", "balance", crowd, "--by", "sites", "--json").json
    assert [(row["name"], row["quotes"], row["of_quotes"]) for row in told["by"][0]["rows"]] == [
        ("North", 2, 2), ("South", 0, 2),
    ]  # fmt: skip
    assert "never" in run("quotes", "balance", crowd).out


def test_quotes_leave_checked_and_recorded(run: Run, crowd: Path) -> None:
    """With labels in place of names; refused where the policy refuses what no label helps."""
    run("quotes", "choose", crowd, "n1.txt", "--quote", "It hurt us all", "--finding", "F1")
    for name in ("q.docx", "q.csv", "q.xlsx", "q.html"):
        run("quotes", "export", crowd, name)
        run("quotes", "export", crowd, name, status=None)
    text = Path("q.csv").read_text(encoding="utf-8")
    assert "It hurt us all" in text
    assert "Nurse, North" in text
    assert "n1.txt" not in text
    run("quotes", "export", crowd, "p.docx", "--release", "Paper", "--to", "A journal")
    (release,) = run("releases", crowd, "--json").json["releases"]
    assert (release["name"], release["recipient"]) == ("Paper", "A journal")
    run("findings", "export", crowd, "findings.docx")
    assert Path("findings.docx").stat().st_size > 2_000
    assert run("quotes", "export", crowd, "q.pdf", "--json", status=None).error["slug"] == (
        "unknown-format"
    )
    Path("policy.yaml").write_text("exports: refuse\nk: 9\n", encoding="utf-8")
    run("disclose", "policy", crowd, "policy.yaml")
    refused = run("quotes", "export", crowd, "no.docx", "--json", status=None)
    assert refused.error["slug"] == "quotes-would-tell"
    assert not Path("no.docx").exists()
    assert run("findings", "export", crowd, "no.docx", "--json", status=None).error["slug"] == (
        "quotes-would-tell"
    )
