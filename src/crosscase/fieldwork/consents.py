"""The verbs of consents: what each participant agreed to, when and in which version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosscase.fieldwork.field_choices import INTERVIEW, SCOPES, chosen
from crosscase.fieldwork.field_readers import (
    read_day,
    read_participant,
    read_some_of,
    read_text,
)
from crosscase.fieldwork.field_records import Held, RecordField, by_day, require_order
from crosscase.fieldwork.table_records import ParticipantRecords
from crosscase.model.fieldwork_nouns import Activity, Consent
from crosscase.model.ids import Id
from crosscase.store.session import Reading

__all__ = ["Consents", "LateConsent", "late_consents", "standing_consents"]


class LateConsent(NamedTuple):
    """An interview that was held before the person's first consent of a known day."""

    participant: Id
    activity: Activity
    consent: Consent


class Consents(ParticipantRecords[Consent]):
    """What the participants agreed to."""

    noun, what, plural = Consent, "consent", "consents"
    fields = (
        RecordField("participant", read_participant, ("person", "name"), is_needed=True),
        RecordField("version", read_text, ("form",)),
        RecordField("day", read_day, ("date", "signed")),
        RecordField("scope", read_some_of("scope of a consent", SCOPES), ("agreed to",)),
        RecordField("withdrawn_day", read_day, ("withdrawn",)),
        RecordField("note", read_text),
    )

    def all(
        self,
        participant: str | None = None,
        *,
        version: str | None = None,
        scope: str | None = None,
    ) -> list[Consent]:
        """The consents by day: all, of a participant, in a version, or to one thing."""
        wanted = None if scope is None else chosen(scope, "scope of a consent", SCOPES)
        with self._session.reading() as reading:
            found = self._of_participant(reading, participant)
        return [
            each
            for each in found
            if version in (None, each.version) and (wanted is None or wanted in (each.scope or ()))
        ]

    def standing(self) -> dict[Id, Consent]:
        """The consent that stands for each participant: the latest, where none took it back."""
        with self._session.reading() as reading:
            return standing_consents(reading.all(Consent))

    def late(self, participant: str | None = None) -> list[LateConsent]:
        """The interviews held before the consent to them: of all participants, or of one."""
        with self._session.reading() as reading:
            consents = self._of_participant(reading, participant)
            return late_consents(consents, reading.all(Activity))

    def add(
        self,
        participant: str,
        *,
        version: str | None = None,
        day: str | None = None,
        scope: Sequence[str] | str = (),
        withdrawn_day: str | None = None,
        note: str | None = None,
    ) -> Consent:
        """Record what a participant agreed to.

        ``scope`` lists what they said yes to: interview, recording, quoting, naming role, naming
        site, archiving. A consent that comes after an interview is recorded as it was given;
        ``late`` lists it, and so does what is still to do.
        """
        return self._add(
            {
                "participant": participant,
                "version": version,
                "day": day,
                "scope": scope,
                "withdrawn_day": withdrawn_day,
                "note": note,
            }
        )

    def _check(self, reading: Reading, record: Consent, held: Held[Consent]) -> None:
        require_order(
            record.day,
            record.withdrawn_day,
            "A consent of {earlier} cannot have been taken back on {later}.",
            "withdrawn-before-consent",
        )


def standing_consents(consents: Iterable[Consent]) -> dict[Id, Consent]:
    """The latest consent of each participant; somebody who took it back has none."""
    latest = {each.participant: each for each in sorted(consents, key=by_day)}
    return {person: each for person, each in latest.items() if not each.withdrawn_day}


def late_consents(consents: Iterable[Consent], activities: Iterable[Activity]) -> list[LateConsent]:
    """The interviews of people whose first consent came on a later day than the interview.

    A consent without a day tells nothing of that, and one to other things than the interview
    does not count.
    """
    first: dict[Id, Consent] = {}
    for each in sorted(consents, key=by_day):
        if each.day and (not each.scope or INTERVIEW in each.scope):
            first.setdefault(each.participant, each)
    return [
        LateConsent(person, activity, first[person])
        for activity in sorted(activities, key=by_day)
        if activity.activity_kind == INTERVIEW and activity.day
        for person in activity.participants or ()
        if person in first and activity.day < (first[person].day or "")
    ]
