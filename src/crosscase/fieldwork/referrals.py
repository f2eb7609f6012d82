"""The verbs of referrals: who named whom, by which a sample grows like a snowball."""

from __future__ import annotations

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_choices import CHANNELS
from crosscase.fieldwork.field_readers import (
    find_participant,
    read_day,
    read_one_or_other,
    read_participant,
    read_text,
)
from crosscase.fieldwork.field_records import Held, RecordField
from crosscase.fieldwork.table_records import ParticipantRecords
from crosscase.model.fieldwork_nouns import Referral
from crosscase.model.ids import Id
from crosscase.store.session import Reading

__all__ = ["Referrals"]


class Referrals(ParticipantRecords[Referral]):
    """Who named which participant."""

    noun, what, plural = Referral, "referral", "referrals"
    fields = (
        RecordField("participant", read_participant, ("person", "name"), is_needed=True),
        RecordField("referred_by", read_participant, ("named by", "from")),
        RecordField("day", read_day, ("date",)),
        RecordField("channel", read_one_or_other(CHANNELS), ("by",)),
        RecordField("note", read_text),
    )

    def all(
        self, participant: str | None = None, *, referred_by: str | None = None
    ) -> list[Referral]:
        """The referrals by day: all, those of a participant, or those that somebody made."""
        with self._session.reading() as reading:
            found = self._of_participant(reading, participant)
            by = None if referred_by is None else find_participant(reading, referred_by).id
        return [each for each in found if by in (None, each.referred_by)]

    def add(
        self,
        participant: str,
        referred_by: str | None = None,
        *,
        day: str | None = None,
        channel: str | None = None,
        note: str | None = None,
    ) -> Referral:
        """Record that a participant was named by another (or by somebody else: say so in a note).

        ``channel``: e-mail, telephone, letter, in person, video or other words.
        """
        return self._add(
            {
                "participant": participant,
                "referred_by": referred_by,
                "day": day,
                "channel": channel,
                "note": note,
            }
        )

    def _check(self, reading: Reading, record: Referral, held: Held[Referral]) -> None:
        named, by = record.participant, record.referred_by
        if by is None:
            return
        cases = read_case_names(reading).cases
        names = [cases[id_].name if id_ in cases else id_ for id_ in (named, by)]
        if named == by:
            raise MistakeOfUse(
                f"“{names[0]}” cannot have named themselves.",
                slug="referral-of-oneself",
                hint="Say who named them, or leave it out.",
            )
        if named in _named_before(by, record, held):
            raise MistakeOfUse(
                f"“{names[0]}” cannot have been named by “{names[1]}”: the referrals that led to "
                f"“{names[1]}” passed through “{names[0]}”.",
                slug="referral-circle",
                hint="Check which of the two came first.",
            )


def _named_before(person: Id, record: Referral, held: Held[Referral]) -> set[Id]:
    """All from whom the referrals (but this record) lead to a person."""
    found: set[Id] = set()
    ahead = [person]
    while ahead:
        for each in held.having("participant", ahead.pop()):
            one = each.referred_by
            if one is not None and one not in found and each.id != record.id:
                found.add(one)
                ahead.append(one)
    return found
