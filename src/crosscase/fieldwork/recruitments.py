"""The verbs of recruitments: how each participant was found, and who knew them before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_choices import FOUND_BY
from crosscase.fieldwork.field_readers import (
    find_participant,
    read_one_or_other,
    read_participant,
    read_text,
)
from crosscase.fieldwork.field_records import Held, RecordField
from crosscase.fieldwork.table_records import ParticipantRecords
from crosscase.log.records import Draft
from crosscase.model.fieldwork_nouns import Recruitment
from crosscase.model.ids import Id, derived_id
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading

__all__ = ["Recruitments"]


class Recruitments(ParticipantRecords[Recruitment]):
    """How the participants were found; there is one recruitment a participant."""

    noun, what, plural, verb = Recruitment, "recruitment", "recruitments", "changed"
    fields = (
        RecordField("participant", read_participant, ("person", "name"), is_needed=True),
        RecordField("found_by", read_one_or_other(FOUND_BY), ("found",)),
        RecordField("prior_relationship", read_text, ("known before",)),
        RecordField("note", read_text),
    )

    def all(self, *, found_by: str | None = None) -> list[Recruitment]:
        """How the participants were found: all, or those found in one way."""
        with self._session.reading() as reading:
            found = self._of_participant(reading, None)
        wanted = None if found_by is None else read_one_or_other(FOUND_BY)(reading, found_by)
        return [each for each in found if wanted in (None, each.found_by)]

    def describe(self, participant: str, **fields: str | None) -> Recorded | None:
        """Say how a participant was found; what is not given stays, None clears.

        ``found_by``: search, snowball, gatekeeper, volunteer or other words;
        ``prior_relationship``: what stood between them and the researchers before; ``note``.
        """

        def decide(reading: Reading) -> Draft | None:
            person = find_participant(reading, participant).id
            held = self._held(reading)
            before = held.get(self._one_of(person))
            values = self._read(reading, {"participant": person, **fields})
            if before is None:
                if not any(values[name] for name in fields):
                    return None
                after = self._new(reading, values, held)
            else:
                after = replace(before, **values)
                self._check(reading, after, held)
            change = self._change_to(reading, before, after)
            return (
                None
                if change is None
                else Draft("recruitment.changed", {"participant": person}, (change,))
            )

        return self._session.record(decide)

    def _one_of(self, person: Id) -> Id:
        return derived_id(self._session.study_id, "recruitment", person)

    def _id_of(self, values: Mapping[str, Any]) -> Id | None:
        return self._one_of(values["participant"])

    def _check(self, reading: Reading, record: Recruitment, held: Held[Recruitment]) -> None:
        if record.id != self._one_of(record.participant):
            raise MistakeOfUse(
                "A recruitment stays with its participant.",
                slug="other-participant",
                hint="Say it of the other participant, and remove this one.",
            )
