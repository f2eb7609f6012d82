"""Where groups and rows stand in a population ordered from the most disadvantaged to the least."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.inequality.measures import Floats, Numbers, checked_numbers
from crosscase.errors import MistakeOfUse

__all__ = ["OrderedRows", "midpoints", "ordered_rows"]

# Above this many different places, counting by place costs more than sorting.
_MOST_COUNTED = 1_000_000


@dataclass(frozen=True, slots=True)
class OrderedRows:
    """Rows drawn together by their place in the order: sums over all rows that share one.

    ``place``    for each arranged row the index of its place, from the most disadvantaged; None
                 where every row has a place of its own, so that sums over places need no work
    ``weights``  the weight at each place
    ``middle``   the relative rank (0 to 1) of each place, ties at the middle of their share
    ``total``    of all weights
    ``sorting``  how rows were arranged, None where they stay as given
    """

    place: npt.NDArray[np.intp] | None
    weights: Floats
    middle: Floats
    total: float
    sorting: npt.NDArray[np.intp] | None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.weights.size if self.place is None else self.place.size

    def arranged(self, of_rows: Floats) -> Floats:
        """What belongs to rows, as ``place`` has them: sorted rows are summed without leaps."""
        return of_rows if self.sorting is None else of_rows[self.sorting]

    def sums(self, of_arranged: Floats) -> Floats:
        """The sum over the arranged rows at each place."""
        if self.place is None:
            return of_arranged
        summed = np.bincount(self.place, weights=of_arranged, minlength=self.weights.size)
        return summed.astype(np.float64, copy=False)

    def of_rows(self, at_place: Floats) -> Floats:
        """What belongs to places, for each arranged row."""
        return at_place if self.place is None else at_place[self.place]


def midpoints(population: Floats) -> Floats:
    """The relative rank of each ordered group: the share before it and half its own."""
    found: Floats = np.cumsum(population)
    found -= population / 2
    found /= population.sum()
    return found


def ordered_rows(order: Numbers, weights: Floats | None) -> OrderedRows:
    """Rows by their place in the order, ties together.

    :param order: one number a row, the most disadvantaged lowest (an income, a decile, a rank).
    :param weights: one weight a row, or None where each counts once.
    :raises MistakeOfUse: ``missing-values``, ``no-values``.
    """
    given = np.asarray(order)
    if np.issubdtype(given.dtype, np.integer) and given.ndim == 1 and given.size:
        lowest, highest = int(given.min()), int(given.max())
        if highest - lowest < _MOST_COUNTED:
            return _counted(given - lowest, weights)
    numbers = checked_numbers(given, "places in the order")
    _check_lengths(numbers.size, weights)
    sorting = np.argsort(numbers)
    ordered = numbers[sorting]
    weights = None if weights is None else weights[sorting]
    is_new = ordered[1:] != ordered[:-1]
    if is_new.all():
        own = np.ones(numbers.size) if weights is None else weights
        return OrderedRows(None, own, midpoints(own), float(own.sum()), sorting)
    place = np.zeros(numbers.size, np.intp)
    np.cumsum(is_new, out=place[1:])
    return _at(place, weights, sorting)


def _counted(offset: npt.NDArray[np.integer], weights: Floats | None) -> OrderedRows:
    _check_lengths(offset.size, weights)
    used = np.bincount(offset) > 0
    if used.all():
        return _at(offset.astype(np.intp, copy=False), weights, None)
    return _at((np.cumsum(used) - 1)[offset], weights, None)


def _at(
    place: npt.NDArray[np.intp], weights: Floats | None, sorting: npt.NDArray[np.intp] | None
) -> OrderedRows:
    at_place = np.bincount(place, weights=weights).astype(np.float64, copy=False)
    return OrderedRows(place, at_place, midpoints(at_place), float(at_place.sum()), sorting)


def _check_lengths(size: int, weights: Floats | None) -> None:
    if weights is not None and weights.size != size:
        raise MistakeOfUse(
            f"There are {size} places in the order and {weights.size} values and weights.",
            slug="unlike-lengths",
            hint="Give one for each row, in the same order.",
        )
