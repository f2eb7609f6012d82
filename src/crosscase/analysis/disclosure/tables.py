"""Small cells in tables with margins: hidden, and hidden so that sums do not bring them back.

Cells under the threshold are hidden first. What a reader can still work out about each is found by
linear programming over all tables with the same margins and the same open cells (for tables of two
ways its answers are whole numbers), for a reader who knows that zeros are hidden as the far corner
of a rectangle at most: without such a corner what is hidden is one or more. While a reader could
tell that a hidden cell is small, the other corners of a rectangle through it are hidden as well,
those with the fewest people (Hundepool and others 2012, Statistical Disclosure Control, chapter 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.disclosure.people import Attribution
from crosscase.errors import MistakeOfUse

__all__ = ["GuardedTable", "guarded", "k_beside_table", "rounded_counts"]

Cell = tuple[int, int]
_Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class GuardedTable:
    """A table ready to print.

    ``shown``          the counts by row, None where hidden
    ``small``          the cells hidden because they are small
    ``complementary``  the cells hidden to keep those from being worked out
    ``small_rows``, ``small_columns``  margins that are themselves small: merge these first
    ``margins_tell``   whether a small cell can be worked out even so; then hide margins too
    """

    shown: tuple[tuple[int | None, ...], ...]
    small: tuple[Cell, ...]
    complementary: tuple[Cell, ...]
    small_rows: tuple[int, ...]
    small_columns: tuple[int, ...]
    margins_tell: bool


def guarded(counts: Sequence[Sequence[int]], *, threshold: int = 3) -> GuardedTable:
    """Hide small cells of a table whose row and column totals are printed.

    :param counts: rows of whole numbers, none below zero, all rows of one length.
    :param threshold: cells from 1 to one below this are small; zeros are not.
    :returns: hidden cells such that, for each small one, the reader must allow for a value at or
        above the threshold, wherever the margins leave room for that.
    :raises MistakeOfUse: ``not-a-table``, ``negative-value``, ``k-not-positive``.
    Limits: the hidden set is small but not proven smallest; tables that share cells with this one
    are not looked at.
    """
    table = _table(counts)
    if threshold < 1:
        raise MistakeOfUse(
            "The threshold must be one or more.", slug="k-not-positive", hint="3 is usual."
        )
    small = (table > 0) & (table < threshold)
    hidden = small.copy()
    told = False
    for row, column in np.argwhere(small).tolist():
        while _most(table, hidden, (row, column)) < threshold:
            further = _next_to_hide(table, hidden, (row, column), threshold)
            if not further:
                told = True
                break
            for each in further:
                hidden[each] = True
    shown = tuple(
        tuple(None if away else count for count, away in zip(values, aways, strict=True))
        for values, aways in zip(table.tolist(), hidden.tolist(), strict=True)
    )
    return GuardedTable(
        shown,
        _cells(small),
        _cells(hidden & ~small),
        _small(table.sum(axis=1), threshold),
        _small(table.sum(axis=0), threshold),
        told,
    )


def rounded_counts(
    counts: Sequence[int], *, hidden_to: int = 7, nearest: int = 5
) -> tuple[int | None, ...]:
    """Counts of public data below national level: small ones hidden, others rounded.

    :param counts: whole numbers, none below zero.
    :param hidden_to: from 1 to this a count is hidden.
    :param nearest: others are rounded to a multiple of this, halves upward; zero stays.
    :raises MistakeOfUse: ``negative-value``.
    Source: NHS Digital, Hospital Episode Statistics analysis guide (2018).
    """
    if any(count < 0 for count in counts):
        raise _negative()
    return tuple(
        None if 0 < count <= hidden_to else (2 * count + nearest) // (2 * nearest) * nearest
        for count in counts
    )


def k_beside_table(
    table: Mapping[tuple[str, str], int],
    attribution: Attribution,
    *,
    role: str = "role",
    site: str = "site",
) -> int:
    """How many people a reader counts for a quote with the recruitment table beside it.

    :param table: the count printed for each (role, site); hidden cells are left out.
    :param attribution: what is printed beside the quote.
    :returns: the sum of the cells that fit; a cell that is not printed adds nothing, so check it
        with ``People.k`` as well.
    """
    wanted = (attribution.get(role), attribution.get(site))
    return sum(
        count
        for cell, count in table.items()
        if all(want is None or want == value for want, value in zip(wanted, cell, strict=True))
    )


def _table(counts: Sequence[Sequence[int]]) -> _Counts:
    if not counts or not counts[0] or len({len(row) for row in counts}) > 1:
        raise MistakeOfUse(
            "The rows of the table are empty or not of one length.",
            slug="not-a-table",
            hint="Give one count for each cell, zero where there is nobody.",
        )
    table = np.asarray(counts, np.int64)
    if (table < 0).any():
        raise _negative()
    return table


def _negative() -> MistakeOfUse:
    return MistakeOfUse("A count is below zero.", slug="negative-value", hint="Correct it first.")


def _most(table: _Counts, hidden: npt.NDArray[np.bool_], cell: Cell) -> int:
    """The most that a hidden cell can be, for a reader who knows margins and open cells."""
    from scipy.optimize import linprog

    least = int(table[hidden].all())  # zeros that are told tell that the others are none
    cells = np.argwhere(hidden)
    rows, columns = table.shape
    sums = np.zeros((rows + columns, len(cells)))
    for index, (row, column) in enumerate(cells.tolist()):
        sums[row, index] = sums[rows + column, index] = 1
    away = np.where(hidden, table, 0)
    margins = np.concatenate([away.sum(axis=1), away.sum(axis=0)])
    wanted = np.array([-float((row, column) == cell) for row, column in cells.tolist()])
    solved = linprog(wanted, A_eq=sums, b_eq=margins, bounds=(least, None), method="highs")
    return round(-float(solved.fun))


def _next_to_hide(
    table: _Counts, hidden: npt.NDArray[np.bool_], cell: Cell, threshold: int
) -> list[Cell]:
    """The corners of a rectangle through the cell: what one corner gains its neighbours lose.

    Of the rectangles that leave room up to the threshold the one that hides the fewest people; if
    none leaves so much, the one that leaves most. Corners hidden already cost nothing.
    """
    row, column = cell
    ways = []
    for other_row in range(table.shape[0]):
        for other_column in range(table.shape[1]):
            if other_row == row or other_column == column:
                continue
            beside, below = (row, other_column), (other_row, column)
            corner = (other_row, other_column)
            fresh = [each for each in (beside, below, corner) if not hidden[each]]
            is_sure = table[hidden].all() and table[corner] > 0
            room = int(table[cell] + min(table[beside], table[below]) - is_sure)
            if fresh and room > table[cell]:
                cost = sum(int(table[each]) for each in fresh)
                ways.append((-min(room, threshold), cost, len(fresh), fresh))
    return min(ways)[-1] if ways else []


def _cells(mask: npt.NDArray[np.bool_]) -> tuple[Cell, ...]:
    return tuple((row, column) for row, column in np.argwhere(mask).tolist())


def _small(totals: _Counts, threshold: int) -> tuple[int, ...]:
    return tuple(np.flatnonzero((totals > 0) & (totals < threshold)).tolist())
