"""How unlike cases are over characteristics of different kinds (Gower 1971).

Gower, "A general coefficient of similarity and some of its properties", Biometrics 27: the
similarity of two cases is the weighted mean of their similarities by characteristic, over those
that both have. The distance here is 1 less that. By kind of characteristic:

* number: the difference over the range
* ordered: the difference of the levels' places over the number of steps (levels evenly spaced)
* name: 0 for the same, 1 for different ones
* presence: as name, but where both lack it the characteristic does not count for the pair
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.selection.candidates import Candidates, Characteristic
from crosscase.errors import MistakeOfUse

__all__ = ["Distances", "gower"]

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Distances:
    """Pairwise distances of cases and on how much they stand.

    ``matrix``          n x n, 0 (alike in all) to 1; NaN where a pair shares no characteristic
    ``compared``        n x n, the share of the weight on which a pair could be compared
    ``incomparable``    the pairs of names that share no characteristic
    ``without_spread``  characteristics that are the same for all cases and so part nobody
    """

    names: tuple[str, ...]
    matrix: _Floats
    compared: _Floats
    incomparable: tuple[tuple[str, str], ...]
    without_spread: tuple[str, ...]


def gower(candidates: Candidates, weights: Mapping[str, float]) -> Distances:
    """Gower distances over the characteristics that are given a weight.

    :param candidates: the cases to compare; ranges are over these unless an extent is given.
    :param weights: by the characteristic's name, each above zero; 1 each counts them alike.
    :returns: symmetric distances with zeros on the diagonal.
    :raises MistakeOfUse: ``no-characteristics``, ``no-such-characteristic``,
        ``weight-not-positive``, ``extent-too-narrow``.
    Limits: a missing value leaves a characteristic out for that pair, so pairs with many missing
    values are compared on less (see ``compared``).
    """
    if not weights:
        raise MistakeOfUse(
            "No characteristic was named to compare the cases by.",
            slug="no-characteristics",
            hint="Name at least one, each with a weight.",
        )
    n = len(candidates.names)
    apart, weight_of_pair, without = np.zeros((n, n)), np.zeros((n, n)), []
    for name, weight in weights.items():
        if not weight > 0 or not np.isfinite(weight):
            raise MistakeOfUse(
                f"The weight of “{name}” is {weight:g}.",
                slug="weight-not-positive",
                hint="Weights are above zero; leave out what should not count.",
            )
        difference, counts = _of_one(name, candidates.characteristic(name))
        if not difference[counts].any():
            without.append(name)
        apart += weight * np.where(counts, difference, 0.0)
        weight_of_pair += weight * counts
    np.fill_diagonal(weight_of_pair, sum(weights.values()))
    matrix = np.divide(apart, weight_of_pair, out=np.full((n, n), np.nan), where=weight_of_pair > 0)
    np.fill_diagonal(matrix, 0.0)
    one, other = np.nonzero(np.triu(np.isnan(matrix)))
    return Distances(
        candidates.names,
        matrix,
        weight_of_pair / sum(weights.values()),
        tuple(
            (candidates.names[i], candidates.names[j])
            for i, j in zip(one.tolist(), other.tolist(), strict=True)
        ),
        tuple(without),
    )


def _of_one(name: str, characteristic: Characteristic) -> tuple[_Floats, npt.NDArray[np.bool_]]:
    """The difference of each pair by one characteristic, and where it counts."""
    values = characteristic.values
    known = np.array([value is not None for value in values])
    counts = known[:, None] & known[None, :]
    if characteristic.kind in ("number", "ordered"):
        numbers = np.array([_number(characteristic, value) for value in values], np.float64)
        difference = np.abs(numbers[:, None] - numbers[None, :])
        extent = _extent(name, characteristic, numbers[known])
        return difference / extent if extent else np.zeros_like(difference), counts
    number = {value: index for index, value in enumerate(dict.fromkeys(values))}
    codes = np.array([number[value] for value in values])
    difference = (codes[:, None] != codes[None, :]).astype(np.float64)
    if characteristic.kind == "presence":
        present = np.array([value is True for value in values])
        counts = counts & (present[:, None] | present[None, :])
    return difference, counts


def _number(characteristic: Characteristic, value: object) -> float:
    if value is None:
        return 0.0  # never counted
    if characteristic.kind == "ordered":
        return float(list(characteristic.levels).index(str(value)))
    return float(value)  # type: ignore[arg-type]  # candidates_of let only numbers through


def _extent(name: str, characteristic: Characteristic, known: _Floats) -> float:
    if characteristic.kind == "ordered":
        return float(len(characteristic.levels) - 1)
    if known.size == 0:
        return 0.0
    lowest, highest = float(known.min()), float(known.max())
    if characteristic.extent is None:
        return highest - lowest
    if characteristic.extent[0] > lowest or characteristic.extent[1] < highest:
        raise MistakeOfUse(
            f"“{name}” runs from {lowest:g} to {highest:g}, beyond the range that was given.",
            slug="extent-too-narrow",
            hint="Give a range that holds all values, or none.",
        )
    return characteristic.extent[1] - characteristic.extent[0]
