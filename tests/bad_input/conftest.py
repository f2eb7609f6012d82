"""A small study, commands run on it, and proof that what went wrong did it no harm."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import crosscase
from tests.command_runs import Run, assert_clear, run

__all__ = ["Run", "assert_clear", "run"]

TRANSCRIPT = (
    "Interviewer: What changed when the money came?\n\n"
    "P01: We trusted one another at last. The money went into one pot.\n\n"
    "Interviewer: And then?\n\n"
    "P01: Then the winter came, and the pot was emptied by people we had trusted.\n"
)


@pytest.fixture(scope="session")
def made_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with one interview, its participant, and one code on one passage."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "P01.txt").write_text(TRANSCRIPT, encoding="utf-8")
    path = folder / "s.crosscase"
    with crosscase.new_study(path, "A study", person="Ama") as study:
        study.sources.add(folder / "P01.txt")
        study.participants.add("P01")
        study.speakers.link_by_name()
        study.codes.add("Trust")
        study.codings.add("P01.txt", "Trust", quote="We trusted one another at last.")
    return path


@pytest.fixture
def study(run: Run, made_study: Path, tmp_path: Path) -> Path:
    """A copy of that study in the folder of this test."""
    shutil.copy(made_study, tmp_path / "s.crosscase")
    return Path("s.crosscase")


def state_of(path: Path) -> tuple[str, object]:
    """The name of a study's state and all its counts; the study has to be sound."""
    with crosscase.open_study(path, read_only=True) as study:
        assert study.verify() == []
        return study.heads, study.counts()


@contextmanager
def unharmed(path: Path) -> Iterator[None]:
    """Whatever happens in here, the study is sound after it and exactly as it was."""
    before = state_of(path)
    yield
    assert state_of(path) == before


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A disk of its own in memory; the test is skipped where nobody may mount one."""
    folder.mkdir()
    if shutil.which("mount") is None or os.name != "posix" or os.geteuid() != 0:
        pytest.skip("needs the right to mount a disk (root, and the command mount)")
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
