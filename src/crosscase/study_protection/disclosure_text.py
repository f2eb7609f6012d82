"""The words of quotes, looked at for what they tell: names, dates, sums, public texts, bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosscase.analysis.disclosure import (
    BracketKind,
    Names,
    bodies_spoken_ill_of,
    found_in_texts,
    suggested_brackets,
)
from crosscase.fieldwork.case_names import name_key
from crosscase.fieldwork.field_words import PERSON
from crosscase.fieldwork.recruitment import shown_value
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case
from crosscase.query.study_view import StudyView, study_view
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.study_protection.disclosure_people import KnownPeople
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_protection.disclosure_report import PrintedQuote, WordFlag

__all__ = ["flags_of_words"]

_PLACES = frozenset({"site", "place", "system", "area", "region"})


def flags_of_words(
    reading: Reading,
    printed: Sequence[PrintedQuote],
    valences: Mapping[tuple[Id, int, int], frozenset[str]],
    known: KnownPeople,
    policy: DisclosurePolicy,
) -> list[WordFlag]:
    """What a person should look at in the words before they are printed."""
    view = study_view(reading)
    passages = {each.number: each for each in printed}
    texts = {
        id_: current_text(reading.file, reading.connection, view.rows[id_]) or ""
        for id_ in dict.fromkeys(each.source for each in passages.values())
    }
    said = {
        number: texts[each.source][each.start_char : each.end_char]
        for number, each in passages.items()
    }
    names = _names(reading, known, policy)
    bodies = Names(dict.fromkeys(_bodies(reading, policy), "organisation"))
    found: list[WordFlag] = []
    for number, each in passages.items():
        start = each.start_char
        found += [
            WordFlag(number, "bracket", start + one.start_char, start + one.end_char, one.kind)
            for one in suggested_brackets(said[number], names)
        ]
        told = valences.get((each.source, each.start_char, each.end_char), frozenset())
        found += [
            WordFlag(number, "second reviewer", start, each.end_char, about=body)
            for body in bodies_spoken_ill_of(said[number], told, bodies)
        ]
    found += _public(reading, view, policy, passages, said)
    return sorted(found, key=lambda flag: (flag.quote, flag.start_char, flag.kind))


def _public(
    reading: Reading,
    view: StudyView,
    policy: DisclosurePolicy,
    passages: Mapping[int, PrintedQuote],
    said: Mapping[int, str],
) -> Iterator[WordFlag]:
    """Quotes whose words stand in another source that a reader may search."""
    public = _public_sources(reading, view, policy)
    texts = [current_text(reading.file, reading.connection, row) or "" for row in public]
    numbers = list(said)
    for at, where in found_in_texts([said[number] for number in numbers], texts).items():
        each = passages[numbers[at]]
        for index in where:
            source = view.sources[public[index]]
            # What is quoted from a public source itself was said in public.
            if source.id != each.source:
                yield WordFlag(
                    each.number, "public", each.start_char, each.end_char, about=source.name or ""
                )


def _public_sources(reading: Reading, view: StudyView, policy: DisclosurePolicy) -> list[int]:
    """Sources marked as public, and unmarked ones in which nobody speaks: documents."""
    attribute = next(
        (a for a in reading.all(Attribute) if name_key(a.name) == name_key(policy.public)), None
    )
    marked = {
        each.subject: shown_value(each.value).casefold() in ("yes", "true", "public")
        for each in reading.all(AttributeValue)
        if attribute is not None and each.attribute == attribute.id and each.value is not None
    }
    turns = view.turns
    spoken = set(turns.source[(turns.speaker >= 0) | (turns.participant >= 0)].tolist())
    return [
        row
        for row, source in view.sources.items()
        if row in view.texts and marked.get(source.id, row not in spoken)
    ]


def _names(reading: Reading, known: KnownPeople, policy: DisclosurePolicy) -> Names:
    """The cases by name, and the roles that fewer than k participants have."""
    found: dict[str, BracketKind] = {}
    for case in reading.all(Case):
        kind = kind_key(case.case_kind)
        found[case.name or ""] = (
            "person" if kind == PERSON else "place" if kind in _PLACES else "organisation"
        )
    roles = {held["role"] for held in known.printed.values() if "role" in held}
    found |= {role: "post" for role in roles if known.people.k({"role": role}) < policy.k}
    return Names(found)


def _bodies(reading: Reading, policy: DisclosurePolicy) -> list[str]:
    """The bodies that the policy names, else the cases of the kind body."""
    if policy.bodies:
        return list(policy.bodies)
    return [each.name or "" for each in reading.all(Case) if kind_key(each.case_kind) == "body"]
