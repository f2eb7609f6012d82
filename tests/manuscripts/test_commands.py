"""`crosscase check`, `crosscase render` and `crosscase findings link`."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.study import Study
from tests.command_runs import Run
from tests.manuscripts.making import PAPER, comments_of, docx_of

BODY = "<w:p><w:r><w:t>All 7 of 7 spoke. Nine came.</w:t></w:r></w:p>"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A manuscript in which all holds."""
    path = tmp_path / "paper.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_a_paper_that_holds_ends_with_0_and_one_that_fails_with_1(
    study: Study, paper: Path, run: Run
) -> None:
    assert study.path is not None
    said = run("check", paper, study.path)
    assert "  3:1   supported     F1: 7 of 7 participants" in said.out
    assert said.out.rstrip().endswith("5 supported.")
    paper.write_text(PAPER.replace("7 of 7{{", "6 of 7{{"), encoding="utf-8")
    failing = run("check", paper, study.path, status=1)
    assert "! 3:33" in failing.out and "6 of 7 is now 7 of 7" in failing.out
    told = run("check", paper, study.path, "--json", status=1).json
    assert told["failed"] is True
    (wrong,) = [each for each in told["items"] if each["fails"]]
    assert (wrong["line"], wrong["column"], wrong["now"]) == (3, 33, "7 of 7")


def test_strictly_a_bare_number_fails_too(study: Study, paper: Path, run: Run) -> None:
    paper.write_text(PAPER + "\nTwelve more came.\n", encoding="utf-8")
    assert "1 place with numbers that no check covers" in run("check", paper, study.path).out
    run("check", paper, study.path, "--strict", status=1)


def test_numbers_are_put_right_once_somebody_says_so(study: Study, paper: Path, run: Run) -> None:
    wrong = PAPER.replace("7 of 7{{", "6 of 7{{")
    paper.write_text(wrong, encoding="utf-8")
    shown = run("check", paper, study.path, "--fix-numbers", "--dry-run")
    assert "-Everybody spoke of the closing: 6 of 7" in shown.out
    assert paper.read_text(encoding="utf-8") == wrong
    run("check", paper, study.path, "--fix-numbers", status=2)  # nobody is there to say yes
    assert paper.read_text(encoding="utf-8") == wrong
    run("check", paper, study.path, "--fix-numbers", "--yes")
    assert paper.read_text(encoding="utf-8") == PAPER
    assert paper.with_name("paper.md.before").read_text(encoding="utf-8") == wrong


def test_what_was_kept_before_is_never_written_over(study: Study, paper: Path, run: Run) -> None:
    first = PAPER.replace("7 of 7{{", "6 of 7{{")
    paper.write_text(first, encoding="utf-8")
    run("check", paper, study.path, "--fix-numbers", "--yes")
    paper.write_text(PAPER.replace("7 of 7{{", "5 of 7{{"), encoding="utf-8")
    told = run("check", paper, study.path, "--fix-numbers", "--yes", "--json").json
    assert Path(told["kept"]).name == "paper.md.before-2"
    assert paper.with_name("paper.md.before").read_text(encoding="utf-8") == first


@pytest.mark.parametrize("option", ["--strict", "--everywhere", "--all", "--replace"])
def test_putting_numbers_right_is_no_check(
    study: Study, paper: Path, run: Run, option: str
) -> None:
    """A script that asks for both must not take a 0 for “all holds”."""
    assert "--fix-numbers" in run("check", paper, study.path, "--fix-numbers", option, status=2).err


def test_a_sentence_is_not_linked_where_its_copy_cannot_be_written(
    study: Study, tmp_path: Path, run: Run
) -> None:
    paper, copy = tmp_path / "paper.docx", tmp_path / "linked.docx"
    paper.write_bytes(docx_of(BODY))
    copy.write_bytes(b"mine")
    run("findings", "link", paper, study.path, "F1", "--sentence", "All 7 of 7", "--out", copy,
        status=4)  # fmt: skip
    assert study.findings.claims() == () and copy.read_bytes() == b"mine"


def test_word_gets_a_copy_with_comments_beside_it(study: Study, tmp_path: Path, run: Run) -> None:
    paper, copy = tmp_path / "paper.docx", tmp_path / "paper.checked.docx"
    paper.write_bytes(docx_of(BODY))
    before = paper.read_bytes()
    run("findings", "link", paper, study.path, "F1", "--sentence", "All 7 of 7",
        "--out", tmp_path / "linked.docx")  # fmt: skip
    said = run("check", paper, study.path)
    assert str(copy) in said.out and "F1: 7 of 7 participants" in said.out
    assert paper.read_bytes() == before
    assert "Nine" in comments_of(copy.read_bytes())[0]
    error = run("check", paper, study.path, status=4)
    assert "is there already" in error.err
    run("check", copy, study.path, "--replace")
    assert not (tmp_path / "paper.checked.checked.docx").exists()


def test_a_manuscript_is_rendered_beside_itself(study: Study, paper: Path, run: Run) -> None:
    said = run("render", paper, study.path, "--to", "html", "--json").json
    page = paper.with_suffix(".html")
    assert said["file"] == str(page) and said["state"] in page.read_text(encoding="utf-8")
    run("render", paper, study.path, "--to", "html", status=4)
    run("render", paper, study.path, "--to", "odt", status=2)
    paper.write_text("So {{quote Q9}}.\n", encoding="utf-8")
    error = run("render", paper, study.path, status=2).err
    assert "paper.md:1:4: No quote is called Q9." in error


def test_files_that_are_not_there_or_no_manuscripts_are_told(
    study: Study, tmp_path: Path, run: Run
) -> None:
    run("check", "gone.md", study.path, status=3)
    pages = tmp_path / "paper.pdf"
    pages.write_bytes(b"%PDF")
    run("check", pages, study.path, status=2)
