"""The verbs of approvals: ethics and governance, with conditions, amendments and ends."""

from __future__ import annotations

from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_readers import read_day, read_text
from crosscase.fieldwork.field_records import (
    Held,
    NamedRecords,
    RecordField,
    by_day,
    require_order,
)
from crosscase.fieldwork.field_words import tidy
from crosscase.model.fieldwork_nouns import Approval
from crosscase.model.ids import Id
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named

__all__ = ["Approvals"]


def _read_name(reading: Reading, raw: Any) -> str:
    return tidy(raw)


def _read_approval(reading: Reading, raw: Any) -> Id:
    return find_named(str(raw), reading.all(Approval), "approval").id


class Approvals(NamedRecords[Approval]):
    """What allows the study, and until when."""

    noun, what, plural, verb = Approval, "approval", "approvals", "added"
    fields = (
        RecordField("name", _read_name, ("approval",), is_needed=True),
        RecordField("body", read_text, ("committee",)),
        RecordField("reference", read_text),
        RecordField("day", read_day, ("date",)),
        RecordField("end_day", read_day, ("ends",)),
        RecordField("retention_day", read_day, ("kept until",)),
        RecordField("conditions", read_text),
        RecordField("amends", _read_approval),
        RecordField("note", read_text),
    )

    def all(self, *, amends: str | None = None) -> list[Approval]:
        """The approvals by day: all, or the amendments of one."""
        with self._session.reading() as reading:
            of = None if amends is None else self._find(reading, amends).id
            found = reading.all(Approval)
        return sorted((each for each in found if of in (None, each.amends)), key=by_day)

    def add(
        self,
        name: str,
        *,
        body: str | None = None,
        reference: str | None = None,
        day: str | None = None,
        end_day: str | None = None,
        retention_day: str | None = None,
        conditions: str | None = None,
        amends: str | None = None,
        note: str | None = None,
    ) -> Approval:
        """Add an approval, or an amendment to one (``amends``).

        ``end_day`` is the last day that it covers, ``retention_day`` the day until which data
        are kept, ``body`` who gave it.
        """
        return self._add(
            {
                "name": name,
                "body": body,
                "reference": reference,
                "day": day,
                "end_day": end_day,
                "retention_day": retention_day,
                "conditions": conditions,
                "amends": amends,
                "note": note,
            }
        )

    def _check(self, reading: Reading, record: Approval, held: Held[Approval]) -> None:
        if any(each.id != record.id for each in held.having("name", record.name)):
            raise MistakeOfUse(
                f"There is an approval “{record.name}” already.",
                slug="name-taken",
                hint="Choose another name, or change the one that is there.",
            )
        require_order(
            record.day, record.end_day, "An approval of {earlier} cannot end on {later}.",
            "ends-before-it-begins",
        )  # fmt: skip
        require_order(
            record.day, record.retention_day,
            "Data cannot be kept until {later} under an approval of {earlier}.",
            "kept-until-before-it-begins",
        )  # fmt: skip
        require_order(
            record.end_day, record.retention_day,
            "The approval covers the study until {earlier}; data cannot go before, on {later}.",
            "kept-until-before-it-ends",
        )  # fmt: skip
        above, step = {record.id}, record.amends
        while step is not None:
            if step in above:
                raise MistakeOfUse(
                    f"“{record.name}” cannot amend itself, at any remove.",
                    slug="amendment-circle",
                    hint="Name the approval that came before it.",
                )
            above.add(step)
            amended = held.get(step)
            step = None if amended is None else amended.amends
