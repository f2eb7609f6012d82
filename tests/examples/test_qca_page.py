"""What the page on QCA shows is what the commands answer."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from crosscase.cli import main
from tests.examples.test_demo import demo

__all__ = ["demo"]  # the fixture that builds the example

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "methods"


@pytest.fixture(scope="module")
def folder(demo: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example study and the files of the page in it."""
    place = tmp_path_factory.mktemp("qca")
    demo.build(place / "ics.crosscase").close()  # type: ignore[attr-defined]
    for file in (
        ROOT / "examples" / "ics" / "qca.yaml",
        PAGES / "lipset.csv",
        PAGES / "lipset-qca.yaml",
    ):
        shutil.copy(file, place)
    return place


def test_the_page_shows_what_the_commands_answer_and_they_write_their_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line under a command is in its answer, in order; the listed commands run."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CROSSCASE_CONFIG", str(folder / "config.toml"))
    text = (PAGES / "qca.md").read_text(encoding="utf-8")
    shown = re.findall(r"```\n\$ (.*?)\n(.*?)```", text, re.S)
    assert len(shown) == 6
    for command, lines in shown:
        words = shlex.split(command)[1:]
        assert main([*words, *([] if "--as" in words else ["--as", "Ama"])]) == 0, command
        answered = capsys.readouterr().out.splitlines()
        expected = lines.rstrip().splitlines()
        assert answered[: len(expected)] == expected, command
    listed = [line for line in text.splitlines() if line.startswith("crosscase ")]
    assert len(listed) == 6
    for line in listed:
        assert main([*shlex.split(line)[1:], "--as", "Ama"]) == 0, line
    capsys.readouterr()
    assert {"trust.docx", "trust.xlsx", "trust.svg"} <= {each.name for each in folder.iterdir()}


def test_the_countries_of_the_page_are_those_of_the_published_figures() -> None:
    """The table beside the page holds what the tests of the method reproduce."""
    from crosscase.formats.tables import read_table
    from tests.analysis import lipset

    file = PAGES / "lipset.csv"
    table = read_table(file.read_bytes(), file.name)
    data = lipset.fuzzy()
    assert [row[0] for row in table.rows] == list(data.cases)
    for at, condition in enumerate(data.conditions):
        assert [float(row[2 + at]) for row in table.rows] == condition.values.tolist()
    assert [float(row[-1]) for row in table.rows] == data.outcome.tolist()
