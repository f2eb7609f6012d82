"""What was asked of a choice of cases and what came of it, as the study keeps them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from crosscase.analysis.selection import Constraint, Rule
from crosscase.study_selection.candidate_rules import (
    constraint_of_plain,
    plain_of,
    rule_of_plain,
)
from crosscase.study_selection.frame_groupings import FrameGrouping

__all__ = ["METHODS", "Asked", "Decided", "Refusal"]

METHODS = ("maximum-variation", "random", "stratified", "quota", "criterion", "manual")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A case that was chosen and did not take part, with the reason."""

    case: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All from which a choice can be made again; cases are named by their ids in the frame.

    ``weights``  of the characteristics that maximum variation is over
    ``strata``   the characteristic of strata or quotas, ``counts`` how many of each group
    ``order``    in which cases are approached to fill quotas; empty for that of the frame
    ``pick``     which of the equally good sets is taken, from 1; ``reason`` why, or why these
                 cases, where a person named them
    ``kept`` and ``refused``  of the selection that this one replaces, and of those before it
    """

    method: str
    size: int | None = None
    eligible: tuple[Rule, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    strata: str | None = None
    share: str = "proportional"
    counts: Mapping[str, int] | None = None
    order: tuple[str, ...] = ()
    seed: int | None = None
    cases: tuple[str, ...] = ()
    pick: int = 1
    reason: str | None = None
    kept: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    frame_name: str = ""
    unit: str | None = None
    citation: str | None = None
    groupings: tuple[FrameGrouping, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """What the log holds of it; what was not asked is left out."""
        told = {
            each.name: getattr(self, each.name)
            for each in fields(self)
            if getattr(self, each.name) not in (None, (), {}, "")
        }
        for name in ("eligible", "constraints"):
            if name in told:
                told[name] = [plain_of(each) for each in told[name]]
        if "groupings" in told:
            told["groupings"] = [each.as_plain() for each in self.groupings]
        if "refused" in told:
            told["refused"] = [[each.case, each.reason] for each in self.refused]
        for name in ("order", "cases", "kept"):
            if name in told:
                told[name] = list(told[name])
        for name in ("weights", "counts"):
            if name in told:
                told[name] = [[key, value] for key, value in told[name].items()]
        return told

    @classmethod
    def of_plain(cls, told: Mapping[str, Any]) -> Asked:
        """The same, read back."""
        found: dict[str, Any] = dict(told)
        made: dict[str, Callable[[Any], Any]] = {
            "eligible": rule_of_plain,
            "constraints": constraint_of_plain,
            "groupings": FrameGrouping.of_plain,
            "refused": lambda pair: Refusal(*pair),
        }
        for name, make in made.items():
            found[name] = tuple(make(each) for each in told.get(name, ()))
        for name in ("order", "cases", "kept"):
            found[name] = tuple(told.get(name, ()))
        for name in ("weights", "counts"):
            if name in told:
                found[name] = dict(told[name])
        return cls(**found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What came of a choice; cases are named by their ids in the frame.

    ``how``           enumeration, bounded search, integer programme, heuristic, drawing, rule or
                      person; ``exact`` says that no better set exists
    ``score``         the sum of distances over all pairs, for maximum variation
    ``equally_good``  the sets of that score (the first of them where they are very many),
                      ``tied`` how many there are, ``all_listed`` whether none was overlooked
    ``feasible``      how many sets meet the constraints, where they were counted
    ``candidates`` and ``eligible``  how many cases the frame had and how many might be chosen
    ``excluded``      the reasons against each case that might not be
    ``added``         who is new in it, where it replaces another selection
    ``ranked``        where one place was open: who might fill it, the best first, with scores
    ``sites``         what each case is called where its name may not be told: those chosen, and
                      those chosen before that refused
    """

    chosen: tuple[str, ...]
    how: str
    exact: bool
    candidates: int
    eligible: int
    score: float | None = None
    equally_good: tuple[tuple[str, ...], ...] = ()
    tied: int = 1
    all_listed: bool = True
    feasible: int | None = None
    bound: float | None = None
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    ranked: tuple[tuple[str, float], ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """What the log holds of it."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        told["excluded"] = [[case, list(reasons)] for case, reasons in self.excluded.items()]
        told["sites"] = [[case, site] for case, site in self.sites.items()]
        for name in ("equally_good", "ranked"):
            told[name] = [list(each) for each in told[name]]
        for name in ("chosen", "added", "notes"):
            told[name] = list(told[name])
        return {key: value for key, value in told.items() if value is not None}

    @classmethod
    def of_plain(cls, told: Mapping[str, Any]) -> Decided:
        """The same, read back."""
        found: dict[str, Any] = dict(told)
        for name in ("chosen", "added", "notes"):
            found[name] = tuple(told.get(name, ()))
        found["equally_good"] = tuple(tuple(each) for each in told.get("equally_good", ()))
        found["ranked"] = tuple((case, score) for case, score in told.get("ranked", ()))
        found["excluded"] = {case: tuple(reasons) for case, reasons in told.get("excluded", ())}
        found["sites"] = dict(told.get("sites", ()))
        return cls(**found)
