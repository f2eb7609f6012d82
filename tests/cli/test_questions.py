"""`query`, `matrix`, `export`: asking, and taking answers along."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import get_args

import pytest

from crosscase.cli.export_tables import TableName
from tests.cli.conftest import Run


@pytest.fixture
def coded(run: Run, study: Path) -> Path:
    """The study with three codings by two coders."""
    for source, code, quote, coder in (
        ("P01.txt", "Trust", "We trusted one another at last.", "Ama"),
        ("P02.txt", "Trust", "I trust the nurse.", "Ama"),
        ("P02.txt", "Money", "the meeting there is a meeting", "Ben"),
    ):
        run("code", study, source, code, "--quote", quote, "--coder", coder)
    return study


def test_a_query_answers_with_passages_in_context(run: Run, coded: Path) -> None:
    """Source, place, who speaks, where, which code; the words stand out in their context."""
    said = run("query", coded, "code:trust and site:Northam")
    assert said.out == (
        "P01.txt 53-84 · P01 · Northam · Relationships > Trust\n"
        "  Interviewer: What changed when the money came? P01: ⟦We trusted one another at last.⟧ "
        "The money\n"
        "  went into one pot. Interviewer: And then? P01: Then the winter came, and the pot was "
        "emptied by\n"
        "  people we …\n"
        "\n"
        "1 passage.\n"
    )


def test_most_and_context(run: Run, coded: Path) -> None:
    """--most shows the first ones and says so; --context says how much stands around them."""
    said = run("query", coded, "code:trust", "--most", "1", "--context", "0").out
    assert said.endswith(
        "  ⟦We trusted one another at last.⟧\n\n2 passages, of which 1 is shown.\n"
    )


def test_sources_stand_apart(run: Run, coded: Path) -> None:
    """Passages stand by source, with a blank line between."""
    said = run("query", coded, "code:trust", "--context", "0").out
    assert said == (
        "P01.txt 53-84 · P01 · Northam · Relationships > Trust\n"
        "  ⟦We trusted one another at last.⟧\n"
        "\n"
        "P02.txt 149-167 · P02 · Southam · Relationships > Trust\n"
        "  ⟦I trust the nurse.⟧\n"
        "\n"
        "2 passages.\n"
    )


@pytest.mark.parametrize("columns", [40, 80, 300])
def test_passages_fit_the_window(
    run: Run, coded: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """No line is wider than the window, or than a hundred characters."""
    monkeypatch.setenv("COLUMNS", str(columns))
    said = run("query", coded, "code:trust").out.splitlines()
    assert max(len(line) for line in said) <= min(columns, 100)
    assert all(line.startswith((" ", "P0", "2 passages")) for line in said if line)


def test_a_query_for_programs(run: Run, coded: Path) -> None:
    """--json gives every passage with its place, people and cases."""
    data = run("query", coded, "code:trust", "--json").json
    assert (data["total"], data["is_complete"]) == (2, True)
    first = data["passages"][0]
    assert (first["source"], first["start_char"], first["end_char"]) == ("P01.txt", 53, 84)
    assert first["participants"] == ["P01"] and first["cases"] == {"site": ["Northam"]}


def test_a_question_that_is_not_understood_points_at_the_place(run: Run, coded: Path) -> None:
    """The error shows the expression with a mark below the place."""
    said = run("query", coded, "code:trust and (", status=2)
    assert said.err.splitlines()[2:4] == ["    code:trust and (", "                   ^"]


def test_a_question_about_what_is_not_there(run: Run, coded: Path) -> None:
    """A code that the study does not have exits 3."""
    assert run("query", coded, "code:hope", status=3).err.startswith("There is no code “hope”.")


def test_a_matrix_says_of_how_many(run: Run, coded: Path) -> None:
    """Codes by sites, counting participants, with a named denominator."""
    said = run("matrix", coded, "--columns", "site").out.splitlines()
    assert said[0] == "Participants (of 2 interviewed) by code and site"
    assert said[1].split() == ["code", "Northam", "Southam", "All"]
    assert said[2].split() == ["Relationships", "1", "1", "2"]


def test_a_cell_opens_its_passages(run: Run, coded: Path) -> None:
    """--explain lists the passages behind one cell."""
    said = run("matrix", coded, "--columns", "site", "--explain", "Money", "Southam").out
    assert "⟦the meeting there is a meeting⟧" in " ".join(said.split())
    assert said.endswith("1 passage.\n")
    missing = run("matrix", coded, "--columns", "site", "--explain", "Money", "Nowhere", status=3)
    assert missing.err.startswith("The matrix has no site “Nowhere”.")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "html", "json"])
def test_a_matrix_is_written(run: Run, coded: Path, ending: str) -> None:
    """The ending says how; a file that is there is not replaced unasked."""
    run("matrix", coded, "--columns", "site", "-o", f"m.{ending}")
    assert Path(f"m.{ending}").stat().st_size > 0
    said = run("matrix", coded, "--columns", "site", "-o", f"m.{ending}", status=4)
    assert said.err.startswith(f"“m.{ending}” is there already.")
    run("matrix", coded, "--columns", "site", "-o", f"m.{ending}", "--replace")


@pytest.mark.parametrize("table", get_args(TableName))
def test_every_table_is_exported(run: Run, coded: Path, table: str) -> None:
    """Each table comes out as csv and as json with the same rows."""
    rows = run("export", coded, "t.csv", "--table", table, "--json").json["rows"]
    run("export", coded, "t.json", "--table", table)
    with Path("t.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == rows == len(json.loads(Path("t.json").read_text(encoding="utf-8")))


def test_codings_have_the_columns_of_the_issue(run: Run, coded: Path) -> None:
    """source, start_char, end_char, text, code, coder, participants."""
    run("export", coded, "codings.csv", "--table", "codings")
    header, first, *_ = Path("codings.csv").read_text(encoding="utf-8").splitlines()
    assert {"source", "start_char", "end_char", "text", "code", "coder", "participants"} <= set(
        header.split(",")
    )
    assert "We trusted one another at last." in first


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_other_formats(run: Run, coded: Path, ending: str) -> None:
    """Spreadsheets and Parquet files are written too."""
    run("export", coded, f"codings.{ending}")
    assert Path(f"codings.{ending}").stat().st_size > 0


def test_codes_are_exported_with_their_counts(run: Run, coded: Path) -> None:
    """The counts are those of the list: each code with those below it."""
    run("export", coded, "codes.json", "--table", "codes")
    rows = json.loads(Path("codes.json").read_text(encoding="utf-8"))
    told = [(row["code"], row["participants"], row["codings"]) for row in rows]
    assert told == [("Relationships", 2, 2), ("Trust", 2, 2), ("Money", 1, 1)]


def test_the_counts_of_codes_are_those_of_a_matrix(run: Run, coded: Path) -> None:
    """Participants and codings by code, totals over all columns."""
    counts = run("codes", coded, "--json").json["codes"]
    for unit in ("participants", "sources", "passages", "codings"):
        run("matrix", coded, "--rows", "codes:all", "--columns", "coders", "--count", unit,
            "-o", "m.csv", "--replace")  # fmt: skip
        with Path("m.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["code"]: row["All"] for row in csv.DictReader(file)}
        assert {each["path"]: str(each[unit]) for each in counts}.items() <= rows.items()


def test_turns_are_exported_with_their_words(run: Run, coded: Path) -> None:
    """A row a turn, counted from 1 in each source, without its label."""
    run("export", coded, "turns.json", "--table", "turns")
    first, second, *_ = json.loads(Path("turns.json").read_text(encoding="utf-8"))
    assert (first["source"], first["turn"], first["speaker"]) == ("P01.txt", 1, "Interviewer")
    assert (second["turn"], second["participant"]) == (2, "P01")
    assert second["text"] == "We trusted one another at last. The money went into one pot."


def test_the_codebook_is_exported(run: Run, coded: Path) -> None:
    """--codebook writes what `codebook import` reads."""
    run("export", coded, "book.yaml", "--codebook")
    assert "Trust" in Path("book.yaml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written(run: Run, coded: Path) -> None:
    """An unknown ending, a missing folder and a file in the way are each told."""
    assert run("export", coded, "x.pdf", status=2).err.startswith("“x.pdf” has no ending")
    assert run("export", coded, "no/x.csv", status=3).err.startswith("There is no folder “no”.")
    Path("x.csv").write_text("mine", encoding="utf-8")
    run("export", coded, "x.csv", status=4)
    assert Path("x.csv").read_text(encoding="utf-8") == "mine"


def test_a_code_that_is_not_among_the_rows(run: Run, coded: Path) -> None:
    """The error says which rows have it, and those rows do."""
    cell = ("--columns", "site", "--explain", "Trust", "Northam")
    said = run("matrix", coded, *cell, status=3)
    assert '--rows "code:Relationships" has it' in said.err and "codes:all" in said.err
    assert run("matrix", coded, "--rows", "code:Relationships", *cell).out.endswith("1 passage.\n")


def test_half_a_cell_and_two_wishes_are_refused(run: Run, coded: Path) -> None:
    """--explain takes a row and a column, and does not go with --output."""
    said = run("matrix", coded, "--columns", "site", "--explain", "Trust", status=2)
    assert "give a row and a column" in said.err
    said = run("matrix", coded, "--columns", "site", "--explain", "Money", "Southam",
               "-o", "m.csv", status=2)  # fmt: skip
    assert said.err.startswith("--explain lists passages") and not Path("m.csv").exists()


def test_a_matrix_without_sites_says_what_there_is(run: Run) -> None:
    """Where there are no sites, no other name is guessed."""
    run("new", "bare.crosscase", "--as", "Ama")
    said = run("matrix", "bare.crosscase", status=3)
    assert "no cases of the kind site" in said.err and "basis”?" not in said.err


def test_a_negative_context_is_refused(run: Run, coded: Path) -> None:
    """Context is none or more."""
    assert "context" in run("query", coded, "code:trust", "--context", "-1", status=2).err
