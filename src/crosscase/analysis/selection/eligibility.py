"""Which cases may be chosen at all, and why the others may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.analysis.selection.candidates import Candidates
from crosscase.errors import MistakeOfUse

__all__ = ["Eligibility", "Known", "NoneOf", "OneOf", "Rule", "Within", "eligible"]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Only cases whose characteristic is one of these groups."""

    characteristic: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Only cases whose characteristic is none of these groups."""

    characteristic: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Only cases whose number lies between two ends, both included; None leaves an end open."""

    characteristic: str
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Only cases of which the characteristic is known."""

    characteristic: str


Rule = OneOf | NoneOf | Within | Known


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The places of the eligible cases, and for each other case by name the reasons against it."""

    places: tuple[int, ...]
    excluded: dict[str, tuple[str, ...]]


def eligible(candidates: Candidates, rules: Sequence[Rule]) -> Eligibility:
    """Which cases meet every rule.

    :param candidates: the cases of the frame.
    :param rules: all must hold; without any, every case is eligible.
    :returns: places in the frame's order. A case of which a rule's characteristic is missing is
        not eligible, and that is its reason.
    :raises MistakeOfUse: ``no-such-characteristic``; ``rule-needs-a-number`` for ``Within`` over
        anything but numbers.
    """
    places, excluded = [], {}
    for place, name in enumerate(candidates.names):
        reasons = [reason for rule in rules if (reason := _against(candidates, place, rule))]
        if reasons:
            excluded[name] = tuple(reasons)
        else:
            places.append(place)
    return Eligibility(tuple(places), excluded)


def _against(candidates: Candidates, place: int, rule: Rule) -> str | None:
    group = candidates.group(place, rule.characteristic)
    if group is None:
        return f"“{rule.characteristic}” is not known"
    match rule:
        case OneOf() if group not in rule.groups:
            return f"“{rule.characteristic}” is “{group}”, none of {', '.join(rule.groups)}"
        case NoneOf() if group in rule.groups:
            return f"“{rule.characteristic}” is “{group}”"
        case Within():
            return _outside(candidates, place, rule)
    return None


def _outside(candidates: Candidates, place: int, rule: Within) -> str | None:
    characteristic = candidates.characteristic(rule.characteristic)
    if characteristic.kind != "number":
        raise MistakeOfUse(
            f"“{rule.characteristic}” is no number, so it has no ends to lie between.",
            slug="rule-needs-a-number",
            hint="Name the groups that are eligible instead.",
        )
    number = float(characteristic.values[place] or 0)
    if rule.lowest is not None and number < rule.lowest:
        return f"“{rule.characteristic}” is {number:g}, below {rule.lowest:g}"
    if rule.highest is not None and number > rule.highest:
        return f"“{rule.characteristic}” is {number:g}, above {rule.highest:g}"
    return None
