"""The shipped area data, and the frame of 42 systems recomputed from them."""

from __future__ import annotations

import time
from importlib import resources
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from crosscase.analysis.quantiles import banded, by_rank, moves_between
from crosscase.errors import MistakeOfUse
from crosscase.study_selection.area_data import (
    moved_cases,
    population_dates,
    recomputed,
    shipped_areas,
    shipped_frame,
)
from crosscase.study_selection.frame_table import TYPES

PUBLISHED = Path(__file__).parent.parent / "analysis" / "published"
FRAME = recomputed(population_date="2022-01-01")


def edges(frame: pl.DataFrame, characteristic: str, column: str) -> dict[int, tuple[float, float]]:
    """The lowest and highest value of each group."""
    found = frame.group_by(f"{characteristic}_group").agg(
        pl.col(column).min().alias("low"), pl.col(column).max().alias("high")
    )
    return {group: (low, high) for group, low, high in found.rows()}


def test_fourteen_systems_are_in_the_top_third_by_deprivation() -> None:
    """From 17.9 % to 49.4 % of their areas are among the most deprived fifth (IMD 2019)."""
    assert shipped_areas().height == 32_844
    assert FRAME["areas"].sum() == 32_844
    top = FRAME.filter(deprived_group=3)
    assert top.height == 14
    assert (round(top["deprived_share"].min(), 1), round(top["deprived_share"].max(), 1)) == (
        17.9,
        49.4,
    )


def test_the_urban_thirds_are_as_published() -> None:
    """The middle from 75.0 % to 84.5 %, the top from 86.9 % to 100 %."""
    of = edges(FRAME, "urban", "urban_share")
    assert [round(edge, 1) for edge in (*of[2], *of[3])] == [75.0, 84.5, 86.9, 100.0]
    assert moved_cases(FRAME, recomputed(rule="cut points")).is_empty()
    shares = FRAME["urban_share"].to_list()
    printed = moves_between(by_rank(shares, 3), banded(shares, [74, 87]))
    assert [(move.from_group, move.to_group) for move in printed] == [(3, 2)]


def test_population_thirds_fit_the_list_of_january_2022_and_not_that_of_may() -> None:
    """Printed: 1.1 m, 1.7 m and a largest of 3.1 m; in May the largest rounds to 3.2 m."""

    def millions(day: str) -> list[float]:
        people = recomputed(population_date=day)
        of = edges(people, "registered_population", "registered_population")
        return [round(number / 1e6, 3) for number in (of[2][0], of[3][0], of[3][1])]

    january, may = millions("2022-01-01"), millions("2022-05-01")
    assert january[1:] == [1.742, 3.149]
    assert [round(number, 1) for number in january] == [1.1, 1.7, 3.1]
    assert may[1:] == [1.750, 3.163]
    assert round(may[2], 1) == 3.2


def test_every_share_and_third_of_the_validation_file() -> None:
    """All 42 systems, both characteristics."""
    expected = pl.read_csv(PUBLISHED / "case_frame.csv")
    assert FRAME["case"].to_list() == expected["case"].to_list()
    assert FRAME["areas"].to_list() == expected["areas"].to_list()
    for name in ("deprived", "urban"):
        assert FRAME[f"{name}_share"].to_list() == pytest.approx(
            expected[f"{name}_percent"].to_list()
        )
        assert FRAME[f"{name}_group"].to_list() == expected[f"{name}_third"].to_list()
    deprived = int((shipped_areas()["imd2019_rank"] <= 6_568).sum())
    assert deprived == expected["most_deprived"].sum() == 6_568


def test_another_boundary_or_weighting_moves_cases_and_says_which() -> None:
    """The fourteen most deprived stay; two at the lower edge change places."""
    for other in ({"boundary": "2021-04"}, {"weighting": "population"}):
        moves = moved_cases(FRAME, recomputed(**other))
        assert moves["characteristic"].to_list() == ["deprived"] * 2
        assert set(moves.select("group_before", "group_after").rows()) == {(1, 2), (2, 1)}
        assert set(moves["case"]) <= set(FRAME["case"])
    tenth = moved_cases(FRAME, recomputed(share=0.1))
    assert tenth.height > 2
    assert tenth["value_before"].is_not_null().all()


def test_a_release_that_somebody_brings_needs_only_a_column_of_ranks() -> None:
    """Turned upside down, the least deprived become the most."""
    areas = shipped_areas().with_columns(turned=32_845 - pl.col("imd2019_rank"))
    found = recomputed(areas, deprivation="turned")
    assert moved_cases(FRAME, found).filter(characteristic="deprived").height > 20
    assert found["urban_share"].to_list() == FRAME["urban_share"].to_list()


def test_a_table_of_ones_own_names_its_columns() -> None:
    """No column needs to be called as in the shipped data; an area without a case is left out."""
    own = pl.DataFrame(
        {
            "place": ["A", "A", "B", "B", "C", None],
            "rank": [1, 6, 2, 3, 4, 5],
            "town": [True, False, True, True, False, True],
            "people": [10, 30, 10, 10, 5, 5],
        }
    )
    found = recomputed(
        own, deprivation="rank", urban="town", boundary="place", weighting="people",
        share=0.5, groups=2,
    )  # fmt: skip
    assert found.columns == [
        "case", "areas", "deprived_share", "deprived_group", "urban_share", "urban_group",
    ]  # fmt: skip
    assert found["deprived_share"].to_list() == [25.0, 100.0, 0.0]
    assert found["urban_share"].to_list() == [25.0, 100.0, 0.0]
    assert recomputed(own, deprivation="rank", urban=None, boundary="place").width == 4


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"deprivation": "imd2025"}, "no-such-release"),
        ({"boundary": "2019-04"}, "no-such-boundary"),
        ({"weighting": "households"}, "no-such-weighting"),
        ({"urban": "ruc2021"}, "no-such-classification"),
        ({"population_date": "2020-01-01"}, "no-such-population-date"),
        ({"share": 20}, "share-out-of-range"),
        ({"groups": 43}, "fewer-cases-than-groups"),
        ({"groups": 1}, "too-few-groups"),
    ],
)
def test_what_the_areas_do_not_hold_is_refused_with_what_they_hold(
    asked: dict[str, Any], slug: str
) -> None:
    """The hint names the choices."""
    with pytest.raises(MistakeOfUse) as refused:
        recomputed(**asked)
    assert refused.value.slug == slug
    assert refused.value.hint


def test_negative_populations_are_refused() -> None:
    """Weights below zero are no weights."""
    areas = shipped_areas().with_columns(people=-pl.col("pop_mid2020"))
    with pytest.raises(MistakeOfUse, match="negative"):
        recomputed(areas, weighting="people")


def test_the_shipped_frame_says_of_every_column_what_it_is_and_where_it_is_from() -> None:
    """42 systems with typed, sourced and dated characteristics, and nothing about any study."""
    frame = shipped_frame("2021-07-01")
    assert len(frame.rows) == 42
    ids = [row[frame.columns.index(frame.id_column)] for row in frame.rows]
    assert len(set(ids)) == 42
    assert [each["column"] for each in frame.characteristics] == list(frame.columns)
    for each in frame.characteristics:
        assert {"label", "type", "date", "source", "definition"} <= set(each)
        assert each["type"] in TYPES
    by_name = {each["column"]: each for each in frame.characteristics}
    assert by_name["registered_population"]["date"] == "2021-07-01"
    column = frame.columns.index("deprived_share")
    shares = {case: row[column] for case, row in zip(ids, frame.rows, strict=True)}
    for case, share in FRAME.select("case", "deprived_share").rows():
        assert float(shares[case]) == pytest.approx(share, abs=1e-4)
    assert by_rank([float(row[column]) for row in frame.rows], 3).groups[2].size == 14
    assert "2022-05-01" in population_dates()
    assert "Open Government Licence" in frame.citation
    with pytest.raises(MistakeOfUse):
        shipped_frame("1999-01-01")


def test_the_data_come_with_their_provenance() -> None:
    """Every file that ships is accounted for."""
    folder = resources.files("crosscase.study_selection") / "shipped"
    says = (folder / "PROVENANCE.md").read_text("utf-8")
    for file in folder.iterdir():
        assert file.name in says or file.name == "PROVENANCE.md"
    assert "Open Government Licence" in says


def test_the_frame_is_recomputed_from_its_areas_in_less_than_a_second() -> None:
    """By the processor's clock, so that a busy machine does not turn it red."""
    areas = shipped_areas()
    started = time.process_time()
    recomputed(areas)
    assert time.process_time() - started < 1
