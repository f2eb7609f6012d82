"""Projects that tools keep in SQLite, on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.exchange.qualcoder_making import qualcoder, qualcoder_folder
from tests.exchange.rqda_making import rqda


def test_inspect_says_what_is_read_of_the_tables_of_a_tool(run: Run) -> None:
    Path("pots.db").write_bytes(qualcoder(8))
    found = run("inspect", "pots.db", "--json").json
    assert (found["format"], found["tool"]) == ("QualCoder project, schema 8", "QualCoder 3.5")
    said = run("inspect", "pots.db").out
    assert "table of the tool" in said
    assert "stored_sql: crosscase has nothing of this kind." in said


def test_a_folder_of_qualcoder_comes_in_whole_and_balances(run: Run) -> None:
    folder = qualcoder_folder(Path())
    run("new", "pots.crosscase", "--as", "Ama")
    report = run("import", "pots.crosscase", folder, "--as", "Ama", "--json").json
    assert report["balanced"]
    assert report["project"] == "Pots"
    again = run("import", "pots.crosscase", folder, "--as", "Ama")
    assert "All of it is here already" in again.out, again.out


def test_a_new_study_begins_with_a_project_of_rqda(run: Run) -> None:
    Path("pots.rqda").write_bytes(rqda())
    assert run("new", "begun.crosscase", "--from", "pots.rqda", "--as", "Ama", "--json").json[
        "balanced"
    ]
    assert "Trust" in run("codes", "begun.crosscase").out


def test_a_study_is_not_imported_as_a_project(run: Run, study: Path) -> None:
    Path("other.crosscase").write_bytes(study.read_bytes())
    told = run("import", study, "other.crosscase", "--json", status=5).error
    assert told["slug"] == "is-a-study"
    assert "crosscase merge" in told["hint"]
