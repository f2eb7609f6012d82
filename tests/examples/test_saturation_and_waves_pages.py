"""What the pages on saturation and waves show is what the commands answer."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscase.cli import main
from tests.examples.test_demo import demo

__all__ = ["demo"]  # the fixture that builds the example

PAGES = Path(__file__).parents[2] / "docs" / "methods"
Answer = Callable[[str], list[str]]


@pytest.fixture
def answer(
    demo: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Answer:
    """What a command answers in a folder with the example study."""
    demo.build(tmp_path / "ics.crosscase").close()  # type: ignore[attr-defined]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSCASE_CONFIG", str(tmp_path / "config.toml"))
    capsys.readouterr()

    def run(command: str) -> list[str]:
        assert main([*shlex.split(command)[1:], "--as", "Ama"]) == 0, command
        return capsys.readouterr().out.splitlines()

    return run


def assert_shown(page: str, answer: Answer, count: int) -> None:
    """Every line under a command is in its answer, in order; “...” stands for those between."""
    shown = re.findall(r"```\n\$ (.*?)\n(.*?)```", page, re.S)
    assert len(shown) == count
    for command, lines in shown:
        answered = answer(command)
        at = 0
        skips = False
        for line in lines.rstrip().splitlines():
            if line == "...":
                skips = True
                continue
            found = answered.index(line, at) if skips else at
            assert answered[found] == line
            at, skips = found + 1, False


def test_the_worked_example_of_saturation_is_what_the_commands_answer(answer: Answer) -> None:
    """Both answers, and the commands that are listed below them."""
    page = (PAGES / "saturation.md").read_text(encoding="utf-8")
    assert_shown(page, answer, 2)
    listed = [line for line in page.splitlines() if line.startswith("crosscase ")]
    assert len(listed) == 4
    for line in listed:
        answer(line)
    assert Path("curves.svg").read_text("utf-8").startswith("<svg")
    assert Path("curves.html").is_file()


def test_the_sentences_on_saturation_are_true(answer: Answer) -> None:
    """At which interviews the last codes came, and how long after."""
    rows = [line.split() for line in answer("crosscase saturation ics.crosscase") if line]
    late = [row for row in rows if row[0].isdecimal() and int(row[0]) > 7 and row[4] != "0"]
    assert [int(row[0]) for row in late] == [8, 16, 23]
    assert [row[1] for row in late][-1] == "2023-06-20"


def test_the_worked_example_of_waves_is_what_the_commands_answer(answer: Answer) -> None:
    """The files, the commands that take them in, and what they change."""
    page = (PAGES / "waves.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"`(\w+\.txt)`:\n\n```\n(.*?)```", page, re.S):
        Path(name).write_text(text, encoding="utf-8")
    listed = [line for line in page.splitlines() if line.startswith("crosscase ")]
    assert len(listed) == 14
    for line in listed:
        answer(line)
    assert_shown(page, answer, 3)
