"""Indices of inequality put on cases as attributes, in one operation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from crosscase.analysis.inequality import indices
from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.study import Study
from crosscase.study_selection.number_tables import frame_of_numbers
from crosscase.testing import make_study

AREAS = pl.DataFrame(
    {
        "site": ["Northam"] * 3 + ["Southam"] * 3 + ["Elsewhere"] * 3 + ["Eastham"],
        "rank": [1, 2, 3] * 3 + [1],
        "value": [70.0, 74, 78, 80, 80, 80, 1, 2, 3, 9],
    }
)


def found_of(frame: pl.DataFrame = AREAS, *which: str) -> pl.DataFrame:
    """The indices of the invented areas."""
    return indices(frame, by="site", value="value", rank="rank", which=which or ("sii", "rii"))


@pytest.fixture
def study() -> Study:
    """A study of three sites, with a body that bears the name of one."""
    made = make_study()
    for name in ("Northam", "Southam", "Eastham"):
        made.cases.add(name, "site")
    return made


def test_figures_become_values_of_cases_in_one_operation(study: Study) -> None:
    """What no case is called and what has no value are told; one undo takes all back."""
    done = study.inequality.join(found_of(), label="life  expectancy")
    assert done.attributes == ("life expectancy sii", "life expectancy rii")
    assert done.joined == ("Eastham", "Northam", "Southam")
    assert done.unmatched == ("Elsewhere",)
    assert [(each.case, each.reason) for each in done.undefined] == [
        ("Eastham", "there are fewer than two rows")
    ] * 2
    assert done.values == 4
    assert study.attributes.values("Northam")["life expectancy sii"] == pytest.approx(12)
    assert study.attributes.values("Eastham") == {}
    assert study.log()[0].sentence == "set 4 values"
    assert study.verify() == []
    study.undo()
    assert study.attributes.all() == []
    study.redo()
    assert study.attributes.values("Southam")["life expectancy rii"] == 1
    assert study.verify() == []


def test_joining_again_changes_only_what_differs(study: Study) -> None:
    """The same figures are nothing to do; one that became undefined is taken away."""
    study.inequality.join(found_of())
    again = study.inequality.join(found_of())
    assert again.recorded is None
    assert again.values == 0
    less = AREAS.filter((pl.col("site") != "Northam") | (pl.col("rank") == 1))
    study.inequality.join(found_of(less))
    assert study.attributes.values("Northam") == {}
    assert study.attributes.values("Southam")["sii"] == 0


def test_cases_can_be_matched_by_a_code(study: Study) -> None:
    """Spacing and case make no difference; the ends of intervals come along when asked."""
    study.attributes.add("site code")
    study.attributes.set("Northam", {"site code": "n 1"})
    coded = AREAS.with_columns(pl.col("site").replace("Northam", "N  1"))
    done = study.inequality.join(found_of(coded), match="site code", with_intervals=True)
    assert done.joined == ("Northam",)
    assert done.attributes == ("sii", "sii low", "sii high", "rii", "rii low", "rii high")
    assert "sii" in study.attributes.values("Northam")
    study.attributes.set("Southam", {"site code": "N 1"})
    with pytest.raises(MistakeOfUse, match="have the same “site code”"):
        study.inequality.join(found_of(coded), match="site code")


def test_a_dry_run_stores_nothing(study: Study) -> None:
    """It tells the same as the real one."""
    before = study.log()
    would = study.inequality.join(found_of(), dry_run=True)
    assert study.log() == before
    did = study.inequality.join(found_of())
    assert (would.values, would.unmatched) == (did.values, did.unmatched)


def test_two_cases_of_one_name_are_told_apart_by_their_kind(study: Study) -> None:
    """Without the kind the join is refused, and nothing of it is stored."""
    study.cases.add("Northam", "council")
    with pytest.raises(MistakeOfUse, match="2 cases are called"):
        study.inequality.join(found_of())
    assert study.attributes.all() == []
    assert study.inequality.join(found_of(), case_kind="site").values == 4


def bad(**columns: list[Any]) -> pl.DataFrame:
    """Figures of two sites."""
    return pl.DataFrame({"site": ["Northam", "northam"], "index": ["sii", "sii"], **columns})


@pytest.mark.parametrize(
    ("frame", "told", "slug"),
    [
        (found_of().drop("site"), {}, "not-one-column-of-cases"),
        (pl.DataFrame({"a": [1]}), {}, "not-one-column-of-cases"),
        (found_of().filter(site="Elsewhere"), {}, "nothing-matches"),
        (found_of(), {"match": "code"}, "attribute-not-found"),
        (bad(), {}, "case-twice"),
        (found_of(), {"label": "named"}, "attribute-of-another-type"),
    ],
)
def test_what_cannot_be_joined_is_refused_and_nothing_is_stored(
    study: Study, frame: pl.DataFrame, told: dict[str, Any], slug: str
) -> None:
    """Each mistake has its slug."""
    study.attributes.add("named sii", "text")
    before = study.log()
    with pytest.raises(CrosscaseError) as refused:
        study.inequality.join(frame, **told)
    assert refused.value.slug == slug
    assert study.log() == before


def test_two_laptops_that_join_the_same_figures_agree(tmp_path: Path) -> None:
    """Attributes and values have ids that both make alike, whichever way they merge."""
    with make_study(tmp_path, name="one") as one:
        one.cases.add("Northam", "site")
        one.copy(tmp_path / "two.crosscase")
        with make_study(tmp_path, name="two", person="Ben", seed="ben", open_again=True) as two:
            for each in (one, two):
                each.inequality.join(found_of())
            one.merge(two.path)
            two.merge(one.path)
            for each in (one, two):
                assert [held.name for held in each.attributes.all()] == ["rii", "sii"]
                assert each.attributes.values("Northam")["sii"] == pytest.approx(12)
                assert each.conflicts() == []
                assert each.verify() == []


def test_cells_of_text_are_read_as_the_values_of_attributes_are() -> None:
    """1,234 is a number; an empty cell is missing; a decimal comma names its line."""
    columns, rows = ("site", "people"), (("A", " 1,234 "), ("B", ""), ("C", "5.5"))
    read = frame_of_numbers(columns, rows, ["people"])
    assert read["people"].to_list() == [1234, None, 5.5]
    assert frame_of_numbers(columns, (("A", "7"),), ["people"])["people"].dtype == pl.Int64
    with pytest.raises(MistakeOfUse, match="Line 9, “people”: “1,5”"):
        frame_of_numbers(columns, (("A", "1"), ("B", "1,5")), ["people"], lines=(8, 9))
    with pytest.raises(MistakeOfUse, match="Two columns"):
        frame_of_numbers(("a", "a"), (), ["a"])
    with pytest.raises(MistakeOfUse, match="no column “persons”"):
        frame_of_numbers(columns, rows, ["persons"])
