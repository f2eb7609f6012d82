"""How long the interviews were: mean, median, shortest and longest."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from statistics import fmean, median

from crosscase.fieldwork.recruitment import NONE, SEVERAL, TOTAL
from crosscase.model.fieldwork_nouns import Activity
from crosscase.model.ids import Id

__all__ = ["InterviewLengths", "interview_lengths"]

SEVERAL_GROUPS = "(people of several)"


@dataclass(frozen=True, slots=True)
class InterviewLengths:
    """The interviews of a group: ``interviews`` with a length, in minutes; ``missing`` without."""

    group: str
    interviews: int
    total: float | None
    mean: float | None
    median: float | None
    shortest: float | None
    longest: float | None
    missing: int


def interview_lengths(
    interviews: Iterable[Activity], people: Container[Id], label: Callable[[Id], str] | None
) -> tuple[InterviewLengths, ...]:
    """The lengths of each group by name, and of all in the last line.

    An interview with people of two groups stands by itself; ``people`` are those who show.
    """
    listed = list(interviews)
    groups: dict[str, list[Activity]] = {}
    for each in listed if label is not None else ():
        assert label is not None
        labels = {label(person) for person in each.participants or () if person in people}
        group = SEVERAL_GROUPS if len(labels) > 1 else next(iter(labels), NONE)
        groups.setdefault(group, []).append(each)
    last = (NONE, SEVERAL, SEVERAL_GROUPS)
    names = sorted(groups, key=lambda name: (name in last, name.casefold(), name))
    return (*(_lengths(name, groups[name]) for name in names), _lengths(TOTAL, listed))


def _lengths(group: str, interviews: list[Activity]) -> InterviewLengths:
    known = [each.minutes for each in interviews if each.minutes is not None]
    missing = len(interviews) - len(known)
    if not known:
        return InterviewLengths(group, 0, None, None, None, None, None, missing)
    return InterviewLengths(
        group,
        len(known),
        sum(known),
        fmean(known),
        float(median(known)),
        min(known),
        max(known),
        missing,
    )
