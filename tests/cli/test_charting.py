"""The framework matrix and grids on the command line: tables, files, errors with a way out."""

from __future__ import annotations

from pathlib import Path

from tests.command_runs import Run


def test_a_matrix_is_shown_written_and_exported(run: Run, study: Path, tmp_path: Path) -> None:
    """What a workbook holds can be brought back; computed states are nobody's words."""
    told = run("chart", study, "--columns", "codes").out
    assert told.startswith("2 participants by code:")
    table = run("chart", study, "--columns", "codes", "--json").json
    who, code = table["rows"][0]["name"], table["columns"][0]["name"]
    run("chart", "write", study, who, code, "One sentence.")
    cell = run("chart", "cell", study, who, code, "--json").json
    assert (cell["summary"], cell["author"]) == ("One sentence.", "Ama")
    for name in ("m.xlsx", "m.docx", "m.html", "m.csv"):
        run("chart", study, "--columns", "codes", "--output", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
    assert "1 said so already" in run("chart", "import", study, tmp_path / "m.xlsx").out
    assert "Charted 0 cells" in run("chart", "import", study, tmp_path / "m.csv").out
    run("chart", "clear", study, who, code)
    again = run("chart", "import", study, tmp_path / "m.csv", "--dry-run").out
    assert again.startswith("Would chart 1 cell")
    run("chart", "restore", study, who, code)
    wide = tmp_path / "wide.csv"
    wide.write_text(f"participant,{code}\n{who},Another sentence.\nNobody,Words\n")
    done = run("chart", "import", study, wide, status=None)
    assert "Charted 1 cell" in done.out
    assert "Nobody" in done.out + done.err


def test_what_cannot_be_charted_is_said_with_a_way_out(run: Run, study: Path) -> None:
    """Rows that are no cases, a passage that is none, a file without an ending."""
    assert "cannot be the rows" in run("chart", study, "--rows", "codes", status=2).err
    refused = run("chart", study, "--output", "matrix", status=2).err
    assert ".xlsx, .docx, .html or .csv" in refused
    assert "Give --output FILE" in run("chart", study, "--release", "One", status=2).err


def test_a_grid_of_a_file_is_added_and_a_repeated_heading_refused(
    run: Run, study: Path, tmp_path: Path
) -> None:
    """With its line."""
    file = tmp_path / "g.yaml"
    text = "name: Promises\nrows: [Money, Time]\ncolumns:\n  - Given\n  - given\nstatuses: [a, b]\n"
    file.write_text(text)
    assert "In line 5" in run("grid", "add", study, file, status=2).err
    file.write_text(text.replace("  - given\n", ""))
    run("grid", "add", study, file)
    run("grid", "judge", study, "Promises", "Money", "Given", "no evidence")
    shown = run("grid", "show", study, "Promises").out
    assert "no evidence" in shown and "not judged" in shown
    assert "Agreement is of two raters" in run("grid", "agreement", study, "Promises", status=2).err
    run("grid", "judge", study, "Promises", "Money", "Given", "no evidence", "--rater", "Ben")
    told = run("grid", "agreement", study, "Promises").out
    assert "On the scale (linear weights): undefined, no cell was judged by both." in told
    assert "kappa is undefined, both used one and the same status only" in told
    run("grid", "remove", study, "Promises")
    run("grid", "restore", study, "Promises")
    assert "Promises" in run("grid", study).out
