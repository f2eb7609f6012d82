"""`saturation` and `waves`."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosscase
from tests.cli.conftest import Run


@pytest.fixture
def coded(run: Run, study: Path) -> Path:
    """The study of two interviews with their days and three codings."""
    for source, day in (("P01.txt", "2023-02-01"), ("P02.txt", "2024-02-01")):
        run("sources", "describe", study, source, "--date", day)
    for source, code, quote in (
        ("P01.txt", "Trust", "We trusted one another at last."),
        ("P01.txt", "Money", "The money went into one pot."),
        ("P02.txt", "Trust", "I trust the nurse."),
    ):
        run("code", study, source, code, "--quote", quote)
    return study


def test_saturation_lists_interviews_and_says_what_is_undefined(run: Run, coded: Path) -> None:
    said = run("saturation", coded, "--orders", "10").out
    assert "1  2023-02-01  P01.txt        2    2       2  Trust, Money" in said
    assert "2 interviews are fewer than a base of 4 and a run of 2 need." in said
    assert said.index("Only 2 participants") < said.index("P01.txt"), "warnings go first"
    assert "Codebook of state" in said


def test_saturation_is_the_same_in_python_and_as_json(run: Run, coded: Path) -> None:
    told = run("saturation", coded, "--base", "1", "--run", "1", "--by", "site", "--json").json
    assert told["pooled"]["run"]["label"] == "1+1"
    with crosscase.open_study(coded) as study:
        same = study.saturation.assess(base=1, run=1, by="site")
    assert told["pooled"]["orders"]["median"] == same.pooled.orders.median
    assert [each["case"] for each in told["cases"]] == ["Northam", "Southam"]


def test_interviews_may_be_listed_in_a_file(run: Run, coded: Path) -> None:
    Path("order.txt").write_text("P02.txt\nP01.txt\n", encoding="utf-8")
    told = run("saturation", coded, "--order", "order.txt", "--orders", "1", "--json").json
    assert [each["source"] for each in told["pooled"]["interviews"]] == ["P02.txt", "P01.txt"]


def test_the_curves_are_written_and_a_file_is_not_replaced_unasked(run: Run, coded: Path) -> None:
    assert run("saturation", coded, "-o", "c.svg", "--orders", "5").out == (
        "Wrote the figure to c.svg.\n"
    )
    assert Path("c.svg").read_text("utf-8").startswith("<svg")
    assert "is there already" in run("saturation", coded, "-o", "c.svg", status=None).err
    assert "no ending that says" in run("saturation", coded, "-o", "c.gif", status=None).err
    run("saturation", coded, "-o", "c.csv", "--orders", "5")
    table = Path("c.csv").read_text("utf-8").splitlines()
    assert table[0].startswith("case,number,day,interview,participants,codes,new,so_far,expected")
    assert table[1].startswith(",1,2023-02-01,P01.txt,P01,2,2,2,")


def test_waves_are_listed_added_changed_removed_and_restored(run: Run, coded: Path) -> None:
    assert run("waves", coded).out == "No waves yet.\n"
    run("waves", "add", coded, "first", "2023-01-01", "2023-12-31")
    run("waves", "add", coded, "second", "2024-01-01")
    rows = [line.split() for line in run("waves", coded).out.splitlines()[1:]]
    assert rows == [["first", "2023-01-01", "2023-12-31", "1"], ["second", "2024-01-01", "1"]]
    overlap = run("waves", "change", coded, "second", "--from", "2023-12-01", status=None)
    assert "would overlap “first”" in overlap.err
    run("waves", "change", coded, "second", "--name", "later")
    run("waves", "remove", coded, "later")
    run("waves", "restore", coded, "later")
    assert [each["name"] for each in run("waves", coded, "--json").json["waves"]] == [
        "first",
        "later",
    ]


def test_changes_over_waves_tell_people_and_codes(run: Run, coded: Path) -> None:
    run("cases", "add", coded, "Chair", "post")
    run("cases", "member", coded, "P01", "Chair", "--end-day", "2023-12-31")
    run("cases", "member", coded, "P02", "Chair", "--start-day", "2024-01-01")
    run("waves", "add", coded, "first", "2023-01-01", "2023-12-31")
    run("waves", "add", coded, "second", "2024-01-01")
    said = run("waves", "changes", coded, "--of", "posts").out
    assert "first (P01) to second (P02): other people" in said
    assert "held in first by P01" in said
    assert "stayed  Relationships > Trust (1 of 1, then 1 of 1)" in said
    assert "went    Money (1 of 1)" in said
    told = run("waves", "changes", coded, "--of", "posts", "--json").json
    assert told["cases"][0]["steps"][0]["people"] == "others"
    assert told["codes"] == []
