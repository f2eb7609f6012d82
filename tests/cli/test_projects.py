"""Projects of other tools on the command line: looked into, brought in, and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.formats.refi_qda.reading import read_project
from tests.cli.conftest import Run
from tests.exchange.making import ALL_KINDS, everything, guid, packed, project
from tests.exchange.test_newer_export import export


@pytest.fixture
def pot(run: Run) -> Path:
    """A project of another tool, under a name that does not say so."""
    path = Path("pot.zip")
    path.write_bytes(everything())
    return path


def test_inspect_says_what_a_project_holds_and_imports_nothing(run: Run, pot: Path) -> None:
    found = run("inspect", pot, "--json").json
    assert found["counts"] == ALL_KINDS
    assert found["project"] == "The pot"
    assert (found["headings"], found["code_levels"]) == (1, 2)
    said = run("inspect", pot).out
    assert "REFI-QDA project, by A tool 1.0" in said
    assert "A case has no name." in said
    assert "Outside the project: relative:///tape.m4a" in said


def test_a_project_is_known_by_what_is_inside_and_comes_in_whole(
    run: Run, study: Path, pot: Path
) -> None:
    before = run("info", study, "--json").json
    assert "this is what would come over" in run("import", study, pot, "--dry-run").out
    assert run("info", study, "--json").json == before
    report = run("import", study, pot, "--json").json
    assert report["balanced"]
    assert report["operation"]
    assert {each["kind"]: each["present"] for each in report["kinds"]} == ALL_KINDS
    run("verify", study)
    run("undo", study)
    assert run("info", study, "--json").json["sources"] == before["sources"]


def test_a_second_import_of_a_project_says_that_all_is_here(
    run: Run, study: Path, pot: Path
) -> None:
    run("import", study, pot)
    assert "All of it is here already" in run("import", study, pot).out


def test_a_new_study_begins_with_a_project_and_bears_its_name(run: Run, pot: Path) -> None:
    report = run("new", "pot.crosscase", "--from", pot, "--as", "Ama", "--json").json
    assert report["title"] == "The pot"
    assert report["balanced"]
    assert run("info", "pot.crosscase", "--json").json["sources"] == 5


def test_what_a_study_begins_with_is_one_operation_that_names_and_describes_it(
    run: Run, pot: Path
) -> None:
    run("new", "pot.crosscase", "--from", pot, "--as", "Ama")
    done = [each["sentence"] for each in run("log", "pot.crosscase", "--json").json["operations"]]
    assert [each for each in done if "description" in each or "title" in each] == []
    assert sum("brought in a project" in each for each in done) == 1
    run("undo", "pot.crosscase", "--as", "Ama")
    assert run("info", "pot.crosscase", "--json").json["title"] == "pot"
    run("new", "own.crosscase", "--from", pot, "--title", "My own", "--as", "Ama")
    assert run("info", "own.crosscase", "--json").json["title"] == "My own"


@pytest.mark.parametrize("data", [b"", b"<html></html>", everything()[:700]])
def test_no_study_is_left_of_a_project_that_cannot_be_read(run: Run, data: bytes) -> None:
    Path("bad.qdpx").write_bytes(data)
    said = run("new", "bad.crosscase", "--from", "bad.qdpx", "--as", "Ama", "--json", status=5)
    assert said.error
    assert not Path("bad.crosscase").exists()


def test_what_is_for_documents_is_refused_beside_a_project(
    run: Run, study: Path, pot: Path
) -> None:
    refused = run("import", study, pot, "--language", "en", "--json", status=2).error
    assert refused["slug"] == "option-of-documents"
    Path("a.txt").write_text("Words.")
    refused = run("import", study, pot, "a.txt", "--json", status=2).error
    assert refused["slug"] == "project-among-files"


def test_a_study_is_written_as_a_project_and_as_a_codebook(run: Run, study: Path) -> None:
    run("code", study, "P01.txt", "Trust", "--quote", "We trusted one another")
    report = run("export", study, "out.qdpx", "--json").json
    assert report["balanced"]
    found, _ = read_project(Path("out.qdpx").read_bytes(), "out.qdpx")
    assert found.counts["TextSource"] == 2
    assert found.counts["Coding"] == 1
    assert "coder" in run("export", study, "again.qdpx").out
    run("export", study, "codes.qdc")
    codes, _ = read_project(Path("codes.qdc").read_bytes(), "codes.qdc")
    assert [code.name for code in codes.every_code()] == ["Relationships", "Trust", "Money"]
    refused = run("export", study, "out.qdpx", "--json", status=4).error
    assert refused["slug"] == "file-exists"
    refused = run("export", study, "x.qdpx", "--table", "memos", "--json", status=2).error
    assert refused["slug"] == "option-of-tables"


def test_writing_a_project_passes_the_check_of_what_may_leave(run: Run, study: Path) -> None:
    said = run("export", study, "out.qdpx", "--release", "To Ben", "--to", "Ben")
    assert "written" in said.out
    assert "To Ben" in run("releases", study).out


def test_a_path_outside_a_project_is_listed_and_not_opened(run: Run, study: Path) -> None:
    Path("secret.txt").write_text("Nobody may read this.")
    source = f'<TextSource guid="{guid(1)}" name="S" plainTextPath="absolute://{Path.cwd()}/s"/>'
    Path("p.qdpx").write_bytes(packed(project(f"<Sources>{source}</Sources>")))
    report = run("import", study, "p.qdpx", "--json").json
    assert report["outside"] == [f"absolute://{Path.cwd()}/s"]
    assert run("sources", "show", study, "S", status=None).status in (0, 3)


def test_a_newer_export_tells_what_changed_and_what_is_gone(run: Run, study: Path) -> None:
    Path("1.qdpx").write_bytes(export())
    Path("2.qdpx").write_bytes(
        export(definition="To rely on others", codings=(("Nobody", 2, "Fear"),))
    )
    run("import", study, "1.qdpx")
    run("codes", "describe", study, "> Trust", "--definition", "To count on")
    said = run("import", study, "2.qdpx").out
    assert "code Trust, definition: To count on → To rely on others" in said
    assert "coding P01, Trust, code: Trust → Fear" in said
    assert "No longer in the file, and left here: 1 coding" in said
    assert "in conflict" in said
    assert "definition" in run("conflicts", study).out


def test_a_project_is_written_for_a_tool_and_without_names(
    run: Run, study: Path, pot: Path
) -> None:
    run("import", study, pot)
    said = run("export", study, "n.qdpx", "--for", "nvivo", "--no-coder-names")
    assert "every word of every source" in said.out
    found, package = read_project(Path("n.qdpx").read_bytes(), "n.qdpx")
    assert found.origin == "crosscase 1 for NVivo"
    assert {each.name for each in found.users} >= {"Coder 1"}
    texts = [package.find(getattr(each, "plain_path", None)) for each in found.sources]
    assert any(data is not None and data.startswith(b"\xef\xbb\xbf") for data in texts)
    refused = run("export", study, "t.csv", "--for", "nvivo", "--json", status=2).error
    assert refused["slug"] == "option-of-projects"
    refused = run("export", study, "c.qdc", "--with-recordings", "--json", status=2).error
    assert refused["slug"] == "option-of-projects"
