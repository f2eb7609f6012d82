"""The rows of one case, and every index of inequality worked out from them once."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analysis.inequality.attributable import Attributable, population_attributable
from crosscase.analysis.inequality.concentration import (
    Concentration,
    concentration_of_groups,
    concentration_of_rows,
)
from crosscase.analysis.inequality.dissimilarity import (
    bootstrapped_dissimilarity,
    index_of_dissimilarity,
)
from crosscase.analysis.inequality.entropy import Entropy, entropy
from crosscase.analysis.inequality.gaps import Gaps, between_group_variance, gaps
from crosscase.analysis.inequality.measures import (
    Floats,
    Interval,
    Measure,
    undefined,
    z_of,
)
from crosscase.analysis.inequality.pooling import Pooled, pooled_groups, quantile_groups
from crosscase.analysis.inequality.ranking import ordered_rows
from crosscase.analysis.inequality.slope import (
    Scale,
    SlopeIndex,
    back,
    forth,
    slope_index,
    slope_index_of_rows,
)
from crosscase.analysis.inequality.slope_intervals import (
    SlopeInterval,
    analytic_slope_intervals,
    errors_in_unit,
    simulated_slope_intervals,
)
from crosscase.errors import MistakeOfUse

__all__ = ["INDICES", "NEEDS_RANK", "CaseRows", "IndexOptions", "RowsAre"]

RowsAre: TypeAlias = Literal["areas", "groups"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexOptions:
    """How indices are worked out.

    ``rows_are``            areas (or persons), independent of each other; or ordered groups, such
                            as fifths, whose values are estimates
    ``scale``               of the slope: linear, log or logit
    ``multiplier``          of the slope index, such as 100; negative turns its direction
    ``most_disadvantaged``  which end of the rank: lowest (a rank of deprivation, an income) or
                            highest (a score of deprivation)
    ``quantiles``           into how many groups areas are pooled for gaps, ratios, attributable
                            fractions and the variance between groups
    ``quantiles_of``        each case, or all areas of the table together
    ``bounds``              the lowest and highest value there can be, for the Wagstaff and
                            Erreygers indices
    ``proportions_of``      1 or 100 (or 1,000) where values are proportions of so much
    ``confidence``          of the intervals, and of the limits that are given
    ``errors_on``           the scale on which given errors are symmetric
    ``seed``                of simulated and bootstrap intervals; without it they are analytic, and
                            dissimilarity has none
    ``repetitions``         how often is drawn
    """

    rows_are: RowsAre = "areas"
    scale: Scale = "linear"
    multiplier: float = 1.0
    most_disadvantaged: Literal["lowest", "highest"] = "lowest"
    quantiles: int = 5
    quantiles_of: Literal["case", "all"] = "case"
    bounds: tuple[float, float] | None = None
    proportions_of: float | None = None
    confidence: float = 0.95
    errors_on: Scale = "linear"
    seed: int | None = None
    repetitions: int = 10_000


# Why a case has no figure although its rows are sound: their number or spread does not carry it.
_UNDEFINED = MappingProxyType(
    {
        "too-few-groups": "there are fewer than two groups",
        "one-place-only": "all rows stand at one place in the order",
        "fewer-cases-than-groups": "there are fewer areas than quantile groups",
        "negative-value": "a value is below zero",
        "value-out-of-range": "a value does not fit the scale or the proportion",
    }
)


class CaseRows:
    """The rows of one case, ordered from the most disadvantaged; each figure is found once."""

    def __init__(
        self,
        options: IndexOptions,
        values: Floats,
        population: Floats | None,
        order: npt.NDArray[np.floating] | npt.NDArray[np.integer] | None,
        errors: Floats | None = None,
        group: npt.NDArray[np.int64] | None = None,
    ) -> None:
        if options.rows_are == "groups" and order is not None:
            sorting = np.argsort(order, kind="stable")
            values, order = values[sorting], order[sorting]
            population = None if population is None else population[sorting]
            errors = None if errors is None else errors[sorting]
        self._options = options
        self._values = values
        self._population = population
        self._order = order
        self._errors = errors
        self._group = group

    def measure(self, index: str) -> Measure:
        """One index by its name; undefined, with the reason, where the rows do not carry it."""
        if self._values.size < 2 and index != "mean":
            return undefined("there are fewer than two rows")
        try:
            return INDICES[index](self)
        except MistakeOfUse as mistake:
            reason = _UNDEFINED.get(mistake.slug)
            if reason is None:
                raise
            return undefined(reason)

    @property
    def _weights(self) -> Floats:
        return np.ones_like(self._values) if self._population is None else self._population

    @property
    def _places(self) -> npt.NDArray[np.floating] | npt.NDArray[np.integer]:
        assert self._order is not None  # `indices` refuses to begin without a rank
        return self._order

    @cached_property
    def mean(self) -> Measure:
        """The mean by population."""
        return Measure(float(np.average(self._values, weights=self._population)))

    @cached_property
    def concentration(self) -> Concentration:
        """The four concentration indices."""
        bounds, confidence = self._options.bounds, self._options.confidence
        if self._options.rows_are == "groups":
            return concentration_of_groups(
                self._values, self._weights, bounds=bounds, confidence=confidence
            )
        return concentration_of_rows(
            self._values, self._places, self._population, bounds=bounds, confidence=confidence
        )

    @cached_property
    def slope(self) -> SlopeIndex:
        """The slope and relative index, with their intervals where they have one."""
        options = self._options
        if options.rows_are == "groups":
            return self._slope_of_groups()
        if options.scale == "linear":
            return slope_index_of_rows(
                self._values,
                self._places,
                self._population,
                multiplier=options.multiplier,
                confidence=options.confidence,
            )
        # On another scale the line goes through the transformed values; those that share a place
        # share a rank, so they count as their mean on that scale.
        rows = ordered_rows(self._places, self._population)
        fitted = rows.arranged(forth(self._values, options.scale))
        if self._population is not None:
            fitted = fitted * rows.arranged(self._population)
        means = back(rows.sums(fitted) / rows.weights, options.scale)
        return slope_index(means, rows.weights, scale=options.scale, multiplier=options.multiplier)

    def _slope_of_groups(self) -> SlopeIndex:
        options = self._options
        found = slope_index(
            self._values, self._weights, scale=options.scale, multiplier=options.multiplier
        )
        if self._errors is None:
            return found
        (ends,) = self._slope_intervals(self._errors)
        return replace(
            found,
            slope=_with_interval(found.slope, ends.slope),
            relative=_with_interval(found.relative, ends.relative),
        )

    def _slope_intervals(self, errors: Floats) -> tuple[SlopeInterval, ...]:
        options = self._options
        if options.seed is None:
            return analytic_slope_intervals(
                self._values,
                self._weights,
                errors,
                confidences=(options.confidence,),
                errors_on=options.errors_on,
                scale=options.scale,
                multiplier=options.multiplier,
            )
        return simulated_slope_intervals(
            self._values,
            self._weights,
            errors,
            seed=options.seed,
            repetitions=options.repetitions,
            confidences=(options.confidence,),
            errors_on=options.errors_on,
            scale=options.scale,
            multiplier=options.multiplier,
        )

    @cached_property
    def entropy(self) -> Entropy:
        """Theil's index and the mean logarithmic deviation."""
        return entropy(
            self._values,
            self._population,
            are_rows=self._options.rows_are == "areas",
            confidence=self._options.confidence,
        )

    @cached_property
    def groups(self) -> Pooled:
        """The ordered groups: the rows themselves, or the areas pooled into quantile groups."""
        if self._options.rows_are == "groups":
            errors = self._errors
            if errors is not None:
                errors = errors_in_unit(self._values, errors, self._options.errors_on)
            numbers = tuple(range(1, self._values.size + 1))
            return Pooled(numbers, self._values, self._weights, errors)
        group = self._group
        if group is None:
            group = quantile_groups(self._places, self._options.quantiles)
        return pooled_groups(self._values, group, self._population)

    @property
    def _has_both_ends(self) -> bool:
        if self._options.rows_are == "groups":
            return True
        numbers = self.groups.numbers
        return numbers[0] == 1 and numbers[-1] == self._options.quantiles

    @cached_property
    def gaps(self) -> Gaps:
        """The gap between the ends, as a difference and a ratio."""
        if not self._has_both_ends:
            return Gaps(undefined(_NO_ENDS), undefined(_NO_ENDS))
        return gaps(
            self.groups.values,
            standard_errors=self.groups.standard_errors,
            confidence=self._options.confidence,
        )

    @cached_property
    def attributable(self) -> tuple[Measure, Measure]:
        """The population attributable risk and fraction against the least disadvantaged group."""
        if not self._has_both_ends:
            return undefined(_NO_ENDS), undefined(_NO_ENDS)
        found: Attributable = population_attributable(
            self.groups.values,
            self.groups.population,
            proportions_of=self._options.proportions_of
            if self.groups.standard_errors is None
            else None,
            standard_errors=self.groups.standard_errors,
            confidence=self._options.confidence,
        )
        return found.risk, found.fraction

    @cached_property
    def between_groups(self) -> Measure:
        """The variance between the ordered groups."""
        return between_group_variance(
            self.groups.values,
            self.groups.population,
            standard_errors=self.groups.standard_errors,
            confidence=self._options.confidence,
        )

    @cached_property
    def dissimilarity(self) -> Measure:
        """How differently those with and without something are spread over the rows."""
        options = self._options
        if options.proportions_of is None:
            return undefined("the values were not said to be proportions")
        with_it = self._weights * self._values / options.proportions_of
        without = self._weights - with_it
        if options.seed is None:
            return index_of_dissimilarity(with_it, without)
        return bootstrapped_dissimilarity(
            with_it,
            without,
            seed=options.seed,
            repetitions=options.repetitions,
            confidence=options.confidence,
        )


def _with_interval(figure: Measure, interval: Interval | None) -> Measure:
    """A figure with its interval, and the error behind that where it is not a simulated one."""
    if figure.value is None or interval is None:
        return figure
    error, z = None, z_of(interval.confidence)
    if interval.how == "normal":
        error = (interval.upper - interval.lower) / (2 * z)
    elif interval.how == "log-normal":
        error = figure.value * math.log(interval.upper / figure.value) / z
    return replace(figure, interval=interval, standard_error=error)


_NO_ENDS = "no area lies in the most or in the least disadvantaged quantile group"

# The indices that can be asked for, by name.
INDICES: Mapping[str, Callable[[CaseRows], Measure]] = MappingProxyType(
    {
        "mean": lambda rows: rows.mean,
        "sii": lambda rows: rows.slope.slope,
        "rii": lambda rows: rows.slope.relative,
        "aci": lambda rows: rows.concentration.absolute,
        "rci": lambda rows: rows.concentration.relative,
        "wagstaff": lambda rows: rows.concentration.wagstaff,
        "erreygers": lambda rows: rows.concentration.erreygers,
        "theil": lambda rows: rows.entropy.theil,
        "mld": lambda rows: rows.entropy.mld,
        "gap": lambda rows: rows.gaps.absolute,
        "ratio": lambda rows: rows.gaps.ratio,
        "par": lambda rows: rows.attributable[0],
        "paf": lambda rows: rows.attributable[1],
        "bgv": lambda rows: rows.between_groups,
        "dissimilarity": lambda rows: rows.dissimilarity,
    }
)
NEEDS_RANK = frozenset(INDICES) - {"mean", "theil", "mld", "dissimilarity"}
