"""`new`, `info`, `config`: beginning a study, and who one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_new_and_info(run: Run) -> None:
    """A new study has its title, its person as a coder, and nothing else."""
    said = run("new", "ics.crosscase", "--title", "Integrated care", "--as", "Ama")
    assert said.out == "Made “Integrated care” in ics.crosscase, as Ama.\n"
    data = run("info", "ics.crosscase", "--json").json
    assert data["title"] == "Integrated care"
    assert data["path"] == "ics.crosscase"
    assert (data["sources"], data["coders"], data["operations"]) == (0, 1, 1)


def test_info_counts_what_the_issue_asks_for(run: Run, study: Path) -> None:
    """`info --json` has the twelve figures, the id and the state."""
    data = run("info", study, "--json").json
    figures = (
        "sources", "words", "turns", "codes", "codings", "passages", "cases", "participants",
        "coders", "memos", "links", "operations",
    )  # fmt: skip
    assert all(isinstance(data[name], int) for name in figures)
    assert (data["sources"], data["participants"], data["codes"]) == (2, 2, 3)
    assert data["turns"] == 8
    assert data["heads"]
    assert len(data["id"]) == 36


def test_info_for_people(run: Run, study: Path) -> None:
    """Without --json the figures stand in a column, each beside its name."""
    lines = run("info", study).out.splitlines()
    assert lines[0] == "A study"
    assert " 2  sources" in lines
    assert " 3  codes" in lines


def test_a_study_is_never_overwritten(run: Run, study: Path) -> None:
    """`new` over a file that is there is a conflict."""
    said = run("new", study, "--title", "Another", status=4)
    assert said.err.startswith("“s.crosscase” is there already.\n")


def test_a_study_that_is_not_there(run: Run) -> None:
    """Naming a study that is not there is told with how to make it."""
    said = run("info", "no.crosscase", status=3)
    assert said.err.splitlines()[0] == "There is no study “no.crosscase”."
    assert "crosscase new" in said.err


def test_the_person_is_as_then_config_then_login(run: Run) -> None:
    """--as goes before the settings, and these before the login name."""
    assert run("new", "a.crosscase", "--json").json["person"] == "researcher"
    run("config", "set", "name", "Ama  Boateng")
    assert run("new", "b.crosscase", "--json").json["person"] == "Ama Boateng"
    assert run("new", "c.crosscase", "--as", "Ben", "--json").json["person"] == "Ben"


def test_settings_are_set_and_read(run: Run, tmp_path: Path) -> None:
    """`config` lists, gets, sets and unsets; `path` says where it keeps them."""
    assert run("config", "path").out.strip() == str(tmp_path / "config.toml")
    run("config", "set", "name", 'A "B" \\ C')
    assert run("config", "get", "name").out == 'A "B" \\ C\n'
    assert run("config", "--json").json["settings"] == {"name": 'A "B" \\ C'}
    run("config", "set", "name", "")
    assert run("config", "--json").json["settings"] == {}


@pytest.mark.parametrize(
    ("tokens", "slug"),
    [
        (("get", "shoe-size"), "unknown-setting"),
        (("set", "shoe-size", "42"), "unknown-setting"),
        (("set", "colour", "purple"), "unknown-value"),
        (("set", "originals", "keep"), "unknown-setting"),
    ],
)
def test_settings_that_are_none(run: Run, tokens: tuple[str, ...], slug: str) -> None:
    """Unknown settings and values are mistakes of use."""
    assert run("config", *tokens, "--json", status=2).json["error"]["slug"] == slug


def test_a_damaged_settings_file_is_told(run: Run, tmp_path: Path) -> None:
    """Settings that cannot be read are told with where they lie."""
    (tmp_path / "config.toml").write_text("name = ", encoding="utf-8")
    said = run("new", "a.crosscase", status=5)
    assert "config.toml” cannot be read" in said.err


def test_settings_of_a_study(run: Run, study: Path) -> None:
    """A study has settings of its own, which are operations in its log."""
    run("config", "set", "originals", "keep", "--study", study)
    assert run("config", study, "--json").json["settings"] == {"originals": "keep"}
    assert run("config", "get", "originals", "--study", study).out == "keep\n"
    assert run("log", study, "--most", "1", "--json").json["operations"][0]["sentence"] == (
        "changed a setting"
    )
