"""Chosen cases of a frame taken into the study as its cases, under labels of the researcher's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, Case
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.study_selection.candidate_rules import find_characteristic
from crosscase.study_selection.choosing import candidates_from
from crosscase.study_selection.selection_reading import (
    ToldSelection,
    find_selection,
    told_selection,
)
from crosscase.study_selection.selection_words import site_labels

__all__ = ["AdoptedCases", "adopted_cases"]

# How an attribute holds what a frame says; a group and an ordered value are one of a few.
_VALUE_TYPES = {
    "text": "text", "ordered": "choice", "day": "day", "truth": "truth", "group": "choice",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AdoptedCases:
    """Which cases of the study stand for the chosen ones now, in the order of their labels.

    ``made`` counts those that were not there; ``values`` what changed of their attributes.
    """

    recorded: Recorded | None
    cases: tuple[Id, ...]
    labels: tuple[str, ...]
    made: int
    attributes: tuple[str, ...]
    values: int


def adopted_cases(
    session: Session,
    selection: str,
    *,
    kind: str,
    labels: Sequence[str] | Mapping[str, str] | None,
    names: bool,
    characteristics: Sequence[str] | None,
) -> AdoptedCases:
    """Add the chosen cases with what the frame says of them, as one operation."""
    reports: list[AdoptedCases] = []

    def decide(reading: Reading) -> Draft | None:
        told = told_selection(reading, find_selection(reading, selection))
        assert told.selection is not None
        if told.replaced_by is not None:
            raise Conflict(
                f"“{told.selection.name}” was replaced by “{told.replaced_by}”.",
                slug="selection-replaced",
                hint=f"Take the cases of “{told.replaced_by}”.",
            )
        plan = FieldPlan(reading, session)
        called = _called(told, labels, names)
        reports.append(_planned(plan, told, kind, called, characteristics))
        values = {"n": len(called), "selection": told.selection.id}
        changes = plan.changes()
        return Draft("selection.adopted", values, changes) if changes else None

    recorded = session.record(decide)
    found = reports[-1]
    return AdoptedCases(
        recorded, found.cases, found.labels, found.made, found.attributes, found.values
    )


def _called(
    told: ToldSelection, labels: Sequence[str] | Mapping[str, str] | None, names: bool
) -> dict[str, str]:
    """What each chosen case is called, in the order of the sites' own labels."""
    sites = told.decided.sites
    order = sorted(told.decided.chosen, key=lambda case: (len(sites[case]), sites[case]))
    if labels is not None and not isinstance(labels, Mapping):
        if len(labels) != len(order):
            raise MistakeOfUse(
                f"There are {len(labels)} labels for {len(order)} chosen cases.",
                slug="labels-for-others",
                hint="Give one for each, in the order in which `crosscase sample table` has them.",
            )
        labels = dict(zip(order, labels, strict=True))
    found = site_labels(told, labels, names)
    return {case: found[case] for case in order}


def _planned(
    plan: FieldPlan,
    told: ToldSelection,
    kind: str,
    called: Mapping[str, str],
    characteristics: Sequence[str] | None,
) -> AdoptedCases:
    cases: dict[str, Case] = {}
    made = 0
    for case, label in called.items():
        held = plan.find_case(label, kind)
        made += held is None
        cases[case] = held or plan.add_case(label, kind)
    columns = _columns(told, characteristics)
    values = 0
    for name, (type_, of_case) in columns.items():
        attribute = _attribute(plan, name, _VALUE_TYPES.get(type_, "number"))
        for case, held in cases.items():
            if of_case[case] is not None:
                values += plan.set_value(held, attribute, of_case[case])
    ids = tuple(each.id for each in cases.values())
    return AdoptedCases(None, ids, tuple(called.values()), made, tuple(columns), values)


def _columns(
    told: ToldSelection, characteristics: Sequence[str] | None
) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """The type and the values by case of each characteristic and grouping that is wanted."""
    table = told.table
    candidates = candidates_from(table, told.asked.groupings)
    types = {each.name: each.type for each in table.characteristics}
    types |= {each.name: "group" for each in told.asked.groupings}
    wanted = types if characteristics is None else [
        find_characteristic(name, candidates) for name in characteristics
    ]  # fmt: skip
    return {
        name: (
            types[name],
            dict(zip(
                table.ids,
                candidates.characteristic(name).values if types[name] == "group"
                else table.values[name],
                strict=True,
            )),
        )
        for name in wanted
    }  # fmt: skip


def _attribute(plan: FieldPlan, name: str, value_type: str) -> Attribute:
    held = plan.find_attribute(name)
    if held is None:
        return plan.add_attribute(name, value_type)
    if held.value_type != value_type and "text" not in (held.value_type, value_type):
        raise MistakeOfUse(
            f"The attribute “{held.name}” holds {held.value_type}, the frame {value_type}.",
            slug="attribute-of-another-type",
            hint="Rename that attribute, or name the characteristics to take without this one.",
        )
    return held
