"""Whether groups differ more than people who were put into groups by chance would.

A contrast is a difference of two shares of participants: of those in a group and of those it is
compared with. Who is in which group is rearranged among the participants of each stratum (such as a
site), for participants are the sample and passages are not; what they said stays theirs. The
statistic is the difference less what rearranging makes of it on the mean, over its standard
deviation under rearranging; with one contrast and a yes-or-no outcome that is the statistic of
Cochran (1954) and Mantel and Haenszel (1959).

* p = (1 + rearrangements at least as extreme) / (1 + drawn) where arrangements are drawn (Phipson
  and Smyth 2010), so never 0; the exact share where all of them are looked at.
* Of many codes some differ by chance. ``family`` is p over the greatest statistic of all codes and
  contrasts (max-T, single step: Westfall and Young 1993); or by the false discovery rate (Benjamini
  and Hochberg 1995).

Limits: it says whether a difference is more than chance, not how large it is or why; with few
people hardly any difference can be told from chance, so that a large p says nothing. People were
not drawn at random: a small p speaks of these people, in whom groups and what was said go together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from crosscase.analysis.contrasts.arrangements import Arrangements
from crosscase.errors import MistakeOfUse

__all__ = ["LEAST_ARRANGEMENTS", "Adjustment", "Permuted", "benjamini_hochberg", "permutation_test"]

Adjustment = Literal["max-t", "bh"]
Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

LEAST_ARRANGEMENTS = 20
"""With fewer no p of 0.05 can be reached, whatever was said."""

_AT_ONCE_NUMBERS = 6_000_000
_TIE = 1e-4  # above what 32 bits round away, below the least step between two arrangements
_NOTHING_VARIES = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Permuted:
    """Contrasts x items: the differences, their statistics, and p; nan is undefined.

    ``possible`` counts all arrangements; ``looked_at`` those that were looked at, which are all of
    them where ``exact``. ``reason`` says why p is undefined as a whole; single items of which
    everybody or nobody says the same in every stratum are nan besides.
    """

    difference: Floats
    statistic: Floats
    p: Floats
    family: Floats
    possible: int
    looked_at: int
    exact: bool
    seed: int
    adjustment: Adjustment
    reason: str | None = None


def permutation_test(
    said: npt.ArrayLike,
    inside: npt.ArrayLike,
    against: npt.ArrayLike,
    strata: npt.ArrayLike | None = None,
    *,
    permutations: int = 10_000,
    seed: int,
    adjustment: Adjustment = "max-t",
    least: int = LEAST_ARRANGEMENTS,
) -> Permuted:
    """Test contrasts of shares of people by rearranging who is in which group.

    :param said: people x items, whether each said each.
    :param inside: people x contrasts, who is in the group; ``against``: with whom it is compared. A
        person may be in both (a member of two sites), in one, or in neither.
    :param strata: a number for each person, within which they are rearranged; None: among all.
    :param permutations: how many arrangements to draw; where there are no more than that, all are
        looked at and p is exact.
    :param seed: of the random draws; the same seed gives the same numbers.
    :param least: with fewer possible arrangements than that, p is undefined.
    :returns: p for differences in either direction.
    :raises MistakeOfUse: ``too-few-permutations``, ``unlike-lengths``.
    """
    if permutations < 1:
        raise MistakeOfUse(f"{permutations} permutations cannot be drawn.",
                           slug="too-few-permutations",
                           hint="Draw 1,000 or more; 10,000 is usual.")  # fmt: skip
    spoke = np.asarray(said, np.float32)
    into, other = np.asarray(inside, bool), np.asarray(against, bool)
    if not len(spoke) == len(into) == len(other) or into.shape != other.shape:
        raise MistakeOfUse(
            "People are missing in one of the tables.",
            slug="unlike-lengths",
            hint="Give a row for every person in each of them.",
        )
    arranged, weights, empty = _laid_out(into, other, strata)
    difference = weights[arranged.kind].T @ spoke.astype(np.float64)
    difference[empty] = np.nan
    centre, spread = _by_chance(weights, spoke, arranged)
    with np.errstate(divide="ignore", invalid="ignore"):
        varies = spread > _NOTHING_VARIES
        statistic = np.where(varies, (difference - centre) / spread, np.nan)
    exact = arranged.possible <= permutations
    looked = arranged.possible if exact else permutations
    nothing = np.full(difference.shape, np.nan)
    found = Permuted(difference, statistic, nothing, nothing, arranged.possible, looked, exact,
                     seed, adjustment)  # fmt: skip
    reason = _undefined(arranged, bool(empty.all()), bool(varies.any()), least)
    if reason is not None:
        return replace(found, looked_at=0, exact=False, reason=reason)
    extreme = _Extremes(statistic)
    at_once = max(1, _AT_ONCE_NUMBERS // max(1, spoke.shape[1] * into.shape[1], len(spoke)))
    random = np.random.default_rng(seed)
    blocks = arranged.every(at_once) if exact else arranged.drawn(random, looked, at_once)
    for block in blocks:
        extreme.count(weights, spoke, block, centre, spread)
    p = extreme.shares(extreme.own, looked, exact)
    family = extreme.shares(extreme.greatest, looked, exact)
    return replace(found, p=p, family=benjamini_hochberg(p) if adjustment == "bh" else family)


def _laid_out(
    into: Mask, other: Mask, strata: npt.ArrayLike | None
) -> tuple[Arrangements, Floats, Mask]:
    """People as kinds within strata, what each kind weighs in each contrast, and which are empty.

    The weights of a contrast, summed over who says something, are the difference of its shares.
    """
    stratum = np.zeros(len(into), np.int64)
    if strata is not None:
        stratum = np.unique(np.asarray(strata), return_inverse=True)[1].astype(np.int64)
    kinds, kind = np.unique(np.concatenate((into, other), axis=1), axis=0, return_inverse=True)
    width = into.shape[1]
    sizes = into.sum(axis=0), other.sum(axis=0)
    empty: Mask = (sizes[0] == 0) | (sizes[1] == 0)
    weights = kinds[:, :width] / np.maximum(sizes[0], 1) - kinds[:, width:] / np.maximum(
        sizes[1], 1
    )
    weights[:, empty] = 0.0
    return Arrangements(kind.reshape(-1).astype(np.int64), stratum), weights, empty


def benjamini_hochberg(p: Floats) -> Floats:
    """p adjusted for the false discovery rate, in the same shape; nan stays and is not counted."""
    flat = p.ravel()
    known = np.flatnonzero(~np.isnan(flat))
    order = known[np.argsort(flat[known], kind="stable")]
    found = np.full(flat.shape, np.nan)
    if len(order):
        raised = flat[order] * (len(order) / np.arange(1, len(order) + 1))
        found[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return found.reshape(p.shape)


class _Extremes:
    """How many arrangements were at least as extreme as what was found."""

    def __init__(self, statistic: Floats) -> None:
        self._bound = np.abs(statistic) - _TIE
        self.own = np.zeros(statistic.shape, np.int64)
        self.greatest = np.zeros(statistic.shape, np.int64)

    def shares(self, extreme: Longs, looked: int, exact: bool) -> Floats:
        """p from so many extreme ones; what was found is one more of those drawn."""
        one = 0 if exact else 1
        return np.where(np.isnan(self._bound), np.nan, (extreme + one) / (looked + one))

    def count(
        self, weights: Floats, spoke: Singles, block: Longs, centre: Floats, spread: Floats
    ) -> None:
        """Look at a block of arrangements (arrangements x people, as kinds)."""
        largest = np.zeros(len(block), np.float32)
        for contrast in range(weights.shape[1]):
            # Numbers of 32 bits: twice as fast, and ties are told with room to spare.
            laid = weights[:, contrast].astype(np.float32)[block] @ spoke
            usable = spread[contrast] > _NOTHING_VARIES
            if not usable.any():
                continue
            laid = laid[:, usable] - centre[contrast, usable].astype(np.float32)
            np.abs(laid, out=laid)
            laid /= spread[contrast, usable].astype(np.float32)
            self.own[contrast, usable] += (laid >= self._bound[contrast, usable]).sum(axis=0)
            np.maximum(largest, laid.max(axis=1), out=largest)
        ordered = np.sort(largest)
        self.greatest += len(ordered) - np.searchsorted(ordered, self._bound, "left")


def _by_chance(weights: Floats, spoke: Singles, arranged: Arrangements) -> tuple[Floats, Floats]:
    """The mean and standard deviation of each difference under rearranging, contrasts x items."""
    shape = (weights.shape[1], spoke.shape[1])
    centre, variance = np.zeros(shape), np.zeros(shape)
    for people in arranged.people:
        own, said = weights[arranged.kind[people]], spoke[people].astype(np.float64)
        centre += len(people) * np.outer(own.mean(axis=0), said.mean(axis=0))
        if len(people) > 1:
            spread = [((each - each.mean(axis=0)) ** 2).sum(axis=0) for each in (own, said)]
            variance += np.outer(spread[0], spread[1]) / (len(people) - 1)
    return centre, np.sqrt(variance)


def _undefined(arranged: Arrangements, empty: bool, varies: bool, least: int) -> str | None:
    if empty:
        return "A group is empty."
    if arranged.possible == 1:
        return "People cannot be rearranged: within each stratum all are in the same group."
    if arranged.possible < least:
        return (
            f"Only {arranged.possible:,} arrangements are possible: "
            f"no p below {1 / arranged.possible:.2g} could be reached."
        )
    if not varies:
        return "Nothing differs between people within a stratum."
    return None
