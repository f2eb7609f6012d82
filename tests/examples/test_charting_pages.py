"""What the pages on the framework matrix and on grids show is what the commands answer."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from crosscase.cli import main
from tests.examples.test_demo import demo

__all__ = ["demo"]  # the fixture that builds the example

PAGES = Path(__file__).parents[2] / "docs" / "methods"


@pytest.fixture
def folder(
    demo: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Path:
    """A folder with the example study in it, where Ama works."""
    demo.build(tmp_path / "ics.crosscase").close()  # type: ignore[attr-defined]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


@pytest.mark.parametrize(("page", "count"), [("framework-matrix", 6), ("grids", 4)])
def test_the_worked_examples_are_what_the_commands_answer(
    page: str, count: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line under a command is in its answer, in order; the other commands run too."""
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    for name, table in re.findall(r"`([\w-]+\.csv)` is\n\n```csv\n(.*?)```", text, re.S):
        (folder / name).write_text(table, encoding="utf-8")
    shown = re.findall(r"```\n\$ (.*?)\n(.*?)```", text, re.S)
    assert len(shown) == count
    for command, lines in shown:
        assert main([*shlex.split(command)[1:], "--as", "Ama"]) == 0, command
        answered = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
        expected = [line.rstrip() for line in lines.rstrip().splitlines()]
        assert [a[: len(e)] for a, e in zip(answered, expected, strict=False)] == expected, command
    listed = [line for line in text.splitlines() if line.startswith("crosscase ")]
    assert len(listed) >= 6
    for line in listed:
        assert main([*shlex.split(line)[1:], "--as", "Ama"]) == 0, line
    capsys.readouterr()


def test_the_grid_file_of_the_page_can_be_read() -> None:
    """As it stands there."""
    from crosscase.study_synthesis.grid_files import read_grid

    text = (PAGES / "grids.md").read_text(encoding="utf-8")
    (file,) = re.findall(r"```yaml\n(.*?)```", text, re.S)
    grid = read_grid(file.encode(), "page.yaml")
    assert (grid.case_kind, [each.name for each in grid.columns]) == ("site", ["Given", "Kept"])
