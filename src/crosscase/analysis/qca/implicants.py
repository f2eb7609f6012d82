"""Prime implicants by laying out every combination of levels and "does not matter"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analysis.qca.calibrated import ANY, Term
from crosscase.errors import MistakeOfUse

__all__ = ["check_size", "covers", "prime_implicants", "terms_table"]

Flags: TypeAlias = npt.NDArray[np.bool_]
Terms: TypeAlias = npt.NDArray[np.int64]

_MOST_TERMS = 50_000_000


def prime_implicants(
    positive: Sequence[Term], allowed: Sequence[Term] | Flags, levels: Sequence[int]
) -> Terms:
    """The shortest terms that hold a positive row and nothing that is not allowed.

    Quine (1952) and McCluskey (1956) reach them by merging pairs; here all terms, of which there
    are the product of (levels + 1), are laid out at once: 531,441 for twelve conditions.

    Args:
        positive: rows that lead to the outcome.
        allowed: the rows that a term may hold: the positive ones, and the remainders that are
            taken to lead to the outcome. Terms, or an array of shape ``levels``.
        levels: how many levels each condition has.

    Returns:
        Shape (primes, conditions), -1 where a condition does not matter; fewest conditions first,
        then in the order of conditions and levels (1 before 0).

    Raises:
        MistakeOfUse: ``too-many-conditions`` above fifty million terms.
    """
    check_size(levels)
    if not positive:
        return np.empty((0, len(levels)), np.int64)
    held = allowed if isinstance(allowed, np.ndarray) else terms_table(allowed, levels)
    found = terms_table(positive, levels)
    for axis in range(len(levels)):
        # The entry after the last level stands for "does not matter".
        held = np.concatenate((held, held.all(axis=axis, keepdims=True)), axis=axis)
        found = np.concatenate((found, found.any(axis=axis, keepdims=True)), axis=axis)
    prime = held & found
    for axis in range(len(levels)):
        inner = np.moveaxis(prime, axis, 0)
        inner[:-1] &= ~np.moveaxis(held, axis, 0)[-1:]
    terms = np.argwhere(prime)
    terms[terms == np.array(levels)] = ANY
    shown = np.where(terms == ANY, -np.inf, terms)
    order = np.lexsort((*(-shown.T[::-1]), (terms != ANY).sum(axis=1)))
    return terms[order]


def terms_table(rows: Sequence[Term], levels: Sequence[int]) -> Flags:
    """An array over all combinations that is true at these rows."""
    table = np.zeros(tuple(levels), bool)
    if rows:
        table[tuple(np.array(rows, np.int64).T)] = True
    return table


def covers(terms: Terms, rows: Sequence[Term]) -> Flags:
    """Which terms hold which rows, shape (terms, rows)."""
    wanted = np.array(rows, np.int64).reshape(len(rows), terms.shape[1])
    held = np.ones((len(terms), len(rows)), bool)
    for levels, here in zip(terms.T, wanted.T, strict=True):  # one condition at a time
        held &= (levels[:, None] == here) | (levels[:, None] == ANY)
    return held


def check_size(levels: Sequence[int]) -> None:
    """Refuse what would not fit into memory."""
    if np.prod([each + 1 for each in levels], dtype=np.float64) > _MOST_TERMS:
        raise MistakeOfUse(
            f"{len(levels)} conditions make too many combinations to compare.",
            slug="too-many-conditions",
            hint="Keep to the few that theory and the cases speak for; four to seven are usual.",
        )
