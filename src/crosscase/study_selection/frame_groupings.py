"""Groupings of a frame: the rules are stored, the groups worked out when they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

from crosscase.analysis.quantiles import (
    First,
    Grouping,
    banded,
    by_cut_points,
    by_rank,
)
from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.fieldwork.field_words import tidy
from crosscase.study_selection.frame_import import RESERVED
from crosscase.study_selection.frame_table import FrameTable

__all__ = [
    "FrameGrouping",
    "MadeGrouping",
    "MovedCase",
    "Rule",
    "RulesCompared",
    "ToldGroup",
    "ToldGrouping",
    "ToldTie",
    "checked_grouping",
    "compared",
    "find_grouping",
    "made_grouping",
    "told_grouping",
]

Rule = Literal["rank", "cut-points", "bands"]
RULES: tuple[Rule, ...] = ("rank", "cut-points", "bands")


@dataclass(frozen=True, slots=True)
class FrameGrouping:
    """A rule by which the cases of a frame fall into groups, over one characteristic.

    ``rule``    ``rank`` (of equal number, ties together), ``cut-points`` (quantiles of type 7) or
                ``bands`` (between the given ``cut_points``)
    ``first``   which end is group 1
    ``labels``  what the groups are called, from group 1; without them, their numbers
    """

    name: str
    characteristic: str
    rule: Rule
    groups: int
    cut_points: tuple[float, ...] = ()
    first: First = "lowest"
    labels: tuple[str, ...] = ()

    def label(self, group: int | None) -> str | None:
        """What a group is called; None of none."""
        if group is None:
            return None
        return self.labels[group - 1] if self.labels else str(group)

    @property
    def all_labels(self) -> tuple[str, ...]:
        """What the groups are called, from group 1."""
        return self.labels or tuple(str(number + 1) for number in range(self.groups))

    def over(self, values: Sequence[float | None]) -> Grouping:
        """The groups of these values."""
        match self.rule:
            case "rank":
                return by_rank(values, self.groups, first=self.first)
            case "cut-points":
                return by_cut_points(values, self.groups, first=self.first)
            case "bands":
                return banded(values, self.cut_points, first=self.first)

    def as_plain(self) -> dict[str, Any]:
        """What the log holds of it."""
        return {
            "name": self.name,
            "characteristic": self.characteristic,
            "rule": self.rule,
            "groups": self.groups,
            "cut_points": list(self.cut_points),
            "first": self.first,
            "labels": list(self.labels),
        }

    @classmethod
    def of_plain(cls, told: Mapping[str, Any]) -> FrameGrouping:
        """The same, read back."""
        lists = {key: tuple(told.get(key, ())) for key in ("cut_points", "labels")}
        return cls(**{**told, **lists})


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """One group: its number and label, how many cases it has, and the values it runs over."""

    number: int
    label: str
    cases: int
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, slots=True)
class ToldTie:
    """The ids of cases that share a value; ``decides`` where a group would end among them."""

    value: float
    cases: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class ToldGrouping:
    """A grouping with what comes of it on the frame's table.

    ``of_case``  the number of the group of each case, in the order of the frame
    ``missing``  the ids of the cases without a value, which have no group
    ``problem``  why no groups can be made of the table as it is now; None where they can
    """

    grouping: FrameGrouping
    groups: tuple[ToldGroup, ...]
    cut_points: tuple[float, ...]
    ties: tuple[ToldTie, ...]
    missing: tuple[str, ...]
    of_case: tuple[int | None, ...]
    problem: str | None = None

    @property
    def labels_of_cases(self) -> tuple[str | None, ...]:
        """The label of the group of each case, in the order of the frame."""
        return tuple(self.grouping.label(group) for group in self.of_case)


@dataclass(frozen=True, slots=True)
class MovedCase:
    """A case that two rules put into different groups, with the values they go by."""

    case: str
    label: str
    value: float | None
    other_value: float | None
    from_group: str | None
    to_group: str | None


@dataclass(frozen=True, slots=True)
class MadeGrouping(ToldGrouping):
    """A grouping that was made, and the one of its name whose place it took, if there was one.

    ``moves``  the cases that are in another group than before
    """

    replaced: FrameGrouping | None = None
    moves: tuple[MovedCase, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesCompared:
    """Two groupings of the same cases, and the cases that change group from one to the other."""

    one: ToldGrouping
    other: ToldGrouping
    moves: tuple[MovedCase, ...]


def checked_grouping(
    table: FrameTable,
    characteristic: str,
    *,
    groups: int | None = None,
    cut_points: Sequence[float] | None = None,
    rule: str | None = None,
    labels: Sequence[str] | None = None,
    name: str | None = None,
    most_first: bool = False,
) -> FrameGrouping:
    """A grouping that can be made of a table; see ``Frames.classify``."""
    found = table.characteristic(characteristic)
    if (groups is None) == (cut_points is None):
        raise MistakeOfUse(
            "Say either how many groups there are or where one ends and the next begins.",
            slug="groups-or-cut-points",
            hint="Give the number of groups (3 for thirds), or the cut points.",
        )
    chosen: Rule = "bands" if cut_points is not None else _rule(rule or "rank")
    if (chosen == "bands") != (cut_points is not None) or (rule and cut_points is not None):
        raise MistakeOfUse(
            "A rule of equal number and given cut points exclude each other.",
            slug="groups-or-cut-points",
            hint="Leave out one of them.",
        )
    cuts = tuple(float(each) for each in cut_points or ())
    count = len(cuts) + 1 if groups is None else groups
    called = tuple(tidy(label) for label in labels or ())
    if called and (len(called) != count or len({c.casefold() for c in called}) < count):
        raise MistakeOfUse(
            f"{count} groups need {count} labels that differ; {len(called)} were given.",
            slug="labels-do-not-fit",
            hint="Name the groups in their order, group 1 first, or give no labels.",
        )
    grouping = FrameGrouping(
        _name(table, tidy(name or f"{found.name} group")),
        found.name,
        chosen,
        count,
        cuts,
        "highest" if most_first else "lowest",
        called,
    )
    grouping.over(table.numbers(found.name))  # refuses what cannot be grouped
    return grouping


def told_grouping(grouping: FrameGrouping, table: FrameTable) -> ToldGrouping:
    """What a grouping makes of a table; where it makes nothing, the reason."""
    try:
        found = grouping.over(table.numbers(grouping.characteristic))
    except MistakeOfUse as error:
        nobody = (None,) * len(table.ids)
        return ToldGrouping(grouping, (), (), (), table.ids, nobody, error.sentence)
    groups = tuple(
        ToldGroup(each.number, grouping.label(each.number) or "", each.size, each.lowest,
                  each.highest)
        for each in found.groups
    )  # fmt: skip
    ties = tuple(
        ToldTie(each.value, tuple(table.ids[place] for place in each.places), each.decides)
        for each in found.ties
    )
    missing = tuple(table.ids[place] for place in found.missing)
    return ToldGrouping(grouping, groups, found.cut_points, ties, missing, found.of_case)


def compared(
    table: FrameTable, one: FrameGrouping, other_table: FrameTable, other: FrameGrouping
) -> RulesCompared:
    """Which cases fall in other groups by another rule, characteristic or frame.

    Cases are the same by their ids; one that a table does not have is in no group there.
    """
    told, others = told_grouping(one, table), told_grouping(other, other_table)
    here, there = _placed(table, told), _placed(other_table, others)
    names = dict(zip(other_table.ids, other_table.labels, strict=True))
    names |= dict(zip(table.ids, table.labels, strict=True))
    nowhere = (None, None)
    moves = [
        MovedCase(
            case,
            names[case],
            here.get(case, nowhere)[0],
            there.get(case, nowhere)[0],
            one.label(here.get(case, nowhere)[1]),
            other.label(there.get(case, nowhere)[1]),
        )
        for case in dict.fromkeys([*table.ids, *other_table.ids])
        if here.get(case, nowhere)[1] != there.get(case, nowhere)[1]
    ]
    return RulesCompared(told, others, tuple(moves))


def made_grouping(
    grouping: FrameGrouping, before: FrameGrouping | None, table: FrameTable
) -> MadeGrouping:
    """What a grouping makes of a table, and what it changes where it takes another's place."""
    told = told_grouping(grouping, table)
    made = {each.name: getattr(told, each.name) for each in fields(told)}
    if before is None or before == grouping:
        return MadeGrouping(**made)
    # A rule that the table could not carry any more put no case into a group.
    was = told_grouping(before, table)
    moves = () if was.problem is not None else compared(table, before, table, grouping).moves
    return MadeGrouping(**made, replaced=before, moves=moves)


def _placed(table: FrameTable, told: ToldGrouping) -> dict[str, tuple[float | None, int | None]]:
    """The value and the group of each case."""
    values = table.numbers(told.grouping.characteristic)
    return dict(zip(table.ids, zip(values, told.of_case, strict=True), strict=True))


def find_grouping(groupings: Sequence[FrameGrouping], wanted: str) -> FrameGrouping:
    """The grouping of a name, case and spacing aside."""
    folded = tidy(wanted).casefold()
    for each in groupings:
        if each.name.casefold() == folded:
            return each
    names = [each.name for each in groupings]
    raise NotFound(
        f"The frame has no grouping “{wanted}”.",
        slug="grouping-not-found",
        hint=nearest_names_hint(wanted, names)
        or (f"It has {', '.join(names)}." if names else "Make one with `frame classify`."),
    )


def _rule(wanted: str) -> Rule:
    for rule in RULES:
        if rule == wanted.strip().casefold().replace(" ", "-") and rule != "bands":
            return rule
    raise MistakeOfUse(
        f"“{wanted}” is no rule of groups of equal number.",
        slug="unknown-rule",
        hint="Say rank (ties stay together) or cut-points (quantiles of type 7).",
    )


def _name(table: FrameTable, name: str) -> str:
    taken = {each.name.casefold() for each in table.characteristics} | set(RESERVED)
    if name.casefold() in taken:
        raise MistakeOfUse(
            f"“{name}” is a characteristic of the frame already.",
            slug="grouping-name-taken",
            hint="Give the grouping another name.",
        )
    return name
