"""The small study of findings, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.study import Study
from tests.findings.making import make_told, opened


@pytest.fixture(scope="session")
def told_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the study that is copied; nobody works in it."""
    folder = tmp_path_factory.mktemp("told")
    make_told(folder).close()
    return folder


@pytest.fixture
def study(told_folder: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of the small study, open."""
    shutil.copy(told_folder / "study.crosscase", tmp_path / "study.crosscase")
    with opened(tmp_path) as study:
        yield study
