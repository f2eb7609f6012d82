"""What one group says more than another: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn 2008, "Fightin' words", Political Analysis 16: 372-403. With y_w the
count of item w in a group, n the sum of its counts, a_w the prior of the item and a0 their sum:

* omega_w = (y_w + a_w) / (n + a0 - y_w - a_w) (eq. 15)
* delta_w = log omega_w of one group - log omega_w of the other (eq. 16)
* variance = 1 / (y_w + a_w) of the one + the same of the other (eq. 20), z = delta / its root

The prior is the share of each item in everything, times ``strength``: as if each group had said so
much before, as everybody does. It draws rare items towards no difference, so that an item that one
person said once does not stand at the top.

Limits: counts are taken as independent of each other, which what one person says is not; so z
orders items and is no test. Count participants in place of passages, and test by permutation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse

__all__ = ["LogOdds", "informative_prior", "log_odds", "log_odds_against_all"]

Floats = npt.NDArray[np.float64]
Numbers = npt.ArrayLike


@dataclass(frozen=True, slots=True, eq=False)
class LogOdds:
    """Log-odds ratios, their variances and z, in the shape of the counts; nan is undefined."""

    delta: Floats
    variance: Floats
    z: Floats


def informative_prior(counts: Numbers, strength: float) -> Floats:
    """The prior of each item: its share of all counts, times a strength.

    :param counts: whole numbers, groups x items or items alone, none below zero.
    :param strength: the sum of the prior (a0), above zero, in the unit of the counts.
    :returns: one number an item; items that nobody has get none.
    :raises MistakeOfUse: ``strength-not-positive``, ``counts-below-zero``.
    """
    if not 0 < strength < np.inf:
        raise MistakeOfUse(
            "A prior needs a strength above zero.",
            slug="strength-not-positive",
            hint="Say as how many mentions it counts, such as 10.",
        )
    numbers = _counts(counts)
    items = numbers.sum(axis=0) if numbers.ndim > 1 else numbers
    whole = items.sum()
    return np.zeros_like(items) if whole == 0 else items * (strength / whole)


def log_odds(first: Numbers, second: Numbers, prior: Numbers) -> LogOdds:
    """Log-odds ratios of items in a first group against a second one.

    :param first: counts of each item in the first group; ``second`` in the second.
    :param prior: of each item, as of ``informative_prior``; or any Dirichlet parameters.
    :returns: above zero where the first group says it more. Undefined where an item has neither a
        count nor a prior in one group, and where it is the only one that a group has.
    :raises MistakeOfUse: ``counts-below-zero``, ``unlike-lengths``.
    """
    one, two, base = _counts(first), _counts(second), _counts(prior)
    if not one.shape == two.shape == base.shape:
        raise MistakeOfUse(
            "The groups do not have the same items.",
            slug="unlike-lengths",
            hint="Give a count of every item in each of them.",
        )
    held = [one + base, two + base]
    odds = [_log_odds(each, each.sum()) for each in held]
    return _of(odds[0] - odds[1], held[0], held[1])


def log_odds_against_all(
    counts: Numbers, prior: Numbers | None = None, *, unseen: bool = True
) -> LogOdds:
    """Log-odds ratios of items in each group against all groups together.

    :param counts: groups x items.
    :param prior: of each item; None: how often all groups together have it.
    :param unseen: whether an item that a group never has counts there with its prior. False is
        what the R package tidylo does: it is then undefined there.
    :returns: groups x items. The whole is the sum of the groups, each with its prior, so a group is
        compared with a whole of which it is a part: differences look smaller than between groups.
    :raises MistakeOfUse: ``counts-below-zero``, ``unlike-lengths``.
    """
    numbers = _counts(counts)
    base = numbers.sum(axis=0) if prior is None else _counts(prior)
    if numbers.ndim != 2 or base.shape != numbers.shape[1:]:
        raise MistakeOfUse(
            "The groups do not have the same items.",
            slug="unlike-lengths",
            hint="Give a count of every item in each of them.",
        )
    held = numbers + base
    if not unseen:
        held = np.where(numbers > 0, held, 0.0)
    whole = np.broadcast_to(held.sum(axis=0), held.shape)
    of_each = _log_odds(held, held.sum(axis=1, keepdims=True))
    return _of(of_each - _log_odds(whole, whole.sum(axis=1, keepdims=True)), held, whole)


def _log_odds(held: Floats, total: Floats | np.floating) -> Floats:
    rest = total - held
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((held > 0) & (rest > 0), np.log(held / rest), np.nan)


def _of(delta: Floats, one: Floats, two: Floats) -> LogOdds:
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.where((one > 0) & (two > 0), 1 / one + 1 / two, np.nan)
        return LogOdds(delta, variance, delta / np.sqrt(variance))


def _counts(numbers: Numbers) -> Floats:
    found = np.asarray(numbers, np.float64)
    if found.size and not bool((found >= 0).all()):
        raise MistakeOfUse(
            "A count is below zero or missing.",
            slug="counts-below-zero",
            hint="Give whole numbers from 0.",
        )
    return found
