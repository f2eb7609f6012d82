"""Every table of a study on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import crosscase
from tests.cli.conftest import Run


def test_every_table_is_written_at_once_and_counted(run: Run, study: Path) -> None:
    run("code", study, "P01.txt", "Trust", "--quote", "We trusted one another")
    for name in ("all.xlsx", "all.json", "all"):
        said = run("export", study, name, "--table", "all", "--json").json
        assert (said["tables"]["coding"], said["tables"]["source"]) == (1, 2)
        assert run("export", study, name, "--table", "all", "--json", status=4).error
        run("export", study, name, "--table", "all", "--replace")
    held = json.loads(Path("all.json").read_text(encoding="utf-8"))
    assert [row["passage_text"] for row in held["coding"]] == ["We trusted one another"]
    assert (Path("all") / "coding.csv").exists()


def test_all_tables_pass_the_checks_of_what_may_leave(run: Run, study: Path) -> None:
    refused = run("export", study, "all.txt", "--table", "all", "--json", status=2).error
    assert refused["slug"] == "unknown-format"
    run("export", study, "all", "--table", "all", "--release", "To Ben", "--to", "Ben")
    assert "To Ben" in run("releases", study).out


def test_tables_that_leave_one_by_one_hold_no_formulas_and_come_back(run: Run, study: Path) -> None:
    run("codes", "add", study, "=1+1", "--definition", "@SUM(1)")
    run("code", study, "P01.txt", "=1+1", "--quote", "We trusted one another")
    run("export", study, "codings.csv")
    run("export", study, "codes.csv", "--codebook")
    assert ",'=1+1," in Path("codings.csv").read_text()
    assert "'=1+1,,'@SUM(1)" in Path("codes.csv").read_text()
    run("new", "other.crosscase")
    run("import", "other.crosscase", "codes.csv", "--table", "codebook")
    codes = run("codes", "other.crosscase", "--json").json
    assert "'=" not in json.dumps(codes)
    assert "=1+1" in json.dumps(codes)


def test_csv_is_written_in_one_place_alone() -> None:
    """So that no table leaves without what keeps spreadsheets from running its cells."""
    package = Path(crosscase.__file__).parent
    writing = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"csv\.writer|DictWriter|\.write_csv\(", path.read_text(encoding="utf-8"))
    }
    assert writing == {"formats/tables.py"}
    unguarded = [
        path.name
        for path in package.rglob("*.py")
        for call in re.findall(r"(?<!def )write_csv\((?s:.)*?\n", path.read_text(encoding="utf-8"))
        if "guard=True" not in call
    ]
    assert unguarded == []
