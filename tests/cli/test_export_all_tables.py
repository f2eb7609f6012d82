"""Every table of a study on the command line."""

from __future__ import annotations

import json
from pathlib import Path

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
