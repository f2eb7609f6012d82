"""What the order of the interviews has to do with it: the same interviews in many orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analysis.saturation.runs import Incidence, require_rule
from crosscase.errors import MistakeOfUse

__all__ = ["OrderBootstrap", "order_bootstrap"]

Counts: TypeAlias = npt.NDArray[np.int32]

_WORD = 64  # codes to one integer
_AT_ONCE = 1 << 21  # interviews of all orders that are held at one time
_MOST_ORDERS = 200_000


@dataclass(frozen=True, slots=True)
class OrderBootstrap:
    """Saturation and accumulation over many random orders of the same interviews.

    ``median`` and ``ninetieth`` are the numbers of interviews (before the run, as in the label)
    that half, and nine in ten, of the orders needed at most; None where so many never got there.
    ``reached`` of ``orders`` did. ``codes_median``, ``codes_low`` and ``codes_high`` are, after
    each number of interviews, the median and the 10th and 90th percentile of distinct codes.
    """

    orders: int
    seed: int
    reached: int
    median: int | None
    ninetieth: int | None
    codes_median: tuple[int, ...]
    codes_low: tuple[int, ...]
    codes_high: tuple[int, ...]
    reason: str | None


def order_bootstrap(
    incidence: Incidence,
    *,
    base: int = 4,
    run: int = 2,
    threshold: float = 0.05,
    orders: int = 10_000,
    seed: int = 1,
) -> OrderBootstrap:
    """Lay the same interviews in many random orders, and tell when each reached saturation.

    Orders are permutations: no interview is drawn twice. What is asked is how much the answer
    owes to the order in which people happened to be met, not how other people would have spoken.
    Percentiles are values that some order had (inverted distribution function); an order that
    never reaches the threshold counts as needing more than there are.

    Args:
        incidence: interviews by codes, whether the code occurs in the interview.
        base, run, threshold: as in `run_saturation`.
        orders: how many orders.
        seed: the same seed gives the same orders.

    Returns:
        Medians and percentiles; ``reason`` says why nothing is told of saturation.
    """
    require_rule(base, run, threshold)
    if not 1 <= orders <= _MOST_ORDERS:
        raise MistakeOfUse(
            f"{orders:,} orders cannot be drawn.",
            slug="orders",
            hint=f"Ask for 1 to {_MOST_ORDERS:,}; 10,000 are usual.",
        )
    interviews = incidence.shape[0]
    if not interviews:
        reason = "There is no interview."
        return OrderBootstrap(orders, seed, 0, None, None, (), (), (), reason)
    draws = np.random.default_rng(seed)
    words = _packed(incidence)
    most = max(1, _AT_ONCE // interviews)
    found = [
        _codes_in_orders(words, draws, min(most, orders - done)) for done in range(0, orders, most)
    ]
    codes = np.concatenate(found)
    low, middle, high = (_percentile(codes, share).tolist() for share in (0.1, 0.5, 0.9))
    curves = (tuple(middle), tuple(low), tuple(high))
    if interviews < base + run:
        reason = "There are fewer interviews than a base and a run need."
        return OrderBootstrap(orders, seed, 0, None, None, *curves, reason)
    needed = _interviews_needed(codes, base, run, threshold)
    reached = int((needed < interviews).sum())
    median, ninetieth = (int(_percentile(needed, share)) for share in (0.5, 0.9))
    return OrderBootstrap(
        orders,
        seed,
        reached,
        median if median < interviews else None,
        ninetieth if ninetieth < interviews else None,
        *curves,
        None,
    )


def _packed(incidence: Incidence) -> npt.NDArray[np.uint64]:
    """The codes of each interview as bits, so that a union is one operation on 64 codes."""
    interviews, codes = incidence.shape
    width = max(1, -(-codes // _WORD))
    bits = np.zeros((interviews, width * _WORD), bool)
    bits[:, :codes] = incidence
    return np.packbits(bits, axis=1).view(np.uint64)


def _codes_in_orders(
    words: npt.NDArray[np.uint64], draws: np.random.Generator, orders: int
) -> Counts:
    """Orders by interviews: how many distinct codes there were after each interview."""
    interviews = len(words)
    rows = np.tile(np.arange(interviews, dtype=np.int32), (orders, 1))
    order = np.ascontiguousarray(draws.permuted(rows, axis=1, out=rows).T)
    codes = np.empty((interviews, orders), np.int32)
    held = np.zeros((orders, words.shape[1]), np.uint64)
    for at in range(interviews):
        held |= words[order[at]]
        codes[at] = np.bitwise_count(held).sum(axis=1)
    return codes.T


def _interviews_needed(codes: Counts, base: int, run: int, threshold: float) -> Counts:
    """For each order how many interviews came before the run that reached the threshold.

    As many as there are stands for never, and for a base without any code.
    """
    in_base = codes[:, base - 1]
    in_run = codes[:, base + run - 1 :] - codes[:, base - 1 : codes.shape[1] - run]
    within = in_run <= (threshold * in_base + 1e-9)[:, None]
    within &= (in_base > 0)[:, None]
    needed: Counts = np.where(within.any(axis=1), base + within.argmax(axis=1), codes.shape[1])
    return needed


def _percentile(values: Counts, share: float) -> Counts:
    found: Counts = np.quantile(values, share, axis=0, method="inverted_cdf").astype(np.int32)
    return found
