"""Documents that cannot be read, or that are not what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import crosscase
from crosscase.errors import UnreadableFile
from tests.bad_input.conftest import Run, assert_clear, state_of, unharmed
from tests.bad_input.files import BAD_DOCUMENTS, bomb, write_bad_document

_200_MB = 200 * 1_000_000


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_document_that_cannot_be_read(run: Run, study: Path, name: str) -> None:
    """It is left out with its reason, status 5, and the study is as it was."""
    write_bad_document(name)
    with unharmed(study):
        said = run("import", study, name, "--json", status=5).json
    assert said["imported"] == []
    (refused,) = said["refused"]
    assert refused["slug"] == BAD_DOCUMENTS[name][1]
    assert name in refused["sentence"]
    assert_clear(refused)


def test_all_at_once_with_two_that_can_be_read(run: Run, study: Path) -> None:
    """The two come in as one operation; all the others are listed, each with its sentence."""
    paths = [write_bad_document(name) for name in BAD_DOCUMENTS]
    Path("a_good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    Path("z_good.md").write_text("# Notes\n\nWe walked.\n", encoding="utf-8")
    operations = run("info", study, "--json").json["operations"]
    said = run("import", study, "a_good.txt", *paths, "z_good.md", "--as", "Ama", status=5)
    assert "Imported 2 sources" in said.out
    assert f"Left out {len(paths)} files:" in said.out
    for path in paths:
        assert f"“{path}”" in said.out
    info = run("info", study, "--json").json
    assert (info["sources"], info["operations"]) == (3, operations + 1)
    state_of(study)


def test_all_or_nothing(run: Run, study: Path) -> None:
    """With --strict one file that cannot be read keeps all of them out."""
    write_bad_document("cut.docx")
    Path("good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    with unharmed(study):
        error = run("import", study, "good.txt", "cut.docx", "--strict", "--json", status=5).error
    assert error["slug"] == "damaged-file"


def test_a_folder_with_some_that_cannot_be_read(run: Run, study: Path) -> None:
    """A folder is no different: those that can be read come in, the others are listed."""
    Path("folder/sub").mkdir(parents=True)
    Path("folder/good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    Path("folder/sub/bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    said = run("import", study, "folder", "--json", status=5).json
    assert [each["source"] for each in said["imported"]] == ["good.txt"]
    assert [each["file"] for each in said["refused"]] == ["bad.pdf"]


def test_the_same_in_python(study: Path) -> None:
    """`sources.add` keeps what can be read and lists the rest; with strict it raises."""
    write_bad_document("locked.pdf")
    Path("good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    with crosscase.open_study(study, person="Ama") as work:
        heads = work.heads
        with pytest.raises(UnreadableFile) as stopped:
            work.sources.add(["good.txt", "locked.pdf"], strict=True)
        assert stopped.value.slug == "encrypted-file"
        assert work.heads == heads
        report = work.sources.add(["good.txt", "locked.pdf"])
        assert [each.name for each in report.imported] == ["good.txt"]
        assert [each.error.slug for each in report.refused] == ["encrypted-file"]
        assert work.verify() == []


def test_a_web_page_called_docx_is_read_as_what_it_is(run: Run, study: Path) -> None:
    """The content decides, and it is said."""
    Path("page.docx").write_bytes(b"<!DOCTYPE html><html><body><p>Hello there</p></body></html>")
    said = run("import", study, "page.docx", "--json").json
    assert said["imported"][0]["format"] == "html"
    assert any("named as a Word document" in note for note in said["imported"][0]["notes"])
    assert run("sources", "show", study, "page.docx").out.strip() == "Hello there"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_text_in_another_encoding_is_read(run: Run, study: Path, encoding: str) -> None:
    """Its words come in as they were written; a guess is said."""
    words = "Ann: The café was closed – “naïve”, she said, and left."
    Path("a.txt").write_bytes(words.encode(encoding))
    said = run("import", study, "a.txt", "--json").json
    assert run("sources", "show", study, "a.txt").out.strip() == words
    assert bool(said["imported"][0]["notes"]) == (encoding in ("cp1252", "utf-16-le"))


def test_a_text_that_is_not_in_the_encoding_named(run: Run, study: Path) -> None:
    """It is refused rather than garbled."""
    Path("a.txt").write_bytes("Ann: The café.".encode("cp1252"))
    with unharmed(study):
        said = run("import", study, "a.txt", "--encoding", "utf-8", "--json", status=5).json
    assert said["refused"][0]["slug"] == "wrong-encoding"
    assert_clear(said["refused"][0])


@pytest.mark.parametrize("name", ["big.txt", "big.html", "big.srt", "big.rtf"])
def test_a_file_of_200_mb_is_refused(run: Run, study: Path, name: str) -> None:
    """It is told how large a file may be."""
    with Path(name).open("wb") as file:
        file.write({"big.rtf": b"{\\rtf1 words"}.get(name, b"words "))
        file.truncate(_200_MB)
    with unharmed(study):
        said = run("import", study, name, "--json", status=5).json
    assert said["refused"][0]["slug"] in ("file-too-large", "binary-file")
    assert_clear(said["refused"][0])


def test_a_table_of_200_mb_and_one_that_is_a_bomb(run: Run, study: Path) -> None:
    """Tables have bounds of their own."""
    with Path("big.csv").open("wb") as file:
        file.write(b"participant,role\n")
        file.truncate(_200_MB)
    Path("bomb.xlsx").write_bytes(bomb("xl/worksheets/sheet1.xml"))
    with unharmed(study):
        for name, slug in (("big.csv", "file-too-large"), ("bomb.xlsx", "archive-too-large")):
            error = run("import", study, name, "--table", "participants", "--json", status=5).error
            assert error["slug"] == slug


def test_a_file_that_is_not_there(run: Run, study: Path) -> None:
    """A name that leads nowhere is told before anything is read; status 3."""
    Path("good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    with unharmed(study):
        said = run("import", study, "good.txt", "absent.txt", status=3)
    assert "There is no file or folder “absent.txt”." in said.err


@pytest.mark.parametrize("name", [b"caf\xe9.txt", "n" * 300 + ".txt"])
def test_a_file_with_a_name_that_is_no_text_or_too_long(
    run: Run, study: Path, name: bytes | str
) -> None:
    """Such a name is told in a sentence; it is no bug."""
    path = os.fsdecode(name)
    if isinstance(name, bytes):
        try:
            Path(path).write_bytes(b"Ann: I was there.\n")
        except OSError:
            pytest.skip("this disk takes no such name")
    said = run("import", study, path, status=None)
    state_of(study)
    assert said.status in (0, 3, 5)
