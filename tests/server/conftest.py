"""The desk over a real study in a folder of its own, and a browser that was let in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosscase import surroundings
from crosscase.server.application import guarded, make_application
from crosscase.server.entry import Entry
from crosscase.study import Study
from crosscase.study_opening import open_study_file
from tests.server.making import make_small_study

PORT = 8377

DeskOn = Callable[..., AbstractContextManager[TestClient]]


def open_by(path: Path, person: str | None = "Ama") -> Callable[[bool], Study]:
    """What the desk opens its study by; the argument says whether only to read."""

    def opening(read_only: bool) -> Study:
        return open_study_file(
            path,
            person=person,
            now_us=surroundings.system_clock_us,
            randomness=surroundings.random_bytes,
            read_only=read_only,
        )

    return opening


@contextmanager
def desk_on(path: Path, person: str | None = "Ama") -> Iterator[TestClient]:
    """A desk on a study, and a browser that came in by its one-time address."""
    entry = Entry(PORT, surroundings.random_bytes)
    app = guarded(make_application(open_by(path, person)), entry)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as browser:
        assert browser.get(entry.fresh_address(), follow_redirects=False).status_code == 303
        yield browser


@pytest.fixture(name="desk_on")
def desk_on_fixture() -> DeskOn:
    """Opens a desk on any study: ``with desk_on(path, person="Ben") as browser``."""
    return desk_on


@pytest.fixture(scope="session")
def small_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small study, made once; nobody works in it."""
    return make_small_study(tmp_path_factory.mktemp("small"))


@pytest.fixture
def study_path(small_study: Path, tmp_path: Path) -> Path:
    """A copy of the small study in the folder of this test."""
    return Path(shutil.copy(small_study, tmp_path / "study.crosscase"))


@pytest.fixture
def browser(study_path: Path) -> Iterator[TestClient]:
    """Ama's browser, which was let in to a desk on her copy of the small study."""
    with desk_on(study_path) as browser:
        yield browser
