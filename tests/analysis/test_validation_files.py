"""Every case of the shared validation files for choosing cases, inequality and disclosure."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from crosscase.analysis.disclosure import Hierarchy, People, Policy, Quote, risks_of_quotes
from crosscase.analysis.inequality import (
    analytic_slope_intervals,
    between_group_variance,
    concentration_of_groups,
    entropy,
    gaps,
    population_attributable,
    slope_index,
    slope_of_logit_model,
    standard_errors_from_limits,
)
from crosscase.analysis.quantiles import by_rank

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    """Where the validation files lie."""
    return shared_data / "validation"


def _cases(folder: Path, name: str) -> dict[str, dict[str, Any]]:
    told = json.loads((folder / name).read_text("utf-8"))
    return {each["id"]: each for each in told["cases"]}


# -- quantiles -------------------------------------------------------------------------------------


def test_every_set_of_quantiles_is_grouped_and_ranked_alike(folder: Path) -> None:
    """722 values in 15 sets, with ties and gaps, from either end."""
    table = pl.read_csv(folder / "quantiles_PHEindicatormethods.csv", infer_schema_length=None)
    sets = table.partition_by("group", maintain_order=True)
    assert (table.height, len(sets)) == (722, 15)
    for one in sets:
        # Group 1 is the highest where the file says that the lowest quantile is.
        is_turned = str(one["invert_lowest_quantile_is_highest_value"][0]).casefold() == "true"
        values = one["Value"].cast(pl.Float64, strict=False).to_list()
        found = by_rank(values, one["nquantiles"][0], first="highest" if is_turned else "lowest")
        expected = one["QuantileInGrp"].cast(pl.Float64, strict=False)
        assert list(found.of_case) == [None if each is None else int(each) for each in expected]
        ranks = one["RankinGrp"].cast(pl.Float64, strict=False)
        assert list(found.ranks or ()) == [None if each is None else int(each) for each in ranks]


# -- the frame of 42 -------------------------------------------------------------------------------


def test_the_thirds_of_the_42_systems(folder: Path) -> None:
    """14 a third; from the shares as they stand in the file, with the published edges."""
    [case] = _cases(folder, "case_sampling.json").values()
    wanted = case["expected"]
    table = pl.read_csv(folder / case["input"]["csv"])
    assert table.height == wanted["n"]
    assert table["n_lsoa"].sum() == wanted["national_lsoa"]
    assert table["n_mostdep20"].sum() == wanted["most_deprived_20pct_lsoa"]
    thirds = {}
    for column in ("pct_mostdep20", "pct_urban"):
        thirds[column] = by_rank(table[column].to_list(), 3)
        assert list(thirds[column].of_case) == table[f"{column}_tercile"].to_list()
        assert {group.size for group in thirds[column].groups} == {wanted["per_tercile"]}
    _, middle, top = thirds["pct_urban"].groups
    assert [middle.lowest, middle.highest] == pytest.approx(
        wanted["urban_middle_tercile_ours"], abs=0.005
    )
    assert top.lowest == pytest.approx(wanted["urban_top_tercile_ours_min"], abs=0.005)
    deprived = thirds["pct_mostdep20"].groups[2]
    assert deprived.lowest == pytest.approx(wanted["high_deprivation_min_pct"], abs=0.005)


# -- slope index -----------------------------------------------------------------------------------

_CONFIDENCE = re.compile(r"\b(95|98|99)\b")
_ERRORS_ON = {0: "linear", 1: "log", 2: "logit"}


def _multiplier(said: str) -> int:
    if "x -100" in said:
        return -100
    if "x 100" in said:
        return 100
    return -1 if "negative multiplier" in said else 1


def test_every_set_of_the_slope_index(folder: Path) -> None:
    """290 rows in 30 sets: slope, ratio, intercept and every limit at every confidence."""
    path = folder / "sii_PHEindicatormethods.csv"
    table = pl.read_csv(path, infer_schema_length=None, null_values=["NA"])
    sets = table.partition_by("grp", maintain_order=True)
    assert (table.height, len(sets)) == (290, 30)
    limits = 0
    for one in sets:
        first = one.row(0, named=True)
        said = first["TestDescription"]
        scale = next((each for each in ("log", "logit") if f"{each} transform" in said), "linear")
        chosen: dict[str, Any] = {"scale": scale, "multiplier": _multiplier(said)}
        found = slope_index(one["Value"], one["Population"], **chosen)
        assert found.slope.value == pytest.approx(first["sii"], rel=1e-9), said
        if first["rii"] is not None:
            assert found.relative.value == pytest.approx(first["rii"], rel=1e-9), said
        if first["Intercept"] is not None:
            assert found.intercept == pytest.approx(first["Intercept"], rel=1e-9), said
        limits += _compare_limits(one, first, chosen)
    assert limits > 40


def _compare_limits(one: pl.DataFrame, first: dict[str, Any], chosen: dict[str, Any]) -> int:
    """Their limits are simulated, within the tolerance of their own tests; how many there are."""
    if first["sii_lowercl_1"] is None:
        return 0
    on: Any = _ERRORS_ON[first["ValueType"]]
    errors = one["StandardError"]
    if errors.null_count():
        errors = standard_errors_from_limits(
            one["LowerCL"], one["UpperCL"], errors_on=on, confidence=0.95
        )  # type: ignore[assignment]
    # Where the column and the test's own words differ, its limits are those of its words.
    told = _CONFIDENCE.findall(first["TestDescription"]) or _CONFIDENCE.findall(
        str(first["Confidence"])
    )
    found = analytic_slope_intervals(
        one["Value"], one["Population"], errors, errors_on=on,
        confidences=[float(each) / 100 for each in told], **chosen,
    )  # fmt: skip
    compared = 0
    for number, interval in enumerate(found, start=1):
        lower, upper = first[f"sii_lowercl_{number}"], first[f"sii_uppercl_{number}"]
        near = {"rel": 0.05, "abs": 0.01 * (upper - lower)}
        assert interval.slope.lower == pytest.approx(lower, **near)
        assert interval.slope.upper == pytest.approx(upper, **near)
        compared += 2
        if first[f"rii_lowercl_{number}"] is not None and interval.relative is not None:
            ends = [first[f"rii_{end}cl_{number}"] for end in ("lower", "upper")]
            assert [interval.relative.lower, interval.relative.upper] == pytest.approx(
                ends, rel=0.01
            )
            compared += 2
    return compared


# -- the other indices -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["healthequal_ordered5", "gap_by_quintile"])
def test_every_index_by_its_definition(folder: Path, name: str) -> None:
    """Mean, concentration, slope, attributable risk, gaps and entropy of both data sets."""
    case = _cases(folder, "inequality_indices.json")[name]
    people, values = case["input"]["population"], case["input"]["estimate_pct"]
    wanted = case["expected"].get("ours_from_definition", case["expected"])
    concentration = concentration_of_groups(values, people)
    line, spread = slope_index(values, people), entropy(values, people)
    attributable, ends = population_attributable(values, people), gaps(values)
    assert {
        "mean": concentration.mean,
        "ACI": concentration.absolute.value,
        "RCI": concentration.relative.value,
        "SII_linear": line.slope.value,
        "RII_linear": line.relative.value,
        "PAR": attributable.risk.value,
        "PAF_pct": (attributable.fraction.value or 0) * 100,
        "abs_gap": ends.absolute.value,
        "ratio": ends.ratio.value,
        "theil_T": spread.theil.value,
        "MLD": spread.mld.value,
        "BGV": between_group_variance(values, people).value,
    } == pytest.approx(wanted)


def test_the_figures_that_the_toolkit_prints(folder: Path) -> None:
    """With its errors, its attributable fraction, and its logistic model counted as it counts."""
    case = _cases(folder, "inequality_indices.json")["healthequal_ordered5"]
    people, values = case["input"]["population"], case["input"]["estimate_pct"]
    wanted = case["expected"]
    found = concentration_of_groups(values, people)
    model = slope_of_logit_model(values, people, proportions_of=100, counted="as healthequal")
    share = population_attributable(values, people, proportions_of=100).fraction
    assert share.value is not None and share.standard_error is not None
    # Its limits add an error in shares to a fraction in percent.
    around = [share.value * 100 + way * 1.959964 * share.standard_error for way in (-1, 1)]
    near = {"abs": wanted["tolerance"]}
    assert found.absolute.value == pytest.approx(wanted["ACI"], **near)
    assert found.absolute.standard_error == pytest.approx(wanted["ACI_se"], **near)
    assert found.relative.value == pytest.approx(wanted["RCI"], **near)
    assert found.relative.standard_error == pytest.approx(wanted["RCI_se"], **near)
    assert share.value * 100 == pytest.approx(wanted["PAF"], **near)
    assert around == pytest.approx(wanted["PAF_ci"], **near)
    assert model.slope.value == pytest.approx(wanted["SII_logit_healthequal"], **near)
    assert model.relative.value == pytest.approx(wanted["RII_logit_healthequal"], **near)


# -- who is behind a quote -------------------------------------------------------------------------


def test_every_case_of_who_is_behind_a_quote(folder: Path) -> None:
    """How many share role and site, whether that is too few, and what dropping the site gives."""
    cases = _cases(folder, "disclosure_k.json")
    assert len(cases) == 5
    for case in cases.values():
        given, wanted = case["input"], case["expected"]
        role, site = given["role"], given["site"]
        there, in_all = given["participants_with_role_at_site"], given["participants_with_role"]
        people = People(
            {
                f"P{number}": {"role": (role,), "site": (site if number < there else "Elsewhere",)}
                for number in range(in_all)
            },
            {"role": Hierarchy(())},
        )
        assert people.k({"role": role, "site": site}) == wanted["k_role_site"]
        assert people.k({"role": role}) == wanted["k_role_only"]
        for attribution, is_flagged in (
            ({"role": role, "site": site}, wanted["flag_k_lt_3"]),
            ({"role": role}, wanted["flag_if_site_dropped"]),
        ):
            risks = risks_of_quotes([Quote("q", "P0", attribution)], people, Policy(k=3))
            assert bool(risks) is is_flagged
