"""`crosscase inequality`: indices of a table, and joined to cases."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import polars as pl
import pytest

import crosscase
from crosscase.analysis.inequality import indices
from tests.cli.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "area-data-and-inequality.md"
AREAS = """\
site,year,rank,people,value
Northam,2015,120,1500,76.1
Northam,2015,2300,1400,77.9
Northam,2015,9100,1700,79.2
Northam,2015,17500,1600,80.8
Northam,2015,30100,"1,200",83.0
Southam,2015,800,900,78.8
Southam,2015,5100,1300,78.9
Southam,2015,12800,1100,80.1
Southam,2020,800,900,79.0
Southam,2020,5100,1300,79.2
Southam,2020,12800,1100,80.1
Northam,2020,120,1500,75.2
Northam,2020,2300,1400,77.6
"""
ASKED = ("--value", "value", "--population", "people", "--rank", "rank")


@pytest.fixture
def areas(run: Run) -> Path:
    """The table in the folder of this test."""
    path = Path("areas.csv")
    path.write_text(AREAS, encoding="utf-8")
    return path


def test_figures_are_those_of_the_interface(run: Run, areas: Path) -> None:
    """The command line and Python say the same."""
    said = run("inequality", areas, *ASKED, "--by", "site", "--index", "sii,gap", "--json")
    frame = pl.read_csv(areas).with_columns(pl.col("people").str.replace(",", "").cast(int))
    expected = indices(
        frame, by="site", value="value", population="people", rank="rank", which=["sii", "gap"]
    )
    assert said.json["indices"] == expected.to_dicts()


def test_a_calm_table_tells_intervals_and_who_is_worse_off(run: Run, areas: Path) -> None:
    """What is undefined is told below with its reason."""
    said = run("inequality", areas, *ASKED, "--by", "site", "--index", "sii,rii", "--index",
               "dissimilarity", "--interval", "--polarity", "favourable")  # fmt: skip
    assert "most disadvantaged" in said.out
    assert "95 % intervals of sii: normal." in said.out
    assert "Undefined (Northam dissimilarity, Southam dissimilarity)" in said.out
    assert "\nGive --proportions-of 1, or 100 for percent, for dissimilarity.\n" in said.out


def test_changes_are_told_from_the_first_time_to_the_last(run: Run, areas: Path) -> None:
    """The level and the inequality, with a polarity."""
    said = run("inequality", areas, *ASKED, "--by", "site", "--over", "year", "--polarity",
               "favourable", "--index", "mean,sii")  # fmt: skip
    assert "worsened" in said.out
    assert "narrowed" in said.out
    told = run("inequality", areas, *ASKED, "--over", "year", status=2)
    assert "--polarity" in told.err


def test_figures_are_written_to_a_file(run: Run, areas: Path) -> None:
    """In the forms of all tables."""
    run("inequality", areas, *ASKED, "--by", "site", "-o", "out.csv")
    assert pl.read_csv("out.csv")["index"].to_list() == ["sii", "rii"] * 2
    run("inequality", areas, *ASKED, "-o", "out.csv", status=4)
    run("inequality", areas, *ASKED, "-o", "out.doc", status=2)


def test_ordered_groups_bring_their_limits(run: Run) -> None:
    """Fifths with limits have analytic intervals, and simulated ones from a seed."""
    Path("fifths.csv").write_text(
        "fifth,people,value,lo,hi\n1,78,20,15,25\n2,91,30,22,38\n3,162,40,30,50\n"
        "4,103,50,45,55\n5,105,60,50,70\n", encoding="utf-8",
    )  # fmt: skip
    asked = ("inequality", "fifths.csv", "--groups", "--value", "value", "--population", "people",
             "--rank", "fifth", "--limits", "lo", "hi", "--json")  # fmt: skip
    plain, drawn = run(*asked).json["indices"], run(*asked, "--seed", "3").json["indices"]
    assert [row["interval"] for row in plain] == ["normal", "log-normal"]
    assert [row["interval"] for row in drawn] == ["simulated", "simulated"]
    assert plain[0]["value"] == drawn[0]["value"] == pytest.approx(46.25381094243097)
    assert drawn[0]["low"] == pytest.approx(plain[0]["low"], abs=0.5)


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        (("--index", "gini"), "Choose from"),
        (("--by", "sites"), "site"),
        (("--over", "site", "--by", "site", "--polarity", "adverse"), "two columns"),
        (("--proportions-of", "1"), "percentages"),
        (("--limits", "value", "value"), "groups"),
        (("--multiplier=-1", "--polarity", "adverse"), "sign"),
    ],
)
def test_mistakes_name_a_way_out(run: Run, areas: Path, more: tuple[str, ...], hint: str) -> None:
    """A sentence and a hint, and the exit status of a mistake."""
    said = run("inequality", areas, *ASKED, *more, status=2)
    assert hint in said.err


def test_populations_of_nobody_are_refused(run: Run, areas: Path) -> None:
    """Zero is told with the number of rows."""
    areas.write_text(AREAS.replace("1300", "0"), encoding="utf-8")
    said = run("inequality", areas, *ASKED, status=2)
    assert "zero or below in 2 of 13 rows" in said.err


def test_figures_are_put_on_cases(run: Run, study: Path, areas: Path) -> None:
    """One operation; a dry run says the same and stores nothing."""
    areas.write_text(AREAS + "Eastham,2020,1,10,70\n", encoding="utf-8")
    asked = ("inequality", "join", study, areas, *ASKED, "--by", "site", "--label", "years")
    would = run(*asked, "--dry-run")
    assert "Would set 4 values of 2 cases." in would.out
    with crosscase.open_study(study) as opened:
        assert "years sii" not in opened.attributes.values("Northam")
    said = run(*asked, "--kind", "site")
    assert "Set 4 values of 2 cases." in said.out
    assert "1 name no case has: Eastham." in said.out
    with crosscase.open_study(study) as opened:
        assert opened.attributes.values("Northam")["years rii"] > 1
        assert opened.verify() == []
    run("undo", study)
    run("inequality", "join", study, areas, *ASKED, status=2)


def test_a_join_in_json_names_its_operation(run: Run, study: Path, areas: Path) -> None:
    """For scripts."""
    said = run("inequality", "join", study, areas, *ASKED, "--by", "site", "--json")
    assert said.json["operation"]
    assert said.json["joined"] == ["Northam", "Southam"]
    assert said.json["values"] == 4


def test_every_command_and_script_of_the_page_runs(run: Run) -> None:
    """In order, on the table that the page shows."""
    run("config", "set", "name", "Ama")
    for form, name, text in re.findall(
        r"```(csv|sh|python) ?(\S*)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL
    ):
        if form == "csv":
            Path(name).write_text(text, encoding="utf-8")
        elif form == "sh":
            for line in text.replace("\\\n", " ").splitlines():
                program, *tokens = shlex.split(line)
                assert program == "crosscase"
                run(*tokens)
        else:
            exec(compile(text, PAGE.name, "exec"), {})
    with crosscase.open_study("ics.crosscase") as study:
        assert study.attributes.values("Northam")["life expectancy gap"] == pytest.approx(6.9)
        assert len(study.frames.all()) == 3
        assert study.verify() == []
