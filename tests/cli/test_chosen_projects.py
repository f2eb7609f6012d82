"""Files of other tools that hold several projects, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exchange.making import guid, project
from tests.exchange.taguette_files import taguette_file


@pytest.fixture
def pots(run: Run) -> Path:
    """A Taguette file with two projects."""
    path = Path("pots.bin")
    path.write_bytes(taguette_file(projects=2))
    return path


def test_which_project_is_asked_for_and_chosen_everywhere(
    run: Run, study: Path, pots: Path
) -> None:
    for tokens in (["inspect", pots], ["import", study, pots]):
        refused = run(*tokens, "--json", status=2).error
        assert refused["slug"] == "which-project"
        assert "The pot 2" in refused["hint"]
    assert run("inspect", pots, "--project", "The pot 2", "--json").json["project"] == "The pot 2"
    report = run("import", study, pots, "--project", "The pot 2", "--json").json
    assert report["balanced"]
    made = run("new", "n.crosscase", "--from", pots, "--project", "The pot 1", "--as", "Ama")
    assert "highlight_tags" in made.out
    assert run("info", "n.crosscase", "--json").json["title"] == "The pot 1"


def test_a_name_of_a_project_is_refused_where_there_is_none_to_choose(
    run: Run, study: Path, pots: Path
) -> None:
    Path("a.txt").write_text("Words.")
    for tokens in (["import", study, "a.txt"], ["new", "x.crosscase", "--as", "Ama"]):
        assert run(*tokens, "--project", "A", "--json", status=2).error["slug"] == "project-of-what"
    assert run("import", study, pots, "--project", "None", "--json", status=3).error


def test_files_outside_a_project_are_opened_below_the_folder_that_is_named(
    run: Run, study: Path
) -> None:
    Path("talks").mkdir()
    Path("talks/p.txt").write_text("Nobody trusted it.")
    source = f'<TextSource guid="{guid(1)}" name="P" plainTextPath="relative:///talks/p.txt"/>'
    Path("p.qde").write_bytes(project(f"<Sources>{source}</Sources>"))
    assert run("import", study, "p.qde", "--dry-run", "--json").json["outside"]
    for tokens in (["import", study], ["new", "n.crosscase", "--as", "Ama", "--from"]):
        assert run(*tokens, "p.qde", "--files", "talks", "--json").json["outside"] == []
    assert run("import", study, "p.qde", "--files", "none", "--json", status=3).error
    for tokens in (["import", study, "talks/p.txt"], ["new", "x.crosscase", "--as", "Ama"]):
        told = run(*tokens, "--files", "talks", "--json", status=2).error
        assert told["slug"] == "files-of-what"
