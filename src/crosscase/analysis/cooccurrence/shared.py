"""Codes that lie on the same units, such as turns or sources: counts from a sparse table."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from crosscase.analysis.cooccurrence.sweep import PairCounts

__all__ = ["count_shared", "groups_sharing"]

Longs = npt.NDArray[np.int64]


def count_shared(unit: Longs, code: Longs, codes: int) -> PairCounts:
    """The counts of each pair of codes over units that have both.

    :param unit: a number from 0 for each (unit, code); ``code`` the code, from 0. Repetitions
        count once.
    :param codes: how many codes there are.
    :returns: as of ``count_meetings``: a unit either has a code or has not.
    """
    table = _table(unit, code, codes)
    both = np.asarray((table.T @ table).toarray(), np.int64)
    each = both.diagonal().copy()
    np.fill_diagonal(both, 0)
    return PairCounts(each, both, both, int((np.diff(table.indptr) > 0).sum()))


def groups_sharing(unit: Longs, code: Longs, group: Longs, codes: int) -> Longs:
    """Codes x codes: how many groups have a unit with both codes.

    :param unit: as of ``count_shared``; one unit may stand in several groups, once for each.
    :param group: from 0 (a participant, a case); -1 is nobody's.
    """
    found = np.zeros((codes, codes), np.int64)
    keep = group >= 0
    if not keep.any():
        return found
    unit, code, group = unit[keep], code[keep], group[keep]
    width = int(unit.max()) + 1
    lots, lot = np.unique(group * width + unit, return_inverse=True)
    owner = lots // width
    table = _table(lot.astype(np.int64), code, codes)
    begins = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    size = np.diff(np.append(begins, len(owner)))
    single = table[begins[size == 1]]
    found += np.asarray((single.T @ single).toarray(), np.int64)
    for first, count in zip(begins[size > 1].tolist(), size[size > 1].tolist(), strict=True):
        own = table[first : first + count]
        pairs = (own.T @ own).tocoo()
        found[pairs.row, pairs.col] += 1  # no place stands twice in a product
    np.fill_diagonal(found, 0)
    return found


def _table(unit: Longs, code: Longs, codes: int) -> Any:
    from scipy import sparse

    rows = int(unit.max()) + 1 if len(unit) else 0
    ones = np.ones(len(unit), np.int64)
    table = sparse.csr_array((ones, (unit, code)), shape=(rows, codes))
    table.sum_duplicates()
    table.data[:] = 1
    return table
