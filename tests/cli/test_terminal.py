"""What a person at a terminal sees and is asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from crosscase.cli import asking
from crosscase.cli.rendering import Screen, counted, first_of, shortened
from tests.cli.conftest import Run


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody at a terminal who gives these answers, one after another."""
    given: list[str] = []

    class Person(StringIO):
        def readline(self, size: int = -1, /) -> str:
            return f"{given.pop(0)}\n" if given else ""

    monkeypatch.setattr(asking, "is_someone_there", lambda: True)
    monkeypatch.setattr("crosscase.cli.importing.is_someone_there", lambda: True)
    monkeypatch.setattr(sys, "stdin", Person())
    yield given


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """An empty study, and two transcripts."""
    run("new", "s.crosscase", "--as", "Ama")
    for name in ("A.txt", "B.txt"):
        text = "".join(f"INT: Question {n}?\n\n{name[0]}1: Answer {n}.\n\n" for n in range(4))
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Path("s.crosscase")


def speakers(run: Run, study: Path) -> list[str]:
    """The labels that were taken."""
    rows = run("speakers", study, "--json").json["speakers"]
    return [f"{row['source']} {row['speaker']}" for row in rows]


def test_speakers_are_previewed_and_taken(run: Run, folder: Path, answers: list[str]) -> None:
    """Each file's speakers are shown with their turns; a plain return takes the clear ones."""
    answers += ["", "n"]
    said = run("import", folder, "A.txt", "B.txt")
    assert "A.txt: 2 speakers?" in said.err and "INT  (4 turns" in said.err
    assert speakers(run, folder) == ["A.txt INT", "A.txt A1"]


def test_one_answer_for_all_files(run: Run, folder: Path, answers: list[str]) -> None:
    """“all” is asked once."""
    answers += ["a"]
    run("import", folder, "A.txt", "B.txt")
    assert len(speakers(run, folder)) == 4


def test_each_label_is_asked(run: Run, folder: Path, answers: list[str]) -> None:
    """“each” asks label by label."""
    answers += ["e", "n", "y"]
    run("import", folder, "A.txt")
    assert speakers(run, folder) == ["A.txt A1"]


def test_no_answer_stops(run: Run, folder: Path, answers: list[str]) -> None:
    """The end of the input stops the import; nothing is stored."""
    run("import", folder, "A.txt", status=130)
    assert run("info", folder, "--json").json["sources"] == 0


def test_a_purge_asks_twice(run: Run, study: Path, answers: list[str]) -> None:
    """A no to either question leaves the study as it was."""
    answers += ["y", "n"]
    said = run("purge", study, "source:P01.txt", status=130)
    assert said.err.count("Go on? [y/N]") == 2
    assert said.err.endswith("Stopped; the study is as it was.\n")
    assert run("info", study, "--json").json["sources"] == 2
    answers += ["y", "yes"]
    run("purge", study, "source:P01.txt")
    assert run("info", study, "--json").json["sources"] == 1


def test_colour_on_wish(run: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`colour` always draws as on a terminal; in a pipe there is none otherwise."""
    assert "\x1b[" not in run("info", study).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    run("config", "set", "colour", "always")
    assert "\x1b[1mA study" in run("info", study).out
    said = run("query", study, "text:meeting", "--most", "1").out
    assert "\x1b[1mmeeting\x1b[0m" in said and "⟦" not in said
    assert "\x1b[1m" in run("sources", study).out


def test_a_piped_table_is_aligned_and_never_cut(capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers stand to the right, wide characters count twice, and nothing is wrapped."""
    wide = "word " * 15
    Screen().table(("name", "n", "text"), [("信任", 1200, wide), ("a", None, "b")])
    assert capsys.readouterr().out == (
        f"name      n  text\n信任  1,200  {wide.strip()}\na            b\n"
    )


def test_words_for_numbers() -> None:
    """One thing is named in the singular, and thousands are parted."""
    assert counted(1, "coding") == "1 coding"
    assert counted(2000, "coding") == "2,000 codings"
    assert counted(2, "entity", "entities") == "2 entities"


def test_long_lists_are_cut() -> None:
    """The first names, and how many more there are."""
    assert first_of(["a", "b"], 2) == "a, b"
    assert first_of(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert first_of([], 2) == ""


def test_words_without_spaces_are_wrapped_anywhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wide characters count twice."""
    monkeypatch.setenv("COLUMNS", "40")
    Screen().passage("a.txt 0-30", "", "信" * 30, "")
    assert capsys.readouterr().out == ("a.txt 0-30\n  ⟦" + "信" * 18 + "\n  " + "信" * 12 + "⟧\n")


def test_long_cells_are_cut_at_a_word() -> None:
    """A long text on one line, also where no spaces part its words."""
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("信" * 20, 10) == "信" * 9 + "…"
    assert shortened("a\nb", 10) == "a b"
