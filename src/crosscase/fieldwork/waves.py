"""The verbs of waves: rounds of fieldwork, which never overlap."""

from __future__ import annotations

from typing import Any

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.fieldwork.field_readers import read_day, read_text
from crosscase.fieldwork.field_records import Held, NamedRecords, RecordField, require_order
from crosscase.fieldwork.field_words import tidy
from crosscase.model.synthesis_nouns import Wave
from crosscase.model.waves import by_time, overlap
from crosscase.store.session import Reading

__all__ = ["WaveRecords"]


def _read_name(reading: Reading, raw: Any) -> str:
    return tidy(raw)


class WaveRecords(NamedRecords[Wave]):
    """Rounds of fieldwork: a source belongs to the wave in which its day lies."""

    noun, what, plural, verb = Wave, "wave", "waves", "added"
    fields = (
        RecordField("name", _read_name, ("wave",), is_needed=True),
        RecordField("start_day", read_day, ("from", "starts"), is_needed=True),
        RecordField("end_day", read_day, ("to", "ends")),
        RecordField("description", read_text),
    )

    def all(self) -> list[Wave]:
        """The waves in the order in which they begin."""
        with self._session.reading() as reading:
            return by_time(reading.all(Wave))

    def add(
        self,
        name: str,
        start_day: str,
        end_day: str | None = None,
        *,
        description: str | None = None,
    ) -> Wave:
        """Add a wave from its first day to its last, both included; without an end it goes on."""
        return self._add(
            {
                "name": name,
                "start_day": start_day,
                "end_day": end_day,
                "description": description,
            }
        )

    def _check(self, reading: Reading, record: Wave, held: Held[Wave]) -> None:
        if any(each.id != record.id for each in held.having("name", record.name)):
            raise MistakeOfUse(
                f"There is a wave “{record.name}” already.",
                slug="name-taken",
                hint="Choose another name, or change the one that is there.",
            )
        require_order(
            record.start_day, record.end_day, "A wave cannot begin on {earlier} and end on "
            "{later}.", "ends-before-it-begins",
        )  # fmt: skip
        for other in reading.all(Wave):
            if other.id != record.id and overlap(record, other):
                raise Conflict(
                    f"“{record.name}” would overlap “{other.name}” ({_days(other)}): a source "
                    "belongs to one wave.",
                    slug="waves-overlap",
                    hint="Let one end before the other begins.",
                )


def _days(wave: Wave) -> str:
    if not wave.end_day:
        return f"from {wave.start_day}, without an end"
    return f"{wave.start_day} to {wave.end_day}"
