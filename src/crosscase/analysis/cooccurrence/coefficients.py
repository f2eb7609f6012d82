"""How strongly two codes go together, from four numbers, as measures that are all in use.

With n1 and n2 units that have each code, n12 that have both and N in all:

* c = n12 / (n1 + n2 - n12) (Jaccard 1901; the c-coefficient of ATLAS.ti)
* Dice = 2 n12 / (n1 + n2) (Dice 1945); overlap = n12 / min(n1, n2) (Simpson 1943)
* lift = n12 N / (n1 n2); PMI = log2 of it, in bits (Church and Hanks 1990)
* phi = (n12 N - n1 n2) / sqrt(n1 n2 (N - n1)(N - n2)) (Pearson's r of two yes-or-no columns)
* P(second | first) = m1 / n1 and P(first | second) = m2 / n2

m1 and m2 are n12, except where units of two codes meet without being the same unit: then m1 is how
many units of the first code meet one of the second.

Limits: none of them says that one thing leads to another, nor in which direction. All but lift, PMI
and phi grow with how often codes are used at all; where one code is used more than five times as
often as the other, c cannot come near 1 and says little (``unequal``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["UNEQUAL_FROM", "Coefficients", "PairColumns", "coefficients", "pair_columns"]

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

UNEQUAL_FROM = 5
"""From more than how many times as often two codes are said to be used unequally."""


@dataclass(frozen=True, slots=True)
class Coefficients:
    """The measures of one pair; None where one is undefined (nothing to divide by).

    ``valid`` is false where the counts cannot be those of distinct units; ``reason`` says why.
    The measures are then what the formulas give, and mean nothing.
    """

    c: float | None
    dice: float | None
    lift: float | None
    pmi_bits: float | None
    phi: float | None
    overlap: float | None
    second_given_first: float | None
    first_given_second: float | None
    unequal: bool
    valid: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PairColumns:
    """The measures of many pairs, an array each; nan where one is undefined."""

    c: Floats
    dice: Floats
    lift: Floats
    pmi_bits: Floats
    phi: Floats
    overlap: Floats
    second_given_first: Floats
    first_given_second: Floats
    unequal: Mask


def coefficients(
    first: int,
    second: int,
    both: int,
    units: int | None = None,
    *,
    first_met: int | None = None,
    second_met: int | None = None,
) -> Coefficients:
    """The measures of one pair of codes.

    :param first: distinct units that have the first code.
    :param second: distinct units that have the second one.
    :param both: distinct units that have both.
    :param units: distinct units in all; without it lift, PMI and phi are undefined.
    :param first_met: units of the first code that meet one of the second, where that is another
        number than ``both``; ``second_met`` the other way round.
    :returns: measures from 0 to 1; lift from 0; PMI in bits; phi from -1 to 1.
    """
    one, two, met, met_one, met_two = (
        np.array([both if number is None else number], np.int64)
        for number in (first, second, both, first_met, second_met)
    )
    found = pair_columns(one, two, met, units, first_met=met_one, second_met=met_two)
    values = {
        name: _told(float(getattr(found, name)[0]))
        for name in PairColumns.__slots__
        if name != "unequal"
    }
    reason = _not_distinct(first, second, both, units)
    return Coefficients(
        **values, unequal=bool(found.unequal[0]), valid=reason is None, reason=reason
    )


def pair_columns(
    first: Longs,
    second: Longs,
    both: Longs,
    units: int | None,
    *,
    first_met: Longs | None = None,
    second_met: Longs | None = None,
) -> PairColumns:
    """The measures of many pairs at once; the arguments are as those of ``coefficients``.

    :param first: whole numbers, one a pair; the other arrays have the same length.
    """
    one, two, met = (column.astype(np.float64) for column in (first, second, both))
    met_one = met if first_met is None else first_met.astype(np.float64)
    met_two = met if second_met is None else second_met.astype(np.float64)
    whole = np.full(len(one), np.nan if units is None else float(units))
    lift = _over(met * whole, one * two)
    with np.errstate(divide="ignore", invalid="ignore"):
        bits = np.where(lift > 0, np.log2(lift), np.nan)
        spread = np.sqrt(np.maximum(one * two * (whole - one) * (whole - two), 0.0))
    return PairColumns(
        c=_over(met, one + two - met),
        dice=_over(2 * met, one + two),
        lift=lift,
        pmi_bits=bits,
        phi=_over(met * whole - one * two, spread),
        overlap=_over(met, np.minimum(one, two)),
        second_given_first=_over(met_one, one),
        first_given_second=_over(met_two, two),
        unequal=np.maximum(one, two) > UNEQUAL_FROM * np.minimum(one, two),
    )


def _over(above: Floats, below: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below > 0, above / below, np.nan)


def _told(value: float) -> float | None:
    return None if np.isnan(value) else value


def _not_distinct(first: int, second: int, both: int, units: int | None) -> str | None:
    if min(first, second, both) < 0:
        return "A count is below zero."
    if both > min(first, second):
        return (
            f"{both:,} units with both codes cannot lie among {first:,} and {second:,}: "
            "something was counted twice."
        )
    if units is not None and first + second - both > units:
        return f"There are more units with one of the codes than the {units:,} in all."
    return None
