"""Anonymising, vaults, backups and the protection documents from the command line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from crosscase.formats.sealed_file import Cost
from tests.cli.conftest import Run

TALK = """Interviewer: How did it begin, Anna?

Anna Smith: It began on 12 March 2024, with £1.4 million.

Interviewer: And then?

Anna Smith: Then we trusted each other.
"""
PASSPHRASE = "four horses by the river"


@pytest.fixture
def study(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with one interview under a real name; sealing costs little."""
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr("crosscase.formats.sealed_file.STANDARD_COST", Cost(64, 1, 1))
    (tmp_path / "Anna Smith.txt").write_text(TALK, encoding="utf-8")
    run("new", "s.crosscase", "--title", "Trust", "--as", "Ama")
    run("config", "set", "name", "Ama")
    run("import", "s.crosscase", "Anna Smith.txt")
    run("participants", "add", "s.crosscase", "Anna Smith")
    run("speakers", "link-by-name", "s.crosscase")
    run("codes", "add", "s.crosscase", "trust")
    run("code", "s.crosscase", "Anna Smith.txt", "trust", "--quote", "we trusted each other")
    run("vault", "make", "s.crosscase", "s.vault")
    return tmp_path / "s.crosscase"


def _review(path: Path, decision: str = "accept") -> None:
    """Fill in the review as a spreadsheet would."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    for row in rows:
        row["decision"] = decision
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_from_the_proposal_to_the_end(run: Run, study: Path, tmp_path: Path) -> None:
    """The whole way; afterwards the file holds no name, and the codings are there."""
    said = run("anonymise", "propose", study, "review.csv", "--json")
    assert said.json["by_why"]["date"] == 1
    assert "delete it" in said.err
    _review(tmp_path / "review.csv")
    done = run("anonymise", "apply", study, "review.csv", "--vault", "s.vault", "--json").json
    assert done["replaced"] == said.json["places"]
    checked = run("anonymise", "check", study, "--vault", "s.vault", "--json").json
    assert (checked["is_clean"], checked["is_finished"]) == (True, False)
    refused = run("anonymise", "finish", study, "--vault", "s.vault", "--json", status=2)
    assert refused.error["slug"] == "needs-a-yes"
    done = run("anonymise", "finish", study, "--vault", "s.vault", "--yes", "--json").json
    assert done["is_scrubbed"] and done["moved"] == 1
    assert run("anonymise", "check", study, "--vault", "s.vault", "--json").json["is_finished"]
    # Only the vault knows whether a later import brought a name back.
    assert "--vault FILE checks" in run("codebook", "export", study, "codes.csv").err
    said = run("codebook", "export", study, "codes.csv", "--vault", "s.vault", "--replace")
    assert "--vault FILE" not in said.err
    assert "--vault FILE" not in run("matrix", study, "--columns", "sources").err
    assert b"Anna" not in study.read_bytes()
    assert "we trusted each other" in run("query", study, "code:trust").out
    assert "took the originals of 1 source out for ever" in run("log", study).out
    run("verify", study)
    [source] = run("anonymise", study, "--json").json["sources"]
    assert source["replaced"] == 5 and not source["has_original_file"]
    assert run("anonymise", "finish", study, "--vault", "s.vault", "--yes").out == (
        "There was nothing left to take out.\n"
    )


def test_a_list_is_carried_out_as_it_is(run: Run, study: Path, tmp_path: Path) -> None:
    """--accept-all-listed needs no review, and touches nothing but what is listed."""
    (tmp_path / "names.csv").write_text("find,replace\nAnna Smith,P01\nAnna,P01\n")
    run("anonymise", "apply", study, "--vault", "s.vault", "--replacements", "names.csv",
        "--accept-all-listed")  # fmt: skip
    text = run("sources", "show", study, "P01.txt").out
    assert "12 March 2024" in text and "Anna" not in text
    run("undo", study)
    assert "Anna Smith" in run("sources", study).out
    said = run("anonymise", "apply", study, "--vault", "s.vault", "--json", status=2)
    assert said.error["slug"] == "nothing-reviewed"


# Everything that writes words of the study to a file, with the file's ending.
_LEAVING = (
    (".csv", "export", "STUDY", "FILE"),
    (".docx", "export", "STUDY", "FILE", "--table", "memos"),
    (".docx", "export", "STUDY", "FILE", "--transcript", "Anna Smith.txt"),
    (".md", "export", "STUDY", "FILE", "--codebook"),
    (".csv", "query", "STUDY", "code:trust", "--output", "FILE"),
    (".docx", "query", "STUDY", "code:trust", "--output", "FILE"),
    (".csv", "matrix", "STUDY", "--columns", "sources", "--output", "FILE"),
    (".docx", "matrix", "STUDY", "--columns", "sources", "--output", "FILE"),
    (".yaml", "codebook", "export", "STUDY", "FILE"),
    (".docx", "codebook", "export", "STUDY", "FILE"),
    (".md", "guides", "export", "STUDY", "Talk", "FILE"),
    (".csv", "frame", "export", "STUDY", "Bodies", "FILE"),
    (".csv", "sample", "table", "STUDY", "One", "--output", "FILE"),
    (".docx", "releases", "show", "STUDY", "Paper", "--output", "FILE"),
    (".docx", "protection", "annex", "STUDY", "--docx", "FILE"),
    (".docx", "protection", "access", "STUDY", "Anna Smith", "--docx", "FILE"),
)  # fmt: skip


def _fill(run: Run, study: Path, folder: Path) -> None:
    """A guide, a frame with a selection, and a release: something for every command."""
    (folder / "guide.md").write_text("# Talk\n\n## Money [money]\n\n- How much?\n")
    (folder / "bodies.csv").write_text("case,size\nA,1\nB,2\nC,3\n")
    run("guides", "add", study, "guide.md")
    run("frame", "import", study, "bodies.csv", "--name", "Bodies")
    run("sample", study, "Bodies", "--method", "manual", "--case", "A", "--reason", "the first",
        "--name", "One")  # fmt: skip
    run("attributes", "add", study, "role", "text")
    run("attributes", "add", study, "site", "text")
    run("releases", "record", study, "Paper", "--query", "code:trust")


def test_nothing_leaves_while_a_vaulted_word_shows(run: Run, study: Path, tmp_path: Path) -> None:
    """Whatever writes a file refuses with --vault, writes nothing, and writes it without."""
    _fill(run, study, tmp_path)
    run("vault", "add", "s.vault", "P01", "Anna Smith")
    for number, (ending, *command) in enumerate(_LEAVING):
        file = tmp_path / f"out{number}{ending}"
        words = [{"STUDY": study, "FILE": file.name}.get(each, each) for each in command]
        said = run(*words, "--vault", "s.vault", "--json", status=4)
        assert said.error["slug"] == "vaulted-words-left", command
        assert not file.exists()
        run(*words)
        assert file.exists(), command
    left = run("anonymise", "check", study, "--vault", "s.vault", status=4)
    assert "Anna Smith" in left.out
    said = run("query", study, "code:trust", "--vault", "s.vault", "--json", status=4)
    assert said.error["slug"] == "vaulted-words-left"
    said = run("query", study, "code:trust", "--passphrase-file", "none", "--json", status=2)
    assert said.error["slug"] == "passphrase-of-what"


def test_the_vault_says_who_is_who_only_with_its_passphrase(
    run: Run, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Adding, looking up, listing, exporting the key, and another passphrase."""
    run("vault", "add", "s.vault", "P01", "Anna Smith")
    assert run("vault", "lookup", "s.vault", "p01", "--json").json["found"][0]["real"] == (
        "Anna Smith"
    )
    assert run("vault", "lookup", "s.vault", "Bo", "--json", status=3).error["slug"]
    said = run("vault", "add", "s.vault", "P02", "Anna Smith", "--json", status=4)
    assert said.error["slug"] == "two-pseudonyms"
    run("vault", "key", "s.vault", "key.csv")
    assert "P01,Anna Smith,person" in (tmp_path / "key.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "new.txt").write_text("six geese in a row\n")
    run("vault", "passphrase", "s.vault", "--new-passphrase-file", "new.txt")
    said = run("vault", "s.vault", "--json", status=5)
    assert said.error["slug"] == "sealed-shut"
    assert run("vault", "s.vault", "--passphrase-file", "new.txt", "--json").json["key"]
    monkeypatch.delenv("CROSSCASE_PASSPHRASE")
    assert run("vault", "s.vault", "--json", status=2).error["slug"] == "no-passphrase"
    said = run("vault", "none.vault", "--passphrase-file", "new.txt", "--json", status=3)
    assert "crosscase vault make" in said.error["hint"]
    assert b"Anna" not in (tmp_path / "s.vault").read_bytes()


def test_originals_and_the_log_come_out_of_the_vault(run: Run, study: Path, tmp_path: Path) -> None:
    """What stood there before can be read by whoever has the passphrase."""
    run("anonymise", "propose", study, "review.csv")
    _review(tmp_path / "review.csv")
    run("anonymise", "apply", study, "review.csv", "--vault", "s.vault")
    assert "12 March 2024" in run("vault", "log", "s.vault").out
    run("vault", "originals", "s.vault", "out")
    [kept] = (tmp_path / "out").iterdir()
    assert kept.read_text(encoding="utf-8") == TALK
    said = run("vault", "originals", "s.vault", "no/such/folder", "--json", status=5)
    assert said.error["slug"] == "cannot-write"


def test_a_sealed_backup_goes_out_and_comes_back(
    run: Run, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The study comes back the same; nothing is overwritten."""
    run("backup", study, "s.sealed")
    assert b"Anna" not in (tmp_path / "s.sealed").read_bytes()
    run("backup", "open", "s.sealed", "again.crosscase")
    assert run("info", "again.crosscase", "--json").json["title"] == "Trust"
    said = run("backup", "open", "s.sealed", "again.crosscase", "--json", status=4)
    assert said.error["slug"] == "file-exists"
    monkeypatch.setenv("CROSSCASE_PASSPHRASE", "not this one")
    said = run("backup", "open", "s.sealed", "third.crosscase", "--json", status=5)
    assert said.error["slug"] == "sealed-shut"
    assert run("backup", "open", "s.vault", "x.crosscase", "--json", status=5).error["slug"] == (
        "other-content"
    )


def test_the_annex_and_the_access_report_tell_what_is_held(
    run: Run, study: Path, tmp_path: Path
) -> None:
    """In plain text, as JSON and for Word."""
    run("memos", "write", study, "On her", "--text", "Open and kind.", "--about",
        "case:Anna Smith")  # fmt: skip
    assert run("protection", study, "--json").json["measures"]
    annex = run("protection", "annex", study).out
    assert "participants" in annex and "Ama" in annex and "not encrypted" in annex
    report = run("protection", "access", study, "Anna Smith").out
    assert "Open and kind." in report and "trust  1" in report
    data = run("protection", "access", study, "Anna Smith", "--json").json
    assert {each["heading"] for each in data["sections"]} >= {"Consents", "What they said"}
    run("protection", "annex", study, "--docx", "annex.docx")
    run("protection", "access", study, "Anna Smith", "--docx", "person.docx")
    assert (tmp_path / "annex.docx").read_bytes()[:2] == b"PK"
    said = run("protection", "access", study, "Nobody", "--json", status=3)
    assert said.json["error"]["slug"] == "participant-not-found"


def test_a_review_that_cannot_be_read_says_what_is_wrong(
    run: Run, study: Path, tmp_path: Path
) -> None:
    """Missing columns, unknown decisions, nothing to put in, and a review that is out of date."""
    run("anonymise", "propose", study, "review.csv")
    whole = (tmp_path / "review.csv").read_text(encoding="utf-8-sig")
    for text, slug in (
        (whole.replace("decision,", "decide,", 1), "no-such-column"),
        (whole.replace("\n,", "\nperhaps,", 1), "not-a-decision"),
        (whole.replace("\n,Anna,P01", "\naccept,Anna,", 1), "empty-replacement"),
    ):
        (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
        said = run("anonymise", "apply", study, "bad.csv", "--vault", "s.vault", "--json",
                   status=2)  # fmt: skip
        assert said.error["slug"] == slug
    _review(tmp_path / "review.csv")
    run("anonymise", "apply", study, "review.csv", "--vault", "s.vault")
    said = run("anonymise", "apply", study, "review.csv", "--vault", "s.vault", "--json", status=4)
    assert said.error["slug"] == "changed-since-review"
