"""The command line in-process: what it prints, what it exits with, on real studies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crosscase.cli import main
from tests.cli.making import CODEBOOK, PARTICIPANTS, TRANSCRIPTS
from tests.command_runs import Run, Said, run

__all__ = ["Run", "Said", "run"]


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
