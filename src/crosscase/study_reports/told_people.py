"""What the study knows of who was chosen, found, asked and met, in sentences."""

from __future__ import annotations

from collections import Counter

from crosscase.fieldwork.recruitment import NONE, SEVERAL, labels_by
from crosscase.model.counted import counted
from crosscase.model.fieldwork_nouns import Approval, Consent, Release, Selection, Withdrawal
from crosscase.model.nouns import Attribute, Case
from crosscase.study_fieldwork.response_rates import ResponseRate, response_rates
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_reports.known import Known, listed
from crosscase.study_selection.selections import Selections

__all__ = [
    "approach", "context", "dimensions", "ethics", "groups_of_people", "refusals",
    "relationships", "sample", "sample_size", "sampling",
]  # fmt: skip

_PERSON = "person"
_MOST_GROUPS = 12  # more are no sentence, and tell who is who


def sampling(known: Known) -> list[str]:
    """How sites and participants were chosen."""
    chosen = Selections(known.session)
    told = [chosen.paragraph(each.id) for each in known.all(Selection)]
    found = Counter(known.field.found_by(person) for person in known.field.people)
    ways = [(count, way) for way, count in sorted(found.items(), key=str) if way]
    unheard = abs(len(known.field.people) - known.counts.interviewed)
    if ways and known.can_be_told((*found.values(), unheard)):
        were = "was" if ways[0][0] == 1 else "were"
        shares = listed([
            f"{count:,} {'by' if at else f'{were} found by'} {way}"
            for at, (count, way) in enumerate(ways)
        ])  # fmt: skip
        told.append(f"Of {counted(len(known.field.people), 'participant')}, {shares}.")
    elif ways:
        told.append(f"Participants were found by {listed([way for _, way in ways])}.")
    return told


def approach(known: Known) -> list[str]:
    """How participants were approached."""
    contacts = [each for held in known.field.contacts.values() for each in held]
    if not contacts:
        return []
    channels = Counter(each.channel for each in contacts if each.channel)
    days = sorted(each.day for each in contacts if each.day)
    met = _people(known, len(known.field.contacts))
    told = f"The study records {counted(len(contacts), 'contact')} with {met}"
    if days:
        told += f", from {days[0]} to {days[-1]}"
    if channels:
        in_full = known.can_be_told(channels.values())
        told += ": " + listed(
            [f"{n:,} by {name}" if in_full else f"by {name}" for name, n in channels.most_common()]
        )
    return [told + "."]


def sample_size(known: Known) -> list[str]:
    """How many took part, and how much was collected."""
    counts = known.counts
    if not counts.sources:
        return []
    told = [
        f"The study holds {counted(counts.sources, 'source')} ({counts.words:,} words); in them "
        f"are the words of {_participants(known, counts.interviewed)}."
    ]
    kinds = Counter(each.format or "other" for each in known.field.sources.values())
    told.append(f"Sources by form: {listed([f'{n:,} {kind}' for kind, n in kinds.most_common()])}.")
    events = Counter(each.activity_kind for each in known.field.activities)
    if events:
        told.append(
            f"Recorded are {listed([counted(n, kind) for kind, n in events.most_common()])}."
        )
    return told


def _rates(known: Known) -> ResponseRate:
    return response_rates(known.board, lambda _: NONE)[-1]


def refusals(known: Known) -> list[str]:
    """How many did not take part."""
    rate, field = _rates(known), known.field
    recorded = field.contacts.keys() | field.consents.keys()
    if not rate.asked or not recorded:  # that people speak tells nothing of who was asked
        return _taken_back(known)
    others = [
        f"{number:,} {what}"
        for number, what in (
            (rate.declined, "declined"), (rate.unavailable, "could not"),
            (rate.no_answer, "did not answer"), (rate.waiting, "had not answered yet"),
        )
        if number
    ]  # fmt: skip
    asked = _people(known, rate.asked)
    only_met = sum(each.answer == "agreed" for each in known.board.people
                   if each.participant not in recorded)  # fmt: skip
    parts = (only_met, rate.agreed, rate.declined, rate.unavailable, rate.no_answer, rate.waiting,
             abs(rate.agreed - known.counts.interviewed))  # fmt: skip
    if known.can_be_told(parts):
        agreed = f"Of {asked} who were asked, {rate.agreed:,} agreed"
        told = [agreed + (f"; {listed(others)}." if others else ".")]
        if only_met:
            told.append(f"Of {only_met:,} of them only that they took part is recorded.")
    else:
        told = [f"Asked: {asked}. How many agreed is not told, as some of the counts are small."]
    return told + _taken_back(known)


def _taken_back(known: Known) -> list[str]:
    withdrawn = len(known.all(Withdrawal))
    if not withdrawn:
        return []
    return [f"Took their consent back afterwards: {_participants(known, withdrawn)}."]


def _participants(known: Known, number: int, of: int = 0) -> str:
    told = known.people(number, of)
    return f"{told} participant" + ("" if told == "1" else "s")


def _people(known: Known, number: int) -> str:
    told = known.people(number)
    return f"{told} {'person' if told == '1' else 'people'}"


def sample(known: Known) -> list[str]:
    """Who took part, by site and by sector."""
    told = []
    for by in dimensions(known):
        counts, untold = groups_of_people(known, by)
        named = [f"{n:,} {_group(name)}" for name, n in counts.items() if name not in untold]
        if len(counts) > _MOST_GROUPS:
            told.append(f"Participants have {len(counts):,} different values of {by}.")
        elif named:
            told.append(f"Participants by {by}: {listed(named)}.")
        if untold and len(counts) <= _MOST_GROUPS:
            groups = listed([_group(name) for name in counts if name in untold])
            told.append(f"By {by} it is not told how many are {groups}, as some are few.")
    return told


def groups_of_people(known: Known, by: str) -> tuple[dict[str, int], set[str]]:
    """How many participants there are of each group, and of which groups that is not told."""
    label = labels_by(known.reading, by)
    counts = Counter(label(person) for person in known.field.people)
    ordered = dict(sorted(counts.items(), key=lambda each: (each[0] == NONE, each[0])))
    away = known.untold(list(ordered.values()))
    return ordered, {name for at, name in enumerate(ordered) if at in away}


def _group(name: str) -> str:
    return {NONE: "without any", SEVERAL: "in several"}.get(name, name)


def dimensions(known: Known) -> list[str]:
    """By what participants are told apart: site, sector and role, as far as there are any."""
    policy = policy_of(known.reading)
    kinds = {each.case_kind for each in known.all(Case)}
    names = {each.name.casefold() for each in known.all(Attribute)}
    return [
        field
        for field in (policy.site, policy.sector, policy.role)
        if field in kinds or field.casefold() in names
    ]


def relationships(known: Known) -> list[str]:
    """What stood between researchers and participants before."""
    held = [each.prior_relationship for each in known.field.recruitments.values()]
    told = Counter(each for each in held if each)
    if not told:
        return []
    if not known.names:  # in their own words, so that they may tell who is meant
        people = _participants(known, told.total(), known.counts.interviewed)
        return [f"A relationship from before the study is recorded of {people}."]
    ways = listed([f"{name} ({count:,})" for name, count in told.most_common()])
    return [f"Relationships before the study, as recorded: {ways}."]


def context(known: Known) -> list[str]:
    """Which cases there are, beside people."""
    kinds = Counter(each.case_kind for each in known.all(Case))
    named = [counted(n, kind) for kind, n in kinds.most_common() if kind and kind != _PERSON]
    return [f"The study has {listed(named)}."] if named else []


def ethics(known: Known) -> list[str]:
    """What allowed the study, who consented, and how participants are protected."""
    told = []
    for each in sorted(known.all(Approval), key=lambda one: (one.day or "", one.name)):
        body = f" by {each.body}" if each.body else ""
        number = f" (reference {each.reference})" if each.reference else ""
        day = f" on {each.day}" if each.day else ""
        told.append(f"Approved: {each.name}{body}{number}{day}.")
        if each.retention_day:
            told.append(f"Data are kept until {each.retention_day}.")
    consents = known.all(Consent)
    if consents:
        people, interviewed = len({each.participant for each in consents}), known.counts.interviewed
        forms = sorted({each.version for each in consents if each.version})
        versions = f", in {counted(len(forms), 'version')} of the form" if forms else ""
        told.append(
            f"Consent is recorded of {_participants(known, people, interviewed)}{versions}."
        )
    released = known.all(Release)
    if released:
        told.append(f"Releases of quotes or tables that are recorded: {len(released):,}.")
    return told
