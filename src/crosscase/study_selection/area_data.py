"""The area data that ship with crosscase, and a frame of cases recomputed from areas.

The 42 integrated care systems of England (July 2022) come with the 32,844 small areas behind their
shares, so that every share can be worked out again: for another boundary, another weight, another
share, or a release that somebody brings. What the files hold, where it is from and what was changed
stands in ``shipped/PROVENANCE.md``.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

import polars as pl

from crosscase.analysis.area_shares import GroupRule, grouped_shares, most_deprived, moved_cases
from crosscase.analysis.quantiles import by_cut_points, by_rank
from crosscase.errors import MistakeOfUse

__all__ = [
    "SHIPPED_FRAME",
    "ShippedFrame",
    "moved_cases",
    "population_dates",
    "recomputed",
    "shipped_areas",
    "shipped_frame",
]

SHIPPED_FRAME = "Integrated care systems, England, July 2022"

# What people call a release, boundary or weight -> the column of the areas that holds it.
_RANKS = MappingProxyType({"imd2019": "imd2019_rank"})
_URBAN = MappingProxyType({"ruc2011": "ruc11_urban_rural"})
_BOUNDARIES = MappingProxyType({"2022-07": "icb_ods", "2021-04": "stp21_system"})
_WEIGHTS = MappingProxyType({"population": "pop_mid2020"})
_IS_URBAN = ("urban", "true", "yes", "1")


@dataclass(frozen=True, slots=True)
class ShippedFrame:
    """A frame as a table of text cells, with what each column means, where it is from and when.

    ``characteristics`` has one mapping a column: column, label, type (one of those of
    ``frame_table``), unit, date, source and definition; what does not apply is left out.
    """

    name: str
    description: str
    unit: str
    citation: str
    id_column: str
    name_column: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    characteristics: tuple[Mapping[str, str], ...]


def shipped_areas() -> pl.DataFrame:
    """The 32,844 small areas of England (2011), one a row.

    Columns: ``lsoa11cd``; ``imd2019_rank`` (1 the most deprived) and ``imd2019_decile``;
    ``ruc11_code`` and ``ruc11_urban_rural``; ``icb22cd`` and ``icb_ods``, the system by the
    boundaries of July 2022; ``stp21cd`` and ``stp21_system``, by those of April 2021, the latter
    as the code of the system that followed; ``ltla22cd``, ``utla21cd``; ``pop_mid2020``.
    """
    return _areas().clone()


def population_dates() -> tuple[str, ...]:
    """The days for which registered populations are held, oldest first."""
    return tuple(_registered().filter(boundary="2022-07")["day"].unique().sort().to_list())


def shipped_frame(population_date: str = "2022-01-01") -> ShippedFrame:
    """The frame of the 42 systems, its deprivation and urban shares worked out from the areas.

    :param population_date: which list of registered people, one of ``population_dates()``.
    :raises MistakeOfUse: ``no-such-population-date``.
    """
    shares = recomputed(population_date=population_date)
    people = _areas().group_by(pl.col("icb_ods").alias("case")).agg(pl.col("pop_mid2020").sum())
    table = (
        _systems()
        .join(shares, left_on="ods_code", right_on="case", suffix="_of_shares")
        .join(people.rename({"pop_mid2020": "population_mid2020"}), left_on="ods_code",
              right_on="case")
        .with_columns(pl.col("deprived_share", "urban_share").round(4))
        .sort("name")
    )  # fmt: skip
    characteristics = tuple(_characteristics(population_date))
    columns = tuple(each["column"] for each in characteristics)
    chosen = table.select(pl.col(*columns).cast(pl.String).fill_null(""))
    return ShippedFrame(
        SHIPPED_FRAME,
        "The 42 integrated care systems of England by the boundaries of July 2022, with the shares "
        "of their 32,844 small areas that are deprived or urban, their people, and what is known "
        "of their history.",
        "integrated care system",
        "Contains public sector information licensed under the Open Government Licence v3.0: "
        "Office for National Statistics; Ministry of Housing, Communities and Local Government; "
        "NHS England and NHS Digital; Department for Environment, Food and Rural Affairs.",
        "ods_code",
        "name",
        columns,
        tuple(chosen.rows()),
        characteristics,
    )


def recomputed(
    areas: pl.DataFrame | None = None,
    *,
    deprivation: str = "imd2019",
    urban: str | None = "ruc2011",
    share: float = 0.2,
    boundary: str = "2022-07",
    weighting: str = "areas",
    groups: int = 3,
    rule: GroupRule = "rank",
    population_date: str | None = None,
) -> pl.DataFrame:
    """Each system's shares of deprived and of urban areas, and their quantile groups.

    :param areas: one area a row; the shipped ones if not given. Add a column to those, or bring a
        table of your own, to use another release or boundary.
    :param deprivation: a release, or a column of ranks (1 the most deprived).
    :param urban: a classification, or a column that says urban, yes or true; None leaves it out.
    :param share: what share of all areas counts as the most deprived; a fifth is 0.2.
    :param boundary: ``2022-07`` or ``2021-04``, or a column that names the case of each area.
    :param weighting: ``areas`` (each counts once) or ``population``, or a column of people.
    :param groups: how many quantile groups; group 1 has the lowest shares.
    :param rule: quantile groups by rank or by cut points.
    :param population_date: adds the registered population of that day and its group.
    :returns: columns ``case`` (the ODS code for the shipped areas), ``name`` for those,
        ``areas``, ``deprived_share`` and ``urban_share`` (0 to 100), ``deprived_group`` and
        ``urban_group``, ordered by case; with a day ``registered_population`` and its group.
        Two such frames laid beside one another by ``moved_cases`` tell who changes group.
    :raises MistakeOfUse: ``no-such-release``, ``no-such-boundary``, ``no-such-weighting``,
        ``no-such-population-date``, ``fewer-cases-than-groups``; as ``grouped_shares``.
    """
    table = _areas() if areas is None else areas
    rank = _column(table, deprivation, _RANKS, "release of deprivation", "no-such-release")
    case = _column(table, boundary, _BOUNDARIES, "boundary", "no-such-boundary")
    weight = None
    if weighting != "areas":
        weight = _column(table, weighting, _WEIGHTS, "weighting", "no-such-weighting", ("areas",))
    marks = {"deprived": most_deprived(table, rank, share=share).alias("__deprived")}
    if urban is not None:
        column = _column(table, urban, _URBAN, "classification", "no-such-classification")
        marks["urban"] = _urban(table[column]).alias("__urban")
    found = grouped_shares(
        table.with_columns(*marks.values()),
        case,
        {name: mark.name for name, mark in marks.items()},
        weight=weight,
        groups=groups,
        rule=rule,
    )
    if areas is None:
        names = _systems().select(pl.col("ods_code").alias("case"), "name")
        found = found.join(names, on="case", how="left", maintain_order="left").select(
            "case", "name", pl.exclude("case", "name")
        )
    if population_date is None:
        return found
    return _with_registered(found, population_date, boundary, groups, rule)


def _with_registered(
    found: pl.DataFrame, day: str, boundary: str, groups: int, rule: GroupRule
) -> pl.DataFrame:
    held = _registered().filter(boundary=boundary)
    people = held.filter(day=day)
    if people.is_empty():
        days = ", ".join(held["day"].unique().sort().to_list())
        raise MistakeOfUse(
            f"No registered populations are held for {day} by the boundaries {boundary}.",
            slug="no-such-population-date",
            hint=f"Choose one of {days}." if days else "They are held for 2022-07 and 2021-04.",
        )
    found = found.join(
        people.select(case="system", registered_population="population"),
        on="case",
        how="left",
        maintain_order="left",
    )
    values = found["registered_population"].to_list()
    grouped = (by_rank if rule == "rank" else by_cut_points)(values, groups)
    return found.with_columns(pl.Series("registered_population_group", grouped.of_case, pl.Int64))


def _column(
    table: pl.DataFrame,
    name: str,
    known: Mapping[str, str],
    what: str,
    slug: str,
    more: tuple[str, ...] = (),
) -> str:
    """The column behind a name: what it is known as, or itself."""
    column = known.get(name, name)
    if column in table.columns:
        return column
    held = [*more, *(each for each, stands_in in known.items() if stands_in in table.columns)]
    has = f"The areas hold {', '.join(held)}; or name a" if held else "Name a"
    raise MistakeOfUse(
        f"The areas have no {what} “{name}”.",
        slug=slug,
        hint=f"{has} column of the table: {', '.join(table.columns)}.",
    )


def _urban(column: pl.Series) -> pl.Series:
    if column.dtype == pl.Boolean:
        return column
    return column.cast(pl.String).str.strip_chars().str.to_lowercase().is_in(_IS_URBAN)


@cache
def _areas() -> pl.DataFrame:
    areas = pl.read_csv(gzip.decompress(_shipped("areas.csv.gz")))
    # A system of 2021 is called by the one that took over most of its areas: 42 and 42, one to one.
    followed = (
        areas.group_by("stp21cd", "icb_ods")
        .len()
        .sort("len", "icb_ods", descending=[True, False])
        .unique("stp21cd", keep="first", maintain_order=True)
        .select("stp21cd", stp21_system="icb_ods")
    )
    return areas.join(followed, on="stp21cd", how="left", maintain_order="left")


@cache
def _systems() -> pl.DataFrame:
    return pl.read_csv(_shipped("systems.csv"))


@cache
def _registered() -> pl.DataFrame:
    return pl.read_csv(_shipped("registered_population.csv"))


def _characteristics(population_date: str) -> list[dict[str, str]]:
    text = _shipped("characteristics.csv").decode()
    found = [{key: value for key, value in row.items() if value}
             for row in csv.DictReader(io.StringIO(text))]  # fmt: skip
    for each in found:
        if each["column"] == "registered_population":
            each["date"] = population_date
    return found


def _shipped(name: str) -> bytes:
    return (resources.files("crosscase.study_selection") / "shipped" / name).read_bytes()
