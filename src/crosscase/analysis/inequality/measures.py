"""What an indicator answers with, and the checks that all indicators share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars as pl

__all__ = [
    "Floats",
    "Interval",
    "Measure",
    "Numbers",
    "checked_errors",
    "checked_numbers",
    "checked_population",
    "checked_repetitions",
    "log_normal_measure",
    "normal_interval",
    "normal_measure",
    "undefined",
    "z_of",
]

Floats = npt.NDArray[np.float64]
Numbers: TypeAlias = (
    "Sequence[float] | npt.NDArray[np.floating] | npt.NDArray[np.integer] | pl.Series"
)
How = Literal["normal", "log-normal", "simulated", "bootstrap"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval: its ends, its confidence (0 to 1) and how it was found."""

    lower: float
    upper: float
    confidence: float
    how: How


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, or None with the reason why there is none; its error where it is known."""

    value: float | None
    undefined: str | None = None
    standard_error: float | None = None
    interval: Interval | None = None


def undefined(reason: str) -> Measure:
    """A figure that does not exist, and why."""
    return Measure(None, reason)


def z_of(confidence: float) -> float:
    """How many standard errors a two-sided interval of this confidence (0 to 1) reaches."""
    if not 0 < confidence < 1:
        raise MistakeOfUse(
            f"A confidence of {confidence:g} is not between 0 and 1.",
            slug="confidence-out-of-range",
            hint="95 % is 0.95.",
        )
    return NormalDist().inv_cdf((1 + confidence) / 2)


def normal_interval(value: float, error: float, confidence: float) -> Interval:
    """The value plus and minus so many standard errors."""
    reach = z_of(confidence) * error
    return Interval(value - reach, value + reach, confidence, "normal")


def normal_measure(value: float, error: float | None, confidence: float) -> Measure:
    """A figure whose error, where known, is taken as normal."""
    if error is None or not math.isfinite(error):
        return Measure(value)
    return Measure(value, None, error, normal_interval(value, error, confidence))


def log_normal_measure(value: float, error_of_log: float | None, confidence: float) -> Measure:
    """A ratio above zero whose logarithm has a normal error."""
    if error_of_log is None or not math.isfinite(error_of_log):
        return Measure(value)
    factor = math.exp(z_of(confidence) * error_of_log)
    interval = Interval(value / factor, value * factor, confidence, "log-normal")
    return Measure(value, None, value * error_of_log, interval)


def checked_numbers(values: Numbers, what: str = "values") -> Floats:
    """Numbers in one dimension, none missing, none infinite; one at least."""
    numbers = np.asarray(values, np.float64)
    if numbers.ndim != 1 or numbers.size == 0:
        raise MistakeOfUse(
            f"There are no {what}.", slug="no-values", hint="Give one number for each group or row."
        )
    # A sum is finite only if every part is, bar an overflow, which the full look then tells.
    if not math.isfinite(float(numbers.sum())) and not np.isfinite(numbers).all():
        place = int(np.flatnonzero(~np.isfinite(numbers))[0])
        raise MistakeOfUse(
            f"Of the {what}, number {place + 1} is missing or infinite.",
            slug="missing-values",
            hint="Complete it, or leave that group or row out.",
        )
    return numbers


def checked_population(population: Numbers, size: int) -> Floats:
    """Populations or weights: as many as values, each above zero."""
    weights = checked_numbers(population, "populations")
    _same_length(weights.size, size, "populations")
    if float(weights.min()) <= 0:
        place = int(np.flatnonzero(weights <= 0)[0])
        raise MistakeOfUse(
            f"Population number {place + 1} is {weights[place]:g}; it must be above zero.",
            slug="population-not-positive",
            hint="Correct it, or leave that group out.",
        )
    return weights


def checked_errors(errors: Numbers, size: int) -> Floats:
    """Standard errors: as many as values, none below zero."""
    found = checked_numbers(errors, "standard errors")
    _same_length(found.size, size, "standard errors")
    if (found < 0).any():
        raise MistakeOfUse(
            "A standard error is below zero.",
            slug="negative-standard-error",
            hint="Check the limits from which it comes: the lower one must not exceed the upper.",
        )
    return found


def checked_repetitions(repetitions: int) -> None:
    """Refuse so few drawings that the ends of an interval would be chance."""
    if repetitions < 1_000:
        raise MistakeOfUse(
            f"{repetitions} drawings are too few for an interval.",
            slug="too-few-repetitions",
            hint="Draw at least 1,000 times.",
        )


def _same_length(found: int, wanted: int, what: str) -> None:
    if found != wanted:
        raise MistakeOfUse(
            f"There are {wanted} values and {found} {what}.",
            slug="unlike-lengths",
            hint="Give one for each value, in the same order.",
        )
