"""What the pages on co-occurrence and on comparing groups show is what the commands answer."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import crosscase
from crosscase.cli import main
from tests.examples.test_demo import demo

__all__ = ["demo"]  # the fixture that builds the example

PAGES = Path(__file__).parents[2] / "docs" / "methods"


@pytest.fixture(scope="module")
def folder(demo: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example study in it."""
    place = tmp_path_factory.mktemp("pages")
    demo.build(place / "ics.crosscase").close()  # type: ignore[attr-defined]
    return place


@pytest.mark.parametrize(("page", "count"), [("cooccurrence", 2), ("comparing-groups", 2)])
def test_the_worked_examples_are_what_the_commands_answer(
    page: str,
    count: int,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every line under a command is in its answer, in order."""
    monkeypatch.chdir(folder)
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    shown = re.findall(r"```\n\$ (.*?)\n(.*?)```", text, re.S)
    assert len(shown) == count
    for command, lines in shown:
        assert main(shlex.split(command)[1:]) == 0
        answered = capsys.readouterr().out.splitlines()
        expected = lines.rstrip().splitlines()
        assert answered[: len(expected)] == expected


def test_the_commands_of_the_pages_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of the listed commands answers, and writes the file that it names."""
    monkeypatch.chdir(folder)
    listed = [
        line
        for page in ("cooccurrence", "comparing-groups")
        for line in (PAGES / f"{page}.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("crosscase ")
    ]
    assert len(listed) == 9
    for line in listed:
        assert main(shlex.split(line)[1:]) == 0, line
    assert {"pairs.xlsx", "pairs.svg", "groups.xlsx", "groups.svg"} <= {
        each.name for each in folder.iterdir()
    }
    capsys.readouterr()


def test_the_numbers_in_the_text_of_the_pages_are_those_of_the_study(folder: Path) -> None:
    """What the sentences under the answers say."""
    with crosscase.open_study(folder / "ics.crosscase") as study:
        made = study.cooccurrence.pairs(codes=["Trust", "Personal ties"])
        pair = made.pair(0)
        assert (pair.first_units, pair.second_units, made.units) == (49, 23, 501)
        assert (pair.first_met, pair.second_met, pair.both, pair.meetings) == (7, 6, 6, 8)
        compared = study.contrasts.compare("sector", groups=["Community"], permutations=30_000)
        assert (compared.test.possible, compared.test.exact) == (26_730, True)
        labour = compared.contrast(0, compared.find_code("Unpaid community labour"))
        assert (labour.said, labour.of, labour.said_against, labour.of_against) == (5, 5, 2, 27)
        assert labour.p == pytest.approx(9 / 26_730)
        assert labour.family == pytest.approx(28 / 26_730)
        assert len(compared) == 41
