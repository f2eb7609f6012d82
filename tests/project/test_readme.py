"""The commands of the README and of the tutorial run as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from crosscase.cli import main

ROOT = Path(__file__).parents[2]


def _commands(page: str) -> list[list[str]]:
    """The commands of a page: every line of a code block that begins with a dollar."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)```", text, re.S)
    return [
        shlex.split(line[2:])[1:]
        for block in blocks
        for line in block.splitlines()
        if line.startswith("$ ")
    ]


@pytest.mark.parametrize(
    ("page", "count"), [("README.md", 10), ("docs/tutorial/first-study.md", 23)]
)
def test_the_commands_of_a_page_run(
    page: str,
    count: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each command ends well, in order, on the example's files."""
    shutil.copytree(ROOT / "examples" / "ics", tmp_path / "ics")
    monkeypatch.chdir(tmp_path / "ics")
    commands = _commands(page)
    assert len(commands) == count
    for command in commands:
        named = command if "--as" in command else [*command, "--as", "Ama"]
        assert main(named) == 0, (command, capsys.readouterr().err)
