"""Choosing otherwise than by variation: by chance, by strata, by quota, by rule or by hand.

A drawing orders cases by a hash of the seed and each name. It is as good as a random order, it is
the same on every machine and with every library, and a case added to the frame does not disturb
the order of the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Literal

from crosscase.analysis.selection.candidates import Candidates
from crosscase.analysis.selection.decision import Selection
from crosscase.analysis.selection.eligibility import Rule, eligible
from crosscase.errors import MistakeOfUse

__all__ = [
    "allocation",
    "by_criterion",
    "by_hand",
    "by_quota",
    "drawn",
    "drawn_order",
    "stratified",
]


def drawn_order(names: Sequence[str], seed: int) -> tuple[str, ...]:
    """Names in a random order that the seed and nothing else decides."""
    return tuple(
        sorted(names, key=lambda name: (blake2b(f"{seed}\n{name}".encode()).digest(), name))
    )


def drawn(
    candidates: Candidates, size: int, seed: int, *, places: Sequence[int] | None = None
) -> Selection:
    """A simple random sample without replacement.

    :param candidates: the cases of the frame.
    :param size: how many to draw.
    :param seed: any whole number; the same gives the same cases.
    :param places: of the eligible cases, None for all.
    :returns: names in the order drawn.
    :raises MistakeOfUse: ``too-few-candidates``, ``size-not-positive``.
    """
    names = _names(candidates, places)
    _check_size(size, len(names), "eligible cases")
    return Selection(drawn_order(names, seed)[:size], "drawing", seed=seed)


def stratified(
    candidates: Candidates,
    characteristic: str,
    size: int | Mapping[str, int],
    seed: int,
    *,
    share: Literal["proportional", "equal"] = "proportional",
    places: Sequence[int] | None = None,
) -> Selection:
    """A random sample within each stratum of a characteristic.

    :param candidates: the cases of the frame.
    :param characteristic: its groups are the strata; a case without it can not be drawn.
    :param size: of the whole sample, shared out by ``allocation``; or how many of each stratum.
    :param seed: as in ``drawn``.
    :param share: how a whole size is shared out.
    :param places: of the eligible cases, None for all.
    :returns: names in the frame's order of strata, and within each in the order drawn; notes tell
        how many of each stratum and how many cases had none.
    :raises MistakeOfUse: ``too-few-candidates``, ``size-not-positive``, ``no-such-group``,
        ``no-such-characteristic``.
    """
    strata, missing = _strata(candidates, characteristic, places)
    wanted = (
        allocation({name: len(each) for name, each in strata.items()}, size, share)
        if isinstance(size, int)
        else dict(size)
    )
    return _from_strata(strata, wanted, missing, characteristic, seed)


def by_quota(
    candidates: Candidates,
    characteristic: str,
    quotas: Mapping[str, int],
    *,
    order: Sequence[str] | None = None,
) -> Selection:
    """Cases in the order given until each group's quota is full: no chance in it.

    :param candidates: the cases of the frame.
    :param characteristic: its groups have the quotas.
    :param quotas: how many of each group.
    :param order: names in the order in which they are approached; None for the frame's.
    :returns: names in that order. It is no random sample and carries no margin of error.
    :raises MistakeOfUse: ``too-few-candidates``, ``no-such-group``, ``no-such-candidate``,
        ``no-such-characteristic``.
    """
    asked = list(candidates.names if order is None else order)
    places = [candidates.place(name) for name in asked]
    strata, missing = _strata(candidates, characteristic, places)
    chosen: set[str] = set()
    for group, count in _checked(strata, quotas, characteristic).items():
        chosen.update(strata[group][:count])
    notes = _notes(quotas, missing, characteristic)
    return Selection(tuple(name for name in asked if name in chosen), "rule", notes=notes)


def by_criterion(candidates: Candidates, rules: Sequence[Rule]) -> Selection:
    """Every case that meets the criterion.

    :param rules: at least one; all must hold.
    :returns: names in the frame's order.
    :raises MistakeOfUse: ``no-criterion``, ``too-few-candidates`` when no case meets it.
    """
    if not rules:
        raise MistakeOfUse(
            "Choosing by a criterion needs one.",
            slug="no-criterion",
            hint="Say which groups or values a case must have.",
        )
    names = _names(candidates, eligible(candidates, rules).places)
    if not names:
        raise MistakeOfUse(
            "No case meets the criterion.",
            slug="too-few-candidates",
            hint="Widen it, or check how the characteristic is written in the frame.",
        )
    return Selection(tuple(names), "rule")


def by_hand(candidates: Candidates, names: Sequence[str], reason: str) -> Selection:
    """Cases that a person names, with the reason, without which nobody could judge the choice.

    :raises MistakeOfUse: ``no-reason``, ``size-not-positive``, ``candidate-named-twice``,
        ``no-such-candidate``.
    """
    if not reason.strip():
        raise MistakeOfUse(
            "A choice by hand needs its reason.",
            slug="no-reason",
            hint="Say in a sentence why these cases and not others.",
        )
    if not names:
        raise MistakeOfUse(
            "No case was named.", slug="size-not-positive", hint="Name at least one case."
        )
    if len(set(names)) < len(names):
        raise MistakeOfUse(
            "A case was named twice.", slug="candidate-named-twice", hint="Name each case once."
        )
    for name in names:
        candidates.place(name)
    return Selection(tuple(names), "person", exact=False, reason=reason.strip())


def allocation(
    sizes: Mapping[str, int], size: int, share: Literal["proportional", "equal"]
) -> dict[str, int]:
    """How many cases of each stratum make a sample of a size.

    :param sizes: how many eligible cases each stratum has.
    :param size: of the sample.
    :param share: ``proportional`` gives whole parts first and the rest to the largest remainders
        (Hamilton's method; ties to the stratum named first); ``equal`` gives one to each in turn
        while it has cases left.
    :raises MistakeOfUse: ``too-few-candidates``, ``size-not-positive``.
    """
    total = sum(sizes.values())
    _check_size(size, total, "eligible cases")
    if share == "proportional":
        found = {name: size * count // total for name, count in sizes.items()}
        rest = sorted(sizes, key=lambda name: -(size * sizes[name] % total))
        for name in rest[: size - sum(found.values())]:
            found[name] += 1
        return found
    found = dict.fromkeys(sizes, 0)
    while sum(found.values()) < size:
        for name in sizes:
            if found[name] < sizes[name] and sum(found.values()) < size:
                found[name] += 1
    return found


def _from_strata(
    strata: Mapping[str, list[str]],
    wanted: Mapping[str, int],
    missing: int,
    characteristic: str,
    seed: int,
) -> Selection:
    chosen: list[str] = []
    for group, count in _checked(strata, wanted, characteristic).items():
        chosen += drawn_order(strata[group], seed)[:count]
    notes = _notes(wanted, missing, characteristic)
    return Selection(tuple(chosen), "drawing", seed=seed, notes=notes)


def _strata(
    candidates: Candidates, characteristic: str, places: Sequence[int] | None
) -> tuple[dict[str, list[str]], int]:
    strata: dict[str, list[str]] = {}
    missing = 0
    for place in range(len(candidates.names)) if places is None else places:
        group = candidates.group(place, characteristic)
        if group is None:
            missing += 1
        else:
            strata.setdefault(group, []).append(candidates.names[place])
    return strata, missing


def _checked(
    strata: Mapping[str, list[str]], wanted: Mapping[str, int], characteristic: str
) -> Mapping[str, int]:
    if sum(wanted.values()) < 1 or min(wanted.values()) < 0:
        raise MistakeOfUse(
            "The numbers to choose must be zero or more, and one in all at least.",
            slug="size-not-positive",
            hint="Say how many of each group.",
        )
    for group, count in wanted.items():
        if group not in strata and count:
            raise MistakeOfUse(
                f"No eligible case has “{characteristic}” “{group}”.",
                slug="no-such-group",
                hint=f"There are {', '.join(strata) or 'none'}.",
            )
        _check_size(count, len(strata.get(group, [])), f"cases of “{group}”", least=0)
    return {group: count for group, count in wanted.items() if count}


def _notes(wanted: Mapping[str, int], missing: int, characteristic: str) -> tuple[str, ...]:
    each = ", ".join(f"{count} of “{group}”" for group, count in wanted.items())
    notes = [f"By “{characteristic}”: {each}."]
    if missing:
        what = "case has" if missing == 1 else "cases have"
        notes.append(f"{missing} {what} no “{characteristic}” and could not be chosen.")
    return tuple(notes)


def _names(candidates: Candidates, places: Sequence[int] | None) -> list[str]:
    if places is None:
        return list(candidates.names)
    return [candidates.names[place] for place in places]


def _check_size(size: int, there_are: int, what: str, least: int = 1) -> None:
    if size < least:
        raise MistakeOfUse(
            f"{size} cases cannot be chosen.",
            slug="size-not-positive",
            hint="Choose at least one case.",
        )
    if size > there_are:
        raise MistakeOfUse(
            f"There are {there_are} {what}, fewer than the {size} to choose.",
            slug="too-few-candidates",
            hint="Choose fewer, or widen the rules of eligibility.",
        )
