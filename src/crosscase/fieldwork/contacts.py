"""The verbs of contacts: each attempt to reach a participant, and what came of it."""

from __future__ import annotations

from crosscase.fieldwork.field_choices import CHANNELS, OUTCOMES, chosen
from crosscase.fieldwork.field_readers import (
    read_coder,
    read_day,
    read_one_of,
    read_one_or_other,
    read_participant,
    read_text,
)
from crosscase.fieldwork.field_records import RecordField
from crosscase.fieldwork.table_records import ParticipantRecords
from crosscase.model.fieldwork_nouns import Contact

__all__ = ["Contacts"]


class Contacts(ParticipantRecords[Contact]):
    """How the participants of a study were approached."""

    noun, what, plural = Contact, "contact", "contacts"
    fields = (
        RecordField("participant", read_participant, ("person", "name"), is_needed=True),
        RecordField("day", read_day, ("date",)),
        RecordField("channel", read_one_or_other(CHANNELS), ("by",)),
        RecordField("outcome", read_one_of("outcome of a contact", OUTCOMES)),
        RecordField("contacted_by", read_coder, ("who",)),
        RecordField("note", read_text),
    )

    def all(self, participant: str | None = None, *, outcome: str | None = None) -> list[Contact]:
        """The contacts by day: all, those with one participant, or those of one outcome."""
        wanted = None if outcome is None else chosen(outcome, "outcome of a contact", OUTCOMES)
        with self._session.reading() as reading:
            found = self._of_participant(reading, participant)
        return [each for each in found if wanted in (None, each.outcome)]

    def add(
        self,
        participant: str,
        *,
        outcome: str | None = "invited",
        day: str | None = None,
        channel: str | None = None,
        contacted_by: str | None = None,
        note: str | None = None,
    ) -> Contact:
        """Record an attempt to reach a participant.

        ``outcome``: invited, reminded, no answer, agreed, scheduled, declined, bounced or
        unavailable. ``channel``: e-mail, telephone, letter, in person, video or other words.
        ``contacted_by``: a coder; otherwise the person who records it.
        """
        return self._add(
            {
                "participant": participant,
                "outcome": outcome,
                "day": day,
                "channel": channel,
                "contacted_by": contacted_by,
                "note": note,
            },
            contacted_by=self._session.person,
        )
