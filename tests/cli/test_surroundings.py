"""What the machine says: time, person, settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase import surroundings
from crosscase.errors import MistakeOfUse, UnreadableFile


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file of this test."""
    path = tmp_path / "deep" / "config.toml"
    monkeypatch.setenv("CROSSCASE_CONFIG", str(path))
    return path


def test_a_day_has_a_beginning_and_an_end() -> None:
    """In the time zone of this machine (UTC here), to the millisecond."""
    assert surroundings.day_start_ms("2026-03-02") == 1_772_409_600_000
    assert surroundings.day_end_ms("2026-03-02") == 1_772_496_000_000 - 1
    assert surroundings.local_time_text(1_772_452_800_000) == "2026-03-02 12:00"


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-30", "02/03/2026"])
def test_what_is_no_day(day: str) -> None:
    """Only year-month-day is read."""
    with pytest.raises(MistakeOfUse):
        surroundings.day_start_ms(day)


@pytest.mark.parametrize("name", ["Ama", 'A "quoted" \\ name', "Zoë Ω 信任 🙂"])
def test_settings_survive_being_written(name: str) -> None:
    """Whatever a name holds, it is read as it was written."""
    surroundings.write_config("name", name)
    surroundings.write_config("colour", "never")
    assert surroundings.read_config() == {"name": name, "colour": "never"}
    surroundings.write_config("name", None)
    assert surroundings.read_config() == {"colour": "never"}


def test_a_name_of_control_characters_is_refused() -> None:
    """It could not be read again."""
    with pytest.raises(MistakeOfUse):
        surroundings.write_config("name", "A\x07ma")


def test_settings_lie_where_the_machine_keeps_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The folder of settings, unless CROSSCASE_CONFIG names a file."""
    monkeypatch.delenv("CROSSCASE_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert surroundings.config_path() == tmp_path / "settings" / "crosscase" / "config.toml"


def test_a_settings_file_that_cannot_be_written(own_settings: Path) -> None:
    """The error names the file."""
    own_settings.parent.write_text("in the way", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="cannot be"):
        surroundings.write_config("name", "Ama")


def test_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Given, then configured, then logged in; blanks count for nothing."""
    assert surroundings.person_name() == "researcher"
    surroundings.write_config("name", "Ama")
    assert surroundings.person_name("  ") == "Ama"
    assert surroundings.person_name(" Ben  B ") == "Ben B"
    surroundings.write_config("name", None)
    monkeypatch.setattr(surroundings, "login_name", lambda: None)
    assert surroundings.person_name() is None
