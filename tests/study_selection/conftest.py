"""A study in memory; whatever a test does, its log must verify."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_selection.inventing import grouped_boards


@pytest.fixture
def study() -> Iterator[Study]:
    """A study without frames."""
    made = make_study()
    yield made
    assert made.verify() == []
    made.close()


@pytest.fixture
def boards(study: Study) -> Study:
    """The same with a frame of nine boards in two groupings."""
    grouped_boards(study)
    return study
