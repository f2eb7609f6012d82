"""What indices of inequality are asked with, as options."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from crosscase.cli.options import flag, says
from crosscase.cli.table_files import table_of
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars

    from crosscase.analysis.inequality import IndexOptions

__all__ = ["AskedIndices"]

Scale = Literal["linear", "log", "logit"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class AskedIndices:
    """The columns of a table, the indices, and how they are worked out."""

    value: Annotated[str, says("The column of the indicator.")]
    population: Annotated[
        str | None, says("The column of people; without it each row counts once.")
    ] = None
    rank: Annotated[
        str | None, says("The column that orders rows, the most disadvantaged lowest.")
    ] = None
    by: Annotated[str | None, says("The column that names the case of each row.")] = None
    index: Annotated[
        list[str] | None,
        says("Which: sii, rii, aci, rci, wagstaff, erreygers, gap, ratio, par, paf, bgv, theil, "
             "mld, dissimilarity, mean; several with commas."),
    ] = None  # fmt: skip
    groups: Annotated[
        bool, flag("The rows are ordered groups, such as fifths, not areas or persons.")
    ] = False
    highest_first: Annotated[
        bool, flag("The highest rank is the most disadvantaged, as with a score.")
    ] = False
    transform: Annotated[Scale, says("The scale on which the slope is fitted.")] = "linear"
    multiplier: Annotated[float, says("Of the slope index, such as 100.")] = 1.0
    quantiles: Annotated[int, says("Into how many groups areas are pooled for gaps.")] = 5
    over_all: Annotated[
        bool, flag("Pool areas by their place among all areas, not inside their case.")
    ] = False
    proportions_of: Annotated[
        float | None, says("1 or 100, where values are proportions of so much.")
    ] = None
    bounds: Annotated[
        tuple[float, float] | None,
        says("The lowest and highest value there can be, for wagstaff and erreygers."),
    ] = None
    standard_error: Annotated[str | None, says("The column of each group's standard error.")] = None
    limits: Annotated[
        tuple[str, str] | None, says("The columns of each group's lower and upper limit.")
    ] = None
    errors_on: Annotated[
        Scale, says("The scale on which given errors are symmetric: log for rates.")
    ] = "linear"
    confidence: Annotated[float, says("Of the intervals, and of the given limits.")] = 0.95
    seed: Annotated[
        int | None, says("Draw the intervals by chance, from this seed, where they can be.")
    ] = None
    leave_out_missing: Annotated[
        bool, flag("Leave out and count rows where a number is missing.")
    ] = False
    sheet: Annotated[str | None, says("The sheet of a workbook.")] = None

    def chosen(self) -> list[str]:
        """The names of the indices, one by one."""
        told = self.index or ["sii,rii"]
        return [name.strip().casefold() for each in told for name in each.split(",") if name]

    def ways_out(self, reasons: Iterable[str]) -> list[str]:
        """The options that would define what is undefined for want of them."""
        wanted, ways = self.chosen(), []
        bounded = [name for name in ("wagstaff", "erreygers") if name in wanted]
        if bounded and self.bounds is None:
            ways.append(
                f"Give --bounds LOWEST HIGHEST, such as 0 1 or 0 100, for {' and '.join(bounded)}."
            )
        if "dissimilarity" in wanted and self.proportions_of is None:
            ways.append("Give --proportions-of 1, or 100 for percent, for dissimilarity.")
        if not self.groups and any("quantile group" in reason for reason in reasons):
            ways.append("Give --quantiles for fewer groups, or --groups where rows are groups.")
        return ways

    def options(self) -> IndexOptions:
        """How they are worked out."""
        from crosscase.analysis.inequality import IndexOptions

        return IndexOptions(
            rows_are="groups" if self.groups else "areas",
            scale=self.transform,
            multiplier=self.multiplier,
            most_disadvantaged="highest" if self.highest_first else "lowest",
            quantiles=self.quantiles,
            quantiles_of="all" if self.over_all else "case",
            bounds=self.bounds,
            proportions_of=self.proportions_of,
            confidence=self.confidence,
            errors_on=self.errors_on,
            seed=self.seed,
        )

    def found(self, file: Path, *, over: str | None = None) -> polars.DataFrame:
        """The indices of a table in a file; ``over`` is a further column that rows are cut by."""
        from crosscase.analysis.inequality import indices
        from crosscase.study_selection.number_tables import frame_of_numbers

        table = table_of(file, self.sheet)
        numbers = (self.value, self.population, self.rank, self.standard_error)
        frame = frame_of_numbers(
            table.columns,
            table.rows,
            [name for name in (*numbers, *(self.limits or ())) if name is not None],
            lines=table.lines,
        )
        if over is not None and over == self.by:
            raise MistakeOfUse(
                f"“{over}” cannot name both the case and the time.",
                slug="column-twice",
                hint="Name two columns, or leave out --by.",
            )
        return indices(
            frame,
            value=self.value,
            population=self.population,
            rank=self.rank,
            by=[name for name in (self.by, over) if name is not None],
            which=self.chosen(),
            standard_error=self.standard_error,
            limits=self.limits,
            leave_out_missing=self.leave_out_missing,
            options=self.options(),
        )
