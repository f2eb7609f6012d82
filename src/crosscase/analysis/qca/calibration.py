"""From raw values to memberships in sets: fuzzy by three anchors, crisp and multi-value by cuts.

Where the anchors lie is a claim about the cases that comes from outside the data; nothing here
guesses them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse

__all__ = ["Floats", "by_anchors", "by_cut", "by_cuts", "checked_memberships"]

Floats = npt.NDArray[np.float64]


def by_anchors(
    values: npt.ArrayLike,
    exclusion: float,
    crossover: float,
    inclusion: float,
    *,
    idm: float = 0.95,
) -> Floats:
    """Fuzzy memberships by the direct method (Ragin 2008, Redesigning Social Inquiry, ch. 5).

    Args:
        values: raw values, shape (cases,), any unit; no missing ones.
        exclusion: the value at which a case is fully out (membership 1 - ``idm``).
        crossover: the value of most doubt (0.5).
        inclusion: the value at which a case is fully in (``idm``). Below the exclusion where few
            of something makes a case a member.
        idm: the membership at the anchor of inclusion, between 0.5 and 1.

    Returns:
        Memberships, shape (cases,): logistic on each side of the crossover, so that they are
        exactly 1 - idm, 0.5 and idm at the anchors.

    Raises:
        MistakeOfUse: ``anchors-equal``, ``anchors-out-of-order``, ``idm-out-of-range``,
            ``missing-values``.
    """
    numbers = _numbers(values)
    _check_anchors(exclusion, crossover, inclusion)
    if not 0.5 < idm < 1:
        raise MistakeOfUse(
            f"The membership at full inclusion is {idm:g}, which does not lie between 0.5 and 1.",
            slug="idm-out-of-range",
            hint="Leave it out: 0.95 is usual.",
        )
    log_odds = math.log(idm / (1 - idm))
    inward = np.sign(inclusion - crossover) * (numbers - crossover) >= 0
    width = np.where(inward, inclusion - crossover, crossover - exclusion)
    # Beyond 700 the exponential has no number; the membership is 0 or 1 long before.
    steps = np.clip(log_odds * (numbers - crossover) / width, -700, 700)
    memberships: Floats = 1 / (1 + np.exp(-steps))
    return memberships


def by_cut(values: npt.ArrayLike, cut: float) -> Floats:
    """Crisp memberships: 1 from the cut upwards, 0 below it.

    Args:
        values: raw values, shape (cases,).
        cut: the first value that is in.
    """
    return (_numbers(values) >= _number(cut)).astype(np.float64)


def by_cuts(values: npt.ArrayLike, cuts: Sequence[float]) -> Floats:
    """Levels of a multi-value condition: 0 below the first cut, 1 from it on, and so forth.

    Args:
        values: raw values, shape (cases,).
        cuts: in rising order, at least one.

    Raises:
        MistakeOfUse: ``no-cuts``, ``cuts-out-of-order``, ``missing-values``.
    """
    if not cuts:
        raise MistakeOfUse(
            "A condition with several values needs cut points, and there are none.",
            slug="no-cuts",
            hint="Give the lowest value of each level but the first.",
        )
    asked = [_number(cut) for cut in cuts]
    if any(after <= before for before, after in pairwise(asked)):
        raise MistakeOfUse(
            f"The cut points {', '.join(f'{cut:g}' for cut in asked)} do not rise.",
            slug="cuts-out-of-order",
            hint="Write them from the lowest to the highest, each once.",
        )
    return np.searchsorted(np.array(asked), _numbers(values), side="right").astype(np.float64)


def checked_memberships(values: npt.ArrayLike) -> Floats:
    """Memberships that somebody calibrated before: numbers from 0 to 1.

    Raises:
        MistakeOfUse: ``membership-out-of-range``, ``missing-values``.
    """
    numbers = _numbers(values)
    if numbers.size and (float(numbers.min()) < 0 or float(numbers.max()) > 1):
        worst = float(numbers.min()) if float(numbers.min()) < 0 else float(numbers.max())
        raise MistakeOfUse(
            f"{worst:g} is no membership: these lie between 0 and 1.",
            slug="membership-out-of-range",
            hint="Calibrate raw values with anchors or a cut.",
        )
    return numbers


def _check_anchors(exclusion: float, crossover: float, inclusion: float) -> None:
    anchors = tuple(_number(each) for each in (exclusion, crossover, inclusion))
    said = f"The anchors are {', '.join(f'{each:g}' for each in anchors)}"
    way = "Give the value of full exclusion, of most doubt and of full inclusion, in this order."
    if anchors[0] == anchors[1] == anchors[2]:
        raise MistakeOfUse(f"{said}: all the same.", slug="anchors-equal", hint=way)
    if not (anchors[0] < anchors[1] < anchors[2] or anchors[0] > anchors[1] > anchors[2]):
        raise MistakeOfUse(
            f"{said}, which neither rise nor fall all the way.",
            slug="anchors-out-of-order",
            hint=way,
        )


def _number(value: float) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise MistakeOfUse("An anchor or cut is no number.", slug="anchor-no-number")
    return number


def _numbers(values: npt.ArrayLike) -> Floats:
    numbers = np.asarray(values, np.float64)
    if numbers.ndim != 1 or not bool(np.isfinite(numbers).all()):
        raise MistakeOfUse(
            "Some cases have no value, and a membership needs one.",
            slug="missing-values",
            hint="Leave these cases out, or give them a value.",
        )
    return numbers
