"""What the zip for Windows holds fits what its command asks for."""

from __future__ import annotations

from tools.tracked_files import ROOT
from tools.wheel_platforms import PLATFORMS, PYTHONS, pip_choices

COMMAND = (ROOT / "tools" / "windows" / "install.cmd").read_text(encoding="ascii")


def test_the_command_tries_every_python_that_the_zip_has_wheels_for() -> None:
    """The newest first."""
    assert f"({' '.join(reversed(PYTHONS))})" in COMMAND


def test_the_command_asks_nothing_of_the_network_and_no_administrator() -> None:
    """pip takes the wheels beside it; all is in the person's own folders."""
    assert COMMAND.count("-m pip install") == COMMAND.count("--no-index") == 2
    assert "%ProgramFiles%" not in COMMAND
    assert "://" not in COMMAND


def test_the_start_menu_entry_opens_the_desk_without_a_study() -> None:
    """The shelf is what somebody without a terminal begins with."""
    assert '\\crosscase.exe" open\n' in COMMAND


def test_pip_is_told_every_tag_of_a_platform() -> None:
    """A wheel for an older macOS fits a newer one."""
    words = pip_choices("macOS arm64", "3.12")
    assert "macosx_11_0_arm64" in words
    assert "macosx_14_0_arm64" in words
    assert words.count("--platform") == len(PLATFORMS["macOS arm64"].tags)
