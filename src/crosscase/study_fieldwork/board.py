"""The board: how far each participant has come, from found to coded, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from crosscase.fieldwork.consents import late_consents, standing_consents
from crosscase.model.fieldwork_nouns import Activity, Consent, Contact
from crosscase.model.ids import Id
from crosscase.study_fieldwork.field_facts import FieldFacts

__all__ = ["ENDED", "MET", "STAGES", "Board", "BoardPerson", "Missing", "make_board"]

STAGES = ("found", "invited", "agreed", "scheduled", "interviewed", "transcribed", "coded")
"""How far somebody can come, in this order."""
MET = ("interviewed", "transcribed", "coded")
"""The stages of those who were interviewed."""
ENDED = ("declined", "unavailable", "no answer", "withdrawn")
"""Where the way of somebody may end."""

_AGREEING = ("agreed", "scheduled")
_MEETS_NOBODY = ("declined", "unavailable", "no answer", "found", "invited")


class Missing(NamedTuple):
    """Something that is missing of a participant: a stable name, a sentence, and what it names."""

    slug: str
    sentence: str
    values: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BoardPerson:
    """One participant on the board.

    ``since`` is the day on which they came to this stage, where it is known; ``answer`` what
    came of asking them (agreed, declined, unavailable, no answer, waiting; None: not asked);
    ``minutes`` the length of their interviews.
    """

    participant: Id
    name: str
    site: str | None
    sector: str | None
    found_by: str | None
    stage: str
    since: str | None
    answer: str | None
    interviews: int
    minutes: float | None
    consent: Consent | None
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All participants by stage and name, and how many are at each stage.

    Whoever withdrew from the study is counted, and not named.
    """

    people: tuple[BoardPerson, ...]
    counts: dict[str, int]


class _Reached(NamedTuple):
    """How far the contacts of somebody lead."""

    stage: str
    since: str | None
    bounced: bool


def make_board(
    facts: FieldFacts,
    site: Callable[[Id], str | None],
    sector: Callable[[Id], str | None],
    today: str | None = None,
) -> Board:
    """How far everybody has come; an interview on a day after ``today`` is scheduled."""
    consents = [each for held in facts.consents.values() for each in held]
    standing = standing_consents(consents)
    late: dict[Id, list[Activity]] = {}
    for one in late_consents(consents, facts.activities):
        late.setdefault(one.participant, []).append(one.activity)
    newest = _newest_version(consents)
    people = []
    for id_, case in facts.people.items():
        held = [
            each
            for each in facts.interviews.get(id_, ())
            if today is None or not each.day or each.day <= today
        ]
        ahead = [each for each in facts.interviews.get(id_, ()) if each not in held]
        consent = standing.get(id_)
        stage, since, bounced = _stage(facts, id_, held, ahead, consent)
        answer = _answer(facts, id_, held)
        lengths = [each.minutes for each in held if each.minutes is not None]
        missing = [
            *([Missing("bounced", "The invitation did not reach them.")] if bounced else ()),
            *_missing_consent(facts, id_, answer, consent, newest, held),
            *map(_came_before_consent, late.get(id_, ())),
            *_missing_of_interviews(facts, id_, held),
        ]
        people.append(
            BoardPerson(
                participant=id_,
                name=case.name or id_,
                site=site(id_),
                sector=sector(id_),
                found_by=facts.found_by(id_),
                stage=stage,
                since=since,
                answer=answer,
                interviews=len(held),
                minutes=sum(lengths) if lengths else None,
                consent=consent,
                missing=tuple(missing) if stage != "withdrawn" else (),
            )
        )
    order = {stage: at for at, stage in enumerate((*STAGES, *ENDED))}
    people.sort(key=lambda each: (order[each.stage], each.name.casefold(), each.participant))
    counts = {**dict.fromkeys(order, 0), "withdrawn": facts.withdrawn}
    for each in people:
        counts[each.stage] += 1
    return Board(tuple(people), counts)


def _stage(
    facts: FieldFacts,
    person: Id,
    held: Sequence[Activity],
    ahead: Sequence[Activity],
    consent: Consent | None,
) -> _Reached:
    last = held[-1].day if held else None
    if person in facts.coded:
        return _Reached("coded", last, False)
    if person in facts.speaks_in:
        return _Reached("transcribed", last, False)
    if held:
        return _Reached("interviewed", last, False)
    taken_back = [each for each in facts.consents.get(person, ()) if each.withdrawn_day]
    if taken_back and consent is None:
        return _Reached("withdrawn", taken_back[-1].withdrawn_day, False)
    reached = _reached(facts.contacts.get(person, ()))
    if ahead:
        return _Reached("scheduled", reached.since, False)
    if consent is not None and reached.stage in _MEETS_NOBODY and reached.stage != "declined":
        return _Reached("agreed", consent.day, False)
    return reached


def _reached(contacts: Sequence[Contact]) -> _Reached:
    """Where the contacts lead, one after another; a reminder takes nobody's yes back."""
    stage, since, bounced = "found", None, False
    for each in contacts:
        outcome = each.outcome or "invited"
        if outcome in ("invited", "reminded", "bounced"):
            if stage in _AGREEING:
                continue
            bounced = outcome == "bounced"
            outcome = "found" if bounced else "invited"
        elif stage == "scheduled" and outcome == "agreed":
            continue
        else:
            bounced = False
        stage, since = outcome, each.day
    return _Reached(stage, since, bounced)


def _answer(facts: FieldFacts, person: Id, held: Sequence[Activity]) -> str | None:
    """What came of asking somebody, whatever happened after that."""
    if held or person in facts.speaks_in or facts.interviews.get(person):
        return "agreed"
    contacts = facts.contacts.get(person, ())
    stage = _reached(contacts).stage
    if stage in _AGREEING:
        return "agreed"
    if stage in ("declined", "unavailable"):
        return stage
    if facts.consents.get(person):
        return "agreed"
    return {"no answer": "no answer", "invited": "waiting"}.get(stage)


def _newest_version(consents: Sequence[Consent]) -> tuple[str, str] | None:
    """The version of the form that came into use last, and the day on which it did."""
    first: dict[str, str] = {}
    for each in consents:
        if each.version and each.day:
            first[each.version] = min(first.get(each.version, each.day), each.day)
    return max(((v, day) for v, day in first.items()), key=lambda pair: pair[::-1], default=None)


def _missing_consent(
    facts: FieldFacts,
    person: Id,
    answer: str | None,
    consent: Consent | None,
    newest: tuple[str, str] | None,
    held: Sequence[Activity],
) -> Iterator[Missing]:
    if answer != "agreed":
        return
    if consent is None:
        if facts.consents.get(person):
            yield Missing("consent-taken-back", "They took their consent back.")
        else:
            yield Missing("no-consent", "No consent is recorded.")
        return
    if newest is None or not consent.version or consent.version == newest[0]:
        return
    # Whoever was interviewed before there was a newer form needs no other one.
    if not held or any(not each.day or each.day >= newest[1] for each in held):
        yield Missing(
            "older-consent",
            f"The consent is in version {consent.version}; version {newest[0]} is in use "
            f"since {newest[1]}.",
            {"version": consent.version, "newest": newest[0], "day": newest[1]},
        )


def _came_before_consent(interview: Activity) -> Missing:
    said = f"{interview.name} of {interview.day} came before the consent."
    values = {"interview": interview.name, "day": interview.day or ""}
    return Missing("consent-after-interview", said, values)


def _missing_of_interviews(
    facts: FieldFacts, person: Id, held: Sequence[Activity]
) -> Iterator[Missing]:
    for each in held:
        if each.minutes is None:
            yield Missing("no-length", f"{each.name} has no length.", {"interview": each.name})
        if each.source is None or each.source not in facts.sources:
            if person not in facts.speaks_in:
                said = f"{each.name} has no transcript."
                yield Missing("no-transcript", said, {"interview": each.name})
        elif each.source not in facts.speaks_in.get(person, ()):
            name = facts.sources[each.source].name
            said = f"No speaker in “{name}” is linked to them."
            yield Missing("not-linked", said, {"source": name or ""})
