"""`crosscase frame recompute`: shares of cases worked out anew from the areas inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from crosscase.cli.options import COMMON, Common, flag, says
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.table_files import table_of
from crosscase.cli.written_frames import wrote
from crosscase.errors import MistakeOfUse, nearest_names_hint

if TYPE_CHECKING:
    import polars

__all__ = ["recompute"]

_AGAINST = ("deprivation", "urban", "boundary", "weighting", "share", "groups", "rule",
            "population-date")  # fmt: skip


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class _Asked:
    """How shares are worked out."""

    deprivation: Annotated[
        str, says("A release of deprivation, or a column of ranks, 1 the most deprived.")
    ] = "imd2019"
    urban: Annotated[
        str, says('A classification, or a column that says urban or rural; "" leaves it out.')
    ] = "ruc2011"
    share: Annotated[float, says("What share of all areas is the most deprived.")] = 0.2
    boundary: Annotated[
        str, says("2022-07 or 2021-04, or a column that names the case of each area.")
    ] = "2022-07"
    weighting: Annotated[
        str, says("areas (each counts once) or population, or a column of people.")
    ] = "areas"
    groups: Annotated[int, says("Into how many groups cases are cut.")] = 3
    rule: Annotated[Literal["rank", "cut-points"], says("How.")] = "rank"
    population_date: Annotated[
        str | None, says("Adds the registered population of that day: 2022-01-01, say.")
    ] = None


_ASKED = _Asked()


def recompute(
    areas: Annotated[
        Path | None, says("A table of areas of your own; else the 32,844 of England.", "AREAS")
    ] = None,
    /,
    *,
    asked: _Asked = _ASKED,
    against: Annotated[
        tuple[str, ...],
        says("NAME=VALUE, as boundary=2021-04: tell which cases change group; may be repeated."),
    ] = (),
    output: Annotated[
        Path | None, says("Write it to a .csv, .xlsx, .json or .parquet file.", ("--output", "-o"))
    ] = None,
    replace: Annotated[bool, flag("Replace a file that is there.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Work out shares of deprived and urban areas from the areas, and the groups of cases.

    crosscase frame recompute --against boundary=2021-04 --against weighting=population
    """
    from crosscase.analysis.area_shares import group_edges, moved_cases
    from crosscase.study_selection.area_data import recomputed

    told = _told(asked)
    other = _other(told, against)
    table = None if areas is None else _own(areas, told, other)
    found = recomputed(table, **told)
    if other is None:
        if output is not None:
            return wrote(found, output, "frame", replace=replace)
        edges = group_edges(found)
        data = {"cases": found.to_dicts(), "groups": edges.to_dicts()}
        return Answer(data, lambda screen: _show(screen, found, edges))
    compared = recomputed(table, **other)
    moved = moved_cases(found, compared)
    if "name" in found.columns:
        names = found.select("case", "name")
        moved = moved.join(names, on="case", how="left", maintain_order="left")
        moved = moved.select("case", "name", *moved.columns[1:-1])
    if output is not None:
        return wrote(moved, output, "frame", replace=replace)
    edges = _both_edges(group_edges(found), group_edges(compared))
    data = {"moved": moved.to_dicts(), "groups": edges.to_dicts()}
    sentence = f"{moved['case'].n_unique()} of {counted(found.height, 'case')} change group."
    return Answer(data, lambda screen: _show(screen, moved, edges, sentence))


def _both_edges(before: polars.DataFrame, after: polars.DataFrame) -> polars.DataFrame:
    return before.join(
        after, on=["characteristic", "group"], how="full", coalesce=True, suffix=" after"
    ).sort("characteristic", "group")


def _told(asked: _Asked) -> dict[str, Any]:
    return {
        "deprivation": asked.deprivation,
        "urban": asked.urban or None,
        "share": asked.share,
        "boundary": asked.boundary,
        "weighting": asked.weighting,
        "groups": asked.groups,
        "rule": asked.rule.replace("-", " "),
        "population_date": asked.population_date,
    }


def _other(told: dict[str, Any], against: Sequence[str]) -> dict[str, Any] | None:
    """The same with what it is compared with in its place."""
    if not against:
        return None
    other = dict(told)
    for each in against:
        name, mark, value = each.partition("=")
        if not mark or name not in _AGAINST:
            raise MistakeOfUse(
                f"“{each}” does not say what to compare with.",
                slug="not-a-comparison",
                hint=nearest_names_hint(name, _AGAINST)
                or f"Write NAME=VALUE with one of {', '.join(_AGAINST)}.",
            )
        other[name.replace("-", "_")] = _read(name, value.strip())
    return other


def _read(name: str, value: str) -> Any:
    if name == "rule":
        if value not in ("rank", "cut-points"):
            raise MistakeOfUse(
                f"“{value}” is no rule of groups.", slug="no-such-rule",
                hint="Say rank or cut-points.",
            )  # fmt: skip
        return value.replace("-", " ")
    if name not in ("share", "groups"):
        return value or None
    try:
        return float(value) if name == "share" else int(value)
    except ValueError:
        raise MistakeOfUse(
            f"“{value}” is no number.", slug="not-a-number", hint=f"Write {name}=0.1, say."
            if name == "share" else "Write groups=5, say.",
        ) from None  # fmt: skip


def _own(path: Path, *asked: dict[str, Any] | None) -> polars.DataFrame:
    """A table of one's own; the columns that are asked for as ranks or people are numbers."""
    from crosscase.study_selection.number_tables import frame_of_numbers

    table = table_of(path)
    wanted = [each[name] for each in asked if each for name in ("deprivation", "weighting")]
    numbers = [name for name in wanted if name in table.columns]
    return frame_of_numbers(table.columns, table.rows, numbers, lines=table.lines)


def _show(
    screen: Screen, found: polars.DataFrame, edges: polars.DataFrame, sentence: str = ""
) -> None:
    for frame in (found, edges):
        if not frame.is_empty():
            rows = [
                [round(cell, 2) if isinstance(cell, float) else cell for cell in row]
                for row in frame.iter_rows()
            ]
            screen.table([name.replace("_", " ") for name in frame.columns], rows)
            screen.line()
    screen.line(sentence or "Group 1 has the lowest values.")
