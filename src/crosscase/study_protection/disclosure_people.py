"""The participants of a study as a reader of its quotes could tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscase.analysis.disclosure import Hierarchy, People
from crosscase.errors import NotFound, nearest_names_hint
from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.consents import standing_consents
from crosscase.fieldwork.field_words import PERSON, tidy
from crosscase.fieldwork.recruitment import shown_value
from crosscase.model.case_closure import (
    counting_memberships,
    groups_of,
    groups_of_kind,
    kind_key,
)
from crosscase.model.fieldwork_nouns import Consent
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership
from crosscase.store.session import Reading
from crosscase.store.turn_columns import turn_columns
from crosscase.study_protection.disclosure_policy import DisclosurePolicy

__all__ = ["ConsentsGiven", "KnownPeople", "consents_given", "known_people"]

_SCOPE_OF_LABEL = {"role": "naming role", "site": "naming site"}


@dataclass(frozen=True)
class KnownPeople:
    """Those who were interviewed, with what may be printed of them.

    ``people``   their values by label, with the coarser ones
    ``printed``  person -> label -> the one value that is printed; of several sites the one that
                 counts, otherwise the first by name
    ``several``  those with more values under a label than are printed
    """

    people: People
    names: Mapping[Id, str]
    printed: Mapping[Id, Mapping[str, str]]
    several: Mapping[str, frozenset[Id]]

    def attribution(self, person: Id, labels: Iterable[str]) -> dict[str, str]:
        """What is printed of a person; a label that they have no value for is left out."""
        held = self.printed.get(person, {})
        return {label: held[label] for label in labels if label in held}

    def without(self, label: str) -> frozenset[Id]:
        """Those who have no value under a label."""
        return frozenset(person for person in self.names if label not in self.printed[person])


@dataclass(frozen=True, slots=True)
class ConsentsGiven:
    """What stands in the way of quoting somebody.

    ``labels``    person -> the labels that may be printed, for those who said
    ``refusing``  those who did not agree to being quoted (or archived), or took it back
    ``unknown``   those of whom no consent is recorded
    """

    labels: Mapping[Id, frozenset[str]]
    refusing: frozenset[Id]
    unknown: frozenset[Id]


def known_people(
    reading: Reading,
    policy: DisclosurePolicy,
    labels: Iterable[str],
    *,
    if_there: Iterable[str] = (),
) -> KnownPeople:
    """Everybody who speaks in a source that shows, with their values under some labels.

    A label that is no attribute and no kind of cases of the study is NotFound; of those in
    ``if_there`` nobody has a value then.
    """
    cases = reading.by_row(Case)
    speaking = set(turn_columns(reading.file, reading.connection).participant.tolist())
    names = {
        case.id: case.name or ""
        for row, case in cases.items()
        if row in speaking and kind_key(case.case_kind) == PERSON
    }
    values: dict[Id, dict[str, tuple[str, ...]]] = {person: {} for person in names}
    hierarchies: dict[str, Hierarchy] = {}
    needed = frozenset(labels)
    wanted = tuple(dict.fromkeys((*sorted(needed), *if_there)))
    for label in wanted:
        held, hierarchy = _values_of(reading, policy.field_of(label), label in needed)
        for person in names:
            if held.get(person):
                values[person][label] = held[person]
        if hierarchy is not None:
            hierarchies[label] = hierarchy
    return KnownPeople(
        People(values, hierarchies),
        names,
        {
            person: {label: each[0] for label, each in held.items()}
            for person, held in values.items()
        },
        {
            label: frozenset(p for p, held in values.items() if len(held.get(label, ())) > 1)
            for label in wanted
        },
    )


def consents_given(
    reading: Reading, people: Iterable[Id], labels: Iterable[str], *, needed: str = "quoting"
) -> ConsentsGiven:
    """What the standing consents of these people allow; ``needed`` is quoting or archiving."""
    everything = reading.all(Consent)
    standing, ever = standing_consents(everything), {each.participant for each in everything}
    allowed: dict[Id, frozenset[str]] = {}
    refusing: set[Id] = set()
    unknown: set[Id] = set()
    for person in people:
        consent = standing.get(person)
        if consent is None:
            (refusing if person in ever else unknown).add(person)
            continue
        scope = frozenset(consent.scope or ())
        if not scope:
            unknown.add(person)
            continue
        if needed not in scope:
            refusing.add(person)
            continue
        allowed[person] = frozenset(
            each for each in labels if _SCOPE_OF_LABEL.get(each, needed) in scope
        )
    return ConsentsGiven(allowed, frozenset(refusing), frozenset(unknown))


def _values_of(
    reading: Reading, field: str, is_needed: bool
) -> tuple[Mapping[Id, tuple[str, ...]], Hierarchy | None]:
    """For each case its values under a kind of cases or an attribute, the printed one first."""
    names = read_case_names(reading)
    kind = kind_key(field)
    if kind in names.kinds and kind != PERSON:
        return _groups(reading, names.cases, kind), None
    attributes = {tidy(each.name or "").casefold(): each for each in reading.all(Attribute)}
    attribute = attributes.get(tidy(field).casefold())
    if attribute is None:
        if not is_needed:
            return {}, None
        known = [*names.kinds.values(), *(each.name or "" for each in attributes.values())]
        raise NotFound(
            f"There is no kind of cases and no attribute “{tidy(field)}”.",
            slug="field-not-found",
            hint=nearest_names_hint(field, known)
            or "Say in the policy which attribute or kind of cases is the role, the site and the "
            "sector (`crosscase disclose policy`).",
        )
    held = {
        each.subject: (shown_value(each.value),)
        for each in reading.all(AttributeValue)
        if each.attribute == attribute.id and each.value is not None
    }
    return held, _hierarchy(attribute, {value for (value,) in held.values()})


def _groups(reading: Reading, cases: Mapping[Id, Case], kind: str) -> dict[Id, tuple[str, ...]]:
    """The names of all groups of a kind that somebody lies in; the one that counts comes first."""
    memberships = reading.all(Membership)
    counting = counting_memberships(memberships, cases)
    found: dict[Id, tuple[str, ...]] = {}
    for person, groups in groups_of_kind(groups_of(memberships, cases), cases, kind).items():
        chosen = counting.get((person, kind))
        ordered = sorted(groups, key=lambda group: chosen is None or chosen.group != group)
        found[person] = tuple(dict.fromkeys(cases[group].name or "" for group in ordered))
    return found


def _hierarchy(attribute: Attribute, values: Iterable[str]) -> Hierarchy | None:
    """The steps from each value to coarser ones, as the attribute says them."""
    told = {_folded(fine): str(coarse) for fine, coarse in (attribute.coarser or {}).items()}
    if not told:
        return None
    steps: list[dict[str, str]] = []
    current = {value: value for value in (*values, *told.values())}
    while len(steps) <= len(told):  # a circle, which a merge could leave, comes to an end too
        step = {
            value: told[_folded(value)]
            for value in set(current.values())
            if told.get(_folded(value), value) != value
        }
        if not step:
            break
        steps.append(step)
        current = {value: step.get(now, now) for value, now in current.items()}
    return Hierarchy(steps)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
