"""What a person asks of a choice, checked and made complete: names become those of the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from crosscase.analysis.selection import Candidates, Constraint, Rule
from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.fieldwork.field_words import tidy
from crosscase.study_selection.candidate_rules import (
    constraint_said,
    find_characteristic,
    parse_constraint,
    parse_rule,
)
from crosscase.study_selection.choosing import candidates_from
from crosscase.study_selection.decision import METHODS, Asked, Decided, Refusal
from crosscase.study_selection.frame_reading import ReadFrame
from crosscase.study_selection.frame_table import FrameTable

__all__ = ["asked_of", "asked_without"]

_SHARES = ("proportional", "equal")


def asked_of(
    read: ReadFrame,
    *,
    method: str = "maximum-variation",
    size: int | None = None,
    eligible: Sequence[str | Rule] = (),
    constraints: Sequence[str | Constraint] = (),
    characteristics: Sequence[str] | Mapping[str, float] = (),
    strata: str | None = None,
    share: str = "proportional",
    counts: Mapping[str, int] | None = None,
    order: Sequence[str] = (),
    seed: int | None = None,
    cases: Sequence[str] = (),
    pick: int = 1,
    reason: str | None = None,
) -> Asked:
    """All that a choice is made from; see ``Selections.choose``."""
    table = read.table
    candidates = candidates_from(table, read.groupings)
    way = _method(method)
    needs: dict[str, bool] = {
        "size": size is not None,
        "eligible": bool(eligible),
        "constraints": bool(constraints),
        "characteristics": bool(characteristics),
        "strata": strata is not None,
        "counts": counts is not None,
        "seed": seed is not None,
        "cases": bool(cases),
    }
    _check(way, needs)
    if share not in _SHARES:
        raise MistakeOfUse(
            f"“{share}” is no way to share a sample out.",
            slug="unknown-share",
            hint="Say proportional or equal.",
        )
    stratum = None if strata is None else find_characteristic(strata, candidates)
    return Asked(
        method=way,
        size=size,
        eligible=tuple(_rule(each, candidates) for each in eligible),
        constraints=tuple(_constraint(each, candidates, table.find_case) for each in constraints),
        weights=_weights(characteristics, candidates),
        strata=stratum,
        share=share if way == "stratified" else "proportional",
        counts=_counts(counts, stratum, candidates),
        order=tuple(table.find_case(each) for each in order),
        seed=seed,
        cases=tuple(table.find_case(each) for each in cases),
        pick=pick,
        reason=tidy(reason) or None if reason else None,
        frame_name=read.frame.name,
        unit=read.frame.unit,
        citation=read.frame.citation,
        groupings=read.groupings,
    )


def _weights(
    characteristics: Sequence[str] | Mapping[str, float], candidates: Candidates
) -> dict[str, float]:
    if not isinstance(characteristics, Mapping):
        characteristics = dict.fromkeys(characteristics, 1.0)
    return {find_characteristic(name, candidates): float(w) for name, w in characteristics.items()}


def _counts(
    counts: Mapping[str, int] | None, stratum: str | None, candidates: Candidates
) -> dict[str, int] | None:
    if counts is None or stratum is None:
        return None
    return {_group(group, stratum, candidates): int(n) for group, n in counts.items()}


def asked_without(
    asked: Asked,
    decided: Decided,
    table: FrameTable,
    left: Sequence[Refusal],
    *,
    cases: Sequence[str] = (),
    pick: int = 1,
    reason: str | None = None,
    drop_constraints: Sequence[str] = (),
) -> Asked:
    """What is asked once some of the chosen cases have refused."""
    if not left:
        raise MistakeOfUse(
            "Nobody is named who refused.",
            slug="nobody-refused",
            hint="Name each case that does not take part, with the reason.",
        )
    gone = {each.case for each in left}
    labels = dict(zip(table.ids, table.labels, strict=True))
    for case in gone:
        if case not in decided.chosen:
            raise MistakeOfUse(
                f"“{labels[case]}” was not chosen, so it cannot be replaced.",
                slug="not-chosen",
                hint="Name cases of the selection; `sample show` lists them.",
            )
    kept = tuple(case for case in decided.chosen if case not in gone)
    changes: dict[str, Any] = {
        "kept": kept,
        "refused": (*asked.refused, *left),
        "pick": pick,
        "reason": tidy(reason or "") or None,
        "constraints": _without(asked.constraints, drop_constraints, labels),
        "cases": (),
    }
    if cases or asked.method == "manual":
        new = [table.find_case(each) for each in cases]
        changes |= {"method": "manual", "cases": (*kept, *new), "constraints": (), "weights": {}}
        changes |= {"strata": None, "counts": None, "seed": None, "size": None, "order": ()}
        refused = {each.case for each in changes["refused"]}
        again = next((case for case in new if case in refused), None)
        if again is not None:
            raise MistakeOfUse(
                f"“{labels[again]}” has refused, so it cannot take a place.",
                slug="kept-and-refused",
                hint="Name another case.",
            )
    elif asked.method == "stratified" and asked.counts is None:
        changes["counts"] = _counts_of(decided.chosen, asked, table)
    return replace(asked, **changes)


def _counts_of(chosen: Sequence[str], asked: Asked, table: FrameTable) -> dict[str, int]:
    """How many of each stratum were drawn, so that a place is filled from its own stratum."""
    candidates = candidates_from(table, asked.groupings, by_id=True)
    counts: dict[str, int] = {}
    for case in chosen:
        group = candidates.group(candidates.place(case), asked.strata or "")
        counts[str(group)] = counts.get(str(group), 0) + 1
    return counts


def _without(
    constraints: Sequence[Constraint], dropped: Sequence[str], labels: Mapping[str, str]
) -> tuple[Constraint, ...]:
    said = {_plain_words(constraint_said(each, labels)): each for each in constraints}
    for text in dropped:
        if _plain_words(text) not in said:
            raise MistakeOfUse(
                f"The selection has no constraint “{text}”.",
                slug="no-such-constraint",
                hint=nearest_names_hint(text, list(said))
                or (f"It has: {'; '.join(said)}." if said else "It has none."),
            )
        del said[_plain_words(text)]
    return tuple(said.values())


def _plain_words(text: str) -> str:
    return tidy(text.translate(str.maketrans("", "", '“”"'))).casefold().replace("of one", "one")


def _method(method: str) -> str:
    found = tidy(method).casefold().replace(" ", "-")
    if found not in METHODS:
        raise MistakeOfUse(
            f"“{method}” is no way to choose cases.",
            slug="unknown-method",
            hint=nearest_names_hint(method, METHODS) or f"Say {', '.join(METHODS)}.",
        )
    return found


# What each method takes: what it must have, and what it may have beside.
_TAKES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "maximum-variation": (("size", "characteristics"), ("eligible", "constraints", "seed")),
    "random": (("size", "seed"), ("eligible",)),
    "stratified": (("strata", "seed"), ("size", "counts", "eligible")),
    "quota": (("strata", "counts"), ("eligible", "seed")),
    "criterion": (("eligible",), ()),
    "manual": (("cases",), ("eligible",)),
}
_WAYS = {
    "maximum-variation": "Choosing for maximum variation",
    "random": "A random drawing",
    "stratified": "A stratified drawing",
    "quota": "Choosing by quota",
    "criterion": "Choosing by a criterion",
    "manual": "Choosing by hand",
}
_SAID = {
    "size": "how many cases to choose",
    "characteristics": "over which characteristics the cases shall differ",
    "seed": "a seed (any whole number, by which the drawing can be made again)",
    "strata": "the characteristic of the groups",
    "counts": "how many cases of each group",
    "eligible": "a rule that the cases meet",
    "cases": "the cases",
    "constraints": "constraints on the set",
}


def _check(method: str, given: Mapping[str, bool]) -> None:
    must, may = _TAKES[method]
    missing = [each for each in must if not given[each]]
    if method == "stratified" and given["size"] == given["counts"]:
        missing.append("size" if not given["size"] else "counts")
        if given["size"]:
            raise MistakeOfUse(
                "A stratified sample takes a size or the number of each stratum, not both.",
                slug="arguments-exclude",
            )
    if missing:
        raise MistakeOfUse(
            f"{_WAYS[method]} needs {_SAID[missing[0]]}.",
            slug=f"no-{missing[0]}",
            hint=f"It takes {_listed([*must, *may])}.",
        )
    extra = [each for each, is_given in given.items() if is_given and each not in (*must, *may)]
    if extra:
        raise MistakeOfUse(
            f"{_WAYS[method]} does not take {_SAID[extra[0]]}.",
            slug="argument-not-taken",
            hint=f"It takes {_listed([*must, *may])}.",
        )


def _listed(names: Sequence[str]) -> str:
    return "; ".join(_SAID[name] for name in names)


def _rule(rule: str | Rule, candidates: Candidates) -> Rule:
    return parse_rule(rule, candidates) if isinstance(rule, str) else rule


def _constraint(
    constraint: str | Constraint, candidates: Candidates, find_case: Callable[[str], str]
) -> Constraint:
    if isinstance(constraint, str):
        return parse_constraint(constraint, candidates, find_case)
    return constraint


def _group(group: str, characteristic: str, candidates: Candidates) -> str:
    """A group as the frame writes it, case aside."""
    values = candidates.characteristic(characteristic).values
    known = {str(value).casefold(): str(value) for value in values if value is not None}
    found = known.get(tidy(group).casefold())
    if found is None:
        raise MistakeOfUse(
            f"No case of the frame has “{characteristic}” “{group}”.",
            slug="no-such-group",
            hint=nearest_names_hint(group, list(known.values()))
            or f"There are {', '.join(sorted(known.values())[:12])}.",
        )
    return found
