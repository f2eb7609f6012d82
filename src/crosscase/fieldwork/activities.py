"""The verbs of activities: interviews, observed meetings and document requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.activity_fields import ACTIVITY_FIELDS, DETAILS_OF
from crosscase.fieldwork.field_choices import (
    ACTIVITY_KINDS,
    INTERVIEW,
    MEETING,
    REQUEST,
    chosen,
)
from crosscase.fieldwork.field_readers import find_participant, read_case, read_source
from crosscase.fieldwork.field_records import Held, NamedRecords, by_day, require_order
from crosscase.fieldwork.table_records import TableRecords
from crosscase.model.fieldwork_nouns import Activity
from crosscase.store.session import Reading

__all__ = ["Activities"]


class Activities(NamedRecords[Activity], TableRecords[Activity]):
    """What was done in the field: interviews, observed meetings, document requests."""

    noun, what, plural, verb = Activity, "activity", "activities", "added"
    fields = ACTIVITY_FIELDS

    def all(
        self,
        activity_kind: str | None = None,
        *,
        participant: str | None = None,
        case: str | None = None,
        source: str | None = None,
    ) -> list[Activity]:
        """The activities by day: all, of one kind, or with a participant, a case or a source."""
        kind = None if activity_kind is None else _kind(activity_kind)
        with self._session.reading() as reading:
            person = None if participant is None else find_participant(reading, participant).id
            place = None if case is None else read_case(reading, case)
            document = None if source is None else read_source(reading, source)
            found = reading.all(Activity)
        kept = [
            each
            for each in found
            if kind in (None, each.activity_kind)
            and (person is None or person in (each.participants or ()))
            and place in (None, each.case)
            and document in (None, each.source)
        ]
        return sorted(kept, key=by_day)

    def add_interview(
        self,
        participants: str | Sequence[str],
        *,
        day: str | None = None,
        start_time: str | None = None,
        minutes: float | str | None = None,
        mode: str | None = None,
        led_by: str | None = None,
        guide: str | None = None,
        source: str | None = None,
        case: str | None = None,
        name: str | None = None,
        note: str | None = None,
    ) -> Activity:
        """Add an interview with one participant or several.

        ``mode``: video, telephone, in person or other words. ``led_by``: a coder, otherwise the
        person who adds it. ``source``: its transcript. Without a name it is called by a number.
        """
        given = {
            "participants": participants, "day": day, "start_time": start_time,
            "minutes": minutes, "mode": mode, "led_by": led_by, "guide": guide,
            "source": source, "case": case, "name": name, "note": note,
        }  # fmt: skip
        return self._add({"activity_kind": INTERVIEW, **given}, led_by=self._session.person)

    def add_meeting(
        self,
        name: str,
        *,
        case: str | None = None,
        day: str | None = None,
        start_time: str | None = None,
        minutes: float | str | None = None,
        mode: str | None = None,
        agenda: str | None = None,
        attendance: Mapping[str, int] | str | None = None,
        decided: Sequence[str] | str = (),
        deferred: Sequence[str] | str = (),
        avoided: Sequence[str] | str = (),
        led_by: str | None = None,
        source: str | None = None,
        participants: str | Sequence[str] = (),
        note: str | None = None,
    ) -> Activity:
        """Add an observed meeting.

        ``attendance`` says how many were there of each sector; ``decided``, ``deferred`` and
        ``avoided`` name items. ``led_by``: who observed it, otherwise the person who adds it;
        ``source``: the fieldnote.
        """
        given = {
            "name": name, "case": case, "day": day, "start_time": start_time,
            "minutes": minutes, "mode": mode, "agenda": agenda, "attendance": attendance,
            "decided": decided, "deferred": deferred, "avoided": avoided, "led_by": led_by,
            "source": source, "participants": participants, "note": note,
        }  # fmt: skip
        return self._add({"activity_kind": MEETING, **given}, led_by=self._session.person)

    def add_request(
        self,
        name: str,
        *,
        participants: str | Sequence[str] = (),
        case: str | None = None,
        day: str | None = None,
        mentioned_in: tuple[str, int] | str | None = None,
        public: bool | None = None,
        standing: str | None = None,
        arrived_day: str | None = None,
        source: str | None = None,
        led_by: str | None = None,
        note: str | None = None,
    ) -> Activity:
        """Add a request for a document, named by what it is.

        ``participants`` and ``case`` are whom it was asked of. ``mentioned_in``: the source in
        which somebody spoke of it, with the offset (a pair, or "SOURCE@OFFSET"). ``standing``:
        asked, promised, arrived, refused or does not exist. ``source``: what it became.
        """
        given = {
            "name": name, "participants": participants, "case": case, "day": day,
            "mentioned_in": mentioned_in, "public": public, "standing": standing,
            "arrived_day": arrived_day, "source": source, "led_by": led_by, "note": note,
        }  # fmt: skip
        return self._add({"activity_kind": REQUEST, **given}, led_by=self._session.person)

    # -- rules -------------------------------------------------------------------------------

    def _complete(
        self, reading: Reading, values: Mapping[str, Any], held: Held[Activity]
    ) -> dict[str, Any]:
        full = dict(values)
        kind = full["activity_kind"]
        if kind == INTERVIEW and "name" not in full:
            full["name"] = _numbered(kind, held)
        if kind == REQUEST and "standing" not in full:
            has_come = full.get("arrived_day") or full.get("source")
            full["standing"] = "arrived" if has_come else "asked"
        return full

    def _stored(self, held: Activity | None, values: Mapping[str, Any]) -> dict[str, Any]:
        details = dict(held.details or {}) if held is not None else {}
        stored: dict[str, Any] = {}
        for name, value in values.items():
            if not any(name in names for names in DETAILS_OF.values()):
                stored[name] = value
            elif value is None:
                details.pop(name, None)
            else:
                details[name] = value
        if details or (held is not None and held.details):
            stored["details"] = details or None
        return stored

    def _check(self, reading: Reading, record: Activity, held: Held[Activity]) -> None:
        kind, details = record.activity_kind, record.details or {}
        for name in details:
            if name not in DETAILS_OF[kind]:
                own = ", ".join(DETAILS_OF[kind])
                raise MistakeOfUse(
                    f"Activities of the kind {kind} have no “{name}”.",
                    slug="unknown-field",
                    hint=f"Of their own they have {own or 'nothing'}.",
                )
        if kind == INTERVIEW and not record.participants:
            raise MistakeOfUse(
                "An interview needs at least one participant.",
                slug="no-participants",
                hint="Name who was interviewed.",
            )
        if not record.name:
            raise MistakeOfUse(
                f"A {kind} needs a name.", slug="no-name", hint="Say which one it is."
            )
        require_order(
            record.day,
            details.get("arrived_day"),
            "What was asked for on {earlier} cannot have arrived on {later}.",
            "arrived-before-asked",
        )
        if details.get("arrived_day") and details.get("standing") != "arrived":
            raise MistakeOfUse(
                f"“{record.name}” has a day of arrival, but stands as “{details['standing']}”.",
                slug="arrived-or-not",
                hint="Say that it arrived, or take the day away.",
            )

    def _same(self, record: Activity) -> str:
        who = sorted(record.participants or ())
        name = "" if record.activity_kind == INTERVIEW else (record.name or "").casefold()
        return repr((record.activity_kind, name, record.day, record.start_time, who, record.case))


def _kind(raw: str) -> str:
    return chosen(raw, "kind of activity", ACTIVITY_KINDS)


def _numbered(kind: str, held: Held[Activity]) -> str:
    """“Interview 4”: the first number from how many there are that is free."""
    number = 1 + len(held.having("activity_kind", kind))
    while held.having("name", f"{kind} {number}"):
        number += 1
    return f"{kind.capitalize()} {number}"
