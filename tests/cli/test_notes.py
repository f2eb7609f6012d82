"""`memos`, `links`, `sets`, `queries`."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_memos(run: Run, study: Path) -> None:
    """A memo is written on a thing or a passage, changed, hidden and brought back."""
    Path("note.md").write_text("Two kinds of trust.\nPersons, and bodies.", encoding="utf-8")
    run("memos", "write", study, "On trust", "--file", "note.md", "--about", "code:Trust")
    run("memos", "write", study, "The pot", "--text", "Whose?", "--kind", "reflexive",
        "--source", "P01.txt", "--quote", "one pot")  # fmt: skip
    titles = [each["title"] for each in run("memos", study, "--json").json["memos"]]
    assert titles == ["On trust", "The pot"]
    about = run("memos", study, "--about", "code:Trust", "--json").json["memos"]
    assert [each["title"] for each in about] == ["On trust"]
    shown = run("memos", "show", study, "The pot").out
    assert "⟦one pot⟧" in shown and shown.endswith("Whose?\n")
    run("memos", "change", study, "The pot", "--title", "Whose pot", "--text", "Ours?")
    id_ = run("memos", "remove", study, "Whose pot", "--json").json["memo"]
    assert "pot" not in run("memos", study).out
    run("memos", "restore", study, id_)
    assert run("memos", "show", study, "Whose pot").out.endswith("Ours?\n")
    run("memos", "remove", study, "Whose pot")
    assert run("memos", "restore", study, "whose pot").out == "Restored “Whose pot”.\n"


def test_a_passage_of_a_memo_needs_its_source(run: Run, study: Path) -> None:
    """Half a passage is refused."""
    said = run("memos", "write", study, "X", "--quote", "one pot", status=2)
    assert said.err.startswith("A passage is a source with either a place or a quote.")


def test_links_with_evidence(run: Run, study: Path) -> None:
    """Two codes are linked, with a passage behind the link."""
    id_ = run("links", "add", study, "code:Money", "code:Trust", "weakens", "--json").json["link"][
        "link"
    ]["id"]
    put = run("links", "evidence", study, id_, "P01.txt", "--quote", "the pot was emptied",
              "--json").json  # fmt: skip
    said = run("links", study, "--evidence").out
    assert said.startswith("Money -> Trust: weakens, 1 behind it")
    assert "⟦the pot was emptied⟧" in said
    run("links", "change", study, id_, "--sign", "-")
    assert "weakens (-)" in run("links", study).out
    run("links", "remove-evidence", study, put["evidence"]["id"])
    assert "0 behind it" in run("links", study).out
    run("links", "remove", study, id_)
    assert run("links", study).out == "No links.\n"
    assert run("links", "restore", study, id_).out == "Restored the link.\n"
    assert run("links", study).out.startswith("Money -> Trust: weakens (-)")


def test_sets(run: Run, study: Path) -> None:
    """A set takes sources and codes by name, gives them back, and goes without them."""
    run("sets", "make", study, "Sample", "source:P01.txt", "code:Trust")
    run("sets", "add", study, "Sample", "P02.txt")
    assert run("sets", "show", study, "Sample").out.splitlines()[0] == "Sample"
    assert run("sets", study, "--json").json["sets"][0]["members"] == 3
    run("sets", "take", study, "Sample", "P02.txt")
    assert run("sets", study, "--json").json["sets"][0]["members"] == 2
    run("sets", "remove", study, "Sample")
    assert run("sets", study, "--json").json["sets"] == []
    assert run("sets", "restore", study, "Sample").out == "Restored “Sample”.\n"
    assert run("sets", study, "--json").json["sets"][0]["members"] == 2


def test_queries_are_saved_and_run(run: Run, study: Path) -> None:
    """A question is saved once it can be asked, and run under its name."""
    run("queries", "save", study, "meetings", "text:meeting")
    assert run("queries", "run", study, "meetings").out.endswith("4 passages.\n")
    bad = run("queries", "save", study, "bad", "text:(", status=2)
    assert bad.err.count("\n") > 1
    names = [each["name"] for each in run("queries", study, "--json").json["queries"]]
    assert names == ["meetings"]
    run("queries", "remove", study, "meetings")
    assert run("queries", study, "--json").json["queries"] == []
    assert run("queries", "restore", study, "meetings").out == "Restored “meetings”.\n"
    assert run("queries", "run", study, "meetings").out.endswith("4 passages.\n")


def test_a_memo_needs_words(run: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without words it is refused; --file - reads them from a pipe."""
    said = run("memos", "write", study, "T", status=2)
    assert "--text" in said.err and "--file" in said.err
    monkeypatch.setattr(sys, "stdin", StringIO("From a pipe."))
    run("memos", "write", study, "T", "--file", "-")
    assert run("memos", "show", study, "T").out == "T\nFrom a pipe.\n"


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("sources", "No sources yet."),
        ("codings", "No codings."),
        ("memos", "No memos yet."),
        ("links", "No links."),
        ("sets", "No sets yet."),
        ("queries", "No saved queries yet."),
        ("participants", "No participants yet."),
        ("cases", "No cases."),
        ("attributes", "No attributes yet."),
        ("speakers", "No speakers."),
    ],
)
def test_an_empty_list_is_one_line(run: Run, noun: str, said: str) -> None:
    """Where nothing is listed, that is said instead of the names of columns."""
    run("new", "bare.crosscase", "--as", "Ama")
    assert run(noun, "bare.crosscase").out == f"{said}\n"
