"""A study in memory with two sources, checked after every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.store.session import Session
from crosscase.store.verifying import verify_file
from crosscase.testing import make_session
from tests.coding.making import BOARD, INTERVIEW, add_source


@pytest.fixture
def empty() -> Iterator[Session]:
    """A study without sources, opened by Ama; whatever a test does, its log must verify."""
    session = make_session()
    yield session
    assert verify_file(session.file) == []
    session.file.close()


@pytest.fixture
def session(empty: Session) -> Session:
    """The same with an interview and a board paper."""
    add_source(empty, "P01.txt", INTERVIEW)
    add_source(empty, "board.txt", BOARD)
    return empty
