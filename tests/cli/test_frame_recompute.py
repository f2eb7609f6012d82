"""`crosscase frame recompute`: shares from areas, and who changes group."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from crosscase.study_selection.area_data import recomputed
from tests.cli.conftest import Run

OWN = """\
system,rank,town,people
A,1,yes,"1,000"
A,6,no,30
B,2,yes,10
B,3,yes,10
C,4,no,5
,5,yes,5
"""
ASKED = ("own.csv", "--deprivation", "rank", "--boundary", "system", "--share", "0.5")


@pytest.fixture
def own(run: Run) -> Path:
    """A table of areas of one's own."""
    path = Path("own.csv")
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_frame_is_that_of_the_interface(run: Run) -> None:
    """The command line and Python say the same, and the groups' ends are told below."""
    found = run("frame", "recompute", "--share", "0.1", "--json").json
    assert found["cases"] == recomputed(share=0.1).to_dicts()
    told = run("frame", "recompute").out
    assert "Lancashire" in told
    assert "17.91" in told
    assert "49.42" in told


def test_who_changes_group_is_told_with_both_values(run: Run) -> None:
    """Against another boundary and weighting at once."""
    said = run("frame", "recompute", "--against", "boundary=2021-04", "--against",
               "weighting=population")  # fmt: skip
    assert "2 of 42 cases change group." in said.out
    moved = run("frame", "recompute", "--against", "share=0.1", "--json").json["moved"]
    assert {row["characteristic"] for row in moved} == {"deprived"}


def test_the_lists_of_january_and_may_differ_in_their_edges(run: Run) -> None:
    """No system changes its group of population, but the largest grows past 3.15 m."""
    said = run("frame", "recompute", "--population-date", "2022-01-01", "--against",
               "population-date=2022-05-01")  # fmt: skip
    assert "3,148,881" in said.out
    assert "3,162,993" in said.out
    assert "0 of 42 cases change group." in said.out


def test_a_table_of_ones_own_names_its_columns(run: Run, own: Path) -> None:
    """Numbers are read as people write them; the result goes to a file."""
    found = run("frame", "recompute", *ASKED, "--urban", "town", "--json").json["cases"]
    assert [row["deprived_share"] for row in found] == [50, 100, 0]
    run("frame", "recompute", *ASKED, "--urban", "", "--weighting", "people", "-o", "out.csv")
    written = pl.read_csv("out.csv")
    assert written["deprived_share"].to_list() == pytest.approx([1_000 / 10.3, 100, 0])
    assert "urban_share" not in written.columns
    run("frame", "recompute", *ASKED, "--urban", "town", "--against", "weighting=people",
        "-o", "moved.csv")  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        ("--deprivation", "imd2025"),
        ("--boundary", "2013-04"),
        ("--share", "20"),
        ("--population-date", "2019-01-01"),
        ("--groups", "50"),
        ("--against", "border=2021-04"),
        ("--against", "share=many"),
        ("--against", "groups=many"),
        ("--against", "rule=chance"),
        ("own.csv",),
    ],
)
def test_what_the_areas_do_not_hold_is_refused(run: Run, own: Path, more: tuple[str, ...]) -> None:
    """With what they hold."""
    said = run("frame", "recompute", *more, "--json", status=2)
    assert said.error["hint"]
