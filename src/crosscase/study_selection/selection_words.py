"""A selection told: as a paragraph for a methods section, and as a table of its sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted
from crosscase.study_selection.candidate_rules import (
    constraint_said,
    find_characteristic,
    rule_said,
)
from crosscase.study_selection.choosing import candidates_from
from crosscase.study_selection.frame_groupings import FrameGrouping, told_grouping
from crosscase.study_selection.frame_table import FrameCharacteristic

if TYPE_CHECKING:
    import polars

    from crosscase.study_selection.selection_reading import ToldSelection

__all__ = ["methods_paragraph", "profile_table", "site_labels", "used_characteristics"]

_HOW = {
    "enumeration": "by going through all of them",
    "bounded search": "by a search that leaves out only what cannot be best",
    "integer programme": "by integer programming",
}
_RULES = {
    "rank": "{n} groups of equal number by rank, tied cases together",
    "cut-points": "{n} groups of equal number between quantiles (type 7)",
    "bands": "{n} bands",
}


def methods_paragraph(told: ToldSelection, *, names: bool = False) -> str:
    """The choice in plain sentences; without ``names`` no case is named."""
    sentences = [
        _frame(told),
        *_groups(told),
        _eligible(told),
        *_method(told, names),
        *_tied(told),
        *_refused(told, names),
        *_reason(told),
    ]
    if names:
        listed = _listed([told.labels[case] for case in told.decided.chosen])
        sentences.append(f"The cases are {listed}.")
    return " ".join(sentence for sentence in sentences if sentence)


def profile_table(
    told: ToldSelection,
    *,
    labels: Mapping[str, str] | None,
    names: bool,
    characteristics: Sequence[str] | None,
) -> polars.DataFrame:
    """One row a site: what it is called, and the groups it is of."""
    import polars as pl

    asked, decided, table = told.asked, told.decided, told.table
    candidates = candidates_from(table, asked.groupings)
    if characteristics is None:
        shown = [
            name
            for name in used_characteristics(told)
            if candidates.characteristic(name).kind != "number"
        ] or [each.name for each in asked.groupings]
    else:
        shown = [find_characteristic(name, candidates) for name in characteristics]
    called = site_labels(told, labels, names)
    order = sorted(decided.chosen, key=lambda case: (len(called[case]), called[case]))
    places = [table.ids.index(case) for case in order]
    series = [pl.Series("site", [called[case] for case in order], pl.String)]
    for name in shown:
        values = candidates.characteristic(name).values
        series.append(pl.Series(name, [values[place] for place in places], strict=False))
    return pl.DataFrame(series)


def used_characteristics(told: ToldSelection) -> list[str]:
    """The characteristics and groupings that the choice went by, each once."""
    asked = told.asked
    found = [each.characteristic for each in asked.eligible]
    found += asked.weights
    found += [] if asked.strata is None else [asked.strata]
    found += [each.characteristic for each in asked.constraints if hasattr(each, "characteristic")]
    return list(dict.fromkeys(found))


def site_labels(
    told: ToldSelection, labels: Mapping[str, str] | None, names: bool
) -> dict[str, str]:
    """What the chosen cases are called: Site A and so on, their names, or as is said."""
    called = told.labels if names else dict(told.decided.sites)
    for case, label in (labels or {}).items():
        called[told.table.find_case(case)] = label
    shown = [called[case] for case in told.decided.chosen]
    twice = next((label for label in shown if shown.count(label) > 1), None)
    if twice is not None:
        raise MistakeOfUse(
            f"Two sites would be called “{twice}”.",
            slug="label-twice",
            hint="Give each site a label of its own.",
        )
    return called


def _frame(told: ToldSelection) -> str:
    asked, decided = told.asked, told.decided
    cases = counted(decided.candidates, asked.unit or "case")
    sentence = f"{_number(len(decided.chosen))} of {cases} "
    sentence += "was chosen" if len(decided.chosen) == 1 else "were chosen"
    sentence += f" from the sampling frame “{asked.frame_name}”"
    return sentence + (f" (source: {asked.citation.rstrip('.')})." if asked.citation else ".")


def _groups(told: ToldSelection) -> list[str]:
    """How the groups that were used came about, and where their numbers are from."""
    groupings = {each.name: each for each in told.asked.groupings}
    meant = {each.name: each for each in told.table.characteristics}
    sentences, plain = [], []
    for name in used_characteristics(told):
        grouping = groupings.get(name)
        if grouping is not None:
            sentences.append(_grouping(told, grouping, meant[grouping.characteristic]))
        elif name in meant and _from(meant[name]):
            plain.append(f"“{name}” is from {_from(meant[name])}")
    return sentences + ([f"{'; '.join(plain)}."] if plain else [])


def _grouping(told: ToldSelection, grouping: FrameGrouping, meant: FrameCharacteristic) -> str:
    found = told_grouping(grouping, told.table)
    rule = _RULES[grouping.rule].format(n=_number(grouping.groups).lower())
    unit = "" if meant.unit is None else "%" if meant.unit == "%" else f" {meant.unit}"
    ranges = [
        f"{each.label} ({each.cases}): {_figure(each.lowest)} to {_figure(each.highest)}{unit}"
        for each in found.groups
        if each.lowest is not None and each.highest is not None
    ]
    source = _from(meant)
    sentence = f"“{grouping.name}” puts the cases into {rule}, of “{meant.name}”"
    sentence += f" from {source}" if source else ""
    missing = f"; {counted(len(found.missing), 'case')} without a value" if found.missing else ""
    return f"{sentence}: {'; '.join(ranges)}{missing}."


def _from(meant: FrameCharacteristic) -> str:
    parts = [each for each in (meant.source, meant.date) if each]
    return ", ".join(parts)


def _eligible(told: ToldSelection) -> str:
    rules, decided = told.asked.eligible, told.decided
    if not rules:
        return ""
    listed = _listed([rule_said(each) for each in rules])
    if told.asked.method == "criterion":
        return f"The criterion was: {listed}; {counted(decided.eligible, 'case')} met it."
    return f"Eligible were the {decided.eligible} of which {listed}."


def _method(told: ToldSelection, names: bool) -> list[str]:
    asked, decided = told.asked, told.decided
    match asked.method:
        case "maximum-variation":
            return _variation(told, names)
        case "random":
            return [f"They were drawn at random without replacement (seed {asked.seed})."]
        case "stratified":
            return [
                f"They were drawn at random within the groups of “{asked.strata}”"
                f" (seed {asked.seed}).",
                *decided.notes,
            ]
        case "quota":
            order = "in the order of the frame"
            if asked.order:
                order = "in a given order"
            elif asked.seed is not None:
                order = f"in a random order (seed {asked.seed})"
            return [f"They were taken {order} until each quota was full.", *decided.notes]
        case "criterion":
            return ["All of them were taken."]
        case _:
            return ["They were chosen by hand.", *decided.notes]


def _variation(told: ToldSelection, names: bool) -> list[str]:
    asked, decided = told.asked, told.decided
    weights = set(asked.weights.values())
    alike = len(weights) == 1
    over = _listed(
        [f"“{name}”" + ("" if alike else f" (weight {w:g})") for name, w in asked.weights.items()]
    )
    of = "eligible cases" if asked.eligible else "cases"
    sentence = (
        f"Of all sets of {len(decided.chosen)} {of} the one of maximum variation was taken: that "
        f"with the greatest sum of Gower distances over all pairs, by {over}"
    )
    sentence += ", weighted alike" if alike and len(asked.weights) > 1 else ""
    found = [f"{sentence} (sum {decided.score or 0:.3f})."]
    if asked.constraints:
        said = [constraint_said(each, told.labels if names else None) for each in asked.constraints]
        counted_sets = (
            f"; {counted(decided.feasible, 'set')} met this" if decided.feasible is not None else ""
        )
        found.append(f"Every set had to meet: {'; '.join(said)}{counted_sets}.")
    if decided.exact:
        found.append(f"That no set is better was established {_HOW[decided.how]}.")
    return found + list(decided.notes)


def _tied(told: ToldSelection) -> list[str]:
    decided, asked = told.decided, told.asked
    if asked.method != "maximum-variation":
        return []
    if decided.tied == 1:
        return ["No other set was equally good."] if decided.all_listed else []
    how = f"the one taken is number {asked.pick} in the order of the frame"
    return [f"{_number(decided.tied)} sets were equally good; {how}."]


def _refused(told: ToldSelection, names: bool) -> list[str]:
    asked, decided = told.asked, told.decided
    if not asked.refused:
        return []
    called = told.labels if names else decided.sites
    who = "; ".join(
        f"{called.get(each.case, 'a case')}: {each.reason.rstrip('.')}" for each in asked.refused
    )
    sentence = f"{_number(len(asked.refused))} that had been chosen did not take part ({who})"
    if not decided.added:
        return [f"{sentence} and no other took the place."]
    new = _listed([called[case] for case in decided.added])
    verb = "was" if len(decided.added) == 1 else "were"
    return [f"{sentence}; {new} {verb} chosen instead, with those that stayed held fixed."]


def _reason(told: ToldSelection) -> list[str]:
    reason = told.asked.reason
    return [f"The reason given: {reason.rstrip('.')}."] if reason else []


def _figure(value: float) -> str:
    """A number as a sentence has it: four figures, or whole where it is large."""
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.4g}"


_SMALL = (
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
)  # fmt: skip


def _number(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
