"""Views of a study as Word files, from the command line."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("tokens", "holds"),
    [
        (["export", "STUDY", "x.docx", "--codebook"], "Readiness to rely on somebody"),
        (["codebook", "export", "STUDY", "x.docx"], "Readiness to rely on somebody"),
        (["export", "STUDY", "x.docx", "--table", "sources"], "P01.txt"),
        (["export", "STUDY", "x.docx", "--table", "cases"], "Northam"),
        (["export", "STUDY", "x.docx", "--table", "memos"], "0 memos"),
        (["export", "STUDY", "x.docx", "--table", "operations"], "imported"),
        (["matrix", "STUDY", "--output", "x.docx"], "Relationships"),
    ],
)
def test_a_view_is_written_for_word(run: Run, study: Path, tokens: list[str], holds: str) -> None:
    """The codebook, a matrix and the lists open in Word, and name who exported them."""
    run(*(str(study) if each == "STUDY" else each for each in tokens))
    document = docx.Document("x.docx")
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    assert holds in "\n".join([*(each.text for each in document.paragraphs), *cells])
    assert document.core_properties.author == "Ama"


def test_a_transcript_has_the_codings_of_those_coders_that_are_asked_for(
    run: Run, study: Path
) -> None:
    """Each coding is a comment in the margin; --coder chooses among them."""
    run("code", study, "P02.txt", "Trust", "--quote", "I trust the nurse.")
    run("code", study, "P02.txt", "Money", "--quote", "the nurse", "--coder", "Ben")
    run("export", study, "all.docx", "--transcript", "P02.txt")
    assert sorted(each.author for each in docx.Document("all.docx").comments) == ["Ama", "Ben"]
    run("export", study, "ben.docx", "--transcript", "P02.txt", "--coder", "Ben")
    assert [each.text for each in docx.Document("ben.docx").comments] == ["Money"]


@pytest.mark.parametrize(
    ("tokens", "slug"),
    [
        (["x.docx"], "unknown-format"),
        (["x.csv", "--transcript", "P01.txt"], "unknown-format"),
        (["x.docx", "--coder", "Ama"], "coder-of-what"),
        (["x.docx", "--codebook", "--transcript", "P01.txt"], "two-exports"),
        (["x.docx", "--transcript", "P04.txt"], "source-not-found"),
    ],
)
def test_what_cannot_be_written_is_said_before_a_file_is_made(
    run: Run, study: Path, tokens: list[str], slug: str
) -> None:
    """A slip gets a sentence with a way out, and leaves no file."""
    said = run("export", study, *tokens, "--json", status=None)
    assert said.error["slug"] == slug
    assert not Path("x.docx").exists()
