"""The command line in-process: what it prints, what it exits with, on real studies."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crosscase.cli import main
from tests.cli.making import CODEBOOK, PARTICIPANTS, TRANSCRIPTS


@dataclass(frozen=True)
class Said:
    """What one command said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder of its own; ``status`` is what it has to exit with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSCASE_CONFIG", str(tmp_path / "config.toml"))

    def command(*tokens: object, status: int | None = 0) -> Said:
        capsys.readouterr()
        exited = main([str(token) for token in tokens])
        said = capsys.readouterr()
        assert status in (None, exited), said.out + said.err
        return Said(exited, said.out, said.err)

    return command


@pytest.fixture(scope="session")
def made_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with two interviews, two participants in two sites, and three codes."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in TRANSCRIPTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "participants.csv").write_text(PARTICIPANTS, encoding="utf-8")
    (folder / "codebook.csv").write_text(CODEBOOK, encoding="utf-8")
    path = folder / "s.crosscase"
    for tokens in (
        ["new", path, "--title", "A study"],
        ["import", path, *(folder / name for name in TRANSCRIPTS)],
        ["codebook", "import", path, folder / "codebook.csv"],
        ["import", path, folder / "participants.csv", "--table", "participants"],
        ["speakers", "link-by-name", path],
    ):
        assert main([*(str(token) for token in tokens), "--as", "Ama"]) == 0
    return path


@pytest.fixture
def study(run: Run, made_study: Path, tmp_path: Path) -> Path:
    """A copy of that study in the folder of this test, where Ama works."""
    path = Path("s.crosscase")
    shutil.copy(made_study, path)
    run("config", "set", "name", "Ama")
    return path
