"""What every test stands on: a quiet environment, hypothesis profiles, and the shared folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# No deadlines: how long an example takes says more about the machine than about the code.
settings.register_profile("dev", deadline=None)
# The same examples every time, so that a change is not judged by chance.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak-short",
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dev")  # --hypothesis-profile chooses another

# What a researcher's shell may hold that would change what crosscase does or shows.
_UNSET = ("FORCE_COLOR", "CLICOLOR_FORCE", "LC_ALL", "LANGUAGE")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--soak=short`` runs the one-minute forms of the soak tests."""
    parser.addoption("--soak", choices=("short", "long"), default="short")


@pytest.fixture(scope="session")
def is_long_soak(request: pytest.FixtureRequest) -> bool:
    """Whether the soak tests run in their full length rather than for about a minute."""
    return bool(request.config.getoption("--soak") == "long")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the repository; tests skip where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("needs the documents in ../shared/data, which are not part of the repository")
    return folder


@pytest.fixture(scope="session", autouse=True)
def quiet_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's own settings, home folder, colours or time zone reach a test."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [*(name for name in os.environ if name.startswith("CROSSCASE_")), *_UNSET]:
            patch.delenv(name, raising=False)
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.casefold()))
        for name in ("LOGNAME", "USER", "USERNAME"):
            patch.setenv(name, "researcher")
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", "100")
        _follow_time_zone()
        yield
    _follow_time_zone()


def _follow_time_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()
