"""The verbs of withdrawals: a participant takes their consent back, or gives it again.

While a withdrawal stands, the participant, every source in which they speak, and all that is
about these show nowhere: see `crosscase.store.quarantine`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.fieldwork.case_names import name_key
from crosscase.fieldwork.field_readers import find_participant, read_day
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fieldwork_nouns import Release, Withdrawal
from crosscase.model.finding_nouns import Check, Finding, Quote
from crosscase.model.ids import Id, derived_id
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Case, Code, Evidence, Memo, Query
from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.model.synthesis_nouns import Cell
from crosscase.store.blobs import read_text_blobs
from crosscase.store.own_turns import own_turns, texts_beside
from crosscase.store.reading import list_of_rows, list_withdrawn
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, dropped
from crosscase.store.withdrawn_things import (
    HungThings,
    OtherSpeaker,
    hung_things,
    withdrawn_participants,
)

__all__ = [
    "FoundParticipant",
    "Output",
    "TouchedSource",
    "WithdrawalPreview",
    "Withdrawals",
    "WithdrawnOutputs",
    "find_anyone",
    "find_withdrawn",
]

_IN_VIVO = "in vivo"


@dataclass(frozen=True, slots=True)
class TouchedSource:
    """A source that a withdrawal hides, whole.

    ``others`` counts the other people in it, and ``speakers`` names them with their turns, by
    their labels where nobody is linked to these.
    """

    id: Id
    name: str | None
    others: int
    turns: int
    codings: int
    speakers: tuple[OtherSpeaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """One thing that used a participant's words; it stays for a person to look at."""

    id: Id
    name: str | None


@dataclass(frozen=True, slots=True)
class WithdrawnOutputs:
    """What used a participant's words or names them.

    ``codes`` have names taken from their words, ``queries`` name them, and ``memos`` name or
    quote them though they hang on nothing of theirs: all of these stay, and a person changes
    them. ``findings`` do so too, or lose evidence; ``cells`` and ``evidence`` are counted.
    """

    codes: tuple[Output, ...]
    queries: tuple[Output, ...]
    memos: tuple[Output, ...]
    releases: tuple[Output, ...]
    findings: tuple[Output, ...]
    cells: int
    evidence: int


@dataclass(frozen=True, slots=True)
class WithdrawalPreview:
    """What a withdrawal hides: the sources, how many things of each kind, and what used them."""

    participant: Id
    is_withdrawn: bool
    sources: tuple[TouchedSource, ...]
    counts: Mapping[str, int]
    outputs: WithdrawnOutputs


class Withdrawals:
    """Who took their consent back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Withdrawal]:
        """The withdrawals that stand, in the order of their days."""
        with self._session.reading() as reading:
            return sorted(reading.all(Withdrawal), key=lambda each: (each.day or "", each.id))

    def withdraw(
        self, participant: str, *, day: str | None = None, reason: str | None = None
    ) -> Recorded | None:
        """Hide a participant and all that is theirs, everywhere, until the withdrawal is lifted."""

        def decide(reading: Reading) -> Draft:
            if find_withdrawn(reading, participant) is not None:
                raise Conflict(
                    "This participant is withdrawn already.",
                    slug="already-withdrawn",
                    hint="`crosscase withdraw lift STUDY PARTICIPANT` shows all of it again.",
                )
            person = find_participant(reading, participant).id
            said = {
                "participant": person,
                "day": None if day is None else self._past(read_day(reading, day)),
                "reason": (reason or "").strip() or None,
            }
            id_ = _withdrawal_id(self._session, person)
            made = DraftChange(kind_of(Withdrawal), id_, said, makes=True)
            return Draft("participant.withdrawn", {"participant": person}, (made,))

        return self._session.record(decide)

    def _past(self, day: str) -> str:
        """The day, which is not to come: what is theirs is hidden at once."""
        tomorrow = datetime.fromtimestamp(self._session.now_us() / 1e6, UTC) + timedelta(days=1)
        if day > tomorrow.date().isoformat()[: len(day)]:  # somewhere it is tomorrow already
            raise MistakeOfUse(
                f"{day} is still to come, and a withdrawal hides at once.",
                slug="day-to-come",
                hint="Withdraw them on that day, or leave the day out.",
            )
        return day

    def lift(self, participant: str) -> Recorded | None:
        """Show a participant and all that is theirs again."""

        def decide(reading: Reading) -> Draft:
            person = find_withdrawn(reading, participant)
            if person is None:
                raise NotFound(
                    f"No withdrawal of “{participant}” stands.",
                    slug="withdrawal-not-found",
                    hint="`crosscase withdraw list STUDY` lists those that do, with their ids.",
                )
            standing = [each for each in reading.all(Withdrawal) if each.participant == person]
            changes = tuple(dropped(Withdrawal, each.id) for each in standing)
            return Draft("withdrawal.lifted", {"participant": person}, changes)

        return self._session.record(decide)

    def preview(self, participant: str) -> WithdrawalPreview:
        """What withdrawing a participant hides, or would hide."""
        with self._session.reading() as reading:
            person = find_anyone(reading, participant)
            hung = hung_things(reading, _row(reading, person))
            sources = tuple(
                TouchedSource(
                    each.source.id,
                    None if person.is_withdrawn else each.source.name,
                    each.others,
                    each.turns,
                    each.codings,
                    each.speakers,
                )
                for each in hung.sources
            )
            outputs = _outputs(reading, person, hung)
            return WithdrawalPreview(person.id, person.is_withdrawn, sources, hung.counts, outputs)

    def outputs(self, participant: str) -> WithdrawnOutputs:
        """What used a participant's words or names them."""
        with self._session.reading() as reading:
            person = find_anyone(reading, participant)
            return _outputs(reading, person, hung_things(reading, _row(reading, person)))


def _withdrawal_id(session: Session, person: Id) -> Id:
    """A participant has one withdrawal by nature, on whichever laptop it is recorded."""
    return derived_id(session.study_id, "withdrawal", person)


class FoundParticipant(NamedTuple):
    """A participant, withdrawn or not; whose making was undone has no name any more."""

    id: Id
    name: str | None
    is_withdrawn: bool


def _row(reading: Reading, person: FoundParticipant) -> int:
    row = reading.row(person.id)
    assert row is not None, "a participant that was found has a row"
    return row


def find_withdrawn(reading: Reading, wanted: str) -> Id | None:
    """The withdrawn participant of an id or a name; None when it names none."""
    ids = withdrawn_participants(reading)
    if wanted in ids:
        return wanted
    people = list_withdrawn(reading.file, reading.connection, Case)
    found = [each.id for each in people if name_key(each.name) == name_key(wanted)]
    if len(found) > 1:
        raise MistakeOfUse(
            f"{len(found)} withdrawn participants are called “{wanted}”.",
            slug="participant-ambiguous",
            hint=f"Say which by its id: {', '.join(found)}.",
        )
    return found[0] if found else None


def find_anyone(reading: Reading, wanted: str) -> FoundParticipant:
    """A participant by id or name, withdrawn or not."""
    id_ = find_withdrawn(reading, wanted)
    if id_ is None:
        found = find_participant(reading, wanted)
        return FoundParticipant(found.id, found.name, False)
    people = list_withdrawn(reading.file, reading.connection, Case)
    name = next((each.name for each in people if each.id == id_), None)
    return FoundParticipant(id_, name, True)


def _outputs(reading: Reading, person: FoundParticipant, hung: HungThings) -> WithdrawnOutputs:
    evidence = list_of_rows(reading.file, reading.connection, Evidence, hung.rows)
    subjects = {each.subject for each in evidence if not each.dropped}
    chosen = list_of_rows(reading.file, reading.connection, Quote, hung.rows)
    subjects |= {each.finding for each in chosen if each.finding and not each.dropped}
    named = _folded([person.name, *(each.source.name for each in hung.sources)])
    ids = {person.id, *(each.source.id for each in hung.sources)}
    turns = own_turns(reading, _row(reading, person), hung.source_rows)
    quotes = SaidRuns(turns, lambda: texts_beside(reading, hung.source_rows), QUOTED_WORDS)
    return WithdrawnOutputs(
        codes=_codes(reading, hung),
        queries=tuple(
            Output(each.id, each.name)
            for each in reading.all(Query)
            if _mentions(f"{each.name} {each.expression} {each.description or ''}", named)
            or any(id_ in (each.expression or "") for id_ in ids)
        ),
        memos=_memos(reading, quotes, hung, named),
        releases=tuple(
            Output(each.id, each.name)
            for each in reading.all(Release)
            if person.id in (each.participants or ())
        ),
        findings=_findings(reading, quotes, named, subjects),
        cells=sum(
            not each.dropped
            for each in list_of_rows(reading.file, reading.connection, Cell, hung.rows)
        ),
        evidence=sum(not each.dropped for each in evidence),
    )


def _codes(reading: Reading, hung: HungThings) -> tuple[Output, ...]:
    """The codes whose names are the person's own words."""
    texts = _folded(hung.texts)
    return tuple(
        Output(each.id, each.name)
        for each in reading.all(Code)
        if (each.origin or "").casefold() == _IN_VIVO
        and any(" ".join((each.name or "").casefold().split()) in text for text in texts)
    )


def _findings(
    reading: Reading, quotes: SaidRuns, named: Iterable[str], subjects: set[Id]
) -> tuple[Output, ...]:
    """The findings that lose a passage, or that name the person or quote them, also in a check."""
    held = reading.all(Finding)
    blobs: dict[Id, list[bytes]] = {
        each.id: [bytes.fromhex(each.statement)] if each.statement else [] for each in held
    }
    for check in reading.all(Check):
        blobs.setdefault(check.finding, []).append(bytes.fromhex(check.text))
    texts = read_text_blobs(
        reading.file, reading.connection, [name for names in blobs.values() for name in names]
    )
    return tuple(
        Output(each.id, each.name)
        for each in held
        if each.id in subjects
        or any(
            _mentions(text, named) or quotes.are_in(text)
            for text in (texts.get(name, "") for name in blobs[each.id])
        )
    )


def _memos(
    reading: Reading, quotes: SaidRuns, hung: HungThings, named: Iterable[str]
) -> tuple[Output, ...]:
    """The memos that name the person or quote them, and that do not go with them."""
    memos = [each for row, each in reading.by_row(Memo).items() if row not in hung.rows]
    blobs = [bytes.fromhex(each.text) for each in memos if each.text]
    texts = read_text_blobs(reading.file, reading.connection, blobs)
    said = ((each, texts.get(bytes.fromhex(each.text or ""), "")) for each in memos)
    return tuple(
        Output(each.id, each.title)
        for each, text in said
        if _mentions(f"{each.title or ''} {text}", named)
        or any(map(quotes.are_in, (each.title or "", text)))
    )


def _mentions(text: str, names: Iterable[str]) -> bool:
    folded = " ".join(text.casefold().split())
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in names)


def _folded(words: Iterable[str | None]) -> list[str]:
    folded = (" ".join((each or "").casefold().split()) for each in words)
    return [each for each in folded if each]
