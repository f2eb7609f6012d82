"""The frame of 42 systems recomputed from its areas, against what was published about it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import polars as pl
import pytest

from crosscase.analysis.area_shares import (
    group_edges,
    grouped_shares,
    most_deprived,
    moved_cases,
    shares_by_case,
)
from crosscase.analysis.quantiles import banded, by_cut_points, by_rank, moves_between
from crosscase.errors import MistakeOfUse

AREAS = pl.DataFrame(
    {
        "case": ["North", "North", "South", "South", "South", None],
        "rank": [1, 4, 2, 5, 6, 3],
        "urban": [True, False, True, True, False, True],
        "people": [100, 300, 50, 50, 0, 70],
    }
)


def test_a_share_counts_areas_or_their_people() -> None:
    """Half of the areas may be a quarter of the people."""
    by_area = shares_by_case(AREAS, "case", "urban")
    assert by_area.rows() == [("North", 2, 2, 1, 0.5), ("South", 3, 3, 2, pytest.approx(2 / 3))]
    by_people = shares_by_case(AREAS, "case", "urban", weight="people")
    assert by_people.rows() == [("North", 2, 400, 100, 0.25), ("South", 3, 100, 100, 1.0)]


def test_the_most_deprived_are_a_share_of_all_areas_rounded_down() -> None:
    """Of six areas a third are two, ranks 1 and 2."""
    assert most_deprived(AREAS, "rank", share=1 / 3).to_list() == [
        True, False, True, False, False, False,
    ]  # fmt: skip
    assert most_deprived(AREAS, "rank", share=0.2).sum() == 1


@pytest.mark.parametrize(
    ("column", "weight", "slug"),
    [
        ("nothing", None, "no-such-column"),
        ("urban", "nothing", "no-such-column"),
        ("urban", "below", "negative-population"),
        ("gappy", None, "missing-values"),
    ],
)
def test_areas_with_gaps_or_negative_people_are_refused(
    column: str, weight: str | None, slug: str
) -> None:
    """Nothing is filled in silently."""
    areas = AREAS.with_columns(
        below=-pl.col("people"), gappy=pl.when(pl.col("rank") > 1).then(pl.col("urban"))
    )
    with pytest.raises(MistakeOfUse) as refused:
        shares_by_case(areas, "case", column, weight=weight)
    assert refused.value.slug == slug


def test_a_share_of_nothing_or_of_all_is_refused() -> None:
    """Twenty per cent is 0.2, not 20."""
    with pytest.raises(MistakeOfUse, match="not between"):
        most_deprived(AREAS, "rank", share=20)


def test_shares_in_percent_come_with_their_groups_and_the_ends_of_these() -> None:
    """Group 1 has the lowest shares."""
    found = grouped_shares(AREAS, "case", {"urban": "urban"}, groups=2)
    assert found.columns == ["case", "areas", "urban_share", "urban_group"]
    assert found["urban_group"].to_list() == [1, 2]
    edges = group_edges(found)
    assert edges.rows()[0] == ("urban", 1, 1, 50.0, 50.0)
    assert edges["highest"].to_list() == pytest.approx([50, 100 * 2 / 3])
    with pytest.raises(MistakeOfUse, match="Nothing was said"):
        grouped_shares(AREAS, "case", {})


def test_cases_that_change_group_are_told_with_both_values() -> None:
    """A case that only one frame holds moves from or to no group; groups of one are passed over."""
    one = pl.DataFrame(
        {"case": ["A", "B", "C"], "urban_share": [1.0, 2, 3], "urban_group": [1, 2, 3],
         "size": [10, 20, 30], "size_group": [1, 1, 2]}
    )  # fmt: skip
    other = pl.DataFrame(
        {"case": ["B", "C", "D"], "urban_share": [5.0, 4, 1], "urban_group": [3, 3, 1],
         "size_group": [1, 1, 1], "alone_group": [1, 1, 1]}
    )  # fmt: skip
    assert moved_cases(one, other).rows() == [
        ("A", "urban", 1, None, 1, None),
        ("B", "urban", 2, 5, 2, 3),
        ("D", "urban", None, 1, None, 1),
        ("A", "size", 10, None, 1, None),
        ("C", "size", 30, None, 2, 1),
        ("D", "size", None, None, None, 1),
    ]
    assert moved_cases(one, one).is_empty()
    assert moved_cases(one.select("case"), other).is_empty()


@pytest.fixture(scope="module")
def frame(shared_data: Path) -> pl.DataFrame:
    """Shares of the 42 systems, recomputed from the 32,844 areas (IMD 2019, RUC 2011)."""
    areas = pl.read_csv(shared_data / "ics" / "lsoa_min.csv.gz")
    started = time.process_time()
    areas = areas.with_columns(
        most_deprived(areas, "imd2019_rank"), urban=pl.col("ruc11_urban_rural") == "Urban"
    )
    assert (areas.height, areas["most_deprived"].sum()) == (32_844, 6_568)
    deprived = shares_by_case(areas, "icb22cd", "most_deprived")
    urban = shares_by_case(areas, "icb22cd", "urban").select("case", urban="share")
    found = deprived.join(urban, on="case", maintain_order="left")
    assert time.process_time() - started < 1
    return found


@pytest.mark.shared
def test_14_systems_are_in_the_top_third_by_deprivation(frame: pl.DataFrame) -> None:
    """From 17.9 % to 49.4 % of their areas are among the most deprived fifth (IMD 2019)."""
    thirds = by_rank(frame["share"].to_list(), 3)
    top = thirds.groups[2]
    assert [group.size for group in thirds.groups] == [14, 14, 14]
    assert top.lowest == pytest.approx(0.1791, abs=5e-5)
    assert top.highest == pytest.approx(0.494, abs=5e-4)


@pytest.mark.shared
def test_the_urban_thirds_are_as_published(frame: pl.DataFrame) -> None:
    """The middle from 75.0 % to 84.5 %, the top from 86.9 %; rank and cut points agree."""
    thirds = by_rank(frame["urban"].to_list(), 3)
    _, middle, top = thirds.groups
    assert [middle.lowest, middle.highest, top.lowest] == [
        pytest.approx(0.7502, abs=5e-5),
        pytest.approx(0.8448, abs=5e-5),
        pytest.approx(0.8689, abs=5e-5),
    ]
    by_cuts = by_cut_points(frame["urban"].to_list(), 3)
    assert by_cuts.cut_points == pytest.approx((0.741, 0.853), abs=5e-4)
    assert moves_between(thirds, by_cuts) == ()
    # The cut points as printed, 74 and 87, move one system alone, from the top to the middle.
    moves = moves_between(thirds, banded(frame["urban"].to_list(), [0.74, 0.87]))
    assert [(move.from_group, move.to_group) for move in moves] == [(3, 2)]


@pytest.mark.shared
def test_every_share_and_third_of_the_validation_file(
    frame: pl.DataFrame, shared_data: Path
) -> None:
    """All 42 systems, both characteristics."""
    folder = shared_data / "validation"
    expected = pl.read_csv(folder / "case_sampling_icb42_imd2019.csv").sort("icb22_code")
    case = json.loads((folder / "case_sampling.json").read_text("utf-8"))["cases"][0]
    assert frame["case"].to_list() == expected["icb22_code"].to_list()
    assert frame["areas"].to_list() == expected["n_lsoa"].to_list()
    assert frame["marked"].to_list() == expected["n_mostdep20"].to_list()
    for share, column in (("share", "pct_mostdep20"), ("urban", "pct_urban")):
        assert (frame[share] * 100).to_list() == pytest.approx(expected[column].to_list())
        thirds = by_rank(frame[share].to_list(), 3).of_case
        assert list(thirds) == expected[f"{column}_tercile"].to_list()
    assert case["expected"]["high_deprivation_min_pct"] == 17.91


@pytest.mark.shared
def test_population_thirds_fit_the_january_2022_list_and_not_that_of_may(
    shared_data: Path,
) -> None:
    """Printed: 1.1 m, 1.7 m and a largest of 3.1 m. In May the largest rounds to 3.2 m."""
    populations = pl.read_csv(shared_data / "ics" / "ics_frame.csv")

    def millions(column: str) -> tuple[float, float, float]:
        people = populations[column].to_list()
        thirds = by_rank(people, 3)
        assert [group.size for group in thirds.groups] == [14, 14, 14]
        _, middle, large = thirds.groups
        assert middle.lowest is not None
        assert large.lowest is not None
        assert large.highest is not None
        edges = (middle.lowest, large.lowest, large.highest)
        one, two, three = (round(edge / 1e6, 3) for edge in edges)
        return one, two, three

    january, may = millions("registered_pop_2022_01_01"), millions("registered_pop_2022_05_01")
    assert [round(edge, 1) for edge in january] == [1.1, 1.7, 3.1]
    assert january[1:] == (1.742, 3.149)
    assert [round(edge, 1) for edge in may][2] == 3.2
    assert may[1:] == (1.750, 3.163)
