"""The README's ten lines run as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from crosscase.cli import main

ROOT = Path(__file__).parents[2]


def _commands() -> list[list[str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"## Ten lines\n\n```\n(.*?)```", text, re.S)
    return [shlex.split(line[2:])[1:] for line in block.splitlines() if line.startswith("$ ")]


def test_the_ten_lines_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command of the tour ends well, in order, on the example's files."""
    shutil.copytree(ROOT / "examples" / "ics", tmp_path / "ics")
    monkeypatch.chdir(tmp_path / "ics")
    commands = _commands()
    assert len(commands) == 10
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            raise SystemExit(main([*command, "--as", "Ama"]))
        assert ended.value.code in (0, None), (command, capsys.readouterr().err)
