"""A small study whose findings a manuscript tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.study import Study
from tests.command_runs import Run, run
from tests.manuscripts.making import make_told

__all__ = ["run"]

assert Run


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Seven people at two sites, three findings and two quotes; tests only read it."""
    with make_told(tmp_path_factory.mktemp("told")) as study:
        yield study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The same, to be changed."""
    with make_told(tmp_path) as study:
        yield study
